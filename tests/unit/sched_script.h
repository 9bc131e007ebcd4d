#pragma once
// Goroutines as scripts: a fake executor for tests of the scheduler and of the primitives.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sched/scheduler.h"
#include "trace/text_form.h"

namespace sluice::test {

struct ScriptGoroutine;

/// What an operation of a script did.
enum class Did { Done, Blocked, Retry, Yielded, Ended };

/// One step: so much work, or an operation others can see.
struct Step {
    int64_t work = 0;
    std::function<Did(ScriptGoroutine&)> operation;
};
using Script = std::vector<Step>;

struct ScriptGoroutine : Goroutine {
    Script script;
    size_t at = 0;
    int64_t worked = 0;
    std::string panic;
    uint64_t slots[16] = {};  ///< stands for its stack
};

/// Runs scripts. Position words are "line = step + 1".
class ScriptExecutor final : public Executor {
  public:
    explicit ScriptExecutor(Scheduler& scheduler) : scheduler_(scheduler) { scheduler.setExecutor(*this); }

    RunResult run(Goroutine& base) override {
        auto& g = static_cast<ScriptGoroutine&>(base);
        if (g.wakePanic != nullptr) {
            g.panic = g.wakePanic;
            return RunResult::Ended;
        }
        while (g.at < g.script.size()) {
            if (scheduler_.fuel() <= 0 && !g.pinned) return RunResult::Budget;
            Step& step = g.script[g.at];
            if (!step.operation) {
                int64_t now = std::min(scheduler_.fuel(), step.work - g.worked);
                scheduler_.fuel() -= now;
                g.worked += now;
                if (g.worked < step.work) return RunResult::Budget;
                g.worked = 0;
                g.at++;
                continue;
            }
            if (!scheduler_.mayAct()) return RunResult::OutOfTurn;
            scheduler_.sync();
            scheduler_.recorder().here().pos = static_cast<uint32_t>(g.at + 1) << 12;
            Did did = step.operation(g);
            scheduler_.fuel() -= 1;
            if (did == Did::Retry) return RunResult::Parked;
            g.at++;
            if (did == Did::Blocked) return RunResult::Parked;
            if (did == Did::Yielded) return RunResult::Yielded;
            if (did == Did::Ended) break;
        }
        if (g.number != 1) return RunResult::Ended;
        scheduler_.finish(Outcome::MainReturned, 0, "");
        return RunResult::Stopped;
    }

    void reap(Goroutine& g) override { reaped.push_back(g.number); }

    std::vector<uint32_t> reaped;

  private:
    Scheduler& scheduler_;
};

/// A run of scripts with everything it needs.
struct ScriptRun {
    VectorSink sink;
    Recorder recorder{&sink};
    Strategy strategy;
    Scheduler scheduler;
    ScriptExecutor executor{scheduler};
    std::vector<std::unique_ptr<ScriptGoroutine>> goroutines;
    std::string log;  ///< what note() steps wrote

    explicit ScriptRun(uint16_t processors = 1, uint64_t seed = 1, SchedulerOptions options = {})
        : strategy(seed), scheduler(withProcessors(options, processors), recorder, strategy) {}

    static SchedulerOptions withProcessors(SchedulerOptions options, uint16_t processors) {
        options.processors = processors;
        return options;
    }

    /// Starts a goroutine now (from the test for main, from a step for others).
    ScriptGoroutine& start(const std::string& name, Script script) {
        goroutines.push_back(std::make_unique<ScriptGoroutine>());
        ScriptGoroutine& g = *goroutines.back();
        g.script = std::move(script);
        GoroutineInfo info;
        info.function = recorder.text("main." + name);
        info.name = recorder.text(name);
        scheduler.start(g, info, info.name);
        return g;
    }

    Step work(int64_t ns) { return {ns, {}}; }
    Step go(std::string name, Script script) {
        return {0, [this, name, script](ScriptGoroutine&) {
                    start(name, script);
                    return Did::Done;
                }};
    }
    /// Writes a word and the virtual time to the log.
    Step note(std::string word) {
        return {0, [this, word](ScriptGoroutine&) {
                    log += word + "@" + std::to_string(scheduler.now()) + " ";
                    return Did::Done;
                }};
    }
    Step sleep(int64_t ns) {
        return {0, [this, ns](ScriptGoroutine& g) {
                    scheduler.sleep(g, ns);
                    return Did::Blocked;
                }};
    }
    Step yield() {
        return {0, [this](ScriptGoroutine& g) {
                    scheduler.yieldToAll(g);
                    return Did::Yielded;
                }};
    }
    Step processors(uint16_t count) {
        return {0, [this, count](ScriptGoroutine&) {
                    scheduler.setProcessorCount(count);
                    return Did::Done;
                }};
    }
    /// Blocks for ever on nothing.
    Step blockForEver() {
        return {0, [this](ScriptGoroutine& g) {
                    scheduler.park(g, WaitReason::SelectNoCases, 0, 0, true);
                    return Did::Blocked;
                }};
    }

    /// Runs to the end.
    Outcome run(Script main) {
        start("main", std::move(main));
        return scheduler.advance({});
    }

    /// The words of all events, one space between; only those of `kinds` when given.
    std::string words(std::initializer_list<EventKind> kinds = {}) {
        recorder.publish();
        std::string out;
        for (uint64_t i = 0; i < sink.size(); i++) {
            bool wanted = kinds.size() == 0;
            for (EventKind kind : kinds) wanted |= kind == sink[i].what();
            if (!wanted) continue;
            if (!out.empty()) out += ' ';
            out +=
                "g" + std::to_string(sink[i].goroutine) + ":" + std::string(eventInfo(sink[i].what()).word);
        }
        return out;
    }
    std::string text() {
        recorder.publish();
        return traceText(sink, recorder);
    }
    /// True if event times never decrease.
    bool timesAreOrdered() {
        recorder.publish();
        for (uint64_t i = 1; i < sink.size(); i++) {
            if (sink[i].time < sink[i - 1].time) return false;
        }
        return true;
    }
};

}  // namespace sluice::test
