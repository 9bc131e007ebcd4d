#pragma once

// Declarations of all native handlers (from natives.def) and what they share.

#include "library/library.h"
#include "machine/machine.h"
#include "machine/native.h"

namespace sluice {

#define SLUICE_NATIVE(name, handler, seen, sentence) NativeStatus handler(NativeCall& call);
#include "library/natives.def"
#undef SLUICE_NATIVE

/// Turns the result of an operation of core/sync into that of a native.
NativeStatus finishNative(NativeCall& call, const OpResult& result);

inline Library& libraryOf(NativeCall& call) { return *call.machine().library(); }

/// A panic with a string for natives that check their arguments.
inline NativeStatus panicWith(NativeCall& call, std::string_view text) { return call.panicString(text); }

/// A new slice of `count` elements of `type` (capacity = length), zeroed; pointer 0 when out of memory or
/// empty.
GoSlice newSlice(NativeCall& call, TypeId type, uint64_t count);
/// A []string of `parts`, which may lie in the arena at `base` (the string they are parts of).
void setStrings(NativeCall& call, uint32_t result, const std::vector<std::pair<Slot, Slot>>& parts);

}  // namespace sluice
