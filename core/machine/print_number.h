#pragma once

// Numbers as the predeclared print and runtime panics write them (runtime/print.go).

#include <string>

#include "heap/layout.h"

namespace sluice {

/// "+1.500000e+000", "NaN", "+Inf".
void appendPrintedFloat(double value, std::string& out);
/// "0x1f".
void appendHex(uint64_t value, std::string& out);
/// A made-up but stable address for a pointer word, in the range Go's heap has: "0xc000012340"; nil is "0x0".
void appendAddress(Slot pointer, std::string& out);

}  // namespace sluice
