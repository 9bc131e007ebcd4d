// One run: puts scheduler, machine, world and recorder together and turns their states into the session's.
#include <algorithm>
#include <utility>

#include "api/session.h"
#include "base/order.h"
#include "code/program.h"
#include "library/library.h"
#include "machine/image.h"
#include "machine/machine.h"
#include "sched/scheduler.h"
#include "sched/strategy.h"
#include "source/text.h"
#include "world/world.h"

namespace sluice {

namespace {

SchedulerOptions schedulerOptions(const RunOptions& options) {
    SchedulerOptions result;
    result.processors = static_cast<uint16_t>(options.processors < 1                ? 1
                                              : options.processors > kMaxProcessors ? kMaxProcessors
                                                                                    : options.processors);
    result.instructionLimit = options.limits.instructions;
    result.timeLimitNs = options.limits.virtualTimeNs;
    return result;
}

Schedule scheduleOf(const RunOptions& options) {
    Schedule schedule;
    schedule.seed = options.seed;
    Schedule given;
    if (!options.schedule.empty() && Schedule::parse(options.schedule, given)) return given;
    return schedule;
}

/// Holds begin and end at numbers of events, so such runs are recorded in any case.
bool isHolding(const RunOptions& options) { return !scheduleOf(options).holds.empty(); }

std::vector<WorldSetting> settingsOf(const Compilation& compilation) {
    std::vector<WorldSetting> settings;
    for (const Directive& directive : compilation.directives().all) {
        if (directive.verb != DirectiveVerb::World) continue;
        WorldSetting setting;
        setting.words = directive.args;
        for (const KeyValue& pair : directive.values) setting.values.push_back({pair.key, pair.value});
        settings.push_back(std::move(setting));
    }
    return settings;
}

RunState stateOf(Outcome outcome) {
    switch (outcome) {
        case Outcome::Running: return RunState::Ready;
        case Outcome::Drain: return RunState::Drain;
        case Outcome::MainReturned:
        case Outcome::Exited: return RunState::Finished;
        case Outcome::Died: return RunState::Panicked;
        case Outcome::Deadlock: return RunState::Deadlocked;
        case Outcome::WaitingForInput: return RunState::Waiting;
        case Outcome::Limit: return RunState::Limited;
    }
    return RunState::Finished;
}

}  // namespace

/// The parts in the order they depend on each other; destroyed in reverse.
struct Run::Parts {
    const Compilation& compilation;
    VectorSink ownSink;
    Recorder recorder;
    Strategy strategy;
    Scheduler scheduler;
    Machine machine;
    World world;
    Library library;

    Parts(const Compilation& c, const RunOptions& options)
        : compilation(c),
          recorder(options.sink                           ? options.sink
                   : options.record || isHolding(options) ? &ownSink
                                                          : nullptr),
          strategy(scheduleOf(options)),
          scheduler(schedulerOptions(options), recorder, strategy),
          machine(*c.image(), scheduler, options.limits),
          world(scheduler, options.inputs, settingsOf(c)),
          library(machine, world) {
        recorder.setEventLimit(options.limits.events);
        machine.setArguments(options.arguments);
        machine.heap().setStress(options.gcStress);
        machine.start();
    }
};

Run::Run(const Compilation& compilation, const RunOptions& options)
    : parts_(std::make_unique<Parts>(compilation, options)) {}
Run::~Run() = default;

RunState Run::advance(const RunSlice& slice) {
    AdvanceSlice step;
    step.instructions = slice.instructions;
    step.events = slice.events;
    step.untilNs = slice.untilNs;
    parts_->machine.pauseAtStatement(slice.statements);
    const Outcome outcome = parts_->scheduler.advance(step);
    if (outcome == Outcome::Deadlock) parts_->machine.reportDeadlock();
    parts_->recorder.publish();
    return stateOf(outcome);
}

void Run::watchStatements(const StatementWatch& watch) { parts_->machine.watchStatements(watch); }

uint64_t Run::statementsBegun() const { return parts_->machine.statementsBegun(); }

const BegunStatement& Run::lastBegun() const { return parts_->machine.lastBegun(); }

RunState Run::state() const { return stateOf(parts_->scheduler.outcome()); }

int Run::exitCode() const { return parts_->scheduler.exitCode(); }

std::string Run::outcomeText() const {
    if (state() == RunState::Waiting)
        return "the program waits for something from outside that does not come; give it an input";
    return parts_->scheduler.outcomeText();
}
int64_t Run::nowNs() const { return parts_->scheduler.now(); }
uint64_t Run::instructions() const { return parts_->scheduler.instructionsUsed(); }
const std::string& Run::standardOutput() const { return parts_->machine.standardOutput(); }
const std::string& Run::standardError() const { return parts_->machine.standardError(); }
const std::string& Run::allOutput() const { return parts_->machine.allOutput(); }
const std::vector<size_t>& Run::outputSwitches() const { return parts_->machine.outputSwitches(); }
const Recorder& Run::recorder() const { return parts_->recorder; }
const VectorSink& Run::events() const { return parts_->ownSink; }
std::string Run::schedule() const { return parts_->strategy.schedule().text(); }

namespace {

LocalView viewOf(InspectedLocal&& local) {
    return {std::move(local.name), std::move(local.type), std::move(local.value),
            local.target,          local.object,          local.parts};
}

std::vector<LocalView> viewsOf(std::vector<InspectedLocal>&& locals) {
    std::vector<LocalView> views;
    for (InspectedLocal& local : locals) views.push_back(viewOf(std::move(local)));
    return views;
}

GoroutineView viewOf(Machine& machine, const Recorder& recorder, const Goroutine& g) {
    GoroutineView view;
    view.number = g.number;
    view.name = recorder.goroutineName(g.number);
    view.status = statusText(g.status);
    view.reason = std::string(waitReasonText(g.reason));
    view.object = g.waitObject;
    for (InspectedFrame& frame : machine.inspect(static_cast<const MachineGoroutine&>(g), true))
        view.frames.push_back({std::move(frame.function), frame.line, frame.column, frame.library,
                               viewsOf(std::move(frame.locals))});
    return view;
}

}  // namespace

std::vector<GoroutineView> Run::goroutines() const {
    std::vector<GoroutineView> views;
    for (Goroutine* g = parts_->scheduler.first(); g; g = g->allNext) {
        if (!g->system) views.push_back(viewOf(parts_->machine, parts_->recorder, *g));
    }
    return views;
}

std::vector<GoroutineView> Run::goroutines(const std::vector<uint32_t>& numbers) const {
    std::vector<uint32_t> wanted = numbers;
    sortStable(wanted, [](uint32_t a, uint32_t b) { return a < b; });
    std::vector<GoroutineView> views;
    for (Goroutine* g = parts_->scheduler.first(); g; g = g->allNext) {
        if (!g->system && std::binary_search(wanted.begin(), wanted.end(), g->number))
            views.push_back(viewOf(parts_->machine, parts_->recorder, *g));
    }
    return views;
}

std::vector<LocalView> Run::packageVariables() const { return viewsOf(parts_->machine.inspectGlobals()); }

std::vector<LocalView> Run::parts(std::string_view path, uint64_t from, uint64_t count) const {
    return viewsOf(parts_->machine.inspectParts(path, from, count));
}

}  // namespace sluice
