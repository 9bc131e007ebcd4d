#include "library/library.h"

#include <algorithm>

#include "library/natives.h"
#include "library/random_tables.h"
#include "machine/machine.h"

namespace sluice {
namespace {

constexpr NativeEntry entry(std::string_view name, NativeFunction handler, std::string_view seen) {
    return {name, handler, seen == "pure",
            seen == "lock"     ? QuickNative::MutexLock
            : seen == "unlock" ? QuickNative::MutexUnlock
                               : QuickNative::None};
}

constexpr NativeEntry kNatives[] = {
#define SLUICE_NATIVE(name, handler, seen, sentence) entry(name, handler, #seen),
#include "library/natives.def"
#undef SLUICE_NATIVE
};

/// time.Time: seconds from 1885 and from 1970 to the start of the virtual clock, 2009-11-10 23:00:00 UTC
/// (time/time.go).
constexpr int64_t kStartUnix = 1257894000;
constexpr int64_t kUnixToWall = 62135596800 - 59453308800;

}  // namespace

Library::Library(Machine& machine, World& world)
    : machine_(machine),
      world_(world),
      formatInterfaces_(findFormatInterfaces(machine.types())),
      jsonInterfaces_(findJsonInterfaces(machine.types())),
      timers_(machine.sync(), *this) {
    machine.setLibrary(this);
    machine.addRoots(timers_);
    machine.addRoots(*this);
    world.setSignalHandler(this);
}

Library::~Library() = default;

const RandomTables& Library::randomTables() {
    if (!randomTables_) randomTables_ = std::make_unique<RandomTables>();
    return *randomTables_;
}

void Library::timeImage(int64_t ns, Slot* image) {
    int64_t seconds = kStartUnix + kUnixToWall + ns / 1'000'000'000;
    image[0] =
        uint64_t{1} << 63 | static_cast<uint64_t>(seconds) << 30 | static_cast<uint64_t>(ns % 1'000'000'000);
    image[1] = static_cast<Slot>(ns + 1);
    image[2] = local_;
}

void Library::notify(Slot channel, uint32_t set, TypeId type) {
    signalType_ = type;
    bool known = false;
    uint32_t wanted = 0;
    for (Notified& entry : notified_) {
        if (entry.channel == channel) {
            entry.set |= set;
            known = true;
        }
        wanted |= entry.set;
    }
    if (!known) notified_.push_back({channel, set});
    world_.ignoreSignals(world_.ignoredSignals() & ~set);
    world_.wantSignals(wanted | set);
}

void Library::stopNotify(Slot channel) {
    uint32_t wanted = 0;
    for (size_t i = 0; i < notified_.size();) {
        if (notified_[i].channel == channel) {
            notified_.erase(notified_.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            wanted |= notified_[i++].set;
        }
    }
    world_.wantSignals(wanted);
}

void Library::resetSignals(uint32_t set, bool ignore) {
    uint32_t wanted = 0;
    for (Notified& entry : notified_) {
        entry.set &= ~set;
        wanted |= entry.set;
    }
    uint32_t ignored = world_.ignoredSignals();
    world_.ignoreSignals(ignore ? ignored | set : ignored & ~set);
    world_.wantSignals(wanted);
}

void Library::signalArrived(int number) {
    Slot image[2] = {signalType_, static_cast<Slot>(number)};
    Recorder& recorder = machine_.recorder();
    uint32_t shown = recorder.enabled() ? recorder.text(signalText(number)) : 0;
    for (const Notified& entry : notified_)
        if ((entry.set >> number & 1) != 0)
            channelSendFromOutside(machine_.sync(), entry.channel, image, shown);
}

void Library::markRoots(Collector& collector) {
    for (const Notified& entry : notified_) collector.markPointer(entry.channel);
    for (const Slot pool : pools_) collector.markPointer(pool);
}

void Library::notePool(Slot pool) {
    if (std::find(pools_.begin(), pools_.end(), pool) == pools_.end()) pools_.push_back(pool);
}

void Library::agePools() {
    // sync/pool.go: number, items, victim; both lists are slices.
    constexpr uint32_t kItems = 1, kVictim = 4, kSliceSlots = 3;
    std::erase_if(pools_, [&](Slot pool) {
        Slot* fields = machine_.heap().slotAt(pool);
        for (uint32_t i = 0; i < kSliceSlots; i++) {
            fields[kVictim + i] = fields[kItems + i];
            fields[kItems + i] = 0;
        }
        return fields[kVictim] == 0;
    });
}

void Library::startFunction(Slot closure) { machine_.spawn(closure, 0, 0); }

std::span<const NativeEntry> libraryNatives() { return kNatives; }

bool hasLibraryNative(const std::string& qualifiedName) {
    return std::any_of(std::begin(kNatives), std::end(kNatives),
                       [&](const NativeEntry& entry) { return entry.name == qualifiedName; });
}

std::vector<std::string> libraryRoots() {
    return {"runtime.errorString",        "runtime.plainError",    "runtime.boundsError",
            "runtime.TypeAssertionError", "runtime.PanicNilError", "errors.errorString"};
}

NativeStatus finishNative(NativeCall& call, const OpResult& result) {
    switch (result.status) {
        case OpStatus::Done: return NativeStatus::Done;
        case OpStatus::Blocked: return NativeStatus::Blocked;
        case OpStatus::Retry: return call.retry(call.state());
        case OpStatus::Yielded: return NativeStatus::Yield;
        case OpStatus::Panic: return call.panicRuntime(result.text);
        case OpStatus::PanicPlain: return call.panicString(result.text);
        case OpStatus::Fatal: return call.fatal(result.text);
    }
    return NativeStatus::Done;
}

GoSlice newSlice(NativeCall& call, TypeId type, uint64_t count) {
    if (count == 0) return {};
    ObjectRef object = call.heap().allocElements(type, count);
    if (object == 0) return {};
    return {makePointer(object), count, count};
}

void setStrings(NativeCall& call, uint32_t result, const std::vector<std::pair<Slot, Slot>>& parts) {
    ObjectRef object = call.heap().alloc(kLayoutString, parts.size());
    if (object == 0) return;
    Slot* slots = call.heap().slots(object);
    for (size_t i = 0; i < parts.size(); i++) {
        slots[2 * i] = parts[i].first;
        slots[2 * i + 1] = parts[i].second;
    }
    call.setSlice(result, {makePointer(object), parts.size(), parts.size()});
}

}  // namespace sluice
