// Statements.
#include "base/assert.h"
#include "syntax/format_printer.h"

namespace sluice {

namespace {

bool isTypeName(const Expr* expr) {
    if (const SelectorExpr* selector = asIf<SelectorExpr>(expr)) return isTypeName(selector->operand);
    return isA<Ident>(expr);
}

/// True if `expr` holds a composite literal that only parentheses keep apart from a following block.
bool needsParens(const Expr* expr) {
    if (expr == nullptr) return false;
    const auto any = [](const List<Expr*>& list) {
        for (const Expr* each : list) {
            if (needsParens(each)) return true;
        }
        return false;
    };
    switch (expr->kind) {
        case NodeKind::CompositeLit: return isTypeName(as<CompositeLit>(expr)->literalType);
        case NodeKind::SelectorExpr: return needsParens(as<SelectorExpr>(expr)->operand);
        case NodeKind::IndexExpr:
            return needsParens(as<IndexExpr>(expr)->operand) || any(as<IndexExpr>(expr)->indices);
        case NodeKind::SliceExpr:
            return needsParens(as<SliceExpr>(expr)->operand) || needsParens(as<SliceExpr>(expr)->low) ||
                   needsParens(as<SliceExpr>(expr)->high) || needsParens(as<SliceExpr>(expr)->max);
        case NodeKind::TypeAssertExpr: return needsParens(as<TypeAssertExpr>(expr)->operand);
        case NodeKind::CallExpr:
            return needsParens(as<CallExpr>(expr)->callee) || any(as<CallExpr>(expr)->arguments);
        case NodeKind::StarExpr: return needsParens(as<StarExpr>(expr)->operand);
        case NodeKind::UnaryExpr: return needsParens(as<UnaryExpr>(expr)->operand);
        case NodeKind::BinaryExpr:
            return needsParens(as<BinaryExpr>(expr)->left) || needsParens(as<BinaryExpr>(expr)->right);
        case NodeKind::KeyValueExpr:
            return needsParens(as<KeyValueExpr>(expr)->key) || needsParens(as<KeyValueExpr>(expr)->value);
        default: return false;
    }
}

/// Headers need no parentheses around their expressions.
const Expr* strippedParens(const Expr* expr) {
    while (const ParenExpr* paren = asIf<ParenExpr>(expr)) {
        if (needsParens(paren->inner)) break;
        expr = paren->inner;
    }
    return expr;
}

}  // namespace

/// Statements keep the line breaks between them; clauses of a switch are sections of their own and not
/// indented.
template <typename T>
void FormatPrinter::stmtList(const List<T*>& list, bool indent, bool nextIsBrace) {
    if (indent) space(Space::Indent);
    uint32_t startLine = 0;
    uint32_t printed = 0;
    for (uint32_t i = 0; i < list.size(); i++) {
        const Stmt* each = list[i];
        if (isA<EmptyStmt>(each)) continue;
        linebreak(line(each->pos), 1, Space::Ignore, printed == 0 || !indent || linesFrom(startLine) > 0);
        recordLine(&startLine);
        stmt(each, nextIsBrace && printed + 1 == list.size());
        // Labels stand on lines of their own; what counts is where the statement behind them starts.
        for (const LabeledStmt* labeled = asIf<LabeledStmt>(each); labeled != nullptr;
             labeled = asIf<LabeledStmt>(labeled->stmt)) {
            startLine++;
        }
        printed++;
    }
    if (indent) space(Space::Unindent);
}

template <typename T>
void FormatPrinter::braced(Pos leftBrace, const List<T*>& list, Pos rightBrace, bool indent) {
    setPos(leftBrace);
    token(Token::LeftBrace);
    stmtList(list, indent, true);
    linebreak(line(rightBrace), 1, Space::Ignore, true);
    setPos(rightBrace);
    token(Token::RightBrace);
}

void FormatPrinter::block(const BlockStmt* block) {
    braced(block->leftBrace, block->stmts, block->rightBrace, true);
}

/// Short bodies that stand on the line of their function stay there.
void FormatPrinter::funcBody(uint32_t headerSize, Space separator, const BlockStmt* body) {
    if (body == nullptr) return;
    constexpr uint32_t kMaxOneLine = 100;
    const uint32_t outerLevel = level_;
    level_ = 0;
    if (headerSize <= kMaxOneLine && headerSize + bodySize(body, kMaxOneLine) <= kMaxOneLine) {
        space(separator);
        setPos(body->leftBrace);
        token(Token::LeftBrace);
        if (!body->stmts.empty()) {
            space(Space::Blank);
            for (uint32_t i = 0; i < body->stmts.size(); i++) {
                if (i > 0) {
                    token(Token::Semicolon);
                    space(Space::Blank);
                }
                stmt(body->stmts[i], i + 1 == body->stmts.size());
            }
            space(Space::Blank);
        }
        const bool outer = noExtraLinebreak_;
        noExtraLinebreak_ = !outer;
        setPos(body->rightBrace);
        token(Token::RightBrace);
        noExtraLinebreak_ = outer;
    } else {
        space(Space::Blank);
        block(body);
    }
    level_ = outerLevel;
}

void FormatPrinter::header(bool isFor, const Stmt* init, const Expr* condition, const Stmt* post) {
    space(Space::Blank);
    bool needsBlank = false;
    if (init == nullptr && post == nullptr) {
        if (condition != nullptr) {
            expr(strippedParens(condition));
            needsBlank = true;
        }
    } else {
        if (init != nullptr) stmt(init, false);
        token(Token::Semicolon);
        space(Space::Blank);
        if (condition != nullptr) {
            expr(strippedParens(condition));
            needsBlank = true;
        }
        if (isFor) {
            token(Token::Semicolon);
            space(Space::Blank);
            needsBlank = post != nullptr;
            if (post != nullptr) stmt(post, false);
        }
    }
    if (needsBlank) space(Space::Blank);
}

/// A list of results looks better indented as a whole if its elements start on several lines or several of
/// them span lines.
bool FormatPrinter::wantsIndent(const List<Expr*>& list) const {
    if (list.size() < 2 || line(list.front()->pos) >= line(list.back()->end)) return false;
    uint32_t multiline = 0;
    uint32_t previousLine = line(list.front()->pos);
    for (const Expr* each : list) {
        const uint32_t begin = line(each->pos);
        const uint32_t end = line(each->end);
        if (previousLine < begin) return true;
        if (begin < end) multiline++;
        previousLine = end;
    }
    return multiline > 1;
}

void FormatPrinter::stmt(const Stmt* stmt, bool nextIsBrace) {
    setPos(stmt->pos);
    switch (stmt->kind) {
        case NodeKind::BadStmt: literal("BadStmt", Token::String); return;
        case NodeKind::DeclStmt: return decl(as<DeclStmt>(stmt)->decl);
        case NodeKind::EmptyStmt: return;
        case NodeKind::LabeledStmt: return labeledStmt(as<LabeledStmt>(stmt), nextIsBrace);
        case NodeKind::GoStmt:
            token(Token::Go);
            space(Space::Blank);
            return expr(as<GoStmt>(stmt)->call);
        case NodeKind::DeferStmt:
            token(Token::Defer);
            space(Space::Blank);
            return expr(as<DeferStmt>(stmt)->call);
        case NodeKind::ReturnStmt: return returnStmt(as<ReturnStmt>(stmt));
        case NodeKind::BranchStmt:
            token(as<BranchStmt>(stmt)->token);
            if (as<BranchStmt>(stmt)->label == nullptr) return;
            space(Space::Blank);
            return expr(as<BranchStmt>(stmt)->label);
        case NodeKind::BlockStmt: return block(as<BlockStmt>(stmt));
        case NodeKind::ExprStmt:
        case NodeKind::SendStmt:
        case NodeKind::IncDecStmt:
        case NodeKind::AssignStmt: return simpleStmt(stmt);
        default: flowStmt(stmt, nextIsBrace);
    }
}

void FormatPrinter::simpleStmt(const Stmt* stmt) {
    switch (stmt->kind) {
        case NodeKind::ExprStmt: return expr(as<ExprStmt>(stmt)->expr);
        case NodeKind::SendStmt: {
            const SendStmt* send = as<SendStmt>(stmt);
            expr(send->channel);
            space(Space::Blank);
            setPos(send->arrowPos);
            token(Token::Arrow);
            space(Space::Blank);
            return expr(send->value);
        }
        case NodeKind::IncDecStmt:
            expr0(as<IncDecStmt>(stmt)->operand, 2);
            setPos(as<IncDecStmt>(stmt)->opPos);
            return token(as<IncDecStmt>(stmt)->op);
        default: {
            const AssignStmt* assign = as<AssignStmt>(stmt);
            const int depth = assign->left.size() > 1 && assign->right.size() > 1 ? 2 : 1;
            exprList(assign->left, depth, {assign->pos, assign->opPos, false, false});
            space(Space::Blank);
            setPos(assign->opPos);
            token(assign->op);
            space(Space::Blank);
            exprList(assign->right, depth, {assign->opPos, Pos{}, false, false});
        }
    }
}

void FormatPrinter::flowStmt(const Stmt* stmt, bool nextIsBrace) {
    switch (stmt->kind) {
        case NodeKind::IfStmt: return ifStmt(as<IfStmt>(stmt), nextIsBrace);
        case NodeKind::CaseClause: return caseClause(as<CaseClause>(stmt), nextIsBrace);
        case NodeKind::CommClause: return commClause(as<CommClause>(stmt), nextIsBrace);
        case NodeKind::SwitchStmt: {
            const SwitchStmt* branch = as<SwitchStmt>(stmt);
            token(Token::Switch);
            header(false, branch->init, branch->tag, nullptr);
            return braced(branch->leftBrace, branch->clauses, branch->rightBrace, false);
        }
        case NodeKind::TypeSwitchStmt: return typeSwitchStmt(as<TypeSwitchStmt>(stmt));
        case NodeKind::SelectStmt: {
            const SelectStmt* select = as<SelectStmt>(stmt);
            token(Token::Select);
            space(Space::Blank);
            if (!select->clauses.empty() || commentBefore(source_.place(select->rightBrace))) {
                return braced(select->leftBrace, select->clauses, select->rightBrace, false);
            }
            setPos(select->leftBrace);
            token(Token::LeftBrace);
            setPos(select->rightBrace);
            return token(Token::RightBrace);
        }
        case NodeKind::ForStmt: {
            const ForStmt* loop = as<ForStmt>(stmt);
            token(Token::For);
            header(true, loop->init, loop->condition, loop->post);
            return block(loop->body);
        }
        case NodeKind::RangeStmt: return rangeStmt(as<RangeStmt>(stmt));
        default: SLUICE_UNREACHABLE("a statement that the formatter does not know");
    }
}

void FormatPrinter::labeledStmt(const LabeledStmt* labeled, bool nextIsBrace) {
    space(Space::Unindent);  // acts in front of the line break before it
    expr(labeled->label);
    setPos(labeled->colonPos);
    token(Token::Colon);
    space(Space::Indent);
    if (isA<EmptyStmt>(labeled->stmt)) {
        if (!nextIsBrace) {
            space(Space::Newline);
            setPos(labeled->stmt->pos);
            token(Token::Semicolon);
            return;
        }
    } else {
        linebreak(line(labeled->stmt->pos), 1, Space::Ignore, true);
    }
    stmt(labeled->stmt, nextIsBrace);
}

void FormatPrinter::returnStmt(const ReturnStmt* node) {
    token(Token::Return);
    if (node->results.empty()) return;
    space(Space::Blank);
    // No place in front of the list, so that no line break can come behind the keyword.
    const bool isIndented = wantsIndent(node->results);
    if (isIndented) space(Space::Indent);
    exprList(node->results, 1, {Pos{}, Pos{}, false, isIndented});
    if (isIndented) space(Space::Unindent);
}

void FormatPrinter::rangeStmt(const RangeStmt* loop) {
    token(Token::For);
    space(Space::Blank);
    if (loop->key != nullptr) {
        expr(loop->key);
        if (loop->value != nullptr) {
            setPos(loop->value->pos);
            token(Token::Comma);
            space(Space::Blank);
            expr(loop->value);
        }
        space(Space::Blank);
        setPos(loop->opPos);
        token(loop->op);
        space(Space::Blank);
    }
    token(Token::Range);
    space(Space::Blank);
    expr(strippedParens(loop->operand));
    space(Space::Blank);
    block(loop->body);
}

void FormatPrinter::ifStmt(const IfStmt* branch, bool nextIsBrace) {
    token(Token::If);
    header(false, branch->init, branch->condition, nullptr);
    block(branch->thenBlock);
    if (branch->elseStmt == nullptr) return;
    space(Space::Blank);
    token(Token::Else);
    space(Space::Blank);
    stmt(branch->elseStmt, nextIsBrace);
}

void FormatPrinter::typeSwitchStmt(const TypeSwitchStmt* branch) {
    token(Token::Switch);
    if (branch->init != nullptr) {
        space(Space::Blank);
        stmt(branch->init, false);
        token(Token::Semicolon);
    }
    space(Space::Blank);
    if (branch->name != nullptr) {
        expr(branch->name);
        space(Space::Blank);
        setPos(source_.tokenBehind(branch->name->end, ":="));
        token(Token::Define);
        space(Space::Blank);
    }
    expr(branch->guard);
    space(Space::Blank);
    braced(branch->leftBrace, branch->clauses, branch->rightBrace, false);
}

void FormatPrinter::caseClause(const CaseClause* clause, bool nextIsBrace) {
    if (clause->isDefault) {
        token(Token::Default);
    } else {
        token(Token::Case);
        space(Space::Blank);
        exprList(clause->values, 1, {clause->pos, clause->colonPos, false, false});
    }
    setPos(clause->colonPos);
    token(Token::Colon);
    stmtList(clause->body, true, nextIsBrace);
}

void FormatPrinter::commClause(const CommClause* clause, bool nextIsBrace) {
    if (clause->comm == nullptr) {
        token(Token::Default);
    } else {
        token(Token::Case);
        space(Space::Blank);
        stmt(clause->comm, false);
    }
    setPos(clause->colonPos);
    token(Token::Colon);
    stmtList(clause->body, true, nextIsBrace);
}

}  // namespace sluice
