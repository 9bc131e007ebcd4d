#pragma once
// Which goroutines could never go on, when the program has ended.
//
// Rule (conservative, like Go's goroutine leak profile): a goroutine is live when it is not waiting, or when
// time or the outside world will wake it (sleep, IO wait, select or receive on a running timer's channel). A
// waiting goroutine is live, too, when anything it waits at can be reached from a live goroutine, a running
// timer or, if there is any live goroutine, a global variable. All others would wait for ever: nobody who
// will ever run can touch what they wait for. Main's own stack is gone by then.

#include <vector>

#include "sync/runtime.h"

namespace sluice {

/// Reachability over the program's memory. Implemented by the machine with the collector's marks.
class LeakProbe {
  public:
    virtual ~LeakProbe() = default;
    /// Forgets all marks; marks what globals (if `globals`) and running timers reach.
    virtual void begin(bool globals) = 0;
    /// Marks what the stack of `g` reaches.
    virtual void markGoroutine(Goroutine& g) = 0;
    /// True if the object `pointer` points into has been marked.
    virtual bool reached(Slot pointer) = 0;
    /// Clears the marks, so that the collector finds the heap as it left it.
    virtual void end() = 0;
};

/// The goroutines that would wait for ever, in order of number. `main` is left out.
std::vector<Goroutine*> findLeaks(SyncRuntime& rt, LeakProbe& probe);

/// findLeaks, and one Leak event each.
void noteLeaks(SyncRuntime& rt, LeakProbe& probe);

}  // namespace sluice
