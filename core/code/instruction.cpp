#include "code/instruction.h"

#include "base/assert.h"

namespace sluice {

// A contract is for readers of the table and no part of the download.
#ifdef SLUICE_DOWNLOAD
#define SLUICE_CONTRACT(text) ""
#else
#define SLUICE_CONTRACT(text) text
#endif

const OpInfo& opInfo(Op op) {
    static constexpr OpInfo kTable[] = {
#define INSTR(number, name, operands, ext, contract) {#name, operands, ext, SLUICE_CONTRACT(contract)},
#include "code/instructions.def"
#undef INSTR
    };
    const uint32_t index = static_cast<uint32_t>(op);
    SLUICE_ASSERT(index < kOpCount);
    return kTable[index];
}

}  // namespace sluice
