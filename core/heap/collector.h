#pragma once

// Mark and sweep. Objects are scanned precisely by their layouts; register windows are scanned slot by
// slot, and a slot counts as a pointer when it names a live object (a stale register can keep an object
// alive, never break one).
//
// Invariants:
// - Called between instructions only; every live value is in a root.
// - Marking uses an explicit stack, so deep lists cannot overflow the C++ stack.
// - The result depends on the heap and the roots alone: deterministic.

#include <vector>

#include "heap/heap.h"

namespace sluice {

class Collector;

/// Whoever holds roots implements this and reports them when asked.
class RootSource {
  public:
    /// Calls collector.markPointer / markSlots / markTyped for everything reachable from outside the heap.
    virtual void markRoots(Collector& collector) = 0;

  protected:
    ~RootSource() = default;
};

class Collector {
  public:
    explicit Collector(Heap& heap) : heap_(heap) {}

    /// One full collection: marks from all sources, sweeps.
    void collect(const std::vector<RootSource*>& sources);

    /// Marks what a pointer word (or nil) points into. The word must be valid.
    void markPointer(Slot pointer) { markObject(pointerObject(pointer)); }
    /// Marks an object by reference (0 is ignored).
    void markObject(ObjectRef object);
    /// Marks an interface value.
    void markInterface(Slot typeWord, Slot data);
    /// Scans registers: any slot that names a live object is treated as a pointer.
    void markSlots(const Slot* slots, size_t count);
    /// Scans one memory image with known layout.
    void markTyped(const Slot* slots, LayoutId layout);

    /// Marks what an object leads to, not the object itself: for finalizers, between marking and sweeping.
    void markReferents(ObjectRef object);
    /// For leak findings: marks everything that the roots marked so far reach. A full collection must follow
    /// sooner or later, because only sweeping clears marks.
    void follow() { drain(); }
    /// For leak findings: true if the object has been reached, after follow() and before sweeping.
    bool isMarked(ObjectRef object) const { return heap_.header(object).mark != 0; }

  private:
    void drain();
    void scanObject(ObjectRef object, uint32_t from, uint32_t to);

    Heap& heap_;
    struct Range {
        ObjectRef object;
        uint32_t next;  ///< First element not yet scanned: large arrays are scanned in pieces.
    };
    std::vector<Range> stack_;
};

}  // namespace sluice
