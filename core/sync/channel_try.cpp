// Non-blocking operations, sends from outside, and what can be asked about a channel.
#include "sync/channel_internal.h"

namespace sluice {

OpResult channelTrySend(SyncRuntime& rt, Goroutine&, Slot channel, const Slot* element, bool& sent) {
    sent = false;
    if (channel == 0) {
        rt.recorder.emit(EventKind::ChanSendFull);
        return {};
    }
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (!canSend(c)) {
        rt.recorder.emit(EventKind::ChanSendFull, c.number, elementValue(rt, c, element));
        return {};
    }
    sent = true;
    return sendNow(rt, c, element);
}

OpResult channelTryReceive(SyncRuntime& rt, Goroutine&, Slot channel, Slot* element, Slot* ok,
                           bool& received) {
    received = false;
    if (channel == 0) {
        rt.recorder.emit(EventKind::ChanRecvEmpty);
        return {};
    }
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (!canReceive(c)) {
        rt.recorder.emit(EventKind::ChanRecvEmpty, c.number);
        return {};
    }
    received = true;
    return receiveNow(rt, c, element, ok);
}

bool channelSendFromOutside(SyncRuntime& rt, Slot channel, const Slot* element, uint32_t value) {
    if (channel == 0) return false;
    ChannelHeader& c = *channelAt(rt, channel);
    checkChannel(c);
    if (c.closed || !canSend(c)) return false;
    Moment before = rt.recorder.here();
    Moment& here = rt.recorder.here();
    here.goroutine = 0;
    here.pos = 0;
    here.processor = kNoProcessor;
    sendNow(rt, c, element, value);
    here = before;
    return true;
}

uint64_t channelLength(SyncRuntime& rt, Slot channel) {
    if (channel == 0) return 0;
    const ChannelHeader& c = *channelAt(rt, channel);
    return c.isTimer ? 0 : c.count;
}

uint64_t channelCapacity(SyncRuntime& rt, Slot channel) {
    if (channel == 0) return 0;
    const ChannelHeader& c = *channelAt(rt, channel);
    return c.isTimer ? 0 : c.capacity;
}

void channelNotes(SyncRuntime& rt, Slot channel, std::vector<BufferedNote>& out) {
    out.clear();
    if (channel == 0) return;
    const ChannelHeader& c = *channelAt(rt, channel);
    for (uint32_t i = 0; i < c.count; i++) {
        uint32_t index = c.first + i;
        out.push_back(noteAt(rt, c, index >= c.capacity ? index - c.capacity : index));
    }
}

}  // namespace sluice
