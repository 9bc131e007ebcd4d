#include "heap/strings.h"
#include "library/json_decode.h"
#include "library/json_encode.h"
#include "library/json_text.h"
#include "library/natives.h"

// Natives of encoding/json. `request` of encoding/json/json.go has the slots {value 2, text 2, into 2,
// box 1}.

namespace sluice {
namespace {

constexpr uint32_t kRequestSlots = 7;

void encode(NativeCall& call, JsonEncoder& encoder, GoSlice said, uint64_t known) {
    std::vector<std::string_view> answers;
    for (uint64_t i = 0; i < known; i++) {
        const Slot* request = call.sliceElement(said, i, kRequestSlots);
        answers.push_back(call.heap().view(request[2], request[3]));
    }
    encoder.setAnswers(std::move(answers));
    encoder.run(call.arg(0), call.arg(1));
    call.charge(encoder.text().size() / 2 + 4);
}

}  // namespace

// encode(v any, said []request, html bool) (text string, missing int, wrong string)
NativeStatus nativeJsonEncode(NativeCall& call) {
    JsonEncoder encoder(call.heap(), libraryOf(call).jsonInterfaces(), call.getBool(5));
    GoSlice said = call.getSlice(2);
    encode(call, encoder, said, said.length);
    call.setInt(2, static_cast<int64_t>(encoder.requests().size()));
    if (encoder.requests().empty()) call.setString(0, encoder.text());
    call.setString(3, encoder.error());
    return NativeStatus::Done;
}

// pending(v any, said []request, known int)
NativeStatus nativeJsonPending(NativeCall& call) {
    JsonEncoder encoder(call.heap(), libraryOf(call).jsonInterfaces(), true);
    GoSlice said = call.getSlice(2);
    uint64_t known = call.getUint(5);
    encode(call, encoder, said, known);
    const TypeTable& types = call.types();
    for (size_t i = 0; i < encoder.requests().size() && known + i < said.length; i++) {
        const JsonRequest& request = encoder.requests()[i];
        Slot data = request.image.empty() ? 0 : request.image[0];
        if (types[request.type].data == RData::Boxed) {
            ObjectRef box = call.heap().allocType(request.type);
            if (box == 0) return NativeStatus::Done;
            std::memcpy(call.heap().slots(box), request.image.data(), request.image.size() * kSlotBytes);
            data = makePointer(box);
        }
        Slot* out = call.sliceElement(said, known + i, kRequestSlots);
        out[0] = request.type;
        out[1] = data;
    }
    return NativeStatus::Done;
}

// decode(data string, v any, out []request, flags int)
//     (offset int64, later int, wrong, value, typ, strct, field, unknown string)
NativeStatus nativeJsonDecode(NativeCall& call) {
    std::string text(call.getString(0));
    call.charge(text.size() * 2);
    JsonCheck check = checkJson(text, true);
    if (!check.error.empty()) {
        call.setInt(0, static_cast<int64_t>(check.offset));
        call.setString(2, check.error);
        return NativeStatus::Done;
    }
    TypeId type = static_cast<TypeId>(call.arg(2));
    const TypeTable& types = call.types();
    if (type == 0 || types[type].kind != RKind::Pointer || call.arg(3) == 0) {
        std::string name = type == 0 ? "nil" : types[type].name;
        bool isNil = type != 0 && types[type].kind == RKind::Pointer;
        call.setString(2, "json: Unmarshal(" +
                              std::string(isNil       ? "nil "
                                          : type == 0 ? ""
                                                      : "non-pointer ") +
                              name + ")");
        return NativeStatus::Done;
    }
    JsonDecoder::Options options{(call.getUint(7) & 1) != 0, (call.getUint(7) & 2) != 0};
    JsonDecoder decoder(call.heap(), libraryOf(call).jsonInterfaces(), text, options);
    decoder.run(types[type].elem, call.arg(3));
    const JsonDecoder::Misfit& misfit = decoder.misfit();
    call.setInt(0, static_cast<int64_t>(misfit.offset));
    call.setInt(1, static_cast<int64_t>(decoder.later().size()));
    call.setString(4, misfit.value);
    call.setString(6, misfit.type);
    call.setString(8, misfit.structName);
    call.setString(10, misfit.field);
    call.setString(12, decoder.unknown());
    GoSlice out = call.getSlice(4);
    for (uint64_t i = 0; i < out.length && i < decoder.later().size(); i++) {
        const JsonDecoder::Later& later = decoder.later()[i];
        GoString copy = newString(call.heap(), later.text);
        Slot* request = call.sliceElement(out, i, kRequestSlots);
        request[0] = later.type;
        request[1] = later.pointer;
        request[2] = copy.pointer;
        request[3] = copy.length;
        request[4] = later.mapType;
        request[5] = later.map;
        request[6] = later.box;
    }
    return NativeStatus::Done;
}

// settle(r *request)
NativeStatus nativeJsonSettle(NativeCall& call) {
    const Slot* request = call.getPointer(0);
    if (request == nullptr) return call.panicNil();
    JsonDecoder::Later entry{0, 0, std::string(call.heap().view(request[2], request[3])),
                             static_cast<TypeId>(request[4]), request[5], request[6]};
    storeJsonEntry(call.heap(), entry);
    return NativeStatus::Done;
}

// indent(data, prefix, indent string, compact bool) (text string, offset int64, wrong string)
NativeStatus nativeJsonIndent(NativeCall& call) {
    std::string_view text = call.getString(0);
    JsonCheck check = checkJson(text, true);
    if (check.error.empty()) {
        call.setString(0, layOutJson(text, call.getString(2), call.getString(4), call.getBool(6)));
    } else {
        call.setInt(2, static_cast<int64_t>(check.offset));
        call.setString(3, check.error);
    }
    return NativeStatus::Done;
}

// end(data string) (at int64, wrong string)
NativeStatus nativeJsonEnd(NativeCall& call) {
    std::string_view text = call.getString(0);
    JsonCheck check = checkJson(text, false);
    if (check.incomplete) {
        call.setInt(0, -1);
    } else if (!check.error.empty()) {
        call.setInt(0, static_cast<int64_t>(check.offset));
        call.setString(1, check.error);
    } else {
        call.setInt(0, static_cast<int64_t>(check.end));
    }
    return NativeStatus::Done;
}

}  // namespace sluice
