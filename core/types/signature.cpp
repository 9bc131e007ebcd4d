// Function signatures: receivers, parameters, results.
#include "types/package_checker.h"

namespace sluice {

/// env_.scope must be `scope`, the scope of the function's parameters.
void PackageChecker::funcType(Signature* sig, Field* recv, FuncType* e, Scope* scope) {
    Ident* recvName = nullptr;
    if (recv != nullptr) {
        collectReceiver(sig, recv, recvName);
        if (!sig->recvTParams.empty() && env_.fn != nullptr) env_.fn->tparams = sig->recvTParams;
    }
    if (!e->typeParameters.empty()) {
        collectTypeParamsInto(sig->tparams, e->typeParameters);
        if (recv != nullptr) {
            error(DiagCode::InvalidMethodTypeParams, e->typeParameters[0],
                  "methods cannot have type parameters");
            sig->tparams.clear();
        }
        if (env_.fn != nullptr && recv == nullptr) env_.fn->tparams = sig->tparams;
    }
    std::vector<Ident*> names, resultNames;
    bool variadic = false, ignored = false;
    collectParams(e->parameters, true, false, sig->params, names, variadic);
    collectParams(e->results, false, true, sig->results, resultNames, ignored);
    sig->variadic = variadic;
    if (recvName != nullptr) declare(scope, recvName, sig->recv, Pos{});
    for (size_t i = 0; i < names.size(); i++) {
        if (names[i] != nullptr) declare(scope, names[i], sig->params[i], Pos{});
    }
    for (size_t i = 0; i < resultNames.size(); i++) {
        if (resultNames[i] != nullptr) declare(scope, resultNames[i], sig->results[i], Pos{});
    }
}

void PackageChecker::collectReceiver(Signature* sig, Field* recv, Ident*& name) {
    Receiver parts = unpackReceiver(recv->fieldType, true);
    Type* type = invalidType();
    if (!parts.hasTParams) {
        type = varType(recv->fieldType);
        bool isPointer = false;
        Type* base = deref(type, &isPointer);
        if (Named* named = base->dyn<Named>(); named != nullptr && named->isInstance()) {
            error(DiagCode::InvalidReceiver, parts.base,
                  text("cannot define new methods on instantiated type ", base));
            type = invalidType();
        }
    } else {
        std::string cause;
        Type* generic = genericType(parts.base, &cause);
        if (!cause.empty()) error(DiagCode::InvalidReceiver, parts.base, cause);
        for (Ident* param : parts.tparams) {
            TypeParam* made = declareTypeParam(param);
            made->index = static_cast<int>(sig->recvTParams.size());
            sig->recvTParams.push_back(made);
            param->object = made->obj;
            param->mode = ExprMode::TypeExpr;
            param->type = made;
        }
        Named* base = isValid(generic) ? generic->dyn<Named>() : nullptr;
        if (base != nullptr) {
            std::vector<Type*> targs(sig->recvTParams.begin(), sig->recvTParams.end());
            if (targs.size() == base->tparams.size()) {
                TypeMap map{&base->tparams, &targs};
                for (size_t i = 0; i < targs.size(); i++) {
                    sig->recvTParams[i]->bound = subst(ctx_, base->tparams[i]->bound, map);
                    mono_.addCanonical(sig->recvTParams[i], base->tparams[i]);
                }
                type = ctx_.instantiate(base, targs);
                if (parts.pointer) type = ctx_.pointerTo(type);
            } else {
                size_t n = sig->recvTParams.size();
                error(DiagCode::InvalidReceiver, parts.base,
                      text("receiver declares ", n, n == 1 ? " type parameter" : " type parameters",
                           ", but receiver base type declares ", base->tparams.size()));
            }
        }
        recv->fieldType->mode = ExprMode::TypeExpr;
        recv->fieldType->type = type;
    }
    name = recv->names.empty() ? nullptr : recv->names[0];
    auto* var =
        ctx_.make<Var>(name != nullptr ? name->name : Name{}, name != nullptr ? name->pos : recv->pos);
    var->pkg = pkg_;
    var->type = type;
    var->isParam = true;
    var->used = true;
    var->owner = env_.fn;
    sig->recv = var;
    Expr* at = parts.base;
    later([this, at, var] { validReceiver(at, var); });
}

void PackageChecker::collectParams(const List<Field*>& list, bool variadicOk, bool isResult,
                                   std::vector<Var*>& vars, std::vector<Ident*>& names, bool& variadic) {
    auto add = [&](Ident* name, Pos pos, Type* type) {
        auto* var = ctx_.make<Var>(name != nullptr ? name->name : Name{}, pos);
        var->pkg = pkg_;
        var->type = type;
        var->isParam = !isResult;
        var->isResult = isResult;
        var->used = true;
        var->owner = env_.fn;
        vars.push_back(var);
        names.push_back(name);
        if (name != nullptr && name->name.isBlank()) name->object = var;
    };
    for (size_t i = 0; i < list.size(); i++) {
        Field* field = list[i];
        Expr* typeExpr = field->fieldType;
        if (typeExpr == nullptr) continue;
        bool dots = false;
        if (auto* ellipsis = asIf<Ellipsis>(typeExpr)) {
            bool last = i + 1 == list.size() && field->names.size() <= 1;
            if (variadicOk && last) {
                dots = true;
            } else {
                error(DiagCode::InvalidDots, typeExpr, "can only use ... with final parameter in list");
            }
            typeExpr = ellipsis->element;
            if (typeExpr == nullptr) continue;
        }
        Type* type = varType(typeExpr);
        if (dots) {
            variadic = true;
            type = ctx_.sliceOf(type);
            field->fieldType->mode = ExprMode::TypeExpr;
            field->fieldType->type = type;
        }
        for (Ident* name : field->names) add(name, name->pos, type);
        if (field->names.empty()) add(nullptr, field->pos, type);
    }
}

void PackageChecker::validReceiver(At at, Var* recv) {
    bool isPointer = false;
    Type* base = deref(recv->type, &isPointer);
    if (!isValid(base)) return;
    if (Named* named = base->dyn<Named>()) {
        if (named->obj->pkg != pkg_) {
            error(DiagCode::InvalidReceiver, at, text("cannot define new methods on non-local type ", base));
            return;
        }
        TypeKind kind = under(named)->kind();
        if (kind == TypeKind::Pointer || kind == TypeKind::Interface) {
            error(DiagCode::InvalidReceiver, at,
                  text("invalid receiver type ", base, " (pointer or interface type)"));
        }
    } else if (base->kind() == TypeKind::Basic) {
        error(DiagCode::InvalidReceiver, at, text("cannot define new methods on non-local type ", base));
    } else {
        error(DiagCode::InvalidReceiver, at, text("invalid receiver type ", recv->type));
    }
}
}  // namespace sluice
