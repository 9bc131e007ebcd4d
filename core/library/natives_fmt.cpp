#include "heap/strings.h"
#include "library/format.h"
#include "library/natives.h"
#include "library/scan.h"

// Natives of package fmt. `request` of fmt/print.go has the slots {arg 2, verb, flags, wid, prec, raw, text
// 2}.

namespace sluice {
namespace {

constexpr uint32_t kRequestSlots = 9;
enum RequestSlot : uint32_t {
    kArgument = 0,
    kVerb = 2,
    kFlags = 3,
    kWidth = 4,
    kPrecision = 5,
    kRaw = 6,
    kText = 7
};

/// Runs the formatter on the arguments of render or pending with the first `known` answers.
void format(NativeCall& call, Formatter& formatter, uint64_t known) {
    Heap& heap = call.heap();
    GoSlice operands = call.getSlice(3);
    GoSlice said = call.getSlice(6);
    std::vector<FormatAnswer> answers;
    for (uint64_t i = 0; i < known; i++) {
        const Slot* request = call.sliceElement(said, i, kRequestSlots);
        answers.push_back({heap.view(request[kText], request[kText + 1]), request[kRaw] != 0});
    }
    formatter.setAnswers(std::move(answers));
    // Operands are copied because they are read in pieces while the text grows outside the arena anyway.
    const Slot* first = operands.length == 0 ? nullptr : heap.slotAt(operands.pointer);
    formatter.run(static_cast<FormatMode>(call.getInt(0)), call.getString(1), first, operands.length);
}

}  // namespace

// render(mode int, format string, a []any, said []request) (text string, missing int, wrapped uint64)
NativeStatus nativeFmtRender(NativeCall& call) {
    Formatter formatter(call.heap(), libraryOf(call).formatInterfaces());
    format(call, formatter, call.getSlice(6).length);
    call.charge(formatter.text().size() / 4 + 4);
    if (formatter.isCut()) {
        call.machine().stopAtLimit("limit of " + std::to_string(Formatter::kMaxText >> 20) +
                                   " MiB for one formatted text reached");
        return NativeStatus::Done;
    }
    call.setInt(2, static_cast<int64_t>(formatter.requests().size()));
    call.result(3) = formatter.wrapped();
    if (formatter.requests().empty()) call.setString(0, formatter.text());
    return NativeStatus::Done;
}

// pending(mode int, format string, a []any, said []request, known int)
NativeStatus nativeFmtPending(NativeCall& call) {
    Formatter formatter(call.heap(), libraryOf(call).formatInterfaces());
    uint64_t known = call.getUint(9);
    format(call, formatter, known);
    GoSlice said = call.getSlice(6);
    const TypeTable& types = call.types();
    for (size_t i = 0; i < formatter.requests().size() && known + i < said.length; i++) {
        const FormatRequest& request = formatter.requests()[i];
        Slot data = 0;
        switch (types[request.type].data) {
            case RData::None: break;
            case RData::Scalar:
            case RData::Pointer: data = request.image[0]; break;
            case RData::Boxed: {
                ObjectRef box = call.heap().allocType(request.type);
                if (box == 0) return NativeStatus::Done;
                std::memcpy(call.heap().slots(box), request.image.data(), request.image.size() * kSlotBytes);
                data = makePointer(box);
                break;
            }
        }
        Slot* out = call.sliceElement(said, known + i, kRequestSlots);
        out[kArgument] = request.type;
        out[kArgument + 1] = data;
        out[kVerb] = request.verb;
        out[kFlags] = static_cast<Slot>(request.flags.pack());
        out[kWidth] = static_cast<Slot>(request.flags.hasWidth ? request.flags.width : -1);
        out[kPrecision] = static_cast<Slot>(request.flags.hasPrecision ? request.flags.precision : -1);
    }
    return NativeStatus::Done;
}

NativeStatus nativeFmtIsNil(NativeCall& call) {
    TypeId type = static_cast<TypeId>(call.arg(0));
    call.setBool(0, type != 0 && call.types()[type].kind == RKind::Pointer && call.arg(1) == 0);
    return NativeStatus::Done;
}

NativeStatus nativeFmtNewError(NativeCall& call) {
    std::string text(call.getString(0));
    if (!text.empty()) {
        call.setError(0, text);
        return NativeStatus::Done;
    }
    // setError takes "" for nil; an error with an empty text is made by hand.
    TypeId type = call.machine().program().known.errorsErrorString;
    ObjectRef object = call.heap().allocType(call.types()[type].elem);
    call.setInterface(0, type, makePointer(object));
    return NativeStatus::Done;
}

// scan(mode int, format, text string, more bool, a []any) (n, used int, wrong string, ask bool)
NativeStatus nativeFmtScan(NativeCall& call) {
    GoSlice targets = call.getSlice(6);
    std::vector<Slot> pointers(targets.length * 2);
    if (targets.length > 0)
        std::memcpy(pointers.data(), call.heap().slotAt(targets.pointer), pointers.size() * kSlotBytes);
    Scanner scanner(call.heap(), call.getString(3), call.getBool(5), pointers);
    scanner.run(static_cast<ScanMode>(call.getInt(0)), call.getString(1));
    call.setInt(0, scanner.count());
    call.setInt(1, static_cast<int64_t>(scanner.used()));
    call.setBool(4, scanner.asks());
    std::string wrong = scanner.error();
    if (!scanner.asks() && !scanner.store()) wrong = "out of memory";
    call.setString(2, wrong);
    return NativeStatus::Done;
}

}  // namespace sluice
