#pragma once

// What the handlers of the instructions (cases_*.inc) are written with. They are compiled twice: into the
// plain loop (interpreter_plain.cpp, which defines SLUICE_PLAIN_LOOP), where whatever needs a call leaves
// the loop, and into the handler of one instruction (interpreter.cpp), where everything is carried out. The
// names of the locals there (g, word, pc, base, stackEnd, arena, fuel, code, functions, constants) are part
// of these macros' contract.
// clang-format off

#define MEMORY(pointer) (arena + ((pointer) >> 32 << 4) + static_cast<uint32_t>(pointer))
#define SLOTS(pointer) reinterpret_cast<Slot*>(MEMORY(pointer))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

// The word being executed lies in one 64-bit local, so that its fields are shifts of a register. See Instr
// for the layout.
#define IN_OP static_cast<Op>(word & 0xFF)
#define IN_D (static_cast<uint32_t>(word >> 8) & 0xFF)
#define IN_A (static_cast<uint32_t>(word >> 16) & 0xFFFF)
#define IN_B (static_cast<uint32_t>(word >> 32) & 0xFFFF)
#define IN_C static_cast<uint32_t>(word >> 48)
#define IN_BC static_cast<int32_t>(word >> 32)
#define IN_SB static_cast<int16_t>(word >> 32)
#define IN_SC static_cast<int16_t>(word >> 48)
#define INSTRUCTION std::bit_cast<Instr>(word)
/// Reads the next word.
#define FETCH() (std::memcpy(&word, pc, sizeof word), ++pc)

#define A base[IN_A]
#define B base[IN_B]
#define C base[IN_C]
#define SIGNED(x) static_cast<int64_t>(x)
#define REAL(x) slotToDouble(x)

#define RELOAD() (base = g.stack + g.base, pc = code + g.pc, stackEnd = g.stack + g.capacity, \
                  arena = heap_.base() + Heap::kHeaderBytes, fuel = scheduler_.fuel())

#if SLUICE_PLAIN_LOOP

/// What follows is not for the plain loop: runOther executes the instruction from its beginning. Nothing
/// may have been changed before.
#define COLD() goto leave
#define COLD_CALL(call) do { (void)sizeof(call); goto leave; } while (0)
#define SAVE() static_cast<void>(0)
#define COLLECT() static_cast<void>(0)
#define TURN() goto operation
#define OPERATION() goto operation
#define CHANNEL() goto operation
#define NATIVE() goto native
#define AFTER(flow, words) COLD_CALL(flow)
#define SLOW(call, words) COLD_CALL(call)
#define ALLOC(call, words) COLD_CALL(call)
#define VISIBLE(call, words) do { (void)sizeof(call); goto operation; } while (0)
#define PANIC(call) COLD_CALL(call)
#define END_TURN() goto outOfFuel

#else

#define COLD() static_cast<void>(0)
#define CHANNEL() do { SAVE(); return runChannel(g, INSTRUCTION); } while (0)
#define NATIVE() static_cast<void>(0)
/// Saves the state with pc AT the instruction being executed.
#define SAVE() (g.pc = static_cast<uint32_t>(pc - 1 - code), g.base = static_cast<uint32_t>(base - g.stack), \
                scheduler_.fuel() = fuel)
/// The instruction has been executed; the goroutine goes on at `pc`.
#define NEXT() do { SAVE(); ++g.pc; return true; } while (0)
/// Ends the turn; the goroutine goes on at `pc`. Not while it is pinned: library code relies on being alone
/// then.
#define END_TURN() do { \
    if (LIKELY(!g.pinned)) { SAVE(); ++g.pc; leave(RunResult::Budget); return false; } \
  } while (0)
/// Continues after a handler that saw the saved state; words is the length of the instruction.
#define AFTER(flow, words) do { \
    const Flow flow_ = (flow); \
    inTurn_ = false; \
    if (LIKELY(flow_ == Flow::Next)) { g.pc += (words); return true; } \
    return flow_ == Flow::Reload; \
  } while (0)
/// A handler outside the loop.
#define SLOW(call, words) do { SAVE(); AFTER(call, words); } while (0)
/// Collects when it is time; a heap that stays too full ends the run.
#define COLLECT() do { \
    if (UNLIKELY(heap_.needsCollection())) { \
      collect(); \
      if (UNLIKELY(heap_.overLimit())) AFTER(heapExhausted(g), 1); \
    } \
  } while (0)
/// A handler that may allocate: a safe point for the collector.
#define ALLOC(call, words) do { \
    SAVE(); \
    COLLECT(); \
    AFTER(call, words); \
  } while (0)
/// An operation that others can see: only in this processor's turn.
#define TURN() do { SAVE(); if (UNLIKELY(!beginOperation(g, 0))) return false; } while (0)
/// The same, charged as an operation of the scheduler or the library.
#define OPERATION() do { SAVE(); if (UNLIKELY(!beginOperation(g, kOperationCost))) return false; } while (0)
#define VISIBLE(call, words) do { OPERATION(); AFTER(call, words); } while (0)
#define PANIC(call) do { SAVE(); AFTER(call, 1); } while (0)

#endif

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

/// Whether two strings in registers are equal. Only those of one length that begin alike are looked at in
/// full.
#define TEXT(i) GoString{base[i], base[(i) + 1]}
#define EQUAL_TEXTS(equal, first, second) do { \
    const Slot length_ = base[(first) + 1]; \
    if (length_ != base[(second) + 1]) { \
      equal = false; \
    } else if (length_ == 0 || base[first] == base[second]) { \
      equal = true; \
    } else if (*MEMORY(base[first]) != *MEMORY(base[second])) { \
      equal = false; \
    } else { \
      COLD(); \
      equal = equalStrings(heap_, TEXT(first), TEXT(second)); \
    } \
  } while (0)
/// Copies a few slots that do not overlap; most often two.
#define COPY_FEW(to, from, count) do { \
    Slot* const to_ = (to); \
    const Slot* const from_ = (from); \
    if (LIKELY((count) == 2)) { \
      to_[0] = from_[0]; \
      to_[1] = from_[1]; \
    } else { \
      copySlots(to_, from_, count); \
    } \
  } while (0)
/// Zeroes a few slots; most often none, one or two, for which a call of memset would take longer than the
/// rest.
#define CLEAR(first, count) do { \
    const uint32_t count_ = (count); \
    if (count_ != 0) { \
      (first)[0] = 0; \
      if (count_ != 1) { \
        (first)[1] = 0; \
        if (UNLIKELY(count_ > 2)) zeroSlots((first) + 2, count_ - 2); \
      } \
    } \
  } while (0)
/// Enters a function whose window is at register `window`; the caller goes on at pc.
#define ENTER(number, window, running) do { \
    const FunctionEntry& callee = functions[number]; \
    const uint32_t distance_ = (window) + kFrameLinkSlots; \
    Slot* frame = base + distance_; \
    if (UNLIKELY(frame + callee.frameSlots > stackEnd)) { \
      COLD(); \
      SAVE(); \
      const uint64_t needed_ = static_cast<uint64_t>(frame - g.stack) + callee.frameSlots; \
      if (!ensureStack(g, needed_)) { AFTER(Flow::Leave, 1); } \
      base = g.stack + g.base; \
      stackEnd = g.stack + g.capacity; \
      frame = base + distance_; \
    } \
    frame[-3] = makeReturn(static_cast<uint32_t>(pc - code), distance_); \
    frame[-1] = (running); \
    CLEAR(frame, callee.resultSlots); \
    CLEAR(frame + callee.zeroFirst, callee.zeroCount); \
    base = frame; \
    pc = code + callee.start; \
    fuel -= callee.cost; \
    if (UNLIKELY(fuel <= 0)) { END_TURN(); } \
  } while (0)
