#include "base/utf8.h"
#include "library/format.h"

// Print, Println and Printf: directives and operands as in fmt/print.go.

namespace sluice {
namespace {

/// Widths, precisions and argument numbers beyond this are refused (fmt.tooLarge).
constexpr int64_t kLargest = 1'000'000;

/// Reads digits; false if there are none or the number is too large (then nothing of it counts).
bool parseNumber(std::string_view format, size_t& at, int64_t& number) {
    number = 0;
    bool any = false;
    while (at < format.size() && format[at] >= '0' && format[at] <= '9') {
        if (number > kLargest) {
            number = 0;
            return false;
        }
        number = number * 10 + (format[at] - '0');
        any = true;
        at++;
    }
    return any;
}

}  // namespace

void Formatter::run(FormatMode mode, std::string_view format, const Slot* operands, size_t count) {
    wrapErrors_ = mode == FormatMode::Errorf;
    if (mode == FormatMode::Print || mode == FormatMode::Println)
        print(operands, count, mode == FormatMode::Println);
    else
        printf(format, operands, count);
}

void Formatter::print(const Slot* operands, size_t count, bool line) {
    bool previousString = false;
    for (size_t i = 0; i < count; i++) {
        Slot scratch = 0;
        FormatValue value = dynamic(operands + 2 * i, &scratch);
        bool isString = value.type != 0 && types_[value.type].kind == RKind::String;
        if (i > 0 && (line || (!isString && !previousString))) out_.push_back(' ');
        operand(value, 'v');
        previousString = isString;
    }
    if (line) out_.push_back('\n');
}

void Formatter::operand(FormatValue value, uint32_t verb) {
    if (value.type == 0) {
        if (verb == 'T' || verb == 'v')
            pad("<nil>");
        else
            badVerbNil(verb);
        return;
    }
    const RType& type = types_[value.type];
    if (verb == 'T') return pad(truncated(type.name));
    if (verb == 'p') {
        switch (type.kind) {
            case RKind::Chan:
            case RKind::Func:
            case RKind::Map:
            case RKind::Pointer:
            case RKind::Slice:
            case RKind::UnsafePointer: return fmtAddress(value, shownAddress(*value.image), 'p');
            default: return badVerb(value, verb);
        }
    }
    bool bytes = type.name == "[]uint8";
    if (!bytes && handleMethods(value, verb)) return;
    printValue(value, verb, 0);
}

void Formatter::printf(std::string_view format, const Slot* operands, size_t count) {
    operands_ = operands;
    count_ = count;
    size_t at = 0;
    while (at < format.size()) {
        goodIndex_ = true;
        size_t percent = format.find('%', at);
        if (percent == std::string_view::npos) percent = format.size();
        write(format.substr(at, percent - at));
        at = percent;
        if (at >= format.size()) break;
        at++;
        directive(format, at);
    }
    if (!reordered_ && argument_ < count_) extraOperands();
}

void Formatter::directive(std::string_view format, size_t& at) {
    flags_ = {};
    for (bool more = true; more && at < format.size();) {
        switch (format[at]) {
            case '#': flags_.sharp = true; break;
            case '0': flags_.zero = true; break;
            case '+': flags_.plus = true; break;
            case '-': flags_.minus = true; break;
            case ' ': flags_.space = true; break;
            default: more = false;
        }
        if (more) at++;
    }
    // The quick way of fmt/print.go forgets an index in front of an earlier directive; so must we.
    if (at < format.size() && format[at] >= 'a' && format[at] <= 'z' && argument_ < count_) {
        return verb(static_cast<uint8_t>(format[at++]));
    }
    argumentIndex(format, at);
    widthAndPrecision(format, at);
    if (!afterIndex_) argumentIndex(format, at);
    if (at >= format.size()) return write("%!(NOVERB)");
    DecodedRune decoded = decodeRune(format.substr(at));
    at += decoded.width;
    verb(decoded.rune);
}

void Formatter::argumentIndex(std::string_view format, size_t& at) {
    afterIndex_ = false;
    if (at >= format.size() || format[at] != '[') return;
    reordered_ = true;
    size_t close = format.size() - at < 3 ? std::string_view::npos : format.find(']', at + 1);
    if (close == std::string_view::npos) {
        goodIndex_ = false;
        at++;
        return;
    }
    int64_t number = 0;
    size_t digits = at + 1;
    bool read = parseNumber(format, digits, number) && digits == close;
    at = close + 1;
    if (read && number >= 1 && static_cast<size_t>(number) <= count_) {
        argument_ = static_cast<size_t>(number) - 1;
        afterIndex_ = true;
        return;
    }
    goodIndex_ = false;
    afterIndex_ = read;
}

bool Formatter::starArgument(int64_t& number) {
    number = 0;
    if (argument_ >= count_) return false;
    Slot scratch = 0;
    FormatValue value = dynamic(operands_ + 2 * argument_++, &scratch);
    if (value.type == 0) return false;
    const RType& type = types_[value.type];
    if (!type.isSigned() && !type.isUnsigned()) return false;
    int64_t given = static_cast<int64_t>(*value.image);
    if (given > kLargest || given < -kLargest) return false;
    number = given;
    return true;
}

void Formatter::widthAndPrecision(std::string_view format, size_t& at) {
    if (at < format.size() && format[at] == '*') {
        at++;
        flags_.hasWidth = starArgument(flags_.width);
        if (!flags_.hasWidth) write("%!(BADWIDTH)");
        if (flags_.width < 0) {
            flags_.width = -flags_.width;
            flags_.minus = true;
            flags_.zero = false;
        }
        afterIndex_ = false;
    } else {
        flags_.hasWidth = parseNumber(format, at, flags_.width);
        if (afterIndex_ && flags_.hasWidth) goodIndex_ = false;
    }
    if (at + 1 >= format.size() || format[at] != '.') return;
    at++;
    if (afterIndex_) goodIndex_ = false;
    argumentIndex(format, at);
    if (at < format.size() && format[at] == '*') {
        at++;
        flags_.hasPrecision = starArgument(flags_.precision);
        if (flags_.precision < 0) {
            flags_.precision = 0;
            flags_.hasPrecision = false;
        }
        if (!flags_.hasPrecision) write("%!(BADPREC)");
        afterIndex_ = false;
        return;
    }
    if (!parseNumber(format, at, flags_.precision)) flags_.precision = 0;
    flags_.hasPrecision = true;
}

void Formatter::verb(uint32_t verb) {
    if (verb == '%') return write("%");
    auto complain = [&](std::string_view what) {
        write("%!");
        writeRune(verb);
        write(what);
    };
    if (!goodIndex_) return complain("(BADINDEX)");
    if (argument_ >= count_) return complain("(MISSING)");
    if (verb == 'w' && argument_ < 64) wrapped_ |= uint64_t{1} << argument_;
    if (verb == 'v' || verb == 'w') {
        flags_.sharpV = flags_.sharp;
        flags_.sharp = false;
        flags_.plusV = flags_.plus;
        flags_.plus = false;
    }
    Slot scratch = 0;
    FormatValue value = dynamic(operands_ + 2 * argument_, &scratch);
    argument_++;
    operand(value, verb);
}

void Formatter::extraOperands() {
    flags_ = {};
    write("%!(EXTRA ");
    for (size_t i = argument_; i < count_; i++) {
        if (i > argument_) write(", ");
        Slot scratch = 0;
        FormatValue value = dynamic(operands_ + 2 * i, &scratch);
        if (value.type != 0) {
            write(types_[value.type].name);
            write("=");
        }
        operand(value, 'v');
    }
    write(")");
}

}  // namespace sluice
