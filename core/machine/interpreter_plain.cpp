// The plain loop: instructions that touch only registers and memory, in the order of code/instructions.def.
// See interpreter.cpp.
//
// Invariants:
// - pc points behind the instruction being executed; base to register 0 of its frame. Both, and the fuel,
//   live in locals and are saved when the loop is left.
// - Nothing here calls a function: handlers leave the loop instead, before they have changed anything.
// - The loop is left for `running`, which need not be the goroutine it was entered with: what comes after a
//   turn is most often the turn of another goroutine in this loop (sched/turns.h).
// - So neither the stack nor the arena moves within the loop: arena is heap_.base() plus the object header;
//   memory at pointer p is arena + object * 16 + offset.
// clang-format off
#define SLUICE_PLAIN_LOOP 1
#include <bit>
#include <cstring>

#include "heap/map.h"
#include "heap/strings.h"
#include "heap/copy_slots.h"
#include "machine/interpreter_macros.h"
#include "machine/numeric.h"
#include "machine/ops.h"
#include "machine/quick_operations.h"
#include "sched/turns.h"
#include "sync/channel.h"

// Computed jumps at the end of each handler are what processors predict best; WebAssembly has only switches.
#if defined(__wasm__) || !defined(__GNUC__)
#define SLUICE_SWITCH_DISPATCH 1
#else
#define SLUICE_SWITCH_DISPATCH 0
#endif

/// Keeps the compiler from knowing what a pointer points to.
#define HIDE(pointer) __asm__ volatile("" : "+r"(pointer))
#define STORE() (g.pc = static_cast<uint32_t>(pc - code), g.base = static_cast<uint32_t>(base - g.stack), \
                 scheduler_.fuel() = fuel)

namespace sluice {

Machine::PlainEnd Machine::runPlain(MachineGoroutine& entered) {
  MachineGoroutine* running = &entered;
  const Instr* const code = image_.code.data();
  const FunctionEntry* const functions = image_.functions.data();
  const Slot* const constants = image_.program->constants.data();
  uint8_t* arena;
  const Instr* pc;
  Slot* base;
  Slot* stackEnd;
  int64_t fuel;
  uint64_t word;
  PlainEnd end;

nextTurn:
  MachineGoroutine& g = *running;
  RELOAD();

#if SLUICE_SWITCH_DISPATCH
#define CASE(Name) case Op::Name
#define NEXT() goto dispatch
dispatch:
  FETCH();
  switch (IN_OP) {
#else
#define CASE(Name) op##Name
#define NEXT() do { FETCH(); goto *labels[word & 0xFF]; } while (0)
  static const void* const labels[256] = {
#define INSTR(number, Name, operands, ext, contract) &&op##Name,
#include "code/instructions.def"
#undef INSTR
#define STUB &&leave
#define STUBS4 STUB, STUB, STUB, STUB
      STUBS4, STUBS4, STUBS4, STUBS4, STUBS4, STUBS4, STUBS4, STUBS4, STUB, STUB, STUB, STUB, STUB};
  static_assert(kOpCount == 219, "the rows above plus 37 stubs must make 256");
  NEXT();
#endif

#include "machine/cases_memory.inc"
#include "machine/cases_arithmetic.inc"
#include "machine/cases_jumps.inc"
#include "machine/cases_calls.inc"
#include "machine/cases_values.inc"

#if SLUICE_SWITCH_DISPATCH
  default: goto leave;
  }
#endif

  // From here on this is another loop around the one above. What it uses is loaded anew each time (HIDE),
  // because compilers would load all of it before the loops, which are entered often, and take machine
  // registers for it.
  Machine* self;
native:
  self = this;
  HIDE(self);
  if (self->image_.natives[static_cast<uint32_t>(IN_BC)].pure) goto leave;
operation:
  --pc;
  STORE();
  self = this;
  HIDE(self);
  end = PlainEnd::Other;
  if (self->scheduler_.mayActWith(fuel)) {
    if (Quick::carryOut({*self, g, arena, base}, word, fuel)) goto nextTurn;
    return end;
  }
  // Others can see it, so it has to wait until they have caught up.
  goto turnEnds;
outOfFuel:
  STORE();
  self = this;
  HIDE(self);
  end = PlainEnd::OutOfFuel;
  if (UNLIKELY(g.pinned)) return end;
turnEnds:
  if (UNLIKELY(!self->scheduler_.mayTakeNextTurn(fuel))) return end;
  running = static_cast<MachineGoroutine*>(self->scheduler_.nextTurn(fuel));
  if (running == nullptr) return PlainEnd::Over;
  if (UNLIKELY(running->wakePanic != nullptr || self->finalizers_.isDue())) return PlainEnd::Switched;
  running->behindCall = false;
  goto nextTurn;
leave:
  --pc;
  STORE();
  return PlainEnd::Other;
}

Machine::PlainEnd Machine::plainLoop(Machine& machine, MachineGoroutine& g) { return machine.runPlain(g); }

}  // namespace sluice
