#include "source/lexer.h"

#include "base/assert.h"
#include "base/utf8.h"
#include "source/diagnostic.h"
#include "source/lexer_text.h"
#include "source/text.h"

namespace sluice {

namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;

}  // namespace

Lexer::Lexer(const SourceFile& file, Diagnostics& diagnostics)
    : file_(file), diagnostics_(diagnostics), text_(file.text()) {
    nextChar();
}

void Lexer::error(DiagCode code, Pos pos, uint32_t length, std::string message) {
    errorCount_++;
    diagnostics_.report(code, pos, length, std::move(message));
}

void Lexer::errorAt(uint32_t offset, DiagCode code, std::string message) {
    error(code, file_.posAt(offset), 1, std::move(message));
}

/// Moves to the next character; NULs, broken UTF-8 and byte order marks are reported and skipped, as gc does,
/// so the rest of the lexer never sees them.
void Lexer::nextChar() {
    for (;;) {
        chOffset_ = readOffset_;
        if (readOffset_ >= text_.size()) {
            ch_ = kEndOfText;
            return;
        }
        const auto byte = static_cast<unsigned char>(text_[readOffset_]);
        if (byte != 0 && byte < 0x80) {
            readOffset_++;
            ch_ = byte;
            return;
        }
        const DecodedRune decoded = decodeRune(text_.substr(readOffset_));
        readOffset_ += decoded.width;
        ch_ = decoded.rune;
        if (byte == 0) {
            errorHere(DiagCode::NulCharacter, "invalid NUL character");
        } else if (!decoded.valid) {
            errorHere(DiagCode::InvalidUtf8, "invalid UTF-8 encoding");
        } else if (decoded.rune == kByteOrderMark) {
            if (chOffset_ > 0) errorHere(DiagCode::MisplacedBom, "invalid BOM in the middle of the file");
        } else {
            return;
        }
    }
}

bool Lexer::gotChar(char32_t expected) {
    if (ch_ != expected) return false;
    nextChar();
    return true;
}

TokenInfo Lexer::next() {
    TokenInfo token;
    scanToken(token);
    token.pos = file_.posAt(start_);
    token.end = file_.posAt(chOffset_);
    lineTokenEnd_ = chOffset_;
    return token;
}

void Lexer::scanToken(TokenInfo& token) {
    const bool needsSemicolon = needsSemicolon_;
    needsSemicolon_ = false;
    for (;;) {
        while (ch_ == ' ' || ch_ == '\t' || (ch_ == '\n' && !needsSemicolon) || ch_ == '\r') nextChar();
        start_ = chOffset_;
        if (ch_ == kEndOfText) {
            token.kind = needsSemicolon ? Token::Semicolon : Token::EndOfFile;
            token.text = "EOF";
            return;
        }
        if (ch_ == '\n') {
            nextChar();
            token.kind = Token::Semicolon;
            token.text = "newline";
            return;
        }
        if (isAsciiLetter(ch_) || (ch_ >= 0x80 && atIdentifierChar(true))) return scanIdentifier(token);
        if (isAsciiDigit(ch_)) return scanNumber(token, false);
        if (ch_ == '/') {
            bool isComment = false;
            bool actsLikeNewline = false;
            token.kind = scanAfterSlash(isComment, actsLikeNewline);
            if (!isComment) return;
            if (actsLikeNewline && needsSemicolon) {
                token.kind = Token::Semicolon;
                token.text = "newline";
                return;
            }
            continue;
        }
        if (ch_ == '"') return scanString(token);
        if (ch_ == '`') return scanRawString(token);
        if (ch_ == '\'') return scanChar(token);
        const char32_t first = ch_;
        token.kind = Token::EndOfFile;
        scanOperator(token, first);
        if (token.kind != Token::EndOfFile) return;
        invalidCharacter();
    }
}

void Lexer::invalidCharacter() {
    errorHere(DiagCode::InvalidCharacter, "invalid character " + unicodeText(ch_));
    nextChar();
}

void Lexer::scanIdentifier(TokenInfo& token) {
    nextChar();
    while (isAsciiLetter(ch_) || isAsciiDigit(ch_)) nextChar();
    if (ch_ >= 0x80) {
        while (atIdentifierChar(false)) nextChar();
    }
    token.text = tokenText();
    token.kind = lookupKeyword(token.text);
    switch (token.kind) {
        case Token::Identifier:
        case Token::Break:
        case Token::Continue:
        case Token::Fallthrough:
        case Token::Return: needsSemicolon_ = true; break;
        default: break;
    }
}

bool Lexer::atIdentifierChar(bool first) {
    if (ch_ == kEndOfText) return false;
    if (isLetter(ch_)) return true;
    if (isDigit(ch_)) {
        if (first) {
            errorHere(DiagCode::InvalidCharacter, "identifier cannot begin with digit " + unicodeText(ch_));
        }
        return true;
    }
    if (ch_ < 0x80) return false;
    errorHere(DiagCode::InvalidCharacter, "invalid character " + unicodeText(ch_) + " in identifier");
    return true;
}

/// At a slash: an operator, or a comment, which is collected.
Token Lexer::scanAfterSlash(bool& isComment, bool& actsLikeNewline) {
    nextChar();
    if (ch_ == '/') {
        isComment = true;
        while (ch_ != kEndOfText && ch_ != '\n') nextChar();
        finishComment(true);
        return Token::EndOfFile;
    }
    if (ch_ == '*') {
        isComment = true;
        nextChar();
        const bool isTerminated = skipBlockComment();
        finishComment(isTerminated);
        actsLikeNewline = tokenText().find('\n') != std::string_view::npos;
        return Token::EndOfFile;
    }
    return gotChar('=') ? Token::QuoAssign : Token::Quo;
}

bool Lexer::skipBlockComment() {
    while (ch_ != kEndOfText) {
        while (ch_ == '*') {
            nextChar();
            if (gotChar('/')) return true;
        }
        if (ch_ != kEndOfText) nextChar();
    }
    errorAt(start_, DiagCode::UnterminatedString, "comment not terminated");
    return false;
}

void Lexer::finishComment(bool isTerminated) {
    if (!isTerminated) return;
    std::string_view text = tokenText();
    if (text[1] == '/' && text.back() == '\r') text.remove_suffix(1);
    const std::string_view before = text_.substr(lineTokenEnd_, start_ - lineTokenEnd_);
    Comment comment;
    comment.pos = file_.posAt(start_);
    comment.end = comment.pos.plus(static_cast<uint32_t>(text.size()));
    comment.text = text;
    comment.startsLine =
        lineTokenEnd_ == 0 || text_[lineTokenEnd_ - 1] == '\n' || before.find('\n') != std::string_view::npos;
    comments_.push_back(comment);
}

/// Operators and punctuation other than `/`; leaves EndOfFile in `token.kind` when `first` starts none.
void Lexer::scanOperator(TokenInfo& token, char32_t first) {
    struct Plain {
        char32_t ch;
        Token kind;
    };
    static constexpr Plain kPlain[] = {
        {'(', Token::LeftParen},  {'[', Token::LeftBracket},  {'{', Token::LeftBrace},  {',', Token::Comma},
        {')', Token::RightParen}, {']', Token::RightBracket}, {'}', Token::RightBrace}, {'~', Token::Tilde},
    };
    for (const Plain& plain : kPlain) {
        if (plain.ch != first) continue;
        nextChar();
        token.kind = plain.kind;
        needsSemicolon_ = first == ')' || first == ']' || first == '}';
        return;
    }
    const auto withAssign = [&](Token plain, Token assign) { return gotChar('=') ? assign : plain; };
    if (std::string_view(";:.+-*%&|^<>=!").find(static_cast<char>(first)) == std::string_view::npos ||
        first >= 0x80) {
        return;
    }
    nextChar();
    switch (first) {
        case ';':
            token.kind = Token::Semicolon;
            token.text = "semicolon";
            return;
        case ':': token.kind = withAssign(Token::Colon, Token::Define); return;
        case '.':
            if (isAsciiDigit(ch_)) return scanNumber(token, true);
            token.kind = Token::Period;
            if (ch_ == '.' && readOffset_ < text_.size() && text_[readOffset_] == '.') {
                nextChar();
                nextChar();
                token.kind = Token::Ellipsis;
            }
            return;
        case '+':
        case '-':
            needsSemicolon_ = ch_ == first;
            if (gotChar(first)) {
                token.kind = first == '+' ? Token::Inc : Token::Dec;
            } else {
                token.kind = first == '+' ? withAssign(Token::Add, Token::AddAssign)
                                          : withAssign(Token::Sub, Token::SubAssign);
            }
            return;
        case '*': token.kind = withAssign(Token::Mul, Token::MulAssign); return;
        case '%': token.kind = withAssign(Token::Rem, Token::RemAssign); return;
        case '^': token.kind = withAssign(Token::Xor, Token::XorAssign); return;
        case '=': token.kind = withAssign(Token::Assign, Token::Equal); return;
        case '!': token.kind = withAssign(Token::Not, Token::NotEqual); return;
        case '&':
            if (gotChar('&')) {
                token.kind = Token::LogicalAnd;
            } else if (gotChar('^')) {
                token.kind = withAssign(Token::AndNot, Token::AndNotAssign);
            } else {
                token.kind = withAssign(Token::And, Token::AndAssign);
            }
            return;
        case '|':
            token.kind = gotChar('|') ? Token::LogicalOr : withAssign(Token::Or, Token::OrAssign);
            return;
        case '<':
            if (gotChar('<')) {
                token.kind = withAssign(Token::Shl, Token::ShlAssign);
            } else if (gotChar('-')) {
                token.kind = Token::Arrow;
            } else {
                token.kind = withAssign(Token::Less, Token::LessEqual);
            }
            return;
        default:  // '>'
            token.kind = gotChar('>') ? withAssign(Token::Shr, Token::ShrAssign)
                                      : withAssign(Token::Greater, Token::GreaterEqual);
            return;
    }
}

}  // namespace sluice
