#include "code/shapes.h"

#include <algorithm>

#include "base/order.h"
#include "types/checker.h"
#include "types/object.h"
#include "types/type_query.h"

namespace sluice {
namespace {

/// Types nested by value deeper than this are refused; the checker allows no infinite ones.
constexpr int kMaxTypeDepth = 200;

RKind basicKind(BasicKind kind) {
    switch (kind) {
        case BasicKind::Bool:
        case BasicKind::UntypedBool: return RKind::Bool;
        case BasicKind::Int:
        case BasicKind::UntypedInt: return RKind::Int;
        case BasicKind::Int8: return RKind::Int8;
        case BasicKind::Int16: return RKind::Int16;
        case BasicKind::Int32:
        case BasicKind::UntypedRune: return RKind::Int32;
        case BasicKind::Int64: return RKind::Int64;
        case BasicKind::Uint: return RKind::Uint;
        case BasicKind::Uint8: return RKind::Uint8;
        case BasicKind::Uint16: return RKind::Uint16;
        case BasicKind::Uint32: return RKind::Uint32;
        case BasicKind::Uint64: return RKind::Uint64;
        case BasicKind::Uintptr: return RKind::Uintptr;
        case BasicKind::Float32: return RKind::Float32;
        case BasicKind::Float64:
        case BasicKind::UntypedFloat: return RKind::Float64;
        case BasicKind::String:
        case BasicKind::UntypedString: return RKind::String;
        case BasicKind::UnsafePointer:
        case BasicKind::UntypedNil: return RKind::UnsafePointer;
        default: return RKind::Invalid;
    }
}

RKind kindOf(Type* underlying) {
    switch (underlying->kind()) {
        case TypeKind::Basic: return basicKind(underlying->as<Basic>()->basic);
        case TypeKind::Pointer: return RKind::Pointer;
        case TypeKind::Slice: return RKind::Slice;
        case TypeKind::Array: return RKind::Array;
        case TypeKind::Map: return RKind::Map;
        case TypeKind::Chan: return RKind::Chan;
        case TypeKind::Struct: return RKind::Struct;
        case TypeKind::Signature: return RKind::Func;
        case TypeKind::Interface: return RKind::Interface;
        default: return RKind::Invalid;
    }
}

}  // namespace

uint32_t Shape::bits() const {
    switch (kind) {
        case RKind::Int8:
        case RKind::Uint8: return 8;
        case RKind::Int16:
        case RKind::Uint16: return 16;
        case RKind::Int32:
        case RKind::Uint32: return 32;
        default: return 64;
    }
}

uint32_t MethodNumbers::number(const Func& method, TypeId signature) {
    std::string name(method.name.text());
    if (!method.exported()) name = (method.pkg == nullptr ? std::string() : method.pkg->path) + "." + name;
    return number(name, signature);
}

uint32_t MethodNumbers::number(const std::string& qualified, TypeId signature) {
    auto [at, isNew] = numbers_.try_emplace(qualified + "#" + std::to_string(signature),
                                            static_cast<uint32_t>(names_.size()));
    if (isNew) names_.push_back(qualified);
    return at->second;
}

ShapeTable::ShapeTable(Checker& checker, Program& program, MethodNumbers& methods)
    : checker_(checker), context_(checker.context()), program_(program), methods_(methods) {
    shapes_.push_back(std::make_unique<Shape>());
}

uint32_t ShapeTable::methodNumber(Func& method) {
    checker_.resolve(&method);
    return methods_.number(method, id(method.type));
}

Shape& ShapeTable::entry(const Type* type) {
    auto found = byType_.find(type);
    if (found != byType_.end()) return *found->second;
    Type* plain = const_cast<Type*>(type);
    if (Basic* basic = plain->dyn<Basic>(); basic != nullptr && (basic->info & kIsUntyped) != 0) {
        plain = basic->basic == BasicKind::UntypedNil ? plain : defaultType(plain);
    }
    Type* canonical = context_.canonical(plain);
    auto same = byType_.find(canonical);
    if (same != byType_.end()) {
        Shape& shape = *same->second;
        byType_.emplace(type, &shape);
        return shape;
    }
    auto made = std::make_unique<Shape>();
    Shape& shape = *made;
    shape.type = canonical;
    shape.underlying = under(canonical);
    shape.kind = kindOf(shape.underlying);
    shape.id = static_cast<TypeId>(shapes_.size());
    if (shapes_.size() > kMaxRTypes) problem_ = "too many types";
    shapes_.push_back(std::move(made));
    program_.types.types.resize(shapes_.size());
    byType_.emplace(canonical, &shape);
    if (type != canonical) byType_.emplace(type, &shape);
    return shape;
}

const Shape& ShapeTable::of(const Type* type) {
    Shape& shape = entry(type);
    if (!shape.sized) size(shape, 0);
    return shape;
}

void ShapeTable::size(Shape& shape, int depth) {
    shape.sized = true;
    switch (shape.kind) {
        case RKind::String: shape.kinds = "ps"; break;
        case RKind::Slice: shape.kinds = "pss"; break;
        case RKind::Interface: shape.kinds = "id"; break;
        case RKind::Pointer:
        case RKind::Map:
        case RKind::Chan:
        case RKind::Func:
        case RKind::UnsafePointer: shape.kinds = "p"; break;
        case RKind::Struct: sizeStruct(shape, depth); return;
        case RKind::Array: sizeArray(shape, depth); return;
        default: shape.kinds = "s"; break;
    }
    shape.slots = shape.memorySlots = static_cast<uint32_t>(shape.kinds.size());
}

void ShapeTable::sizeStruct(Shape& shape, int depth) {
    uint64_t offset = 0;
    bool big = false;
    for (Var* field : shape.underlying->as<Struct>()->fields) {
        shape.fieldOffsets.push_back(static_cast<uint32_t>(offset));
        Shape& part = entry(field->type);
        if (!part.sized && depth < kMaxTypeDepth) size(part, depth + 1);
        big = big || part.big;
        offset += part.memorySlots;
        if (offset > kMaxTypeSlots) {
            problem_ = "type too large";
            offset = kMaxTypeSlots;
        }
        if (!part.big && shape.kinds.size() <= kMaxRegisterSlots) shape.kinds += part.kinds;
    }
    shape.memorySlots = static_cast<uint32_t>(offset);
    shape.big = big || offset > kMaxRegisterSlots;
    if (shape.big) shape.kinds = "p";
    shape.slots = static_cast<uint32_t>(shape.kinds.size());
}

void ShapeTable::sizeArray(Shape& shape, int depth) {
    Array* array = shape.underlying->as<Array>();
    Shape& element = entry(array->elem);
    if (!element.sized && depth < kMaxTypeDepth) size(element, depth + 1);
    const uint64_t length = array->len < 0 ? 0 : static_cast<uint64_t>(array->len);
    uint64_t slots = 0;
    if (element.packed()) {
        slots = length / 8 + (length % 8 != 0 ? 1 : 0);
    } else if (element.memorySlots != 0) {
        slots = length > kMaxTypeSlots ? length : length * element.memorySlots;
    }
    if (slots > kMaxTypeSlots) {
        problem_ = "type too large";
        slots = kMaxTypeSlots;
    }
    shape.memorySlots = static_cast<uint32_t>(slots);
    shape.big = slots > kMaxRegisterSlots || (element.big && length > 0);
    if (shape.big) {
        shape.kinds = "p";
    } else if (element.packed()) {
        shape.kinds.assign(slots, 's');
    } else if (slots != 0) {
        for (uint64_t i = 0; i < length; i++) shape.kinds += element.kinds;
    }
    shape.slots = static_cast<uint32_t>(shape.kinds.size());
}

// ---- run-time types

void ShapeTable::describeAll() {
    for (; described_ < shapes_.size() && problem_.empty(); described_++) describe(described_);
}

void ShapeTable::describe(TypeId id) {
    Shape& shape = *shapes_[id];
    if (!shape.sized) size(shape, 0);
    RType rtype;
    rtype.kind = shape.kind;
    rtype.name = runtimeTypeString(shape.type);
    rtype.comparable = rtype.hashable = comparableType(shape.type, true);
    rtype.named = shape.type->kind() == TypeKind::Named || shape.type->kind() == TypeKind::Basic;
    if (Named* named = shape.type->dyn<Named>(); named != nullptr && named->obj->pkg != nullptr) {
        rtype.package = named->obj->pkg->path;
    }
    switch (shape.underlying->kind()) {
        case TypeKind::Pointer: rtype.elem = this->id(shape.underlying->as<Pointer>()->elem); break;
        case TypeKind::Slice: rtype.elem = this->id(shape.underlying->as<Slice>()->elem); break;
        case TypeKind::Array:
            rtype.elem = this->id(shape.underlying->as<Array>()->elem);
            rtype.length = static_cast<uint64_t>(shape.underlying->as<Array>()->len);
            break;
        case TypeKind::Map:
            rtype.key = this->id(shape.underlying->as<Map>()->key);
            rtype.elem = this->id(shape.underlying->as<Map>()->elem);
            break;
        case TypeKind::Chan:
            rtype.elem = this->id(shape.underlying->as<Chan>()->elem);
            rtype.dir = static_cast<RChanDir>(shape.underlying->as<Chan>()->dir);
            break;
        case TypeKind::Struct: describeStruct(rtype, *shape.underlying->as<Struct>()); break;
        case TypeKind::Interface: describeInterface(rtype, *shape.underlying->as<Interface>()); break;
        case TypeKind::Signature: describeSignature(rtype, *shape.underlying->as<Signature>()); break;
        default: break;
    }
    rtype.pointerTo = program_.types.types[id].pointerTo;
    const TypeId elem = rtype.elem;
    const bool isPointer = shape.type->kind() == TypeKind::Pointer;
    program_.types.types[id] = std::move(rtype);
    if (isPointer) program_.types.types[elem].pointerTo = id;
}

void ShapeTable::describeStruct(RType& rtype, Struct& type) {
    for (size_t i = 0; i < type.fields.size(); i++) {
        const Var& field = *type.fields[i];
        RField described;
        described.name = std::string(field.name.text());
        described.type = id(field.type);
        described.embedded = field.embedded;
        described.exported = field.exported();
        if (i < type.tags.size()) described.tag = std::string(type.tags[i]);
        rtype.fields.push_back(std::move(described));
    }
}

void ShapeTable::describeInterface(RType& rtype, Interface& type) {
    for (Func* method : typeSet(&type).methods) {
        RMethod described;
        described.number = methodNumber(*method);
        described.name = std::string(method->name.text());
        rtype.methods.push_back(std::move(described));
    }
    sortStable(rtype.methods, [](const RMethod& a, const RMethod& b) { return a.number < b.number; });
}

void ShapeTable::describeSignature(RType& rtype, Signature& type) {
    for (Var* param : type.params) rtype.params.push_back(id(param->type));
    for (Var* result : type.results) rtype.results.push_back(id(result->type));
    rtype.variadic = type.variadic;
}

}  // namespace sluice
