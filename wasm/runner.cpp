#include "runner.h"

#include <algorithm>

#include "code_parts.h"

#ifdef __EMSCRIPTEN_PTHREADS__
#include <unistd.h>
#endif

namespace sluice::wasm {

namespace {

/// How long the run's thread sleeps while it is paused or the ring is full: short against a frame.
[[maybe_unused]] constexpr unsigned kIdleMicroseconds = 500;

RunOptions withSink(RunOptions options, EventSink& sink) {
    options.sink = &sink;
    return options;
}

}  // namespace

Runner::Runner(const Compilation& compilation, RunOptions options, TextStore& texts)
    : texts_(texts), sink_(texts) {
    for (uint32_t word : {kHead, kTail}) controlWords[word].store(0);
    controlWords[kCapacity].store(kRingEvents);
    controlWords[kCommand].store(static_cast<uint32_t>(Command::Run));
    texts_.clear();
    setState(EngineState::Running);
    run_ = std::make_unique<Run>(compilation, withSink(std::move(options), sink_));
    sink_.attach(run_->recorder());
#ifdef __EMSCRIPTEN_PTHREADS__
    thread_ = std::thread([this] { loop(); });
#endif
}

Runner::~Runner() { stop(); }

void Runner::stop() {
    controlWords[kCommand].store(static_cast<uint32_t>(Command::Stop));
#ifdef __EMSCRIPTEN_PTHREADS__
    if (thread_.joinable()) thread_.join();
#else
    if (!ended()) step(0);
#endif
}

/// One slice. Obeys the command first, so that nothing happens after a pause.
EngineState Runner::step(uint64_t instructions) {
    if (ended()) return EngineState::Finished;
    if (command() == Command::Stop) {
        stopped_ = true;
        endedFlag_.store(true, std::memory_order_release);
        return EngineState::Finished;
    }
    if (command() == Command::Pause) return EngineState::Paused;
    sink_.drain();
    if (sink_.room() == 0) return EngineState::NeedsDrain;
    RunSlice slice;
    slice.instructions = instructions;
    const RunState state = run_->advance(slice);
    if (state == RunState::Ready) return EngineState::BudgetUsed;
    if (state == RunState::Drain) return EngineState::NeedsDrain;
    // The last events may have found the ring full: the run has ended only when all of them are in it.
    sink_.drain();
    if (sink_.room() == 0) return EngineState::NeedsDrain;
    endedFlag_.store(true, std::memory_order_release);
    return EngineState::Finished;
}

#ifdef __EMSCRIPTEN_PTHREADS__

void Runner::loop() {
    takeCode();
    while (true) {
        const EngineState state = step(kSliceInstructions);
        setState(state == EngineState::BudgetUsed ? EngineState::Running : state);
        if (state == EngineState::Finished) return;
        if (state == EngineState::Paused || state == EngineState::NeedsDrain) usleep(kIdleMicroseconds);
    }
}

EngineState Runner::advance(double) {
    return static_cast<EngineState>(controlWords[kState].load(std::memory_order_acquire));
}

#else

EngineState Runner::advance(double instructions) {
    uint64_t left = static_cast<uint64_t>(std::clamp(instructions, 1.0, 1e15));
    EngineState state = EngineState::BudgetUsed;
    while (left > 0 && state == EngineState::BudgetUsed) {
        const uint64_t now = std::min(left, kSliceInstructions);
        state = step(now);
        left -= now;
    }
    setState(state);
    return state;
}

#endif

}  // namespace sluice::wasm
