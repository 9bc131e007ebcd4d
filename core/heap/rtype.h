#pragma once

// Run-time type descriptors: what a running program knows about its types (interface type words, map
// keys, printing, comparing, hashing, panics). Plain data, filled by the compiler, immutable during a
// run.
//
// Invariants:
// - types[0] is a dummy, so that type word 0 is the nil interface.
// - Identical Go types have the same number.
// - methods are sorted by method number; interface types list the methods they demand the same way.

#include <string>
#include <string_view>
#include <vector>

#include "heap/layout.h"

namespace sluice {

/// Numbers for ever: add at the end.
enum class RKind : uint8_t {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    String,
    UnsafePointer,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    Struct,
};

/// Direction of a channel type.
enum class RChanDir : uint8_t { Both, Send, Receive };

/// One field of a struct type.
struct RField {
    std::string name;
    TypeId type = 0;
    uint32_t slotOffset = 0;  ///< Slots from the start of the struct.
    bool embedded = false;
    bool exported = false;
    std::string tag;  ///< The field's tag string, unquoted; empty when absent.
};

/// Function index "none": a method the program can never call, so that its body was not compiled.
constexpr uint32_t kNoFunction = 0xFFFFFFFFu;

/// One entry of a method table.
struct RMethod {
    uint32_t number = 0;  ///< Program-wide method number (name, plus package when unexported).
    uint32_t function =
        kNoFunction;   ///< The function an interface call runs: takes the 1-slot data word as receiver.
    std::string name;  ///< "Error", for missing-method texts.
};

/// How the data word of an interface holds a value of a type.
enum class RData : uint8_t {
    None,     ///< Zero-size: the data word is 0.
    Scalar,   ///< The value's only slot, not a pointer.
    Pointer,  ///< The value's only slot, a pointer.
    Boxed,    ///< A pointer to an immutable heap box with the flat image.
};

/// One type.
struct RType {
    RKind kind = RKind::Invalid;
    RChanDir dir = RChanDir::Both;
    bool named = false;        ///< Defined type (or predeclared): `name` is its name, not its structure.
    bool comparable = true;    ///< == is allowed by the type (interfaces: may still panic).
    bool hashable = true;      ///< Same as comparable; separate so that a reader sees which is asked.
    bool variadic = false;     ///< Func: the last parameter is ...T.
    bool big = false;          ///< Image larger than kMaxRegisterSlots.
    RData data = RData::None;  ///< Set by finishTypes.
    /// As %T prints it: "main.Item", "[]int", "map[string]*main.Node", "func(int) error",
    /// "main.Pair[int,string]".
    std::string name;
    /// Defined types: the package path ("main", "context"); "" for predeclared and unnamed types.
    std::string package;
    TypeId elem = 0;       ///< Array, Chan, Map (value), Pointer, Slice.
    TypeId key = 0;        ///< Map.
    TypeId pointerTo = 0;  ///< *T when the program knows it, else 0.
    uint64_t length = 0;   ///< Array.
    std::vector<RField> fields;
    std::vector<TypeId> params;
    std::vector<TypeId> results;
    std::vector<RMethod>
        methods;  ///< Concrete: the method set of T. Interface: the methods demanded (function unused).

    uint32_t slots = 0;              ///< Slots of the memory image (arrays of bool/uint8: ceil(n / 8)).
    LayoutId layout = kLayoutEmpty;  ///< Layout of one value in memory.
    /// Layout of backing stores whose elements have this type: kLayoutBytes for bool and uint8, else
    /// `layout`.
    LayoutId elemLayout = kLayoutEmpty;
    /// Map: layout of one entry {state, key image, value image}; set by finishTypes.
    LayoutId mapEntryLayout = kLayoutEmpty;
    uint64_t goSize =
        0;  ///< sizeof in Go on a 64-bit machine: decides capacities after append. Set by finishTypes.
    uint32_t goAlign = 1;     ///< Set by finishTypes.
    bool goPointers = false;  ///< Go's collector would scan it. Set by finishTypes.

    /// Values of this type are stored one byte each in arrays and slices.
    bool packed() const { return kind == RKind::Bool || kind == RKind::Uint8; }
    /// Slots in registers.
    uint32_t registerSlots() const { return big ? 1 : slots; }
    bool isInterface() const { return kind == RKind::Interface; }
    bool isSigned() const { return kind >= RKind::Int && kind <= RKind::Int64; }
    bool isUnsigned() const { return kind >= RKind::Uint && kind <= RKind::Uintptr; }
    bool isFloat() const { return kind == RKind::Float32 || kind == RKind::Float64; }
    /// The method with this number, or null. Binary search.
    const RMethod* findMethod(uint32_t number) const;
};

/// Everything the heap needs to know about a program's values.
struct TypeTable {
    std::vector<RType> types;  ///< [0] is a dummy.
    LayoutTable layouts;

    TypeTable() : types(1) {}
    const RType& operator[](TypeId id) const { return types[id]; }
};

/// Computes what follows from the structure: slots, layout, elemLayout, big, data, field slot offsets, map
/// entry layouts
/// and Go's sizes. Call once when all types are in; entries may refer to later ones. Recursion through
/// arrays and
/// structs is bounded because Go forbids types that contain themselves.
void finishTypes(TypeTable& table);

/// The image size in slots of one type, computed without finishTypes (0 for an invalid number).
uint32_t imageSlots(const TypeTable& table, TypeId type);

/// True when dynamic type `type` has every method of interface type `interface`.
bool implements(const TypeTable& table, TypeId type, TypeId interface);
/// The first method of `interface` that `type` lacks, or null. In Go's order (by name).
const RMethod* missingMethod(const TypeTable& table, TypeId type, TypeId interface);

}  // namespace sluice
