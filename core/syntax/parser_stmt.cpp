#include "base/assert.h"
#include "syntax/dump.h"
#include "syntax/parser_impl.h"

namespace sluice {

/// Statement, or null when none starts here.
Stmt* Parser::parseStmtOrNull() {
    Stmt* stmt = enter() ? parseStmtOrNullInner() : nullptr;
    leave();
    return stmt;
}

Stmt* Parser::parseStmtOrNullInner() {
    switch (token_.kind) {
        case Token::Identifier: {
            ExprVector left = parseExprList();
            if (left.size() == 1 && isA<Ident>(left.front()) && at(Token::Colon)) {
                return parseLabeledStmtOrNull(as<Ident>(left.front()));
            }
            return parseSimpleStmt(std::move(left), Token::EndOfFile);
        }
        case Token::Var:
        case Token::Const:
        case Token::Type: return parseDeclStmt();
        case Token::LeftBrace: return parseBlock("");
        case Token::Add:
        case Token::Sub:
        case Token::Mul:
        case Token::And:
        case Token::Xor:
        case Token::Not:
        case Token::Int:
        case Token::Float:
        case Token::Imaginary:
        case Token::Char:
        case Token::String:
        case Token::Func:
        case Token::LeftParen:
        case Token::LeftBracket:
        case Token::Struct:
        case Token::Map:
        case Token::Chan:
        case Token::Interface:
        case Token::Arrow: return parseSimpleStmt({}, Token::EndOfFile);
        case Token::For: return parseFor();
        case Token::Switch: return parseSwitch();
        case Token::Select: return parseSelect();
        case Token::If: return parseIf();
        case Token::Fallthrough:
        case Token::Break:
        case Token::Continue:
        case Token::Goto: return parseBranchStmt();
        case Token::Go:
        case Token::Defer: return parseGoOrDefer();
        case Token::Return: {
            ReturnStmt* stmt = make<ReturnStmt>(pos());
            next();
            if (!at(Token::Semicolon) && !at(Token::RightBrace)) {
                stmt->results = arena_.copyList(parseExprList());
            }
            return finish(stmt);
        }
        case Token::Semicolon: return make<EmptyStmt>(pos());
        default: return nullptr;
    }
}

/// SimpleStmt. `left` may have been parsed. A range clause is accepted when `keyword` is For.
Stmt* Parser::parseSimpleStmt(ExprVector left, Token keyword) {
    if (keyword == Token::For && at(Token::Range))
        return parseRangeClause({}, Token::EndOfFile, pos(), pos());
    if (left.empty()) left = parseExprList();
    if (left.size() > 1 || at(Token::Assign) || at(Token::Define)) return parseAssignment(left, keyword);
    Expr* first = left.front();
    const Pos opPos = pos();
    if (isAssignOperator(token_.kind)) {
        AssignStmt* stmt = make<AssignStmt>(first->pos);
        stmt->left = arena_.copyList(left);
        stmt->op = token_.kind;
        stmt->opPos = opPos;
        next();
        stmt->right = arena_.copyList<Expr*>({parseExpr()});
        return finish(stmt);
    }
    if (at(Token::Inc) || at(Token::Dec)) {
        IncDecStmt* stmt = make<IncDecStmt>(first->pos);
        stmt->operand = first;
        stmt->op = token_.kind;
        stmt->opPos = opPos;
        next();
        return finish(stmt);
    }
    if (got(Token::Arrow)) {
        SendStmt* stmt = make<SendStmt>(first->pos);
        stmt->channel = first;
        stmt->arrowPos = opPos;
        stmt->value = parseExpr();
        return finish(stmt);
    }
    ExprStmt* stmt = make<ExprStmt>(first->pos);
    stmt->expr = first;
    return finish(stmt);
}

/// `left = right`, `left := right`, and range clauses that declare or assign.
Stmt* Parser::parseAssignment(ExprVector& left, Token keyword) {
    if (!at(Token::Assign) && !at(Token::Define)) {
        syntaxError("expected := or = or comma");
        advance({Token::Semicolon, Token::RightBrace});
        ExprStmt* stmt = make<ExprStmt>(left.front()->pos);
        stmt->expr = left.front();
        return finish(stmt);
    }
    const Token op = token_.kind;
    const Pos opPos = pos();
    next();
    if (keyword == Token::For && at(Token::Range)) {
        return parseRangeClause(left, op, opPos, left.front()->pos);
    }
    AssignStmt* stmt = make<AssignStmt>(left.front()->pos);
    stmt->left = arena_.copyList(left);
    stmt->op = op;
    stmt->opPos = opPos;
    stmt->right = arena_.copyList(parseExprList());
    return finish(stmt);
}

/// At "range". The body is parsed by the caller.
RangeStmt* Parser::parseRangeClause(ExprVector left, Token op, Pos opPos, Pos start) {
    RangeStmt* stmt = make<RangeStmt>(start);
    stmt->rangePos = pos();
    next();
    stmt->op = op;
    stmt->opPos = opPos;
    if (!left.empty()) stmt->key = left[0];
    if (left.size() > 1) stmt->value = left[1];
    if (left.size() > 2) stmt->extra = left[2];
    stmt->operand = parseExpr();
    return finish(stmt);
}

/// LabeledStmt = Label ":" Statement ; at the colon.
Stmt* Parser::parseLabeledStmtOrNull(Ident* label) {
    LabeledStmt* stmt = make<LabeledStmt>(label->pos);
    stmt->label = label;
    stmt->colonPos = pos();
    want(Token::Colon);
    if (at(Token::RightBrace)) {
        stmt->stmt = make<EmptyStmt>(pos());
        return finish(stmt);
    }
    stmt->stmt = parseStmtOrNull();
    if (stmt->stmt != nullptr) return finish(stmt);
    syntaxErrorAt(stmt->colonPos, "missing statement after label");
    return nullptr;
}

Stmt* Parser::parseBranchStmt() {
    BranchStmt* stmt = make<BranchStmt>(pos());
    stmt->token = token_.kind;
    next();
    if (stmt->token == Token::Goto) {
        stmt->label = parseName();
    } else if (stmt->token != Token::Fallthrough && at(Token::Identifier)) {
        stmt->label = parseName();
    }
    return finish(stmt);
}

Stmt* Parser::parseGoOrDefer() {
    const Pos start = pos();
    const Token keyword = token_.kind;
    next();
    Expr* call = parsePrimary(nullptr);
    if (isA<ParenExpr>(call)) {
        error(call->pos, "expression in " + std::string(tokenText(keyword)) + " must not be parenthesized");
        call = unparen(call);
    }
    if (keyword == Token::Go) {
        GoStmt* stmt = make<GoStmt>(start);
        stmt->call = call;
        return finish(stmt);
    }
    DeferStmt* stmt = make<DeferStmt>(start);
    stmt->call = call;
    return finish(stmt);
}

/// Block = "{" StatementList "}" . `context` names what must have a block, for people who leave the braces
/// out.
BlockStmt* Parser::parseBlock(const char* context) {
    BlockStmt* block = make<BlockStmt>(pos());
    block->leftBrace = pos();
    if (!got(Token::LeftBrace)) {
        syntaxError(std::string("expected { after ") + context);
        advance({Token::Identifier, Token::RightBrace});
        block->rightBrace = pos();
        if (got(Token::RightBrace)) return finish(block);
    }
    block->stmts = parseStmtList();
    block->rightBrace = pos();
    want(Token::RightBrace);
    return finish(block);
}

/// StatementList = { Statement ";" } .
List<Stmt*> Parser::parseStmtList() {
    std::vector<Stmt*> list;
    while (!at(Token::EndOfFile) && !at(Token::RightBrace) && !at(Token::Case) && !at(Token::Default)) {
        Stmt* stmt = parseStmtOrNull();
        if (stmt == nullptr) break;
        list.push_back(stmt);
        if (!got(Token::Semicolon) && !at(Token::RightBrace)) {
            syntaxError("at end of statement");
            advance({Token::Semicolon, Token::RightBrace, Token::Case, Token::Default});
            got(Token::Semicolon);
        }
    }
    return arena_.copyList(list);
}

Stmt* Parser::parseDeclStmt() {
    DeclStmt* stmt = make<DeclStmt>(pos());
    const Token keyword = token_.kind;
    next();
    stmt->decl = parseGenDecl(keyword, stmt->pos);
    return finish(stmt);
}

}  // namespace sluice
