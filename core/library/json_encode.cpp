#include "library/json_encode.h"

#include <algorithm>
#include <cmath>

#include "base/order.h"
#include "base/utf8.h"
#include "heap/compare.h"
#include "heap/map.h"
#include "library/json_text.h"
#include "library/number_text.h"

namespace sluice {
namespace {

bool hasOption(std::string_view options, std::string_view name) {
    while (!options.empty()) {
        size_t comma = options.find(',');
        if (options.substr(0, comma) == name) return true;
        if (comma == std::string_view::npos) break;
        options.remove_prefix(comma + 1);
    }
    return false;
}

/// The value of the key json in a struct tag; false if there is none.
bool jsonTag(std::string_view tag, std::string& value) {
    while (!tag.empty()) {
        tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
        size_t colon = tag.find(":\"");
        if (colon == std::string_view::npos) return false;
        std::string_view key = tag.substr(0, colon);
        size_t end = colon + 2;
        while (end < tag.size() && tag[end] != '"') end += tag[end] == '\\' ? 2 : 1;
        if (end >= tag.size()) return false;
        if (key == "json") return unquote(tag.substr(colon + 1, end - colon), value);
        tag.remove_prefix(end + 1);
    }
    return false;
}

void collect(const TypeTable& types, TypeId type, std::vector<uint32_t> path, int depth,
             std::vector<JsonField>& out, std::vector<int>& depths) {
    if (depth > 8) return;
    const RType& info = types[type];
    for (uint32_t i = 0; i < info.fields.size(); i++) {
        const RField& field = info.fields[i];
        TypeId inner = types[field.type].kind == RKind::Pointer ? types[field.type].elem : field.type;
        bool isStruct = types[inner].kind == RKind::Struct;
        if (!field.exported && !(field.embedded && isStruct)) continue;
        std::string tag;
        bool tagged = jsonTag(field.tag, tag);
        if (tag == "-") continue;
        std::string name = tag.substr(0, tag.find(','));
        std::string options = name.size() < tag.size() ? tag.substr(name.size() + 1) : "";
        std::vector<uint32_t> here = path;
        here.push_back(i);
        if (field.embedded && name.empty() && isStruct) {
            collect(types, inner, here, depth + 1, out, depths);
            continue;
        }
        if (!field.exported) continue;
        JsonField found{&field,
                        here,
                        !tagged || name.empty() ? field.name : name,
                        hasOption(options, "omitempty"),
                        hasOption(options, "omitzero"),
                        hasOption(options, "string")};
        // A field nearer to the surface hides those of the same name further down.
        bool hidden = false;
        for (size_t k = 0; k < out.size(); k++) {
            if (out[k].name != found.name) continue;
            hidden = depths[k] <= depth;
            if (hidden) break;
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(k));
            depths.erase(depths.begin() + static_cast<std::ptrdiff_t>(k));
            break;
        }
        if (hidden) continue;
        out.push_back(std::move(found));
        depths.push_back(depth);
    }
}

}  // namespace

JsonInterfaces findJsonInterfaces(const TypeTable& types) {
    JsonInterfaces found;
    for (TypeId id = 1; id < types.types.size(); id++) {
        const RType& type = types[id];
        if (type.kind != RKind::Interface) continue;
        if (type.name == "json.Marshaler")
            found.marshaler = id;
        else if (type.name == "json.textMarshaler")
            found.textMarshaler = id;
        else if (type.name == "json.Unmarshaler")
            found.unmarshaler = id;
        else if (type.name == "json.textUnmarshaler")
            found.textUnmarshaler = id;
    }
    return found;
}

std::vector<JsonField> jsonFields(const TypeTable& types, TypeId type) {
    std::vector<JsonField> out;
    std::vector<int> depths;
    collect(types, type, {}, 0, out, depths);
    sortStable(out, [](const JsonField& a, const JsonField& b) { return a.path < b.path; });
    return out;
}

void appendJsonString(std::string& out, std::string_view text, bool html) {
    static const char kHex[] = "0123456789abcdef";
    out.push_back('"');
    while (!text.empty()) {
        DecodedRune rune = decodeRune(text);
        char c = text[0];
        if (rune.width > 1 && rune.rune != 0x2028 && rune.rune != 0x2029) {
            out.append(text.substr(0, rune.width));
        } else if (!rune.valid) {
            out += "\\ufffd";
        } else if (rune.width > 1) {
            out += rune.rune == 0x2028 ? "\\u2028" : "\\u2029";
        } else if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t') {
            out.push_back('\\');
            out.push_back(c == '\b' ? 'b' : c == '\f' ? 'f' : c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        } else if (static_cast<uint8_t>(c) < ' ' || (html && (c == '<' || c == '>' || c == '&'))) {
            out += "\\u00";
            out.push_back(kHex[static_cast<uint8_t>(c) >> 4]);
            out.push_back(kHex[c & 15]);
        } else {
            out.push_back(c);
        }
        text.remove_prefix(rune.width);
    }
    out.push_back('"');
}

void appendBase64(std::string& out, std::string_view bytes) {
    static const char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.size(); i += 3) {
        uint32_t word = 0;
        for (size_t j = 0; j < 3; j++)
            word = word << 8 | (i + j < bytes.size() ? static_cast<uint8_t>(bytes[i + j]) : 0u);
        for (size_t j = 0; j < 4; j++)
            out.push_back(i + j > bytes.size() ? '=' : kAlphabet[word >> (18 - 6 * j) & 63]);
    }
}

void JsonEncoder::run(Slot type, Slot data) {
    Slot scratch = 0;
    TypeId id = static_cast<TypeId>(type);
    if (id == 0)
        out_ = "null";
    else
        value(id, interfaceImage(heap_, id, data, &scratch), false, false, 0);
}

bool JsonEncoder::speaks(TypeId type, const Slot* image, bool packed) {
    const RType& info = types_[type];
    if (info.methods.empty() || info.isInterface()) return false;
    auto has = [&](TypeId interface) { return interface != 0 && implements(types_, type, interface); };
    if (!has(interfaces_.marshaler) && !has(interfaces_.textMarshaler)) return false;
    if (info.kind == RKind::Pointer && *image == 0) return false;
    if (nextAnswer_ < answers_.size()) {
        out_ += answers_[nextAnswer_++];
        return true;
    }
    if (stopped_) return true;
    JsonRequest request{type, {}};
    if (packed)
        request.image.push_back(*reinterpret_cast<const uint8_t*>(image));
    else
        request.image.assign(image, image + info.slots);
    requests_.push_back(std::move(request));
    return true;
}

void JsonEncoder::quotedText(std::string_view text) { appendJsonString(out_, text, html_); }

void JsonEncoder::number(double value, int bits, bool quoted) {
    if (std::isnan(value) || std::isinf(value)) {
        error_ = "json: unsupported value: " + formatFloat(value, 'g', -1, bits);
        return;
    }
    double magnitude = std::fabs(value);
    bool small = bits == 64 ? magnitude < 1e-6 : static_cast<float>(magnitude) < 1e-6f;
    bool large = bits == 64 ? magnitude >= 1e21 : static_cast<float>(magnitude) >= 1e21f;
    std::string text = formatFloat(value, magnitude != 0 && (small || large) ? 'e' : 'f', -1, bits);
    size_t n = text.size();
    if (n >= 4 && text[n - 4] == 'e' && text[n - 3] == '-' && text[n - 2] == '0') text.erase(n - 2, 1);
    out_ += quoted ? "\"" + text + "\"" : text;
}

void JsonEncoder::value(TypeId type, const Slot* image, bool packed, bool quoted, int depth) {
    if (!error_.empty()) return;
    if (depth > kMaxDepth) {
        error_ = "json: unsupported value: encountered a cycle via " + types_[type].name;
        return;
    }
    const RType& info = types_[type];
    if (speaks(type, image, packed)) return;
    Slot word = packed ? *reinterpret_cast<const uint8_t*>(image) : info.slots == 0 ? 0 : *image;
    const char* quote = quoted ? "\"" : "";
    switch (info.kind) {
        case RKind::Bool: out_ += std::string(quote) + (word != 0 ? "true" : "false") + quote; return;
        case RKind::Int:
        case RKind::Int8:
        case RKind::Int16:
        case RKind::Int32:
        case RKind::Int64: out_ += quote + formatSigned(static_cast<int64_t>(word), 10) + quote; return;
        case RKind::Uint:
        case RKind::Uint8:
        case RKind::Uint16:
        case RKind::Uint32:
        case RKind::Uint64:
        case RKind::Uintptr: out_ += quote + formatUnsigned(word, 10) + quote; return;
        case RKind::Float32: return number(slotToDouble(word), 32, quoted);
        case RKind::Float64: return number(slotToDouble(word), 64, quoted);
        case RKind::String: {
            std::string_view text = heap_.view(image[0], image[1]);
            if (info.name == "json.Number") {
                out_ += text.empty() ? "0" : text;
            } else if (quoted) {
                std::string inner;
                appendJsonString(inner, text, html_);
                quotedText(inner);
            } else {
                quotedText(text);
            }
            return;
        }
        case RKind::Interface: {
            Slot scratch = 0;
            TypeId inner = static_cast<TypeId>(image[0]);
            if (inner == 0)
                out_ += "null";
            else
                value(inner, interfaceImage(heap_, inner, image[1], &scratch), false, false, depth + 1);
            return;
        }
        case RKind::Pointer:
            if (word == 0)
                out_ += "null";
            else
                value(info.elem, heap_.slotAt(word),
                      types_[info.elem].kind == RKind::Bool || types_[info.elem].kind == RKind::Uint8, quoted,
                      depth + 1);
            return;
        case RKind::Struct: return structure(type, image, depth);
        case RKind::Map: return map(type, word, depth);
        case RKind::Slice:
        case RKind::Array: return list(type, image, depth);
        default: error_ = "json: unsupported type: " + info.name;
    }
}

bool JsonEncoder::isZero(TypeId type, const Slot* image) const {
    for (uint32_t i = 0; i < types_[type].slots; i++)
        if (image[i] != 0) return false;
    return true;
}

bool JsonEncoder::isEmpty(TypeId type, const Slot* image) const {
    const RType& info = types_[type];
    switch (info.kind) {
        case RKind::Array: return info.length == 0;
        case RKind::Map: return mapLength(heap_, *image) == 0;
        case RKind::Slice:
        case RKind::String: return image[1] == 0;
        case RKind::Float32:
        case RKind::Float64: return slotToDouble(*image) == 0;
        case RKind::Struct: return false;
        default: return image[0] == 0;
    }
}

void JsonEncoder::structure(TypeId type, const Slot* image, int depth) {
    out_.push_back('{');
    bool first = true;
    for (const JsonField& field : jsonFields(types_, type)) {
        const Slot* at = image;
        TypeId current = type;
        for (uint32_t index : field.path) {
            if (types_[current].kind == RKind::Pointer) {
                at = *at == 0 ? nullptr : heap_.slotAt(*at);
                current = types_[current].elem;
            }
            if (at == nullptr) break;
            const RField& step = types_[current].fields[index];
            at += step.slotOffset;
            current = step.type;
        }
        if (at == nullptr || (field.omitEmpty && isEmpty(current, at)) ||
            (field.omitZero && isZero(current, at)))
            continue;
        if (!first) out_.push_back(',');
        first = false;
        quotedText(field.name);
        out_.push_back(':');
        value(current, at, false, field.quoted, depth + 1);
    }
    out_.push_back('}');
}

void JsonEncoder::list(TypeId type, const Slot* image, int depth) {
    const RType& info = types_[type];
    const RType& element = types_[info.elem];
    bool isSlice = info.kind == RKind::Slice;
    if (isSlice && image[0] == 0) {
        out_ += "null";
        return;
    }
    uint64_t length = isSlice ? image[1] : info.length;
    const uint8_t* base = isSlice ? heap_.at(image[0]) : reinterpret_cast<const uint8_t*>(image);
    if (isSlice && element.kind == RKind::Uint8 && element.methods.empty()) {
        out_.push_back('"');
        appendBase64(out_, {reinterpret_cast<const char*>(base), static_cast<size_t>(length)});
        out_.push_back('"');
        return;
    }
    bool packed = element.kind == RKind::Bool || element.kind == RKind::Uint8;
    uint64_t stride = packed ? 1 : uint64_t{element.slots} * kSlotBytes;
    out_.push_back('[');
    for (uint64_t i = 0; i < length && error_.empty(); i++) {
        if (i > 0) out_.push_back(',');
        value(info.elem, reinterpret_cast<const Slot*>(base + i * stride), packed, false, depth + 1);
    }
    out_.push_back(']');
}

std::string JsonEncoder::plainName(const RType& key, const Slot* image) const {
    if (key.kind == RKind::String) return std::string(heap_.view(image[0], image[1]));
    return key.isSigned() ? formatSigned(static_cast<int64_t>(*image), 10) : formatUnsigned(*image, 10);
}

std::string JsonEncoder::spokenName(TypeId key, const Slot* image) {
    size_t before = out_.size();
    speaks(key, image, false);
    std::string name = unquoteJson(std::string_view(out_).substr(before));
    out_.resize(before);
    return name;
}

void JsonEncoder::map(TypeId type, Slot map, int depth) {
    if (map == 0) {
        out_ += "null";
        return;
    }
    const RType& info = types_[type];
    const RType& key = types_[info.key];
    bool spoken = key.kind != RKind::String && interfaces_.textMarshaler != 0 && !key.isInterface() &&
                  implements(types_, info.key, interfaces_.textMarshaler);
    if (key.kind != RKind::String && !key.isSigned() && !key.isUnsigned() && !spoken) {
        error_ = "json: unsupported type: " + info.name;
        return;
    }
    size_t asked = requests_.size();
    std::vector<std::pair<std::string, const Slot*>> entries;
    MapIterator iterator = mapIterate(heap_, type, map, 0);
    for (MapEntry entry = mapNext(heap_, type, iterator); entry.key != nullptr;
         entry = mapNext(heap_, type, iterator)) {
        std::string name = spoken ? spokenName(info.key, entry.key) : plainName(key, entry.key);
        entries.emplace_back(std::move(name), entry.value);
    }
    if (spoken && requests_.size() > asked) {
        stopped_ = true;
        return;
    }
    sortStable(entries, [](const auto& a, const auto& b) { return a.first < b.first; });
    out_.push_back('{');
    for (size_t i = 0; i < entries.size() && error_.empty(); i++) {
        if (i > 0) out_.push_back(',');
        quotedText(entries[i].first);
        out_.push_back(':');
        value(info.elem, entries[i].second, false, false, depth + 1);
    }
    out_.push_back('}');
}

}  // namespace sluice
