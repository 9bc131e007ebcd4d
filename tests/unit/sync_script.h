#pragma once
// Scripts that use channels, locks and timers.

#include "sched_script.h"
#include "sync/channel.h"
#include "sync/cond.h"
#include "sync/leaks.h"
#include "sync/mutex.h"
#include "sync/once.h"
#include "sync/rwmutex.h"
#include "sync/select.h"
#include "sync/sema.h"
#include "sync/timer_channel.h"
#include "sync/wait_group.h"

namespace sluice::test {

struct PlainFormatter final : ValueFormatter {
    bool isPlainInteger(uint32_t) const override { return true; }
    void format(const uint64_t* image, uint32_t, std::string& out) override { out += std::to_string(*image); }
};

struct NoNames final : ObjectNamer {
    uint32_t nameOf(Slot) override { return 0; }
    uint32_t typeName(TypeId) override { return 0; }
};

struct SyncRun : ScriptRun, TimerHooks {
    TypeTable types;
    Heap heap{types};
    NoNames names;
    PlainFormatter formatter;
    SyncRuntime rt{scheduler, heap, names};
    TimerChannels timerChannels{rt, *this};
    Script afterFunc;    ///< what AfterFunc goroutines run
    std::string ending;  ///< text of the first panic or fatal error

    explicit SyncRun(uint16_t processors = 1, uint64_t seed = 1) : ScriptRun(processors, seed) {
        recorder.setFormatter(&formatter);
    }

    void timeImage(int64_t ns, Slot* image) override { *image = static_cast<Slot>(ns); }
    void startFunction(Slot) override { start("func", afterFunc); }

    Slot chan(int64_t capacity, const std::string& name = "ch") {
        Slot out = 0;
        OpResult result = makeChannel(rt, 1, 1, kLayoutScalar, capacity, 0, recorder.text(name), out);
        SLUICE_ASSERT(result.status == OpStatus::Done && out != 0);
        return out;
    }
    /// Zeroed memory for a primitive of `slots` slots.
    Slot memory(uint32_t slots) { return makePointer(heap.alloc(kLayoutScalar, slots)); }

    Did did(ScriptGoroutine& g, OpResult result) {
        switch (result.status) {
            case OpStatus::Done: return Did::Done;
            case OpStatus::Blocked: return Did::Blocked;
            case OpStatus::Retry: return Did::Retry;
            case OpStatus::Yielded: return Did::Yielded;
            default:
                g.panic = result.text;
                if (ending.empty()) ending = result.text;
                return Did::Ended;
        }
    }
    Step op(std::function<OpResult(ScriptGoroutine&)> f) {
        return {0, [this, f](ScriptGoroutine& g) { return did(g, f(g)); }};
    }
    Step send(Slot c, uint64_t value) {
        return op([this, c, value](ScriptGoroutine& g) {
            g.slots[0] = value;
            return channelSend(rt, g, c, &g.slots[0]);
        });
    }
    /// Receives into slots[1], ok into slots[2].
    Step receive(Slot c) {
        return op(
            [this, c](ScriptGoroutine& g) { return channelReceive(rt, g, c, &g.slots[1], &g.slots[2]); });
    }
    Step close(Slot c) {
        return op([this, c](ScriptGoroutine& g) { return channelClose(rt, g, c); });
    }
    /// Writes slots[index] to the log.
    Step show(const std::string& word, size_t index = 1) {
        return {0, [this, word, index](ScriptGoroutine& g) {
                    log += word + "=" + std::to_string(static_cast<int64_t>(g.slots[index])) + " ";
                    return Did::Done;
                }};
    }
    /// A select; the chosen case goes to slots[3], values to slots[4 + case], ok to slots[2].
    Step select(std::vector<SelectArm> arms, bool hasDefault = false) {
        return op([this, arms, hasDefault](ScriptGoroutine& g) {
            std::vector<SelectArm> own = arms;
            for (size_t i = 0; i < own.size(); i++) {
                own[i].element = &g.slots[4 + i];
                if (!own[i].isSend)
                    own[i].ok = &g.slots[2];
                else
                    g.slots[4 + i] = 100 + i;
            }
            return selectGo(rt, g, own.data(), static_cast<uint32_t>(own.size()), hasDefault, &g.slots[3]);
        });
    }
    Step lock(Slot m) {
        return op([this, m](ScriptGoroutine& g) { return mutexLock(rt, g, m); });
    }
    Step unlock(Slot m) {
        return op([this, m](ScriptGoroutine& g) { return mutexUnlock(rt, g, m); });
    }
    Step add(Slot wg, int64_t delta) {
        return op([this, wg, delta](ScriptGoroutine& g) { return waitGroupAdd(rt, g, wg, delta); });
    }
    Step done(Slot wg) {
        return op([this, wg](ScriptGoroutine& g) { return waitGroupDone(rt, g, wg); });
    }
    Step wait(Slot wg) {
        return op([this, wg](ScriptGoroutine& g) { return waitGroupWait(rt, g, wg); });
    }
    static SelectArm sendTo(Slot c) { return {c, nullptr, nullptr, true}; }
    static SelectArm receiveFrom(Slot c) { return {c, nullptr, nullptr, false}; }
};

constexpr int64_t kMs = 1'000'000;
constexpr int64_t kSecond = 1'000 * kMs;

}  // namespace sluice::test
