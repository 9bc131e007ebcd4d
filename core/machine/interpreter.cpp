// The interpreter loop: one handler for each row of code/instructions.def, in the order of the table
// (cases_*.inc).
//
// Invariants:
// - pc points behind the instruction being executed; base to register 0 of its frame. Both, and the fuel,
//   live in locals; SAVE() puts them into the goroutine and the scheduler before anything that could look
//   at them.
// - Time is charged at back jumps (by their distance), calls, and accesses of memory that others can see;
//   there the turn can end. So fuel never falls far below zero.
// - arena is heap_.base() plus the object header: memory at pointer p is arena + object * 16 + offset. It
//   is reloaded after everything that may allocate.
// clang-format off
#include <bit>
#include <cstring>

#include "heap/compare.h"
#include "heap/map.h"
#include "heap/strings.h"
#include "machine/interpreter_macros.h"
#include "machine/numeric.h"
#include "machine/ops.h"
#include "sync/channel.h"

namespace sluice {

static_assert(std::endian::native == std::endian::little, "fields are taken out of a word by shifts");

namespace {

/// Instructions charged for an operation of the scheduler or the library, on top of what it charges itself.
constexpr int64_t kOperationCost = 20;

}  // namespace

RunResult Machine::run(Goroutine& goroutine) {
  MachineGoroutine& g = static_cast<MachineGoroutine&>(goroutine);
  inTurn_ = false;
  if (g.wakePanic != nullptr) {
    const char* text = g.wakePanic;
    g.wakePanic = nullptr;
    g.resumingNative = false;
    // Blame the operation that blocked, if it is behind us already.
    if (g.behindCall) --g.pc;
    g.behindCall = false;
    if (panicText(g, text, true) == Flow::Leave) return leaveResult_;
  }
  g.behindCall = false;
  return interpret(g);
}

RunResult Machine::interpret(MachineGoroutine& g) {
  const Instr* const code = image_.code.data();
  const FunctionEntry* const functions = image_.functions.data();
  const uint32_t* const positions = image_.positions.data();
  const Slot* const constants = image_.program->constants.data();
  const bool recording = scheduler_.recorder().enabled();
  uint8_t* arena;
  const Instr* pc;
  Slot* base;
  Slot* stackEnd;
  int64_t fuel;
  uint64_t word;
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
#define STUB &&opStub
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
  default:
#else
  opStub:
#endif
  {
    TURN();
    AFTER(stub(g, g.pc), 1);
  }
#if SLUICE_SWITCH_DISPATCH
  }
#endif
}

}  // namespace sluice
