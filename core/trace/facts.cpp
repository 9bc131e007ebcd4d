// Folds the events of a run into RunFacts.
#include "trace/facts.h"

#include <algorithm>

#include "trace/recorder.h"

namespace sluice {

namespace {

/// How many goroutines of one name are at work, and since when at least so many.
class Level {
  public:
    void change(int by, int64_t now) {
        if (by > 0) {
            since_.push_back(now);
        } else if (!since_.empty()) {
            settle(now);
            since_.pop_back();
        }
    }
    /// The highest level that lasted; a level that goes on is judged as of `now`.
    uint32_t most(int64_t now) {
        settle(now);
        return most_;
    }

  private:
    void settle(int64_t now) {
        // since_ ascends, so the lower levels have lasted longest.
        while (most_ < since_.size() && now - since_[most_] >= kWorkingNs) ++most_;
    }

    std::vector<int64_t> since_;  // entry k: since when the level is above k
    uint32_t most_ = 0;
};

class Facts {
  public:
    explicit Facts(const Recorder& recorder)
        : recorder_(recorder), states_(recorder.goroutineCount() + 1), queues_(recorder.objectCount() + 1) {}

    void read(const Event& event) {
        now_ = event.time;
        count(event);
        watchGoroutine(event);
        watchQueue(event);
        if (event.what() == EventKind::Watch) {
            facts_.watched[std::string(recorder_.textOf(event.a))].push_back(recorder_.valueText(event.b));
        } else if (event.what() == EventKind::Leak) {
            ++facts_.leaks;
        }
    }

    RunFacts finish() {
        for (auto& [name, level] : levels_) facts_.mostWorking[name] = level.most(now_);
        return std::move(facts_);
    }

  private:
    struct State {
        bool alive = false;
        bool started = false;
        bool working = false;
    };

    bool isOurs(uint32_t goroutine) const {
        return goroutine != 0 && goroutine < states_.size() && !recorder_.goroutine(goroutine).system;
    }
    std::string goroutineName(uint32_t goroutine) const {
        return std::string(recorder_.textOf(recorder_.goroutine(goroutine).name));
    }
    std::string objectName(uint32_t object) const {
        return std::string(recorder_.textOf(recorder_.object(object).name));
    }

    void count(const Event& event) {
        ++facts_.events[{event.kind, ""}];
        if (isOurs(event.goroutine)) ++facts_.events[{event.kind, goroutineName(event.goroutine)}];
        if (event.object != 0 && event.object < queues_.size()) {
            const std::string name = objectName(event.object);
            if (!name.empty()) ++facts_.events[{event.kind, name}];
        }
    }

    void born(uint32_t goroutine) {
        if (!isOurs(goroutine)) return;
        states_[goroutine].alive = true;
        facts_.mostGoroutines = std::max(facts_.mostGoroutines, ++alive_);
        const std::string name = goroutineName(goroutine);
        uint32_t& most = facts_.mostAlive[name];
        most = std::max(most, ++aliveByName_[name]);
    }

    void setWorking(uint32_t goroutine, bool working) {
        State& state = states_[goroutine];
        if (state.working == working) return;
        state.working = working;
        levels_[goroutineName(goroutine)].change(working ? 1 : -1, now_);
    }

    void watchGoroutine(const Event& event) {
        if (event.what() == EventKind::GoCreate) born(event.a);
        if (event.what() == EventKind::GoUnblock && isOurs(event.a))
            setWorking(event.a, states_[event.a].started);
        if (!isOurs(event.goroutine)) return;
        const std::string_view change = eventInfo(event.what()).change;
        State& state = states_[event.goroutine];
        if (change == "run" || change == "sleep") {
            state.started = true;
            setWorking(event.goroutine, true);
        } else if (change == "block") {
            const bool isIo =
                event.what() == EventKind::GoBlock && event.a == static_cast<uint32_t>(WaitReason::IoWait);
            setWorking(event.goroutine, isIo);
        } else if (change == "end" && state.alive) {
            state.alive = false;
            --alive_;
            --aliveByName_[goroutineName(event.goroutine)];
            setWorking(event.goroutine, false);
        }
    }

    void watchQueue(const Event& event) {
        if (event.object >= queues_.size()) return;
        uint32_t& queue = queues_[event.object];
        switch (event.what()) {
            case EventKind::ChanSendBuffer:
            case EventKind::ChanRefill: ++queue; break;
            case EventKind::ChanRecvBuffer: queue -= queue != 0; return;
            case EventKind::ChanMake: break;
            default: return;
        }
        uint32_t& most = facts_.longestQueue[objectName(event.object)];
        most = std::max(most, queue);
    }

    const Recorder& recorder_;
    RunFacts facts_;
    std::vector<State> states_;
    std::vector<uint32_t> queues_;
    std::map<std::string, Level> levels_;
    std::map<std::string, uint32_t> aliveByName_;
    uint32_t alive_ = 0;
    int64_t now_ = 0;
};

}  // namespace

RunFacts collectFacts(const VectorSink& events, const Recorder& recorder) {
    Facts facts(recorder);
    for (uint64_t i = 0; i < events.size(); ++i) facts.read(events[i]);
    return facts.finish();
}

bool findEventKind(std::string_view word, EventKind& kind) {
    size_t count = 0;
    const EventInfo* infos = eventInfos(count);
    for (size_t i = 0; i < count; ++i) {
        if (infos[i].word != word) continue;
        kind = static_cast<EventKind>(infos[i].number);
        return true;
    }
    return false;
}

bool namesThing(std::string_view name, std::string_view full) {
    return name == full ||
           (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == '.');
}

}  // namespace sluice
