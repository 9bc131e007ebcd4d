// Every branch of send, receive and close.
#include <doctest/doctest.h>

#include "sync_script.h"

using namespace sluice;
using namespace sluice::test;

TEST_CASE("a send hands its value to a waiting receiver") {
    SyncRun r;
    Slot c = r.chan(0);
    r.run(
        {r.go("rx", {r.receive(c), r.show("v"), r.show("ok", 2)}), r.sleep(kMs), r.send(c, 7), r.sleep(kMs)});
    CHECK(r.log == "v=7 ok=1 ");
    CHECK(
        r.words({EventKind::ChanRecvBlock, EventKind::ChanSendDirect, EventKind::GoUnblock,
                 EventKind::ChanRecvWake}) ==
        "g2:chan-recv-block g0:go-unblock g1:chan-send-direct g1:go-unblock g2:chan-recv-wake g0:go-unblock");
}

TEST_CASE("a receive takes the value of a waiting sender") {
    SyncRun r;
    Slot c = r.chan(0);
    r.run(
        {r.go("tx", {r.send(c, 7), r.note("sent")}), r.sleep(kMs), r.receive(c), r.show("v"), r.sleep(kMs)});
    CHECK(r.log == "v=7 sent@1000000 ");
    CHECK(r.words({EventKind::ChanSendBlock, EventKind::ChanRecvDirect, EventKind::ChanSendWake}) ==
          "g2:chan-send-block g1:chan-recv-direct g2:chan-send-wake");
}

TEST_CASE("a buffer keeps values in order, a full one blocks, a receive moves the blocked value up") {
    SyncRun r;
    Slot c = r.chan(2);
    Script main{r.go("tx", {r.send(c, 1), r.send(c, 2), r.send(c, 3), r.note("sent3")}), r.sleep(kMs)};
    for (int i = 0; i < 3; i++) {
        main.push_back(r.receive(c));
        main.push_back(r.show("v"));
    }
    main.push_back(r.sleep(kMs));
    r.run(main);
    CHECK(r.log == "v=1 v=2 v=3 sent3@1000000 ");
    CHECK(r.words({EventKind::ChanSendBuffer, EventKind::ChanSendBlock, EventKind::ChanRecvBuffer,
                   EventKind::ChanRefill, EventKind::ChanSendWake}) ==
          "g2:chan-send-buffer g2:chan-send-buffer g2:chan-send-block g1:chan-recv-buffer g1:chan-refill "
          "g1:chan-recv-buffer g1:chan-recv-buffer g2:chan-send-wake");
}

TEST_CASE("message numbers follow a value from send to receive") {
    SyncRun r;
    Slot c = r.chan(1);
    r.run({r.send(c, 5), r.receive(c), r.send(c, 6), r.receive(c)});
    r.recorder.publish();
    std::string pairs;
    for (uint64_t i = 0; i < r.sink.size(); i++) {
        if (r.sink[i].what() != EventKind::ChanSendBuffer && r.sink[i].what() != EventKind::ChanRecvBuffer)
            continue;
        pairs += std::to_string(smallValueOf(r.sink[i].a)) + "#" + std::to_string(r.sink[i].b) + " ";
    }
    CHECK(pairs == "5#1 5#1 6#2 6#2 ");
}

TEST_CASE("waiters are served first come first served") {
    SyncRun r;
    Slot c = r.chan(0);
    Script main;
    for (int i = 0; i < 3; i++) {
        main.push_back(r.go("rx", {r.receive(c), r.show("rx" + std::to_string(i))}));
        main.push_back(r.sleep(kMs));
    }
    for (uint64_t v = 10; v < 13; v++) {
        main.push_back(r.send(c, v));
        main.push_back(r.sleep(kMs));
    }
    r.run(main);
    CHECK(r.log == "rx0=10 rx1=11 rx2=12 ");
}

TEST_CASE("close drains the buffer first, then yields zero values") {
    SyncRun r;
    Slot c = r.chan(2);
    r.run({r.send(c, 9), r.close(c), r.receive(c), r.show("v"), r.show("ok", 2), r.receive(c), r.show("v"),
           r.show("ok", 2)});
    CHECK(r.log == "v=9 ok=1 v=0 ok=0 ");
    CHECK(r.words({EventKind::ChanClose, EventKind::ChanRecvClosed}) == "g1:chan-close g1:chan-recv-closed");
}

TEST_CASE("close wakes every receiver, and blocked senders panic") {
    SyncRun r;
    Slot c = r.chan(0);
    Slot d = r.chan(0);
    Script rx{r.receive(c), r.show("v"), r.show("ok", 2)};
    r.run({r.go("a", rx), r.go("b", rx), r.go("tx", {r.send(d, 1)}), r.sleep(kMs), r.close(c), r.close(d),
           r.sleep(kMs)});
    CHECK(r.log == "v=0 ok=0 v=0 ok=0 ");
    CHECK(r.goroutines[3]->panic == "send on closed channel");
    CHECK(r.rt.waiters.inUse() == 0);
}

TEST_CASE("misuse has Go's texts") {
    SyncRun r;
    Slot c = r.chan(1);
    r.run({r.go("a", {r.send(c, 1)}), r.go("b", {r.close(c)}), r.go("n", {r.close(0)}), r.close(c),
           r.sleep(kMs)});
    CHECK(r.goroutines[1]->panic == "send on closed channel");
    CHECK(r.goroutines[2]->panic == "close of closed channel");
    CHECK(r.goroutines[3]->panic == "close of nil channel");
    Slot out = 0;
    CHECK(makeChannel(r.rt, 1, 1, kLayoutScalar, -1, 0, 0, out).text ==
          std::string("makechan: size out of range"));
}

TEST_CASE("a nil channel blocks for ever") {
    SyncRun r;
    CHECK(r.run({r.go("a", {r.send(0, 1)}), r.receive(0)}) == Outcome::Deadlock);
    CHECK(waitReasonText(r.goroutines[0]->reason) == "chan receive (nil chan)");
    CHECK(waitReasonText(r.goroutines[1]->reason) == "chan send (nil chan)");
}

TEST_CASE("an unbuffered channel nobody else uses is a deadlock") {
    SyncRun r;
    Slot c = r.chan(0, "jobs");
    CHECK(r.run({r.send(c, 1)}) == Outcome::Deadlock);
    CHECK(waitReasonText(r.goroutines[0]->reason) == "chan send");
    CHECK(r.recorder.objectName(r.goroutines[0]->waitObject) == "jobs");
    CHECK(r.goroutines[0]->waitPos == 1u << 12);
}

TEST_CASE("elements of many slots and of none are moved whole") {
    SyncRun r;
    Slot wide = 0;
    Slot none = 0;
    LayoutId layout = r.types.layouts.internScalars(3);
    makeChannel(r.rt, 1, 3, layout, 2, 0, 0, wide);
    makeChannel(r.rt, 1, 0, kLayoutEmpty, 2, 0, 0, none);
    auto fill = r.op([&](ScriptGoroutine& g) {
        g.slots[4] = 1, g.slots[5] = 2, g.slots[6] = 3;
        channelSend(r.rt, g, wide, &g.slots[4]);
        g.slots[4] = 4, g.slots[5] = 5, g.slots[6] = 6;
        channelSend(r.rt, g, wide, &g.slots[4]);
        return channelSend(r.rt, g, none, nullptr);
    });
    auto take = r.op([&](ScriptGoroutine& g) {
        channelReceive(r.rt, g, none, nullptr, &g.slots[2]);
        channelReceive(r.rt, g, wide, nullptr, nullptr);
        return channelReceive(r.rt, g, wide, &g.slots[7], nullptr);
    });
    r.run({fill, take, r.show("a", 7), r.show("b", 8), r.show("c", 9), r.show("ok", 2)});
    CHECK(r.log == "a=4 b=5 c=6 ok=1 ");
    CHECK(channelLength(r.rt, wide) == 0);
    CHECK(channelCapacity(r.rt, none) == 2);
}

TEST_CASE("what is in a buffer can be looked at") {
    SyncRun r;
    Slot c = r.chan(3);
    r.run({r.send(c, 1), r.send(c, 2), r.receive(c), r.send(c, 3), r.send(c, 4)});
    std::vector<BufferedNote> notes;
    channelNotes(r.rt, c, notes);
    REQUIRE(notes.size() == 3);
    CHECK(smallValueOf(notes[0].value) == 2);
    CHECK(smallValueOf(notes[2].value) == 4);
    CHECK(notes[2].message == 4);
}

TEST_CASE("five one-second jobs on three workers take two seconds") {
    for (uint16_t processors : {1, 2, 4}) {
        SyncRun r(processors);
        Slot jobs = r.chan(5, "jobs");
        Slot results = r.chan(5, "results");
        Script worker;
        for (int i = 0; i < 5; i++) {
            worker.push_back(r.receive(jobs));
            worker.push_back(
                {0, [](ScriptGoroutine& g) { return g.slots[2] == 0 ? Did::Ended : Did::Done; }});
            worker.push_back(r.sleep(kSecond));
            worker.push_back(r.send(results, 1));
        }
        Script main;
        for (int i = 0; i < 3; i++) main.push_back(r.go("worker", worker));
        for (uint64_t i = 0; i < 5; i++) main.push_back(r.send(jobs, i));
        main.push_back(r.close(jobs));
        for (int i = 0; i < 5; i++) main.push_back(r.receive(results));
        main.push_back(r.note("end"));
        CHECK(r.run(main) == Outcome::MainReturned);
        CHECK(r.log == "end@2000000000 ");
        CHECK(r.timesAreOrdered());
    }
}
