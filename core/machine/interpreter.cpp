// Executes goroutines: instructions that touch only registers and memory run in the plain loop
// (interpreter_plain.cpp); all others, and the unusual ends of plain ones, one by one here.
//
// Invariants:
// - Time is charged at back jumps (by their distance), calls, and accesses of memory that others can see;
//   there the turn can end. So fuel never falls far below zero.
// - g.pc, g.base and the scheduler's fuel are up to date whenever one of the two functions is entered or
//   left.
// - The plain loop calls nothing: compilers of WebAssembly keep pc, base and fuel in machine registers only
//   in a loop without calls, and such a small function is optimised soon after the start.
// clang-format off
#include <bit>
#include <cstring>

#include "heap/compare.h"
#include "heap/map.h"
#include "heap/strings.h"
#include "heap/copy_slots.h"
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
  if (UNLIKELY(finalizers_.isDue()) && scheduler_.mayAct() && !startFinalizers())
    return leaveResult_ = RunResult::Stopped;
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
  return UNLIKELY(g.number == watch_.goroutine) ? interpretWatched(g) : interpret(g);
}

RunResult Machine::interpret(MachineGoroutine& g) {
  // When it was not its turn, it stands at an instruction that is not for the plain loop.
  bool goesOn = !g.outOfTurn || runOther(g);
  while (goesOn) {
    while (plainLoop_(*this, g)) {
      if (g.pinned) continue;
      g.outOfTurn = false;
      return RunResult::Budget;
    }
    goesOn = runOther(g);
  }
  g.outOfTurn = leaveResult_ == RunResult::OutOfTurn;
  return leaveResult_;
}

bool Machine::beginOperation(MachineGoroutine& g, int64_t cost) {
  if (UNLIKELY(!scheduler_.mayAct())) {
    leave(RunResult::OutOfTurn);
    return false;
  }
  inTurn_ = true;
  scheduler_.sync();
  if (recorder().enabled()) {
    const uint32_t here = image_.positions[g.pc];
    recorder().here().pos = here != 0 ? here : userPosition(g);
  }
  scheduler_.charge(cost);
  return true;
}

bool Machine::runOther(MachineGoroutine& g) {
  const Instr* const code = image_.code.data();
  const FunctionEntry* const functions = image_.functions.data();
  const Slot* const constants = image_.program->constants.data();
  uint8_t* arena;
  const Instr* pc;
  Slot* base;
  Slot* stackEnd;
  int64_t fuel;
  uint64_t word;
  RELOAD();
  FETCH();
#define CASE(Name) case Op::Name
  switch (IN_OP) {
#include "machine/cases_memory.inc"
#include "machine/cases_arithmetic.inc"
#include "machine/cases_jumps.inc"
#include "machine/cases_calls.inc"
#include "machine/cases_values.inc"
  default: {
    TURN();
    AFTER(stub(g, g.pc), 1);
  }
  }
}

}  // namespace sluice
