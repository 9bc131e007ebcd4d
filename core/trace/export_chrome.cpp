#include "trace/export_chrome.h"

#include "trace/arguments.h"
#include "trace/narrate.h"

namespace sluice {

namespace {

constexpr int kGoroutinesPid = 1;
constexpr int kProcessorsPid = 2;

std::string quoted(std::string_view text) {
    constexpr char kHex[] = "0123456789abcdef";
    std::string out = "\"";
    for (char c : text) {
        unsigned char u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (u < 0x20) {
            out += "\\u00";
            out += kHex[u >> 4];
            out += kHex[u & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string microseconds(int64_t ns) {
    std::string rest = std::to_string(ns % 1000);
    rest.insert(0, 3 - rest.size(), '0');
    return std::to_string(ns / 1000) + "." + rest;
}

/// Writes the JSON while it follows what each goroutine and processor does.
class Writer {
  public:
    Writer(const VectorSink& events, const Recorder& recorder)
        : events_(events), recorder_(recorder), narrator_(recorder) {}

    std::string run() {
        out_ = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n";
        item("\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":\"goroutines\"}");
        item("\"ph\":\"M\",\"pid\":2,\"name\":\"process_name\",\"args\":{\"name\":\"processors\"}");
        goroutines_.resize(recorder_.goroutineCount() + 1);
        for (uint32_t g = 1; g <= recorder_.goroutineCount(); g++) {
            item("\"ph\":\"M\",\"pid\":1,\"tid\":" + std::to_string(g) +
                 ",\"name\":\"thread_name\",\"args\":{\"name\":" + quoted(recorder_.goroutineName(g)) + "}");
        }
        for (uint64_t i = 0; i < events_.size(); i++) follow(events_[i], i);
        int64_t end = events_.size() == 0 ? 0 : events_[events_.size() - 1].time;
        for (uint32_t g = 1; g < goroutines_.size(); g++) close(g, end);
        out_ += "\n]}\n";
        return std::move(out_);
    }

  private:
    struct Track {
        std::string state;  ///< name of the open slice; empty = none
        int64_t since = 0;
        int processor = -1;
        uint64_t wokenBy = 0;  ///< flow id, 0 = none
    };

    void item(const std::string& body) {
        if (!first_) out_ += ",\n";
        first_ = false;
        out_ += "{" + body + "}";
    }

    void slice(int pid, uint32_t tid, const std::string& name, int64_t from, int64_t to) {
        item("\"ph\":\"X\",\"pid\":" + std::to_string(pid) + ",\"tid\":" + std::to_string(tid) +
             ",\"name\":" + quoted(name) + ",\"ts\":" + microseconds(from) +
             ",\"dur\":" + microseconds(to - from));
    }

    void close(uint32_t g, int64_t now) {
        Track& t = goroutines_[g];
        if (!t.state.empty()) slice(kGoroutinesPid, g, t.state, t.since, now);
        if (t.processor >= 0) {
            slice(kProcessorsPid, static_cast<uint32_t>(t.processor), recorder_.goroutineName(g), t.since,
                  now);
        }
        t.processor = -1;
        t.state.clear();
    }

    void open(uint32_t g, std::string state, int64_t now, int processor = -1) {
        close(g, now);
        goroutines_[g].state = std::move(state);
        goroutines_[g].since = now;
        goroutines_[g].processor = processor;
    }

    void flow(const char* phase, uint64_t id, uint32_t g, int64_t now) {
        item(std::string("\"ph\":\"") + phase +
             "\",\"cat\":\"wake\",\"name\":\"wakes\",\"bp\":\"e\",\"id\":" + std::to_string(id) +
             ",\"pid\":1,\"tid\":" + std::to_string(g) + ",\"ts\":" + microseconds(now));
    }

    void follow(const Event& e, uint64_t index) {
        std::string sentence = narrator_.tell(e);
        uint32_t g = e.goroutine;
        bool known = g != 0 && g < goroutines_.size();
        std::string_view change = eventInfo(e.what()).change;
        switch (e.what()) {
            case EventKind::GoCreate:
                if (e.a < goroutines_.size()) open(e.a, "runnable", e.time);
                return;
            case EventKind::GoUnblock:
                if (e.a >= goroutines_.size()) return;
                open(e.a, "runnable", e.time);
                if (!known) return;
                goroutines_[e.a].wokenBy = index + 1;
                flow("s", index + 1, g, e.time);
                return;
            case EventKind::GoStart:
                if (!known) return;
                open(g, "running", e.time, e.processor == kNoProcessor ? -1 : e.processor);
                if (goroutines_[g].wokenBy != 0) flow("f", goroutines_[g].wokenBy, g, e.time);
                goroutines_[g].wokenBy = 0;
                return;
            case EventKind::ChanSendBuffer:
            case EventKind::ChanRefill: count(e, 1); break;
            case EventKind::ChanRecvBuffer: count(e, -1); break;
            default: break;
        }
        if (known) {
            item("\"ph\":\"i\",\"s\":\"t\",\"pid\":1,\"tid\":" + std::to_string(g) +
                 ",\"name\":" + quoted(eventInfo(e.what()).word) + ",\"ts\":" + microseconds(e.time) +
                 ",\"args\":{\"what\":" + quoted(sentence) + ",\"line\":" + std::to_string(e.line()) + "}");
        }
        if (!known || change == "-") return;
        if (change == "end")
            close(g, e.time);
        else if (change == "ready")
            open(g, "runnable", e.time);
        else if (change == "sleep")
            open(g, "sleep", e.time);
        else if (change == "block")
            open(g,
                 "blocked: " +
                     (e.object == 0 ? std::string(eventInfo(e.what()).word) : recorder_.objectName(e.object)),
                 e.time);
    }

    void count(const Event& e, int delta) {
        if (counts_.size() <= e.object) counts_.resize(e.object + 1);
        counts_[e.object] += delta;
        item("\"ph\":\"C\",\"pid\":1,\"name\":" + quoted(recorder_.objectName(e.object)) + ",\"ts\":" +
             microseconds(e.time) + ",\"args\":{\"buffered\":" + std::to_string(counts_[e.object]) + "}");
    }

    const VectorSink& events_;
    const Recorder& recorder_;
    Narrator narrator_;
    std::string out_;
    bool first_ = true;
    std::vector<Track> goroutines_;
    std::vector<int64_t> counts_;
};

}  // namespace

std::string chromeTrace(const VectorSink& events, const Recorder& recorder) {
    return Writer(events, recorder).run();
}

}  // namespace sluice
