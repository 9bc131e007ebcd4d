#pragma once

// Handlers of instructions that are too long for the loop, one file per topic. Each gets the registers of
// the running frame, the instruction and its second word (where the table gives it one). g.pc is the
// instruction's own pc.
//
// Invariants:
// - A handler that may allocate does so before it changes a register or the heap, so that after a failed
//   allocation the instruction can be executed again.
// - `base` is valid throughout a handler, as only calls and panics move stacks; pointers into the arena
//   are not.

#include "machine/machine.h"

namespace sluice {

/// Ends the run: a comparison or a hash would look at more values than kMaxComparedValues.
Flow comparisonTooLong(Machine& m, MachineGoroutine& g);

struct Ops {
    // ops_slice.cpp: slices, arrays, strings, boxes
    static Flow loadBig(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow storeBig(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow strNext(Machine& m, Slot* base, Instr in);
    static Flow sliceSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow sliceArray(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow sliceStr(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow sliceToArrayPtr(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow makeSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow append1(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow appendSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext,
                            bool fromString);
    static Flow appendGrow(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow copySlice(Machine& m, Slot* base, Instr in, TypeId sliceType);
    static Flow copyStr(Machine& m, Slot* base, Instr in);
    static Flow clearSlice(Machine& m, Slot* base, Instr in);
    static Flow makeObject(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow box(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow concat(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow convertString(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Slot literalBox(Machine& m, uint32_t literal);
    static Slot permanentClosure(Machine& m, uint32_t function);
    static Flow makeClosure(Machine& m, MachineGoroutine& g, Slot* base, Instr in);

    // ops_map.cpp
    static Flow makeMap(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow mapGet(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext, bool commaOk);
    static Flow mapSet(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow mapRemove(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow mapIter(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    /// `atEnd` tells that there are no more entries.
    static Flow mapAdvance(Machine& m, MachineGoroutine& g, Slot* base, Instr in, bool& atEnd);

    // ops_interface.cpp
    static Flow equalIface(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow equalType(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow assertType(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static Flow assertIface(Machine& m, MachineGoroutine& g, Slot* base, Instr in);
    static bool dynamicImplements(Machine& m, Slot type, TypeId interface);
    static Flow runtimePanic(Machine& m, MachineGoroutine& g, RuntimePanic which);

    // ops_sync.cpp: goroutines, channels, output. `next` is the pc behind the instruction.
    static Flow go(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow makeChan(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    /// A receive from a closed channel leaves zeros; a big value's zero is a box of zeros.
    static void boxBigZero(Machine& m, Slot channel, Slot* element);
    static Flow close(Machine& m, MachineGoroutine& g, Slot* base, Instr in, uint32_t next);
    static Flow select(Machine& m, MachineGoroutine& g, Slot* base, Instr in, uint32_t next);
    static Flow print(Machine& m, Slot* base, Instr in, bool last);
    static Flow watch(Machine& m, Slot* base, Instr in);

    // panics.cpp
    static Flow deferCall(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext);
    static Flow runDefers(Machine& m, MachineGoroutine& g, uint32_t pc, bool& done);
    static Flow recoverValue(Machine& m, MachineGoroutine& g, Slot* out);

  private:
    static bool zeroBig(Machine& m, TypeId type, Slot* out);
};

/// The register image of a value as a pointer to its memory image.
inline const Slot* flatImage(const Heap& heap, const RType& type, const Slot* registers) {
    return type.big ? heap.slotAt(registers[0]) : registers;
}

}  // namespace sluice
