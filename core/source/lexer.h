#pragma once
// Splits source text into tokens (Go spec, "Lexical elements"), with gc's words for what is malformed.
//
// Invariants: next() always makes progress and after the end yields EndOfFile for ever; a semicolon is inserted after a
// line's last token exactly when the spec says so (text "newline", or "EOF" at the end of the file); comments are
// collected on the side in source order.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/position.h"
#include "source/token.h"

namespace sluice {

class Diagnostics;
class SourceFile;
enum class DiagCode : uint16_t;

/// A comment with its markers (`// …` without the newline, or `/* … */`).
struct Comment {
    Pos pos;
    Pos end;
    std::string_view text;
    /// True if nothing but white space precedes the comment on its line.
    bool startsLine = false;
};

/// The tokeniser of one file.
class Lexer {
public:
    Lexer(const SourceFile& file, Diagnostics& diagnostics);

    /// The next token.
    TokenInfo next();
    /// Comments seen so far, in source order.
    const std::vector<Comment>& comments() const { return comments_; }

private:
    bool skipSpace(TokenInfo& token);
    void skipLineComment();
    bool skipBlockComment(bool& sawNewline);
    void scanIdentifier(TokenInfo& token);
    void scanNumber(TokenInfo& token);
    void scanNumberDigits(int base, uint32_t& invalidDigit, bool& sawDigit, bool& sawUnderscore);
    void scanString(TokenInfo& token);
    void scanRawString(TokenInfo& token);
    void scanChar(TokenInfo& token);
    bool scanEscape(char quote);
    void scanOperator(TokenInfo& token);
    void invalidCharacter(uint32_t start);
    char32_t peekRune(uint32_t& width) const;
    void checkByte(uint32_t at);
    void advanceRune();
    int at(uint32_t offset) const;
    void error(DiagCode code, uint32_t offset, uint32_t length, std::string message);
    Pos posAt(uint32_t offset) const;

    const SourceFile& file_;
    Diagnostics& diagnostics_;
    std::string_view text_;
    uint32_t offset_ = 0;
    bool needsSemicolon_ = false;
    bool lineHasToken_ = false;
    std::vector<Comment> comments_;
};

/// The value of a string literal (interpreted or raw, with its quotes). The literal must be well formed; a malformed one
/// yields what could be read.
std::string unquoteString(std::string_view literal);
/// The value of a rune literal with its quotes; kRuneError when malformed.
char32_t unquoteRune(std::string_view literal);

}  // namespace sluice
