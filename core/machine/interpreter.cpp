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
#include "machine/quick_operations.h"
#include "sync/channel.h"

namespace sluice {

static_assert(std::endian::native == std::endian::little, "fields are taken out of a word by shifts");

RunResult Machine::run(Goroutine& goroutine) {
  MachineGoroutine& g = static_cast<MachineGoroutine&>(goroutine);
  if (!resume(g)) return leaveResult_;
  return UNLIKELY(isWatched(g)) ? interpretWatched(g) : interpret(g);
}

bool Machine::resume(MachineGoroutine& g) {
  inTurn_ = false;
  if (UNLIKELY(finalizers_.isDue()) && scheduler_.mayAct() && !startFinalizers()) {
    leave(RunResult::Stopped);
    return false;
  }
  if (UNLIKELY(g.wakePanic != nullptr)) {
    const char* text = g.wakePanic;
    g.wakePanic = nullptr;
    g.resumingNative = false;
    // Blame the operation that blocked, if it is behind us already.
    if (g.behindCall) --g.pc;
    g.behindCall = false;
    return panicText(g, text, true) != Flow::Leave;
  }
  g.behindCall = false;
  return true;
}

RunResult Machine::interpret(MachineGoroutine& first) {
  MachineGoroutine* g = &first;
  bool goesOn = true;
  while (goesOn) {
    const PlainEnd end = plainLoop_(*this, *g);
    if (end == PlainEnd::Over) return RunResult::Over;
    g = static_cast<MachineGoroutine*>(scheduler_.current());
    switch (end) {
      case PlainEnd::Other: {
        const Instr in = image_.code[g->pc];
        const bool channel = in.op == Op::Send || in.op == Op::Recv || in.op == Op::Recv2;
        goesOn = channel ? runChannel(*g, in) : runOther(*g);
        break;
      }
      case PlainEnd::Switched: goesOn = resume(*g); break;
      case PlainEnd::OutOfFuel:
        if (!g->pinned) return RunResult::Budget;
        break;
      case PlainEnd::Over: break;
    }
    if (!goesOn && leaveResult_ == RunResult::Parked && scheduler_.mayGoOnQuickly()) {
      g = static_cast<MachineGoroutine*>(scheduler_.nextAfterPark());
      if (g == nullptr) return RunResult::Over;
      goesOn = resume(*g);
    }
  }
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

bool Machine::runChannel(MachineGoroutine& g, Instr in) {
  if (UNLIKELY(!beginOperation(g, kOperationCost))) return false;
  Slot* const base = g.registers();
  OpResult result;
  if (in.op == Op::Send) {
    result = channelSend(sync_, g, base[in.a], base + in.b);
  } else {
    const Slot channel = base[in.b];
    result = channelReceive(sync_, g, channel, base + in.a, in.op == Op::Recv2 ? base + in.c : nullptr);
    if (UNLIKELY(in.d == 1) && result.status == OpStatus::Done) Ops::boxBigZero(*this, channel, base + in.a);
  }
  inTurn_ = false;
  if (result.status == OpStatus::Done) {
    ++g.pc;
    return true;
  }
  if (LIKELY(result.status == OpStatus::Blocked)) {
    ++g.pc;
    g.behindCall = true;
    leave(RunResult::Parked);
    return false;
  }
  inTurn_ = true;
  const Flow flow = finishOp(g, result, g.pc + 1);
  inTurn_ = false;
  return flow == Flow::Reload;
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
