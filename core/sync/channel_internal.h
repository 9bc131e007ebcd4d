#pragma once
// What channel operations, select and timers share. Not for other rooms.

#include "heap/copy_slots.h"
#include "sync/channel.h"
#include "sync/timer_channel.h"

namespace sluice {

/// Copies one element's image.
inline void copyElement(const ChannelHeader& c, Slot* to, const Slot* from) {
    copySlots(to, from, c.elementSlots);
}

/// The value word for an element.
inline uint32_t elementValue(SyncRuntime& rt, const ChannelHeader& c, const Slot* element) {
    if (!rt.recorder.enabled() || c.elementSlots == 0) return 0;
    if (c.plainInteger) return rt.recorder.integerValue(static_cast<int64_t>(*element));
    return rt.recorder.value(element, c.elementType);
}

inline BufferedNote noteAt(SyncRuntime& rt, const ChannelHeader& c, uint32_t index) {
    Slot note = rt.heap.slotAt(c.notes)[index];
    return {static_cast<uint32_t>(note), static_cast<uint32_t>(note >> 32)};
}

/// Puts an element at the end of the buffer; there must be room.
void pushBuffer(SyncRuntime& rt, ChannelHeader& c, const Slot* element, BufferedNote note);
/// Takes the oldest element out of the buffer; there must be one. `element` may be null.
BufferedNote popBuffer(SyncRuntime& rt, ChannelHeader& c, Slot* element);

/// Queues `g` at a channel. The entry is linked in front of g.firstWaiter's siblings.
WaiterId queueAt(SyncRuntime& rt, Goroutine& g, Slot channel, bool isSend);

/// Takes the goroutine of entry `id` off all queues it stands in and frees its entries; for a select writes
/// which case it was. Returns the entry, which may be read until the next one is queued. Does not make it
/// ready.
const Waiter& takeOff(SyncRuntime& rt, WaiterId id);

/// True if the operation could go on now.
inline bool canSend(const ChannelHeader& c) { return c.closed || !c.recvq.empty() || c.count < c.capacity; }
inline bool canReceive(const ChannelHeader& c) { return c.count > 0 || !c.sendq.empty() || c.closed; }

/// Carries out a send or receive that canSend / canReceive allow. `value` is the value word to show, 0 for
/// the element's own.
OpResult sendNow(SyncRuntime& rt, ChannelHeader& c, const Slot* element, uint32_t value = 0);
OpResult receiveNow(SyncRuntime& rt, ChannelHeader& c, Slot* element, Slot* ok);

/// Asserts the invariants at the top of channel.h.
inline void checkChannel(const ChannelHeader& c) {
    SLUICE_ASSERT(c.count <= c.capacity);
    SLUICE_ASSERT(c.count == 0 || c.recvq.empty());
    SLUICE_ASSERT(c.count == c.capacity || c.sendq.empty());
    SLUICE_ASSERT(!c.closed || (c.sendq.empty() && c.recvq.empty()));
}

}  // namespace sluice
