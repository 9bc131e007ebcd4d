#include "library/scan.h"

#include "base/utf8.h"
#include "heap/strings.h"
#include "library/number_text.h"

namespace sluice {

int Scanner::peek() {
    if (width_ == 0) return kEnd;
    if (at_ < text_.size()) return static_cast<uint8_t>(text_[at_]);
    if (more_) asks_ = true;
    return kEnd;
}

int Scanner::take() {
    int c = peek();
    if (c == kEnd) return kEnd;
    size_t width = decodeRune(text_.substr(at_)).width;
    at_ += width;
    if (width_ > 0) width_--;
    return c;
}

void Scanner::fail(std::string_view text) {
    if (error_.empty() && !asks_) error_ = text;
}

void Scanner::run(ScanMode mode, std::string_view format) {
    if (mode == ScanMode::Format)
        directives(format);
    else
        words(mode == ScanMode::Line);
}

void Scanner::skipSpace(bool stopAtNewline) {
    for (int c = peek(); c != kEnd && isSpace(c); c = peek()) {
        if (c == '\n') {
            if (stopAtNewline) break;
            if (!newlineIsSpace_) {
                take();
                return fail("unexpected newline");
            }
        }
        take();
    }
}

void Scanner::words(bool line) {
    newlineIsSpace_ = !line;
    size_t targets = targets_.size() / 2;
    for (size_t i = 0; i < targets && !failed(); i++) {
        skipSpace(false);
        if (failed()) break;
        if (peek() == kEnd) {
            fail("EOF");
            break;
        }
        value(i, 'v');
        if (!failed()) count_++;
    }
    if (failed() || !line) return;
    // The line must end here.
    for (;;) {
        int c = peek();
        if (c == '\n') {
            take();
            return;
        }
        if (c == kEnd) return;
        if (!isSpace(c)) return fail("expected newline");
        take();
    }
}

bool Scanner::formatSpace(std::string_view format, size_t& i) {
    bool newline = false;
    bool any = false;
    for (; i < format.size() && isSpace(static_cast<uint8_t>(format[i])); i++) {
        any = true;
        newline = newline || format[i] == '\n';
    }
    if (!any) return false;
    bool sawNewline = false;
    for (int c = peek(); c != kEnd && isSpace(c); c = peek()) {
        if (c == '\n') {
            if (!newline || sawNewline) break;
            sawNewline = true;
        }
        take();
    }
    if (asks_) return true;
    if (newline && !sawNewline && peek() != kEnd) fail("newline in format does not match input");
    return true;
}

void Scanner::directives(std::string_view format) {
    newlineIsSpace_ = false;
    size_t target = 0;
    size_t targets = targets_.size() / 2;
    for (size_t i = 0; i < format.size() && !failed();) {
        if (formatSpace(format, i)) continue;
        if (format[i] != '%' || (i + 1 < format.size() && format[i + 1] == '%')) {
            if (format[i] == '%') {
                skipSpace(true);
                i++;
            }
            int c = peek();
            if (c == kEnd)
                return fail(at_ >= text_.size() ? "unexpected EOF" : "input does not match format");
            if (c != static_cast<uint8_t>(format[i])) return fail("input does not match format");
            // Byte by byte: a rune of the format is compared in pieces.
            at_++;
            i++;
            continue;
        }
        i++;
        int64_t width = -1;
        for (; i < format.size() && format[i] >= '0' && format[i] <= '9' && width < 1'000'000; i++)
            width = (width < 0 ? 0 : width * 10) + (format[i] - '0');
        if (i >= format.size()) return fail("too few operands for format '%'");
        char verb = format[i++];
        if (verb != 'c') skipSpace(true);
        if (failed()) return;
        if (target >= targets) return fail(std::string("too few operands for format '%") + verb + "'");
        if (verb != 'c' && peek() == kEnd) return fail("unexpected EOF");
        width_ = width;
        value(target++, verb);
        width_ = -1;
        if (!failed()) count_++;
    }
    if (!failed() && target < targets) fail("too many operands");
}

std::string Scanner::token() {
    std::string out;
    for (int c = peek(); c != kEnd && !isSpace(c); c = peek()) {
        size_t from = at_;
        take();
        out.append(text_.substr(from, at_ - from));
    }
    return out;
}

std::string Scanner::accept(std::string_view allowed) {
    std::string out;
    for (int c = peek(); c != kEnd && allowed.find(static_cast<char>(c)) != std::string_view::npos;
         c = peek()) {
        out.push_back(static_cast<char>(c));
        take();
    }
    return out;
}

void Scanner::value(size_t target, char verb) {
    const TypeTable& types = heap_.types();
    TypeId pointer = static_cast<TypeId>(targets_[2 * target]);
    if (pointer == 0 || types[pointer].kind != RKind::Pointer || targets_[2 * target + 1] == 0)
        return fail("type not a pointer: " + std::string(pointer == 0 ? "<nil>" : types[pointer].name));
    TypeId type = types[pointer].elem;
    const RType& info = types[type];
    if (verb == 'c') {
        if (!info.isSigned() && !info.isUnsigned()) return fail("bad verb '%c' for " + info.name);
        DecodedRune rune = decodeRune(text_.substr(at_));
        if (peek() == kEnd) return fail("EOF");
        at_ += rune.width;
        stored_.push_back({target, rune.rune, {}, false, false});
        return;
    }
    if (info.isSigned() || info.isUnsigned()) return integer(target, type, verb);
    if (info.isFloat()) return floating(target, type);
    if (info.kind == RKind::Bool) return boolean(target);
    if (info.kind == RKind::String) return text(target, false, verb);
    if (info.kind == RKind::Slice && types[info.elem].kind == RKind::Uint8) return text(target, true, verb);
    fail("can't scan type: " + types[pointer].name);
}

void Scanner::integer(size_t target, TypeId type, char verb) {
    const RType& info = heap_.types()[type];
    std::string sign = accept("+-").substr(0, 1);
    int base = verb == 'b' ? 2 : verb == 'o' ? 8 : verb == 'x' || verb == 'X' ? 16 : 10;
    bool prefixed = verb == 'v';
    std::string_view digitsOf[] = {"01_", "01234567_", "0123456789_", "0123456789aAbBcCdDeEfF_"};
    std::string digits;
    if (prefixed && peek() == '0') {
        digits = accept("0").substr(0, 1);
        int c = peek();
        if (c == 'x' || c == 'X' || c == 'b' || c == 'B' || c == 'o' || c == 'O') {
            base = c == 'x' || c == 'X' ? 16 : c == 'b' || c == 'B' ? 2 : 8;
            take();
            digits.clear();
        } else if (c >= '0' && c <= '7') {
            base = 8;
        }
    }
    digits += accept(digitsOf[base == 2 ? 0 : base == 8 ? 1 : base == 10 ? 2 : 3]);
    if (asks_) return;
    std::string clean;
    for (char c : digits)
        if (c != '_') clean.push_back(c);
    if (clean.empty()) return fail("expected integer");
    int bits = static_cast<int>(info.goSize) * 8;
    if (info.isSigned()) {
        int64_t number = 0;
        NumberStatus status = parseSigned((sign == "-" ? "-" : "") + clean, base, 64, number);
        if (status == NumberStatus::Range)
            return fail("strconv.ParseInt: parsing \"" + sign + clean + "\": value out of range");
        if (bits < 64 && (number >= (int64_t{1} << (bits - 1)) || number < -(int64_t{1} << (bits - 1))))
            return fail("integer overflow on token " + sign + clean);
        stored_.push_back({target, static_cast<Slot>(number), {}, false, false});
        return;
    }
    uint64_t number = 0;
    if (!sign.empty()) return fail("expected integer");
    NumberStatus status = parseUnsigned(clean, base, 64, number);
    if (status == NumberStatus::Range)
        return fail("strconv.ParseUint: parsing \"" + clean + "\": value out of range");
    if (bits < 64 && number >> bits != 0)
        return fail("unsigned integer overflow on token " + clean);
    stored_.push_back({target, number, {}, false, false});
}

void Scanner::floating(size_t target, TypeId type) {
    std::string number = accept("+-");
    number += accept("0123456789_.eEpPxXabcdfABCDFinIN+-");
    if (asks_) return;
    double value = 0;
    int bits = heap_.types()[type].kind == RKind::Float32 ? 32 : 64;
    NumberStatus status = parseFloat(number, bits, value);
    if (status == NumberStatus::Syntax)
        return fail("strconv.ParseFloat: parsing " + [&] {
            std::string q;
            appendQuoted(q, number, '"', QuoteKeep::Printable);
            return q;
        }() + ": invalid syntax");
    if (status == NumberStatus::Range)
        return fail("strconv.ParseFloat: parsing \"" + number + "\": value out of range");
    stored_.push_back({target, slotFromDouble(value), {}, false, false});
}

void Scanner::boolean(size_t target) {
    int c = peek();
    if (c == '0' || c == '1') {
        take();
        stored_.push_back({target, static_cast<Slot>(c - '0'), {}, false, false});
        return;
    }
    std::string word = accept("tTrRuUeEfFaAlLsS");
    if (asks_) return;
    for (char& letter : word) letter = static_cast<char>(letter | 0x20);
    if (word == "t" || word == "true")
        stored_.push_back({target, 1, {}, false, false});
    else if (word == "f" || word == "false")
        stored_.push_back({target, 0, {}, false, false});
    else
        fail("syntax error scanning boolean");
}

std::string Scanner::quotedText() {
    std::string raw;
    char quote = static_cast<char>(take());
    raw.push_back(quote);
    for (bool escaped = false;;) {
        int c = peek();
        if (c == kEnd) {
            fail("unexpected EOF");
            return {};
        }
        at_++;
        raw.push_back(static_cast<char>(c));
        if (escaped)
            escaped = false;
        else if (c == '\\' && quote == '"')
            escaped = true;
        else if (c == quote)
            break;
    }
    std::string out;
    if (!unquote(raw, out)) fail("invalid syntax");
    return out;
}

void Scanner::text(size_t target, bool bytes, char verb) {
    Stored stored{target, 0, {}, !bytes, bytes};
    if (verb == 'q') {
        if (peek() != '"' && peek() != '`') return fail("expected quoted string");
        stored.text = quotedText();
    } else if (verb == 'x' || verb == 'X') {
        std::string digits = accept("0123456789abcdefABCDEF");
        digits.resize(digits.size() / 2 * 2);
        if (digits.empty() && !failed()) return fail("no hex data for %x string");
        for (size_t i = 0; i < digits.size(); i += 2) {
            uint64_t byte = 0;
            parseUnsigned(digits.substr(i, 2), 16, 8, byte);
            stored.text.push_back(static_cast<char>(byte));
        }
    } else {
        stored.text = token();
    }
    if (!failed()) stored_.push_back(std::move(stored));
}

bool Scanner::store() {
    for (const Stored& stored : stored_) {
        Slot pointer = targets_[2 * stored.target + 1];
        TypeId type = heap_.types()[static_cast<TypeId>(targets_[2 * stored.target])].elem;
        if (stored.isText || stored.isBytes) {
            GoString copy = newString(heap_, stored.text);
            if (copy.length != stored.text.size()) return false;
            Slot* place = heap_.slotAt(pointer);
            place[0] = copy.pointer;
            place[1] = copy.length;
            if (stored.isBytes) place[2] = copy.length;
            continue;
        }
        RKind kind = heap_.types()[type].kind;
        if (kind == RKind::Bool || kind == RKind::Uint8)
            *heap_.at(pointer) = static_cast<uint8_t>(stored.value);
        else
            *heap_.slotAt(pointer) = stored.value;
    }
    return true;
}

}  // namespace sluice
