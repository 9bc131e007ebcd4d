// Skipping a block without making tokens of it: a library package is read for its declarations, and most of
// its function bodies are never needed.
#include "source/lexer.h"

namespace sluice {

namespace {

/// The offset of the first character behind a quoted literal whose opening quote is at `at`; the end of the
/// text or of the line when it is not closed.
size_t skipQuoted(std::string_view text, size_t at, char quote) {
    for (at++; at < text.size(); at++) {
        if (text[at] == quote) return at + 1;
        if (text[at] == '\n') return at;
        if (text[at] == '\\') at++;
    }
    return text.size();
}

/// The offset behind the comment that begins at `at`, or behind the slash when there is none.
size_t skipAfterSlash(std::string_view text, size_t at) {
    if (at + 1 >= text.size()) return text.size();
    const char second = text[at + 1];
    if (second != '/' && second != '*') return at + 1;
    const size_t end = second == '/' ? text.find('\n', at) : text.find("*/", at + 2);
    if (end == std::string_view::npos) return text.size();
    return second == '/' ? end : end + 2;
}

}  // namespace

void Lexer::seek(uint32_t offset) {
    readOffset_ = offset;
    lineTokenEnd_ = offset;
    needsSemicolon_ = false;
    nextChar();
}

bool Lexer::skipBlock() {
    int depth = 1;
    for (size_t at = chOffset_; at < text_.size();) {
        switch (text_[at]) {
            case '{':
                depth++;
                at++;
                break;
            case '}':
                at++;
                if (--depth > 0) break;
                seek(static_cast<uint32_t>(at));
                needsSemicolon_ = true;
                return true;
            case '"':
            case '\'': at = skipQuoted(text_, at, text_[at]); break;
            case '`': {
                const size_t end = text_.find('`', at + 1);
                at = end == std::string_view::npos ? text_.size() : end + 1;
                break;
            }
            case '/': at = skipAfterSlash(text_, at); break;
            default: at++; break;
        }
    }
    return false;
}

}  // namespace sluice
