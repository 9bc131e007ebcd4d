// Expressions. Blanks around binary operators show precedence: in `a + b*c` only the loosest operators have
// them.
#include "base/assert.h"
#include "syntax/format_printer.h"

namespace sluice {

namespace {

constexpr int kUnaryPrecedence = 6;
constexpr int kHighestPrecedence = 7;

/// What the operators of a binary expression are like, without looking into primary expressions.
struct OperatorMix {
    bool hasSum = false;      // precedence 4
    bool hasProduct = false;  // precedence 5
    int problem = 0;          // precedence that needs blanks because tokens would combine
};

int precedenceOf(const BinaryExpr* expr) { return tokenPrecedence(expr->op); }

/// The precedence up to which `op` must have blanks because its right operand starts with another operator.
int clash(Token op, const Expr* right) {
    if (isA<StarExpr>(right)) return op == Token::Quo ? 5 : 0;
    const UnaryExpr* unary = asIf<UnaryExpr>(right);
    if (unary == nullptr) return 0;
    if (op == Token::And && (unary->op == Token::And || unary->op == Token::Xor)) return 5;
    const bool isDoubled =
        (op == Token::Add && unary->op == Token::Add) || (op == Token::Sub && unary->op == Token::Sub);
    return isDoubled ? 4 : 0;
}

void collectOperators(const BinaryExpr* expr, OperatorMix& mix) {
    const int precedence = precedenceOf(expr);
    mix.hasSum = mix.hasSum || precedence == 4;
    mix.hasProduct = mix.hasProduct || precedence == 5;
    const BinaryExpr* left = asIf<BinaryExpr>(expr->left);
    if (left != nullptr && precedenceOf(left) >= precedence) collectOperators(left, mix);
    const BinaryExpr* right = asIf<BinaryExpr>(expr->right);
    if (right != nullptr && precedenceOf(right) > precedence) collectOperators(right, mix);
    const int problem = clash(expr->op, expr->right);
    // A clash of products outranks everything found so far, others only what is smaller.
    if (problem == 5 || problem > mix.problem) mix.problem = problem;
}

/// Operators of a precedence below the result get blanks. Depth 1 is normal, more is compact.
int blankCutoff(const BinaryExpr* expr, int depth) {
    OperatorMix mix;
    collectOperators(expr, mix);
    if (mix.problem > 0) return mix.problem + 1;
    if (mix.hasSum && mix.hasProduct) return depth == 1 ? 5 : 4;
    return depth == 1 ? 6 : 4;
}

int reducedDepth(int depth) { return depth > 1 ? depth - 1 : 1; }

/// Prefixes and exponents of numbers in lower case.
std::string normalizedNumber(std::string_view text) {
    std::string out(text);
    if (out.size() < 2) return out;
    const char prefix = out[0] == '0' ? static_cast<char>(out[1] | 0x20) : ' ';
    if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
        out[1] = prefix;
        const size_t exponent = out.rfind('P');
        if (prefix == 'x' && exponent != std::string::npos) out[exponent] = 'p';
        return out;
    }
    const size_t exponent = out.rfind('E');
    if (exponent != std::string::npos) {
        out[exponent] = 'e';
    } else if (out.back() == 'i' && out.find_first_of(".e") == std::string::npos) {
        const size_t first = out.find_first_not_of("0_");
        out.erase(0, first);
        if (out == "i") out = "0i";
    }
    return out;
}

}  // namespace

void FormatPrinter::basicLit(const BasicLit* node) {
    if (node->token == Token::String || node->token == Token::Char) {
        std::string text;
        for (const char c : node->text) {
            if (c != '\r') text += c;
        }
        literal(text, node->token);
    } else {
        literal(normalizedNumber(node->text), node->token);
    }
}

void FormatPrinter::exprAt(const Expr* expr, int outerPrecedence, int depth) {
    setPos(expr->pos);
    switch (expr->kind) {
        case NodeKind::BadExpr: literal("BadExpr", Token::String); return;
        case NodeKind::Ident: name(as<Ident>(expr)); return;
        case NodeKind::BasicLit: basicLit(as<BasicLit>(expr)); return;
        case NodeKind::BinaryExpr: {
            const BinaryExpr* binary = as<BinaryExpr>(expr);
            binaryExpr(binary, outerPrecedence, blankCutoff(binary, depth), depth);
            return;
        }
        case NodeKind::KeyValueExpr: {
            const KeyValueExpr* pair = as<KeyValueExpr>(expr);
            this->expr(pair->key);
            setPos(pair->colonPos);
            token(Token::Colon);
            space(Space::Blank);
            this->expr(pair->value);
            return;
        }
        case NodeKind::StarExpr:
        case NodeKind::UnaryExpr: {
            const bool needsParens = kUnaryPrecedence < outerPrecedence;
            if (needsParens) token(Token::LeftParen);
            if (const StarExpr* star = asIf<StarExpr>(expr)) {
                token(Token::Mul);
                this->expr(star->operand);
            } else {
                const UnaryExpr* unary = as<UnaryExpr>(expr);
                token(unary->op);
                exprAt(unary->operand, kUnaryPrecedence, needsParens ? 1 : depth);
            }
            if (needsParens) token(Token::RightParen);
            return;
        }
        default: operandExpr(expr, depth);
    }
}

/// Operands that bind tighter than any operator.
void FormatPrinter::operandExpr(const Expr* expr, int depth) {
    switch (expr->kind) {
        case NodeKind::FuncLit: return funcLit(as<FuncLit>(expr));
        case NodeKind::ParenExpr: return parenExpr(as<ParenExpr>(expr), depth);
        case NodeKind::SelectorExpr: selectorExpr(as<SelectorExpr>(expr), depth, false); return;
        case NodeKind::TypeAssertExpr: {
            const TypeAssertExpr* assertion = as<TypeAssertExpr>(expr);
            exprAt(assertion->operand, kHighestPrecedence, depth);
            token(Token::Period);
            setPos(source_.tokenBehind(assertion->operand->end, "("));
            token(Token::LeftParen);
            if (assertion->assertedType != nullptr) {
                this->expr(assertion->assertedType);
            } else {
                token(Token::Type);
            }
            setPos(Pos{assertion->end.value - 1});
            token(Token::RightParen);
            return;
        }
        case NodeKind::IndexExpr: return indexExpr(as<IndexExpr>(expr), depth);
        case NodeKind::SliceExpr: return sliceExpr(as<SliceExpr>(expr), depth);
        case NodeKind::CallExpr: return callExpr(as<CallExpr>(expr), depth);
        case NodeKind::CompositeLit: return compositeLit(as<CompositeLit>(expr), depth);
        default: typeExpr(expr);
    }
}

void FormatPrinter::binaryExpr(const BinaryExpr* expr, int outerPrecedence, int cutoff, int depth) {
    const int precedence = precedenceOf(expr);
    if (precedence < outerPrecedence) {
        token(Token::LeftParen);
        expr0(expr, reducedDepth(depth));
        token(Token::RightParen);
        return;
    }
    bool hasBlanks = precedence < cutoff;
    const BinaryExpr* left = asIf<BinaryExpr>(expr->left);
    const bool continues = left != nullptr && precedenceOf(left) == precedence;
    exprAt(expr->left, precedence, depth + (continues ? 0 : 1));
    if (hasBlanks) space(Space::Blank);
    const uint32_t operatorLine = pos_.line;
    const uint32_t rightLine = line(expr->right->pos);
    setPos(expr->opPos);
    token(expr->op);
    bool isIndented = false;
    if (operatorLine != rightLine && linebreak(rightLine, 1, Space::Indent, true) > 0) {
        isIndented = true;
        hasBlanks = false;
    }
    if (hasBlanks) space(Space::Blank);
    exprAt(expr->right, precedence + 1, depth + 1);
    if (isIndented) space(Space::Unindent);
}

void FormatPrinter::parenExpr(const ParenExpr* expr, int depth) {
    if (isA<ParenExpr>(expr->inner)) return expr0(expr->inner, depth);  // one pair is enough
    token(Token::LeftParen);
    expr0(expr->inner, reducedDepth(depth));
    setPos(Pos{expr->end.value - 1});
    token(Token::RightParen);
}

/// Returns true if the selector went to a line of its own and the indentation is left to the caller.
bool FormatPrinter::selectorExpr(const SelectorExpr* expr, int depth, bool isCallee) {
    exprAt(expr->operand, kHighestPrecedence, depth);
    token(Token::Period);
    if (pos_.line < line(expr->selector->pos)) {
        spaces({Space::Indent, Space::Newline});
        setPos(expr->selector->pos);
        name(expr->selector);
        if (!isCallee) space(Space::Unindent);
        return true;
    }
    setPos(expr->selector->pos);
    name(expr->selector);
    return false;
}

void FormatPrinter::indexExpr(const IndexExpr* expr, int depth) {
    const Pos close{expr->end.value - 1};
    exprAt(expr->operand, kHighestPrecedence, 1);
    setPos(expr->leftBracket);
    token(Token::LeftBracket);
    if (expr->indices.size() == 1) {
        expr0(expr->indices.front(), depth + 1);
    } else {
        exprList(expr->indices, depth + 1, {expr->leftBracket, close, true, false});
    }
    setPos(close);
    token(Token::RightBracket);
}

void FormatPrinter::sliceExpr(const SliceExpr* expr, int depth) {
    exprAt(expr->operand, kHighestPrecedence, 1);
    setPos(expr->leftBracket);
    token(Token::LeftBracket);
    const Expr* const bounds[] = {expr->low, expr->high, expr->max};
    const int count = expr->max != nullptr ? 3 : 2;
    int present = 0;
    bool hasBinary = false;
    for (int i = 0; i < count; i++) {
        if (bounds[i] != nullptr) present++;
        hasBinary = hasBinary || isA<BinaryExpr>(bounds[i]);
    }
    const bool hasBlanks = depth <= 1 && present > 1 && hasBinary;
    for (int i = 0; i < count; i++) {
        if (i > 0) {
            if (bounds[i - 1] != nullptr && hasBlanks) space(Space::Blank);
            token(Token::Colon);
            if (bounds[i] != nullptr && hasBlanks) space(Space::Blank);
        }
        if (bounds[i] != nullptr) expr0(bounds[i], depth + 1);
    }
    setPos(Pos{expr->end.value - 1});
    token(Token::RightBracket);
}

void FormatPrinter::callExpr(const CallExpr* call, int depth) {
    if (call->arguments.size() > 1) depth++;
    // Conversions to function types and to receive-only channels need parentheses around the type.
    const ChanType* chan = asIf<ChanType>(call->callee);
    const bool needsParens =
        isA<FuncType>(call->callee) || (chan != nullptr && chan->direction == ChanDirection::ReceiveOnly);
    if (needsParens) token(Token::LeftParen);
    bool isIndented = false;
    if (const SelectorExpr* selector = asIf<SelectorExpr>(call->callee)) {
        isIndented = selectorExpr(selector, depth, true);
    } else {
        exprAt(call->callee, kHighestPrecedence, depth);
    }
    if (needsParens) token(Token::RightParen);
    setPos(call->leftParen);
    token(Token::LeftParen);
    if (call->hasEllipsis) {
        exprList(call->arguments, depth, {call->leftParen, call->ellipsisPos, false, false});
        setPos(call->ellipsisPos);
        token(Token::Ellipsis);
        if (line(call->ellipsisPos) < line(call->rightParen)) {
            token(Token::Comma);
            space(Space::FormFeed);
        }
    } else {
        exprList(call->arguments, depth, {call->leftParen, call->rightParen, true, false});
    }
    setPos(call->rightParen);
    token(Token::RightParen);
    if (isIndented) space(Space::Unindent);
}

void FormatPrinter::compositeLit(const CompositeLit* literal, int depth) {
    if (literal->literalType != nullptr) exprAt(literal->literalType, kHighestPrecedence, depth);
    level_++;
    setPos(literal->leftBrace);
    token(Token::LeftBrace);
    exprList(literal->elements, 1, {literal->leftBrace, literal->rightBrace, true, false});
    // Behind a block comment no line break may come without a comma in front of it.
    const bool outerLinebreak = noExtraLinebreak_;
    const bool outerBlank = noExtraBlank_;
    spaces({Space::Indent, Space::Unindent});  // indents comments that stand alone
    noExtraLinebreak_ = !noExtraLinebreak_;
    if (!literal->elements.empty()) noExtraBlank_ = !noExtraBlank_;
    setPos(literal->rightBrace);
    token(Token::RightBrace);
    noExtraLinebreak_ = outerLinebreak;
    noExtraBlank_ = outerBlank;
    level_--;
}

void FormatPrinter::funcLit(const FuncLit* literal) {
    setPos(literal->signature->pos);
    token(Token::Func);
    const uint32_t startColumn = outColumn_ - 4;  // of "func"
    signature(literal->signature);
    funcBody(distanceFrom(literal->signature->pos, startColumn), Space::Blank, literal->body);
}

}  // namespace sluice
