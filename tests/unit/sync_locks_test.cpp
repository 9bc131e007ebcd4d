// Mutex, RWMutex, WaitGroup, Cond, Once and the plain semaphore.
#include <doctest/doctest.h>

#include "sync_script.h"

using namespace sluice;
using namespace sluice::test;

TEST_CASE("a mutex keeps others out until it is unlocked") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    r.run({r.lock(m), r.go("a", {r.lock(m), r.note("a"), r.unlock(m)}), r.sleep(kMs), r.note("main"),
           r.unlock(m), r.sleep(kMs)});
    CHECK(r.log == "main@1000000 a@1000000 ");
    CHECK(r.words({EventKind::MutexLock, EventKind::MutexBlock, EventKind::MutexUnlock}) ==
          "g1:mutex-lock g2:mutex-block g1:mutex-unlock g2:mutex-lock g2:mutex-unlock");
    CHECK(r.rt.table.size() == 0);
}

TEST_CASE("in normal mode a running goroutine may take the mutex before the woken one") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    r.run({r.lock(m), r.go("a", {r.lock(m), r.note("a"), r.unlock(m)}), r.sleep(1'000), r.unlock(m),
           r.lock(m), r.note("again"), r.unlock(m), r.sleep(kMs)});
    CHECK(r.log == "again@1000 a@1000 ");
    // a was woken, main had unlocked again before a ran.
    CHECK(r.words({EventKind::MutexBlock}) == "g2:mutex-block");
}

TEST_CASE("a waiter that loses for a millisecond starves and is handed the mutex") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    Script main{r.lock(m), r.go("a", {r.lock(m), r.note("a"), r.unlock(m)})};
    for (int i = 0; i < 4; i++) {
        main.push_back(r.sleep(700'000));
        main.push_back(r.unlock(m));
        main.push_back(r.lock(m));
    }
    main.push_back(r.note("main"));
    main.push_back(r.unlock(m));
    main.push_back(r.sleep(kMs));
    r.run(main);
    // After the second loss it has waited 1.4 ms; the third unlock hands over.
    CHECK(r.log == "a@2100000 main@2800000 ");
}

TEST_CASE("waiters get the mutex in the order in which they came") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    Script main{r.lock(m)};
    for (int i = 0; i < 5; i++) {
        main.push_back(r.go("w", {r.lock(m), r.note("w" + std::to_string(i)), r.sleep(1), r.unlock(m)}));
        main.push_back(r.sleep(1));
    }
    main.push_back(r.unlock(m));
    main.push_back(r.sleep(kMs));
    r.run(main);
    std::string order;
    for (char c : r.log) {
        if (c >= '0' && c <= '4' && order.size() < 5 && r.log[r.log.find(c) - 1] == 'w') order += c;
    }
    CHECK(r.log.find("w0@") < r.log.find("w1@"));
    CHECK(r.log.find("w1@") < r.log.find("w2@"));
    CHECK(r.log.find("w3@") < r.log.find("w4@"));
}

TEST_CASE("unlocking an unlocked mutex is fatal, TryLock does not wait") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    auto tryLock = r.op([&](ScriptGoroutine& g) {
        bool locked = false;
        OpResult result = mutexTryLock(r.rt, g, m, locked);
        g.slots[1] = locked;
        return result;
    });
    r.run({tryLock, r.show("first"), tryLock, r.show("second"), r.unlock(m), r.unlock(m)});
    CHECK(r.log == "first=1 second=0 ");
    CHECK(r.ending == "sync: unlock of unlocked mutex");
}

TEST_CASE("a copied mutex is another object") {
    SyncRun r;
    Slot m = r.memory(kMutexSlots);
    Slot copy = r.memory(kMutexSlots);
    auto copyIt = r.op([&](ScriptGoroutine&) {
        r.heap.slotAt(copy)[0] = r.heap.slotAt(m)[0];
        r.heap.slotAt(copy)[1] = r.heap.slotAt(m)[1];
        return OpResult{};
    });
    r.run({r.lock(m), r.unlock(m), copyIt, r.lock(copy), r.unlock(copy), r.lock(m)});
    CHECK(r.recorder.objectCount() == 2);
}

TEST_CASE("readers share, a waiting writer keeps new readers out and goes before them") {
    SyncRun r;
    Slot m = r.memory(kRWMutexSlots);
    auto rlock = r.op([&](ScriptGoroutine& g) { return rwmutexRLock(r.rt, g, m); });
    auto runlock = r.op([&](ScriptGoroutine& g) { return rwmutexRUnlock(r.rt, g, m); });
    auto wlock = r.op([&](ScriptGoroutine& g) { return rwmutexLock(r.rt, g, m); });
    auto wunlock = r.op([&](ScriptGoroutine& g) { return rwmutexUnlock(r.rt, g, m); });
    r.run({r.go("r1", {rlock, r.note("r1"), r.sleep(10), runlock}),
           r.go("r2", {rlock, r.note("r2"), r.sleep(20), runlock}), r.sleep(5),
           r.go("w", {wlock, r.note("w"), r.sleep(10), wunlock}), r.sleep(1),
           r.go("w2", {wlock, r.note("w2"), wunlock}),
           r.go("r3", {rlock, r.note("r3"), r.sleep(10), runlock}), r.sleep(kMs)});
    CHECK(r.log == "r2@0 r1@0 w@20 r3@30 w2@40 ");
    CHECK(r.rt.table.size() == 0);
    CHECK(r.words({EventKind::RWBlock}) == "g4:rwmutex-block g5:rwmutex-block g5:rwmutex-block");
}

TEST_CASE("RWMutex misuse is fatal in Go's words, Try variants do not wait") {
    SyncRun r;
    Slot m = r.memory(kRWMutexSlots);
    bool ok = false;
    ScriptGoroutine& g = r.start("main", {});
    CHECK(rwmutexTryRLock(r.rt, g, m, ok).status == OpStatus::Done);
    CHECK(ok);
    rwmutexTryLock(r.rt, g, m, ok);
    CHECK_FALSE(ok);
    CHECK(rwmutexRUnlock(r.rt, g, m).status == OpStatus::Done);
    CHECK(rwmutexRUnlock(r.rt, g, m).text == std::string("sync: RUnlock of unlocked RWMutex"));
    CHECK(rwmutexUnlock(r.rt, g, m).text == std::string("sync: Unlock of unlocked RWMutex"));
    rwmutexTryLock(r.rt, g, m, ok);
    CHECK(ok);
    rwmutexTryRLock(r.rt, g, m, ok);
    CHECK_FALSE(ok);
    CHECK(rwmutexUnlock(r.rt, g, m).status == OpStatus::Done);
}

TEST_CASE("wait groups wait for zero, all waiters go on") {
    SyncRun r;
    Slot wg = r.memory(kWaitGroupSlots);
    r.run({r.add(wg, 2), r.go("w", {r.sleep(10), r.done(wg)}), r.go("w", {r.sleep(20), r.done(wg)}),
           r.go("other", {r.wait(wg), r.note("other")}), r.wait(wg), r.note("main"), r.sleep(1), r.wait(wg)});
    // main waited first; the one readied last runs first.
    CHECK(r.log == "other@20 main@20 ");
    CHECK(r.words({EventKind::WaitGroupAdd, EventKind::WaitGroupBlock, EventKind::WaitGroupDone,
                   EventKind::WaitGroupWait}) ==
          "g1:waitgroup-add g1:waitgroup-block g4:waitgroup-block g2:waitgroup-done g3:waitgroup-done "
          "g4:waitgroup-wait "
          "g1:waitgroup-wait g1:waitgroup-wait");
}

TEST_CASE("wait group misuse panics in Go's words") {
    SyncRun r;
    Slot wg = r.memory(kWaitGroupSlots);
    r.run({r.done(wg)});
    CHECK(r.ending == "sync: negative WaitGroup counter");
    SyncRun reuse;
    Slot w2 = reuse.memory(kWaitGroupSlots);
    reuse.run({reuse.add(w2, 1), reuse.go("a", {reuse.wait(w2)}), reuse.sleep(1), reuse.done(w2),
               reuse.add(w2, 1), reuse.sleep(1)});
    CHECK(reuse.ending == "sync: WaitGroup is reused before previous Wait has returned");
}

TEST_CASE("a forgotten Done is a deadlock with Go's reason") {
    SyncRun r;
    Slot wg = r.memory(kWaitGroupSlots);
    CHECK(r.run({r.add(wg, 1), r.wait(wg)}) == Outcome::Deadlock);
    CHECK(waitReasonText(r.goroutines[0]->reason) == "sync.WaitGroup.Wait");
}

TEST_CASE(
    "conditions: Signal wakes the first waiter, Broadcast all, and a ticket may be notified before it is "
    "parked") {
    SyncRun r;
    Slot c = r.memory(kCondSlots);
    auto add = r.op([&](ScriptGoroutine& g) {
        g.slots[1] = condAdd(r.rt, g, c);
        return OpResult{};
    });
    auto park = r.op([&](ScriptGoroutine& g) { return condPark(r.rt, g, c, g.slots[1]); });
    auto signal = r.op([&](ScriptGoroutine& g) { return condSignal(r.rt, g, c); });
    auto broadcast = r.op([&](ScriptGoroutine& g) { return condBroadcast(r.rt, g, c); });
    Script main;
    for (const char* name : {"a", "b", "c", "d"}) {
        main.push_back(r.go(name, {add, park, r.note(name)}));
        main.push_back(r.sleep(1));
    }
    for (Step s : {signal, r.sleep(1), signal, r.sleep(1), broadcast, r.sleep(1), signal, add, signal, park,
                   r.note("main")})
        main.push_back(s);
    r.run(main);
    CHECK(r.log == "a@4 b@5 d@6 c@6 main@7 ");
    CHECK(r.rt.table.size() == 0);
}

TEST_CASE("once: one runs, the others wait for it") {
    SyncRun r;
    Slot o = r.memory(kOnceSlots);
    auto enter = r.op([&](ScriptGoroutine& g) {
        bool run = false;
        OpResult result = onceEnter(r.rt, g, o, run);
        g.slots[1] = run;
        return result;
    });
    auto leave =
        r.op([&](ScriptGoroutine& g) { return g.slots[1] != 0 ? onceLeave(r.rt, g, o) : OpResult{}; });
    Script each{enter, r.show("run"), r.sleep(10), leave, r.note("x")};
    r.run({r.go("a", each), r.go("b", each), r.sleep(100)});
    CHECK(r.log == "run=1 x@10 run=0 x@20 ");
}

TEST_CASE("the plain semaphore counts and serves in order") {
    SyncRun r;
    Slot s = r.memory(1);
    auto acquire = r.op([&](ScriptGoroutine& g) { return semacquire(r.rt, g, s); });
    auto release = r.op([&](ScriptGoroutine& g) { return semrelease(r.rt, g, s, false); });
    r.run({release, acquire, r.note("main"), r.go("a", {acquire, r.note("a")}), r.sleep(1),
           r.go("b", {acquire, r.note("b")}), r.sleep(1), release, r.sleep(1), release, r.sleep(1)});
    CHECK(r.log == "main@0 a@2 b@3 ");
}

TEST_CASE("primitives that a program copies or overwrites while they are in use stop nobody but itself") {
    SyncRun r;
    Slot wg = r.memory(kWaitGroupSlots);
    Slot copy = r.memory(kRWMutexSlots);
    Slot m = r.memory(kMutexSlots);
    Slot rw = r.memory(kRWMutexSlots);
    Slot once = r.memory(kOnceSlots);
    auto copySlots = [&](Slot from, uint32_t slots) {
        return r.op([&r, from, copy, slots](ScriptGoroutine&) {
            for (uint32_t i = 0; i < slots; i++) r.heap.slotAt(copy)[i] = r.heap.slotAt(from)[i];
            return OpResult{};
        });
    };
    auto clear = [&](Slot at, uint32_t slots) {
        return r.op([&r, at, slots](ScriptGoroutine&) {
            for (uint32_t i = 0; i < slots; i++) r.heap.slotAt(at)[i] = 0;
            return OpResult{};
        });
    };
    auto rw1 = [&](OpResult (*f)(SyncRuntime&, Goroutine&, Slot), Slot at) {
        return r.op([&r, f, at](ScriptGoroutine& g) { return f(r.rt, g, at); });
    };
    auto enter = r.op([&](ScriptGoroutine& g) {
        bool run = false;
        OpResult result = onceEnter(r.rt, g, once, run);
        g.slots[1] = run;
        return result;
    });
    r.run({r.add(wg, 1), r.go("waiter", {r.wait(wg)}), r.sleep(1), copySlots(wg, 2), r.done(copy), r.done(wg),
           // An RWMutex with a writer and a waiting reader.
           rw1(rwmutexLock, rw), r.go("reader", {rw1(rwmutexRLock, rw), r.note("reader")}), r.sleep(1),
           copySlots(rw, kRWMutexSlots), rw1(rwmutexUnlock, copy), rw1(rwmutexUnlock, rw), r.sleep(1),
           // A mutex handed over to a starving waiter, but overwritten before it runs.
           r.lock(m), r.go("starving", {r.lock(m), r.note("starving")}), r.sleep(2 * kMs), r.unlock(m),
           r.lock(m), r.sleep(2 * kMs), r.unlock(m), clear(m, kMutexSlots), r.sleep(kMs),
           // A Once that is overwritten by what it runs.
           enter, r.show("run"), clear(once, kOnceSlots), rw1(onceLeave, once), enter, r.show("run"),
           r.note("end")});
    CHECK(r.ending.empty());
    CHECK(r.log.find("reader@") != std::string::npos);
    CHECK(r.log.find("starving@") != std::string::npos);
    CHECK(r.log.find("run=1 run=0 end@") != std::string::npos);
}
