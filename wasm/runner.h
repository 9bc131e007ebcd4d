// Carries one run from start to end: on its own thread in the bundle with threads, on the caller's in the
// other.
//
// Invariants:
// - Everything about the run that JavaScript may read while it goes on is in the control words, the ring and
// the TextStore.
// - A pause or stop takes effect within one slice (about a millisecond), also inside an endless loop of the
// program.
#pragma once

#include <memory>

#include "api/session.h"
#include "shared_ring.h"

#ifdef __EMSCRIPTEN_PTHREADS__
#include <thread>
#endif

namespace sluice::wasm {

/// Instructions between two looks at the command: about a millisecond.
constexpr uint64_t kSliceInstructions = 200'000;

class Runner {
  public:
    /// @param compilation must outlive the runner
    Runner(const Compilation& compilation, RunOptions options, TextStore& texts);
    /// Stops the run first.
    ~Runner();

    /// Without threads: works for about `instructions`. With threads: only tells the state.
    EngineState advance(double instructions);
    void stop();
    /// True once the run has ended or was stopped; run() may be looked at from then on.
    bool ended() const { return endedFlag_.load(std::memory_order_acquire); }
    bool wasStopped() const { return stopped_; }
    const Run& run() const { return *run_; }

  private:
    EngineState step(uint64_t instructions);
    void loop();

    TextStore& texts_;
    BridgeSink sink_;
    std::unique_ptr<Run> run_;
    std::atomic<bool> endedFlag_{false};
    bool stopped_ = false;
#ifdef __EMSCRIPTEN_PTHREADS__
    std::thread thread_;
#endif
};

}  // namespace sluice::wasm
