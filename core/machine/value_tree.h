#pragma once
// Values as trees that are opened level by level: what the inspector shows of the heap.
//
// Invariants: nothing is allocated in the arena and no Go code runs, so looking never changes a run; a value
// has finitely many parts, and parts are only made when asked for, so cyclic data is no danger; parts are in
// a fixed order (fields as declared, elements by index, map entries in the map's own order,
// captured variables in order of their first use).

#include <string>
#include <vector>

#include "machine/machine.h"

namespace sluice {

/// Where a value lies: its flat memory image. `image` points into the arena, a stack or `own`.
struct ValuePlace {
    TypeId type = 0;
    const Slot* image = nullptr;  ///< null: the value cannot be looked at (a variable before its declaration)
    Slot own = 0;  ///< values that have no memory of their own: packed elements, interface data
    bool isOwn = false;

    const Slot* data() const { return isOwn ? &own : image; }
};

/// A variable of a frame.
struct LocalPlace {
    const LocalVariable* variable = nullptr;
    ValuePlace place;
};

/// One part of a value, with its name: ".field" names are without the dot, elements "[3]", keys `["a"]`.
struct ValuePart {
    std::string name;
    ValuePlace place;
};

/// The place of a value that is held in registers.
ValuePlace placeOfRegisters(Machine& machine, TypeId type, const Slot* registers);
/// How many parts a value has.
uint64_t partCount(Machine& machine, const ValuePlace& place);
/// Up to `count` parts from number `from` on.
std::vector<ValuePart> partsOf(Machine& machine, const ValuePlace& place, uint64_t from, uint64_t count);
/// What is shown of a value before it is opened.
InspectedLocal describePlace(Machine& machine, std::string name, const ValuePlace& place);

}  // namespace sluice
