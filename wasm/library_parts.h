// The library's Go texts in a bundle: they arrive in parts, when programs need them.
//
// Invariants:
// - The table of files is complete from the start, so numbers of library files are those of every other
//   build; only texts arrive later. A text that has arrived stays, and never changes.
// - Compiles and deliveries happen on one thread, the worker's.
#pragma once

#include <string>
#include <string_view>

namespace sluice::wasm {

/// The names of the parts that programs have asked for since they were last given, and of all parts that
/// those import: separated by spaces, in alphabetical order of their packages; "" when nothing is missing. A
/// compile that leaves something here has to be repeated when the parts have arrived.
std::string missingParts();

/// Takes the text of a part, as cmake/EmbedGo.cmake writes it. False when it is no part of this library: then
/// nothing of it was taken.
bool providePart(std::string_view text);

}  // namespace sluice::wasm
