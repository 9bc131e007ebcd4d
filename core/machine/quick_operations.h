#pragma once
// Operations that others can see, as the plain loop carries them out itself: where nobody is woken and nobody
// waits, they only move a value and record an event.
//
// Invariants:
// - Each does exactly what its whole form in core/sync does, or returns false and has changed nothing.
// - Nothing here calls a function, and all of it is inlined (see interpreter_plain.cpp).

#include <bit>

#include "machine/machine.h"
#include "sched/turns.h"
#include "sync/channel.h"
#include "sync/mutex_core.h"

namespace sluice {

/// Instructions charged for an operation of the scheduler or the library, on top of what it charges itself.
constexpr int64_t kOperationCost = 20;

struct Quick {
    /// Where an operation happens.
    struct Place {
        Machine& machine;
        MachineGoroutine& goroutine;
        uint8_t* arena;  ///< of the plain loop: memory at pointer p is arena + object * 16 + offset
        Slot* base;      ///< register 0 of the goroutine, whose pc is at the instruction

        template <typename T>
        T* at(Slot pointer) const {
            return reinterpret_cast<T*>(arena + (pointer >> 32 << 4) + static_cast<uint32_t>(pointer));
        }
    };

    /// Carries out an instruction and moves pc behind it, or returns false and has changed nothing. Only when
    /// Scheduler::mayActWith(fuel).
    SLUICE_INLINE static bool carryOut(const Place& place, uint64_t instruction, int64_t fuel) {
        const Instr in = std::bit_cast<Instr>(instruction);
        Slot* const base = place.base;
        bool done;
        if (in.op == Op::Send) {
            done = send(place, fuel, base[in.a], base + in.b);
        } else if (in.op == Op::Recv || in.op == Op::Recv2) {
            done = receive(place, fuel, base[in.b], base + in.a, in.op == Op::Recv ? nullptr : base + in.c);
        } else if (in.op == Op::CallN) {
            const NativeEntry& entry = place.machine.image_.natives[static_cast<uint32_t>(in.bc())];
            done = native(place, fuel, entry.quick, base + in.a + kFrameLinkSlots);
        } else {
            return false;
        }
        place.goroutine.pc += done;
        return done;
    }

  private:
    /// c <- *element, into a buffer with room.
    SLUICE_INLINE static bool send(const Place& place, int64_t fuel, Slot channel, const Slot* element) {
        if (channel == 0) return false;
        ChannelHeader& c = *place.at<ChannelHeader>(channel);
        if (c.count >= c.capacity || c.closed || !c.recvq.empty() || c.elementSlots > 1) return false;
        Recorder& recorder = place.machine.recorder();
        uint32_t value = 0;
        if (recorder.enabled() && c.elementSlots != 0) {
            const int64_t number = static_cast<int64_t>(*element);
            if (!c.plainInteger || !fitsSmallValue(number)) return false;
            value = smallValue(number);
        }
        if (!begin(place, fuel)) return false;
        const uint32_t message = place.machine.sync().nextMessage();
        uint32_t index = c.first + c.count;
        if (index >= c.capacity) index -= c.capacity;
        c.count++;
        if (c.elementSlots != 0) place.at<Slot>(c.buffer)[index] = *element;
        place.at<Slot>(c.notes)[index] = static_cast<uint64_t>(value) << 32 | message;
        recorder.emitQuick(EventKind::ChanSendBuffer, c.number, value, message);
        return true;
    }

    /// *element, *ok = <-c, out of a buffer. `ok` may be null.
    SLUICE_INLINE static bool receive(const Place& place, int64_t fuel, Slot channel, Slot* element,
                                      Slot* ok) {
        if (channel == 0) return false;
        ChannelHeader& c = *place.at<ChannelHeader>(channel);
        if (c.count == 0 || !c.sendq.empty() || c.timer != 0 || c.elementSlots > 1) return false;
        // Elements that are pointers may be boxes, whose zero is made by the whole form.
        if (c.elementSlots != 0 && !c.plainInteger) return false;
        if (!begin(place, fuel)) return false;
        const Slot note = place.at<Slot>(c.notes)[c.first];
        if (ok != nullptr) *ok = 1;
        if (c.elementSlots != 0) {
            Slot* const from = place.at<Slot>(c.buffer) + c.first;
            *element = *from;
            *from = 0;
        }
        if (++c.first == c.capacity) c.first = 0;
        c.count--;
        place.machine.recorder().emitQuick(EventKind::ChanRecvBuffer, c.number,
                                           static_cast<uint32_t>(note >> 32), static_cast<uint32_t>(note));
        return true;
    }

    /// A native with a quick form; `window` is its first argument.
    SLUICE_INLINE static bool native(const Place& place, int64_t fuel, QuickNative which,
                                     const Slot* window) {
        if (which == QuickNative::None || *window == 0) return false;
        const Slot mutex = *window;
        Slot* const words = place.at<Slot>(mutex);
        const uint32_t number = SyncRuntime::knownNumber(words[1], mutex);
        if (number == 0) return false;
        MachineGoroutine& g = place.goroutine;
        Recorder& recorder = place.machine.recorder();
        if (which == QuickNative::MutexLock) {
            if (mutexOwner(words[0]) != 0 || g.phase != kLockNew || !begin(place, fuel)) return false;
            words[0] |= g.number;
            recorder.emitQuick(EventKind::MutexLock, number, 0, 0);
            return true;
        }
        if (mutexOwner(words[0]) == 0 || (words[0] & kMutexStarving) != 0) return false;
        // Nobody is woken when somebody is awake already or nobody waits.
        if ((words[0] & kMutexWoken) == 0 && place.machine.sync().hasWaiters(mutex)) return false;
        if (!begin(place, fuel)) return false;
        words[0] &= ~kMutexOwnerMask;
        recorder.emitQuick(EventKind::MutexUnlock, number, 0, 0);
        return true;
    }

    /// Begins the operation as Machine::beginOperation does; false when it must be left to that.
    SLUICE_INLINE static bool begin(const Place& place, int64_t fuel) {
        const Machine& m = place.machine;
        Recorder& recorder = place.machine.recorder();
        if (recorder.enabled()) {
            const uint32_t position = m.image_.positions[place.goroutine.pc];
            if (position == 0 || !recorder.canEmitQuick()) return false;
            place.machine.scheduler().beginQuick(fuel, kOperationCost);
            recorder.here().pos = position;
        } else {
            place.machine.scheduler().beginQuick(fuel, kOperationCost);
        }
        return true;
    }
};

}  // namespace sluice
