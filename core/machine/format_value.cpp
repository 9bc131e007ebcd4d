// Go values as short texts for the trace and the inspector: what fmt's %v prints, without running Go
// code.
//
// Invariants: bounded output and bounded depth whatever the value is; no addresses; cyclic data ends at
// the depth limit.
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "base/decimal.h"
#include "heap/compare.h"
#include "heap/map.h"
#include "machine/machine.h"

namespace sluice {

namespace {

constexpr int kMaxFormatDepth = 6;
constexpr const char* kCut = "…";

/// The shortest decimal that reads back as the same value, in the form of %v (%g with exponents outside -4
/// … 21).
std::string shortestFloat(double value, bool single) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    constexpr int kLargestExponent = 21;
    return shortestText(value, single, kLargestExponent);
}

/// time.Duration.String.
std::string durationText(int64_t ns) {
    if (ns == 0) return "0s";
    std::string sign = ns < 0 ? "-" : "";
    uint64_t rest = ns < 0 ? uint64_t{0} - static_cast<uint64_t>(ns) : static_cast<uint64_t>(ns);
    const auto fraction = [](uint64_t whole, uint64_t unit, const char* suffix) {
        std::string out = std::to_string(whole / unit);
        std::string decimals = std::to_string(unit + whole % unit).substr(1);
        while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
        return out + (decimals.empty() ? "" : "." + decimals) + suffix;
    };
    if (rest < 1000) return sign + std::to_string(rest) + "ns";
    if (rest < 1000000) return sign + fraction(rest, 1000, "µs");
    if (rest < 1000000000) return sign + fraction(rest, 1000000, "ms");
    const uint64_t minute = uint64_t{60} * 1000000000;
    std::string out = sign;
    if (rest >= 60 * minute) out += std::to_string(rest / (60 * minute)) + "h";
    if (rest >= minute) out += std::to_string(rest % (60 * minute) / minute) + "m";
    return out + fraction(rest % minute, 1000000000, "s");
}

void appendQuoted(std::string_view text, std::string& out) {
    out += '"';
    for (char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\x";
            appendHexDigits(out, static_cast<unsigned char>(c), 2);
        } else {
            out += c;
        }
    }
    out += '"';
}

/// One formatting job; stops early once the text is long enough.
class Formatter {
  public:
    /// `hideLocks`: without the fields of package sync's own types.
    Formatter(Heap& heap, size_t most, bool quote, bool hideLocks = false)
        : heap_(heap), most_(most), quote_(quote), hideLocks_(hideLocks) {}

    std::string out;

    /// `image` is a memory image.
    void add(TypeId id, const Slot* image, int depth) {
        if (full()) return;
        if (depth > kMaxFormatDepth) {
            out += kCut;
            return;
        }
        const RType& type = heap_.types()[id];
        switch (type.kind) {
            case RKind::Bool: out += (image[0] & 0xFF) != 0 ? "true" : "false"; break;
            case RKind::String: addString(heap_.view(image[0], image[1])); break;
            case RKind::Float32:
            case RKind::Float64:
                out += shortestFloat(slotToDouble(image[0]), type.kind == RKind::Float32);
                break;
            case RKind::Interface: addInterface(image, depth); break;
            case RKind::Pointer: addPointer(type, image[0], depth); break;
            case RKind::Struct: addStruct(type, image, depth); break;
            case RKind::Array:
                addElements(type.elem, reinterpret_cast<const uint8_t*>(image), type.length, depth);
                break;
            case RKind::Slice:
                addElements(type.elem, image[1] == 0 ? nullptr : heap_.at(image[0]), image[1], depth);
                break;
            case RKind::Map: addMap(id, image[0], depth); break;
            case RKind::Chan: out += image[0] == 0 ? "<nil>" : type.name; break;
            case RKind::Func: out += image[0] == 0 ? "<nil>" : "func"; break;
            default:
                if (type.name == "time.Duration") {
                    out += durationText(static_cast<int64_t>(image[0]));
                } else if (type.isSigned()) {
                    out += std::to_string(static_cast<int64_t>(image[0]));
                } else {
                    out += std::to_string(image[0]);
                }
        }
    }

    void finish() {
        if (out.size() <= most_) return;
        size_t end = most_;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
        out.resize(end);
        out += kCut;
    }

  private:
    bool full() const { return out.size() > most_; }

    void addString(std::string_view text) {
        const std::string_view head = text.substr(0, most_ + 4);
        if (quote_) {
            appendQuoted(head, out);
        } else {
            out += head;
        }
    }

    void addInterface(const Slot* image, int depth) {
        if (image[0] == 0) {
            out += "<nil>";
            return;
        }
        const TypeId id = static_cast<TypeId>(image[0]);
        Slot scratch;
        add(id, interfaceImage(heap_, id, image[1], &scratch), depth + 1);
    }

    void addPointer(const RType& type, Slot pointer, int depth) {
        if (pointer == 0) {
            out += "<nil>";
            return;
        }
        const RType& elem = heap_.types()[type.elem];
        // Error values made of a text (errors.New, fmt.Errorf) show it.
        bool isError = false;
        for (const RMethod& method : type.methods) isError = isError || method.name == "Error";
        if (isError && elem.kind == RKind::Struct && !elem.fields.empty() &&
            heap_.types()[elem.fields[0].type].kind == RKind::String) {
            const Slot* text = heap_.slotAt(pointer);
            addString(heap_.view(text[0], text[1]));
            return;
        }
        out += "&";
        if (depth == 0 && (elem.kind == RKind::Struct || elem.kind == RKind::Array ||
                           elem.kind == RKind::Slice || elem.kind == RKind::Map)) {
            add(type.elem, heap_.slotAt(pointer), depth + 1);
        } else {
            out += elem.name;
        }
    }

    void addStruct(const RType& type, const Slot* image, int depth) {
        if (type.name == "time.Time" && (image[0] >> 63) != 0) {
            // Monotonic reading: the virtual instant, kept one above so that it is never zero.
            out += durationText(static_cast<int64_t>(image[1]) - 1);
            return;
        }
        if (type.name == "context.deadlineExceededError" || type.name == "context.DeadlineExceededError") {
            out += "context deadline exceeded";
            return;
        }
        if (hideLocks_ && (type.package == "sync" || type.package == "sync/atomic")) {
            out += "{…}";  // words that mean nothing to a reader
            return;
        }
        out += "{";
        for (size_t i = 0; i < type.fields.size() && !full(); ++i) {
            if (i > 0) out += " ";
            add(type.fields[i].type, image + type.fields[i].slotOffset, depth + 1);
        }
        out += "}";
    }

    void addElements(TypeId elemType, const uint8_t* data, uint64_t count, int depth) {
        const RType& elem = heap_.types()[elemType];
        out += "[";
        for (uint64_t i = 0; i < count && !full(); ++i) {
            if (i > 0) out += " ";
            if (elem.packed()) {
                const Slot value = data[i];
                add(elemType, &value, depth + 1);
            } else {
                add(elemType, reinterpret_cast<const Slot*>(data) + i * elem.slots, depth + 1);
            }
        }
        out += "]";
    }

    void addMap(TypeId id, Slot map, int depth) {
        out += "map[";
        const RType& type = heap_.types()[id];
        MapIterator iterator = mapIterate(heap_, id, map, 0);
        bool first = true;
        while (!full()) {
            const MapEntry entry = mapNext(heap_, id, iterator);
            if (entry.key == nullptr) break;
            if (!first) out += " ";
            first = false;
            add(type.key, entry.key, depth + 1);
            out += ":";
            add(type.elem, entry.value, depth + 1);
        }
        out += "]";
    }

    Heap& heap_;
    size_t most_;
    bool quote_;
    bool hideLocks_;
};

}  // namespace

std::string Machine::formatValue(TypeId id, const Slot* image, size_t maxBytes, bool quote) {
    const RType& type = types()[id];
    Formatter formatter(heap_, maxBytes, quote);
    if (type.big && image[0] == 0) return "zero " + type.name;
    formatter.add(id, type.big ? heap_.slotAt(image[0]) : image, 0);
    formatter.finish();
    return formatter.out;
}

std::string Machine::formatMemory(TypeId id, const Slot* image, size_t maxBytes, bool quote) {
    Formatter formatter(heap_, maxBytes, quote, true);
    formatter.add(id, image, 0);
    formatter.finish();
    return formatter.out;
}

bool Machine::isPlainInteger(uint32_t id) const {
    if (id == 0 || id >= types().types.size()) return false;
    const RType& type = types()[id];
    return (type.isSigned() || (type.isUnsigned() && type.goSize < 8)) && type.name != "time.Duration";
}

void Machine::format(const uint64_t* image, uint32_t type, std::string& out) {
    out += formatValue(type, image, kMaxValueText, false);
}

}  // namespace sluice
