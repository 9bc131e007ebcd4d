#include "sync/channel.h"

#include "sync/channel_internal.h"

namespace sluice {

namespace {

// Go's limit is the address space; ours is what the picture and the arena can bear.
constexpr int64_t kMaxCapacity = int64_t{1} << 31;

}  // namespace

OpResult makeChannel(SyncRuntime& rt, TypeId elementType, uint32_t elementSlots, LayoutId layout,
                     int64_t capacity, uint32_t site, uint32_t nameText, Slot& out) {
    out = 0;
    if (capacity < 0 || capacity >= kMaxCapacity) return {OpStatus::Panic, "makechan: size out of range"};
    ObjectRef object = rt.heap.alloc(kLayoutChannel, 1, site);
    if (object == 0) return {};
    Slot buffer = 0;
    Slot notes = 0;
    if (capacity > 0) {
        uint64_t count = static_cast<uint64_t>(capacity);
        if (elementSlots > 0) {
            ObjectRef elements = rt.heap.alloc(layout, count, site);
            if (elements == 0) return {};
            buffer = makePointer(elements);
        }
        ObjectRef aside = rt.heap.alloc(kLayoutScalar, count, site);
        if (aside == 0) return {};
        notes = makePointer(aside);
    }
    out = makePointer(object);
    ChannelHeader& c = *channelAt(rt, out);
    c.buffer = buffer;
    c.notes = notes;
    c.capacity = static_cast<uint32_t>(capacity);
    c.elementType = elementType;
    c.elementSlots = static_cast<uint16_t>(elementSlots);
    ObjectInfo info;
    if (rt.recorder.enabled()) {
        c.plainInteger = elementSlots == 1 && rt.recorder.isPlainInteger(elementType);
        info.type = rt.recorder.text("chan");
        info.name = nameText;
        info.element = rt.namer.typeName(elementType);
        info.capacity = c.capacity;
    }
    c.number = rt.recorder.addObject(info);
    rt.recorder.emit(EventKind::ChanMake, c.number, c.capacity, nameText);
    return {};
}

void pushBuffer(SyncRuntime& rt, ChannelHeader& c, const Slot* element, BufferedNote note) {
    SLUICE_ASSERT(c.count < c.capacity);
    uint32_t index = c.first + c.count;
    if (index >= c.capacity) index -= c.capacity;
    c.count++;
    if (c.elementSlots > 0)
        copyElement(c, rt.heap.slotAt(c.buffer) + size_t{index} * c.elementSlots, element);
    rt.heap.slotAt(c.notes)[index] = static_cast<uint64_t>(note.value) << 32 | note.message;
}

BufferedNote popBuffer(SyncRuntime& rt, ChannelHeader& c, Slot* element) {
    SLUICE_ASSERT(c.count > 0);
    BufferedNote note = noteAt(rt, c, c.first);
    if (c.elementSlots > 0) {
        Slot* from = rt.heap.slotAt(c.buffer) + size_t{c.first} * c.elementSlots;
        if (element != nullptr) copyElement(c, element, from);
        // What has left must not be kept alive by the buffer.
        zeroSlots(from, c.elementSlots);
    }
    if (++c.first == c.capacity) c.first = 0;
    c.count--;
    return note;
}

WaiterId queueAt(SyncRuntime& rt, Goroutine& g, Slot channel, bool isSend) {
    WaiterId id = rt.waiters.take();
    Waiter& w = rt.waiters[id];
    w.goroutine = &g;
    w.channel = channel;
    w.isSend = isSend;
    w.sibling = g.firstWaiter;
    g.firstWaiter = id;
    ChannelHeader& c = *channelAt(rt, channel);
    rt.enqueueBack(isSend ? c.sendq : c.recvq, id);
    if (c.timer != 0) rt.timers->waitersChanged(c.timer, true);
    return id;
}

const Waiter& takeOff(SyncRuntime& rt, WaiterId id) {
    const Waiter& taken = rt.waiters[id];
    Goroutine& g = *taken.goroutine;
    for (WaiterId each = g.firstWaiter; each != 0;) {
        Waiter& w = rt.waiters[each];
        ChannelHeader& c = *channelAt(rt, w.channel);
        rt.dequeue(w.isSend ? c.sendq : c.recvq, each);
        if (c.timer != 0 && c.recvq.empty()) rt.timers->waitersChanged(c.timer, false);
        WaiterId next = w.sibling;
        rt.waiters.give(each);
        each = next;
    }
    g.firstWaiter = 0;
    if (taken.isSelect) {
        *taken.chosen = taken.caseIndex;
        g.wakeEvent.selectCase = taken.caseIndex;
    }
    return taken;
}

OpResult sendNow(SyncRuntime& rt, ChannelHeader& c, const Slot* element, uint32_t value) {
    if (c.closed) return {OpStatus::Panic, "send on closed channel"};
    BufferedNote note{rt.nextMessage(), value != 0 ? value : elementValue(rt, c, element)};
    if (c.recvq.empty()) {
        pushBuffer(rt, c, element, note);
        rt.recorder.emit(EventKind::ChanSendBuffer, c.number, note.value, note.message);
        return {};
    }
    const Waiter& receiver = takeOff(rt, c.recvq.first);
    if (receiver.element != nullptr && c.elementSlots > 0) copyElement(c, receiver.element, element);
    if (receiver.ok != nullptr) *receiver.ok = 1;
    Goroutine& g = *receiver.goroutine;
    g.wakeOk = true;
    g.wakeEvent.kind = EventKind::ChanRecvWake;
    g.wakeEvent.object = c.number;
    g.wakeEvent.a = note.value;
    g.wakeEvent.b = note.message;
    rt.recorder.emit(EventKind::ChanSendDirect, c.number, note.value, note.message);
    rt.scheduler.ready(g);
    return {};
}

OpResult receiveNow(SyncRuntime& rt, ChannelHeader& c, Slot* element, Slot* ok) {
    if (ok != nullptr) *ok = 1;
    if (c.count > 0) {
        BufferedNote note = popBuffer(rt, c, element);
        rt.recorder.emit(EventKind::ChanRecvBuffer, c.number, note.value, note.message);
        if (c.timer != 0) rt.timers->taken(c.timer);
        if (c.sendq.empty()) return {};
        // The buffer was full: the first waiting sender's value moves up.
        const Waiter& sender = takeOff(rt, c.sendq.first);
        pushBuffer(rt, c, sender.element, {sender.message, sender.value});
        sender.goroutine->wakeEvent = {EventKind::ChanSendWake, sender.goroutine->wakeEvent.selectCase,
                                       c.number, sender.value, sender.message};
        rt.recorder.emit(EventKind::ChanRefill, c.number, sender.value, sender.message);
        rt.scheduler.ready(*sender.goroutine);
        return {};
    }
    if (!c.sendq.empty()) {
        const Waiter& sender = takeOff(rt, c.sendq.first);
        if (element != nullptr && c.elementSlots > 0) copyElement(c, element, sender.element);
        sender.goroutine->wakeEvent = {EventKind::ChanSendWake, sender.goroutine->wakeEvent.selectCase,
                                       c.number, sender.value, sender.message};
        rt.recorder.emit(EventKind::ChanRecvDirect, c.number, sender.value, sender.message);
        rt.scheduler.ready(*sender.goroutine);
        return {};
    }
    SLUICE_ASSERT(c.closed);
    if (element != nullptr) {
        zeroSlots(element, c.elementSlots);
    }
    if (ok != nullptr) *ok = 0;
    rt.recorder.emit(EventKind::ChanRecvClosed, c.number);
    return {};
}

OpResult channelSend(SyncRuntime& rt, Goroutine& g, Slot channel, Slot* element) {
    if (channel == 0) {
        rt.scheduler.park(g, WaitReason::ChanSendNil, 0, 0, true);
        return {OpStatus::Blocked};
    }
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (canSend(c)) return sendNow(rt, c, element);
    Waiter& w = rt.waiters[queueAt(rt, g, channel, true)];
    w.element = element;
    w.message = rt.nextMessage();
    w.value = elementValue(rt, c, element);
    rt.recorder.emit(EventKind::ChanSendBlock, c.number, w.value, w.message);
    rt.scheduler.park(g, WaitReason::ChanSend, c.number, channel);
    return {OpStatus::Blocked};
}

OpResult channelReceive(SyncRuntime& rt, Goroutine& g, Slot channel, Slot* element, Slot* ok) {
    if (channel == 0) {
        rt.scheduler.park(g, WaitReason::ChanReceiveNil, 0, 0, true);
        return {OpStatus::Blocked};
    }
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (canReceive(c)) return receiveNow(rt, c, element, ok);
    Waiter& w = rt.waiters[queueAt(rt, g, channel, false)];
    w.element = element;
    w.ok = ok;
    rt.recorder.emit(EventKind::ChanRecvBlock, c.number);
    rt.scheduler.park(g, WaitReason::ChanReceive, c.number, channel);
    return {OpStatus::Blocked};
}

OpResult channelClose(SyncRuntime& rt, Goroutine&, Slot channel) {
    if (channel == 0) return {OpStatus::Panic, "close of nil channel"};
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (c.closed) return {OpStatus::Panic, "close of closed channel"};
    c.closed = true;
    uint32_t woken = 0;
    for (WaiterId id = c.recvq.first; id != 0; id = rt.waiters[id].next) woken++;
    for (WaiterId id = c.sendq.first; id != 0; id = rt.waiters[id].next) woken++;
    rt.recorder.emit(EventKind::ChanClose, c.number, woken);
    // All receivers first, then all senders, who panic (closechan).
    while (!c.recvq.empty()) {
        const Waiter& w = takeOff(rt, c.recvq.first);
        if (w.element != nullptr) {
            zeroSlots(w.element, c.elementSlots);
        }
        if (w.ok != nullptr) *w.ok = 0;
        w.goroutine->wakeOk = false;
        w.goroutine->wakeEvent.kind = EventKind::ChanRecvClosed;
        w.goroutine->wakeEvent.object = c.number;
        rt.scheduler.ready(*w.goroutine);
    }
    while (!c.sendq.empty()) {
        const Waiter& w = takeOff(rt, c.sendq.first);
        w.goroutine->wakePanic = "send on closed channel";
        rt.scheduler.ready(*w.goroutine);
    }
    checkChannel(c);
    return {};
}

}  // namespace sluice
