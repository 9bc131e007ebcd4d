#include "sync/timer_channel.h"

#include "sync/channel_internal.h"
#include "trace/arguments.h"

namespace sluice {

namespace {

// Slots of the largest image a timer sends: time.Time has three words in Go, and room to spare.
constexpr uint32_t kMaxTimeSlots = 8;

int64_t after(int64_t now, int64_t ns) {
    if (ns <= 0) return now;
    return now > INT64_MAX - ns ? INT64_MAX : now + ns;
}

}  // namespace

TimerChannels::TimerChannels(SyncRuntime& rt, TimerHooks& hooks) : rt_(rt), hooks_(hooks) {
    rt_.timers = this;
}

TimerChannels::~TimerChannels() { rt_.timers = nullptr; }

void TimerChannels::arm(GoTimer timer, int64_t when) {
    Entry& e = entries_[timer];
    SLUICE_ASSERT(e.id == 0);
    e.when = when;
    e.dormant = false;
    bool weak = e.channel != 0 && channelAt(rt_, e.channel)->recvq.empty();
    e.id = rt_.scheduler.startTimer(when, *this, timer, weak);
}

// A timer has no variable of its own in the program's memory that could name it: it is called for its
// duration.
void TimerChannels::note(Entry& e, std::string_view type, int64_t ns, uint32_t nameText) {
    Recorder& recorder = rt_.recorder;
    if (!recorder.enabled()) {
        e.object = recorder.noteObject(type, 0);
        return;
    }
    std::string name = nameText != 0 ? std::string(recorder.textOf(nameText))
                                     : std::string(type) + "(" + virtualTimeText(ns) + ")";
    e.object = recorder.noteObject(type, recorder.text(name));
    if (e.channel == 0) return;
    uint32_t channel = channelAt(rt_, e.channel)->number;
    uint32_t channelName = recorder.text(name + ".C");
    recorder.renameObject(channel, channelName);
    recorder.emit(EventKind::ObjectLink, channel, e.object, channelName);
}

void TimerChannels::noteStart(const Entry& e, int64_t when) {
    uint64_t bits = static_cast<uint64_t>(when);
    rt_.recorder.emit(EventKind::TimerStart, e.object, static_cast<uint32_t>(bits),
                      static_cast<uint32_t>(bits >> 32));
}

GoTimer TimerChannels::newChannelTimer(Slot channel, int64_t ns, int64_t periodNs, uint32_t nameText) {
    ChannelHeader& c = *channelAt(rt_, channel);
    SLUICE_ASSERT(c.capacity == 1 && c.timer == 0 && c.count == 0);
    GoTimer timer = static_cast<GoTimer>(entries_.size());
    Entry e;
    e.channel = channel;
    e.periodNs = periodNs;
    note(e, periodNs > 0 ? "ticker" : "timer", ns, nameText);
    entries_.push_back(e);
    c.timer = timer;
    c.isTimer = true;
    int64_t when = after(rt_.scheduler.now(), ns);
    noteStart(e, when);
    arm(timer, when);
    return timer;
}

GoTimer TimerChannels::newFuncTimer(Slot closure, int64_t ns, uint32_t nameText) {
    GoTimer timer = static_cast<GoTimer>(entries_.size());
    Entry e;
    e.closure = closure;
    note(e, "timer", ns, nameText);
    entries_.push_back(e);
    int64_t when = after(rt_.scheduler.now(), ns);
    noteStart(e, when);
    arm(timer, when);
    return timer;
}

bool TimerChannels::disarm(Entry& e) {
    bool pending = e.id != 0 || e.dormant;
    if (e.id != 0) rt_.scheduler.stopTimer(e.id);
    e.id = 0;
    e.dormant = false;
    e.closure = 0;
    if (e.channel == 0) return pending;
    // Nobody may receive what was sent before (timerchandrain).
    ChannelHeader& c = *channelAt(rt_, e.channel);
    while (c.count > 0) {
        popBuffer(rt_, c, nullptr);
        pending = true;
    }
    return pending;
}

bool TimerChannels::stop(GoTimer timer) {
    SLUICE_ASSERT(timer != 0 && timer < entries_.size());
    Entry& e = entries_[timer];
    bool pending = disarm(e);
    rt_.recorder.emit(EventKind::TimerStop, e.object, pending ? 1 : 0);
    return pending;
}

bool TimerChannels::reset(GoTimer timer, int64_t ns, int64_t periodNs, Slot closure) {
    SLUICE_ASSERT(timer != 0 && timer < entries_.size());
    Entry& e = entries_[timer];
    bool pending = disarm(e);
    e.periodNs = periodNs;
    e.closure = closure;
    int64_t when = after(rt_.scheduler.now(), ns);
    noteStart(e, when);
    arm(timer, when);
    return pending;
}

void TimerChannels::waitersChanged(GoTimer timer, bool waiting) {
    Entry& e = entries_[timer];
    if (e.id != 0) rt_.scheduler.setTimerWeak(e.id, !waiting);
}

void TimerChannels::taken(GoTimer timer) {
    Entry& e = entries_[timer];
    if (!e.dormant) return;
    // Keeps the rhythm: the next tick is the first multiple of the period after now (time.go, unlockAndRun).
    int64_t now = rt_.scheduler.now();
    int64_t when = e.when;
    if (when <= now) when += e.periodNs * (1 + (now - when) / e.periodNs);
    arm(timer, when);
}

void TimerChannels::fire(Scheduler& scheduler, TimerId, int64_t when, uint64_t data) {
    GoTimer timer = static_cast<GoTimer>(data);
    Entry& e = entries_[timer];
    e.id = 0;
    rt_.recorder.emitAs(0, 0, EventKind::TimerFire, e.object);
    if (e.channel == 0) {
        Slot closure = e.closure;
        e.closure = 0;
        hooks_.startFunction(closure);
        return;
    }
    ChannelHeader& c = *channelAt(rt_, e.channel);
    Slot image[kMaxTimeSlots] = {};
    SLUICE_ASSERT(c.elementSlots <= kMaxTimeSlots);
    hooks_.timeImage(when, image);
    // The program sees a time.Time; a viewer wants to read when it was.
    uint32_t shown = rt_.recorder.enabled() ? rt_.recorder.text(virtualTimeText(when)) : 0;
    channelSendFromOutside(rt_, e.channel, image, shown);
    if (e.periodNs <= 0) return;
    int64_t now = scheduler.now();
    int64_t next = after(when, e.periodNs);
    if (next <= now) next += e.periodNs * (1 + (now - next) / e.periodNs);
    if (channelAt(rt_, e.channel)->count > 0) {
        entries_[timer].when = next;
        entries_[timer].dormant = true;
    } else {
        arm(timer, next);
    }
}

void TimerChannels::markRoots(Collector& collector) {
    // A stopped timer's channel is kept by the program's Timer, if it is still of interest.
    for (const Entry& e : entries_) {
        if (e.id == 0 && !e.dormant) continue;
        if (e.channel != 0) collector.markPointer(e.channel);
        if (e.closure != 0) collector.markPointer(e.closure);
    }
}

}  // namespace sluice
