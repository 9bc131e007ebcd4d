#pragma once
// Channels, as runtime/chan.go makes them.
//
// Invariants (of every channel c, whenever no operation is under way):
// - c.sendq and c.recvq are not both non-empty, except that one goroutine's select may stand in both.
// - Buffered: count > 0 implies that recvq is empty; count < capacity implies that sendq is empty.
// - Unbuffered: count is 0. Closed: both queues are empty.
// - Values leave in the order in which they (or their blocked senders) came: FIFO. Order of a send: nil?
//   closed? waiting receiver (direct hand-off)? room in the buffer? else block. Order of a receive: nil?
//   closed and empty? waiting sender (direct, or head of the buffer and the sender's value moves up)? buffer?
//   else block.

#include "sync/runtime.h"

namespace sluice {

/// The payload of a channel object. 8 slots; layout kLayoutChannel: the first two are pointers.
struct ChannelHeader {
    Slot buffer;      ///< pointer to capacity elements, 0 when nothing is stored (unbuffered or zero-size
                      ///< elements)
    Slot notes;       ///< pointer to capacity slots {message number, value word << 32}, 0 when unbuffered
    uint32_t number;  ///< object number
    uint32_t capacity;
    uint32_t count;
    uint32_t first;  ///< index of the oldest element
    TypeId elementType;
    uint16_t elementSlots;
    bool closed;
    bool plainInteger;  ///< values are noted without a text
    WaitQueue recvq;
    WaitQueue sendq;
    uint32_t timer;  ///< number of the timer it belongs to (timer_channel.h), 0 = none
    bool isTimer;    ///< made for a timer: len and cap are 0
};
static_assert(sizeof(ChannelHeader) == 64);

/// make(chan T, capacity). `elementSlots` is the size of T's register image; `layout` the layout of that
/// image (one element of a buffer). Emits ChanMake. Writes the pointer slot to `out`. Panics as Go for bad
/// sizes; out of memory shows in heap.outOfMemory().
OpResult makeChannel(SyncRuntime& rt, TypeId elementType, uint32_t elementSlots, LayoutId layout,
                     int64_t capacity, uint32_t site, uint32_t nameText, Slot& out);

/// c <- *element. `element` points into the sender's registers and must stay valid while it is blocked.
OpResult channelSend(SyncRuntime& rt, Goroutine& g, Slot channel, Slot* element);
/// *element, *ok = <-c. Either may be null. Both point into the receiver's registers.
OpResult channelReceive(SyncRuntime& rt, Goroutine& g, Slot channel, Slot* element, Slot* ok);
/// select { case c <- v: default: }: `sent` tells which.
OpResult channelTrySend(SyncRuntime& rt, Goroutine& g, Slot channel, const Slot* element, bool& sent);
/// select { case v, ok = <-c: default: }: `received` tells which case was taken.
OpResult channelTryReceive(SyncRuntime& rt, Goroutine& g, Slot channel, Slot* element, Slot* ok,
                           bool& received);
/// close(c).
OpResult channelClose(SyncRuntime& rt, Goroutine& g, Slot channel);
/// len(c) and cap(c) as the program sees them: 0 for nil; timer channels look unbuffered.
uint64_t channelLength(SyncRuntime& rt, Slot channel);
uint64_t channelCapacity(SyncRuntime& rt, Slot channel);

/// A send by the world (a timer, a signal): never blocks, drops the value when there is no room; events
/// belong to goroutine 0. True if the value was taken. The channel must be open (false when closed or nil).
/// `value` is the value word to show, 0 for the element's own.
bool channelSendFromOutside(SyncRuntime& rt, Slot channel, const Slot* element, uint32_t value = 0);

/// The value words and message numbers in the buffer, oldest first: what the inspector shows.
struct BufferedNote {
    uint32_t message;
    uint32_t value;
};
void channelNotes(SyncRuntime& rt, Slot channel, std::vector<BufferedNote>& out);

inline ChannelHeader* channelAt(SyncRuntime& rt, Slot channel) {
    return reinterpret_cast<ChannelHeader*>(rt.heap.at(channel));
}

}  // namespace sluice
