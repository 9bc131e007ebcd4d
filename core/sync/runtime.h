#pragma once
// What all synchronisation primitives share: the scheduler, the heap, wait queues, object numbers.
//
// Invariants:
// - Wait queues are FIFO. An entry is on a queue exactly while its goroutine waits for it; a waker takes all
//   entries of the goroutine off their queues at once, so nobody is ever woken twice.
// - Primitives live in the program's memory (Go structs, channel objects) and hold no host pointers; queues
//   of structs are kept beside, keyed by the pointer slot of the struct (as runtime/sema.go does), and exist
//   only while somebody waits.
// - No operation allocates in the arena except makeChannel, so raw pointers into it stay valid within one
//   operation.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "heap/heap.h"
#include "sched/scheduler.h"
#include "trace/recorder.h"

namespace sluice {

class TimerChannels;

/// What an operation did.
enum class OpStatus : uint8_t {
    Done,     ///< finished, results are written
    Blocked,  ///< the goroutine is parked; whoever wakes it finishes the operation: go on behind it
    Retry,    ///< the goroutine is parked or has yielded; execute the same operation again when it runs
    Yielded,  ///< finished, but the goroutine has been put on a run queue: others go first
    Panic,    ///< panic with `text` as a runtime error (plain text, no "runtime error: " prefix except where
              ///< noted)
    PanicPlain,  ///< panic(string): package sync's own panics ("sync: negative WaitGroup counter")
    Fatal,       ///< `fatal error: text`, not recoverable
};

struct OpResult {
    OpStatus status = OpStatus::Done;
    const char* text = nullptr;
};

/// Number of an entry in a wait queue; 0 = none.
using WaiterId = uint32_t;

/// One goroutine's place in one wait queue (Go's sudog).
struct Waiter {
    Goroutine* goroutine = nullptr;
    WaiterId next = 0;  ///< queue link
    WaiterId prev = 0;
    WaiterId sibling = 0;     ///< next entry of the same goroutine (select)
    uint32_t caseIndex = 0;   ///< select: the case
    Slot channel = 0;         ///< pointer slot of the channel it queues at
    Slot* element = nullptr;  ///< sender: the value's image; receiver: where it goes, null = dropped
    Slot* ok = nullptr;       ///< receiver: where the second result goes, null = not wanted
    Slot* chosen = nullptr;   ///< select: where the chosen case goes
    uint32_t message = 0;     ///< sender: message number; Cond: ticket
    uint32_t value = 0;       ///< sender: value word
    bool isSelect = false;
    bool isSend = false;
};

/// Entries by number, in chunks that never move; numbers are reused last in, first out.
class WaiterPool {
  public:
    WaiterId take() {
        WaiterId id = free_;
        if (id == 0) return takeNew();
        used_++;
        free_ = (*this)[id].next;
        (*this)[id] = Waiter{};
        return id;
    }
    /// The entry may be read until the next take().
    void give(WaiterId id) {
        SLUICE_ASSERT(used_ > 0);
        used_--;
        (*this)[id].next = free_;
        free_ = id;
    }
    Waiter& operator[](WaiterId id) { return chunks_[id / kChunk][id % kChunk]; }
    uint32_t inUse() const { return used_; }

  private:
    WaiterId takeNew();

    static constexpr uint32_t kChunk = 256;
    std::vector<std::unique_ptr<Waiter[]>> chunks_;
    WaiterId free_ = 0;
    WaiterId last_ = 0;
    uint32_t used_ = 0;
};

/// Ends of a wait queue; lives inside channel objects, so it holds numbers, not pointers.
struct WaitQueue {
    WaiterId first = 0;
    WaiterId last = 0;
    bool empty() const { return first == 0; }
};

/// Spreads pointer slots; also recognises a primitive that was copied to another place.
inline uint32_t mixPointer(Slot key) {
    uint64_t x = key * 0x9E3779B97F4A7C15u;
    x ^= x >> 32;
    return static_cast<uint32_t>(x * 0xD6E8FEB86659FD93u >> 32);
}

/// Queues of goroutines that wait for a struct in memory, by its pointer slot. Deterministic: never iterated.
class WaitTable {
  public:
    /// The queue for `key`, made when absent.
    WaitQueue& at(Slot key);
    /// The queue for `key`, or null.
    WaitQueue* find(Slot key) {
        if (used_ == 0) return nullptr;
        Entry& e = entries_[slotOf(key)];
        return e.key == 0 ? nullptr : &e.queue;
    }
    /// Forgets an empty queue.
    void release(Slot key);
    uint32_t size() const { return used_; }

  private:
    struct Entry {
        Slot key = 0;
        WaitQueue queue;
    };
    uint32_t slotOf(Slot key) const {
        uint32_t mask = static_cast<uint32_t>(entries_.size()) - 1;
        uint32_t i = mixPointer(key) & mask;
        while (entries_[i].key != 0 && entries_[i].key != key) i = (i + 1) & mask;
        return i;
    }
    void grow();
    std::vector<Entry> entries_;
    uint32_t used_ = 0;
};

/// Names objects of the program for the trace. Implemented by the machine.
class ObjectNamer {
  public:
    virtual ~ObjectNamer() = default;
    /// Text id for what `pointer` points to, from the variable or field it was declared as: "mu", "pool.mu";
    /// 0 when unknown.
    virtual uint32_t nameOf(Slot pointer) = 0;
    /// Text id for run-time type `type` as %T prints it.
    virtual uint32_t typeName(TypeId type) = 0;
};

/// See the head of the file. One per run.
class SyncRuntime {
  public:
    SyncRuntime(Scheduler& scheduler, Heap& heap, ObjectNamer& namer);

    Scheduler& scheduler;
    Recorder& recorder;
    Heap& heap;
    ObjectNamer& namer;
    WaiterPool waiters;
    WaitTable table;

    /// The next message number: every value sent gets one.
    uint32_t nextMessage() { return ++messages_; }

    /// The object number kept in `identity` (a slot of a primitive in memory that this function owns),
    /// numbering the object on first use and when the primitive has been copied. `pointer` is the primitive,
    /// `type` the word for the registry; `name` (a text id), if not 0,
    /// is used instead of the memory's own name.
    uint32_t numberOf(Slot& identity, Slot pointer, std::string_view type, uint32_t name = 0);

    /// The number kept in `identity`, 0 when numberOf would give a new one.
    static uint32_t knownNumber(Slot identity, Slot pointer) {
        if (static_cast<uint32_t>(identity >> 32) != mixPointer(pointer)) return 0;
        return static_cast<uint32_t>(identity);
    }

    // --- queues ---

    void enqueueBack(WaitQueue& queue, WaiterId id);
    void enqueueFront(WaitQueue& queue, WaiterId id);
    void dequeue(WaitQueue& queue, WaiterId id);
    /// Which waiter a wake-up goes to: the first, unless the strategy says otherwise. 0 when empty.
    WaiterId pick(const WaitQueue& queue);

    /// Parks `g` in the queue of struct `key`.
    void parkOn(Slot key, Goroutine& g, WaitReason reason, uint32_t object, bool front = false,
                uint32_t ticket = 0);
    /// Takes the next waiter off the queue of struct `key`; null when nobody waits. Does not make it ready.
    Goroutine* takeWaiter(Slot key);
    /// The same for the waiter whose ticket (Waiter::message) is `ticket`.
    Goroutine* takeWaiter(Slot key, uint32_t ticket);
    /// True when somebody waits for struct `key`.
    bool hasWaiters(Slot key) { return table.find(key) != nullptr; }

    /// Set by TimerChannels while it exists.
    TimerChannels* timers = nullptr;

  private:
    Goroutine* takeEntry(Slot key, WaitQueue& queue, WaiterId id);

    uint32_t messages_ = 0;
};

}  // namespace sluice
