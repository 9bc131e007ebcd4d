#include "source/line_directive.h"

#include <string_view>

#include "source/text.h"

namespace sluice {

namespace {

/// The largest line and column number that gc takes.
constexpr uint64_t kMaxNumber = 1u << 30;

/// Takes `:123` off the end of `text`; 0 when there is none.
uint32_t takeNumber(std::string_view& text) {
    const size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return 0;
    uint64_t number = 0;
    for (const char c : text.substr(colon + 1)) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<uint64_t>(c - '0');
        if (number > kMaxNumber) return 0;
    }
    text = text.substr(0, colon);
    return static_cast<uint32_t>(number);
}

/// One directive: what stands at `start` is said to be at line, column of file (empty: as before).
struct LineDirective {
    uint32_t start = 0;
    std::string_view file;
    uint32_t line = 0;
    uint32_t column = 0;
};

bool parse(std::string_view text, LineDirective& out) {
    const uint32_t last = takeNumber(text);
    if (last == 0) return false;
    const uint32_t before = takeNumber(text);
    out.line = before != 0 ? before : last;
    out.column = before != 0 ? last : 0;
    out.file = text;
    return true;
}

/// The last directive in front of `offset`, its file name found further up if it has none; false if none.
bool findDirective(std::string_view text, uint32_t offset, LineDirective& out) {
    constexpr std::string_view kWord = "line ";
    bool found = false;
    std::string_view file;
    for (size_t at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + 1)) {
        if (at >= offset) break;
        if (at < 2 || text[at - 2] != '/') continue;
        const bool isBlock = text[at - 1] == '*';
        const bool isLine = text[at - 1] == '/' && (at == 2 || text[at - 3] == '\n');
        if (!isBlock && !isLine) continue;
        const size_t end = text.find(isBlock ? "*/" : "\n", at);
        if (end == std::string_view::npos) break;
        LineDirective next;
        next.start = static_cast<uint32_t>(end + (isBlock ? 2 : 1));
        std::string_view words = text.substr(at + kWord.size(), end - at - kWord.size());
        if (words.ends_with('\r')) words.remove_suffix(1);
        if (next.start > offset || !parse(words, next)) continue;
        if (next.file.empty() && next.column != 0) next.file = file;
        file = next.file;
        out = next;
        found = true;
    }
    return found;
}

}  // namespace

ShownPlace shownPlace(const SourceFile& file, uint32_t offset) {
    const LineColumn real = file.lineColumn(offset);
    LineDirective directive;
    if (file.isLibrary() || !findDirective(file.text(), offset, directive))
        return {file.name(), real.line, real.column};
    const LineColumn start = file.lineColumn(directive.start);
    ShownPlace place;
    place.line = directive.line + (real.line - start.line);
    if (directive.column != 0) {
        const bool isSameLine = real.line == start.line;
        place.column = isSameLine ? directive.column + (offset - directive.start) : real.column;
    }
    place.file = directive.file.empty() ? std::string_view("??") : directive.file;
    return place;
}

}  // namespace sluice
