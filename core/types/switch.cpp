// Expression and type switches.
#include "types/package_checker.h"

namespace sluice {

void PackageChecker::checkDefaults(const List<CaseClause*>& clauses) {
    CaseClause* first = nullptr;
    for (CaseClause* clause : clauses) {
        if (!clause->isDefault) continue;
        if (first != nullptr) {
            error(DiagCode::DuplicateDefault, clause,
                  text("multiple defaults (first at ", positionText(first->pos), ")"));
        } else {
            first = clause;
        }
    }
}

void PackageChecker::switchStmt(SwitchStmt* s) {
    openScope(&s->scope);
    stmt(s->init);
    Operand x;
    if (s->tag != nullptr) {
        expr(nullptr, x, s->tag);
        assignment(x, nullptr, "switch expression");
        if (!x.invalid() && !comparableType(x.type, true) && !hasNil(x.type)) {
            error(DiagCode::InvalidSwitch, x,
                  text("cannot switch on ", x, " (", x.type, " is not comparable)"));
            x.invalidate();
        }
    } else {
        x.mode = ExprMode::Constant;
        x.type = basicType(BasicKind::Bool);
        x.value = constants_.makeBool(true);
        x.pseudoName = "true";
    }
    checkDefaults(s->clauses);
    SeenValues seen;
    for (CaseClause* clause : s->clauses) {
        caseValues(x, clause->values, seen);
        openScope(&clause->scope);
        stmtList(clause->body);
        closeScope();
    }
    closeScope();
}

void PackageChecker::caseValues(Operand& x, const List<Expr*>& values, SeenValues& seen) {
    for (Expr* e : values) {
        Operand v;
        expr(nullptr, v, e);
        if (x.invalid() || v.invalid()) continue;
        convertUntyped(v, x.type);
        if (v.invalid()) continue;
        Operand result = v;
        comparison(result, x, Token::Equal, true);
        if (result.invalid() || !v.isConstant()) continue;
        ConstantKind kind = v.value->kind();
        if (kind != ConstantKind::Int && kind != ConstantKind::Float && kind != ConstantKind::String)
            continue;
        const SeenValue* previous = nullptr;
        std::string key =
            kind == ConstantKind::String ? std::string(v.value->stringValue()) : v.value->exactText();
        for (const SeenValue& s : seen[key]) {
            if (s.value->kind() == kind && identical(s.type, v.type) &&
                constants_.compare(s.value, Token::Equal, v.value)) {
                previous = &s;
                break;
            }
        }
        if (previous != nullptr) {
            error(DiagCode::DuplicateCase, v, text("duplicate case ", v, " in expression switch"),
                  {{previous->pos, "previous case"}});
            continue;
        }
        seen[key].push_back({v.value, v.type, operatorPosition(e)});
    }
}

/// The type of the clause's variable.
Type* PackageChecker::caseTypes(Operand* x, const List<Expr*>& types,
                                std::vector<std::pair<Type*, Expr*>>& seen) {
    Type* type = nullptr;
    for (Expr* e : types) {
        auto* name = asIf<Ident>(unparen(e));
        Object* obj = name == nullptr ? nullptr : lookup(name->name);
        if (obj != nullptr && obj->kind == ObjectKind::Nil) {
            type = nullptr;
            Operand ignored;
            expr(nullptr, ignored, e);
        } else {
            type = varType(e);
            if (!isValid(type)) continue;
        }
        Expr* previous = nullptr;
        for (const auto& [other, where] : seen) {
            if ((type == nullptr && other == nullptr) ||
                (type != nullptr && other != nullptr && identical(type, other))) {
                previous = where;
                break;
            }
        }
        if (previous != nullptr) {
            error(DiagCode::DuplicateCase, e,
                  text("duplicate case ", type == nullptr ? std::string("nil") : typeText(type),
                       " in type switch"),
                  {{reportPos(previous), "previous case"}});
            continue;
        }
        seen.emplace_back(type, e);
        if (x != nullptr && type != nullptr) typeAssertion(e, *x, type, true);
    }
    if (types.size() != 1 || type == nullptr) type = x != nullptr ? x->type : invalidType();
    return type;
}

void PackageChecker::typeSwitchStmt(TypeSwitchStmt* s) {
    openScope(&s->scope);
    stmt(s->init);
    Ident* lhs = s->name;
    if (lhs != nullptr && lhs->name.isBlank()) {
        error(DiagCode::NoNewVar, lhs, "no new variable on left side of :=");
        lhs = nullptr;
    }
    Operand x;
    bool good = false;
    expr(nullptr, x, s->operand);
    if (!x.invalid()) {
        if (isTypeParam(x.type)) {
            error(DiagCode::InvalidSwitch, x, text("cannot use type switch on type parameter value ", x));
        } else if (isInterface(x.type)) {
            good = true;
        } else {
            error(DiagCode::InvalidSwitch, x, text(x, " is not an interface"));
        }
    }
    checkDefaults(s->clauses);
    std::vector<Var*> vars;
    std::vector<std::pair<Type*, Expr*>> seen;
    for (CaseClause* clause : s->clauses) {
        Type* type = caseTypes(good ? &x : nullptr, clause->values, seen);
        openScope(&clause->scope);
        if (lhs != nullptr) {
            Var* v = newVar(lhs->name, lhs->pos, type);
            declare(env_.scope, nullptr, v, clause->colonPos);
            clause->implicitObject = v;
            vars.push_back(v);
        }
        stmtList(clause->body);
        closeScope();
    }
    if (lhs != nullptr) {
        bool used = false;
        for (Var* v : vars) {
            used |= v->used;
            v->used = true;  // reported here, once, if at all
        }
        if (!used) error(DiagCode::UnusedVar, lhs, text(lhs->name, " declared and not used"));
    }
    closeScope();
}
}  // namespace sluice
