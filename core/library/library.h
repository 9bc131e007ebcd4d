#pragma once

// The library of one run: what its natives keep beside the program's own memory, and the table of natives.
//
// Invariants:
// - One Library per Machine; natives reach it through call.machine().library().
// - Nothing here outlives the run, and nothing is shared between runs.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "library/format.h"
#include "library/json_encode.h"
#include "machine/native.h"
#include "sync/timer_channel.h"
#include "world/world.h"

namespace sluice {

class Machine;
struct RandomTables;

class Library final : public TimerHooks, public SignalHandler, public RootSource {
  public:
    /// Makes itself the library of `machine`. `world` must outlive it.
    Library(Machine& machine, World& world);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    World& world() { return world_; }
    TimerChannels& timers() { return timers_; }
    const FormatInterfaces& formatInterfaces() const { return formatInterfaces_; }
    const JsonInterfaces& jsonInterfaces() const { return jsonInterfaces_; }
    /// Tables of package rand, made on first use.
    const RandomTables& randomTables();
    /// The *Location that times sent by timers carry (time.Local); set by the first timer.
    void setLocal(Slot location) { local_ = location; }

    // --- os/signal ---

    /// Sends the signals of `set` to `channel` from now on; values have the type `type` (syscall.Signal).
    void notify(Slot channel, uint32_t set, TypeId type);
    /// Sends no more signals to `channel`.
    void stopNotify(Slot channel);
    /// Signals of `set` have their default effect again, or none if `ignore`.
    void resetSignals(uint32_t set, bool ignore);
    void signalArrived(int number) override;

    // --- sync.Pool ---

    /// `pool` (a pointer to a sync.Pool) holds something.
    void notePool(Slot pool);
    /// Before runtime.GC: pools keep what they hold until the next time, and drop what is left from the last.
    void agePools();

    void markRoots(Collector& collector) override;

    // --- TimerHooks ---
    void timeImage(int64_t ns, Slot* image) override;
    void startFunction(Slot closure) override;

  private:
    Machine& machine_;
    World& world_;
    FormatInterfaces formatInterfaces_;
    JsonInterfaces jsonInterfaces_;
    std::unique_ptr<RandomTables> randomTables_;
    Slot local_ = 0;
    /// A channel given to signal.Notify.
    struct Notified {
        Slot channel = 0;
        uint32_t set = 0;
    };
    std::vector<Notified> notified_;  ///< In the order of Notify.
    TypeId signalType_ = 0;
    std::vector<Slot> pools_;  ///< Pools that may hold something, in the order of their first Put.
    TimerChannels timers_;
};

/// Every native, in the order of natives.def.
std::span<const NativeEntry> libraryNatives();
/// True if there is a native with this qualified name ("time.Sleep", "sync.(*Mutex).Lock").
bool hasLibraryNative(const std::string& qualifiedName);
/// Types that a program must contain although it does not mention them, because natives and the machine make
/// values of them.
std::vector<std::string> libraryRoots();

}  // namespace sluice
