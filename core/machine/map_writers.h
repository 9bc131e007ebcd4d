#pragma once

// Finds writes to a map that happen at the same time as another goroutine's access, as Go's maps do.
//
// Invariants:
// - Whatever orders two accesses (a lock, a channel, an atomic operation) goes through Scheduler::sync. While
//   the writer's processor has not come to another such moment, nothing can order the write before anything:
//   so no program that is right is ever accused.
// - Like Go, it is a help and no proof: it remembers few maps and only accesses that are close in time count.

#include <array>
#include <cstdint>

#include "heap/layout.h"
#include "sched/scheduler.h"

namespace sluice {

class MapWriters {
  public:
    /// Notes a write by the goroutine `number`; true when another one is writing now.
    bool write(const Scheduler& scheduler, Slot map, uint32_t number) {
        const bool meets = meetsWriter(scheduler, map, number);
        const Processor& processor = scheduler.actingProcessor();
        entries_[indexOf(map)] = {map, processor.epoch, scheduler.actingWork(), number, processor.id};
        return meets;
    }
    /// True when another goroutine is writing to `map` now.
    bool meetsWriter(const Scheduler& scheduler, Slot map, uint32_t number) const {
        const Entry& entry = entries_[indexOf(map)];
        if (entry.map != map || entry.goroutine == number || map == 0) return false;
        if (entry.processor == scheduler.actingProcessor().id) return false;
        if (entry.processor >= scheduler.processorCount()) return false;
        if (scheduler.processor(entry.processor).epoch != entry.epoch) return false;
        const int64_t apart = scheduler.actingWork() - entry.work;
        return apart < kTogetherNs && apart > -kTogetherNs;
    }

    /// Forgets all maps; when objects have been freed, their addresses may come to stand for others.
    void clear() { entries_ = {}; }

  private:
    /// Accesses that are no further apart count as one moment: about what a write to a map takes in Go.
    static constexpr int64_t kTogetherNs = 200;
    static constexpr size_t kEntries = 64;

    struct Entry {
        Slot map = 0;
        uint64_t epoch = 0;
        int64_t work = 0;
        uint32_t goroutine = 0;
        uint16_t processor = 0;
    };

    static size_t indexOf(Slot map) { return (map >> 3 ^ map >> 35) % kEntries; }

    std::array<Entry, kEntries> entries_;
};

}  // namespace sluice
