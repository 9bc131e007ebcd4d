#include "heap/layout.h"

#include "base/assert.h"

namespace sluice {

namespace {

uint64_t hashLayout(const Layout& layout) {
    uint64_t hash = layout.slots * 0x9E3779B97F4A7C15ull + (layout.packedBytes ? 1 : 0);
    for (SlotKind kind : layout.kinds) hash = (hash ^ static_cast<uint64_t>(kind)) * 0x100000001B3ull;
    return hash ^ (hash >> 29);
}

bool sameLayout(const Layout& a, const Layout& b) {
    return a.slots == b.slots && a.packedBytes == b.packedBytes && a.kinds == b.kinds;
}

}  // namespace

LayoutTable::LayoutTable() {
    buckets_.assign(64, 0);
    Layout bytes;
    bytes.packedBytes = true;
    add(bytes);
    internScalars(1);
    intern({SlotKind::Pointer});
    intern({SlotKind::Interface, SlotKind::InterfaceData});
    intern({SlotKind::Pointer, SlotKind::Scalar});
    intern({SlotKind::Pointer, SlotKind::Scalar, SlotKind::Scalar});
    internScalars(0);
    // The header object of a map: count, used, capacity, index mask, NaN salt, entries, index (see map.cpp).
    Layout map;
    map.kinds = {SlotKind::Scalar, SlotKind::Scalar,  SlotKind::Scalar, SlotKind::Scalar,
                 SlotKind::Scalar, SlotKind::Pointer, SlotKind::Pointer};
    map.slots = static_cast<uint32_t>(map.kinds.size());
    map.hasPointers = true;
    add(map);
    Layout channel;
    channel.kinds.assign(8, SlotKind::Scalar);
    channel.kinds[0] = channel.kinds[1] = SlotKind::Pointer;
    channel.slots = 8;
    channel.hasPointers = true;
    add(channel);
    intern({SlotKind::Pointer, SlotKind::Pointer, SlotKind::Scalar, SlotKind::Scalar, SlotKind::Scalar});
    SLUICE_ASSERT(size() == kBuiltinLayouts);
}

LayoutId LayoutTable::intern(const std::vector<SlotKind>& kinds) {
    Layout layout;
    layout.slots = static_cast<uint32_t>(kinds.size());
    for (SlotKind kind : kinds) {
        if (kind != SlotKind::Scalar) layout.hasPointers = true;
    }
    if (layout.hasPointers) layout.kinds = kinds;
    return add(std::move(layout));
}

LayoutId LayoutTable::internScalars(uint32_t slots) {
    Layout layout;
    layout.slots = slots;
    return add(std::move(layout));
}

LayoutId LayoutTable::add(Layout layout) {
    const size_t mask = buckets_.size() - 1;
    size_t at = hashLayout(layout) & mask;
    while (buckets_[at] != 0) {
        const LayoutId id = buckets_[at] - 1;
        if (sameLayout(layouts_[id], layout)) return id;
        at = (at + 1) & mask;
    }
    layouts_.push_back(std::move(layout));
    buckets_[at] = size();
    if (layouts_.size() * 2 > buckets_.size()) {
        std::vector<uint32_t> larger(buckets_.size() * 2, 0);
        for (uint32_t id = 0; id < size(); ++id) {
            size_t slot = hashLayout(layouts_[id]) & (larger.size() - 1);
            while (larger[slot] != 0) slot = (slot + 1) & (larger.size() - 1);
            larger[slot] = id + 1;
        }
        buckets_.swap(larger);
    }
    return size() - 1;
}

void appendArrayKinds(std::vector<SlotKind>& kinds, const Layout& element, uint64_t count) {
    if (element.packedBytes) {
        kinds.insert(kinds.end(), (count + 7) / 8, SlotKind::Scalar);
        return;
    }
    if (!element.hasPointers) {
        kinds.insert(kinds.end(), count * element.slots, SlotKind::Scalar);
        return;
    }
    for (uint64_t i = 0; i < count; ++i)
        kinds.insert(kinds.end(), element.kinds.begin(), element.kinds.end());
}

}  // namespace sluice
