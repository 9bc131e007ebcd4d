#pragma once

// Finalizers and cleanups: what a program wants to be called when an object cannot be reached any more.
//
// Invariants:
// - An entry does not keep its object alive, but its function, and so whatever that captures.
// - What is found unreachable moves to the queue in one collection and is kept alive there until its function
//   is called. As in Go an object waits until those that lead to it have been finalized, and a cycle waits
//   for ever.
// - One goroutine at a time calls what is queued, in the order of the queue: newest entry first, as Go's
//   runtime happens to do. Everything is a function of the run, like the moments of the collections.

#include <cstdint>
#include <vector>

#include "heap/collector.h"

namespace sluice {

/// One call of runtime.SetFinalizer or runtime.AddCleanup.
struct FinalizerEntry {
    Slot object = 0;       ///< Pointer to what is watched.
    Slot closure = 0;      ///< func(object) or, for cleanups, func().
    TypeId type = 0;       ///< Dynamic type of the pointer; 0 for a cleanup.
    TypeId signature = 0;  ///< Type of the function; 0 for a cleanup.
    uint64_t id = 0;       ///< Number of the cleanup, from 1; 0 for a finalizer.
};

class Finalizers final : public RootSource {
  public:
    bool isEmpty() const { return entries_.empty(); }
    /// True when something is queued and no goroutine is at work on it.
    bool isDue() const { return !queue_.empty() && !isRunning_; }
    /// The func value a goroutine is started with when something is due (runtime.runFinalizers).
    Slot runner() const { return runner_; }
    void setRunner(Slot closure) { runner_ = closure; }
    void noteStarted() { isRunning_ = true; }

    /// Adds an entry; returns the number of a cleanup.
    uint64_t add(FinalizerEntry entry, bool isCleanup);
    bool hasFinalizer(Slot object) const;
    void removeFinalizer(Slot object);
    void removeCleanup(uint64_t id);
    /// Takes the next entry off the queue; false when there is none: then the goroutine must end.
    bool take(FinalizerEntry& entry);
    /// Queues what is unreachable. Everything that the program can still use has been marked.
    void findUnreachable(Heap& heap, Collector& collector);

    void markRoots(Collector& collector) override;

  private:
    std::vector<FinalizerEntry> entries_;
    std::vector<FinalizerEntry> queue_;  ///< The next one is at the back.
    uint64_t cleanups_ = 0;
    Slot runner_ = 0;
    bool isRunning_ = false;
};

}  // namespace sluice
