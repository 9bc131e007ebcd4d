// What the run and the page's worker share: a ring of events, sixteen control words and the texts.
//
// Invariants:
// - Ring and control words are in static storage: they never move, so a view of them stays valid while memory
// grows.
// - A text is published before any event that names it: TextStore::take runs before the ring's head moves.
// - Only the run writes head, state and texts; only the reader writes tail; either may write the command.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

#include "trace/recorder.h"

namespace sluice::wasm {

/// Events in the ring: 1 MiB, about a frame's worth of the fastest program.
constexpr uint32_t kRingEvents = 1u << 15;

/// Indices of the control words.
enum Control : uint32_t {
    kHead = 0,      ///< events written since the start, modulo 2^32
    kTail = 1,      ///< events the reader is done with
    kState = 2,     ///< EngineState
    kCommand = 3,   ///< Command
    kCapacity = 4,  ///< events the ring holds
    kTexts = 5,     ///< texts published, counting text 0 ("")
    kControlWords = 16,
};

/// What control word kState says.
enum class EngineState : uint32_t { Idle, Running, NeedsDrain, Paused, Finished, BudgetUsed };

/// What control word kCommand says.
enum class Command : uint32_t { Run, Pause, Stop };

extern std::atomic<uint32_t> controlWords[kControlWords];
extern Event ringEvents[kRingEvents];

inline void setState(EngineState state) {
    controlWords[kState].store(static_cast<uint32_t>(state), std::memory_order_release);
}
inline Command command() {
    return static_cast<Command>(controlWords[kCommand].load(std::memory_order_acquire));
}

/// The texts of a run in the form the page reads: {u32 byte length, bytes, zeros up to a multiple of 4} each.
class TextStore {
  public:
    void clear();
    /// Copies the recorder's texts that are not here yet and publishes their count. Called by the run.
    void take(const Recorder& recorder);
    /// Copies texts from number `from` on into `out`. Called by the reader, at any time.
    void copyFrom(uint32_t from, std::vector<uint8_t>& out);

  private:
    std::mutex mutex_;  // a no-op in the bundle without threads
    std::vector<uint8_t> bytes_;
    std::vector<uint32_t> offsets_;
};

/// The sink of a run in the bundle: events into the ring, texts before them.
class BridgeSink final : public EventSink {
  public:
    explicit BridgeSink(TextStore& texts);
    /// The recorder whose texts travel with the events. Set before the first event is published.
    void attach(const Recorder& recorder) { recorder_ = &recorder; }

    void publish(const Event* upTo) override;
    EventWindow nextWindow() override;
    uint64_t room() const override { return ring_.room(); }
    /// Moves events that found no room into the ring.
    void drain();

  private:
    void takeTexts() {
        if (recorder_) texts_.take(*recorder_);
    }
    TextStore& texts_;
    const Recorder* recorder_ = nullptr;
    RingSink ring_;
};

}  // namespace sluice::wasm
