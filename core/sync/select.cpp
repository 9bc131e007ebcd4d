#include "sync/select.h"

#include <utility>
#include <vector>

#include "sync/channel_internal.h"

namespace sluice {

namespace {

constexpr uint32_t kSetBits = 32;  // the last bit of an event's set stands for all further cases

bool isReady(SyncRuntime& rt, const SelectArm& arm) {
    if (arm.channel == 0) return false;
    const ChannelHeader& c = *channelAt(rt, arm.channel);
    checkChannel(c);
    return arm.isSend ? canSend(c) : canReceive(c);
}

// Direction words of SelectCase events.
uint32_t directionOf(const SelectArm& arm) { return arm.channel == 0 ? 2 : arm.isSend ? 1 : 0; }

void noteArms(SyncRuntime& rt, const SelectArm* arms, uint32_t count, uint32_t readySet) {
    if (!rt.recorder.enabled()) return;
    rt.recorder.emit(EventKind::SelectEnter, 0, count, readySet);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t object = arms[i].channel == 0 ? 0 : channelAt(rt, arms[i].channel)->number;
        rt.recorder.emit(EventKind::SelectCase, object, i, directionOf(arms[i]));
    }
}

OpResult single(SyncRuntime& rt, Goroutine& g, const SelectArm& arm, bool hasDefault, Slot* chosen) {
    *chosen = 0;
    if (!hasDefault) {
        return arm.isSend ? channelSend(rt, g, arm.channel, arm.element)
                          : channelReceive(rt, g, arm.channel, arm.element, arm.ok);
    }
    bool done = false;
    OpResult result = arm.isSend ? channelTrySend(rt, g, arm.channel, arm.element, done)
                                 : channelTryReceive(rt, g, arm.channel, arm.element, arm.ok, done);
    if (!done) *chosen = static_cast<Slot>(int64_t{-1});
    return result;
}

bool areTwins(const SelectArm& a, const SelectArm& b) {
    return a.channel != 0 && a.channel == b.channel && a.isSend == b.isSend;
}

/// The order in which the cases queue up: that of the source, except that cases at the same end of the same
/// channel draw lots, because whoever comes serves the first of them. Empty if there are no such cases.
std::vector<uint32_t> drawOrder(SyncRuntime& rt, const SelectArm* arms, uint32_t count) {
    std::vector<uint32_t> order;
    std::vector<uint32_t> twins;
    for (uint32_t i = 0; i < count; i++) {
        twins.clear();
        for (uint32_t k = i + 1; k < count; k++) {
            if (areTwins(arms[order.empty() ? i : order[i]], arms[order.empty() ? k : order[k]]))
                twins.push_back(k);
        }
        if (twins.empty()) continue;
        if (order.empty()) {
            for (uint32_t k = 0; k < count; k++) order.push_back(k);
        }
        twins.push_back(i);
        const uint32_t lot =
            rt.scheduler.strategy().choose(ChoiceKind::SelectCase, static_cast<uint32_t>(twins.size()));
        std::swap(order[i], order[twins[lot]]);
    }
    return order;
}

OpResult block(SyncRuntime& rt, Goroutine& g, const SelectArm* arms, uint32_t count, Slot* chosen) {
    SLUICE_ASSERT(g.firstWaiter == 0);
    rt.recorder.emit(EventKind::SelectBlock, 0, count);
    const std::vector<uint32_t> order = drawOrder(rt, arms, count);
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t i = order.empty() ? k : order[k];
        const SelectArm& arm = arms[i];
        if (arm.channel == 0) continue;
        Waiter& w = rt.waiters[queueAt(rt, g, arm.channel, arm.isSend)];
        w.isSelect = true;
        w.caseIndex = i;
        w.chosen = chosen;
        w.element = arm.element;
        w.ok = arm.ok;
        if (arm.isSend) {
            w.message = rt.nextMessage();
            w.value = elementValue(rt, *channelAt(rt, arm.channel), arm.element);
        }
    }
    rt.scheduler.park(g, WaitReason::Select, 0, 0);
    return {OpStatus::Blocked};
}

}  // namespace

OpResult selectGo(SyncRuntime& rt, Goroutine& g, const SelectArm* arms, uint32_t count, bool hasDefault,
                  Slot* chosen) {
    SLUICE_ASSERT(count <= kMaxSelectArms);
    if (count == 0 && !hasDefault) return selectNothing(rt, g);
    if (count == 1) return single(rt, g, arms[0], hasDefault, chosen);
    uint32_t ready = 0;
    uint32_t readySet = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!isReady(rt, arms[i])) continue;
        ready++;
        readySet |= 1u << (i < kSetBits ? i : kSetBits - 1);
    }
    if (count > 0) noteArms(rt, arms, count, readySet);
    if (ready > 0) {
        uint32_t skip = rt.scheduler.strategy().choose(ChoiceKind::SelectCase, ready);
        uint32_t i = 0;
        while (!isReady(rt, arms[i]) || skip-- > 0) i++;
        *chosen = i;
        rt.recorder.emit(EventKind::SelectTake, 0, i, readySet);
        ChannelHeader& c = *channelAt(rt, arms[i].channel);
        return arms[i].isSend ? sendNow(rt, c, arms[i].element)
                              : receiveNow(rt, c, arms[i].element, arms[i].ok);
    }
    if (hasDefault) {
        *chosen = static_cast<Slot>(int64_t{-1});
        if (count > 0) rt.recorder.emit(EventKind::SelectDefault, 0, count);
        return {};
    }
    return block(rt, g, arms, count, chosen);
}

OpResult selectNothing(SyncRuntime& rt, Goroutine& g) {
    rt.scheduler.park(g, WaitReason::SelectNoCases, 0, 0, true);
    return {OpStatus::Blocked};
}

}  // namespace sluice
