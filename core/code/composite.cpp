// Composite literals.
//
// Invariant: a Memory target is fresh, so it is zero and nobody else sees it yet.
#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/object.h"

namespace sluice {
namespace {

/// Index of the next element: its constant key, or one more than the element before.
struct ElementIndex {
    int64_t next = 0;
    int64_t largest = -1;

    int64_t take(const Expr* element, const Expr*& value) {
        value = element;
        if (const KeyValueExpr* pair = asIf<KeyValueExpr>(element)) {
            value = pair->value;
            if (pair->key->constant != nullptr) next = pair->key->constant->int64Value();
        }
        if (next > largest) largest = next;
        return next++;
    }
};

int64_t literalLength(const CompositeLit& lit) {
    ElementIndex index;
    const Expr* value = nullptr;
    for (const Expr* element : lit.elements) index.take(element, value);
    return index.largest + 1;
}

}  // namespace

void FunctionCompiler::compositeTo(const CompositeLit& lit, const Shape& shape, Reg dst) {
    const HoistScope hoists(*this);
    orderCalls(lit.elements, {});
    switch (shape.kind) {
        case RKind::Slice: sliceLiteralTo(lit, shape, dst); return;
        case RKind::Map: mapLiteralTo(lit, shape, dst); return;
        case RKind::Pointer: {
            const Shape& target = elementOf(shape);
            const uint32_t site = siteFor(lit.pos, target);
            e_.emit(Op::New, dst);
            e_.ext(target.id, site & 0xFFFF, site >> 16);
            compositeInto(lit, target, memoryPlace(target, dst, false));
            return;
        }
        default: break;
    }
    const bool packed = shape.kind == RKind::Array && elementOf(shape).packed();
    if (!shape.big && !packed) {
        compositeInto(lit, shape, registerPlace(shape, dst));
        return;
    }
    const Reg box = shape.big ? dst : e_.temporary("p");
    e_.emit(Op::New, box);
    e_.ext(shape.id, 0, 0);
    compositeInto(lit, shape, memoryPlace(shape, box, false));
    if (!shape.big && shape.slots != 0) e_.emit(Op::LoadN, dst, box, 0, shape.slots);
}

void FunctionCompiler::compositeInto(const CompositeLit& lit, const Shape& shape, const Place& target) {
    const HoistScope hoists(*this);
    orderCalls(lit.elements, {});
    if (shape.kind == RKind::Struct) {
        structInto(lit, shape, target);
    } else if (shape.kind == RKind::Array) {
        arrayInto(lit, shape, target);
    } else {
        const Reg reg = temp(shape);
        compositeTo(lit, shape, reg);
        store(target, reg);
    }
}

/// One element to its place: nested literals are built in place.
void FunctionCompiler::elementInto(const Expr* element, const Shape& shape, const Place& target) {
    const TempScope temps(e_);
    const CompositeLit* lit = asIf<CompositeLit>(unparen(element));
    if (lit != nullptr && (shape.kind == RKind::Struct || shape.kind == RKind::Array) &&
        (lit->literalType == nullptr || &shapeOf(lit) == &shape)) {
        const bool packed = shape.kind == RKind::Array && elementOf(shape).packed();
        if (target.kind == Place::Kind::Memory || (!packed && !shape.big)) {
            compositeInto(*lit, shape, target);
            return;
        }
    }
    if (lit != nullptr && lit->literalType == nullptr) {
        const Reg reg = target.kind == Place::Kind::Register ? target.reg : temp(shape);
        compositeTo(*lit, shape, reg);
        store(target, reg);
        return;
    }
    if (target.kind == Place::Kind::Register) {
        valueTo(element, shape, target.reg);
    } else if (shape.big) {
        store(target, isNil(element) ? value(element, shape) : valueMemory(element));
    } else {
        store(target, value(element, shape, true));
    }
}

void FunctionCompiler::structInto(const CompositeLit& lit, const Shape& shape, const Place& target) {
    const Struct* type = shape.underlying->as<Struct>();
    std::vector<const Expr*> values(type->fields.size());
    for (size_t i = 0; i < lit.elements.size(); i++) {
        const KeyValueExpr* pair = asIf<KeyValueExpr>(lit.elements[i]);
        if (pair == nullptr) {
            if (i < values.size()) values[i] = lit.elements[i];
            continue;
        }
        const Ident* name = asIf<Ident>(pair->key);
        for (size_t f = 0; name != nullptr && f < values.size(); f++) {
            if (type->fields[f]->name == name->name) values[f] = pair->value;
        }
    }
    if (target.kind == Place::Kind::Register) {
        for (size_t f = 0; f < values.size(); f++) {
            if (values[f] == nullptr)
                zeroTo(shapes_.of(type->fields[f]->type), fieldPlace(target, static_cast<int>(f)).reg);
        }
    }
    const std::string savedName = siteName_;
    // In the order of the source.
    for (const Expr* element : lit.elements) {
        const KeyValueExpr* pair = asIf<KeyValueExpr>(element);
        const Expr* wanted = pair == nullptr ? element : pair->value;
        for (size_t f = 0; f < values.size(); f++) {
            if (values[f] != wanted) continue;
            siteName_ = std::string(type->fields[f]->name.text());
            nameCall(wanted);
            elementInto(wanted, shapes_.of(type->fields[f]->type), fieldPlace(target, static_cast<int>(f)));
        }
    }
    siteName_ = savedName;
    watchFields(shape, target);
}

void FunctionCompiler::arrayInto(const CompositeLit& lit, const Shape& shape, const Place& target) {
    const Shape& element = elementOf(shape);
    const int64_t length = shape.underlying->as<Array>()->len;
    if (target.kind == Place::Kind::Register &&
        (lit.hasKeys || static_cast<int64_t>(lit.elements.size()) < length)) {
        e_.zero(target.reg, shape.slots);
    }
    ElementIndex index;
    for (const Expr* one : lit.elements) {
        const Expr* value = nullptr;
        const int64_t at = index.take(one, value);
        elementInto(value, element, elementPlace(target, element, static_cast<uint64_t>(at)));
    }
}

void FunctionCompiler::sliceLiteralTo(const CompositeLit& lit, const Shape& shape, Reg dst) {
    const Shape& element = elementOf(shape);
    const Reg slice = e_.temporary(shape.kinds);
    const Reg length = tempInt();
    loadWord(length, static_cast<Slot>(literalLength(lit)));
    const uint32_t site = siteFor(lit.pos, shape);
    e_.emit(Op::MakeSlice, slice, length, length);
    e_.ext(shape.id, site & 0xFFFF, site >> 16);
    ElementIndex index;
    const Place memory = memoryPlace(element, slice, false);
    for (const Expr* one : lit.elements) {
        const Expr* value = nullptr;
        const int64_t at = index.take(one, value);
        Place target = memory;
        target.offset = static_cast<uint64_t>(at) * shapes_.stride(element);
        elementInto(value, element, target);
    }
    e_.move(dst, slice, 3);
}

void FunctionCompiler::mapLiteralTo(const CompositeLit& lit, const Shape& shape, Reg dst) {
    const Shape& key = keyOf(shape);
    const Shape& element = elementOf(shape);
    const Reg map = e_.temporary("p");
    const Reg hint = tempInt();
    const uint32_t site = siteFor(lit.pos, shape);
    e_.loadInt(hint, static_cast<int64_t>(lit.elements.size()));
    e_.emit(Op::MakeMap, map, hint, 0, 1);
    e_.ext(shape.id, site & 0xFFFF, site >> 16);
    for (const Expr* one : lit.elements) {
        const TempScope temps(e_);
        const KeyValueExpr* pair = as<KeyValueExpr>(one);
        const Reg keyReg = temp(key);
        elementInto(pair->key, key, registerPlace(key, keyReg));
        const Reg valueReg = temp(element);
        elementInto(pair->value, element, registerPlace(element, valueReg));
        e_.emit(Op::MapSet, map, keyReg, valueReg);
        e_.ext(shape.id, 0, 0);
    }
    e_.move(dst, map, 1);
}

}  // namespace sluice
