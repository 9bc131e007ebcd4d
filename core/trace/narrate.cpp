#include "trace/narrate.h"

#include <algorithm>

#include "trace/arguments.h"

namespace sluice {

namespace {

void removeFrom(std::vector<uint32_t>& list, uint32_t value) {
    auto it = std::find(list.begin(), list.end(), value);
    if (it != list.end()) list.erase(it);
}

// Long outputs end the sentence early; the output panel has the whole text.
std::string shortened(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    size_t cut = text.find('\n');
    bool more = cut != std::string::npos;
    if (more) text.resize(cut);
    constexpr size_t kMaxShown = 80;
    if (text.size() > kMaxShown) {
        size_t end = kMaxShown;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) end--;
        text.resize(end);
        more = true;
    }
    return more ? text + "\xE2\x80\xA6" : text;
}

// A value in a sentence; zero-size values have no text worth saying.
std::string spokenValue(const Recorder& recorder, uint32_t word) {
    std::string text = recorder.valueText(word);
    return text.empty() || text == "{}" ? "a signal" : text;
}

std::string slots(uint32_t left, uint32_t capacity) {
    return "; " + std::to_string(left) + " of " + std::to_string(capacity) +
           (capacity == 1 ? " slot left" : " slots left");
}

std::string tokens(uint32_t count) { return std::to_string(count) + (count == 1 ? " token" : " tokens"); }

// What is in a token bucket, from thousandths, to one digit.
std::string level(uint32_t thousandths) {
    int32_t tenths = static_cast<int32_t>(thousandths) / 100;
    std::string text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text;
}

}  // namespace

Narrator::ChannelState& Narrator::channel(uint32_t object) {
    if (channels_.size() <= object) channels_.resize(object + 1);
    return channels_[object];
}

void Narrator::leaveQueues(uint32_t goroutine) {
    if (goroutine >= standsAt_.size()) return;
    for (uint32_t object : standsAt_[goroutine]) {
        removeFrom(channel(object).senders, goroutine);
        removeFrom(channel(object).receivers, goroutine);
    }
    standsAt_[goroutine].clear();
}

void Narrator::update(const Event& event) {
    uint32_t g = event.goroutine;
    auto standAt = [&](uint32_t object, bool send) {
        ChannelState& c = channel(object);
        (send ? c.senders : c.receivers).push_back(g);
        if (standsAt_.size() <= g) standsAt_.resize(g + 1);
        standsAt_[g].push_back(object);
    };
    switch (event.what()) {
        case EventKind::ChanMake: channel(event.object).capacity = event.a; break;
        case EventKind::ChanSendBuffer:
        case EventKind::ChanRefill: channel(event.object).count++; break;
        case EventKind::ChanRecvBuffer: {
            ChannelState& c = channel(event.object);
            if (c.count > 0) c.count--;
            break;
        }
        case EventKind::ChanSendBlock: standAt(event.object, true); break;
        case EventKind::ChanRecvBlock: standAt(event.object, false); break;
        case EventKind::SelectEnter: selectCases_.clear(); break;
        case EventKind::SelectCase:
            if (event.object != 0) selectCases_.push_back({event.object, event.b == 1});
            break;
        case EventKind::SelectBlock:
            for (const SelectCaseState& c : selectCases_) standAt(c.object, c.isSend);
            break;
        case EventKind::GoUnblock: leaveQueues(event.a); break;
        default: break;
    }
}

std::string Narrator::ending(const Event& event) {
    const ChannelState& c = channel(event.object);
    switch (event.what()) {
        case EventKind::ChanMake:
            return event.a == 0 ? ", unbuffered" : " with room for " + std::to_string(event.a);
        case EventKind::ChanSendBuffer:
        case EventKind::ChanRecvBuffer:
        case EventKind::ChanRefill:
            return c.capacity == 0 ? std::string()
                                   : slots(c.capacity - std::min(c.count, c.capacity), c.capacity);
        case EventKind::ChanSendBlock:
            return c.capacity == 0 ? "; nobody is receiving" : "; all slots are full";
        case EventKind::ChanRecvBlock: return c.capacity == 0 ? "; nobody is sending" : "; it is empty";
        case EventKind::ChanClose:
            return event.a == 0   ? std::string()
                   : event.a == 1 ? "; one goroutine wakes up"
                                  : "; " + std::to_string(event.a) + " goroutines wake up";
        case EventKind::MutexBlock:
            return event.a == 0 ? std::string() : ", held by " + recorder_.goroutineName(event.a);
        case EventKind::MutexTryFail: return std::string();
        case EventKind::Leak:
            return event.object == 0 ? std::string() : " at " + recorder_.objectName(event.object);
        default: return {};
    }
}

std::string Narrator::special(const Event& event) {
    std::string g = recorder_.goroutineName(event.goroutine);
    std::string o = recorder_.objectName(event.object);
    switch (event.what()) {
        case EventKind::ChanSendDirect: {
            const auto& waiting = channel(event.object).receivers;
            std::string who =
                waiting.empty() ? "a waiting receiver" : recorder_.goroutineName(waiting.front());
            std::string value = spokenValue(recorder_, event.a);
            if (event.goroutine == 0) return value + " arrives in " + o + " for " + who;
            return g + " hands " + value + " over " + o + " to " + who;
        }
        case EventKind::ChanRecvDirect: {
            const auto& waiting = channel(event.object).senders;
            std::string who = waiting.empty() ? "a waiting sender" : recorder_.goroutineName(waiting.front());
            return g + " receives " + spokenValue(recorder_, event.a) + " from " + o + "; " + who +
                   " had been waiting to send it";
        }
        case EventKind::ChanSendBuffer:
            if (event.goroutine == 0) return spokenValue(recorder_, event.a) + " arrives in " + o;
            return {};
        case EventKind::GoCreate:
            if (event.goroutine == 0) return recorder_.goroutineName(event.a) + " starts";
            return g + " starts " + recorder_.goroutineName(event.a);
        case EventKind::GoUnblock:
            if (event.goroutine == 0) return recorder_.goroutineName(event.a) + " wakes up";
            return {};
        case EventKind::WaitGroupAdd: {
            int32_t delta = static_cast<int32_t>(event.a);
            if (delta >= 0) return {};
            return g + " takes " + std::to_string(-static_cast<int64_t>(delta)) + " off " + o + ": " +
                   std::to_string(event.b) + " to go";
        }
        case EventKind::MutexUnlock:
        case EventKind::CondSignal:
            if (event.a != 0) return {};
            return event.what() == EventKind::MutexUnlock ? g + " unlocks " + o
                                                          : g + " signals " + o + "; nobody is waiting";
        case EventKind::ContextMake:
            if (event.a != 0) return {};
            return o + " has no parent context";
        case EventKind::OnceDo:
            return event.a != 0 ? g + " is the first at " + o + " and does its work"
                                : g + " goes through " + o + "; it has been done";
        case EventKind::LimiterSet: {
            if (event.a == 0) return o + " lets everything through";
            std::string every = event.a >= INT32_MAX ? "no new tokens" :
                "a token every " + virtualTimeText(int64_t{event.a} * 1000);
            return o + " gets " + every + " and holds at most " + std::to_string(event.b);
        }
        case EventKind::LimiterTake: {
            std::string text = g + " takes " + tokens(event.a) + " out of " + o;
            if (static_cast<int32_t>(event.b) < 0) return text + ", which owes it and makes it wait";
            return text + "; " + level(event.b) + " left";
        }
        case EventKind::LimiterRefuse:
            return o + " refuses " + g + " " + tokens(event.a) + "; it has " + level(event.b);
        case EventKind::HttpResponse:
            if (event.a != 0) return {};
            return g + " gets no answer";
        case EventKind::RunEnd: {
            std::string text(recorder_.textOf(event.b));
            return text.empty() ? "the run ends: " + std::string(outcomeWord(event.a))
                                : "the run ends: " + text;
        }
        default: return {};
    }
}

std::string Narrator::tell(const Event& event) {
    std::string out = special(event);
    update(event);
    const EventInfo& info = eventInfo(event.what());
    if (out.empty()) {
        std::string_view s = info.sentence;
        if (s.empty()) return "something unknown happens";
        for (size_t i = 0; i < s.size(); i++) {
            if (s[i] != '{' || i + 2 >= s.size() || s[i + 2] != '}') {
                out += s[i];
                continue;
            }
            char what = s[i + 1];
            i += 2;
            if (what == 'g') {
                out += recorder_.goroutineName(event.goroutine);
            } else if (what == 'o') {
                out += event.object == 0 ? std::string("a nil channel") : recorder_.objectName(event.object);
            } else {
                ArgumentKind kind = what == 'a' ? info.aKind : info.bKind;
                uint32_t word = what == 'a' ? event.a : event.b;
                if (kind == ArgumentKind::Value && event.what() != EventKind::Watch)
                    out += spokenValue(recorder_, word);
                else if (kind == ArgumentKind::Text)
                    out += shortened(argumentText(kind, word, event, recorder_));
                else
                    out += argumentText(kind, word, event, recorder_);
            }
        }
    }
    return out + ending(event);
}

}  // namespace sluice
