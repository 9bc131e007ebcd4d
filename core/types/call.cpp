// Calls: of functions, methods, types (conversions) and predeclared functions.
#include "types/package_checker.h"

namespace sluice {

ExprKind PackageChecker::conversionCall(Operand& x, CallExpr* call) {
    nonGeneric(nullptr, x);
    if (x.invalid()) return ExprKind::Conversion;
    call->callKind = CallKind::Conversion;
    Type* target = x.type;
    x.invalidate();
    size_t n = call->arguments.size();
    if (n == 0) {
        error(DiagCode::WrongArgCount, call, text("missing argument in conversion to ", target));
    } else if (n > 1) {
        useAll(call->arguments);
        error(DiagCode::WrongArgCount, call->arguments[n - 1],
              text("too many arguments in conversion to ", target));
    } else {
        expr(nullptr, x, call->arguments[0]);
        if (!x.invalid()) {
            auto* iface = isTypeParam(target) ? nullptr : under(target)->dyn<Interface>();
            if (iface != nullptr && !typeSet(iface).isMethodSet()) {
                error(DiagCode::MisplacedConstraint, call,
                      text("cannot use interface ", target,
                           " in conversion (contains specific type constraints or is comparable)"));
                x.invalidate();
            } else if (call->hasEllipsis) {
                error(DiagCode::InvalidDots, call->arguments[0],
                      text("invalid use of ... in conversion to ", target));
                x.invalidate();
            } else {
                conversion(x, target);
            }
        }
    }
    x.expr = call;
    return ExprKind::Conversion;
}

ExprKind PackageChecker::builtinCall(Operand& x, CallExpr* call) {
    BuiltinId id = x.builtin;
    call->callKind = CallKind::Builtin;
    call->builtin = static_cast<uint16_t>(id);
    if (!builtin(x, call, id)) x.invalidate();
    x.expr = call;
    if (!x.invalid() && !x.isConstant()) env_.hasCallOrRecv = true;
    switch (id) {
        case BuiltinId::Append:
        case BuiltinId::Cap:
        case BuiltinId::Complex:
        case BuiltinId::Imag:
        case BuiltinId::Len:
        case BuiltinId::Make:
        case BuiltinId::Max:
        case BuiltinId::Min:
        case BuiltinId::New:
        case BuiltinId::Real: return x.invalid() ? ExprKind::Statement : ExprKind::Expression;
        default: return ExprKind::Statement;
    }
}

/// Type arguments written at the call. A complete list instantiates sig at once; a part of one is left to
/// inference.
bool PackageChecker::explicitTypeArgs(CallExpr* call, IndexExpr* inst, Signature*& sig,
                                      std::vector<Type*>& targs, const List<Expr*>*& xlist) {
    xlist = &inst->indices;
    if (!typeList(inst->indices, targs)) return false;
    size_t want = sig->tparams.size();
    if (targs.size() > want) {
        error(DiagCode::WrongTypeArgCount, inst->indices[want],
              text("got ", targs.size(), " type arguments but want ", want));
        return false;
    }
    if (targs.size() == want && want > 0) {
        sig = instantiateSignature(inst->leftBracket, inst, sig, targs, xlist);
        call->typeArguments = inst->typeArguments;
        targs.clear();
        xlist = nullptr;
    }
    return true;
}

ExprKind PackageChecker::callExpr(Operand& x, CallExpr* call) {
    IndexExpr* inst = asIf<IndexExpr>(call->callee);
    call->typeArguments = List<Type*>{};
    if (inst != nullptr) {
        if (!indexExpr(x, inst)) inst = nullptr;
        x.expr = call->callee;
        record(x);
    } else {
        exprOrType(x, call->callee, true);
    }
    auto fail = [&] {
        useAll(call->arguments);
        x.invalidate();
        x.expr = call;
        return ExprKind::Statement;
    };
    if (x.invalid()) return fail();
    if (x.mode == ExprMode::TypeExpr) return conversionCall(x, call);
    if (x.mode == ExprMode::Builtin) return builtinCall(x, call);
    call->callKind = CallKind::Function;
    if (auto* sel = asIf<SelectorExpr>(unparen(call->callee))) {
        if (sel->selection != nullptr && sel->selection->kind == SelectionKind::MethodValue)
            call->callKind = CallKind::Method;
    }
    Type* core = coreType(x.type);
    Signature* sig = core == nullptr ? nullptr : core->dyn<Signature>();
    if (sig == nullptr) {
        error(DiagCode::InvalidCall, x, text("invalid operation: cannot call non-function ", x));
        x.invalidate();
        x.expr = call;
        return ExprKind::Statement;
    }
    bool wasGeneric = !sig->tparams.empty();
    std::vector<Type*> targs;
    const List<Expr*>* xlist = nullptr;
    if (inst != nullptr && !explicitTypeArgs(call, inst, sig, targs, xlist)) return fail();
    Args args;
    genericExprList(call->arguments, args);
    Signature* result = arguments(call, sig, targs, xlist, args);
    if (wasGeneric && result->tparams.empty()) {
        call->callee->mode = ExprMode::Value;
        call->callee->type = result;
    }
    x.mode = result->results.empty() ? ExprMode::NoValue : ExprMode::Value;
    if (result->results.size() == 1) {
        x.type = result->results[0]->type;
    } else if (!result->results.empty()) {
        x.type = ctx_.make<Tuple>(result->results);
    }
    x.expr = call;
    env_.hasCallOrRecv = true;
    // After a failed inference the result still mentions the function's own type parameters.
    if (x.mode == ExprMode::Value && !result->tparams.empty() && mentionsTypeParam(x.type)) x.invalidate();
    return ExprKind::Statement;
}

void PackageChecker::exprList(const List<Expr*>& list, std::vector<Operand>& out) {
    if (list.size() == 1) {
        bool commaOk = false;
        multiExpr(list[0], false, out, commaOk);
        return;
    }
    for (Expr* e : list) {
        Operand x;
        expr(nullptr, x, e);
        out.push_back(x);
    }
}

/// An argument that may be a generic function, which the call then infers.
void PackageChecker::genericArg(Operand& x, Expr* e, std::vector<Type*>& targs) {
    auto* inst = asIf<IndexExpr>(e);
    if (inst != nullptr) {
        bool isFunc = indexExpr(x, inst);
        x.expr = e;
        if (isFunc) {
            funcInst(nullptr, e->pos, x, inst, false, &targs);
            x.expr = inst;
        } else {
            nonGeneric(nullptr, x);
        }
        record(x);
        return;
    }
    rawExpr(nullptr, x, e, nullptr, true);
}

void PackageChecker::genericExprList(const List<Expr*>& list, Args& args) {
    for (Expr* e : list) {
        Operand x;
        std::vector<Type*> targs;
        genericArg(x, e, targs);
        exclude(x, true, true, true);
        if (list.size() == 1 && !x.invalid() && x.type != nullptr && x.type->kind() == TypeKind::Tuple) {
            for (Var* v : x.type->as<Tuple>()->vars) {
                Operand part;
                part.mode = ExprMode::Value;
                part.expr = e;
                part.type = v->type;
                args.list.push_back(part);
                args.targs.emplace_back();
            }
            return;
        }
        singleValue(x);
        args.list.push_back(x);
        args.targs.push_back(std::move(targs));
    }
}
}  // namespace sluice
