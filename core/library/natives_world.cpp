#include <algorithm>

#include "library/natives.h"
#include "sync/channel.h"
#include "world/world.h"

// Natives of net/http, database/sql and golang.org/x/sync/semaphore.

namespace sluice {

// ask(host, what string) (latency int64, status int, body, wrong string, id uint64)
NativeStatus nativeHttpAsk(NativeCall& call) {
    HostAnswer answer = libraryOf(call).world().ask(call.getString(0), call.getString(2));
    call.setInt(0, answer.latencyNs);
    call.setInt(1, answer.status);
    call.setString(2, answer.body);
    call.setString(4, answer.error);
    call.result(6) = answer.id;
    return NativeStatus::Done;
}

NativeStatus nativeHttpConnect(NativeCall& call) {
    call.result(0) = libraryOf(call).world().connect(static_cast<int>(call.getInt(0)));
    return NativeStatus::Done;
}

NativeStatus nativeHttpListen(NativeCall& call) {
    call.setBool(0, libraryOf(call).world().listen(static_cast<int>(call.getInt(0))));
    return NativeStatus::Done;
}

NativeStatus nativeHttpUnlisten(NativeCall& call) {
    libraryOf(call).world().close(static_cast<int>(call.getInt(0)));
    return NativeStatus::Done;
}

// accept(port int) (id uint64, local bool, method, path, host, body string, open bool)
NativeStatus nativeHttpAccept(NativeCall& call) {
    ServerRequest request;
    switch (libraryOf(call).world().accept(call.goroutine(), static_cast<int>(call.getInt(0)), request)) {
        case World::AcceptStatus::Wait: return call.retry(0);
        case World::AcceptStatus::Closed: return NativeStatus::Done;
        case World::AcceptStatus::Request: break;
    }
    call.result(0) = request.id;
    call.setBool(1, request.local);
    call.setString(2, request.method);
    call.setString(4, request.path);
    call.setString(6, request.host);
    call.setString(8, request.body);
    call.setBool(10, true);
    return NativeStatus::Done;
}

NativeStatus nativeWaitIo(NativeCall& call) {
    const Slot* version = call.getPointer(0);
    if (version == nullptr) return call.panicNil();
    if (call.state() != 0 || *version != call.arg(1)) return NativeStatus::Done;
    libraryOf(call).world().waitIo(call.goroutine(), call.arg(0));
    return call.retry(1);
}

NativeStatus nativeWakeIo(NativeCall& call) {
    Slot* version = call.getPointer(0);
    if (version == nullptr) return call.panicNil();
    ++*version;
    libraryOf(call).world().wakeIo(call.arg(0));
    return NativeStatus::Done;
}

NativeStatus nativeHttpAnswered(NativeCall& call) {
    libraryOf(call).world().answered(call.arg(0), static_cast<int>(call.getInt(1)));
    return NativeStatus::Done;
}

// note(number *uint64, what int, a, b int64): 0 a bucket is made or changed (interval in µs, burst), 1 tokens
// are taken, 2 refused (how many, level in thousandths)
NativeStatus nativeRateNote(NativeCall& call) {
    constexpr EventKind kKinds[] = {EventKind::LimiterSet, EventKind::LimiterTake, EventKind::LimiterRefuse};
    Recorder& recorder = call.machine().recorder();
    Slot& identity = *call.heap().slotAt(call.arg(0));
    if (identity == 0) identity = recorder.noteObject("limiter", call.machine().nameOfCall());
    const auto word = [](int64_t value) {
        return static_cast<uint32_t>(std::clamp<int64_t>(value, INT32_MIN, INT32_MAX));
    };
    recorder.emit(kKinds[call.getInt(1) & 3], static_cast<uint32_t>(identity), word(call.getInt(2)),
                  word(call.getInt(3)));
    return NativeStatus::Done;
}

// belongs(number uint64, c chan T)
NativeStatus nativeBelongs(NativeCall& call) {
    SyncRuntime& sync = call.machine().sync();
    if (call.arg(0) == 0 || call.arg(1) == 0) return NativeStatus::Done;
    sync.recorder.emit(EventKind::ObjectLink, channelAt(sync, call.arg(1))->number,
                       static_cast<uint32_t>(call.arg(0)));
    return NativeStatus::Done;
}

// arrived(id uint64, status int): the answer to a request is there; status 0 when there is none
NativeStatus nativeHttpArrived(NativeCall& call) {
    call.machine().recorder().emit(EventKind::HttpResponse, 0, static_cast<uint32_t>(call.getInt(1)),
                                   static_cast<uint32_t>(call.arg(0)));
    return NativeStatus::Done;
}

// query() (latency int64, rows int, wrong string)
NativeStatus nativeSqlQuery(NativeCall& call) {
    SqlAnswer answer = libraryOf(call).world().query();
    call.setInt(0, answer.latencyNs);
    call.setInt(1, answer.rows);
    call.setString(2, answer.error);
    return NativeStatus::Done;
}

// note(number *uint64, what int, n, held int64)
NativeStatus nativeSemaphoreNote(NativeCall& call) {
    SyncRuntime& sync = call.machine().sync();
    Slot pointer = call.arg(0);
    Slot& identity = *call.heap().slotAt(pointer);
    if (identity == 0) identity = sync.recorder.noteObject("semaphore", call.machine().nameOfCall());
    uint32_t number = static_cast<uint32_t>(identity);
    uint32_t n = static_cast<uint32_t>(call.arg(2));
    uint32_t held = static_cast<uint32_t>(call.arg(3));
    int64_t what = call.getInt(1);
    if (what == 3)
        sync.recorder.emit(EventKind::SemaMake, number, n);
    else if (what == 1)
        sync.recorder.emit(EventKind::SemaBlock, number, n);
    else
        sync.recorder.emit(what == 0 ? EventKind::SemaAcquire : EventKind::SemaRelease, number, n, held);
    return NativeStatus::Done;
}

}  // namespace sluice
