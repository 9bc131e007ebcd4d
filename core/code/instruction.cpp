#include "code/instruction.h"

#include "base/assert.h"

namespace sluice {

const OpInfo& opInfo(Op op) {
    static constexpr OpInfo kTable[] = {
#define INSTR(number, name, operands, ext, contract) {#name, operands, ext, contract},
#include "code/instructions.def"
#undef INSTR
    };
    const uint32_t index = static_cast<uint32_t>(op);
    SLUICE_ASSERT(index < kOpCount);
    return kTable[index];
}

}  // namespace sluice
