#include <algorithm>
#include <cmath>

#include "base/order.h"
#include "heap/compare.h"
#include "heap/map.h"
#include "heap/strings.h"
#include "library/format.h"

// Values of every kind: what fmt/print.go does with package reflect, and the order of maps
// (internal/fmtsort).

namespace sluice {

FormatInterfaces findFormatInterfaces(const TypeTable& types) {
    FormatInterfaces found;
    for (TypeId id = 1; id < types.types.size(); id++) {
        const RType& type = types[id];
        if (type.kind != RKind::Interface) continue;
        if (type.name == "fmt.Formatter")
            found.formatter = id;
        else if (type.name == "fmt.Stringer")
            found.stringer = id;
        else if (type.name == "fmt.GoStringer")
            found.goStringer = id;
        else if (type.name == "error")
            found.error = id;
    }
    return found;
}

FormatValue Formatter::dynamic(const Slot* interface, Slot* scratch) const {
    TypeId type = static_cast<TypeId>(interface[0]);
    if (type == 0) return {};
    return {type, interfaceImage(heap_, type, interface[1], scratch), false, false, false};
}

FormatValue Formatter::element(TypeId type, const uint8_t* base, uint64_t index, bool readOnly) const {
    const RType& info = types_[type];
    bool packed = info.kind == RKind::Bool || info.kind == RKind::Uint8;
    uint64_t stride = packed ? 1 : uint64_t{info.slots} * kSlotBytes;
    return {type, reinterpret_cast<const Slot*>(base + index * stride), packed, readOnly, false};
}

FormatValue Formatter::field(const FormatValue& value, const RField& field, Slot* scratch) const {
    const Slot* image = value.image + field.slotOffset;
    bool readOnly = value.readOnly || (!field.exported && !field.embedded);
    bool embedded = !field.exported && field.embedded;
    if (types_[field.type].kind == RKind::Interface && image[0] != 0) {
        FormatValue inner = dynamic(image, scratch);
        inner.readOnly = readOnly || embedded;
        return inner;
    }
    return {field.type, image, false, readOnly, embedded};
}

bool Formatter::mustSpeak(TypeId type, uint32_t verb) const {
    if (types_[type].methods.empty()) return false;
    auto has = [&](TypeId interface) { return interface != 0 && implements(types_, type, interface); };
    if (has(interfaces_.formatter)) return true;
    if (flags_.sharpV) return has(interfaces_.goStringer);
    if (verb != 'v' && verb != 's' && verb != 'x' && verb != 'X' && verb != 'q') return false;
    return has(interfaces_.error) || has(interfaces_.stringer);
}

bool Formatter::handleMethods(const FormatValue& value, uint32_t verb) {
    if (erroring_) return false;
    if (verb == 'w') {
        bool isError =
            value.type != 0 && interfaces_.error != 0 && implements(types_, value.type, interfaces_.error);
        if (!isError || !wrapErrors_) {
            badVerb(value, verb);
            return true;
        }
        verb = 'v';
    }
    if (value.type == 0 || !mustSpeak(value.type, verb)) return false;
    if (nextAnswer_ < answers_.size()) {
        const FormatAnswer& answer = answers_[nextAnswer_++];
        if (answer.raw)
            write(answer.text);
        else
            stringVerb(answer.text, verb);
        return true;
    }
    FormatRequest request{value.type, {}, verb, flags_};
    const RType& type = types_[value.type];
    if (value.packed)
        request.image.push_back(*reinterpret_cast<const uint8_t*>(value.image));
    else
        request.image.assign(value.image, value.image + type.slots);
    requests_.push_back(std::move(request));
    return true;
}

void Formatter::badVerbNil(uint32_t verb) {
    write("%!");
    writeRune(verb);
    write("(<nil>)");
}

void Formatter::badVerb(const FormatValue& value, uint32_t verb) {
    if (value.type == 0) return badVerbNil(verb);
    erroring_ = true;
    write("%!");
    writeRune(verb);
    write("(");
    write(types_[value.type].name);
    write("=");
    printValue(value, 'v', 0);
    write(")");
    erroring_ = false;
}

void Formatter::value(const FormatValue& value, bool sharp) {
    flags_ = {};
    flags_.sharpV = sharp;
    erroring_ = true;
    printValue(value, 'v', 0);
    erroring_ = false;
}

void Formatter::printValue(const FormatValue& value, uint32_t verb, int depth) {
    if (depth > kMaxDepth || out_.size() > kMaxText / 2) return write("...");
    const RType& type = types_[value.type];
    if (type.kind == RKind::Interface) {
        Slot scratch = 0;
        FormatValue inner = dynamic(value.image, &scratch);
        inner.readOnly = value.isSilent();
        if (inner.type == 0) {
            if (flags_.sharpV) write(type.name);
            return write(flags_.sharpV ? "(nil)" : "<nil>");
        }
        return printValue(inner, verb, depth + 1);
    }
    if (depth > 0 && !value.isSilent() && handleMethods(value, verb)) return;
    auto number = [&] {
        return value.packed ? *reinterpret_cast<const uint8_t*>(value.image) : *value.image;
    };
    switch (type.kind) {
        case RKind::Bool: return fmtBool(value, verb);
        case RKind::Int:
        case RKind::Int8:
        case RKind::Int16:
        case RKind::Int32:
        case RKind::Int64: return fmtInteger(value, number(), true, verb);
        case RKind::Uint:
        case RKind::Uint8:
        case RKind::Uint16:
        case RKind::Uint32:
        case RKind::Uint64:
        case RKind::Uintptr: return fmtInteger(value, number(), false, verb);
        case RKind::Float32: return fmtFloat(value, slotToDouble(*value.image), 32, verb);
        case RKind::Float64: return fmtFloat(value, slotToDouble(*value.image), 64, verb);
        case RKind::String: return fmtString(value, heap_.view(value.image[0], value.image[1]), verb);
        case RKind::Map: return printMap(value, verb, depth);
        case RKind::Struct: return printStruct(value, verb, depth);
        case RKind::Array:
        case RKind::Slice: return printList(value, verb, depth);
        case RKind::Pointer: return printPointer(value, verb, depth);
        case RKind::Chan:
        case RKind::Func:
        case RKind::UnsafePointer: return fmtAddress(value, shownAddress(*value.image), verb);
        default: return write("?");
    }
}

void Formatter::printStruct(const FormatValue& value, uint32_t verb, int depth) {
    const RType& type = types_[value.type];
    const bool isPrimitive = type.package == "sync";
    if (flags_.sharpV) write(type.name);
    write("{");
    for (size_t i = 0; i < type.fields.size(); i++) {
        if (i > 0) write(flags_.sharpV ? ", " : " ");
        const RField& info = type.fields[i];
        if ((flags_.plusV || flags_.sharpV) && !info.name.empty()) {
            write(info.name);
            write(":");
        }
        Slot scratch = 0;
        FormatValue inner = field(value, info, &scratch);
        // Package sync keeps numbers of its own in its structs; Go's would be zero but for a locked mutex.
        const Slot state = isPrimitive && info.name == "state" && *inner.image != 0 ? 1 : 0;
        if (isPrimitive && (types_[inner.type].isSigned() || types_[inner.type].isUnsigned()))
            inner.image = &state;
        printValue(inner, verb, depth + 1);
    }
    write("}");
}

const uint8_t* Formatter::listBytes(const FormatValue& value, uint64_t& length) const {
    const RType& type = types_[value.type];
    if (type.kind == RKind::Array) {
        length = type.length;
        return reinterpret_cast<const uint8_t*>(value.image);
    }
    length = value.image[1];
    return value.image[0] == 0 ? nullptr : heap_.at(value.image[0]);
}

void Formatter::printList(const FormatValue& value, uint32_t verb, int depth) {
    const RType& type = types_[value.type];
    uint64_t length = 0;
    const uint8_t* base = listBytes(value, length);
    bool isNil = type.kind == RKind::Slice && value.image[0] == 0;
    if (types_[type.elem].kind == RKind::Uint8) {
        bool text = verb == 's' || verb == 'q' || verb == 'x' || verb == 'X';
        bool exact = type.name == "[]uint8" && depth == 0 && (verb == 'v' || verb == 'd');
        if (text || exact) {
            return fmtBytes(value, {reinterpret_cast<const char*>(base), static_cast<size_t>(length)}, isNil,
                            verb);
        }
    }
    if (flags_.sharpV) {
        write(type.name);
        if (isNil) return write("(nil)");
    }
    write(flags_.sharpV ? "{" : "[");
    for (uint64_t i = 0; i < length; i++) {
        if (i > 0) write(flags_.sharpV ? ", " : " ");
        if (out_.size() > kMaxText / 2) return write("...");
        printValue(element(type.elem, base, i, value.isSilent()), verb, depth + 1);
    }
    write(flags_.sharpV ? "}" : "]");
}

void Formatter::printPointer(const FormatValue& value, uint32_t verb, int depth) {
    const RType& type = types_[value.type];
    Slot pointer = *value.image;
    if (depth == 0 && pointer != 0) {
        RKind kind = types_[type.elem].kind;
        if (kind == RKind::Array || kind == RKind::Slice || kind == RKind::Struct || kind == RKind::Map) {
            write("&");
            return printValue({type.elem, heap_.slotAt(pointer), false, value.isSilent(), false}, verb,
                              depth + 1);
        }
    }
    fmtAddress(value, shownAddress(pointer), verb);
}

void Formatter::printMap(const FormatValue& value, uint32_t verb, int depth) {
    const RType& type = types_[value.type];
    Slot map = *value.image;
    if (flags_.sharpV) {
        write(type.name);
        if (map == 0) return write("(nil)");
    }
    write(flags_.sharpV ? "{" : "map[");
    std::vector<MapEntry> entries;
    MapIterator iterator = mapIterate(heap_, value.type, map, 0);
    for (MapEntry entry = mapNext(heap_, value.type, iterator); entry.key != nullptr;
         entry = mapNext(heap_, value.type, iterator)) {
        entries.push_back(entry);
    }
    sortStable(entries, [&](const MapEntry& a, const MapEntry& b) {
        return compareValues({type.key, a.key, false, false, false}, {type.key, b.key, false, false, false},
                             0) < 0;
    });
    for (size_t i = 0; i < entries.size(); i++) {
        if (i > 0) write(flags_.sharpV ? ", " : " ");
        printValue({type.key, entries[i].key, false, value.isSilent(), false}, verb, depth + 1);
        write(":");
        printValue({type.elem, entries[i].value, false, value.isSilent(), false}, verb, depth + 1);
    }
    write(flags_.sharpV ? "}" : "]");
}

namespace {

template <typename T>
int order(T a, T b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

int orderFloats(double a, double b) {
    if (a < b || (std::isnan(a) && !std::isnan(b))) return -1;
    if (a > b || (std::isnan(b) && !std::isnan(a))) return 1;
    return 0;
}

}  // namespace

int Formatter::compareValues(const FormatValue& a, const FormatValue& b, int depth) const {
    const RType& type = types_[a.type];
    if (depth > kMaxDepth) return 0;
    auto number = [](const FormatValue& v) {
        return v.packed ? *reinterpret_cast<const uint8_t*>(v.image) : *v.image;
    };
    switch (type.kind) {
        case RKind::Int:
        case RKind::Int8:
        case RKind::Int16:
        case RKind::Int32:
        case RKind::Int64: return order(static_cast<int64_t>(number(a)), static_cast<int64_t>(number(b)));
        case RKind::Float32:
        case RKind::Float64: return orderFloats(slotToDouble(*a.image), slotToDouble(*b.image));
        case RKind::String:
            return order(heap_.view(a.image[0], a.image[1]).compare(heap_.view(b.image[0], b.image[1])), 0);
        case RKind::Struct:
            for (const RField& info : type.fields) {
                int result =
                    compareValues({info.type, a.image + info.slotOffset, false, false, false},
                                  {info.type, b.image + info.slotOffset, false, false, false}, depth + 1);
                if (result != 0) return result;
            }
            return 0;
        case RKind::Array:
            for (uint64_t i = 0; i < type.length; i++) {
                FormatValue x = element(type.elem, reinterpret_cast<const uint8_t*>(a.image), i, false);
                FormatValue y = element(type.elem, reinterpret_cast<const uint8_t*>(b.image), i, false);
                if (int result = compareValues(x, y, depth + 1); result != 0) return result;
            }
            return 0;
        case RKind::Interface: {
            Slot scratchA = 0;
            Slot scratchB = 0;
            FormatValue x = dynamic(a.image, &scratchA);
            FormatValue y = dynamic(b.image, &scratchB);
            if (x.type != y.type || x.type == 0) return order(x.type, y.type);
            return compareValues(x, y, depth + 1);
        }
        default: return order(number(a), number(b));
    }
}

}  // namespace sluice
