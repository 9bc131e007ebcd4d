#include "timeline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <vector>

#include "trace/recorder.h"

namespace sluice::cli {

namespace {

/// Columns of the drawing: fits beside the names in a terminal of 100 columns.
constexpr size_t kColumns = 72;
/// Lanes drawn; more do not fit a screen, and the rest is counted in a last line.
constexpr size_t kMaxLanes = 60;

enum State : uint8_t { kNone, kReady, kRun, kBlock, kSleep, kEnd };

struct Lane {
    State state = kNone;
    int64_t since = 0;
    std::vector<std::array<int64_t, 6>> columns;  // ns per state
    std::vector<bool> ran;
};

class Drawing {
  public:
    Drawing(const Recorder& recorder, const VectorSink& events) : recorder_(recorder), events_(events) {}

    std::string draw() {
        if (events_.size() == 0) return "";
        end_ = std::max<int64_t>(events_[events_.size() - 1].time, 1);
        for (uint64_t i = 0; i < events_.size(); ++i) apply(events_[i]);
        for (auto& [number, lane] : lanes_) change(lane, lane.state, end_);
        return render();
    }

  private:
    Lane& lane(uint32_t goroutine) {
        Lane& lane = lanes_[goroutine];
        if (lane.columns.empty()) {
            lane.columns.resize(kColumns);
            lane.ran.resize(kColumns);
        }
        return lane;
    }

    void apply(const Event& event) {
        if (event.what() == EventKind::GoCreate) change(lane(event.a), kReady, event.time);
        if (event.what() == EventKind::GoUnblock) change(lane(event.a), kReady, event.time);
        if (event.goroutine == 0) return;
        const std::string_view word = eventInfo(event.what()).change;
        Lane& own = lane(event.goroutine);
        if (own.state != kEnd && word == "-" && own.state != kRun && own.state != kNone)
            change(own, kRun, event.time);
        if (word == "run") change(own, kRun, event.time);
        if (word == "ready") change(own, kReady, event.time);
        if (word == "block") change(own, kBlock, event.time);
        if (word == "sleep") change(own, kSleep, event.time);
        if (word == "end") change(own, kEnd, event.time);
    }

    size_t column(int64_t time) const {
        return std::min<size_t>(kColumns - 1,
                                static_cast<size_t>(static_cast<double>(time) / end_ * kColumns));
    }

    /// Ends the lane's present state at `time` and begins `next`.
    void change(Lane& lane, State next, int64_t time) {
        if (lane.state != kNone) {
            for (size_t c = column(lane.since); c <= column(time); ++c) {
                const int64_t from = std::max<int64_t>(lane.since, static_cast<int64_t>(c) * end_ / kColumns);
                const int64_t to = std::min<int64_t>(time, static_cast<int64_t>(c + 1) * end_ / kColumns);
                if (to > from) lane.columns[c][lane.state] += to - from;
                if (lane.state == kRun) lane.ran[c] = true;
            }
        }
        lane.state = next;
        lane.since = time;
    }

    static const char* symbol(const Lane& lane, size_t c) {
        static constexpr const char* kSymbols[] = {" ", "░", "█", "·", "~", " "};
        if (lane.ran[c]) return kSymbols[kRun];
        const auto& spent = lane.columns[c];
        const size_t most = static_cast<size_t>(std::max_element(spent.begin(), spent.end()) - spent.begin());
        return kSymbols[spent[most] == 0 ? 0 : most];
    }

    std::string render() const {
        size_t width = 0, drawn = 0;
        for (const auto& [number, lane] : lanes_)
            width = std::max(width, recorder_.goroutineName(number).size());
        std::string out;
        for (const auto& [number, lane] : lanes_) {
            if (recorder_.goroutine(number).system) continue;
            if (++drawn > kMaxLanes) continue;
            std::string name = recorder_.goroutineName(number);
            name.resize(width, ' ');
            out += name + " │";
            for (size_t c = 0; c < kColumns; ++c) out += symbol(lane, c);
            out += "│\n";
        }
        if (drawn > kMaxLanes) out += "… and " + std::to_string(drawn - kMaxLanes) + " more goroutines\n";
        std::string right = formatSeconds(end_);
        out += std::string(width, ' ') + " 0s" +
               std::string(kColumns - 1 - std::min<size_t>(right.size(), 60), ' ') + right + "\n";
        return out + std::string(width, ' ') + " █ running  ░ runnable  · waiting  ~ sleeping\n";
    }

    static std::string formatSeconds(int64_t ns) {
        char text[32];
        std::snprintf(text, sizeof text, "%.9gs", static_cast<double>(ns) / 1e9);
        return text;
    }

    const Recorder& recorder_;
    const VectorSink& events_;
    int64_t end_ = 1;
    std::map<uint32_t, Lane> lanes_;
};

}  // namespace

std::string drawTimeline(const Recorder& recorder, const VectorSink& events) {
    return Drawing(recorder, events).draw();
}

}  // namespace sluice::cli
