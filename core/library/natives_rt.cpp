#include "heap/compare.h"
#include "library/natives.h"
#include "library/random_tables.h"
#include "world/world.h"

// Natives of internal/rt, errors, runtime, os, os/signal, syscall.

namespace sluice {

// About what write(2) to a pipe takes: long against a channel operation, so that of goroutines started just
// before main returns none gets to print anything, as with real Go.
static constexpr uint64_t kKernelCost = 1'500;

NativeStatus nativeRtEnterKernel(NativeCall& call) {
    call.charge(kKernelCost);
    return NativeStatus::Done;
}

NativeStatus nativeRtPin(NativeCall& call) {
    call.goroutine().pinned = true;
    return NativeStatus::Done;
}

NativeStatus nativeRtUnpin(NativeCall& call) {
    call.goroutine().pinned = false;
    return NativeStatus::Done;
}

NativeStatus nativeRtNanotime(NativeCall& call) {
    call.setInt(0, call.machine().scheduler().now());
    return NativeStatus::Done;
}

NativeStatus nativeRtRand(NativeCall& call) {
    call.result(0) = call.machine().scheduler().strategy().random();
    return NativeStatus::Done;
}

NativeStatus nativeRtBelow(NativeCall& call) {
    // Lemire's multiply and reject, as Rng::below, on the numbered choice source.
    uint64_t n = call.getUint(0);
    Strategy& strategy = call.machine().scheduler().strategy();
    unsigned __int128 product = static_cast<unsigned __int128>(strategy.random()) * n;
    uint64_t threshold = (~n + 1) % n;
    while (static_cast<uint64_t>(product) < threshold)
        product = static_cast<unsigned __int128>(strategy.random()) * n;
    call.result(0) = static_cast<uint64_t>(product >> 64);
    return NativeStatus::Done;
}

NativeStatus nativeRtZiggurat(NativeCall& call) {
    const RandomTables& tables = libraryOf(call).randomTables();
    uint64_t i = call.getUint(1);
    const ZigguratStrip& strip = call.getBool(0) ? tables.exponential[i & 255] : tables.normal[i & 127];
    call.result(0) = strip.k;
    call.setFloat(1, static_cast<double>(strip.w));
    call.setFloat(2, static_cast<double>(strip.f));
    return NativeStatus::Done;
}

NativeStatus nativeRandCooked(NativeCall& call) {
    call.result(0) = libraryOf(call).randomTables().cooked[call.getUint(0) % 607];
    return NativeStatus::Done;
}

NativeStatus nativeRtFatal(NativeCall& call) { return call.fatal(std::string(call.getString(0))); }

NativeStatus nativeRtNameNext(NativeCall& call) {
    call.machine().nameNext(call.goroutine(), call.arg(1));
    return NativeStatus::Done;
}

NativeStatus nativeRtTypeName(NativeCall& call) {
    TypeId type = static_cast<TypeId>(call.arg(0));
    call.setString(0, type == 0 ? std::string_view("<nil>") : std::string_view(call.types()[type].name));
    return NativeStatus::Done;
}

NativeStatus nativeRtComparable(NativeCall& call) {
    CompareResult result = equalInterfaces(call.heap(), call.arg(0), call.arg(1), call.arg(0), call.arg(1));
    call.setBool(0, result.status == CompareStatus::Ok);
    return NativeStatus::Done;
}

NativeStatus nativeErrorsCheckTarget(NativeCall& call) {
    TypeId type = static_cast<TypeId>(call.arg(0));
    if (type == 0) {
        call.setString(0, "errors: target cannot be nil");
        return NativeStatus::Done;
    }
    const TypeTable& types = call.types();
    const RType& target = types[type];
    if (target.kind != RKind::Pointer || call.arg(1) == 0) {
        call.setString(0, "errors: target must be a non-nil pointer");
        return NativeStatus::Done;
    }
    TypeId error = libraryOf(call).formatInterfaces().error;
    if (!types[target.elem].isInterface() && (error == 0 || !implements(types, target.elem, error))) {
        call.setString(0, "errors: *target must be interface or implement error");
    }
    return NativeStatus::Done;
}

NativeStatus nativeErrorsAssign(NativeCall& call) {
    const TypeTable& types = call.types();
    TypeId type = static_cast<TypeId>(call.arg(0));
    TypeId element = types[static_cast<TypeId>(call.arg(2))].elem;
    Slot* place = call.heap().slotAt(call.arg(3));
    if (types[element].isInterface()) {
        if (!implements(types, type, element)) return NativeStatus::Done;
        place[0] = type;
        place[1] = call.arg(1);
    } else {
        if (type != element) return NativeStatus::Done;
        Slot scratch = 0;
        const Slot* image = interfaceImage(call.heap(), type, call.arg(1), &scratch);
        for (uint32_t i = 0; i < types[type].slots; i++) place[i] = image[i];
    }
    call.setBool(0, true);
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeNumGoroutine(NativeCall& call) {
    call.result(0) = call.machine().scheduler().liveCount();
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeGosched(NativeCall& call) {
    call.machine().scheduler().yieldToAll(call.goroutine());
    return NativeStatus::Yield;
}

NativeStatus nativeRuntimeGoexit(NativeCall&) { return NativeStatus::Goexit; }

NativeStatus nativeRuntimeGomaxprocs(NativeCall& call) {
    Scheduler& scheduler = call.machine().scheduler();
    call.result(0) = scheduler.processorCount();
    int64_t wish = call.getInt(0);
    if (wish > 0 && wish != scheduler.processorCount())
        scheduler.setProcessorCount(
            static_cast<uint16_t>(wish > kMaxVirtualProcessors ? kMaxVirtualProcessors : wish));
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeNumCpu(NativeCall& call) {
    call.result(0) = 4;
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeGc(NativeCall& call) {
    libraryOf(call).agePools();
    Machine& machine = call.machine();
    machine.collect();
    if (!machine.finalizers().isDue()) return NativeStatus::Done;
    // A real collection takes long enough for the finalizers to run meanwhile.
    machine.startFinalizers();
    machine.scheduler().yieldToAll(call.goroutine());
    return NativeStatus::Yield;
}

// setFinalizer(obj, finalizer any, run func()): what is wrong with them, in the words of Go's runtime.
NativeStatus nativeRuntimeSetFinalizer(NativeCall& call) {
    const TypeTable& types = call.types();
    const TypeId type = static_cast<TypeId>(call.arg(0));
    const Slot object = call.arg(1);
    const TypeId signature = static_cast<TypeId>(call.arg(2));
    const auto fail = [&](const std::string& what) { return call.fatal("runtime.SetFinalizer: " + what); };
    if (type == 0) return fail("first argument is nil");
    if (types[type].kind != RKind::Pointer)
        return fail("first argument is " + types[type].name + ", not pointer");
    if (object == 0) return call.panicNil();
    if (pointerOffset(object) != 0 &&
        call.heap().header(pointerObject(object)).state != static_cast<uint8_t>(ObjectState::Permanent))
        return fail("pointer not at beginning of allocated block");
    Finalizers& finalizers = call.machine().finalizers();
    if (signature == 0) {
        finalizers.removeFinalizer(object);
        return NativeStatus::Done;
    }
    const RType& function = types[signature];
    if (function.kind != RKind::Func) return fail("second argument is " + function.name + ", not a function");
    const std::string pass = "cannot pass " + types[type].name + " to finalizer " + function.name;
    if (function.variadic) return fail(pass + " because dotdotdot");
    if (function.params.size() != 1) return fail(pass);
    const TypeId wanted = function.params[0];
    const bool isSamePointer = types[wanted].kind == RKind::Pointer && types[wanted].elem == types[type].elem;
    if (wanted != type && !isSamePointer && !(types[wanted].isInterface() && implements(types, type, wanted)))
        return fail(pass);
    if (finalizers.hasFinalizer(object)) return fail("finalizer already set");
    finalizers.setRunner(call.arg(4));
    finalizers.add({object, call.arg(3), type, signature, 0}, false);
    return NativeStatus::Done;
}

// addCleanup(ptr any, cleanup, run func()) uint64
NativeStatus nativeRuntimeAddCleanup(NativeCall& call) {
    Finalizers& finalizers = call.machine().finalizers();
    finalizers.setRunner(call.arg(3));
    call.result(0) = finalizers.add({call.arg(1), call.arg(2), 0, 0, 0}, true);
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeStopCleanup(NativeCall& call) {
    call.machine().finalizers().removeCleanup(call.getUint(0));
    return NativeStatus::Done;
}

// callFinalizer() bool
NativeStatus nativeRuntimeCallFinalizer(NativeCall& call) {
    if (call.state() != 0) {
        call.setBool(0, true);
        return NativeStatus::Done;
    }
    FinalizerEntry entry;
    if (!call.machine().finalizers().take(entry)) return NativeStatus::Done;
    if (entry.type == 0) return call.callFunction(entry.closure, nullptr, 0, 0, 1);
    const RType& function = call.types()[entry.signature];
    uint32_t results = 0;
    for (const TypeId result : function.results) results += call.types()[result].registerSlots();
    const Slot args[2] = {entry.type, entry.object};
    const bool isInterface = call.types()[function.params[0]].isInterface();
    return call.callFunction(entry.closure, isInterface ? args : args + 1, isInterface ? 2 : 1, results, 1);
}

NativeStatus nativeRuntimeMemory(NativeCall& call) {
    const HeapStats& stats = call.heap().stats();
    call.result(0) = stats.usedBytes;
    call.result(1) = stats.allocatedBytes;
    call.result(2) = stats.arenaBytes;
    call.result(3) =
        stats.usedBytes / 32;  // the heap does not count living objects; 32 bytes is the usual size
    call.result(4) = stats.allocations;
    call.result(5) = stats.collections;
    call.result(6) = call.machine().stackBytes();
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeCaller(NativeCall& call) {
    int64_t skip = call.getInt(0);
    if (skip < 0 || skip > 1'000'000) return NativeStatus::Done;
    CallerPosition position = call.caller(static_cast<uint32_t>(skip));
    if (!position.known) return NativeStatus::Done;
    call.setString(0, position.function);
    call.setString(2, position.file);
    call.setInt(4, position.line);
    call.setBool(5, true);
    return NativeStatus::Done;
}

NativeStatus nativeRuntimeStack(NativeCall& call) {
    Machine& machine = call.machine();
    auto& g = static_cast<MachineGoroutine&>(call.goroutine());
    std::string text = call.getBool(0) ? machine.tracebackAll(&g) : machine.traceback(g, "running");
    // Go leaves runtime.Stack itself out: two lines behind the first.
    size_t frame = text.find('\n') + 1;
    if (text.compare(frame, 14, "runtime.Stack(") == 0) {
        size_t end = text.find('\n', text.find('\n', frame) + 1);
        if (end != std::string::npos) text.erase(frame, end + 1 - frame);
    }
    call.setString(0, text);
    return NativeStatus::Done;
}

NativeStatus nativeOsWrite(NativeCall& call) {
    call.write(static_cast<int>(call.getInt(0)), call.getString(1));
    return NativeStatus::Done;
}

NativeStatus nativeOsWriteBytes(NativeCall& call) {
    call.write(static_cast<int>(call.getInt(0)), call.getBytes(1));
    return NativeStatus::Done;
}

NativeStatus nativeOsRead(NativeCall& call) {
    std::string bytes;
    switch (libraryOf(call).world().read(call.goroutine(), call.arg(1), bytes)) {
        case World::ReadStatus::Wait: return call.retry(0);
        case World::ReadStatus::End: call.setInt(0, -1); return NativeStatus::Done;
        case World::ReadStatus::Data: break;
    }
    std::memcpy(call.heap().at(call.arg(0)), bytes.data(), bytes.size());
    call.setInt(0, static_cast<int64_t>(bytes.size()));
    return NativeStatus::Done;
}

NativeStatus nativeOsExit(NativeCall& call) { return call.exit(static_cast<int>(call.getInt(0))); }

NativeStatus nativeOsArguments(NativeCall& call) {
    std::vector<std::pair<Slot, Slot>> parts;
    GoString name = newString(call.heap(), "prog");
    parts.push_back({name.pointer, name.length});
    for (const std::string& argument : call.machine().arguments()) {
        GoString text = newString(call.heap(), argument);
        parts.push_back({text.pointer, text.length});
    }
    setStrings(call, 0, parts);
    return NativeStatus::Done;
}

NativeStatus nativeSyscallDeliver(NativeCall& call) {
    int64_t number = call.getInt(0);
    if (number <= 0 || number > 31) return NativeStatus::Done;
    libraryOf(call).world().signal(static_cast<int>(number));
    if (call.machine().scheduler().outcome() != Outcome::Running) return NativeStatus::Exit;
    return NativeStatus::Done;
}

// add(c chan<- os.Signal, set uint32, sample os.Signal)
NativeStatus nativeSignalAdd(NativeCall& call) {
    libraryOf(call).notify(call.arg(0), static_cast<uint32_t>(call.arg(1)), static_cast<TypeId>(call.arg(2)));
    return NativeStatus::Done;
}

NativeStatus nativeSignalRemove(NativeCall& call) {
    libraryOf(call).stopNotify(call.arg(0));
    return NativeStatus::Done;
}

NativeStatus nativeSignalReset(NativeCall& call) {
    libraryOf(call).resetSignals(static_cast<uint32_t>(call.arg(0)), call.getBool(1));
    return NativeStatus::Done;
}

NativeStatus nativeSignalIgnored(NativeCall& call) {
    call.result(0) = libraryOf(call).world().ignoredSignals();
    return NativeStatus::Done;
}

}  // namespace sluice
