// Selectors x.f: qualified identifiers, fields, method values and method expressions (Go spec "Selectors").
#include "base/utf8.h"
#include "types/package_checker.h"

namespace sluice {
namespace {
bool isInterfacePointer(Type* t) {
    Pointer* pointer = under(t)->dyn<Pointer>();
    return pointer != nullptr && under(pointer->elem)->kind() == TypeKind::Interface;
}
}  // namespace

/// pkg.Name. `handled` is false when the operand does not name a package.
bool PackageChecker::qualifiedIdent(Operand& x, SelectorExpr* e, bool& handled) {
    handled = false;
    auto* left = asIf<Ident>(e->operand);
    if (left == nullptr) return false;
    Object* obj = lookup(left->name);
    PkgName* pname = obj == nullptr ? nullptr : obj->dyn<PkgName>();
    if (pname == nullptr) return false;
    handled = true;
    left->object = pname;
    left->mode = ExprMode::Package;
    pname->used = true;
    if (pname->imported == nullptr) return false;
    Package* pkg = pname->imported;
    Name sel = e->selector->name;
    Object* exported = pkg->scope->find(sel);
    if (exported == nullptr) {
        error(DiagCode::UndeclaredName, e->selector, text("undefined: ", static_cast<Expr*>(e)));
        return false;
    }
    if (!exported->exported()) {
        error(DiagCode::UnexportedName, e->selector,
              text("name ", sel, " not exported by package ", pkg->name));
        return false;
    }
    ctx_.resolve(exported);
    e->selector->object = exported;
    e->selection = nullptr;
    x.type = exported->type;
    switch (exported->kind) {
        case ObjectKind::Const:
            x.mode = ExprMode::Constant;
            x.value = exported->as<Const>()->value;
            break;
        case ObjectKind::TypeName: x.mode = ExprMode::TypeExpr; break;
        case ObjectKind::Var: x.mode = ExprMode::Variable; break;
        case ObjectKind::Func: x.mode = ExprMode::Value; break;
        default: return false;
    }
    if (x.type == nullptr || (!isValid(x.type) && exported->kind != ObjectKind::TypeName)) return false;
    e->selector->mode = x.mode;
    e->selector->type = x.type;
    return true;
}

std::string PackageChecker::lookupError(Type* t, Name sel, Object* alt, bool structLit) {
    enum class Why { Missing, Misspelled, Unexported, Inaccessible } why = Why::Missing;
    auto tail = [](std::string_view s) {
        size_t i = 1;
        while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xc0) == 0x80) i++;
        return s.substr(s.empty() ? 0 : i);
    };
    std::string_view name = sel.text();
    std::string_view other;
    if (alt != nullptr) {
        other = alt->name.text();
        bool selExported = isExportedName(name);
        if (alt->pkg == pkg_) {
            why = Why::Misspelled;
        } else if (selExported) {
            if (alt->exported()) {
                why = Why::Misspelled;
            } else if (tail(name) == tail(other)) {
                why = Why::Unexported;
            }
        } else if (alt->exported()) {
            if (tail(name) == tail(other)) why = Why::Misspelled;
        } else if (name == other) {
            why = Why::Inaccessible;
        }
    }
    if (structLit) {
        switch (why) {
            case Why::Missing: return text("unknown field ", sel, " in struct literal of type ", t);
            case Why::Misspelled:
                return text("unknown field ", sel, " in struct literal of type ", t, ", but does have ",
                            other);
            case Why::Unexported:
                return text("unknown field ", sel, " in struct literal of type ", t,
                            ", but does have unexported ", other);
            case Why::Inaccessible:
                return text("cannot refer to unexported field ", other, " in struct literal of type ", t);
        }
    }
    const char* what = alt != nullptr && alt->kind == ObjectKind::Func ? "method " : "field ";
    switch (why) {
        case Why::Missing: break;
        case Why::Misspelled:
            return text("type ", t, " has no field or method ", sel, ", but does have ", what, other);
        case Why::Unexported:
            return text("type ", t, " has no field or method ", sel, ", but does have unexported ", what,
                        other);
        case Why::Inaccessible: return text("cannot refer to unexported ", what, other);
    }
    return text("type ", t, " has no field or method ", sel);
}

/// Finds the field or method; reports and returns false if there is none.
bool PackageChecker::resolveSelection(Operand& x, SelectorExpr* e, Lookup& found) {
    Name sel = e->selector->name;
    bool addressable = x.mode == ExprMode::Variable;
    found = lookupFieldOrMethod(x.type, addressable, pkg_, sel);
    if (found.obj != nullptr) return true;
    if (!isValid(under(x.type))) return false;
    if (found.ambiguous) {
        error(DiagCode::AmbiguousSelector, e->selector, text("ambiguous selector ", x.expr, ".", sel));
        return false;
    }
    if (found.indirect) {
        if (x.mode == ExprMode::TypeExpr) {
            error(DiagCode::InvalidMethodExpr, e->selector,
                  text("invalid method expression ", x.type, ".", sel, " (needs pointer receiver (*", x.type,
                       ").", sel, ")"));
        } else {
            error(DiagCode::InvalidMethodExpr, e->selector,
                  text("cannot call pointer method ", sel, " on ", x.type));
        }
        return false;
    }
    std::string why;
    if (isInterfacePointer(x.type)) {
        why = interfacePtrError(x.type);
    } else {
        Lookup similar = lookupFieldOrMethod(x.type, addressable, pkg_, sel, true);
        why = lookupError(x.type, sel, similar.obj, false);
    }
    error(DiagCode::MissingField, e->selector, text(x.expr, ".", sel, " undefined (", why, ")"));
    return false;
}

void PackageChecker::methodExpr(Operand& x, SelectorExpr* e, Func* method, const Lookup& found) {
    Signature* sig = method->signature();
    auto* made = ctx_.make<Signature>(*sig);
    auto* recv = ctx_.make<Var>(Name{}, e->pos);
    recv->type = x.type;
    recv->pkg = pkg_;
    if (!sig->params.empty() && sig->params[0]->name) {
        recv->name = sig->recv != nullptr && sig->recv->name ? sig->recv->name : ctx_.name("_");
    }
    made->params.insert(made->params.begin(), recv);
    made->recv = nullptr;
    made->recvTParams.clear();
    e->selection = ctx_.make<Selection>(
        Selection{SelectionKind::MethodExpr, x.type, method, found.path, found.indirect});
    x.mode = ExprMode::Value;
    x.type = made;
    addDep(method->origin);
}

void PackageChecker::selector(Operand& x, SelectorExpr* e, TypeName* def, bool wantType) {
    x.expr = e;
    x.type = invalidType();
    e->selection = nullptr;
    bool handled = false;
    if (qualifiedIdent(x, e, handled)) return;
    if (handled) {
        x.invalidate();
        return;
    }
    auto fail = [&] {
        x.invalidate();
        x.expr = e;
    };
    exprOrType(x, e->operand, false);
    if (x.invalid()) return fail();
    if (x.mode == ExprMode::TypeExpr && def != nullptr && def->type == x.type) {
        cycleError({def}, 0);
        return fail();
    }
    if (x.mode == ExprMode::Builtin) {
        error(DiagCode::UncalledBuiltin, At(e->dotPos),
              text("invalid use of ", x, " in selector expression"));
        return fail();
    }
    if (wantType) {
        error(DiagCode::NotAType, e->selector, text(static_cast<Expr*>(e), " is not a type"));
        return fail();
    }
    Lookup found;
    if (!resolveSelection(x, e, found)) return fail();
    ctx_.resolve(found.obj);
    e->selector->object = found.obj;
    Func* method = found.obj->dyn<Func>();
    if (x.mode == ExprMode::TypeExpr) {
        if (method == nullptr) {
            error(DiagCode::MissingField, e->selector,
                  text(x.expr, ".", e->selector->name, " undefined (type ", x.type, " has no method ",
                       e->selector->name, ")"));
            return fail();
        }
        if (method->signature() == nullptr) return fail();
        methodExpr(x, e, method, found);
        x.expr = e;
        return;
    }
    bool wasVariable = x.mode == ExprMode::Variable;
    SelectionKind kind = method != nullptr ? SelectionKind::MethodValue : SelectionKind::FieldValue;
    e->selection = ctx_.make<Selection>(Selection{kind, x.type, found.obj, found.path, found.indirect});
    if (method == nullptr) {
        x.mode = wasVariable || found.indirect ? ExprMode::Variable : ExprMode::Value;
        x.type = found.obj->type;
    } else {
        if (method->signature() == nullptr) return fail();
        // x.m with a pointer method takes &x implicitly.
        if (method->hasPointerReceiver && wasVariable && !found.indirect) markAddressTaken(e->operand);
        auto* sig = ctx_.make<Signature>(*method->signature());
        sig->recv = nullptr;
        x.mode = ExprMode::Value;
        x.type = sig;
        addDep(method->origin);
    }
    if (x.type == nullptr) return fail();
    x.expr = e;
}
}  // namespace sluice
