#pragma once
// Bytecode as text, for golden tests and `sluicebox` users who want to see what their program became.

#include <string>

#include "code/program.h"

namespace sluice {

/// All instructions of a function, one per line: index, name, operands; jump targets as indices.
std::string disassemble(const Program& program, const Function& function);

/// One instruction (with its ext word) at `pc`, without a newline.
std::string disassembleAt(const Program& program, const Function& function, uint32_t pc);

/// The first function with this name, or null.
const Function* findFunction(const Program& program, const std::string& name);

}  // namespace sluice
