#pragma once

// A program prepared for execution, once for all its runs: all code in one array, natives resolved,
// positions by pc.
//
// Invariants:
// - code begins with kStubCount stub words; a function's code is one contiguous piece. A global pc is an
//   index into it.
// - Nothing here changes after prepareImage; many machines may share one image.

#include <memory>
#include <string>
#include <vector>

#include "code/program.h"
#include "machine/native.h"

namespace sluice {

class FileSet;

/// Global pcs with a meaning of their own: where frames return to that were not called by an instruction.
enum StubPc : uint32_t {
    kStubEnd = 0,        ///< The goroutine's first function returned.
    kStubPanic = 1,      ///< A deferred call that a panic (or Goexit) runs returned.
    kStubNative = 2,     ///< A Go function that a native called back returned.
    kStubPanicText = 3,  ///< The Error or String method that gives an uncaught panic its text returned.
    kStubDead = 4,       ///< An uncaught panic has no deferred calls left.
    kStubCount = 8,
};

/// What a call needs to know about its callee.
struct FunctionEntry {
    uint32_t start = 0;       ///< Global pc of the first instruction.
    uint32_t frameSlots = 0;  ///< Registers and the largest call window above them.
    uint32_t zeroFirst = 0;   ///< Registers to zero on entry, besides the results.
    uint32_t zeroCount = 0;
    uint32_t resultSlots = 0;
    uint32_t paramSlots = 0;
    uint32_t registerCount = 0;
    uint32_t cost = 0;  ///< Instructions charged for a call.
};

/// See the head of the file.
struct Image {
    const Program* program = nullptr;
    std::vector<Instr> code;
    std::vector<FunctionEntry> functions;
    std::vector<uint32_t> starts;  ///< functions[i].start, ascending with i.
    /// Position word (line << 12 | column) of every pc in the user's file; 0 in library code and wrappers.
    std::vector<uint32_t> positions;
    std::vector<NativeEntry> natives;  ///< By native number.
    /// Calls of the library whose result goes to a variable: position word and site (its name), by position.
    std::vector<std::pair<uint32_t, uint32_t>> callNames;
    const FileSet* files = nullptr;
    /// Offsets of the string constants in one permanent object; strings[i] is {offset, length}.
    std::vector<uint32_t> stringOffsets;
    std::string stringBytes;

    /// The function that contains a global pc, or 0 for stubs.
    uint32_t functionAt(uint32_t pc) const;
    const Function& function(uint32_t number) const { return program->functions[number]; }
    /// Line and column of a global pc in its own file; {0, 0} when unknown.
    LineColumn lineColumn(uint32_t pc) const;
    /// Display name of the file of a global pc; "" when unknown.
    std::string fileName(uint32_t pc) const;
};

/// Prepares a program. `files` must outlive the image. Natives without an entry in the table become a
/// fatal error when called.
std::unique_ptr<Image> prepareImage(const Program& program, const FileSet& files, const NativeEntry* natives,
                                    size_t nativeCount);

}  // namespace sluice
