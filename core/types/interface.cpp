// Interface types and unions.
#include <algorithm>

#include "base/order.h"
#include "types/package_checker.h"

namespace sluice {

void PackageChecker::interfaceType(Interface* ityp, InterfaceType* e, TypeName* def) {
    for (Field* f : e->elements) {
        if (f->fieldType == nullptr) continue;
        if (f->names.empty()) {
            ityp->embeddeds.push_back(parseUnion(f->fieldType));
            ityp->embedPositions.push_back(f->fieldType->pos.value);
            continue;
        }
        Ident* name = f->names[0];
        if (name->name.isBlank()) {
            error(DiagCode::BlankMethod, name, "methods must have a unique non-blank name");
            continue;
        }
        Type* t = typ(f->fieldType);
        auto* sig = t->dyn<Signature>();
        if (sig == nullptr) continue;
        auto* recv = ctx_.make<Var>(Name{}, name->pos);
        recv->pkg = pkg_;
        recv->type =
            def != nullptr && def->type != nullptr && def->type->kind() == TypeKind::Named ? def->type : ityp;
        sig->recv = recv;
        auto* method = ctx_.make<Func>(name->name, name->pos);
        method->pkg = pkg_;
        method->type = sig;
        method->isMethod = true;
        method->isInterfaceMethod = true;
        name->object = method;
        ityp->methods.push_back(method);
    }
    // Sorted for messages as gc sorts them: exported names, then the others.
    sortStable(ityp->methods, [](const Func* a, const Func* b) {
        if (a->exported() != b->exported()) return a->exported();
        return a->name.text() < b->name.text();
    });
    ityp->complete = true;
    if (ityp->methods.empty() && ityp->embeddeds.empty()) return;
    later([this, ityp] { checkInterface(ityp); });
}

/// Duplicate methods, and embedded elements that cannot be embedded.
void PackageChecker::checkInterface(Interface* ityp) {
    struct Seen {
        Func* method;
        Pos pos;
    };
    std::vector<Seen> seen;
    auto add = [&](Func* m, Pos pos, bool isExplicit) {
        for (const Seen& other : seen) {
            if (other.method->name != m->name) continue;
            if (!isExplicit && identical(other.method->type, m->type)) return;
            error(DiagCode::DuplicateDecl, At(pos), text("duplicate method ", m->name),
                  {{other.pos, text("other declaration of method ", m->name)}});
            return;
        }
        seen.push_back({m, pos});
    };
    for (Func* m : ityp->methods) add(m, m->pos, true);
    for (size_t i = 0; i < ityp->embeddeds.size(); i++) {
        Type* embedded = ityp->embeddeds[i];
        if (!isValid(embedded) || isTypeParam(embedded)) continue;
        auto* inner = under(embedded)->dyn<Interface>();
        if (inner == nullptr) continue;
        for (Func* m : typeSet(inner).methods) add(m, Pos{ityp->embedPositions[i]}, false);
    }
    typeSet(ityp);
}

namespace {
void flattenUnion(Expr* e, std::vector<Expr*>& out) {
    while (auto* binary = asIf<BinaryExpr>(e)) {
        if (binary->op != Token::Or) break;
        flattenUnion(binary->left, out);
        e = binary->right;
    }
    out.push_back(e);
}
constexpr size_t kMaxUnionTerms = 100;  // as gc's
}  // namespace

Type* PackageChecker::parseUnion(Expr* e) {
    std::vector<Expr*> exprs;
    flattenUnion(e, exprs);
    std::vector<Term> terms;
    for (Expr* x : exprs) {
        Term term = parseTerm(x);
        if (exprs.size() == 1 && !term.tilde) return term.type;
        if (terms.size() >= kMaxUnionTerms) {
            error(
                DiagCode::InvalidUnion, x,
                text("cannot handle more than ", kMaxUnionTerms, " union terms (implementation limitation)"));
            return invalidType();
        }
        terms.push_back(term);
    }
    auto* made = ctx_.make<Union>();
    made->terms = terms;
    e->mode = ExprMode::TypeExpr;
    e->type = made;
    later([this, terms, exprs] { checkTerms(terms, exprs); });
    return made;
}

Term PackageChecker::parseTerm(Expr* e) {
    Expr* x = e;
    bool tilde = false;
    auto* unary = asIf<UnaryExpr>(e);
    if (unary != nullptr && unary->op == Token::Tilde) {
        x = unary->operand;
        tilde = true;
    }
    Type* type = typ(x);
    if (isTypeParam(type)) {
        error(DiagCode::MisplacedTypeParam, x,
              tilde ? text("type in term ", e, " cannot be a type parameter")
                    : "term cannot be a type parameter");
        type = invalidType();
    }
    return Term{tilde, type};
}

void PackageChecker::checkTerms(const std::vector<Term>& terms, const std::vector<Expr*>& exprs) {
    // gc prints terms with their package, even that of the program itself.
    auto termText = [](const Term& t) {
        return std::string(t.tilde ? "~" : "") + typeString(t.type, nullptr);
    };
    for (size_t i = 0; i < terms.size(); i++) {
        const Term& t = terms[i];
        if (!isValid(t.type)) continue;
        Type* u = under(t.type);
        auto* iface = u->dyn<Interface>();
        if (t.tilde && iface != nullptr) {
            error(DiagCode::InvalidUnion, exprs[i], text("invalid use of ~ (", t.type, " is an interface)"));
            continue;
        }
        if (t.tilde && !identical(u, t.type)) {
            error(DiagCode::InvalidUnion, exprs[i],
                  text("invalid use of ~ (underlying type of ", t.type, " is ", u, ")"));
            continue;
        }
        if (iface != nullptr) {
            const TypeSet& set = typeSet(iface);
            if (!set.methods.empty()) {
                error(DiagCode::InvalidUnion, exprs[i],
                      text("cannot use ", termText(t), " in union (", termText(t), " contains methods)"));
            } else if (t.type == ctx_.universe().comparableType) {
                error(DiagCode::InvalidUnion, exprs[i], "cannot use comparable in union");
            } else if (set.comparable) {
                error(DiagCode::InvalidUnion, exprs[i],
                      text("cannot use ", termText(t), " in union (", termText(t), " embeds comparable)"));
            }
            continue;
        }
        for (size_t j = 0; j < i; j++) {
            const Term& other = terms[j];
            if (!isValid(other.type) || isInterface(other.type)) continue;
            Type* ux = t.tilde ? under(other.type) : other.type;
            Type* uy = other.tilde ? under(t.type) : t.type;
            if (!identical(ux, uy)) continue;
            error(DiagCode::InvalidUnion, exprs[i],
                  text("overlapping terms ", termText(t), " and ", termText(other)));
            break;
        }
    }
}
}  // namespace sluice
