#pragma once
// From the checker's types to slots and run-time types.
//
// Invariants: identical types have one Shape and one RType number; a Shape's address is stable; only concrete
// types (type arguments put in) come in here. Sizes are computed when first asked for, so that types may
// refer to themselves.

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "code/emitter.h"
#include "code/program.h"
#include "types/type.h"
#include "types/type_context.h"

namespace sluice {

class Checker;

/// What the compiler must know about a concrete type.
struct Shape {
    Type* type = nullptr;  ///< canonical
    Type* underlying = nullptr;
    TypeId id = 0;
    RKind kind = RKind::Invalid;
    uint32_t memorySlots = 0;
    uint32_t slots = 0;  ///< In registers: 1 for big types.
    bool big = false;
    bool sized = false;
    KindPattern kinds;                   ///< In registers.
    std::vector<uint32_t> fieldOffsets;  ///< Structs: slot offset of each field.

    bool isInterface() const { return kind == RKind::Interface; }
    bool isString() const { return kind == RKind::String; }
    bool isFloat() const { return kind == RKind::Float32 || kind == RKind::Float64; }
    bool isSigned() const { return kind >= RKind::Int && kind <= RKind::Int64; }
    bool isUnsigned() const { return kind >= RKind::Uint && kind <= RKind::Uintptr; }
    bool isInteger() const { return isSigned() || isUnsigned(); }
    bool isPointerLike() const {
        return kind == RKind::Pointer || kind == RKind::Map || kind == RKind::Chan || kind == RKind::Func;
    }
    /// One byte each in arrays and slices.
    bool packed() const { return kind == RKind::Bool || kind == RKind::Uint8; }
    /// Bits of an integer type.
    uint32_t bits() const;
};

/// Numbers of methods: one for each name (with package when unexported) and signature; see
/// Program::methodNames.
class MethodNumbers {
public:
    explicit MethodNumbers(std::vector<std::string>& names) : names_(names) { names_.resize(1); }
    uint32_t number(const Func& method, TypeId signature);
    uint32_t number(const std::string& qualified, TypeId signature);

private:
    std::vector<std::string>& names_;
    std::unordered_map<std::string, uint32_t> numbers_;
};

/// Makes Shapes, and RTypes in program.types.
class ShapeTable {
public:
    ShapeTable(Checker& checker, Program& program, MethodNumbers& methods);

    /// The shape with its size known. `type` must be concrete; basic untyped types count as their default
    /// type.
    const Shape& of(const Type* type);
    /// Only the number.
    TypeId id(const Type* type) { return entry(type).id; }
    /// Fills the RTypes of all types seen, and of the types these mention. Call again after new types came
    /// in.
    void describeAll();
    /// Bytes from one element to the next in arrays and slices.
    uint32_t stride(const Shape& element) const {
        return element.packed() ? 1 : element.memorySlots * kSlotBytes;
    }
    const Shape& byId(TypeId id) { return *shapes_[id]; }
    uint32_t count() const { return static_cast<uint32_t>(shapes_.size()); }
    /// Set when a limit was exceeded: what to tell the user; empty otherwise.
    const std::string& problem() const { return problem_; }
    TypeContext& context() { return context_; }
    uint32_t methodNumber(Func& method);

private:
    Shape& entry(const Type* type);
    void size(Shape& shape, int depth);
    void sizeStruct(Shape& shape, int depth);
    void sizeArray(Shape& shape, int depth);
    void describe(TypeId id);
    void describeStruct(RType& rtype, Struct& type);
    void describeInterface(RType& rtype, Interface& type);
    void describeSignature(RType& rtype, Signature& type);

    Checker& checker_;
    TypeContext& context_;
    Program& program_;
    MethodNumbers& methods_;
    std::unordered_map<const Type*, Shape*> byType_;  ///< Any type seen → its shape; canonical ones included.
    std::vector<std::unique_ptr<Shape>> shapes_;      ///< By TypeId; [0] is empty.
    uint32_t described_ = 1;
    std::string problem_;
};

}  // namespace sluice
