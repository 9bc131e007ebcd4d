#include "heap/collector.h"

namespace sluice {

namespace {

/// Elements of an array scanned before the rest goes back on the stack: keeps the explicit stack short.
constexpr uint32_t kScanPiece = 1024;

}  // namespace

void Collector::collect(const std::vector<RootSource*>& sources) {
    for (RootSource* source : sources) source->markRoots(*this);
    drain();
    heap_.sweep();
}

void Collector::markObject(ObjectRef object) {
    if (object == 0) return;
    ObjectHeader& head = heap_.header(object);
    if (head.mark != 0) return;
    head.mark = 1;
    if (head.count != 0 && heap_.types().layouts[head.layout].hasPointers) stack_.push_back({object, 0});
}

void Collector::markInterface(Slot typeWord, Slot data) {
    if (typeWord == 0 || typeWord >= heap_.types().types.size()) return;
    const RData held = heap_.types()[static_cast<TypeId>(typeWord)].data;
    if (held == RData::Pointer || held == RData::Boxed) markPointer(data);
}

void Collector::markSlots(const Slot* slots, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        const ObjectRef object = pointerObject(slots[i]);
        if (object != 0 && heap_.isObject(object)) markObject(object);
    }
    if (stack_.size() > 256) drain();
}

void Collector::markTyped(const Slot* slots, LayoutId id) {
    const Layout& layout = heap_.types().layouts[id];
    if (!layout.hasPointers) return;
    for (uint32_t i = 0; i < layout.slots; ++i) {
        if (layout.kinds[i] == SlotKind::Pointer) {
            markPointer(slots[i]);
        } else if (layout.kinds[i] == SlotKind::Interface) {
            markInterface(slots[i], slots[i + 1]);
        }
    }
}

void Collector::markReferents(ObjectRef object) {
    const ObjectHeader& head = heap_.header(object);
    if (head.count != 0 && heap_.types().layouts[head.layout].hasPointers) stack_.push_back({object, 0});
}

void Collector::drain() {
    while (!stack_.empty()) {
        Range range = stack_.back();
        stack_.pop_back();
        const uint32_t count = heap_.header(range.object).count;
        uint32_t end = count;
        if (end - range.next > kScanPiece) {
            end = range.next + kScanPiece;
            stack_.push_back({range.object, end});
        }
        scanObject(range.object, range.next, end);
    }
}

void Collector::scanObject(ObjectRef object, uint32_t from, uint32_t to) {
    const LayoutId id = heap_.header(object).layout;
    const uint32_t slots = heap_.types().layouts[id].slots;
    const Slot* at = heap_.slots(object) + uint64_t{from} * slots;
    for (uint32_t i = from; i < to; ++i, at += slots) markTyped(at, id);
}

}  // namespace sluice
