// Timers with Go 1.23's rules, and leaks.
#include <doctest/doctest.h>

#include <algorithm>

#include "sync_script.h"

using namespace sluice;
using namespace sluice::test;

namespace {

struct TimerRun : SyncRun {
    GoTimer timer = 0;
    using SyncRun::SyncRun;

    Step newTimer(Slot c, int64_t ns, int64_t period = 0) {
        return op([this, c, ns, period](ScriptGoroutine&) {
            timer = timerChannels.newChannelTimer(c, ns, period, 0);
            return OpResult{};
        });
    }
    Step stop() {
        return op([this](ScriptGoroutine& g) {
            g.slots[1] = timerChannels.stop(timer);
            return OpResult{};
        });
    }
    Step reset(int64_t ns, int64_t period = 0) {
        return op([this, ns, period](ScriptGoroutine& g) {
            g.slots[1] = timerChannels.reset(timer, ns, period, 1);
            return OpResult{};
        });
    }
    Step func(int64_t ns) {
        return op([this, ns](ScriptGoroutine&) {
            timer = timerChannels.newFuncTimer(0, ns, 0);
            return OpResult{};
        });
    }
};

}  // namespace

TEST_CASE("a timer sends the time at which it was due") {
    TimerRun r;
    Slot c = r.chan(1);
    r.run({r.newTimer(c, kSecond), r.receive(c), r.show("t"), r.note("now")});
    CHECK(r.log == "t=1000000000 now@1000000000 ");
    CHECK(channelLength(r.rt, c) == 0);
    CHECK(channelCapacity(r.rt, c) == 0);
}

TEST_CASE("after Stop or Reset no stale value can be received") {
    TimerRun r;
    Slot c = r.chan(1);
    r.run({r.newTimer(c, 10), r.sleep(20), r.stop(), r.show("was"), r.select({SyncRun::receiveFrom(c)}, true),
           r.show("case", 3), r.stop(), r.show("was"), r.reset(10), r.show("was"), r.sleep(20), r.reset(kMs),
           r.show("was"), r.receive(c), r.show("t")});
    CHECK(r.log == "was=1 case=-1 was=0 was=0 was=1 t=1000040 ");
}

TEST_CASE("a timer nobody waits for does not hide a deadlock") {
    TimerRun r;
    Slot c = r.chan(1);
    Slot d = r.chan(0);
    CHECK(r.run({r.newTimer(c, kSecond), r.receive(d)}) == Outcome::Deadlock);
    CHECK(r.scheduler.now() == 0);
    TimerRun s;
    Slot e = s.chan(1);
    Slot f = s.chan(0);
    CHECK(s.run({s.newTimer(e, kSecond), s.select({SyncRun::receiveFrom(f), SyncRun::receiveFrom(e)}),
                 s.show("case", 3)}) == Outcome::MainReturned);
    CHECK(s.log == "case=1 ");
}

TEST_CASE("a ticker drops ticks nobody fetches and keeps its rhythm") {
    TimerRun r;
    Slot c = r.chan(1);
    r.run({r.newTimer(c, 10, 10), r.receive(c), r.show("a"), r.sleep(35), r.receive(c), r.show("b"),
           r.note("at"), r.receive(c), r.show("c"), r.receive(c), r.show("d"), r.stop(), r.sleep(100),
           r.select({SyncRun::receiveFrom(c)}, true), r.show("case", 3)});
    CHECK(r.log == "a=10 b=20 at@45 c=50 d=60 case=-1 ");
    // Dormant in between: one event per tick that was fetched.
    CHECK(r.words({EventKind::TimerFire}) == "g0:timer-fire g0:timer-fire g0:timer-fire g0:timer-fire");
}

TEST_CASE("AfterFunc runs in a goroutine of its own unless stopped") {
    TimerRun r;
    r.afterFunc = {r.note("func")};
    r.run({r.func(10), r.sleep(20), r.stop(), r.show("was"), r.reset(10), r.sleep(20), r.func(10), r.stop(),
           r.show("was"), r.sleep(20)});
    CHECK(r.log == "func@10 was=0 func@30 was=1 ");
}

TEST_CASE("leaks: blocked for ever is what nobody who can still run reaches") {
    // Channel x is known to the sleeper, channel y only to goroutines that wait at it.
    struct Probe final : LeakProbe {
        std::vector<Slot> marked;
        Slot known = 0;
        void begin(bool) override { marked.clear(); }
        void markGoroutine(Goroutine& g) override {
            if (g.reason == WaitReason::Sleep) marked.push_back(known);
        }
        bool reached(Slot pointer) override {
            return std::find(marked.begin(), marked.end(), pointer) != marked.end();
        }
        void end() override {}
    } probe;
    SyncRun r;
    Slot x = r.chan(0);
    Slot y = r.chan(0);
    probe.known = x;
    r.run({r.go("a", {r.receive(x)}), r.go("b", {r.receive(y)}), r.go("s", {r.sleep(kSecond)}),
           r.go("c", {r.select({SyncRun::receiveFrom(y), SyncRun::receiveFrom(x)})}),
           r.go("n", {r.receive(0)}), r.sleep(1)});
    std::vector<Goroutine*> leaks = findLeaks(r.rt, probe);
    REQUIRE(leaks.size() == 2);
    CHECK(leaks[0]->number == 3);
    CHECK(leaks[1]->number == 6);
    noteLeaks(r.rt, probe);
    CHECK(r.words({EventKind::Leak}) == "g3:leak g6:leak");
}
