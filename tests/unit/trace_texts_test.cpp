// Names, value words, text form, sentences and exports of a trace.
#include <doctest/doctest.h>

#include <algorithm>

#include "trace/arguments.h"
#include "trace/export_chrome.h"
#include "trace/export_csv.h"
#include "trace/naming.h"
#include "trace/narrate.h"
#include "trace/text_form.h"

using namespace sluice;

namespace {

/// A hand-made trace: main sends 5 to one of two workers through a buffered channel.
struct Sample {
    VectorSink sink;
    Recorder recorder{&sink};
    uint32_t jobs = 0;

    Sample() {
        emit(0, 0, EventKind::RunStart, 0, 4, 1);
        goroutine("main", "main.main");
        emit(0, 0, EventKind::GoCreate, 0, 1, recorder.text("main"));
        emit(0, 1, EventKind::GoStart);
        ObjectInfo info;
        info.type = recorder.text("chan");
        info.name = recorder.text("jobs");
        info.capacity = 10;
        jobs = recorder.addObject(info);
        emit(0, 1, EventKind::ChanMake, jobs, 10, info.name);
        for (int i = 0; i < 2; i++) {
            goroutine("worker", "main.worker");
            emit(0, 1, EventKind::GoCreate, 0, 2 + static_cast<uint32_t>(i), recorder.text("worker"));
        }
        emit(1'500, 1, EventKind::ChanSendBuffer, jobs, smallValue(5), 1);
        emit(2'000, 3, EventKind::GoStart);
        emit(2'000, 3, EventKind::ChanRecvBuffer, jobs, smallValue(5), 1);
        emit(2'000, 3, EventKind::ChanRecvBlock, jobs);
        emit(1'000'002'000, 1, EventKind::ChanSendDirect, jobs, recorder.text("\"a,b\""), 2);
        emit(1'000'002'000, 1, EventKind::GoUnblock, 0, 3);
        emit(1'000'002'000, 3, EventKind::Output, 0, recorder.text("hello\nworld\n"), 1);
        recorder.publish();
    }
    void goroutine(const char* name, const char* function) {
        GoroutineInfo info;
        info.name = recorder.text(name);
        info.function = recorder.text(function);
        recorder.addGoroutine(recorder.goroutineCount() + 1, info);
    }
    void emit(int64_t time, uint32_t g, EventKind kind, uint32_t object = 0, uint32_t a = 0, uint32_t b = 0) {
        recorder.here() = {time, g, 7u << 12 | 2, g == 0 ? kNoProcessor : uint16_t{1}};
        recorder.emit(kind, object, a, b);
    }
};

}  // namespace

TEST_CASE("goroutines are named for the function they run") {
    CHECK(goroutineShortName("main.main") == "main");
    CHECK(goroutineShortName("main.worker") == "worker");
    CHECK(goroutineShortName("main.worker[...]") == "worker");
    CHECK(goroutineShortName("main.(*Pool).run") == "Pool.run");
    CHECK(goroutineShortName("main.(*Pool[go.shape.int]).run") == "Pool.run");
    CHECK(goroutineShortName("main.Pool.run-fm") == "Pool.run");
    CHECK(goroutineShortName("main.produce.func1") == "produce");
    CHECK(goroutineShortName("main.produce.func2") == "produce.func2");
    CHECK(goroutineShortName("main.produce.func2.1") == "produce.func2");
    CHECK(goroutineShortName("main.produce.gowrap1") == "produce");
    CHECK(goroutineShortName("main.main.func2") == "main.func2");
    CHECK(goroutineShortName("main.main.func1") == "main.func1");
    CHECK(goroutineShortName("net/http.(*Server).serve") == "http.Server.serve");
    CHECK(goroutineShortName("golang.org/x/sync/errgroup.(*Group).Go.func1") == "errgroup.Group.Go");
    CHECK(goroutineShortName("main.(*T).m.func1.2") == "T.m");
    CHECK(goroutineShortName("") == "");
}

TEST_CASE("small integers are value words themselves") {
    for (int64_t v : {0, 1, -1, 12345, -12345, (1 << 30) - 1, -(1 << 30)}) {
        REQUIRE(fitsSmallValue(v));
        CHECK(isSmallValue(smallValue(v)));
        CHECK(smallValueOf(smallValue(v)) == v);
    }
    CHECK_FALSE(fitsSmallValue(1 << 30));
    VectorSink sink;
    Recorder recorder(&sink);
    CHECK(recorder.valueText(recorder.integerValue(-7)) == "-7");
    CHECK(recorder.valueText(recorder.integerValue(INT64_MIN)) == "-9223372036854775808");
    CHECK_FALSE(isSmallValue(recorder.integerValue(INT64_MAX)));
    CHECK(recorder.valueText(0).empty());
}

TEST_CASE("names are numbered only when several share them") {
    Sample s;
    CHECK(s.recorder.goroutineName(1) == "main");
    CHECK(s.recorder.goroutineName(2) == "worker #1");
    CHECK(s.recorder.goroutineName(3) == "worker #2");
    CHECK(s.recorder.goroutineName(0) == "the scheduler");
    CHECK(s.recorder.goroutineName(99) == "goroutine 99");
    CHECK(s.recorder.objectName(s.jobs) == "jobs");
    s.recorder.renameGoroutine(2, "fetcher");
    CHECK(s.recorder.goroutineName(2) == "fetcher");
    uint32_t unnamed = s.recorder.noteObject("mutex", 0);
    CHECK(s.recorder.objectName(unnamed) == "mutex 2");
}

TEST_CASE("the text form has one line an event, without ids of texts") {
    Sample s;
    CHECK(traceText(s.sink, s.recorder) == R"(sluicebox trace 1
0.000000000 P- g0 run-start processors=4 seed=1 @7:2
0.000000000 P- g0 go-create g=g1 text="main" @7:2
0.000000000 P1 g1(main) go-start @7:2
0.000000000 P1 g1(main) chan-make o1(jobs) capacity=10 name="jobs" @7:2
0.000000000 P1 g1(main) go-create g=g2 text="worker" @7:2
0.000000000 P1 g1(main) go-create g=g3 text="worker" @7:2
0.000001500 P1 g1(main) chan-send-buffer o1(jobs) value=5 msg=1 @7:2
0.000002000 P1 g3(worker #2) go-start @7:2
0.000002000 P1 g3(worker #2) chan-recv-buffer o1(jobs) value=5 msg=1 @7:2
0.000002000 P1 g3(worker #2) chan-recv-block o1(jobs) @7:2
1.000002000 P1 g1(main) chan-send-direct o1(jobs) value="\"a,b\"" msg=2 @7:2
1.000002000 P1 g1(main) go-unblock g=g3 @7:2
1.000002000 P1 g3(worker #2) output text="hello\nworld\n" stream=1 @7:2
)");
}

TEST_CASE("every step is a plain sentence with names, values and counts") {
    Sample s;
    Narrator narrator(s.recorder);
    std::string told;
    for (uint64_t i = 0; i < s.sink.size(); i++) told += narrator.tell(s.sink[i]) + "\n";
    CHECK(told == R"(the program starts on 4 processors
main starts
main runs
main makes the channel jobs with room for 10
main starts worker #1
main starts worker #2
main puts 5 into jobs; 9 of 10 slots left
worker #2 runs
worker #2 takes 5 out of jobs; 10 of 10 slots left
worker #2 wants to receive from jobs and must wait; it is empty
main hands "a,b" over jobs to worker #2
main wakes worker #2
worker #2 prints hello…
)");
}

TEST_CASE("every kind of event has a sentence, a word and a stable number") {
    size_t count = 0;
    const EventInfo* infos = eventInfos(count);
    VectorSink sink;
    Recorder recorder(&sink);
    for (size_t i = 0; i < count; i++) {
        CHECK(&eventInfo(static_cast<EventKind>(infos[i].number)) == &infos[i]);
        Narrator narrator(recorder);
        Event e{};
        e.kind = infos[i].number;
        std::string told = narrator.tell(e);
        CHECK_FALSE(told.empty());
        CHECK(told.find('{') == std::string::npos);
        std::string line;
        appendEventLine(line, e, recorder);
        CHECK(line.back() == '\n');
        CHECK(line.find(std::string(infos[i].word)) != std::string::npos);
    }
    // Numbers are for ever: the last of each group.
    CHECK(static_cast<int>(EventKind::Processors) == 7);
    CHECK(static_cast<int>(EventKind::Line) == 19);
    CHECK(static_cast<int>(EventKind::ChanRecvEmpty) == 43);
    CHECK(static_cast<int>(EventKind::SelectCase) == 55);
    CHECK(static_cast<int>(EventKind::OnceDone) == 86);
    CHECK(static_cast<int>(EventKind::ObjectLink) == 93);
    CHECK(static_cast<int>(EventKind::ContextCancel) == 101);
    CHECK(static_cast<int>(EventKind::Leak) == 116);
    CHECK(static_cast<int>(EventKind::HttpDone) == 124);
    CHECK(static_cast<int>(WaitReason::Coroutine) == 16);
    CHECK(eventInfo(static_cast<EventKind>(9999)).word.empty());
}

TEST_CASE("durations print as Go prints them") {
    CHECK(virtualTimeText(0) == "0s");
    CHECK(virtualTimeText(1) == "1ns");
    CHECK(virtualTimeText(1'100) == "1.1\xC2\xB5s");
    CHECK(virtualTimeText(2'200'000) == "2.2ms");
    CHECK(virtualTimeText(1'500'000'000) == "1.5s");
    CHECK(virtualTimeText(300'000'000'000 + 1'000'000) == "5m0.001s");
    CHECK(virtualTimeText(3'600'000'000'000) == "1h0m0s");
    CHECK(virtualTimeText(-20'000'000) == "-20ms");
    CHECK(virtualTimeText(INT64_MIN) == "-2562047h47m16.854775808s");
}

TEST_CASE("CSV has a line an event and quotes what must be quoted") {
    Sample s;
    std::string csv = csvTrace(s.sink, s.recorder);
    CHECK(std::count(csv.begin(), csv.end(), '\r') == static_cast<long>(s.sink.size()) + 1);
    CHECK(csv.find("6,1500,chan-send-buffer,1,1,main,1,jobs,7,2,5,value,1,msg,main puts 5 into jobs; 9 of 10 "
                   "slots left\r\n") != std::string::npos);
    CHECK(csv.find("\"\"\"a,b\"\"\"") != std::string::npos);
}

TEST_CASE("the Chrome trace has slices for goroutines and processors, counters and wake arrows") {
    Sample s;
    std::string json = chromeTrace(s.sink, s.recorder);
    CHECK(json.find("\"name\":\"worker #2\"") != std::string::npos);
    CHECK(
        json.find(
            "\"ph\":\"X\",\"pid\":1,\"tid\":3,\"name\":\"blocked: jobs\",\"ts\":2.000,\"dur\":1000000.000") !=
        std::string::npos);
    CHECK(json.find("\"ph\":\"C\"") != std::string::npos);
    CHECK(json.find("\"ph\":\"s\"") != std::string::npos);
    CHECK(std::count(json.begin(), json.end(), '{') == std::count(json.begin(), json.end(), '}'));
}

TEST_CASE("recording switched off keeps numbers but no texts") {
    Recorder recorder(nullptr);
    CHECK(recorder.addObject({}) == 1);
    CHECK(recorder.noteObject("mutex", 0) == 2);
    CHECK(recorder.text("x") == 0);
    recorder.addGoroutine(1, {});
    recorder.emit(EventKind::GoStart);
    CHECK(recorder.count() == 0);
    CHECK(recorder.goroutineName(1) == "goroutine 1");
}

// Regression test: publishing again after the reader had emptied a full window that was kept aside wrote to a
// window that was gone.
TEST_CASE("a ring publishes again after a full window kept aside has been drained") {
    constexpr uint32_t kCapacity = 1024;
    constexpr uint32_t kWindow = 256;
    std::vector<Event> storage(kCapacity);
    std::atomic<uint32_t> head{0};
    std::atomic<uint32_t> tail{0};
    RingSink ring(storage.data(), kCapacity, head, tail);
    std::vector<uint32_t> read;
    const auto drain = [&] {
        for (; tail.load() != head.load(); tail.store(tail.load() + 1)) {
            read.push_back(static_cast<uint32_t>(storage[tail.load() % kCapacity].a));
        }
    };
    uint32_t next = 0;
    const auto fill = [&](EventWindow window) {
        for (Event* at = window.begin; at != window.end; ++at) at->a = next++;
        return window.end;
    };
    Event* end = nullptr;
    for (uint32_t i = 0; i < kCapacity / kWindow; i++) {  // the ring is full now
        end = fill(ring.nextWindow());
        ring.publish(end);
    }
    end = fill(ring.nextWindow());  // kept aside
    drain();
    ring.publish(end);  // goes to the ring whole, and nothing is aside any more
    drain();
    CHECK(read.size() == kCapacity + kWindow);
    ring.publish(end);
    ring.publish(end);
    end = fill(ring.nextWindow());
    ring.publish(end);
    drain();
    CHECK(read.size() == kCapacity + 2 * kWindow);
    for (uint32_t i = 0; i < read.size(); i++) CHECK(read[i] == i);
}

TEST_CASE("a ring keeps every event in order although its reader is late") {
    constexpr uint32_t kCapacity = 1024;
    std::vector<Event> storage(kCapacity);
    std::atomic<uint32_t> head{0};
    std::atomic<uint32_t> tail{0};
    RingSink ring(storage.data(), kCapacity, head, tail);
    uint64_t read = 0;
    {
        Recorder recorder(&ring);
        auto drain = [&](uint32_t most) {
            for (; tail.load() != head.load() && most > 0; most--) {
                CHECK(storage[tail.load() % kCapacity].a == read);
                read++;
                tail.store(tail.load() + 1);
            }
        };
        for (uint32_t i = 0; i < 20'000; i++) {
            recorder.emit(EventKind::Line, 0, i);
            if (i % 700 == 0) {
                recorder.publish();
                drain(500);
            }
        }
        CHECK(recorder.room() == 0);
        for (int i = 0; i < 100; i++) {
            recorder.publish();
            drain(UINT32_MAX);
        }
        CHECK(recorder.room() > 0);
    }
    CHECK(read == 20'000);
}
