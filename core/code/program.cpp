#include "code/program.h"

#include <algorithm>

namespace sluice {

TypeId Program::findType(const std::string& name) const {
    for (TypeId id = 1; id < types.types.size(); id++) {
        if (types.types[id].name == name) return id;
    }
    return 0;
}

const PcPosition* positionEntryAt(const Function& function, uint32_t pc) {
    auto after = std::upper_bound(function.positions.begin(), function.positions.end(), pc,
                                  [](uint32_t at, const PcPosition& entry) { return at < entry.pc; });
    return after == function.positions.begin() ? nullptr : &*(after - 1);
}

Pos positionAt(const Function& function, uint32_t pc) {
    const PcPosition* entry = positionEntryAt(function, pc);
    return entry == nullptr ? Pos{} : entry->pos;
}

}  // namespace sluice
