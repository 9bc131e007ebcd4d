#include "library/json_decode.h"

#include <cstring>

#include "base/utf8.h"
#include "heap/map.h"
#include "heap/strings.h"
#include "library/json_text.h"
#include "library/number_text.h"
#include "library/unicode.h"

namespace sluice {
namespace {

bool equalFold(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        DecodedRune x = decodeRune(a);
        DecodedRune y = decodeRune(b);
        if (foldRune(x.rune) != foldRune(y.rune)) return false;
        a.remove_prefix(x.width);
        b.remove_prefix(y.width);
    }
    return a.empty() && b.empty();
}

bool decodeBase64(std::string_view text, std::string& out) {
    static constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t word = 0;
    int count = 0;
    for (char c : text) {
        if (c == '=' || c == '\n' || c == '\r') continue;
        size_t digit = kAlphabet.find(c);
        if (digit == std::string_view::npos) return false;
        word = word << 6 | static_cast<uint32_t>(digit);
        if (++count < 4) continue;
        for (int shift = 16; shift >= 0; shift -= 8) out.push_back(static_cast<char>(word >> shift));
        word = 0;
        count = 0;
    }
    if (count == 2) out.push_back(static_cast<char>(word >> 4));
    if (count == 3) {
        out.push_back(static_cast<char>(word >> 10));
        out.push_back(static_cast<char>(word >> 2));
    }
    return count != 1;
}

}  // namespace

TypeId JsonDecoder::typeNamed(std::string_view name) const {
    for (TypeId id = 1; id < types_.types.size(); id++)
        if (types_[id].name == name && !types_[id].named) return id;
    for (TypeId id = 1; id < types_.types.size(); id++)
        if (types_[id].name == name) return id;
    return 0;
}

void JsonDecoder::space() { skipJsonSpace(text_, at_); }

std::string_view JsonDecoder::raw() {
    size_t from = at_;
    at_ = jsonValueEnd(text_, at_);
    return std::string_view(text_).substr(from, at_ - from);
}

void JsonDecoder::skip() { raw(); }

std::string JsonDecoder::key() {
    space();
    std::string name = unquoteJson(raw());
    space();
    at_++;
    space();
    return name;
}

bool JsonDecoder::next(char close) {
    space();
    if (peek() == close) {
        at_++;
        return false;
    }
    if (peek() == ',') at_++;
    space();
    return true;
}

void JsonDecoder::unfit(std::string_view what, TypeId type) {
    if (!misfit_.value.empty()) return;
    misfit_ = {std::string(what), types_[type].name, structName_, fieldPath_, at_};
}

void JsonDecoder::run(TypeId type, Slot pointer) {
    space();
    value(type, pointer, 0);
}

bool JsonDecoder::readsItself(TypeId type, Slot place) {
    TypeId pointer = types_[type].pointerTo;
    if (pointer == 0 || types_[pointer].methods.empty()) return false;
    bool json = interfaces_.unmarshaler != 0 && implements(types_, pointer, interfaces_.unmarshaler);
    bool text = interfaces_.textUnmarshaler != 0 && peek() == '"' &&
                implements(types_, pointer, interfaces_.textUnmarshaler);
    if (!json && !text) return false;
    if (!json && peek() == 'n') return false;
    later_.push_back({pointer, place, std::string(raw()), 0, 0, 0});
    return true;
}

void JsonDecoder::storeWord(TypeId type, Slot place, Slot word) {
    RKind kind = types_[type].kind;
    if (kind == RKind::Bool || kind == RKind::Uint8)
        *heap_.at(place) = static_cast<uint8_t>(word);
    else
        *heap_.slotAt(place) = word;
}

void JsonDecoder::storeText(Slot place, std::string_view text) {
    GoString copy = newString(heap_, text);
    Slot* slots = heap_.slotAt(place);
    slots[0] = copy.pointer;
    slots[1] = copy.length;
}

void JsonDecoder::value(TypeId type, Slot place, int depth) {
    if (depth > kMaxDepth || heap_.outOfMemory()) return skip();
    const RType& info = types_[type];
    char c = peek();
    if (c == 'n') {
        // null clears what can be nil and leaves the rest alone.
        bool nilable = info.kind == RKind::Pointer || info.kind == RKind::Map || info.kind == RKind::Slice ||
                       info.isInterface();
        if (nilable)
            for (uint32_t i = 0; i < info.slots; i++) heap_.slotAt(place)[i] = 0;
        if (nilable || !readsItself(type, place)) skip();
        return;
    }
    if (readsItself(type, place)) return;
    if (info.kind == RKind::Pointer) {
        Slot target = *heap_.slotAt(place);
        if (target == 0) {
            TypeId elem = info.elem;
            bool packed = types_[elem].kind == RKind::Bool || types_[elem].kind == RKind::Uint8;
            ObjectRef object = packed ? heap_.allocElements(elem, 1) : heap_.allocType(elem);
            if (object == 0) return skip();
            target = makePointer(object);
            *heap_.slotAt(place) = target;
        }
        return value(info.elem, target, depth + 1);
    }
    if (info.isInterface()) {
        if (!info.methods.empty()) {
            unfit(c == '{'               ? "object"
                  : c == '['             ? "array"
                  : c == '"'             ? "string"
                  : c == 't' || c == 'f' ? "bool"
                                         : "number",
                  type);
            return skip();
        }
        return anything(type, place, depth);
    }
    if (c == '{') return object(type, place, depth);
    if (c == '[') {
        if (info.kind == RKind::Array) return array(type, place, depth);
        if (info.kind == RKind::Slice) return slice(type, place, depth);
        unfit("array", type);
        return skip();
    }
    if (c == '"') return string(type, place);
    if (c == 't' || c == 'f') {
        if (info.kind == RKind::Bool)
            storeWord(type, place, c == 't' ? 1 : 0);
        else
            unfit("bool", type);
        return skip();
    }
    number(type, place);
}

void JsonDecoder::string(TypeId type, Slot place) {
    const RType& info = types_[type];
    std::string text = unquoteJson(raw());
    if (info.kind == RKind::String) return storeText(place, text);
    std::string bytes;
    if (info.kind == RKind::Slice && types_[info.elem].kind == RKind::Uint8 && decodeBase64(text, bytes)) {
        storeText(place, bytes);
        heap_.slotAt(place)[2] = heap_.slotAt(place)[1];
        return;
    }
    unfit("string", type);
}

void JsonDecoder::number(TypeId type, Slot place) {
    const RType& info = types_[type];
    std::string text(raw());
    int bits = static_cast<int>(info.goSize) * 8;
    if (info.isFloat()) {
        double number = 0;
        if (parseFloat(text, bits, number) != NumberStatus::Ok) return unfit("number " + text, type);
        return storeWord(type, place, slotFromDouble(number));
    }
    if (info.isSigned()) {
        int64_t number = 0;
        if (parseSigned(text, 10, bits, number) != NumberStatus::Ok) return unfit("number " + text, type);
        return storeWord(type, place, static_cast<Slot>(number));
    }
    if (info.isUnsigned()) {
        uint64_t number = 0;
        if (parseUnsigned(text, 10, bits, number) != NumberStatus::Ok) return unfit("number " + text, type);
        return storeWord(type, place, number);
    }
    if (info.name == "json.Number") return storeText(place, text);
    unfit("number", type);
}

void JsonDecoder::object(TypeId type, Slot place, int depth) {
    RKind kind = types_[type].kind;
    if (kind == RKind::Struct) return structure(type, place, depth);
    if (kind == RKind::Map) return map(type, place, depth);
    unfit("object", type);
    skip();
}

void JsonDecoder::structure(TypeId type, Slot place, int depth) {
    std::vector<JsonField> fields = jsonFields(types_, type);
    std::string outerStruct = structName_;
    std::string outerPath = fieldPath_;
    at_++;
    while (next('}')) {
        std::string name = key();
        const JsonField* field = nullptr;
        for (const JsonField& candidate : fields)
            if (candidate.name == name) field = &candidate;
        for (size_t i = 0; field == nullptr && i < fields.size(); i++)
            if (equalFold(fields[i].name, name)) field = &fields[i];
        if (field == nullptr) {
            if (options_.disallowUnknown && unknown_.empty()) unknown_ = name;
            skip();
            continue;
        }
        Slot at = place;
        TypeId current = type;
        for (uint32_t index : field->path) {
            if (types_[current].kind == RKind::Pointer) {
                if (*heap_.slotAt(at) == 0) {
                    ObjectRef object = heap_.allocType(types_[current].elem);
                    if (object == 0) return;
                    *heap_.slotAt(at) = makePointer(object);
                }
                at = *heap_.slotAt(at);
                current = types_[current].elem;
            }
            const RField& step = types_[current].fields[index];
            at += uint64_t{step.slotOffset} * kSlotBytes;
            current = step.type;
        }
        size_t dot = types_[type].name.find_last_of('.');
        structName_ = dot == std::string::npos ? types_[type].name : types_[type].name.substr(dot + 1);
        fieldPath_ = outerPath.empty() ? field->name : outerPath + "." + field->name;
        if (field->quoted && peek() == '"') {
            JsonDecoder inner(heap_, interfaces_, unquoteJson(raw()), options_);
            inner.run(current, at);
        } else {
            value(current, at, depth + 1);
        }
        structName_ = outerStruct;
        fieldPath_ = outerPath;
    }
}

void JsonDecoder::map(TypeId type, Slot place, int depth) {
    const RType& info = types_[type];
    const RType& keyType = types_[info.key];
    if (keyType.kind != RKind::String && !keyType.isSigned() && !keyType.isUnsigned()) {
        unfit("object", type);
        return skip();
    }
    if (*heap_.slotAt(place) == 0) {
        Slot fresh = newMap(heap_, type, 0);
        *heap_.slotAt(place) = fresh;
    }
    TypeId element = info.elem;
    bool packed = types_[element].kind == RKind::Bool || types_[element].kind == RKind::Uint8;
    at_++;
    while (next('}') && !heap_.outOfMemory()) {
        std::string name = key();
        // The value is read beside the map, because reading may allocate.
        ObjectRef box = packed ? heap_.allocElements(element, 1) : heap_.allocType(element);
        if (box == 0) return;
        size_t before = later_.size();
        value(element, makePointer(box), depth + 1);
        Later entry{0, 0, name, type, *heap_.slotAt(place), makePointer(box)};
        if (later_.size() > before)
            later_.push_back(std::move(entry));
        else if (!storeJsonEntry(heap_, entry))
            unfit("number " + name, info.key);
    }
}

bool storeJsonEntry(Heap& heap, const JsonDecoder::Later& entry) {
    const TypeTable& types = heap.types();
    const RType& map = types[entry.mapType];
    Slot key[2] = {0, 0};
    if (types[map.key].kind == RKind::String) {
        GoString text = newString(heap, entry.text);
        key[0] = text.pointer;
        key[1] = text.length;
    } else {
        int64_t number = 0;
        if (parseSigned(entry.text, 10, 64, number) != NumberStatus::Ok) return false;
        key[0] = static_cast<Slot>(number);
    }
    MapResult result = mapAssign(heap, entry.mapType, entry.map, key);
    if (result.value == nullptr) return true;
    RKind kind = types[map.elem].kind;
    if (kind == RKind::Bool || kind == RKind::Uint8)
        *result.value = *heap.at(entry.box);
    else
        std::memcpy(result.value, heap.slotAt(entry.box), types[map.elem].slots * kSlotBytes);
    return true;
}

void JsonDecoder::array(TypeId type, Slot place, int depth) {
    const RType& info = types_[type];
    bool packed = types_[info.elem].kind == RKind::Bool || types_[info.elem].kind == RKind::Uint8;
    uint64_t stride = packed ? 1 : uint64_t{types_[info.elem].slots} * kSlotBytes;
    uint64_t i = 0;
    at_++;
    for (; next(']'); i++) {
        if (i < info.length)
            value(info.elem, place + i * stride, depth + 1);
        else
            skip();
    }
    for (; i < info.length; i++) std::memset(heap_.at(place + i * stride), 0, stride);
}

void JsonDecoder::slice(TypeId type, Slot place, int depth) {
    TypeId element = types_[type].elem;
    bool packed = types_[element].kind == RKind::Bool || types_[element].kind == RKind::Uint8;
    uint64_t stride = packed ? 1 : uint64_t{types_[element].slots} * kSlotBytes;
    uint64_t length = 0;
    uint64_t capacity = 4;
    ObjectRef store = heap_.allocElements(element, capacity);
    const size_t before = later_.size();
    at_++;
    while (next(']') && store != 0) {
        if (length == capacity) {
            capacity *= 2;
            ObjectRef larger = heap_.allocElements(element, capacity);
            if (larger == 0) return;
            std::memcpy(heap_.bytes(larger), heap_.bytes(store), length * stride);
            // Elements that will read themselves have moved, too.
            for (size_t i = before; i < later_.size(); i++) {
                Slot& pointer = later_[i].pointer;
                if (pointerObject(pointer) == store) pointer = makePointer(larger, pointerOffset(pointer));
            }
            store = larger;
        }
        value(element, makePointer(store, static_cast<uint32_t>(length * stride)), depth + 1);
        length++;
    }
    if (store == 0) return;
    Slot* slots = heap_.slotAt(place);
    slots[0] = makePointer(store);
    slots[1] = length;
    slots[2] = capacity;
}

void JsonDecoder::anything(TypeId, Slot place, int depth) {
    char c = peek();
    TypeId type = typeNamed(c == '{'               ? "map[string]interface {}"
                            : c == '['             ? "[]interface {}"
                            : c == '"'             ? "string"
                            : c == 't' || c == 'f' ? "bool"
                            : options_.useNumber   ? "json.Number"
                                                   : "float64");
    if (type == 0) return skip();
    bool packed = types_[type].kind == RKind::Bool;
    ObjectRef box = packed ? heap_.allocElements(type, 1) : heap_.allocType(type);
    if (box == 0) return skip();
    value(type, makePointer(box), depth + 1);
    Slot data = packed ? *heap_.bytes(box) : *heap_.slots(box);
    if (types_[type].data == RData::Boxed) data = makePointer(box);
    Slot* slots = heap_.slotAt(place);
    slots[0] = type;
    slots[1] = data;
}

}  // namespace sluice
