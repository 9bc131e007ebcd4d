#include "library/json_text.h"

#include <vector>

#include "base/utf8.h"
#include "library/number_text.h"

namespace sluice {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// How errors show a character (encoding/json, quoteChar).
std::string quoteCharacter(char c) {
    if (c == '\'') return "'\\''";
    if (c == '"') return "'\"'";
    std::string quoted;
    std::string text;
    appendRune(text, static_cast<uint8_t>(c));
    appendQuoted(quoted, text, '"', QuoteKeep::Printable);
    return "'" + quoted.substr(1, quoted.size() - 2) + "'";
}

/// Checks one value with an explicit stack, so that nesting cannot overflow ours.
struct Checker {
    std::string_view text;
    size_t at = 0;
    JsonCheck result;
    std::vector<char> open;  ///< '{' or '['

    bool fail(std::string_view context) {
        if (at >= text.size()) {
            // Go reads a space behind the end: inside of words and numbers that is what it complains about.
            bool spaceIsWrong = context.substr(0, 3) == "in " || context.substr(0, 13) == "after decimal";
            result.error = spaceIsWrong ? "invalid character ' ' " + std::string(context)
                                        : "unexpected end of JSON input";
            result.incomplete = true;
            result.offset = at;
        } else {
            result.error = "invalid character " + quoteCharacter(text[at]) + " " + std::string(context);
            result.offset = at + 1;
        }
        return false;
    }

    bool string() {
        for (at++; at < text.size(); at++) {
            char c = text[at];
            if (c == '"') {
                at++;
                return true;
            }
            if (static_cast<uint8_t>(c) < ' ') return fail("in string literal");
            if (c != '\\') continue;
            at++;
            if (at >= text.size()) return fail("in string escape code");
            if (text[at] == 'u') {
                for (int i = 0; i < 4; i++) {
                    at++;
                    if (at >= text.size()) return fail("in \\u hexadecimal character escape");
                    char h = text[at];
                    if (!((h >= '0' && h <= '9') || ((h | 32) >= 'a' && (h | 32) <= 'f')))
                        return fail("in \\u hexadecimal character escape");
                }
            } else if (std::string_view("\"\\/bfnrt").find(text[at]) == std::string_view::npos) {
                return fail("in string escape code");
            }
        }
        return fail("");
    }

    bool digits(std::string_view context) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return fail(context);
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') at++;
        return true;
    }

    bool number() {
        if (text[at] == '-') at++;
        if (at < text.size() && text[at] == '0')
            at++;
        else if (!digits("in numeric literal"))
            return false;
        if (at < text.size() && text[at] == '.') {
            at++;
            if (!digits("after decimal point in numeric literal")) return false;
        }
        if (at < text.size() && (text[at] | 32) == 'e') {
            at++;
            if (at < text.size() && (text[at] == '+' || text[at] == '-')) at++;
            if (!digits("in exponent of numeric literal")) return false;
        }
        return true;
    }

    bool word(std::string_view expected) {
        for (size_t i = 0; i < expected.size(); i++, at++) {
            if (at >= text.size() || text[at] != expected[i]) {
                return fail("in literal " + std::string(expected) + " (expecting " +
                            quoteCharacter(expected[i]) + ")");
            }
        }
        return true;
    }

    bool scalar() {
        char c = at < text.size() ? text[at] : '\0';
        if (c == '"') return string();
        if (c == '-' || (c >= '0' && c <= '9')) return number();
        if (c == 't') return word("true");
        if (c == 'f') return word("false");
        if (c == 'n') return word("null");
        return fail("looking for beginning of value");
    }

    bool key() {
        skipJsonSpace(text, at);
        if (at >= text.size() || text[at] != '"') return fail("looking for beginning of object key string");
        if (!string()) return false;
        skipJsonSpace(text, at);
        if (at >= text.size() || text[at] != ':') return fail("after object key");
        at++;
        return true;
    }

    bool value();
    bool closeOrNext();
};

/// Behind a value: closes what is open, or goes on to the next element. `open` is empty when all is done.
bool Checker::closeOrNext() {
    while (!open.empty()) {
        skipJsonSpace(text, at);
        bool object = open.back() == '{';
        char c = at < text.size() ? text[at] : '\0';
        if (c == ',') {
            at++;
            return !object || key();
        }
        if (c != (object ? '}' : ']'))
            return fail(object ? "after object key:value pair" : "after array element");
        at++;
        open.pop_back();
    }
    return true;
}

bool Checker::value() {
    do {
        skipJsonSpace(text, at);
        char c = at < text.size() ? text[at] : '\0';
        if (c != '{' && c != '[') {
            if (!scalar() || !closeOrNext()) return false;
            continue;
        }
        if (open.size() >= static_cast<size_t>(kMaxJsonDepth)) {
            result.error = "exceeded max depth";
            result.offset = at + 1;
            return false;
        }
        open.push_back(c);
        at++;
        skipJsonSpace(text, at);
        if (at < text.size() && text[at] == (c == '{' ? '}' : ']')) {
            at++;
            open.pop_back();
            if (!closeOrNext()) return false;
        } else if (c == '{' && !key()) {
            return false;
        }
    } while (!open.empty());
    return true;
}

}  // namespace

void skipJsonSpace(std::string_view text, size_t& at) {
    while (at < text.size() && isSpace(text[at])) at++;
}

JsonCheck checkJson(std::string_view text, bool whole) {
    Checker checker{text, 0, {}, {}};
    if (!checker.value()) return checker.result;
    checker.result.end = checker.at;
    if (whole) {
        skipJsonSpace(text, checker.at);
        if (checker.at < text.size()) checker.fail("after top-level value");
    }
    return checker.result;
}

size_t jsonValueEnd(std::string_view text, size_t at) {
    int depth = 0;
    bool inString = false;
    for (; at < text.size(); at++) {
        char c = text[at];
        if (inString) {
            if (c == '\\')
                at++;
            else if (c == '"')
                inString = false;
            if (!inString && depth == 0) return at + 1;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']' || isSpace(c))) return at;
        if (c == '"') inString = true;
        if (c == '{' || c == '[') depth++;
        if ((c == '}' || c == ']') && --depth == 0) return at + 1;
    }
    return at;
}

std::string layOutJson(std::string_view text, std::string_view prefix, std::string_view indent,
                       bool compact) {
    std::string out;
    size_t depth = 0;
    auto newline = [&] {
        out.push_back('\n');
        out += prefix;
        for (size_t i = 0; i < depth; i++) out += indent;
    };
    for (size_t at = 0; at < text.size(); at++) {
        char c = text[at];
        if (isSpace(c)) continue;
        if (c == '"') {
            size_t end = jsonValueEnd(text, at);
            out += text.substr(at, end - at);
            at = end - 1;
            continue;
        }
        if (compact) {
            out.push_back(c);
            continue;
        }
        if (c == '{' || c == '[') {
            out.push_back(c);
            size_t next = at + 1;
            skipJsonSpace(text, next);
            if (next < text.size() && (text[next] == '}' || text[next] == ']')) {
                out.push_back(text[next]);
                at = next;
                continue;
            }
            depth++;
            newline();
        } else if (c == '}' || c == ']') {
            depth--;
            newline();
            out.push_back(c);
        } else if (c == ',') {
            out.push_back(c);
            newline();
        } else {
            out.push_back(c);
            if (c == ':') out.push_back(' ');
        }
    }
    return out;
}

std::string unquoteJson(std::string_view text) {
    std::string out;
    auto hex = [&](size_t at) {
        uint32_t value = 0;
        for (size_t i = 0; i < 4 && at + i < text.size(); i++) {
            char c = text[at + i];
            value = value << 4 | static_cast<uint32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        }
        return value;
    };
    for (size_t at = 1; at + 1 < text.size();) {
        char c = text[at];
        if (c != '\\') {
            DecodedRune rune = decodeRune(text.substr(at));
            appendRune(out, rune.rune);
            at += rune.width;
            continue;
        }
        char e = text[at + 1];
        at += 2;
        if (e != 'u') {
            out.push_back(e == 'b'   ? '\b'
                          : e == 'f' ? '\f'
                          : e == 'n' ? '\n'
                          : e == 'r' ? '\r'
                          : e == 't' ? '\t'
                                     : e);
            continue;
        }
        uint32_t rune = hex(at);
        at += 4;
        if (rune >= 0xD800 && rune < 0xDC00 && text.substr(at, 2) == "\\u") {
            uint32_t low = hex(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                rune = 0x10000 + ((rune - 0xD800) << 10 | (low - 0xDC00));
                at += 6;
            }
        }
        appendRune(out, rune);
    }
    return out;
}

}  // namespace sluice
