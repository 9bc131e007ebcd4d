#pragma once
// Splits source text into tokens (Go spec, "Lexical elements"), with gc's words for what is malformed.
//
// Invariants: next() always makes progress and after the end yields EndOfFile for ever; a semicolon is
// inserted after a line's last token exactly when the spec says so (text "newline", or "EOF" at the end of
// the file); comments are collected on the side in source order.

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
    /// True if nothing but white space and comments precede the comment on its line.
    bool startsLine = false;
};

/// The tokeniser of one file.
class Lexer {
  public:
    Lexer(const SourceFile& file, Diagnostics& diagnostics);

    /// The next token.
    TokenInfo next();
    /// Goes on at `offset`, which must be the beginning of a token.
    void seek(uint32_t offset);
    /// Where the next token is looked for.
    uint32_t offset() const { return chOffset_; }
    /// Directly after a `{` token: goes on behind the `}` that closes it, without looking at more than
    /// strings, comments and braces; their inside may be malformed. False, and nothing changes, when it is
    /// missing.
    bool skipBlock();
    /// Comments seen so far, in source order.
    const std::vector<Comment>& comments() const { return comments_; }
    /// Reports an error of this file; the parser uses it too, so that one count covers both.
    void error(DiagCode code, Pos pos, uint32_t length, std::string message);
    /// Errors found so far, including those not shown because of an earlier one on the same line.
    uint32_t errorCount() const { return errorCount_; }

  private:
    // Characters (lexer.cpp). ch_ is the current one, at chOffset_; -1 at the end.
    void nextChar();
    void errorAt(uint32_t offset, DiagCode code, std::string message);
    void errorHere(DiagCode code, std::string message) { errorAt(chOffset_, code, std::move(message)); }
    bool gotChar(char32_t expected);

    // Tokens (lexer.cpp).
    void scanToken(TokenInfo& token);
    void scanIdentifier(TokenInfo& token);
    bool atIdentifierChar(bool first);
    void scanOperator(TokenInfo& token, char32_t first);
    Token scanAfterSlash(bool& isComment, bool& actsLikeNewline);
    void finishComment(bool isTerminated);
    bool skipBlockComment();
    void invalidCharacter();

    // Literals (lexer_literals.cpp).
    void scanNumber(TokenInfo& token, bool seenPoint);
    void scanMantissa(struct NumberScan& number, bool seenPoint);
    void scanExponent(struct NumberScan& number);
    void scanDigits(uint32_t base, bool recordInvalid, struct NumberScan& number);
    void scanString(TokenInfo& token);
    void scanRawString(TokenInfo& token);
    void scanChar(TokenInfo& token);
    bool scanEscape(char32_t quote);
    void finishLiteral(TokenInfo& token, Token kind, bool isGood);
    std::string_view tokenText() const { return text_.substr(start_, chOffset_ - start_); }

    const SourceFile& file_;
    Diagnostics& diagnostics_;
    std::string_view text_;
    char32_t ch_ = U' ';
    uint32_t chOffset_ = 0;      // of ch_
    uint32_t readOffset_ = 0;    // behind ch_
    uint32_t start_ = 0;         // of the current token
    uint32_t lineTokenEnd_ = 0;  // end of the last token: tells comments that start a line
    bool needsSemicolon_ = false;
    uint32_t errorCount_ = 0;
    std::vector<Comment> comments_;
};

/// The value of a string literal (interpreted or raw, with its quotes). The literal must be well formed; a
/// malformed one yields what could be read.
std::string unquoteString(std::string_view literal);
/// The value of a rune literal with its quotes; kRuneError when malformed.
char32_t unquoteRune(std::string_view literal);

}  // namespace sluice
