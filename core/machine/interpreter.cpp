// The interpreter loop: one handler for each row of code/instructions.def, in the order of the table.
//
// Invariants:
// - pc points behind the instruction being executed; base to register 0 of its frame. Both, and the fuel, live in locals;
//   SAVE() puts them into the goroutine and the scheduler before anything that could look at them.
// - Time is charged at back jumps (by their distance), calls, and accesses of memory that others can see; there the
//   turn can end. So fuel never falls far below zero.
// - arena is heap_.base() plus the object header: memory at pointer p is arena + object * 16 + offset. It is reloaded after
//   everything that may allocate.
#include <cstring>

#include "heap/compare.h"
#include "heap/map.h"
#include "heap/strings.h"
#include "machine/numeric.h"
#include "machine/ops.h"
#include "sync/channel.h"

namespace sluice {

#if defined(__wasm__) || !defined(__GNUC__)
#define SLUICE_SWITCH_DISPATCH 1
#else
#define SLUICE_SWITCH_DISPATCH 0
#endif

#define MEMORY(pointer) (arena + ((pointer) >> 32 << 4) + static_cast<uint32_t>(pointer))
#define SLOTS(pointer) reinterpret_cast<Slot*>(MEMORY(pointer))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

#define A base[in.a]
#define B base[in.b]
#define C base[in.c]
#define SIGNED(x) static_cast<int64_t>(x)
#define REAL(x) slotToDouble(x)

/// Saves the state with pc AT the instruction being executed.
#define SAVE() (g.pc = static_cast<uint32_t>(pc - 1 - code), g.base = static_cast<uint32_t>(base - g.stack), \
                scheduler_.fuel() = fuel)
/// Ends the turn; the goroutine goes on at `pc`.
#define END_TURN() do { SAVE(); ++g.pc; return RunResult::Budget; } while (0)
#define RELOAD() (base = g.stack + g.base, pc = code + g.pc, stackEnd = g.stack + g.capacity, \
                  arena = heap_.base() + Heap::kHeaderBytes, fuel = scheduler_.fuel())
/// Continues after a handler that saw the saved state; words is the length of the instruction.
#define AFTER(flow, words) do { \
    const Flow flow_ = (flow); \
    inTurn_ = false; \
    if (LIKELY(flow_ == Flow::Next)) { \
      arena = heap_.base() + Heap::kHeaderBytes; fuel = scheduler_.fuel(); pc += (words) - 1; NEXT(); \
    } \
    if (flow_ == Flow::Leave) return leaveResult_; \
    RELOAD(); NEXT(); \
  } while (0)
/// A handler outside the loop.
#define SLOW(call, words) do { SAVE(); AFTER(call, words); } while (0)
/// A handler that may allocate: a safe point for the collector.
#define ALLOC(call, words) do { SAVE(); if (UNLIKELY(heap_.needsCollection())) collect(); AFTER(call, words); } while (0)
/// An operation that others can see: only in this processor's turn.
#define TURN() do { \
    SAVE(); \
    if (UNLIKELY(!scheduler_.mayAct())) return RunResult::OutOfTurn; \
    inTurn_ = true; \
    scheduler_.sync(); \
    if (recording) scheduler_.recorder().here().pos = positions[g.pc] != 0 ? positions[g.pc] : userPosition(g); \
  } while (0)
#define VISIBLE(call, words) do { TURN(); scheduler_.charge(kOperationCost); AFTER(call, words); } while (0)
#define PANIC(call) do { SAVE(); AFTER(call, 1); } while (0)
/// Charges an access of shared memory; the turn may end behind it.
#define SHARED() do { if (UNLIKELY(--fuel <= 0)) END_TURN(); NEXT(); } while (0)
#define NIL(pointer) if (UNLIKELY((pointer) == 0)) PANIC(panicNil(g))
#define BOUNDS(index, length) if (UNLIKELY((index) >= (length))) PANIC(panicIndex(g, SIGNED(index), length))

#define JUMP_IF(condition, distance) do { if (condition) pc += (distance); NEXT(); } while (0)
#define BACK_IF(condition, distance) do { \
    if (condition) { \
      const int32_t distance_ = (distance); \
      pc += distance_; \
      fuel += distance_; \
      if (UNLIKELY(fuel <= 0)) END_TURN(); \
    } \
    NEXT(); \
  } while (0)

/// Enters a function whose window is at register `window`; the caller goes on at pc.
#define ENTER(number, window, running) do { \
    const FunctionEntry& callee = functions[number]; \
    const uint32_t distance_ = (window) + kFrameLinkSlots; \
    Slot* frame = base + distance_; \
    if (UNLIKELY(frame + callee.frameSlots > stackEnd)) { \
      SAVE(); \
      if (!ensureStack(g, static_cast<uint64_t>(frame - g.stack) + callee.frameSlots)) { AFTER(Flow::Leave, 1); } \
      base = g.stack + g.base; \
      stackEnd = g.stack + g.capacity; \
      frame = base + distance_; \
    } \
    frame[-3] = makeReturn(static_cast<uint32_t>(pc - code), distance_); \
    frame[-1] = (running); \
    for (uint32_t i_ = 0; i_ < callee.resultSlots; ++i_) frame[i_] = 0; \
    for (uint32_t i_ = 0; i_ < callee.zeroCount; ++i_) frame[callee.zeroFirst + i_] = 0; \
    base = frame; \
    pc = code + callee.start; \
    fuel -= callee.cost; \
    if (UNLIKELY(fuel <= 0)) { END_TURN(); } \
  } while (0)

namespace {

/// Instructions charged for an operation of the scheduler or the library, on top of what it charges itself.
constexpr int64_t kOperationCost = 8;

}  // namespace

RunResult Machine::run(Goroutine& goroutine) {
  MachineGoroutine& g = static_cast<MachineGoroutine&>(goroutine);
  inTurn_ = false;
  if (g.wakePanic != nullptr) {
    const char* text = g.wakePanic;
    g.wakePanic = nullptr;
    g.resumingNative = false;
    // The operation is behind us already; blame the instruction that blocked.
    if (g.pc > kStubCount) --g.pc;
    if (panicText(g, text, true) == Flow::Leave) return leaveResult_;
  }
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
  Instr in;
  RELOAD();

#if SLUICE_SWITCH_DISPATCH
#define CASE(Name) case Op::Name
#define NEXT() goto dispatch
dispatch:
  in = *pc++;
  switch (in.op) {
#else
#define CASE(Name) op##Name
#define NEXT() do { in = *pc++; goto *labels[static_cast<uint8_t>(in.op)]; } while (0)
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

  CASE(Ext): SLUICE_UNREACHABLE("an Ext word was executed");
  CASE(Nop): NEXT();
  CASE(Move): A = B; NEXT();
  CASE(Move2): {
    const Slot first = base[in.b], second = base[in.b + 1];
    base[in.a] = first;
    base[in.a + 1] = second;
    NEXT();
  }
  CASE(Move3): {
    const Slot first = base[in.b], second = base[in.b + 1], third = base[in.b + 2];
    base[in.a] = first;
    base[in.a + 1] = second;
    base[in.a + 2] = third;
    NEXT();
  }
  CASE(MoveN): std::memmove(&A, &B, in.c * sizeof(Slot)); NEXT();
  CASE(LoadI): A = static_cast<Slot>(static_cast<int64_t>(in.bc())); NEXT();
  CASE(LoadK): A = constants[in.bc()]; NEXT();
  CASE(LoadStr): {
    const uint32_t literal = static_cast<uint32_t>(in.bc());
    base[in.a] = makePointer(literals_, image_.stringOffsets[literal]);
    base[in.a + 1] = image_.program->strings[literal].size();
    NEXT();
  }
  CASE(LoadStrBox): {
    const uint32_t literal = static_cast<uint32_t>(in.bc());
    Slot box = literalBoxes_[literal];
    if (UNLIKELY(box == 0)) {
      SAVE();
      box = Ops::literalBox(*this, literal);
      arena = heap_.base() + Heap::kHeaderBytes;
    }
    A = box;
    NEXT();
  }
  CASE(Zero): std::memset(&A, 0, static_cast<uint32_t>(in.bc()) * sizeof(Slot)); NEXT();
  CASE(LoadFn): {
    const uint32_t function = static_cast<uint32_t>(in.bc());
    Slot closure = closures_[function];
    if (UNLIKELY(closure == 0)) {
      SAVE();
      closure = Ops::permanentClosure(*this, function);
      arena = heap_.base() + Heap::kHeaderBytes;
    }
    A = closure;
    NEXT();
  }

  CASE(GlobalAddr): A = makePointer(globals_, static_cast<uint32_t>(in.bc()) * kSlotBytes); NEXT();
  CASE(LoadG): {
    const Slot* from = SLOTS(makePointer(globals_)) + in.bc();
    if (in.d == 1) {
      A = from[0];
    } else {
      std::memcpy(&A, from, in.d * sizeof(Slot));
    }
    SHARED();
  }
  CASE(StoreG): {
    Slot* to = SLOTS(makePointer(globals_)) + in.bc();
    if (in.d == 1) {
      to[0] = A;
    } else {
      std::memcpy(to, &A, in.d * sizeof(Slot));
    }
    SHARED();
  }

  CASE(Load): NIL(B); A = SLOTS(B)[in.c]; SHARED();
  CASE(LoadN): NIL(B); std::memmove(&A, SLOTS(B) + in.c, in.d * sizeof(Slot)); SHARED();
  CASE(Store): NIL(A); SLOTS(A)[in.c] = B; SHARED();
  CASE(StoreN): NIL(A); std::memcpy(SLOTS(A) + in.c, &B, in.d * sizeof(Slot)); SHARED();
  CASE(Load8): NIL(B); A = MEMORY(B)[in.c]; SHARED();
  CASE(Store8): NIL(A); MEMORY(A)[in.c] = static_cast<uint8_t>(B); SHARED();
  CASE(PtrAdd): NIL(B); A = B + in.c * kSlotBytes; NEXT();
  CASE(NilCheck): NIL(A); NEXT();
  CASE(LoadBig): ALLOC(Ops::loadBig(*this, g, base, in), 1);
  CASE(StoreBig): SLOW(Ops::storeBig(*this, g, base, in), 1);

  CASE(SliceGet): {
    const Slot index = C;
    BOUNDS(index, base[in.b + 1]);
    A = SLOTS(B)[index];
    SHARED();
  }
  CASE(SliceSet): {
    const Slot index = B;
    BOUNDS(index, base[in.a + 1]);
    SLOTS(A)[index] = C;
    SHARED();
  }
  CASE(SliceGet8): {
    const Slot index = C;
    BOUNDS(index, base[in.b + 1]);
    A = MEMORY(B)[index];
    SHARED();
  }
  CASE(SliceSet8): {
    const Slot index = B;
    BOUNDS(index, base[in.a + 1]);
    MEMORY(A)[index] = static_cast<uint8_t>(C);
    SHARED();
  }
  CASE(SliceGetN): {
    const Slot index = C;
    BOUNDS(index, base[in.b + 1]);
    std::memcpy(&A, SLOTS(B) + index * in.d, in.d * sizeof(Slot));
    SHARED();
  }
  CASE(SliceSetN): {
    const Slot index = B;
    BOUNDS(index, base[in.a + 1]);
    std::memcpy(SLOTS(A) + index * in.d, &C, in.d * sizeof(Slot));
    SHARED();
  }
  CASE(SliceAddr): {
    const Slot index = C;
    BOUNDS(index, base[in.b + 1]);
    A = B + index * static_cast<uint32_t>(pc->bc());
    ++pc;
    NEXT();
  }
  CASE(ArrayGet): {
    const Slot index = C;
    NIL(B);
    BOUNDS(index, static_cast<uint32_t>(pc->bc()));
    A = (SLOTS(B) + pc->a)[index];
    ++pc;
    SHARED();
  }
  CASE(ArraySet): {
    const Slot index = B;
    NIL(A);
    BOUNDS(index, static_cast<uint32_t>(pc->bc()));
    (SLOTS(A) + pc->a)[index] = C;
    ++pc;
    SHARED();
  }
  CASE(ArrayGet8): {
    const Slot index = C;
    NIL(B);
    BOUNDS(index, static_cast<uint32_t>(pc->bc()));
    A = reinterpret_cast<uint8_t*>(SLOTS(B) + pc->a)[index];
    ++pc;
    SHARED();
  }
  CASE(ArraySet8): {
    const Slot index = B;
    NIL(A);
    BOUNDS(index, static_cast<uint32_t>(pc->bc()));
    reinterpret_cast<uint8_t*>(SLOTS(A) + pc->a)[index] = static_cast<uint8_t>(C);
    ++pc;
    SHARED();
  }
  CASE(ArrayAddr): {
    const RType& array = types()[pc->a];
    const Slot index = C;
    NIL(B);
    BOUNDS(index, array.length);
    const RType& elem = types()[array.elem];
    const uint32_t stride = elem.packed() ? 1 : elem.slots * kSlotBytes;
    A = B + static_cast<uint32_t>(pc->bc()) * kSlotBytes + index * stride;
    ++pc;
    NEXT();
  }
  CASE(BoundsCheck): BOUNDS(A, static_cast<Slot>(static_cast<int64_t>(in.bc()))); NEXT();
  CASE(StrIndex): {
    const Slot index = C;
    BOUNDS(index, base[in.b + 1]);
    A = MEMORY(B)[index];
    NEXT();
  }
  CASE(StrNext): {
    const uint8_t first = MEMORY(B)[C];
    if (LIKELY(first < 0x80)) {
      const Slot index = C + 1;
      base[in.a] = first;
      base[in.a + 1] = index;
      NEXT();
    }
    SLOW(Ops::strNext(*this, base, in), 1);
  }
  CASE(SliceSlice): SLOW(Ops::sliceSlice(*this, g, base, in, *pc), 2);
  CASE(SliceArray): SLOW(Ops::sliceArray(*this, g, base, in, *pc), 2);
  CASE(SliceStr): SLOW(Ops::sliceStr(*this, g, base, in, *pc), 2);
  CASE(SliceToArrayPtr): SLOW(Ops::sliceToArrayPtr(*this, g, base, in), 1);
  CASE(MakeSlice): ALLOC(Ops::makeSlice(*this, g, base, in, *pc), 2);
  CASE(Append1): {
    const Slot length = base[in.b + 1];
    if (LIKELY(length < base[in.b + 2] && in.d == 1 && !types()[types()[pc->a].elem].packed() &&
               types()[types()[pc->a].elem].slots == 1)) {
      const Slot pointer = B, capacity = base[in.b + 2];
      SLOTS(pointer)[length] = C;
      base[in.a] = pointer;
      base[in.a + 1] = length + 1;
      base[in.a + 2] = capacity;
      ++pc;
      SHARED();
    }
    ALLOC(Ops::append1(*this, g, base, in, *pc), 2);
  }
  CASE(AppendSlice): ALLOC(Ops::appendSlice(*this, g, base, in, *pc, false), 2);
  CASE(AppendStr): ALLOC(Ops::appendSlice(*this, g, base, in, *pc, true), 2);
  CASE(AppendGrow): ALLOC(Ops::appendGrow(*this, g, base, in, *pc), 2);
  CASE(CopySlice): SLOW(Ops::copySlice(*this, base, in, pc->a), 2);
  CASE(CopyStr): SLOW(Ops::copyStr(*this, base, in), 1);
  CASE(ClearSlice): SLOW(Ops::clearSlice(*this, base, in), 1);

  CASE(New): ALLOC(Ops::makeObject(*this, g, base, in, *pc), 2);
  CASE(Box): ALLOC(Ops::box(*this, g, base, in, *pc), 2);

  CASE(Concat): ALLOC(Ops::concat(*this, g, base, in), 1);
  CASE(ConcatN): ALLOC(Ops::concat(*this, g, base, in), 1);
  CASE(StrFromRune): ALLOC(Ops::convertString(*this, g, base, in, in), 1);
  CASE(StrFromBytes): ALLOC(Ops::convertString(*this, g, base, in, in), 1);
  CASE(StrFromRunes): ALLOC(Ops::convertString(*this, g, base, in, in), 1);
  CASE(BytesFromStr): ALLOC(Ops::convertString(*this, g, base, in, *pc), 2);
  CASE(RunesFromStr): ALLOC(Ops::convertString(*this, g, base, in, *pc), 2);

  CASE(Add): A = B + C; NEXT();
  CASE(Sub): A = B - C; NEXT();
  CASE(Mul): A = B * C; NEXT();
#define DIVIDE(expression) \
    if (UNLIKELY(C == 0)) PANIC(panicText(g, "integer divide by zero")); \
    A = (expression); NEXT()
  CASE(Div): DIVIDE(divideSigned(B, C));
  CASE(DivU): DIVIDE(B / C);
  CASE(Rem): DIVIDE(remainderSigned(B, C));
  CASE(RemU): DIVIDE(B % C);
  CASE(And): A = B & C; NEXT();
  CASE(Or): A = B | C; NEXT();
  CASE(Xor): A = B ^ C; NEXT();
  CASE(AndNot): A = B & ~C; NEXT();
  CASE(Shl): A = shiftLeft(B, C); NEXT();
  CASE(Shr): A = shiftRightSigned(B, C); NEXT();
  CASE(ShrU): A = shiftRightUnsigned(B, C); NEXT();
  CASE(ShiftCheck): if (UNLIKELY(SIGNED(A) < 0)) PANIC(panicText(g, "negative shift amount")); NEXT();
  CASE(Neg): A = Slot{0} - B; NEXT();
  CASE(Not): A = ~B; NEXT();
  CASE(NotB): A = B ^ 1; NEXT();
  CASE(ExtS8): A = static_cast<Slot>(static_cast<int64_t>(static_cast<int8_t>(B))); NEXT();
  CASE(ExtS16): A = static_cast<Slot>(static_cast<int64_t>(static_cast<int16_t>(B))); NEXT();
  CASE(ExtS32): A = static_cast<Slot>(static_cast<int64_t>(static_cast<int32_t>(B))); NEXT();
  CASE(ExtU8): A = static_cast<uint8_t>(B); NEXT();
  CASE(ExtU16): A = static_cast<uint16_t>(B); NEXT();
  CASE(ExtU32): A = static_cast<uint32_t>(B); NEXT();
#define IMMEDIATE static_cast<Slot>(static_cast<int64_t>(in.sc()))
  CASE(AddI): A = B + IMMEDIATE; NEXT();
  CASE(MulI): A = B * IMMEDIATE; NEXT();
  CASE(DivI): A = static_cast<Slot>(SIGNED(B) / in.sc()); NEXT();
  CASE(RemI): A = static_cast<Slot>(SIGNED(B) % in.sc()); NEXT();
  CASE(DivUI): A = B / in.c; NEXT();
  CASE(RemUI): A = B % in.c; NEXT();
  CASE(AndI): A = B & IMMEDIATE; NEXT();
  CASE(OrI): A = B | IMMEDIATE; NEXT();
  CASE(XorI): A = B ^ IMMEDIATE; NEXT();
  CASE(ShlI): A = B << in.c; NEXT();
  CASE(ShrI): A = static_cast<Slot>(SIGNED(B) >> in.c); NEXT();
  CASE(ShrUI): A = B >> in.c; NEXT();
  CASE(RSubI): A = IMMEDIATE - B; NEXT();
  CASE(Min): A = SIGNED(B) < SIGNED(C) ? B : C; NEXT();
  CASE(Max): A = SIGNED(B) > SIGNED(C) ? B : C; NEXT();
  CASE(MinU): A = B < C ? B : C; NEXT();
  CASE(MaxU): A = B > C ? B : C; NEXT();

  CASE(FAdd): A = slotFromDouble(REAL(B) + REAL(C)); NEXT();
  CASE(FSub): A = slotFromDouble(REAL(B) - REAL(C)); NEXT();
  CASE(FMul): A = slotFromDouble(REAL(B) * REAL(C)); NEXT();
  CASE(FDiv): A = slotFromDouble(REAL(B) / REAL(C)); NEXT();
  CASE(FNeg): A = B ^ kLeastInteger; NEXT();
  CASE(F32): A = roundToFloat32(REAL(B)); NEXT();
  CASE(FMin): A = slotFromDouble(minDouble(REAL(B), REAL(C))); NEXT();
  CASE(FMax): A = slotFromDouble(maxDouble(REAL(B), REAL(C))); NEXT();
  CASE(IntToF): A = slotFromDouble(static_cast<double>(SIGNED(B))); NEXT();
  CASE(UintToF): A = slotFromDouble(static_cast<double>(B)); NEXT();
  CASE(IntToF32): A = slotFromDouble(static_cast<double>(static_cast<float>(SIGNED(B)))); NEXT();
  CASE(UintToF32): A = slotFromDouble(static_cast<double>(static_cast<float>(B))); NEXT();
  CASE(FToInt): A = doubleToSigned(REAL(B)); NEXT();
  CASE(FToUint): A = doubleToUnsigned(REAL(B)); NEXT();

  CASE(Eq): A = B == C; NEXT();
  CASE(Ne): A = B != C; NEXT();
  CASE(Lt): A = SIGNED(B) < SIGNED(C); NEXT();
  CASE(Le): A = SIGNED(B) <= SIGNED(C); NEXT();
  CASE(LtU): A = B < C; NEXT();
  CASE(LeU): A = B <= C; NEXT();
  CASE(EqI): A = SIGNED(B) == in.sc(); NEXT();
  CASE(NeI): A = SIGNED(B) != in.sc(); NEXT();
  CASE(LtI): A = SIGNED(B) < in.sc(); NEXT();
  CASE(LeI): A = SIGNED(B) <= in.sc(); NEXT();
  CASE(GtI): A = SIGNED(B) > in.sc(); NEXT();
  CASE(GeI): A = SIGNED(B) >= in.sc(); NEXT();
  CASE(FEq): A = REAL(B) == REAL(C); NEXT();
  CASE(FNe): A = REAL(B) != REAL(C); NEXT();
  CASE(FLt): A = REAL(B) < REAL(C); NEXT();
  CASE(FLe): A = REAL(B) <= REAL(C); NEXT();
#define TEXT(i) GoString{base[i], base[(i) + 1]}
  CASE(StrEq): A = equalStrings(heap_, TEXT(in.b), TEXT(in.c)); NEXT();
  CASE(StrLt): A = compareStrings(heap_, TEXT(in.b), TEXT(in.c)) < 0; NEXT();
  CASE(StrLe): A = compareStrings(heap_, TEXT(in.b), TEXT(in.c)) <= 0; NEXT();
  CASE(EqIface): SLOW(Ops::equalIface(*this, g, base, in), 1);
  CASE(EqType): SLOW(Ops::equalType(*this, g, base, in, *pc), 2);

  CASE(Jmp): pc += in.bc(); NEXT();
  CASE(Jt): JUMP_IF(A != 0, in.bc());
  CASE(Jf): JUMP_IF(A == 0, in.bc());
  CASE(JEq): JUMP_IF(A == B, in.sc());
  CASE(JNe): JUMP_IF(A != B, in.sc());
  CASE(JLt): JUMP_IF(SIGNED(A) < SIGNED(B), in.sc());
  CASE(JLe): JUMP_IF(SIGNED(A) <= SIGNED(B), in.sc());
  CASE(JLtU): JUMP_IF(A < B, in.sc());
  CASE(JLeU): JUMP_IF(A <= B, in.sc());
  CASE(JEqI): JUMP_IF(SIGNED(A) == in.sb(), in.sc());
  CASE(JNeI): JUMP_IF(SIGNED(A) != in.sb(), in.sc());
  CASE(JLtI): JUMP_IF(SIGNED(A) < in.sb(), in.sc());
  CASE(JLeI): JUMP_IF(SIGNED(A) <= in.sb(), in.sc());
  CASE(JGtI): JUMP_IF(SIGNED(A) > in.sb(), in.sc());
  CASE(JGeI): JUMP_IF(SIGNED(A) >= in.sb(), in.sc());
  CASE(JFEq): JUMP_IF(REAL(A) == REAL(B), in.sc());
  CASE(JFNe): JUMP_IF(REAL(A) != REAL(B), in.sc());
  CASE(JFLt): JUMP_IF(REAL(A) < REAL(B), in.sc());
  CASE(JFNotLt): JUMP_IF(!(REAL(A) < REAL(B)), in.sc());
  CASE(JFLe): JUMP_IF(REAL(A) <= REAL(B), in.sc());
  CASE(JFNotLe): JUMP_IF(!(REAL(A) <= REAL(B)), in.sc());
  CASE(JStrEq): JUMP_IF(equalStrings(heap_, TEXT(in.a), TEXT(in.b)), in.sc());
  CASE(JStrNe): JUMP_IF(!equalStrings(heap_, TEXT(in.a), TEXT(in.b)), in.sc());
  CASE(JType): JUMP_IF(A == in.b, in.sc());
  CASE(JNotType): JUMP_IF(A != in.b, in.sc());

  CASE(JmpB): BACK_IF(true, in.bc());
  CASE(JtB): BACK_IF(A != 0, in.bc());
  CASE(JfB): BACK_IF(A == 0, in.bc());
  CASE(JEqB): BACK_IF(A == B, in.sc());
  CASE(JNeB): BACK_IF(A != B, in.sc());
  CASE(JLtB): BACK_IF(SIGNED(A) < SIGNED(B), in.sc());
  CASE(JLeB): BACK_IF(SIGNED(A) <= SIGNED(B), in.sc());
  CASE(JLtUB): BACK_IF(A < B, in.sc());
  CASE(JLeUB): BACK_IF(A <= B, in.sc());
  CASE(JEqIB): BACK_IF(SIGNED(A) == in.sb(), in.sc());
  CASE(JNeIB): BACK_IF(SIGNED(A) != in.sb(), in.sc());
  CASE(JLtIB): BACK_IF(SIGNED(A) < in.sb(), in.sc());
  CASE(JLeIB): BACK_IF(SIGNED(A) <= in.sb(), in.sc());
  CASE(JGtIB): BACK_IF(SIGNED(A) > in.sb(), in.sc());
  CASE(JGeIB): BACK_IF(SIGNED(A) >= in.sb(), in.sc());

  CASE(Call): ENTER(static_cast<uint32_t>(in.bc()), in.a, 0); NEXT();
  CASE(CallC): {
    const Slot closure = B;
    NIL(closure);
    ENTER(static_cast<uint32_t>(SLOTS(closure)[0]), in.a, closure);
    NEXT();
  }
  CASE(CallM): {
    const Slot type = B, data = base[in.b + 1];
    if (UNLIKELY(type == 0)) PANIC(panicNil(g));
    const MethodCacheEntry& cached = methodCache_[(type * 31 + in.c) & (kMethodCacheSize - 1)];
    const uint32_t function = LIKELY(cached.type == type && cached.method == in.c)
                                  ? cached.function
                                  : methodFunction(static_cast<TypeId>(type), in.c);
    base[in.a + kFrameLinkSlots + functions[function].resultSlots] = data;
    ENTER(function, in.a, 0);
    NEXT();
  }
  CASE(CallN): {
    const uint32_t native = static_cast<uint32_t>(in.bc());
    if (image_.natives[native].pure) {
      SAVE();
    } else {
      TURN();
      scheduler_.charge(kOperationCost);
    }
    if (UNLIKELY(heap_.needsCollection())) collect();
    AFTER(callNative(g, native, in.a), 1);
  }
  CASE(Ret): {
    const Slot link = base[-3];
    pc = code + static_cast<uint32_t>(link);
    base -= link >> 32;
    NEXT();
  }
  CASE(Go): VISIBLE(Ops::go(*this, g, base, in, *pc), 2);
  CASE(GoC): VISIBLE(Ops::go(*this, g, base, in, *pc), 2);
  CASE(GoM): VISIBLE(Ops::go(*this, g, base, in, *pc), 2);
  CASE(Defer): SLOW(Ops::deferCall(*this, g, base, in, *pc), 2);
  CASE(DeferC): SLOW(Ops::deferCall(*this, g, base, in, *pc), 2);
  CASE(DeferM): SLOW(Ops::deferCall(*this, g, base, in, *pc), 2);
  CASE(DeferToken): A = static_cast<Slot>(base - g.stack); NEXT();
  CASE(RunDefers): {
    if (LIKELY(g.defers == nullptr || g.defers->frame != static_cast<uint32_t>(base - g.stack))) NEXT();
    bool done = false;
    SLOW(Ops::runDefers(*this, g, static_cast<uint32_t>(pc - 1 - code), done), 1);
  }
  CASE(Panic): {
    if (A == 0) PANIC(panicValue(g, 0, 0));
    PANIC(panicValue(g, A, base[in.a + 1]));
  }
  CASE(Recover): {
    if (LIKELY(g.panics == nullptr)) {
      base[in.a] = base[in.a + 1] = 0;
      NEXT();
    }
    TURN();
    AFTER(Ops::recoverValue(*this, g, &A), 1);
  }
  CASE(PanicRt): PANIC(Ops::runtimePanic(*this, g, static_cast<RuntimePanic>(in.d)));

  CASE(MakeClosure): ALLOC(Ops::makeClosure(*this, g, base, in), 1);
  CASE(SetCapture): std::memcpy(SLOTS(A) + 1 + in.c, &B, in.d * sizeof(Slot)); NEXT();
  CASE(LoadCapture): {
    const Slot* from = SLOTS(base[-1]) + 1 + in.c;
    if (in.d == 1) {
      A = from[0];
    } else {
      std::memcpy(&A, from, in.d * sizeof(Slot));
    }
    NEXT();
  }

  CASE(IsType): A = B == in.c; NEXT();
  CASE(Implements): {
    const bool yes = Ops::dynamicImplements(*this, B, in.c);
    A = yes;
    NEXT();
  }
  CASE(AssertType): {
    if (LIKELY(A == in.b)) NEXT();
    SLOW(Ops::assertType(*this, g, base, in), 1);
  }
  CASE(AssertIface): SLOW(Ops::assertIface(*this, g, base, in), 1);

  CASE(MakeMap): ALLOC(Ops::makeMap(*this, g, base, in, *pc), 2);
  CASE(MapGet): --fuel; ALLOC(Ops::mapGet(*this, g, base, in, *pc, false), 2);
  CASE(MapGet2): --fuel; ALLOC(Ops::mapGet(*this, g, base, in, *pc, true), 2);
  CASE(MapSet): --fuel; ALLOC(Ops::mapSet(*this, g, base, in, *pc), 2);
  CASE(MapDelete): --fuel; SLOW(Ops::mapRemove(*this, g, base, in, *pc), 2);
  CASE(MapLen): A = mapLength(heap_, B); NEXT();
  CASE(MapClear): SAVE(); mapClear(heap_, in.c, A); NEXT();
  CASE(MapIter): {
    // Where to start is a decision of the run.
    TURN();
    if (UNLIKELY(heap_.needsCollection())) collect();
    AFTER(Ops::mapIter(*this, g, base, in), 1);
  }
  CASE(MapNext): {
    bool atEnd = false;
    SAVE();
    const Flow flow = Ops::mapAdvance(*this, g, base, in, atEnd);
    if (atEnd) pc += pc->bc();
    AFTER(flow, 2);
  }

  CASE(MakeChan): {
    TURN();
    scheduler_.charge(kOperationCost);
    if (UNLIKELY(heap_.needsCollection())) collect();
    AFTER(Ops::makeChan(*this, g, base, in, *pc), 2);
  }
  CASE(Send): VISIBLE(Ops::send(*this, g, base, in, g.pc + 1), 1);
  CASE(Recv): VISIBLE(Ops::receive(*this, g, base, in, g.pc + 1, false), 1);
  CASE(Recv2): VISIBLE(Ops::receive(*this, g, base, in, g.pc + 1, true), 1);
  CASE(Close): VISIBLE(Ops::close(*this, g, base, in, g.pc + 1), 1);
  CASE(ChanLen): {
    TURN();
    const Slot length = channelLength(sync_, B);
    A = length;
    AFTER(Flow::Next, 1);
  }
  CASE(ChanCap): {
    const Slot capacity = channelCapacity(sync_, B);
    A = capacity;
    NEXT();
  }
  CASE(Select): VISIBLE(Ops::select(*this, g, base, in, g.pc + 1), 1);

  CASE(Print): VISIBLE(Ops::print(*this, base, in, pc->op != Op::Print), 1);
  CASE(Watch): VISIBLE(Ops::watch(*this, base, in), 1);

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
