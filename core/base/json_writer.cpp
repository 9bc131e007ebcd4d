#include "base/json_writer.h"

#include <cmath>

#include "base/decimal.h"
#include "base/utf8.h"

namespace sluice {

JsonWriter& JsonWriter::raw(std::string_view value) {
    if (needsComma_) out_ += ',';
    out_ += value;
    needsComma_ = true;
    return *this;
}

JsonWriter& JsonWriter::beginObject() {
    raw("{");
    needsComma_ = false;
    return *this;
}
JsonWriter& JsonWriter::endObject() {
    out_ += '}';
    needsComma_ = true;
    return *this;
}
JsonWriter& JsonWriter::beginArray() {
    raw("[");
    needsComma_ = false;
    return *this;
}
JsonWriter& JsonWriter::endArray() {
    out_ += ']';
    needsComma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    text(name);
    out_ += ':';
    needsComma_ = false;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string quoted = "\"";
    while (!value.empty()) {
        const auto byte = static_cast<unsigned char>(value.front());
        size_t length = 1;
        if (byte == '"' || byte == '\\') {
            quoted += '\\';
            quoted += static_cast<char>(byte);
        } else if (byte < 0x20) {
            quoted += "\\u00";
            quoted += kHex[byte >> 4];
            quoted += kHex[byte & 15];
        } else if (byte < 0x80) {
            quoted += static_cast<char>(byte);
        } else {
            const DecodedRune rune = decodeRune(value);
            length = rune.width;
            appendRune(quoted, rune.rune);
        }
        value.remove_prefix(length);
    }
    return raw(quoted + '"');
}

JsonWriter& JsonWriter::number(int64_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::real(double value) {
    constexpr int kLargestExponent = 21;  // as JavaScript writes numbers
    return raw(std::isfinite(value) ? shortestText(value, false, kLargestExponent) : "null");
}

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

}  // namespace sluice
