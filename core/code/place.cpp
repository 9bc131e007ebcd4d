// Places: variables, fields, elements; loading, storing, taking addresses.
#include "code/function_compiler.h"

#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {
namespace {

/// Load and Store reach this many slots from their pointer.
constexpr uint64_t kMaxOffsetSlots = 0xFFFF;

}  // namespace

Place FunctionCompiler::registerPlace(const Shape& shape, Reg reg) {
    Place place;
    place.kind = Place::Kind::Register;
    place.shape = &shape;
    place.reg = reg;
    return place;
}

Place FunctionCompiler::memoryPlace(const Shape& shape, Reg pointer, bool mayBeNil) {
    Place place;
    place.kind = Place::Kind::Memory;
    place.shape = &shape;
    place.reg = pointer;
    place.mayBeNil = mayBeNil;
    return place;
}

Place FunctionCompiler::variablePlace(const Var* var) {
    if (var->isGlobal) {
        Place place;
        place.kind = Place::Kind::Global;
        place.shape = &shapeOf(var->type);
        place.offset = static_cast<uint64_t>(unit_.global(const_cast<Var*>(var))) * kSlotBytes;
        return place;
    }
    auto found = variables_.find(var);
    if (found == variables_.end()) {
        error(var->pos,
              "internal compiler error: variable " + std::string(var->name.text()) + " is not declared here");
        declareZero(var);
        found = variables_.find(var);
    }
    const Storage& storage = found->second;
    if (storage.isCell) return memoryPlace(*storage.shape, storage.reg, false);
    return registerPlace(*storage.shape, storage.reg);
}

Place FunctionCompiler::identPlace(const Ident& ident) {
    if (ident.name.isBlank() && ident.object == nullptr) return Place{};
    SLUICE_ASSERT(ident.object != nullptr && ident.object->kind == ObjectKind::Var);
    return variablePlace(static_cast<const Var*>(ident.object));
}

Place FunctionCompiler::place(const Expr* e) {
    e = unparen(e);
    switch (e->kind) {
        case NodeKind::Ident: {
            const Ident* ident = as<Ident>(e);
            if (ident->name.isBlank()) return Place{};
            if (ident->object != nullptr && ident->object->kind == ObjectKind::Var) return identPlace(*ident);
            break;
        }
        case NodeKind::SelectorExpr: {
            const SelectorExpr* selector = as<SelectorExpr>(e);
            if (selector->selection == nullptr) {
                if (selector->selector->object != nullptr &&
                    selector->selector->object->kind == ObjectKind::Var) {
                    return variablePlace(static_cast<const Var*>(selector->selector->object));
                }
            } else if (selector->selection->kind == SelectionKind::FieldValue) {
                return selectorPlace(*selector);
            }
            break;
        }
        case NodeKind::IndexExpr:
            if (as<IndexExpr>(e)->typeArguments.empty()) return indexPlace(*as<IndexExpr>(e));
            break;
        case NodeKind::StarExpr: {
            const StarExpr* star = as<StarExpr>(e);
            const Reg pointer = expr(star->operand);
            return memoryPlace(elementOf(shapeOf(star->operand)), pointer, true);
        }
        default: break;
    }
    const Shape& shape = shapeOf(e);
    const Reg reg = expr(e);
    return shape.big ? memoryPlace(shape, reg, false) : registerPlace(shape, reg);
}

Place FunctionCompiler::fieldPlace(Place base, int index) {
    if (base.shape->kind == RKind::Pointer) {
        const Shape& target = elementOf(*base.shape);
        base = memoryPlace(target, loadAny(base), true);
    }
    const Struct* type = base.shape->underlying->as<Struct>();
    const size_t i = static_cast<size_t>(index);
    const Shape& field = shapes_.of(type->fields[i]->type);
    const uint32_t slots = base.shape->fieldOffsets[i];
    switch (base.kind) {
        case Place::Kind::Register: return registerPlace(field, base.reg + slots);
        case Place::Kind::SliceElement:
        case Place::Kind::ArrayElement:
        case Place::Kind::MapElement: base = asMemory(base); break;
        default: break;
    }
    if (base.kind == Place::Kind::Register) return registerPlace(field, base.reg + slots);
    base.offset += static_cast<uint64_t>(slots) * kSlotBytes;
    base.shape = &field;
    return base;
}

Place FunctionCompiler::walkFields(Place base, const std::vector<int>& path, size_t count) {
    for (size_t i = 0; i < count; i++) base = fieldPlace(base, path[i]);
    return base;
}

Place FunctionCompiler::selectorPlace(const SelectorExpr& e) {
    const std::vector<int>& path = e.selection->path;
    return walkFields(place(e.operand), path, path.size());
}

Place FunctionCompiler::elementPlace(const Place& array, const Shape& element, uint64_t index) {
    Place place = array;
    place.shape = &element;
    if (array.kind == Place::Kind::Global && element.packed()) {
        // A global is loaded and stored in whole slots, which packed elements share.
        place = memoryPlace(element, e_.temporary("p"), false);
        e_.emitWide(Op::GlobalAddr, place.reg, static_cast<int32_t>(array.offset / kSlotBytes));
        place.offset = index;
    } else if (array.kind == Place::Kind::Register) {
        place.reg += static_cast<Reg>(index * element.slots);
    } else {
        place.offset += index * shapes_.stride(element);
    }
    return place;
}

namespace {

bool isWideUnsigned(const Shape& shape) { return shape.isUnsigned() && shape.bits() == 64; }

}  // namespace

/// Element of an array that is at `array`.
Place FunctionCompiler::arrayElement(Place array, const Expr* index) {
    const Shape& element = elementOf(*array.shape);
    int64_t constant = 0;
    const bool isConstant = intConstant(index, constant);
    if (array.kind == Place::Kind::Register && (!isConstant || element.packed())) {
        // An array value that is not a variable: it gets a box to be indexed in.
        const Reg box = e_.temporary("p");
        e_.emit(Op::Box, box, array.reg, 0, array.shape->slots);
        e_.ext(array.shape->id, 0, 0);
        array = memoryPlace(*array.shape, box, false);
    }
    if (array.kind != Place::Kind::Register && array.kind != Place::Kind::Memory &&
        array.kind != Place::Kind::Global) {
        array = asMemory(array);
    }
    if (isConstant) return elementPlace(array, element, static_cast<uint64_t>(constant));
    if (array.kind == Place::Kind::Global) {
        const Reg pointer = e_.temporary("p");
        e_.emitWide(Op::GlobalAddr, pointer, static_cast<int32_t>(array.offset / kSlotBytes));
        array.kind = Place::Kind::Memory;
        array.reg = pointer;
        array.offset = 0;
    }
    Place place = array;
    place.kind = Place::Kind::ArrayElement;
    place.container = array.shape;
    place.shape = &element;
    place.index = expr(index);
    place.isUnsignedIndex = isWideUnsigned(shapeOf(index));
    return place;
}

Place FunctionCompiler::indexPlace(const IndexExpr& e) {
    const Shape& shape = shapeOf(e.operand);
    const Expr* index = e.indices[0];
    if (shape.kind == RKind::Array) return arrayElement(place(e.operand), index);
    if (shape.kind == RKind::Pointer) {
        const Shape& array = elementOf(shape);
        return arrayElement(memoryPlace(array, expr(e.operand), true), index);
    }
    Place place;
    place.container = &shape;
    place.shape = &elementOf(shape);
    if (shape.kind == RKind::Map) {
        place.kind = Place::Kind::MapElement;
        place.reg = expr(e.operand);
        place.index = value(index, keyOf(shape));
        return place;
    }
    place.kind = Place::Kind::SliceElement;  // also strings: loaded with StrIndex
    place.reg = expr(e.operand);
    place.index = expr(index);
    place.isUnsignedIndex = isWideUnsigned(shapeOf(index));
    e_.setPos(e.leftBracket);
    return place;
}

/// The same place as Memory (elements: their address; map elements: a copy of the value).
Place FunctionCompiler::asMemory(Place place) {
    if (place.kind == Place::Kind::MapElement) {
        const Reg value = loadAny(place);
        return place.shape->big ? memoryPlace(*place.shape, value, false)
                                : registerPlace(*place.shape, value);
    }
    if (place.kind != Place::Kind::SliceElement && place.kind != Place::Kind::ArrayElement) return place;
    return memoryPlace(*place.shape, address(place), false);
}

/// Makes sure Load and Store can express the offset.
void FunctionCompiler::foldOffset(Place& place) {
    uint64_t slots = place.offset / kSlotBytes;
    const uint64_t limit =
        place.shape->packed() ? kMaxOffsetSlots / kSlotBytes - 1 : kMaxOffsetSlots - kMaxRegisterSlots;
    if (slots <= limit) return;
    const Reg moved = e_.temporary("p");
    Reg from = place.reg;
    while (slots > 0) {
        const uint64_t step = slots < kMaxOffsetSlots ? slots : kMaxOffsetSlots;
        e_.emit(Op::PtrAdd, moved, from, static_cast<uint32_t>(step));
        from = moved;
        slots -= step;
    }
    place.reg = moved;
    place.offset %= kSlotBytes;
}

Reg FunctionCompiler::loadAny(const Place& place) {
    if (place.kind == Place::Kind::Register) return place.reg;
    const Reg reg = temp(*place.shape);
    load(place, reg);
    return reg;
}

void FunctionCompiler::load(const Place& original, Reg dst) {
    Place place = original;
    const Shape& shape = *place.shape;
    const uint32_t slots = shape.slots;
    e_.setUnsignedIndex(place.isUnsignedIndex);
    switch (place.kind) {
        case Place::Kind::Blank: return;
        case Place::Kind::Register: e_.move(dst, place.reg, slots); return;
        case Place::Kind::Global:
            if (shape.big || (shape.packed() && place.offset % kSlotBytes != 0)) {
                load(memoryPlace(shape, address(place), false), dst);
            } else if (slots != 0) {
                e_.emitWide(Op::LoadG, dst, static_cast<int32_t>(place.offset / kSlotBytes), slots);
            }
            return;
        case Place::Kind::Memory:
            foldOffset(place);
            if (shape.big) {
                const Reg from = place.offset == 0 ? place.reg : address(place);
                e_.emit(Op::LoadBig, dst, from, shape.id);
            } else if (slots == 0) {
                if (place.mayBeNil) e_.emit(Op::NilCheck, place.reg);
            } else if (shape.packed()) {
                e_.emit(Op::Load8, dst, place.reg, static_cast<uint32_t>(place.offset));
            } else if (slots == 1) {
                e_.emit(Op::Load, dst, place.reg, static_cast<uint32_t>(place.offset / kSlotBytes));
            } else {
                e_.emit(Op::LoadN, dst, place.reg, static_cast<uint32_t>(place.offset / kSlotBytes), slots);
            }
            return;
        case Place::Kind::SliceElement:
            if (place.container->kind == RKind::String) {
                e_.emit(Op::StrIndex, dst, place.reg, place.index);
            } else if (shape.packed()) {
                e_.emit(Op::SliceGet8, dst, place.reg, place.index);
            } else if (shape.big || slots == 0) {
                load(asMemory(place), dst);
            } else if (slots == 1) {
                e_.emit(Op::SliceGet, dst, place.reg, place.index);
            } else {
                e_.emit(Op::SliceGetN, dst, place.reg, place.index, slots);
            }
            return;
        case Place::Kind::ArrayElement:
            if (place.offset / kSlotBytes > kMaxOffsetSlots ||
                (!shape.packed() && (slots != 1 || shape.big))) {
                load(asMemory(place), dst);
                return;
            }
            e_.emit(shape.packed() ? Op::ArrayGet8 : Op::ArrayGet, dst, place.reg, place.index);
            {
                const uint32_t length = static_cast<uint32_t>(place.container->underlying->as<Array>()->len);
                e_.ext(static_cast<uint32_t>(place.offset / kSlotBytes), length & 0xFFFF, length >> 16);
            }
            return;
        case Place::Kind::MapElement:
            e_.emit(Op::MapGet, dst, place.reg, place.index);
            e_.ext(place.container->id, 0, 0);
            return;
    }
}

void FunctionCompiler::store(const Place& original, Reg value) {
    Place place = original;
    if (place.kind == Place::Kind::Blank) return;
    const Shape& shape = *place.shape;
    const uint32_t slots = shape.slots;
    e_.setUnsignedIndex(place.isUnsignedIndex);
    switch (place.kind) {
        case Place::Kind::Blank: return;
        case Place::Kind::Register: e_.move(place.reg, value, slots); return;
        case Place::Kind::Global:
            if (shape.big || (shape.packed() && place.offset % kSlotBytes != 0)) {
                store(memoryPlace(shape, address(place), false), value);
            } else if (slots != 0) {
                e_.emitWide(Op::StoreG, value, static_cast<int32_t>(place.offset / kSlotBytes), slots);
            }
            return;
        case Place::Kind::Memory:
            foldOffset(place);
            if (shape.big) {
                e_.emit(Op::StoreBig, place.offset == 0 ? place.reg : address(place), value, shape.id);
            } else if (slots == 0) {
                if (place.mayBeNil) e_.emit(Op::NilCheck, place.reg);
            } else if (shape.packed()) {
                e_.emit(Op::Store8, place.reg, value, static_cast<uint32_t>(place.offset));
            } else if (slots == 1) {
                e_.emit(Op::Store, place.reg, value, static_cast<uint32_t>(place.offset / kSlotBytes));
            } else {
                e_.emit(Op::StoreN, place.reg, value, static_cast<uint32_t>(place.offset / kSlotBytes),
                        slots);
            }
            return;
        case Place::Kind::SliceElement:
            if (shape.packed()) {
                e_.emit(Op::SliceSet8, place.reg, place.index, value);
            } else if (shape.big || slots == 0) {
                store(asMemory(place), value);
            } else if (slots == 1) {
                e_.emit(Op::SliceSet, place.reg, place.index, value);
            } else {
                e_.emit(Op::SliceSetN, place.reg, place.index, value, slots);
            }
            return;
        case Place::Kind::ArrayElement:
            if (place.offset / kSlotBytes > kMaxOffsetSlots ||
                (!shape.packed() && (slots != 1 || shape.big))) {
                store(asMemory(place), value);
                return;
            }
            e_.emit(shape.packed() ? Op::ArraySet8 : Op::ArraySet, place.reg, place.index, value);
            {
                const uint32_t length = static_cast<uint32_t>(place.container->underlying->as<Array>()->len);
                e_.ext(static_cast<uint32_t>(place.offset / kSlotBytes), length & 0xFFFF, length >> 16);
            }
            return;
        case Place::Kind::MapElement:
            e_.emit(Op::MapSet, place.reg, place.index, value);
            e_.ext(place.container->id, 0, 0);
            return;
    }
}

/// The address as a pointer register.
Reg FunctionCompiler::address(Place place) {
    e_.setUnsignedIndex(place.isUnsignedIndex);
    const Reg pointer = e_.temporary("p");
    switch (place.kind) {
        case Place::Kind::Memory: {
            if (place.offset == 0 && !place.mayBeNil) return place.reg;
            Reg from = place.reg;
            uint64_t slots = place.offset / kSlotBytes;
            do {
                const uint64_t step = slots < kMaxOffsetSlots ? slots : kMaxOffsetSlots;
                e_.emit(Op::PtrAdd, pointer, from, static_cast<uint32_t>(step));
                from = pointer;
                slots -= step;
            } while (slots > 0);
            break;
        }
        case Place::Kind::Global:
            e_.emitWide(Op::GlobalAddr, pointer, static_cast<int32_t>(place.offset / kSlotBytes));
            break;
        case Place::Kind::SliceElement: {
            const uint32_t stride = shapes_.stride(*place.shape);
            e_.emit(Op::SliceAddr, pointer, place.reg, place.index);
            e_.ext(0, stride & 0xFFFF, stride >> 16);
            return pointer;
        }
        case Place::Kind::ArrayElement: {
            const uint32_t slots = static_cast<uint32_t>(place.offset / kSlotBytes);
            e_.emit(Op::ArrayAddr, pointer, place.reg, place.index);
            e_.ext(place.container->id, slots & 0xFFFF, slots >> 16);
            return pointer;
        }
        default: {
            // A value without an address (map element, temporary): a box of its own.
            const Reg value = loadAny(place);
            if (place.shape->big) return value;
            e_.emit(Op::Box, pointer, value, 0, place.shape->slots);
            e_.ext(place.shape->id, 0, 0);
            return pointer;
        }
    }
    const uint64_t rest = place.offset % kSlotBytes;
    if (rest != 0) e_.emit(Op::AddI, pointer, pointer, static_cast<uint32_t>(rest));
    return pointer;
}

Reg FunctionCompiler::valueMemory(const Expr* e) {
    const Place from = place(e);
    return from.kind == Place::Kind::Register && from.shape->big ? from.reg : address(from);
}

}  // namespace sluice
