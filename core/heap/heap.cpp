#include "heap/heap.h"

#include "heap/copy_slots.h"

#include <cstdlib>
#include <cstring>

namespace sluice {

namespace {

/// Cell sizes, header included: multiples of 16, at most 12.5 % waste below 1 KiB, whole fractions of a
/// block above.
constexpr uint32_t kCellBytes[] = {32,  48,  64,  80,  96,  112, 128,  144,  160,  192,  224, 256,
                                   320, 384, 448, 512, 640, 768, 1024, 1360, 2048, 2720, 4096};
constexpr uint32_t kSizeClasses = sizeof kCellBytes / sizeof kCellBytes[0];

/// The arena starts with this many blocks (256 KiB) and at least doubles while small.
constexpr uint64_t kFirstBlocks = 32;
/// Growth step once the arena is large, so that a grown arena wastes at most an eighth.
constexpr uint64_t kMaxGrowthBlocks = (uint64_t{64} << 20) / Heap::kBlockBytes;
/// The first collection happens at this many bytes in use; later ones when the live bytes have doubled.
constexpr uint64_t kFirstCollectionBytes = uint64_t{4} << 20;

/// Under stress, a heap with more than this in use is collected when it has grown by 1/kStressGrowth, and
/// an arena
/// larger than this is not moved any more: the cost of each would make large programs take for ever.
constexpr uint64_t kStressBytes = uint64_t{512} << 10;
constexpr uint64_t kStressGrowth = 32;
/// What every byte of a dead object holds under stress: as a number, a pointer and a length it is absurd.
constexpr uint8_t kSpoilt = 0xDB;

/// Size class by (bytes + 15) / 16, filled at compile time.
struct ClassTable {
    uint8_t classOf[Heap::kSmallMax / 16 + 1];
    constexpr ClassTable() : classOf() {
        uint32_t sizeClass = 0;
        for (uint32_t units = 0; units <= Heap::kSmallMax / 16; ++units) {
            while (kCellBytes[sizeClass] < units * 16) ++sizeClass;
            classOf[units] = static_cast<uint8_t>(sizeClass);
        }
    }
};
constexpr ClassTable kClasses;

constexpr uint32_t kUnitsPerBlock = Heap::kBlockBytes / Heap::kUnitBytes;

}  // namespace

Heap::Heap(const TypeTable& types, uint64_t limitBytes)
    : types_(&types),
      limitBytes_(limitBytes),
      nextCollection_(kFirstCollectionBytes),
      freeCells_(kSizeClasses, 0),
      bumpBlock_(kSizeClasses, 0) {
    const bool grown = growTo(kFirstBlocks);
    SLUICE_ASSERT(grown);
    blocks_[0].state = kBlockLarge;  // Never given out: reference 0 is nil.
    blocks_[0].run = 1;
    --freeBlocks_;
    reinterpret_cast<ObjectHeader*>(base_)->state = static_cast<uint8_t>(ObjectState::Permanent);
    zeroObject_ = allocSmall(0);
    ObjectHeader& zero = header(zeroObject_);
    zero.layout = kLayoutEmpty;
    zero.state = static_cast<uint8_t>(ObjectState::Permanent);
}

Heap::~Heap() { std::free(base_); }

bool Heap::growTo(uint64_t blocks) {
    if (blocks >= (uint64_t{1} << 32) / kUnitsPerBlock) return false;
#ifdef __EMSCRIPTEN__
    // There the arena can only be extended into free memory behind it: ask for that memory first, or else
    // growing would copy the arena and need twice its size.
    if (base_ != nullptr) std::free(std::malloc((blocks - blocks_.size()) * kBlockBytes));
#endif
    void* moved = std::realloc(base_, blocks * kBlockBytes);
    if (moved == nullptr) return false;
    base_ = static_cast<uint8_t*>(moved);
    ++baseVersion_;
    freeBlocks_ += static_cast<uint32_t>(blocks - blocks_.size());
    blocks_.resize(blocks);
    stats_.arenaBytes = blocks * kBlockBytes;
    return true;
}

uint32_t Heap::takeBlocks(uint32_t count) {
    if (freeBlocks_ >= count) {
        uint32_t run = 0;
        for (uint32_t i = searchFrom_; i < blocks_.size(); ++i) {
            if (blocks_[i].state != kBlockFree) {
                run = 0;
                if (i == searchFrom_) ++searchFrom_;
                continue;
            }
            if (++run == count) {
                freeBlocks_ -= count;
                return i + 1 - count;
            }
        }
    }
    // A run of free blocks at the end of the arena becomes part of the new run.
    uint64_t tail = blocks_.size();
    while (tail > 1 && blocks_[tail - 1].state == kBlockFree) --tail;
    const uint64_t needed = tail + count;
    const uint64_t step = blocks_.size() < kMaxGrowthBlocks ? blocks_.size() : kMaxGrowthBlocks;
    uint64_t wanted = blocks_.size() + step;
    // Cells that died lie between those that live, so the arena may be larger than the limit for what is in
    // use.
    const uint64_t most = (limitBytes_ + limitBytes_ / 2) / kBlockBytes + kFirstBlocks;
    if (needed > most) return 0;
    if (wanted > most) wanted = most;
    if (wanted < needed) wanted = needed;
    if (!growTo(wanted) && !growTo(needed)) return 0;
    freeBlocks_ -= count;
    return static_cast<uint32_t>(tail);
}

void Heap::releaseBlocks(uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; ++i) blocks_[i] = Block();
    freeBlocks_ += count;
    if (first < searchFrom_) searchFrom_ = first;
}

ObjectRef Heap::allocSmall(uint32_t sizeClass) {
    const uint32_t cell = kCellBytes[sizeClass];
    ObjectRef object = freeCells_[sizeClass];
    if (object != 0) {
        freeCells_[sizeClass] = header(object).site;
    } else {
        uint32_t index = bumpBlock_[sizeClass];
        if (index == 0) {
            index = takeBlocks(1);
            if (index == 0) return 0;
            blocks_[index].state = kBlockSmall;
            blocks_[index].sizeClass = static_cast<uint8_t>(sizeClass);
            blocks_[index].cellsUsed = 0;
            bumpBlock_[sizeClass] = index;
        }
        Block& block = blocks_[index];
        object = index * kUnitsPerBlock + block.cellsUsed * (cell / kUnitBytes);
        ++block.cellsUsed;
        if ((block.cellsUsed + 1u) * cell > kBlockBytes) bumpBlock_[sizeClass] = 0;
    }
    stats_.usedBytes += cell;
    stats_.allocatedBytes += cell;
    if (cell <= kLoopSlots * sizeof(Slot)) {
        zeroSlots(slots(object) - kHeaderBytes / sizeof(Slot), cell / sizeof(Slot));
    } else {
        std::memset(bytes(object) - kHeaderBytes, 0, cell);
    }
    return object;
}

ObjectRef Heap::allocLarge(uint64_t size) {
    const uint64_t count = (size + kBlockBytes - 1) / kBlockBytes;
    const uint64_t total = count * kBlockBytes;
    if (stats_.usedBytes + total > limitBytes_) return 0;
    const uint32_t first = takeBlocks(static_cast<uint32_t>(count));
    if (first == 0) return 0;
    blocks_[first].state = kBlockLarge;
    blocks_[first].run = static_cast<uint32_t>(count);
    for (uint32_t i = 1; i < count; ++i) blocks_[first + i].state = kBlockLargeTail;
    const ObjectRef object = first * kUnitsPerBlock;
    stats_.usedBytes += total;
    stats_.allocatedBytes += total;
    std::memset(bytes(object) - kHeaderBytes, 0, size);
    return object;
}

ObjectRef Heap::alloc(LayoutId layout, uint64_t count, uint32_t site) {
    const Layout& shape = types_->layouts[layout];
    const uint64_t stride = shape.stride();
    if (stride == 0) return zeroObject_;
    if (count > limitBytes_ || count > limitBytes_ / stride) {
        outOfMemory_ = true;
        return 0;
    }
    const uint64_t payload = (count * stride + kSlotBytes - 1) / kSlotBytes * kSlotBytes;
    if (payload == 0) return zeroObject_;
    const uint64_t size = payload + kHeaderBytes;
    if (stress_ && stats_.arenaBytes <= kStressBytes) {
        // Another address for the arena, so that whoever kept a raw pointer reads freed memory.
        if (void* moved = std::malloc(stats_.arenaBytes)) {
            std::memcpy(moved, base_, stats_.arenaBytes);
            std::free(base_);
            base_ = static_cast<uint8_t*>(moved);
            ++baseVersion_;
        }
    }
    const ObjectRef object =
        size <= kSmallMax ? allocSmall(kClasses.classOf[(size + 15) / 16]) : allocLarge(size);
    if (object == 0) {
        outOfMemory_ = true;
        return 0;
    }
    ++stats_.allocations;
    ObjectHeader& head = header(object);
    head.layout = layout;
    head.count = static_cast<uint32_t>(count);
    head.site = site;
    head.state = static_cast<uint8_t>(ObjectState::Used);
    return object;
}

void Heap::makePermanent(ObjectRef object) {
    header(object).state = static_cast<uint8_t>(ObjectState::Permanent);
}

uint64_t Heap::payloadBytes(const ObjectHeader& head) const {
    const uint64_t raw = uint64_t{head.count} * types_->layouts[head.layout].stride();
    return (raw + kSlotBytes - 1) / kSlotBytes * kSlotBytes;
}

bool Heap::isObject(ObjectRef object) const {
    const uint32_t index = object / kUnitsPerBlock;
    if (index == 0 || index >= blocks_.size()) return false;
    const Block& block = blocks_[index];
    const uint32_t within = object % kUnitsPerBlock;
    if (block.state == kBlockSmall) {
        const uint32_t cellUnits = kCellBytes[block.sizeClass] / kUnitBytes;
        if (within % cellUnits != 0 || within / cellUnits >= block.cellsUsed) return false;
    } else if (block.state != kBlockLarge || within != 0) {
        return false;
    }
    return header(object).state != static_cast<uint8_t>(ObjectState::Free);
}

uint64_t Heap::sweepSmall(uint32_t index) {
    Block& block = blocks_[index];
    const uint32_t cell = kCellBytes[block.sizeClass];
    const uint32_t cellUnits = cell / kUnitBytes;
    const ObjectRef first = index * kUnitsPerBlock;
    uint32_t live = 0;
    for (uint32_t i = 0; i < block.cellsUsed; ++i) {
        ObjectHeader& head = header(first + i * cellUnits);
        if (head.state == static_cast<uint8_t>(ObjectState::Permanent) || head.mark != 0) {
            head.mark = 0;
            ++live;
        } else {
            head.state = static_cast<uint8_t>(ObjectState::Free);
            if (stress_) std::memset(bytes(first + i * cellUnits), kSpoilt, cell - kHeaderBytes);
        }
    }
    if (live == 0) {
        if (bumpBlock_[block.sizeClass] == index) bumpBlock_[block.sizeClass] = 0;
        releaseBlocks(index, 1);
        return 0;
    }
    // Backwards, so that free cells are handed out in ascending order.
    for (uint32_t i = block.cellsUsed; i-- > 0;) {
        const ObjectRef object = first + i * cellUnits;
        ObjectHeader& head = header(object);
        if (head.state != static_cast<uint8_t>(ObjectState::Free)) continue;
        head.site = freeCells_[block.sizeClass];
        freeCells_[block.sizeClass] = object;
    }
    return uint64_t{live} * cell;
}

void Heap::sweep() {
    for (ObjectRef& head : freeCells_) head = 0;
    uint64_t used = 0;
    for (uint32_t index = static_cast<uint32_t>(blocks_.size()); index-- > 1;) {
        Block& block = blocks_[index];
        if (block.state == kBlockSmall) {
            used += sweepSmall(index);
        } else if (block.state == kBlockLarge) {
            ObjectHeader& head = header(index * kUnitsPerBlock);
            if (head.state == static_cast<uint8_t>(ObjectState::Permanent) || head.mark != 0) {
                head.mark = 0;
                used += uint64_t{block.run} * kBlockBytes;
            } else {
                if (stress_)
                    std::memset(bytes(index * kUnitsPerBlock), kSpoilt,
                                uint64_t{block.run} * kBlockBytes - kHeaderBytes);
                releaseBlocks(index, block.run);
            }
        }
    }
    stats_.usedBytes = used;
    ++stats_.collections;
    nextCollection_ = used * 2 < kFirstCollectionBytes ? kFirstCollectionBytes : used * 2;
    // Near the limit collect before it is reached, but leave room, so that a full heap does not collect at
    // every step.
    const uint64_t half = limitBytes_ > used ? (limitBytes_ - used) / 2 : 0;
    const uint64_t nearLimit = used + (half > limitBytes_ / 16 ? half : limitBytes_ / 16);
    if (nextCollection_ > nearLimit) nextCollection_ = nearLimit;
    if (stress_) nextCollection_ = used < kStressBytes ? 0 : used + used / kStressGrowth;
}

}  // namespace sluice
