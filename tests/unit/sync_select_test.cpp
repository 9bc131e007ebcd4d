// Every branch of select.
#include <doctest/doctest.h>

#include "sync_script.h"

using namespace sluice;
using namespace sluice::test;

TEST_CASE("a ready case is taken at once") {
    SyncRun r;
    Slot a = r.chan(1);
    Slot b = r.chan(1);
    r.run({r.send(b, 5), r.select({SyncRun::receiveFrom(a), SyncRun::receiveFrom(b)}), r.show("case", 3),
           r.show("v", 5), r.show("ok", 2)});
    CHECK(r.log == "case=1 v=5 ok=1 ");
    CHECK(r.words({EventKind::SelectEnter, EventKind::SelectCase, EventKind::SelectTake,
                   EventKind::ChanRecvBuffer}) ==
          "g1:select-enter g1:select-case g1:select-case g1:select-take g1:chan-recv-buffer");
}

TEST_CASE("default is taken when nothing is ready, nil channels never are") {
    SyncRun r;
    Slot a = r.chan(0);
    r.run({r.select({SyncRun::receiveFrom(a), SyncRun::sendTo(0)}, true), r.show("case", 3)});
    CHECK(r.log == "case=-1 ");
    CHECK(r.words({EventKind::SelectDefault}) == "g1:select-default");
}

TEST_CASE("a single case with default is a non-blocking operation") {
    SyncRun r;
    Slot a = r.chan(1);
    r.run({r.select({SyncRun::receiveFrom(a)}, true), r.show("c", 3), r.select({SyncRun::sendTo(a)}, true),
           r.show("c", 3), r.select({SyncRun::sendTo(a)}, true), r.show("c", 3),
           r.select({SyncRun::receiveFrom(a)}, true), r.show("c", 3)});
    CHECK(r.log == "c=-1 c=0 c=-1 c=0 ");
    CHECK(r.words({EventKind::ChanRecvEmpty, EventKind::ChanSendBuffer, EventKind::ChanSendFull,
                   EventKind::ChanRecvBuffer, EventKind::SelectEnter}) ==
          "g1:chan-recv-empty g1:chan-send-buffer g1:chan-send-full g1:chan-recv-buffer");
}

TEST_CASE("a blocked select is woken by one case and leaves all queues") {
    SyncRun r;
    Slot a = r.chan(0);
    Slot b = r.chan(0);
    r.run({r.go("s",
                {r.select({SyncRun::receiveFrom(a), SyncRun::sendTo(b)}), r.show("case", 3), r.show("v", 4)}),
           r.sleep(kMs), r.send(a, 9), r.sleep(kMs), r.select({SyncRun::receiveFrom(b)}, true),
           r.show("b", 3)});
    CHECK(r.log == "case=0 v=9 b=-1 ");
    CHECK(r.rt.waiters.inUse() == 0);
    CHECK(r.words({EventKind::SelectBlock, EventKind::SelectWake, EventKind::ChanRecvWake}) ==
          "g2:select-block g2:select-wake g2:chan-recv-wake");
}

TEST_CASE("a blocked select's send case delivers its value") {
    SyncRun r;
    Slot a = r.chan(0);
    Slot b = r.chan(0);
    r.run({r.go("s", {r.select({SyncRun::receiveFrom(a), SyncRun::sendTo(b)}), r.show("case", 3)}),
           r.sleep(kMs), r.receive(b), r.show("v"), r.sleep(kMs)});
    CHECK(r.log == "v=101 case=1 ");
}

TEST_CASE("two selects on the same channels meet") {
    SyncRun r;
    Slot a = r.chan(0);
    Slot b = r.chan(0);
    r.run({r.go("x", {r.select({SyncRun::sendTo(a), SyncRun::sendTo(b)}), r.note("x")}), r.sleep(kMs),
           r.select({SyncRun::receiveFrom(b), SyncRun::receiveFrom(a)}), r.note("main"), r.sleep(kMs)});
    CHECK(r.log == "main@1000000 x@1000000 ");
    CHECK(r.rt.waiters.inUse() == 0);
}

TEST_CASE("one select may stand at both ends of a channel without meeting itself") {
    SyncRun r;
    Slot a = r.chan(0);
    CHECK(r.run({r.select({SyncRun::sendTo(a), SyncRun::receiveFrom(a)})}) == Outcome::Deadlock);
    CHECK(waitReasonText(r.goroutines[0]->reason) == "select");
}

TEST_CASE("closing a channel wakes its selects: receivers go on, senders panic") {
    SyncRun r;
    Slot a = r.chan(0);
    Slot b = r.chan(0);
    r.run({r.go("rx", {r.select({SyncRun::receiveFrom(a), SyncRun::receiveFrom(b)}), r.show("case", 3),
                       r.show("ok", 2)}),
           r.go("tx", {r.select({SyncRun::sendTo(b), SyncRun::sendTo(b)}), r.note("no")}), r.sleep(kMs),
           r.close(a), r.close(b), r.sleep(kMs)});
    // tx meets rx at b in the first place.
    CHECK(r.log.find("case=1") != std::string::npos);
    SyncRun s;
    Slot c = s.chan(0);
    Slot d = s.chan(0);
    s.run({s.go("rx", {s.select({SyncRun::receiveFrom(c), SyncRun::receiveFrom(d)}), s.show("case", 3),
                       s.show("ok", 2)}),
           s.sleep(1), s.close(d), s.go("tx", {s.select({SyncRun::sendTo(c), SyncRun::sendTo(0)})}),
           s.sleep(1), s.close(c), s.sleep(1)});
    CHECK(s.log == "case=1 ok=0 ");
    CHECK(s.goroutines[2]->panic == "send on closed channel");
}

TEST_CASE("a ready send case on a closed channel panics") {
    SyncRun r;
    Slot a = r.chan(0);
    Slot b = r.chan(0);
    r.run({r.close(a), r.select({SyncRun::sendTo(a), SyncRun::receiveFrom(b)})});
    CHECK(r.ending == "send on closed channel");
}

TEST_CASE("select without cases and with nil channels only blocks for ever") {
    SyncRun r;
    CHECK(r.run({r.go("n", {r.select({SyncRun::receiveFrom(0), SyncRun::sendTo(0)})}), r.select({})}) ==
          Outcome::Deadlock);
    CHECK(waitReasonText(r.goroutines[0]->reason) == "select (no cases)");
    CHECK(waitReasonText(r.goroutines[1]->reason) == "select");
}

TEST_CASE("among ready cases every one is taken sometimes, about equally often") {
    SyncRun r;
    Slot a = r.chan(300);
    Slot b = r.chan(300);
    Slot c = r.chan(300);
    Script main;
    for (int i = 0; i < 300; i++) {
        for (Slot ch : {a, b, c}) main.push_back(r.send(ch, 1));
    }
    for (int i = 0; i < 300; i++) {
        main.push_back(r.select({SyncRun::receiveFrom(a), SyncRun::receiveFrom(b), SyncRun::receiveFrom(c)}));
    }
    r.run(main);
    for (Slot ch : {a, b, c}) {
        CHECK(channelLength(r.rt, ch) > 160);
        CHECK(channelLength(r.rt, ch) < 240);
    }
}
