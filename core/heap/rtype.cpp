#include "heap/rtype.h"

#include <algorithm>

#include "base/assert.h"
#include "base/flags.h"
#include "base/order.h"

namespace sluice {

namespace {

/// Fills in what follows from a type's structure, elements before the types that contain them. The
/// recursion goes
/// through arrays and structs only, whose nesting Go's checker bounds.
class Finisher {
  public:
    explicit Finisher(TypeTable& table) : table_(table), done_(table.types.size(), false) {}

    void finishAll() {
        for (TypeId id = 1; id < table_.types.size(); ++id) finish(id);
        for (TypeId id = 1; id < table_.types.size(); ++id) {
            if (table_.types[id].kind == RKind::Map) finishMap(table_.types[id]);
            sortStable(table_.types[id].methods,
                       [](const RMethod& a, const RMethod& b) { return a.number < b.number; });
        }
    }

  private:
    void finish(TypeId id) {
        if (done_[id]) return;
        done_[id] = true;
        RType& type = table_.types[id];
        switch (type.kind) {
            case RKind::Array: finishArray(type); break;
            case RKind::Struct: finishStruct(type); break;
            default: finishBasic(type); break;
        }
        if (type.elemLayout == kLayoutEmpty || type.packed())
            type.elemLayout = type.packed() ? kLayoutBytes : type.layout;
        type.big = type.slots > kMaxRegisterSlots;
        const Layout& layout = table_.layouts[type.layout];
        if (type.slots == 0) {
            type.data = RData::None;
        } else if (type.slots > 1) {
            type.data = RData::Boxed;
        } else {
            type.data = layout.hasPointers ? RData::Pointer : RData::Scalar;
        }
    }

    void finishBasic(RType& type) {
        struct Shape {
            uint32_t slots;
            LayoutId layout;
            uint64_t size;
            uint32_t align;
            bool pointers;
        };
        const auto shape = [&]() -> Shape {
            switch (type.kind) {
                case RKind::Bool:
                case RKind::Int8:
                case RKind::Uint8: return {1, kLayoutScalar, 1, 1, false};
                case RKind::Int16:
                case RKind::Uint16: return {1, kLayoutScalar, 2, 2, false};
                case RKind::Int32:
                case RKind::Uint32:
                case RKind::Float32: return {1, kLayoutScalar, 4, 4, false};
                case RKind::String: return {2, kLayoutString, 16, 8, true};
                case RKind::Slice: return {3, kLayoutSlice, 24, 8, true};
                case RKind::Interface: return {2, kLayoutInterface, 16, 8, true};
                case RKind::Chan:
                case RKind::Func:
                case RKind::Map:
                case RKind::Pointer:
                case RKind::UnsafePointer: return {1, kLayoutPointer, 8, 8, true};
                default: return {1, kLayoutScalar, 8, 8, false};
            }
        }();
        type.slots = shape.slots;
        type.layout = shape.layout;
        type.goSize = shape.size;
        type.goAlign = shape.align;
        type.goPointers = shape.pointers;
    }

    void finishArray(RType& type) {
        finish(type.elem);
        const RType& elem = table_.types[type.elem];
        const Layout& elemLayout = table_.layouts[elem.elemLayout];
        const uint64_t slots = elem.packed() ? (type.length + 7) / 8 : type.length * elem.slots;
        SLUICE_ASSERT(slots < (uint64_t{1} << 29));
        type.slots = static_cast<uint32_t>(slots);
        if (!elemLayout.hasPointers || slots == 0) {
            type.layout = table_.layouts.internScalars(type.slots);
        } else {
            std::vector<SlotKind> kinds;
            appendArrayKinds(kinds, elemLayout, type.length);
            type.layout = table_.layouts.intern(kinds);
        }
        type.goSize = elem.goSize * type.length;
        type.goAlign = elem.goAlign;
        type.goPointers = elem.goPointers && type.length > 0;
    }

    void finishStruct(RType& type) {
        uint64_t slots = 0;
        uint64_t goSize = 0;
        uint32_t goAlign = 1;
        bool pointers = false;
        bool lastEmpty = false;
        std::vector<SlotKind> kinds;
        for (RField& field : type.fields) {
            finish(field.type);
            const RType& fieldType = table_.types[field.type];
            field.slotOffset = static_cast<uint32_t>(slots);
            const Layout& layout = table_.layouts[fieldType.layout];
            if (layout.hasPointers) {
                kinds.resize(slots, SlotKind::Scalar);
                kinds.insert(kinds.end(), layout.kinds.begin(), layout.kinds.end());
            }
            slots += fieldType.slots;
            goSize =
                (goSize + fieldType.goAlign - 1) / fieldType.goAlign * fieldType.goAlign + fieldType.goSize;
            goAlign = std::max(goAlign, fieldType.goAlign);
            pointers = pointers || fieldType.goPointers;
            lastEmpty = fieldType.goSize == 0;
        }
        SLUICE_ASSERT(slots < (uint64_t{1} << 29));
        if (lastEmpty && goSize > 0)
            ++goSize;  // Go pads a trailing empty field, so that its address stays inside.
        type.slots = static_cast<uint32_t>(slots);
        if (kinds.empty()) {
            type.layout = table_.layouts.internScalars(type.slots);
        } else {
            kinds.resize(slots, SlotKind::Scalar);
            type.layout = table_.layouts.intern(kinds);
        }
        type.goSize = (goSize + goAlign - 1) / goAlign * goAlign;
        type.goAlign = goAlign;
        type.goPointers = pointers;
    }

    void finishMap(RType& type) {
        std::vector<SlotKind> kinds = {SlotKind::Scalar};
        for (TypeId part : {type.key, type.elem}) {
            appendArrayKinds(kinds, table_.layouts[table_.types[part].layout], 1);
        }
        type.mapEntryLayout = table_.layouts.intern(kinds);
    }

    TypeTable& table_;
    Flags done_;
};

}  // namespace

const RMethod* RType::findMethod(uint32_t number) const {
    const auto found =
        std::lower_bound(methods.begin(), methods.end(), number,
                         [](const RMethod& method, uint32_t wanted) { return method.number < wanted; });
    return found != methods.end() && found->number == number ? &*found : nullptr;
}

void finishTypes(TypeTable& table) { Finisher(table).finishAll(); }

uint32_t imageSlots(const TypeTable& table, TypeId id) {
    const RType& type = table[id];
    switch (type.kind) {
        case RKind::Invalid: return 0;
        case RKind::String:
        case RKind::Interface: return 2;
        case RKind::Slice: return 3;
        case RKind::Array: {
            const uint64_t slots = table[type.elem].packed() ? (type.length + 7) / 8
                                                             : type.length * imageSlots(table, type.elem);
            return slots > 0x1FFFFFFF ? 0x1FFFFFFF : static_cast<uint32_t>(slots);
        }
        case RKind::Struct: {
            uint64_t slots = 0;
            for (const RField& field : type.fields) slots += imageSlots(table, field.type);
            return slots > 0x1FFFFFFF ? 0x1FFFFFFF : static_cast<uint32_t>(slots);
        }
        default: return 1;
    }
}

bool implements(const TypeTable& table, TypeId type, TypeId interface) {
    const std::vector<RMethod>& have = table[type].methods;
    size_t at = 0;
    for (const RMethod& wanted : table[interface].methods) {
        while (at < have.size() && have[at].number < wanted.number) ++at;
        if (at == have.size() || have[at].number != wanted.number) return false;
    }
    return true;
}

const RMethod* missingMethod(const TypeTable& table, TypeId type, TypeId interface) {
    const RMethod* missing = nullptr;
    for (const RMethod& wanted : table[interface].methods) {
        if (table[type].findMethod(wanted.number) != nullptr) continue;
        if (missing == nullptr || wanted.name < missing->name) missing = &wanted;
    }
    return missing;
}

}  // namespace sluice
