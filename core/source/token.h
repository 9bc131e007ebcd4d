#pragma once
// Tokens of Go; the table is tokens.def.

#include <cstdint>
#include <string_view>

#include "source/position.h"

namespace sluice {

/// Kinds of tokens; also used as operators in the syntax tree (`Token::Add` in a BinaryExpr).
enum class Token : uint8_t {
#define TOKEN(name, text, group, precedence) name,
#include "source/tokens.def"
#undef TOKEN
};

/// How the token is written (`<<=`, `func`), or gc's name of its class (`name`, `literal`, `EOF`).
std::string_view tokenText(Token token);
/// Precedence as a binary operator, 1 … 5; 0 when it is none.
int tokenPrecedence(Token token);
bool isKeyword(Token token);
bool isLiteral(Token token);
/// True for `+=` … `&^=`.
bool isAssignOperator(Token token);
/// The operator inside an assignment operator: `+` for `+=`.
Token assignOperator(Token token);
/// The keyword token for `text`, or Token::Identifier.
Token lookupKeyword(std::string_view text);

/// One token with its place. `text` points into the source: the spelling of identifiers and literals; for an
/// automatic semicolon it is "newline" or "EOF", for a written one "semicolon". `isBad` marks a literal with
/// a reported error.
struct TokenInfo {
    Token kind = Token::EndOfFile;
    bool isBad = false;
    Pos pos;
    Pos end;
    std::string_view text;
};

}  // namespace sluice
