// Terminating statements (Go spec "Terminating statements"), for "missing return".
#include "types/package_checker.h"

namespace sluice {
namespace {

bool hasBreak(const Stmt* s, Name label, bool implicit);

bool hasBreakList(const List<Stmt*>& list, Name label, bool implicit) {
    for (const Stmt* s : list) {
        if (hasBreak(s, label, implicit)) return true;
    }
    return false;
}

/// Does s contain a break that leaves the statement labelled `label` (or, if implicit, the innermost one
/// around s)?
bool hasBreak(const Stmt* s, Name label, bool implicit) {
    if (s == nullptr) return false;
    switch (s->kind) {
        case NodeKind::LabeledStmt: return hasBreak(as<LabeledStmt>(s)->stmt, label, implicit);
        case NodeKind::BranchStmt: {
            const auto* branch = as<BranchStmt>(s);
            if (branch->token != Token::Break) return false;
            if (branch->label == nullptr) return implicit;
            return label && branch->label->name == label;
        }
        case NodeKind::BlockStmt: return hasBreakList(as<BlockStmt>(s)->stmts, label, implicit);
        case NodeKind::IfStmt:
            return hasBreak(as<IfStmt>(s)->thenBlock, label, implicit) ||
                   hasBreak(as<IfStmt>(s)->elseStmt, label, implicit);
        case NodeKind::SwitchStmt:
            for (const CaseClause* c : as<SwitchStmt>(s)->clauses) {
                if (label && hasBreakList(c->body, label, false)) return true;
            }
            return false;
        case NodeKind::TypeSwitchStmt:
            for (const CaseClause* c : as<TypeSwitchStmt>(s)->clauses) {
                if (label && hasBreakList(c->body, label, false)) return true;
            }
            return false;
        case NodeKind::SelectStmt:
            for (const CommClause* c : as<SelectStmt>(s)->clauses) {
                if (label && hasBreakList(c->body, label, false)) return true;
            }
            return false;
        case NodeKind::ForStmt: return label && hasBreak(as<ForStmt>(s)->body, label, false);
        case NodeKind::RangeStmt: return label && hasBreak(as<RangeStmt>(s)->body, label, false);
        default: return false;
    }
}
}  // namespace

bool PackageChecker::isTerminatingList(const List<Stmt*>& list, Name label) {
    for (size_t i = list.size(); i > 0; i--) {
        if (list[i - 1]->kind != NodeKind::EmptyStmt) return isTerminating(list[i - 1], label);
    }
    return false;
}

bool PackageChecker::isTerminatingSwitch(const List<CaseClause*>& clauses, Name label) {
    bool hasDefault = false;
    for (CaseClause* c : clauses) {
        hasDefault |= c->isDefault;
        if (!isTerminatingList(c->body, Name{}) || hasBreakList(c->body, label, true)) return false;
    }
    return hasDefault;
}

bool PackageChecker::isTerminating(Stmt* s, Name label) {
    if (s == nullptr) return false;
    switch (s->kind) {
        case NodeKind::LabeledStmt:
            return isTerminating(as<LabeledStmt>(s)->stmt, as<LabeledStmt>(s)->label->name);
        case NodeKind::ExprStmt: {
            auto* call = asIf<CallExpr>(unparen(as<ExprStmt>(s)->expr));
            return call != nullptr && panicCalls_.count(call) != 0;
        }
        case NodeKind::ReturnStmt: return true;
        case NodeKind::BranchStmt:
            return as<BranchStmt>(s)->token == Token::Goto || as<BranchStmt>(s)->token == Token::Fallthrough;
        case NodeKind::BlockStmt: return isTerminatingList(as<BlockStmt>(s)->stmts, Name{});
        case NodeKind::IfStmt: {
            auto* branch = as<IfStmt>(s);
            return branch->elseStmt != nullptr && isTerminating(branch->thenBlock, Name{}) &&
                   isTerminating(branch->elseStmt, Name{});
        }
        case NodeKind::SwitchStmt: return isTerminatingSwitch(as<SwitchStmt>(s)->clauses, label);
        case NodeKind::TypeSwitchStmt: return isTerminatingSwitch(as<TypeSwitchStmt>(s)->clauses, label);
        case NodeKind::SelectStmt:
            for (CommClause* c : as<SelectStmt>(s)->clauses) {
                if (!isTerminatingList(c->body, Name{}) || hasBreakList(c->body, label, true)) return false;
            }
            return true;
        case NodeKind::ForStmt:
            return as<ForStmt>(s)->condition == nullptr && !hasBreak(as<ForStmt>(s)->body, label, true);
        default: return false;
    }
}
}  // namespace sluice
