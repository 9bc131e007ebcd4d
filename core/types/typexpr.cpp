// Identifiers and type expressions.
#include "base/utf8.h"
#include "types/package_checker.h"

namespace sluice {

Object* PackageChecker::lookupScope(Name name, Scope** where) const {
    for (Scope* scope = env_.scope; scope != nullptr; scope = scope->outer()) {
        if (Object* obj = scope->find(name)) {
            if (where != nullptr) *where = scope;
            return obj;
        }
    }
    return nullptr;
}

void PackageChecker::addDep(Object* obj) {
    if (env_.decl == nullptr || obj->pkg != pkg_ || decls_.find(obj) == decls_.end()) return;
    auto& deps = env_.decl->deps;
    for (Object* known : deps) {
        if (known == obj) return;
    }
    deps.push_back(obj);
}

/// Notes the use of a variable: for "declared and not used", and captures for the compiler.
void PackageChecker::useVar(Var* var) {
    var->used = true;
    if (var->owner == nullptr || env_.fn == nullptr || var->owner == env_.fn) return;
    var->captured = true;
    // A closure in a loop's header sees the variable of more than one iteration.
    if (env_.headerOf != nullptr && var->loop == env_.headerOf) var->reassigned = true;
    for (FunctionInfo* fn = env_.fn; fn != nullptr && fn != var->owner; fn = fn->outer) {
        bool known = false;
        for (Var* v : fn->captures) known |= v == var;
        if (known) break;
        fn->captures.push_back(var);
    }
}

namespace {
/// False for identifiers that the lexer has complained about.
bool isValidName(std::string_view name) {
    for (size_t i = 0; i < name.size();) {
        DecodedRune next = decodeRune(name.substr(i));
        if (next.rune != '_' && !isLetter(next.rune) && !(i > 0 && isDigit(next.rune))) return false;
        i += next.width;
    }
    return true;
}
}  // namespace

void PackageChecker::ident(Operand& x, Ident* e, TypeName* def, bool wantType) {
    x.invalidate();
    x.type = invalidType();
    x.expr = e;
    Object* obj = lookup(e->name);
    if (obj == nullptr) {
        if (e->name.isBlank()) {
            error(DiagCode::InvalidBlank, e, "cannot use _ as value or type");
        } else if (isValidName(e->name.text())) {
            error(DiagCode::UndeclaredName, e, text("undefined: ", e->name));
        }
        return;
    }
    e->object = obj;
    bool gotType = obj->kind == ObjectKind::TypeName;
    if (!gotType && wantType) {
        error(DiagCode::NotAType, e, text(obj->name, " is not a type"));
        if (auto* v = obj->dyn<Var>()) v->used = true;
        return;
    }
    Type* type = obj->type;
    if (obj->pkg != nullptr && obj->pkg != pkg_) {
        ctx_.resolve(obj);
        type = obj->type;
    } else if (type == nullptr || (gotType && wantType && obj->pkg == pkg_)) {
        if (obj->kind != ObjectKind::PkgName) objDecl(obj);
        type = obj->type;
        if (gotType && def != nullptr && type == nullptr) type = invalidType();
    }
    if (!dotImports_.empty()) {
        auto found = dotImports_.find(obj);
        if (found != dotImports_.end()) found->second->used = true;
    }
    identOperand(x, e, obj, type);
}

/// What an identifier stands for, as an operand; x stays invalid after errors.
void PackageChecker::identOperand(Operand& x, Ident* e, Object* obj, Type* type) {
    switch (obj->kind) {
        case ObjectKind::PkgName:
            error(DiagCode::InvalidPackageUse, e, text("use of package ", obj->name, " not in selector"));
            return;
        case ObjectKind::Const:
            addDep(obj);
            if (!isValid(type)) return;
            x.value = obj->as<Const>()->value;
            if (obj == ctx_.universe().iota) {
                if (env_.iota == nullptr) {
                    error(DiagCode::InvalidIota, e, "cannot use iota outside constant declaration");
                    return;
                }
                x.value = env_.iota;
            }
            x.mode = ExprMode::Constant;
            break;
        case ObjectKind::TypeName:
            if (basicKindOf(type) == BasicKind::Complex64 || basicKindOf(type) == BasicKind::Complex128) {
                error(DiagCode::UnsupportedComplex, e,
                      text("complex numbers are not supported (", e->name, "): use two float64 values"));
                return;
            }
            x.mode = ExprMode::TypeExpr;
            break;
        case ObjectKind::Var:
            useVar(obj->as<Var>());
            addDep(obj);
            if (!isValid(type)) return;
            x.mode = ExprMode::Variable;
            break;
        case ObjectKind::Func:
            addDep(obj);
            x.mode = ExprMode::Value;
            break;
        case ObjectKind::Builtin:
            x.builtin = obj->as<Builtin>()->id;
            x.mode = ExprMode::Builtin;
            break;
        case ObjectKind::Nil: x.mode = ExprMode::Nil; break;
        case ObjectKind::Label: return;
    }
    x.type = type;
}

Type* PackageChecker::varType(Expr* e) {
    Type* type = definedType(e, nullptr);
    validVarType(e, type);
    return type;
}

/// Constraint interfaces are not types of variables.
void PackageChecker::validVarType(Expr* e, Type* type) {
    TypeKind kind = type->kind();
    if (kind != TypeKind::Named && kind != TypeKind::Interface) return;
    later([this, e, type] {
        Interface* iface = under(type)->dyn<Interface>();
        if (iface == nullptr) return;
        const TypeSet& set = typeSet(iface);
        if (set.isMethodSet()) return;
        error(DiagCode::MisplacedConstraint, e,
              text("cannot use type ", type, " outside a type constraint: interface ",
                   set.comparable ? "is (or embeds) comparable" : "contains type constraints"));
    });
}

namespace {
bool isGeneric(const Type* t) {
    const Named* named = t->dyn<Named>();
    return named != nullptr && !named->isInstance() && !named->tparams.empty();
}

/// The generic alias that a type expression names, if it does.
TypeName* genericAlias(Expr* e) {
    Object* obj = nullptr;
    if (auto* name = asIf<Ident>(e)) obj = name->object;
    if (auto* sel = asIf<SelectorExpr>(e)) obj = sel->selector->object;
    TypeName* tname = obj == nullptr ? nullptr : obj->dyn<TypeName>();
    return tname != nullptr && !tname->aliasTParams.empty() ? tname : nullptr;
}
}  // namespace

Type* PackageChecker::definedType(Expr* e, TypeName* def) {
    Type* type = typInternal(e, def);
    if (isGeneric(type) || genericAlias(e) != nullptr) {
        error(DiagCode::WrongTypeArgCount, e,
              isGeneric(type) ? text("cannot use generic type ", type, " without instantiation")
                              : text("cannot use generic type ", e, " without instantiation"));
        type = invalidType();
    }
    e->mode = ExprMode::TypeExpr;
    e->type = type;
    return type;
}

Type* PackageChecker::genericType(Expr* e, std::string* cause) {
    Type* type = typInternal(e, nullptr);
    if (isValid(type) && !isGeneric(type) && genericAlias(e) == nullptr) {
        if (cause != nullptr) *cause = text(type, " is not a generic type");
        type = invalidType();
    }
    e->mode = ExprMode::TypeExpr;
    e->type = type;
    return type;
}

void PackageChecker::setDefType(TypeName* def, Type* type) {
    if (def == nullptr || def->type == nullptr) return;
    if (auto* named = def->type->dyn<Named>()) {
        if (!def->isAlias && named->underlying == nullptr && type != named) named->underlying = type;
    }
}

Type* PackageChecker::typeName(Expr* e, TypeName* def) {
    Operand x;
    if (auto* name = asIf<Ident>(e)) {
        ident(x, name, def, true);
    } else {
        selector(x, as<SelectorExpr>(e), def, true);
    }
    switch (x.mode) {
        case ExprMode::TypeExpr: setDefType(def, x.type); return x.type;
        case ExprMode::Invalid: break;
        case ExprMode::NoValue: error(DiagCode::NotAType, x, text(x, " used as type")); break;
        default: error(DiagCode::NotAType, x, text(x, " is not a type"));
    }
    return invalidType();
}

Type* PackageChecker::typInternal(Expr* e, TypeName* def) {
    DepthGuard guard(*this);
    if (guard.tooDeep()) {
        error(DiagCode::TooDeep, e, "type is nested too deeply");
        return invalidType();
    }
    switch (e->kind) {
        case NodeKind::BadExpr: break;
        case NodeKind::Ident:
        case NodeKind::SelectorExpr: return typeName(e, def);
        case NodeKind::IndexExpr: return instantiatedType(as<IndexExpr>(e), def);
        case NodeKind::ParenExpr: return definedType(as<ParenExpr>(e)->inner, def);
        case NodeKind::ArrayType: return arrayType(as<ArrayType>(e), def);
        case NodeKind::Ellipsis:
            error(DiagCode::InvalidDots, e, "invalid use of '...'");
            if (as<Ellipsis>(e)->element != nullptr) use(as<Ellipsis>(e)->element);
            break;
        case NodeKind::StructType: {
            auto* type = ctx_.make<Struct>();
            setDefType(def, type);
            structType(type, as<StructType>(e));
            return type;
        }
        case NodeKind::StarExpr: {
            auto* type = ctx_.make<Pointer>(invalidType());
            setDefType(def, type);
            type->elem = varType(as<StarExpr>(e)->operand);
            if (!isValid(type->elem)) return invalidType();
            return type;
        }
        case NodeKind::FuncType: {
            auto* type = ctx_.make<Signature>();
            setDefType(def, type);
            Scope* outer = env_.scope;
            Scope* scope = ctx_.make<Scope>(outer, true);
            env_.scope = scope;
            funcType(type, nullptr, as<FuncType>(e), scope);
            env_.scope = outer;
            return type;
        }
        case NodeKind::InterfaceType: {
            auto* type = ctx_.make<Interface>(&ctx_);
            setDefType(def, type);
            interfaceType(type, as<InterfaceType>(e), def);
            return type;
        }
        case NodeKind::MapType: return mapType(as<MapType>(e), def);
        case NodeKind::ChanType: {
            auto* chan = as<ChanType>(e);
            ChanDir dir = chan->direction == ChanDirection::Both       ? ChanDir::Both
                          : chan->direction == ChanDirection::SendOnly ? ChanDir::SendOnly
                                                                       : ChanDir::ReceiveOnly;
            auto* type = ctx_.make<Chan>(dir, invalidType());
            setDefType(def, type);
            type->elem = varType(chan->element);
            return type;
        }
        default: error(DiagCode::NotAType, e, text(e, " is not a type")); use(e);
    }
    setDefType(def, invalidType());
    return invalidType();
}

Type* PackageChecker::mapType(MapType* e, TypeName* def) {
    auto* type = ctx_.make<Map>(invalidType(), invalidType());
    setDefType(def, type);
    type->key = varType(e->key);
    type->elem = varType(e->value);
    later([this, type, e] {
        if (!isValid(type->key) || comparableType(type->key, true)) return;
        error(DiagCode::IncomparableMapKey, e->key,
              text("invalid map key type ", type->key,
                   isTypeParam(type->key) ? " (missing comparable constraint)" : ""));
    });
    return type;
}

Type* PackageChecker::instantiatedType(IndexExpr* e, TypeName* def) {
    std::string cause;
    Type* generic = genericType(e->operand, &cause);
    if (!cause.empty()) {
        std::string list = "[";
        for (size_t i = 0; i < e->indices.size(); i++)
            list += (i > 0 ? ", " : "") + exprString(e->indices[i]);
        error(DiagCode::NotAGenericType, e->operand,
              text("invalid operation: ", e->operand, list, "] (", cause, ")"));
    }
    if (!isValid(generic)) {
        setDefType(def, invalidType());
        return invalidType();
    }
    std::vector<Type*> targs;
    bool good = typeList(e->indices, targs);
    Type* result = invalidType();
    if (isValid(generic) && good) {
        e->typeArguments = List<Type*>{};
        TypeName* alias = genericAlias(e->operand);
        Named* named = alias == nullptr ? generic->as<Named>() : nullptr;
        const std::vector<TypeParam*>& tparams = alias != nullptr ? alias->aliasTParams : named->tparams;
        if (alias != nullptr) {
            if (!validateTArgLen(operatorPosition(e->operand), alias->name.text(), tparams.size(),
                                 targs.size()))
                return invalidType();
            result =
                subst(ctx_, generic, TypeMap{&alias->aliasTParams, ctx_.make<std::vector<Type*>>(targs)});
        } else {
            // The parameter list may still be growing while the declaration of the type itself is checked.
            if (!tparams.empty() && targs.size() != tparams.size() && env_.scope != nullptr) {
                validateTArgLen(operatorPosition(e->operand), named->obj->name.text(), tparams.size(),
                                targs.size());
                return invalidType();
            }
            result = ctx_.instantiate(named, targs);
        }
        later([this, e, targs, alias, named] {
            const auto& params = alias != nullptr ? alias->aliasTParams : named->tparams;
            if (params.size() != targs.size()) return;
            std::string why;
            int bad = verify(params, targs, why);
            if (bad < 0) {
                mono_.addInstance(pkg_, params, targs, operatorPosition(e->operand), &e->indices);
                return;
            }
            error(DiagCode::InvalidTypeArg,
                  size_t(bad) < e->indices.size() ? At(e->indices[size_t(bad)])
                                                  : At(operatorPosition(e->operand)),
                  why);
        });
    }
    setDefType(def, result);
    return result;
}

bool PackageChecker::typeList(const List<Expr*>& list, std::vector<Type*>& out) {
    bool good = true;
    for (Expr* e : list) {
        Type* t = varType(e);
        good &= isValid(t);
        out.push_back(t);
    }
    return good;
}
}  // namespace sluice
