// What can still be reached when main has returned: marks for sync/leaks.h.
#include "sync/leaks.h"

#include "machine/machine.h"
#include "machine/machine_goroutine.h"

namespace sluice {

/// Lends the collector's marks to the search for leaks.
struct Machine::LeakMarks final : LeakProbe {
    explicit LeakMarks(Machine& m) : machine(m) {}

    void begin(bool globals) override {
        if (globals) machine.collector_.markObject(machine.globals_);
        // Running timers and the simulated world.
        for (RootSource* source : machine.roots_) {
            if (source != &machine) source->markRoots(machine.collector_);
        }
        machine.collector_.follow();
    }
    void markGoroutine(Goroutine& g) override {
        machine.markGoroutine(machine.collector_, static_cast<MachineGoroutine&>(g));
        machine.collector_.follow();
    }
    bool reached(Slot pointer) override { return machine.collector_.isMarked(pointerObject(pointer)); }
    void end() override { machine.collect(); }

    Machine& machine;
};

void Machine::noteLeaks() {
    if (!recorder().enabled()) return;
    LeakMarks marks(*this);
    sluice::noteLeaks(sync_, marks);
}

}  // namespace sluice
