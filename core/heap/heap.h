#pragma once

// The arena: one contiguous, growable region that holds every heap object of a run.
//
// Invariants:
// - NEVER hold a raw pointer into the arena across anything that may allocate: the region moves when it
//   grows. Slots (object references) stay valid; re-derive raw pointers from them.
// - Allocation never collects. The machine collects between instructions, when needsCollection() says so,
//   so that C++ code may keep object references in local variables during one instruction or one native
//   call.
// - Objects start at multiples of 16 bytes with a 16-byte header; the payload follows and is zero when
//   new.
// - Small objects (header included, up to kSmallMax) come from blocks of kBlockBytes cut into cells of
//   one size class; larger ones take whole runs of blocks. blocks_[i] says which. Object reference 0 is
//   never given out.
// - Everything is a function of the sequence of calls: same calls, same references.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "heap/layout.h"
#include "heap/rtype.h"

namespace sluice {

/// The 16 bytes in front of every payload.
struct ObjectHeader {
    LayoutId layout = 0;  ///< Layout of one element.
    uint32_t count = 0;   ///< Elements.
    uint32_t site =
        0;  ///< Allocation site (index into Program.sites); 0 = unknown. Free cells: next free cell.
    uint8_t state = 0;  ///< ObjectState.
    uint8_t mark = 0;   ///< 1 while reached in the current collection.
    uint16_t user = 0;  ///< For the owner of the object (map and channel kinds); not read by the heap.
};
static_assert(sizeof(ObjectHeader) == 16);

enum class ObjectState : uint8_t { Free, Used, Permanent };

/// Default limit for the bytes of a run's heap: leaves a browser tab room for the trace and the page.
constexpr uint64_t kDefaultHeapLimitBytes = uint64_t{256} << 20;

struct HeapStats {
    uint64_t usedBytes = 0;       ///< Bytes in cells given out and not yet swept.
    uint64_t arenaBytes = 0;      ///< Size of the region.
    uint64_t allocatedBytes = 0;  ///< Total ever given out.
    uint64_t allocations = 0;     ///< Objects ever given out.
    uint64_t collections = 0;
};

class Heap {
  public:
    static constexpr uint32_t kUnitBytes = 16;
    static constexpr uint32_t kHeaderBytes = 16;
    static constexpr uint32_t kBlockBytes = 8192;
    static constexpr uint32_t kSmallMax = 4096;

    /// `types` must outlive the heap.
    explicit Heap(const TypeTable& types, uint64_t limitBytes = kDefaultHeapLimitBytes);
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    const TypeTable& types() const { return *types_; }

    /// A new object of `count` zeroed elements of `layout`, or 0 when the limit is reached (the caller
    /// reports `runtime: out of memory`; see outOfMemory()). Zero-size objects share one reference.
    ObjectRef alloc(LayoutId layout, uint64_t count, uint32_t site = 0);
    /// `count` packed bytes.
    ObjectRef allocBytes(uint64_t count, uint32_t site = 0) { return alloc(kLayoutBytes, count, site); }
    /// A box or variable of type `type` in its memory layout.
    ObjectRef allocType(TypeId type, uint32_t site = 0) { return alloc((*types_)[type].layout, 1, site); }
    /// Backing store for `count` elements of `type` (packed for bool and uint8).
    ObjectRef allocElements(TypeId type, uint64_t count, uint32_t site = 0) {
        return alloc((*types_)[type].elemLayout, count, site);
    }
    /// Makes an object live for ever (globals, literals).
    void makePermanent(ObjectRef object);

    /// True once an allocation was refused, until clearOutOfMemory().
    bool outOfMemory() const { return outOfMemory_; }
    void clearOutOfMemory() { outOfMemory_ = false; }

    ObjectHeader& header(ObjectRef object) {
        return *reinterpret_cast<ObjectHeader*>(base_ + static_cast<size_t>(object) * kUnitBytes);
    }
    const ObjectHeader& header(ObjectRef object) const {
        return *reinterpret_cast<const ObjectHeader*>(base_ + static_cast<size_t>(object) * kUnitBytes);
    }
    /// Payload of an object as bytes / as slots. Invalid after the next allocation.
    uint8_t* bytes(ObjectRef object) {
        return base_ + static_cast<size_t>(object) * kUnitBytes + kHeaderBytes;
    }
    const uint8_t* bytes(ObjectRef object) const {
        return base_ + static_cast<size_t>(object) * kUnitBytes + kHeaderBytes;
    }
    Slot* slots(ObjectRef object) { return reinterpret_cast<Slot*>(bytes(object)); }
    const Slot* slots(ObjectRef object) const { return reinterpret_cast<const Slot*>(bytes(object)); }
    /// Where a non-nil pointer word points. Invalid after the next allocation.
    uint8_t* at(Slot pointer) { return bytes(pointerObject(pointer)) + pointerOffset(pointer); }
    const uint8_t* at(Slot pointer) const { return bytes(pointerObject(pointer)) + pointerOffset(pointer); }
    Slot* slotAt(Slot pointer) { return reinterpret_cast<Slot*>(at(pointer)); }
    const Slot* slotAt(Slot pointer) const { return reinterpret_cast<const Slot*>(at(pointer)); }
    /// Start of the arena: at(p) == base() + (object << 4) + 16 + offset. Changes when the arena grows.
    uint8_t* base() { return base_; }
    /// Increases whenever base() changes.
    uint32_t baseVersion() const { return baseVersion_; }

    /// The bytes of a string (or packed slice) in registers: {pointer, length}. Invalid after the next
    /// allocation.
    std::string_view view(Slot pointer, Slot length) const {
        if (length == 0) return {};
        return {reinterpret_cast<const char*>(at(pointer)), static_cast<size_t>(length)};
    }

    /// Payload bytes of an object (count times stride, rounded up to slots).
    uint64_t payloadBytes(const ObjectHeader& header) const;

    /// True when a collection is due. The machine then calls Collector::collect between two instructions.
    bool needsCollection() const { return stats_.usedBytes >= nextCollection_; }
    /// True when more is in use than the limit allows (natives may overdraw a little); the machine collects
    /// and, if it is
    /// still true, ends the run.
    bool overLimit() const { return stats_.usedBytes > limitBytes_; }
    /// Collect before every allocating instruction (for tests of the collector).
    void setStress(bool on) {
        stress_ = on;
        nextCollection_ = on ? 0 : nextCollection_;
    }
    uint64_t limitBytes() const { return limitBytes_; }
    const HeapStats& stats() const { return stats_; }

    /// True if `object` is the reference of a live cell: lets the collector scan stacks without trusting
    /// them.
    bool isObject(ObjectRef object) const;

    /// For the collector: frees every Used object without a mark and clears marks; sets the next trigger.
    void sweep();

  private:
    enum BlockState : uint8_t { kBlockFree, kBlockSmall, kBlockLarge, kBlockLargeTail };
    struct Block {
        uint8_t state = kBlockFree;
        uint8_t sizeClass = 0;   ///< kBlockSmall.
        uint16_t cellsUsed = 0;  ///< kBlockSmall: cells handed out from the start of the block (bump).
        uint32_t run = 0;        ///< kBlockLarge: blocks in the run. kBlockFree: unused.
    };

    ObjectRef allocSmall(uint32_t sizeClass);
    ObjectRef allocLarge(uint64_t bytes);
    /// First of `count` adjacent free blocks; grows the arena. 0 when the limit forbids it (block 0 is never
    /// free).
    uint32_t takeBlocks(uint32_t count);
    bool growTo(uint64_t blocks);
    void releaseBlocks(uint32_t first, uint32_t count);
    uint64_t sweepSmall(uint32_t block);

    const TypeTable* types_;
    uint8_t* base_ = nullptr;
    uint32_t baseVersion_ = 0;
    uint64_t limitBytes_;
    uint64_t nextCollection_;
    HeapStats stats_;
    std::vector<Block> blocks_;
    std::vector<ObjectRef> freeCells_;  ///< Per size class: first free cell.
    std::vector<uint32_t> bumpBlock_;   ///< Per size class: block that still has cells never used (0 = none).
    uint32_t freeBlocks_ = 0;           ///< Blocks in state kBlockFree.
    uint32_t searchFrom_ = 1;           ///< No free block below this index.
    ObjectRef zeroObject_ = 0;          ///< What every zero-size allocation returns.
    bool outOfMemory_ = false;
    bool stress_ = false;
};

}  // namespace sluice
