#pragma once

// What the machine adds to a goroutine: its stack, its deferred calls, its panics.
//
// Invariants:
// - Frames: `base` is the index of register 0 of the innermost frame. The link slots below it: base[-3] =
//   return pc (low half) and distance to the caller's base (high half), base[-2] = unused, base[-1] = the
//   running closure (pointer).
// - Nothing in a stack or a record holds a host pointer into the stack, so stacks may move when they
//   grow. Exception: the operation a parked goroutine waits in; parked stacks do not move.
// - Deferred calls are linked innermost frame first, and within a frame last first.
// - Panics are linked newest first. A goroutine with a panic record is running deferred calls for it.

#include <cstdint>
#include <vector>

#include "heap/layout.h"
#include "sched/goroutine.h"

namespace sluice {

/// One deferred call.
struct DeferRecord {
    DeferRecord* next = nullptr;
    uint32_t frame = 0;     ///< Base index of the frame that deferred it.
    uint32_t function = 0;  ///< 0: decided by the closure when it runs (nil panics then).
    Slot closure = 0;
    uint32_t argCount = 0;
    uint32_t argCapacity = 0;
    Slot* args() { return reinterpret_cast<Slot*>(this + 1); }
};

/// One panic under way, or a Goexit.
struct PanicRecord {
    PanicRecord* link = nullptr;  ///< The panic that was under way when this one started.
    Slot type = 0;                ///< The value.
    Slot data = 0;
    uint32_t base = 0;        ///< Frame that panicked.
    uint32_t pc = 0;          ///< Global pc of the instruction that panicked.
    uint32_t deferBase = 0;   ///< Frame of the deferred call it is running; 0 = none.
    uint32_t deferFrame = 0;  ///< Frame that had deferred this call.
    bool recovered = false;
    bool goexit = false;
    bool nilDereference = false;  ///< Adds Go's [signal SIGSEGV …] line.
    bool printing = false;        ///< Its Error or String method is running.
    bool textReady = false;       ///< `text` is what to print (Error or String has been called).
    Slot textPointer = 0;
    Slot textLength = 0;
};

struct MachineGoroutine final : Goroutine {
    Slot* stack = nullptr;
    uint32_t capacity = 0;  ///< Slots.
    uint32_t base = 0;
    uint32_t pc = 0;         ///< Global pc of the next instruction.
    uint32_t function = 0;   ///< What the go statement started.
    uint32_t creatorPc = 0;  ///< Global pc of the go statement, 0 for main and goroutines from outside.
    uint32_t nextName = 0;   ///< Text id: what the next goroutine it starts is called; 0 = as usual.
    DeferRecord* defers = nullptr;
    PanicRecord* panics = nullptr;
    uint32_t nativeState = 0;    ///< State of the native at `pc` that is to be entered again.
    uint32_t nativeResults = 0;  ///< Stack index of the results of the function it called back; 0 = none.
    bool resumingNative = false;
    bool behindCall = false;  ///< Parked or yielded with pc behind the operation it waits in.

    Slot* registers() { return stack + base; }
};

/// Return word of a frame.
constexpr Slot makeReturn(uint32_t pc, uint32_t distance) { return (static_cast<Slot>(distance) << 32) | pc; }

/// One frame of a stack walk.
struct FrameCursor {
    uint32_t base = 0;
    uint32_t pc = 0;  ///< Global pc of the instruction being executed (for callers: within the call).
    uint32_t function = 0;
    bool panicsHere = false;  ///< A panic started in this frame: Go's traceback shows "panic(...)" above it.
};

}  // namespace sluice
