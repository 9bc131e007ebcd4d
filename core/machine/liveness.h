#pragma once

// Which registers of a suspended frame its function may still read. Only finalizers need it: a variable that
// is not used any more must not keep an object from being finalized, as with Go's compiler. Memory is freed
// by the collector's own, coarser rule, so a mistake here could call a finalizer too early, never break the
// heap.
//
// A register is live if some path from the frame's pc reads it before writing it. Values of several slots are
// named by their first register; a read of one counts for all registers of its variable, and for the whole
// run of unnamed registers it lies in.

#include <cstdint>
#include <vector>

#include "machine/image.h"

namespace sluice {

class Liveness {
  public:
    explicit Liveness(const Image& image) : image_(image) {}

    /// Whether the frame of `function` that goes on at global pc `pc` may read register `reg`.
    bool isLive(uint32_t function, uint32_t pc, uint32_t reg);
    /// Results and arguments in the call window above the registers and link slots of the innermost frame,
    /// which is at `pc`.
    uint32_t windowSlots(uint32_t function, uint32_t pc) const;

  private:
    enum class Access : uint8_t { None, Read, Written };
    /// The register asked for, and where the value may begin that it is part of.
    struct Run {
        uint32_t first;  ///< As far as is known.
        uint32_t value;  ///< If that is a value of at most two slots or a slice.
        uint32_t reg;
    };
    Run runOf(const Function& function, uint32_t localPc, uint32_t reg) const;
    Access accessAt(uint32_t pc, Run run) const;
    void visit(uint32_t pc);

    const Image& image_;
    uint64_t steps_ = 0;          ///< Instructions looked at in this collection.
    uint32_t search_ = 0;         ///< Number of the current search.
    std::vector<uint32_t> seen_;  ///< By pc: the last search that came by.
    std::vector<uint32_t> pending_;
};

}  // namespace sluice
