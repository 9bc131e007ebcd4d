// Documentation comments in gofmt's form (go.dev/doc/comment): directives at the end, headings with `#`,
// lists with two blanks in front of the dash, code indented by one tab, one empty line between blocks.
#include <algorithm>

#include "base/utf8.h"
#include "syntax/format_writer.h"

namespace sluice {

namespace {

using Lines = std::vector<std::string>;

bool isBlankChar(char c) { return c == ' ' || c == '\t'; }
bool isSpaceChar(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpaceChar(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpaceChar(text.back())) text.remove_suffix(1);
    return text;
}

bool isIndented(std::string_view line) { return !line.empty() && isBlankChar(line.front()); }

std::string_view leadingSpace(std::string_view line) {
    size_t length = 0;
    while (length < line.size() && isBlankChar(line[length])) length++;
    return line.substr(0, length);
}

/// `//go:generate` and the like; `text` is what follows the slashes.
bool isDirective(std::string_view text) {
    for (const std::string_view word : {"line ", "extern ", "export "}) {
        if (text.starts_with(word)) return true;
    }
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size()) return false;
    for (size_t i = 0; i <= colon + 1; i++) {
        const char c = text[i];
        if (i != colon && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
    }
    return true;
}

/// Removes the indentation that all lines share, and blank lines at both ends.
Lines unindented(Lines lines) {
    while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (lines.empty()) return lines;
    std::string prefix(leadingSpace(lines.front()));
    for (const std::string& line : lines) {
        if (line.empty()) continue;
        size_t length = 0;
        while (length < prefix.size() && length < line.size() && prefix[length] == line[length]) length++;
        prefix.resize(length);
    }
    for (std::string& line : lines) {
        if (line.starts_with(prefix)) line.erase(0, prefix.size());
        if (trimmed(line).empty()) line.clear();
    }
    while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

struct Marker {
    bool isItem = false;
    std::string number;  // empty for bullets
    std::string rest;
};

/// `- item`, `* item`, `1. item`, with any indentation.
Marker listMarker(std::string_view line) {
    Marker marker;
    line = trimmed(line);
    if (line.empty()) return marker;
    const DecodedRune first = decodeRune(line);
    std::string_view rest;
    if (first.rune == U'\u2022' || first.rune == '*' || first.rune == '+' || first.rune == '-') {
        rest = line.substr(first.width);
    } else {
        size_t digits = 0;
        while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') digits++;
        if (digits == 0 || digits >= line.size() || (line[digits] != '.' && line[digits] != ')'))
            return marker;
        marker.number = std::string(line.substr(0, digits));
        rest = line.substr(digits + 1);
    }
    if (!isIndented(rest) || trimmed(rest).empty()) return marker;
    marker.isItem = true;
    marker.rest = std::string(rest);
    return marker;
}

bool isListLine(std::string_view line) { return listMarker(line).isItem; }

bool isHeading(std::string_view line) {
    return line.size() >= 2 && line[0] == '#' && isBlankChar(line[1]) && trimmed(line) != "#";
}

/// A single line that reads like a title: how headings were written before Go 1.19.
bool isOldHeading(const Lines& lines, size_t at) {
    if (at == 0 || !lines[at - 1].empty() || at + 2 >= lines.size() || !lines[at + 1].empty()) return false;
    if (isIndented(lines[at + 2])) return false;
    const std::string_view line = trimmed(lines[at]);
    if (!isUpper(decodeRune(line).rune)) return false;
    const char32_t last = decodeLastRune(line).rune;
    if (last == '_' || (!isLetter(last) && !isDigit(last))) return false;
    for (const std::string_view bad :
         {";", ":",      "!", "?",      "+", "*", "/", "=", "[", "]",  "{", "}", "_",
          "^", "\u00B0", "&", "\u00A7", "~", "%", "#", "@", "<", "\"", ">", "\\"}) {
        if (line.find(bad) != std::string_view::npos) return false;
    }
    for (size_t i = line.find('\''); i != std::string_view::npos; i = line.find('\'', i + 1)) {
        const std::string_view rest = line.substr(i + 1);
        if (rest != "s" && !rest.starts_with("s ")) return false;
    }
    for (size_t i = line.find('.'); i != std::string_view::npos; i = line.find('.', i + 1)) {
        const std::string_view rest = line.substr(i + 1);
        if (rest.empty() || rest.front() == ' ') return false;
    }
    return true;
}

/// `[text]: scheme://…`
bool isLinkDefinition(std::string_view line) {
    const size_t close = line.find("]:");
    if (line.empty() || line[0] != '[' || close == std::string_view::npos || close + 3 >= line.size())
        return false;
    if (!isBlankChar(line[close + 2])) return false;
    const std::string_view url = trimmed(line.substr(close + 3));
    const size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return false;
    for (const std::string_view known : {"file", "ftp", "gopher", "http", "https", "mailto", "nntp"}) {
        if (url.substr(0, scheme) == known) return true;
    }
    return false;
}

/// Typewriter quotes become real ones.
std::string withQuotes(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("```")) {
            while (i < text.size() && text[i] == '`') out += text[i++];
        } else if (rest.starts_with("``")) {
            out += "\u201C";
            i += 2;
        } else if (rest.starts_with("''")) {
            out += "\u201D";
            i += 2;
        } else {
            out += text[i++];
        }
    }
    return out;
}

enum class SpanKind { Paragraph, Heading, OldHeading, Code, List };

struct Span {
    size_t begin;
    size_t end;
    SpanKind kind;
};

/// Splits the lines into blocks. Lines before `forceIndent_` count as indented: they belong to a list or to
/// code that somebody forgot to indent.
class SpanFinder {
  public:
    explicit SpanFinder(const Lines& lines) : lines_(lines) {}

    std::vector<Span> find() {
        std::vector<Span> spans;
        for (size_t at = 0;;) {
            while (at < lines_.size() && lines_[at].empty()) at++;
            if (at >= lines_.size()) return spans;
            Span span{at, at, SpanKind::Paragraph};
            if (at < forceIndent_ || isIndented(lines_[at])) {
                findIndented(span);
            } else if (!findUnindented(span)) {
                continue;  // again, as indented lines
            }
            spans.push_back(span);
            at = span.end;
        }
    }

  private:
    void findIndented(Span& span) {
        size_t at = span.begin;
        bool acceptsItems = isListLine(lines_[at]) && at < forceIndent_;
        for (at++; at < lines_.size(); at++) {
            const std::string& line = lines_[at];
            if (!line.empty() && at >= forceIndent_ && !isIndented(line) &&
                !(acceptsItems && isListLine(line)))
                break;
            if (line.empty()) acceptsItems = false;
        }
        span.end = at;
        while (span.end > span.begin && lines_[span.end - 1].empty()) span.end--;
        // A closing brace directly below pasted code belongs to it.
        if (span.end < lines_.size() && lines_[span.end].starts_with("}")) span.end++;
        span.kind = isListLine(lines_[span.begin]) ? SpanKind::List : SpanKind::Code;
    }

    bool findUnindented(Span& span) {
        size_t at = span.begin + 1;
        while (at < lines_.size() && !lines_[at].empty() && !isIndented(lines_[at])) at++;
        span.end = at;
        if (at < lines_.size() && !lines_[at].empty() && !isListLine(lines_[at])) {
            const std::string& last = lines_[at - 1];
            if (isListLine(last)) {
                forceIndent_ = span.end--;
                while (span.end > span.begin && isListLine(lines_[span.end - 1])) span.end--;
            } else if (last.ends_with("{") || last.ends_with("\\")) {
                forceIndent_ = span.end--;
            }
            if (span.begin == span.end && forceIndent_ > span.begin) return false;
        }
        if (span.end - span.begin == 1 && isHeading(lines_[span.begin])) {
            span.kind = SpanKind::Heading;
        } else if (span.end - span.begin == 1 && isOldHeading(lines_, span.begin)) {
            span.kind = SpanKind::OldHeading;
        }
        return true;
    }

    const Lines& lines_;
    size_t forceIndent_ = 0;
};

/// Prints blocks as lines without comment marks.
class DocPrinter {
  public:
    explicit DocPrinter(Lines lines) : lines_(unindented(std::move(lines))) {}

    Lines print() {
        size_t previousEnd = 0;
        for (const Span& span : SpanFinder(lines_).find()) {
            printSpan(span, previousEnd < span.begin);
            previousEnd = span.end;
        }
        for (const bool isUsed : {true, false}) {
            bool isFirst = true;
            for (const std::string& link : links_) {
                if (isUsedLink(link) != isUsed) continue;
                if (isFirst) out_.emplace_back();
                isFirst = false;
                out_.push_back(link);
            }
        }
        return std::move(out_);
    }

  private:
    void separate() {
        if (hasBlocks_) out_.emplace_back();
        hasBlocks_ = true;
    }

    /// True if `[name]` stands in the text, perhaps across a line break.
    bool isUsedLink(const std::string& link) const {
        const std::string name = link.substr(0, link.find("]:") + 1);
        std::string text;
        for (const std::string& line : lines_) {
            if (!isLinkDefinition(line)) text += line + " ";
        }
        return text.find(name) != std::string::npos;
    }

    void printSpan(const Span& span, bool isBlankBefore) {
        const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(span.begin);
        const auto end = lines_.begin() + static_cast<std::ptrdiff_t>(span.end);
        switch (span.kind) {
            case SpanKind::Paragraph:
                if (std::all_of(begin, end, isLinkDefinition)) {
                    for (auto line = begin; line != end; ++line) addLink(*line);
                    return;
                }
                separate();
                for (auto line = begin; line != end; ++line) out_.push_back(withQuotes(*line));
                return;
            case SpanKind::Heading:
                separate();
                out_.push_back("# " + std::string(trimmed(std::string_view(*begin).substr(1))));
                return;
            case SpanKind::OldHeading:
                separate();
                out_.push_back("# " + std::string(trimmed(*begin)));
                return;
            case SpanKind::Code:
                separate();
                for (const std::string& line : unindented(Lines(begin, end))) {
                    out_.push_back(line.empty() ? "" : "\t" + line);
                }
                return;
            case SpanKind::List: printList(Lines(begin, end), isBlankBefore); return;
        }
    }

    void addLink(const std::string& line) {
        const size_t close = line.find("]:");
        links_.push_back(line.substr(0, close + 2) + " " +
                         std::string(trimmed(std::string_view(line).substr(close + 3))));
    }

    void printList(const Lines& lines, bool isBlankBefore) {
        const bool isNumbered = !listMarker(lines.front()).number.empty();
        struct Item {
            std::string number;
            std::vector<Lines> paragraphs;
        };
        std::vector<Item> items;
        bool isLoose = false;
        bool startsParagraph = true;
        for (const std::string& line : lines) {
            const Marker marker = listMarker(line);
            std::string text = line;
            if (marker.isItem && marker.number.empty() != isNumbered) {
                items.push_back({marker.number, {}});
                text = marker.rest;
                startsParagraph = true;
            }
            text = std::string(trimmed(text));
            if (text.empty()) {
                isLoose = startsParagraph = true;
                continue;
            }
            std::vector<Lines>& paragraphs = items.back().paragraphs;
            if (startsParagraph) paragraphs.emplace_back();
            startsParagraph = false;
            paragraphs.back().push_back(withQuotes(text));
        }
        for (const Item& item : items) isLoose = isLoose || item.paragraphs.size() != 1;
        // A tight list may follow its paragraph directly, as the author wrote it.
        if (hasBlocks_ && (isBlankBefore || isLoose)) out_.emplace_back();
        hasBlocks_ = true;
        for (size_t i = 0; i < items.size(); i++) {
            if (i > 0 && isLoose) out_.emplace_back();
            std::string prefix = isNumbered ? " " + items[i].number + ". " : "  - ";
            for (size_t j = 0; j < items[i].paragraphs.size(); j++) {
                if (j > 0) out_.emplace_back();
                for (const std::string& line : items[i].paragraphs[j]) {
                    out_.push_back(prefix + line);
                    prefix = "    ";
                }
            }
        }
    }

    Lines lines_;
    Lines out_;
    Lines links_;
    bool hasBlocks_ = false;
};

/// True for the inside of an old-style block comment with a star in front of each line.
bool isAllStars(std::string_view text) {
    for (size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
        const std::string_view rest = text.substr(i + 1);
        const size_t blanks = leadingSpace(rest).size();
        if (blanks < rest.size() && rest[blanks] != '*') return false;
    }
    return true;
}

Lines splitLines(std::string_view text) {
    Lines lines;
    for (;;) {
        const size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

std::vector<FormatComment> formatBlock(const FormatComment& comment) {
    if (comment.text.find('\n') == std::string::npos || isAllStars(comment.text)) return {comment};
    std::string text = "/*\n";
    for (const std::string& line :
         DocPrinter(splitLines(std::string_view(comment.text).substr(2, comment.text.size() - 4))).print()) {
        text += line + "\n";
    }
    FormatComment out = comment;
    out.text = text + "*/";
    return {out};
}

}  // namespace

std::vector<FormatComment> formatDocComment(const std::vector<FormatComment>& list) {
    if (list.size() == 1 && !list.front().isLineComment()) return formatBlock(list.front());
    Lines lines;
    std::vector<FormatComment> directives;
    for (const FormatComment& comment : list) {
        if (!comment.isLineComment()) return list;
        std::string_view text = std::string_view(comment.text).substr(2);
        if (isDirective(text)) {
            directives.push_back(comment);
            continue;
        }
        if (text.starts_with(' ')) text.remove_prefix(1);
        lines.emplace_back(text);
    }
    if (lines.empty()) return list;
    std::vector<FormatComment> out;
    FormatComment comment = list.front();
    for (const std::string& line : DocPrinter(std::move(lines)).print()) {
        const bool isCode = line.starts_with('\t');
        comment.text = line.empty() ? "//" : (isCode ? "//" : "// ") + line;
        out.push_back(comment);
    }
    if (directives.empty()) return out;
    comment.text = "//";
    out.push_back(comment);
    for (const FormatComment& directive : directives) {
        comment.text = directive.text;
        out.push_back(comment);
    }
    return out;
}

}  // namespace sluice
