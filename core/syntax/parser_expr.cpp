#include "base/assert.h"
#include "syntax/dump.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

/// True if `expr` must be a value by its form, so that a following `{` cannot start a composite literal.
bool isValue(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::BasicLit:
        case NodeKind::CompositeLit:
        case NodeKind::FuncLit:
        case NodeKind::SliceExpr:
        case NodeKind::TypeAssertExpr:
        case NodeKind::CallExpr:
        case NodeKind::UnaryExpr:
        case NodeKind::BinaryExpr: return true;
        case NodeKind::ParenExpr: return isValue(as<ParenExpr>(expr)->inner);
        case NodeKind::IndexExpr: {
            const IndexExpr* index = as<IndexExpr>(expr);
            if (isValue(index->operand)) return true;
            return index->indices.size() == 1 && isValue(index->indices.front());
        }
        default: return false;
    }
}

}  // namespace

/// Expression = UnaryExpr | Expression binary_op Expression, for operators that bind tighter than
/// `precedence`.
Expr* Parser::parseBinary(Expr* left, int precedence) {
    if (left == nullptr) left = parseUnary();
    for (uint32_t chain = 1; tokenPrecedence(token_.kind) > precedence; chain++) {
        if (depth_ + chain > kMaxNesting) {
            tooDeep();
            break;
        }
        BinaryExpr* binary = make<BinaryExpr>(left->pos);
        binary->op = token_.kind;
        binary->opPos = pos();
        next();
        binary->left = left;
        binary->right = parseBinary(nullptr, tokenPrecedence(binary->op));
        left = finish(binary);
    }
    return left;
}

/// UnaryExpr = PrimaryExpr | unary_op UnaryExpr .
Expr* Parser::parseUnary() {
    Expr* expr = enter() ? parseUnaryInner() : badExpr();
    leave();
    return expr;
}

Expr* Parser::parseUnaryInner() {
    const Pos start = pos();
    switch (token_.kind) {
        case Token::Mul: {
            next();
            StarExpr* star = make<StarExpr>(start);
            star->operand = parseUnary();
            return finish(star);
        }
        case Token::Add:
        case Token::Sub:
        case Token::Not:
        case Token::Xor:
        case Token::Tilde:
        case Token::And: {
            UnaryExpr* unary = make<UnaryExpr>(start);
            unary->op = token_.kind;
            next();
            unary->operand = parseUnary();
            return finish(unary);
        }
        case Token::Arrow: return parseArrow();
        default: return parsePrimary(nullptr);
    }
}

/// `<-x` is a receive operation, `<-chan T` a type; which one shows only behind the operand. In the second
/// case the arrow belongs to the innermost channel type: `<-chan<- T` means `<-chan (<-T)`.
Expr* Parser::parseArrow() {
    const Pos start = pos();
    next();
    Expr* operand = parseUnary();
    if (!isA<ChanType>(operand)) {
        UnaryExpr* receive = make<UnaryExpr>(start);
        receive->op = Token::Arrow;
        receive->operand = operand;
        return finish(receive);
    }
    ChanDirection direction = ChanDirection::SendOnly;
    Expr* type = operand;
    while (direction == ChanDirection::SendOnly) {
        ChanType* chan = asIf<ChanType>(type);
        if (chan == nullptr) break;
        direction = chan->direction;
        if (direction == ChanDirection::ReceiveOnly) syntaxError("unexpected <-, expected chan");
        chan->direction = ChanDirection::ReceiveOnly;
        type = chan->element;
    }
    if (direction == ChanDirection::SendOnly) {
        syntaxError("unexpected " + exprText(type) + ", expected chan");
    }
    operand->pos = start;
    return operand;
}

/// Operand = Literal | OperandName | "(" Expression ")" ; also types, which conversions and literals start
/// with.
Expr* Parser::parseOperand() {
    switch (token_.kind) {
        case Token::Identifier: return parseName();
        case Token::Int:
        case Token::Float:
        case Token::Imaginary:
        case Token::Char:
        case Token::String: return parseLiteralOrNull();
        case Token::LeftParen: {
            ParenExpr* paren = make<ParenExpr>(pos());
            next();
            exprDepth_++;
            paren->inner = parseExpr();
            exprDepth_--;
            want(Token::RightParen);
            return finish(paren);
        }
        case Token::Func: return parseFuncLitOrType();
        case Token::LeftBracket:
        case Token::Chan:
        case Token::Map:
        case Token::Struct:
        case Token::Interface: return parseType();
        default: {
            Expr* bad = badExpr();
            syntaxError("expected expression");
            advance({Token::RightParen, Token::RightBracket, Token::RightBrace});
            return bad;
        }
    }
}

Expr* Parser::parseFuncLitOrType() {
    const Pos start = pos();
    next();
    FuncType* signature = parseFuncType(start, "function type");
    if (!at(Token::LeftBrace)) return signature;
    exprDepth_++;
    FuncLit* literal = make<FuncLit>(start);
    literal->signature = signature;
    literal->body = parseFuncBody();
    exprDepth_--;
    return finish(literal);
}

/// PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue } .
Expr* Parser::parsePrimary(Expr* operand) {
    if (operand == nullptr) operand = parseOperand();
    for (uint32_t chain = 1;; chain++) {
        if (depth_ + chain > kMaxNesting) {
            tooDeep();
            return operand;
        }
        switch (token_.kind) {
            case Token::Period: operand = parseSelector(operand); break;
            case Token::LeftBracket: operand = parseIndexOrSlice(operand); break;
            case Token::LeftParen: operand = parseCall(operand); break;
            case Token::LeftBrace:
                if (!bracesBelongTo(unparen(operand))) return operand;
                if (isA<ParenExpr>(operand)) {
                    syntaxError("cannot parenthesize type in composite literal");
                }
                operand = parseLiteralValue(operand);
                break;
            default: return operand;
        }
    }
}

/// At a `{` behind `operand`: is it a composite literal? In a header only after types that are spelled out.
bool Parser::bracesBelongTo(const Expr* operand) const {
    switch (operand->kind) {
        case NodeKind::Ident:
        case NodeKind::SelectorExpr: return exprDepth_ >= 0;
        case NodeKind::IndexExpr: return exprDepth_ >= 0 && !isValue(operand);
        case NodeKind::ArrayType:
        case NodeKind::StructType:
        case NodeKind::MapType: return true;
        default: return false;
    }
}

/// Selector = "." identifier . TypeAssertion = "." "(" Type ")" .
Expr* Parser::parseSelector(Expr* operand) {
    const Pos dot = pos();
    next();
    if (at(Token::Identifier)) {
        SelectorExpr* selector = make<SelectorExpr>(operand->pos);
        selector->dotPos = dot;
        selector->operand = operand;
        selector->selector = parseName();
        return finish(selector);
    }
    if (!got(Token::LeftParen)) {
        syntaxError("expected name or (");
        advance({Token::Semicolon, Token::RightParen});
        return operand;
    }
    TypeAssertExpr* assertion = make<TypeAssertExpr>(operand->pos);
    assertion->dotPos = dot;
    assertion->operand = operand;
    if (!got(Token::Type)) assertion->assertedType = parseType();
    want(Token::RightParen);
    return finish(assertion);
}

/// Index = "[" Expression "]" ; also type arguments and slices.
Expr* Parser::parseIndexOrSlice(Expr* operand) {
    const Pos bracket = pos();
    next();
    ExprVector list;
    if (!at(Token::Colon)) {
        bool sawComma = false;
        if (at(Token::RightBracket)) {
            syntaxError("expected operand");
            list.push_back(badExpr());
        } else {
            list = parseTypeList(false, sawComma);
        }
        if (sawComma || at(Token::RightBracket)) {
            want(Token::RightBracket);
            IndexExpr* index = make<IndexExpr>(operand->pos);
            index->operand = operand;
            index->leftBracket = bracket;
            index->indices = arena_.copyList(list);
            return finish(index);
        }
    }
    return parseSliceRest(operand, bracket, list.empty() ? nullptr : list.front());
}

/// Slice = "[" [ low ] ":" [ high ] [ ":" max ] "]", from the first colon.
Expr* Parser::parseSliceRest(Expr* operand, Pos bracket, Expr* low) {
    if (!got(Token::Colon)) {
        syntaxError("expected comma, : or ]");
        advance({Token::Comma, Token::Colon, Token::RightBracket});
    }
    exprDepth_++;
    SliceExpr* slice = make<SliceExpr>(operand->pos);
    slice->operand = operand;
    slice->leftBracket = bracket;
    slice->low = low;
    if (!at(Token::Colon) && !at(Token::RightBracket)) slice->high = parseExpr();
    if (at(Token::Colon)) {
        slice->isFull = true;
        if (slice->high == nullptr) {
            errorHere("middle index required in 3-index slice");
            slice->high = badExpr();
        }
        next();
        if (!at(Token::RightBracket)) {
            slice->max = parseExpr();
        } else {
            errorHere("final index required in 3-index slice");
            slice->max = badExpr();
        }
    }
    exprDepth_--;
    want(Token::RightBracket);
    return finish(slice);
}

/// Arguments = "(" [ ExpressionList [ "..." ] [ "," ] ] ")" .
Expr* Parser::parseCall(Expr* callee) {
    CallExpr* call = make<CallExpr>(callee->pos);
    call->callee = callee;
    call->leftParen = pos();
    next();
    exprDepth_++;
    ExprVector arguments;
    call->rightParen = parseList("argument list", Token::Comma, Token::RightParen, [&] {
        arguments.push_back(parseExpr());
        call->ellipsisPos = pos();
        call->hasEllipsis = got(Token::Ellipsis);
        return call->hasEllipsis;
    });
    exprDepth_--;
    call->arguments = arena_.copyList(arguments);
    return finish(call);
}

/// Element = Expression | LiteralValue .
Expr* Parser::parseElement() {
    if (!at(Token::LeftBrace)) return parseExpr();
    Expr* literal = enter() ? static_cast<Expr*>(parseLiteralValue(nullptr)) : badExpr();
    leave();
    return literal;
}

/// LiteralValue = "{" [ ElementList [ "," ] ] "}" .
CompositeLit* Parser::parseLiteralValue(Expr* type) {
    CompositeLit* literal = make<CompositeLit>(type != nullptr ? type->pos : pos());
    literal->literalType = type;
    literal->leftBrace = pos();
    exprDepth_++;
    want(Token::LeftBrace);
    ExprVector elements;
    literal->rightBrace = parseList("composite literal", Token::Comma, Token::RightBrace, [&] {
        Expr* element = parseElement();
        if (at(Token::Colon)) {
            KeyValueExpr* pair = make<KeyValueExpr>(element->pos);
            pair->key = element;
            pair->colonPos = pos();
            next();
            pair->value = parseElement();
            element = finish(pair);
            literal->hasKeys = true;
        }
        elements.push_back(element);
        return false;
    });
    exprDepth_--;
    literal->elements = arena_.copyList(elements);
    return finish(literal);
}

BasicLit* Parser::parseLiteralOrNull() {
    if (!isLiteral(token_.kind)) return nullptr;
    BasicLit* literal = make<BasicLit>(pos());
    literal->token = token_.kind;
    literal->text = token_.text;
    literal->isBad = token_.isBad;
    next();
    return finish(literal);
}

/// ExpressionList = Expression { "," Expression } .
ExprVector Parser::parseExprList() {
    ExprVector list = {parseExpr()};
    while (got(Token::Comma)) list.push_back(parseExpr());
    return list;
}

/// TypeList = Type { "," Type } [ "," ] ; unless `strict`, the first may be any expression.
ExprVector Parser::parseTypeList(bool strict, bool& sawComma) {
    exprDepth_++;
    ExprVector list = {strict ? parseType() : parseExpr()};
    while (got(Token::Comma)) {
        sawComma = true;
        Expr* type = parseTypeOrNull();
        if (type == nullptr) break;
        list.push_back(type);
    }
    exprDepth_--;
    return list;
}

}  // namespace sluice
