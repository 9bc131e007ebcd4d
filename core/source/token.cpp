#include "source/token.h"

#include "base/assert.h"

namespace sluice {

namespace {

enum class Group : uint8_t { Special, Literal, Operator, Keyword };

struct TokenRow {
    std::string_view text;
    Group group;
    uint8_t precedence;
};

constexpr TokenRow kRows[] = {
#define TOKEN(name, text, group, precedence) {text, Group::group, precedence},
#include "source/tokens.def"
#undef TOKEN
};

const TokenRow& row(Token token) { return kRows[static_cast<size_t>(token)]; }

}  // namespace

std::string_view tokenText(Token token) { return row(token).text; }
int tokenPrecedence(Token token) { return row(token).precedence; }
bool isKeyword(Token token) { return row(token).group == Group::Keyword; }
bool isLiteral(Token token) { return row(token).group == Group::Literal; }

bool isAssignOperator(Token token) { return token >= Token::AddAssign && token <= Token::AndNotAssign; }

Token assignOperator(Token token) {
    SLUICE_ASSERT(isAssignOperator(token));
    const int distance = static_cast<int>(Token::AddAssign) - static_cast<int>(Token::Add);
    return static_cast<Token>(static_cast<int>(token) - distance);
}

Token lookupKeyword(std::string_view text) {
    // Every identifier passes here, and hardly one is a keyword; those are short and of lower case.
    constexpr size_t kShortest = 2, kLongest = 11;
    if (text.size() < kShortest || text.size() > kLongest || text[0] < 'b' || text[0] > 'v') {
        return Token::Identifier;
    }
    for (int i = static_cast<int>(Token::Break); i <= static_cast<int>(Token::Var); i++) {
        if (kRows[i].text[0] == text[0] && kRows[i].text == text) return static_cast<Token>(i);
    }
    return Token::Identifier;
}

}  // namespace sluice
