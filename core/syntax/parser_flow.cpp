// if, for, switch and select, and the headers of the first three.
#include "base/assert.h"
#include "syntax/dump.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

/// `name := x.(type)`, or null.
AssignStmt* typeSwitchGuard(Stmt* stmt) {
    AssignStmt* assign = asIf<AssignStmt>(stmt);
    if (assign == nullptr || assign->op != Token::Define) return nullptr;
    if (assign->left.size() != 1 || !isA<Ident>(assign->left.front())) return nullptr;
    if (assign->right.size() != 1) return nullptr;
    const TypeAssertExpr* guard = asIf<TypeAssertExpr>(assign->right.front());
    return guard != nullptr && guard->assertedType == nullptr ? assign : nullptr;
}

/// `x`, in parentheses when it is a binary expression, so that the `=` of an assignment stands out.
std::string emphasized(const List<Expr*>& list) {
    std::string text;
    for (const Expr* expr : list) text += (text.empty() ? "" : ", ") + exprText(expr);
    return list.size() == 1 && isA<BinaryExpr>(list.front()) ? "(" + text + ")" : text;
}

}  // namespace

/// The part of an if, switch or for between the keyword and the block.
Header Parser::parseHeader(Token keyword) {
    Header header;
    want(keyword);
    if (at(Token::LeftBrace)) {
        if (keyword == Token::If) {
            syntaxError("missing condition in if statement");
            header.condition = badExpr();
        }
        return header;
    }
    const int outerDepth = exprDepth_;
    exprDepth_ = -1;
    if (!at(Token::Semicolon)) {
        if (got(Token::Var)) {
            syntaxError("var declaration not allowed in " + std::string(tokenText(keyword)) + " initializer");
        }
        header.init = parseSimpleStmt({}, keyword);
        if (isA<RangeStmt>(header.init)) {
            header.range = as<RangeStmt>(header.init);
            header.init = nullptr;
            exprDepth_ = outerDepth;
            return header;
        }
    }
    parseHeaderRest(keyword, header);
    exprDepth_ = outerDepth;
    return header;
}

/// From the semicolon behind the first simple statement, or from the block.
void Parser::parseHeaderRest(Token keyword, Header& header) {
    Stmt* condition = nullptr;
    Pos semicolon;
    bool isWritten = false;  // the semicolon was, and not inserted at the end of a line
    if (at(Token::LeftBrace)) {
        condition = header.init;
        header.init = nullptr;
        header.condition = conditionOf(keyword, header, condition, semicolon, isWritten);
        return;
    }
    std::string semicolonText;
    if (at(Token::Semicolon)) {
        semicolon = pos();
        semicolonText = std::string(token_.text);
        isWritten = semicolonText == "semicolon";
        next();
    } else {
        want(Token::LeftBrace);
        if (!at(Token::LeftBrace)) advance({Token::LeftBrace, Token::RightBrace});
    }
    if (keyword == Token::For) {
        if (!at(Token::Semicolon)) {
            if (at(Token::LeftBrace)) {
                syntaxError("expected for loop condition");
                return;
            }
            condition = parseSimpleStmt({}, Token::EndOfFile);
        }
        want(Token::Semicolon);
        if (!at(Token::LeftBrace)) {
            header.post = parseSimpleStmt({}, Token::EndOfFile);
            const AssignStmt* assign = asIf<AssignStmt>(header.post);
            if (assign != nullptr && assign->op == Token::Define) {
                syntaxErrorAt(assign->opPos, "cannot declare in post statement of for loop");
            }
        }
    } else if (!at(Token::LeftBrace)) {
        condition = parseSimpleStmt({}, keyword);
    }
    if (condition == nullptr && keyword == Token::If && semicolon.isValid() && !isWritten) {
        syntaxErrorAt(semicolon, "unexpected " + semicolonText + ", expected { after if clause");
        header.condition = make<BadExpr>(semicolon);
        return;
    }
    header.condition = conditionOf(keyword, header, condition, semicolon, isWritten);
}

/// The expression of the simple statement that stands as the condition or tag.
Expr* Parser::conditionOf(Token keyword, Header& header, Stmt* condition, Pos semicolon, bool isWritten) {
    if (condition == nullptr) {
        if (keyword != Token::If || !semicolon.isValid() || !isWritten) return nullptr;
        syntaxErrorAt(semicolon, "missing condition in if statement");
        return make<BadExpr>(semicolon);
    }
    if (ExprStmt* stmt = asIf<ExprStmt>(condition)) return stmt->expr;
    if (keyword == Token::Switch) {
        header.guard = typeSwitchGuard(condition);
        if (header.guard != nullptr) return nullptr;
    }
    reportNoCondition(condition);
    return nullptr;
}

/// A common mistake is `=` instead of `==`.
void Parser::reportNoCondition(const Stmt* condition) {
    Pos at = condition->pos;
    std::string text;
    if (const AssignStmt* assign = asIf<AssignStmt>(condition)) {
        at = assign->opPos;
        text = stmtText(assign);
        if (assign->op == Token::Assign) {
            text = "assignment " + emphasized(assign->left) + " = " + emphasized(assign->right);
        }
    } else {
        text = stmtText(condition);
        if (const SendStmt* send = asIf<SendStmt>(condition)) at = send->arrowPos;
        if (const IncDecStmt* step = asIf<IncDecStmt>(condition)) at = step->opPos;
    }
    syntaxErrorAt(at, "cannot use " + text + " as value");
}

Stmt* Parser::parseFor() {
    const Pos start = pos();
    const Header header = parseHeader(Token::For);
    if (header.range != nullptr) {
        header.range->pos = start;
        header.range->body = parseBlock("for clause");
        return finish(header.range);
    }
    ForStmt* stmt = make<ForStmt>(start);
    stmt->init = header.init;
    stmt->condition = header.condition;
    stmt->post = header.post;
    stmt->body = parseBlock("for clause");
    return finish(stmt);
}

Stmt* Parser::parseIf() {
    IfStmt* stmt = make<IfStmt>(pos());
    const Header header = parseHeader(Token::If);
    stmt->init = header.init;
    stmt->condition = header.condition != nullptr ? header.condition : badExpr();
    stmt->thenBlock = parseBlock("if clause");
    if (got(Token::Else)) {
        if (at(Token::If)) {
            if (enter()) stmt->elseStmt = parseIf();
            leave();
        } else if (at(Token::LeftBrace)) {
            stmt->elseStmt = parseBlock("");
        } else {
            syntaxError("else must be followed by if or statement block");
            advance({Token::Identifier, Token::RightBrace});
        }
    }
    return finish(stmt);
}

Stmt* Parser::parseSwitch() {
    const Pos start = pos();
    const Header header = parseHeader(Token::Switch);
    const Pos leftBrace = pos();
    if (!got(Token::LeftBrace)) {
        syntaxError("missing { after switch clause");
        advance({Token::Case, Token::Default, Token::RightBrace});
    }
    std::vector<CaseClause*> clauses;
    while (!at(Token::EndOfFile) && !at(Token::RightBrace)) clauses.push_back(parseCaseClause());
    const Pos rightBrace = pos();
    want(Token::RightBrace);

    Expr* tag = header.guard != nullptr ? header.guard->right.front() : header.condition;
    TypeAssertExpr* guard = asIf<TypeAssertExpr>(tag);
    if (guard != nullptr && guard->assertedType == nullptr) {
        TypeSwitchStmt* stmt = make<TypeSwitchStmt>(start);
        stmt->init = header.init;
        if (header.guard != nullptr) stmt->name = as<Ident>(header.guard->left.front());
        stmt->operand = guard->operand;
        stmt->guard = guard;
        stmt->leftBrace = leftBrace;
        stmt->clauses = arena_.copyList(clauses);
        stmt->rightBrace = rightBrace;
        return finish(stmt);
    }
    SwitchStmt* stmt = make<SwitchStmt>(start);
    stmt->init = header.init;
    stmt->tag = tag;
    stmt->leftBrace = leftBrace;
    stmt->clauses = arena_.copyList(clauses);
    stmt->rightBrace = rightBrace;
    return finish(stmt);
}

CaseClause* Parser::parseCaseClause() {
    CaseClause* clause = make<CaseClause>(pos());
    if (got(Token::Case)) {
        clause->values = arena_.copyList(parseExprList());
    } else if (got(Token::Default)) {
        clause->isDefault = true;
    } else {
        syntaxError("expected case or default or }");
        advance({Token::Colon, Token::Case, Token::Default, Token::RightBrace});
    }
    clause->colonPos = pos();
    want(Token::Colon);
    clause->body = parseStmtList();
    return finish(clause);
}

Stmt* Parser::parseSelect() {
    SelectStmt* stmt = make<SelectStmt>(pos());
    want(Token::Select);
    stmt->leftBrace = pos();
    if (!got(Token::LeftBrace)) {
        syntaxError("missing { after select clause");
        advance({Token::Case, Token::Default, Token::RightBrace});
    }
    std::vector<CommClause*> clauses;
    while (!at(Token::EndOfFile) && !at(Token::RightBrace)) clauses.push_back(parseCommClause());
    stmt->clauses = arena_.copyList(clauses);
    stmt->rightBrace = pos();
    want(Token::RightBrace);
    return finish(stmt);
}

CommClause* Parser::parseCommClause() {
    CommClause* clause = make<CommClause>(pos());
    if (got(Token::Case)) {
        clause->comm = parseSimpleStmt({}, Token::EndOfFile);
    } else if (!got(Token::Default)) {
        syntaxError("expected case or default or }");
        advance({Token::Colon, Token::Case, Token::Default, Token::RightBrace});
    }
    clause->colonPos = pos();
    want(Token::Colon);
    clause->body = parseStmtList();
    return finish(clause);
}

}  // namespace sluice
