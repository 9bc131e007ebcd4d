// Matching arguments with parameters, and instantiating generic functions.
#include "types/package_checker.h"

namespace sluice {

/// The parameters that the arguments stand for: a variadic last one is repeated as needed. False after an
/// error.
bool PackageChecker::matchArity(CallExpr* call, Signature* sig, const std::vector<Operand>& args,
                                std::vector<Var*>& params, bool& adjusted) {
    size_t nargs = args.size(), npars = sig->params.size();
    params = sig->params;
    adjusted = false;
    if (sig->variadic) {
        if (call->hasEllipsis) {
            if (call->arguments.size() == 1 && nargs > 1) {
                error(DiagCode::InvalidDots, call,
                      text("cannot use ... with ", nargs, "-valued ", call->arguments[0]));
                return false;
            }
        } else if (nargs + 1 >= npars) {
            Var* last = sig->params[npars - 1];
            Type* elem = last->type->kind() == TypeKind::Slice ? last->type->as<Slice>()->elem : last->type;
            params.pop_back();
            while (params.size() < nargs) {
                Var* extra = ctx_.make<Var>(*last);
                extra->type = elem;
                params.push_back(extra);
            }
            adjusted = true;
            npars = nargs;
        } else {
            npars--;
        }
    } else if (call->hasEllipsis) {
        error(DiagCode::InvalidDots, call, text("cannot use ... in call to non-variadic ", call->callee));
        return false;
    }
    if (nargs == npars) return true;
    At at = args.empty() ? At(call) : At(args.back());
    const char* qualifier = "not enough";
    if (nargs > npars) {
        at = args[npars];
        qualifier = "too many";
    }
    std::vector<Type*> have, want;
    for (const Operand& a : args) have.push_back(a.type);
    for (Var* v : sig->params) want.push_back(v->type);
    error(DiagCode::WrongArgCount, at,
          text(qualifier, " arguments in call to ", call->callee, "\n\thave ",
               typesSummary(have, false, call->hasEllipsis), "\n\twant ",
               typesSummary(want, sig->variadic, false)));
    return false;
}

std::vector<Var*> PackageChecker::substVars(const std::vector<Var*>& vars, const TypeMap& map) {
    std::vector<Var*> out = vars;
    for (Var*& v : out) {
        Type* t = subst(ctx_, v->type, map);
        if (t == v->type) continue;
        v = ctx_.make<Var>(*v);
        v->type = t;
    }
    return out;
}

/// Fresh copies of type parameters, so that a call inside the generic function itself does not mix them up.
std::vector<TypeParam*> PackageChecker::renameTParams(const std::vector<TypeParam*>& tparams,
                                                      std::vector<Type*>& to) {
    std::vector<TypeParam*> out;
    for (TypeParam* param : tparams) {
        auto* fresh = ctx_.make<TypeParam>(&ctx_, param->obj);
        fresh->index = param->index;
        fresh->id = ctx_.nextId();
        out.push_back(fresh);
        to.push_back(fresh);
    }
    TypeMap map{&tparams, &to};
    for (size_t i = 0; i < out.size(); i++) out[i]->bound = subst(ctx_, tparams[i]->bound, map);
    return out;
}

Signature* PackageChecker::arguments(CallExpr* call, Signature* sig, std::vector<Type*> targs,
                                     const List<Expr*>* xlist, Args& args) {
    std::vector<Var*> params;
    bool adjusted = false;
    if (!matchArity(call, sig, args.list, params, adjusted)) return sig;
    Signature* result = sig;
    std::vector<TypeParam*> tparams;
    size_t n = sig->tparams.size();
    if (n > 0) {
        std::vector<Type*> to;
        tparams = renameTParams(sig->tparams, to);
        params = substVars(params, TypeMap{&sig->tparams, &to});
    }
    targs.resize(tparams.size(), nullptr);
    std::vector<size_t> genericArgs;
    for (size_t i = 0; i < args.list.size(); i++) {
        Operand& a = args.list[i];
        Signature* asig = a.invalid() || a.type == nullptr ? nullptr : a.type->dyn<Signature>();
        if (asig == nullptr || asig->tparams.empty()) continue;
        std::vector<Type*> to;
        std::vector<TypeParam*> renamed = renameTParams(asig->tparams, to);
        TypeMap map{&asig->tparams, &to};
        auto* copy = ctx_.make<Signature>(*asig);
        copy->params = substVars(asig->params, map);
        copy->results = substVars(asig->results, map);
        copy->tparams = renamed;
        a.type = copy;
        tparams.insert(tparams.end(), renamed.begin(), renamed.end());
        targs.insert(targs.end(), args.targs[i].begin(), args.targs[i].end());
        targs.resize(tparams.size(), nullptr);
        genericArgs.push_back(i);
    }
    if (!tparams.empty()) {
        // Inference wants one dense list of parameters, each with its own index.
        for (size_t i = 0; i < tparams.size(); i++) tparams[i]->index = static_cast<int>(i);
        InferError err;
        std::vector<Type*> inferred;
        if (!infer(call->leftParen, tparams, targs, params, args.list, false, err, inferred)) {
            if (!err.text.empty()) {
                error(DiagCode::CannotInfer, At(err.pos), text("in call to ", call->callee, ", ", err.text));
            }
            return result;
        }
        if (n > 0) {
            std::vector<Type*> own(inferred.begin(), inferred.begin() + std::ptrdiff_t(n));
            result = instantiateSignature(call->leftParen, call->callee, sig, own, xlist);
            call->typeArguments = typeArgumentsOf(call->callee);
            if (adjusted) {
                params = substVars(params, TypeMap{&tparams, &inferred});
            } else {
                params = result->params;
            }
        }
        size_t from = n;
        for (size_t i : genericArgs) {
            Operand& a = args.list[i];
            auto* asig = a.type->as<Signature>();
            size_t k = from + asig->tparams.size();
            std::vector<Type*> own(inferred.begin() + std::ptrdiff_t(from),
                                   inferred.begin() + std::ptrdiff_t(k));
            for (size_t p = 0; p < asig->tparams.size(); p++) asig->tparams[p]->index = static_cast<int>(p);
            a.type = instantiateSignature(call->leftParen, a.expr, asig, own, nullptr);
            a.mode = ExprMode::Value;
            record(a);
            from = k;
        }
    }
    std::string context = text("argument to ", call->callee);
    for (size_t i = 0; i < args.list.size(); i++) assignment(args.list[i], params[i]->type, context);
    return result;
}

/// Instantiates x, a generic function value, with the type arguments of inst, inferring the rest from target.
/// With infer false an incomplete list is returned in `partial` and x stays generic.
bool PackageChecker::funcInst(const Target* target, Pos pos, Operand& x, IndexExpr* inst, bool inferRest,
                              std::vector<Type*>* partial) {
    if (inst != nullptr) x.expr = inst;
    std::vector<Type*> targs;
    const List<Expr*>* xlist = inst != nullptr ? &inst->indices : nullptr;
    if (inst != nullptr && !typeList(inst->indices, targs)) {
        x.invalidate();
        return false;
    }
    auto* sig = x.type->as<Signature>();
    size_t got = targs.size(), want = sig->tparams.size();
    if (got > want) {
        error(DiagCode::WrongTypeArgCount, inst->indices[got - 1],
              text("got ", got, " type arguments but want ", want));
        x.invalidate();
        return false;
    }
    if (got < want) {
        if (!inferRest) {
            *partial = targs;
            return true;
        }
        std::vector<Operand> args;
        std::vector<Var*> params;
        std::vector<Type*> to;
        std::vector<TypeParam*> tparams = renameTParams(sig->tparams, to);
        Ident pseudo;
        if (target != nullptr && target->sig != nullptr) {
            // As if x were an argument for a parameter of the target's type, the other way round.
            auto* plain = ctx_.make<Signature>(*sig);
            plain->tparams.clear();
            auto* param = ctx_.make<Var>(Name{}, pos);
            param->type = subst(ctx_, plain, TypeMap{&sig->tparams, &to});
            params.push_back(param);
            pseudo.name = ctx_.name(target->desc);
            pseudo.pos = pos;
            pseudo.end = pos;
            Operand arg;
            arg.mode = ExprMode::Value;
            arg.expr = &pseudo;
            arg.type = target->sig;
            args.push_back(arg);
        }
        InferError err;
        std::vector<Type*> inferred;
        targs.resize(want, nullptr);
        if (!infer(pos, tparams, targs, params, args, true, err, inferred)) {
            if (!err.text.empty()) error(DiagCode::CannotInfer, At(err.pos), err.text);
            x.invalidate();
            return false;
        }
        targs = inferred;
    }
    x.type = instantiateSignature(operatorPosition(x.expr), x.expr, sig, targs, xlist);
    x.mode = ExprMode::Value;
    return true;
}

void PackageChecker::recordInstance(Expr* e, const std::vector<Type*>& targs, Type*) {
    auto* kept = ctx_.make<std::vector<Type*>>(targs);
    List<Type*> list{kept->data(), static_cast<uint32_t>(kept->size())};
    for (;;) {
        e = unparen(e);
        if (auto* indexed = asIf<IndexExpr>(e)) {
            indexed->typeArguments = list;
            e = indexed->operand;
        } else if (auto* sel = asIf<SelectorExpr>(e)) {
            sel->typeArguments = list;
            return;
        } else {
            if (auto* name = asIf<Ident>(e)) name->typeArguments = list;
            return;
        }
    }
}

List<Type*> PackageChecker::typeArgumentsOf(Expr* e) {
    e = unparen(e);
    if (auto* indexed = asIf<IndexExpr>(e)) return indexed->typeArguments;
    if (auto* sel = asIf<SelectorExpr>(e)) return sel->typeArguments;
    if (auto* name = asIf<Ident>(e)) return name->typeArguments;
    return {};
}

Signature* PackageChecker::instantiateSignature(Pos pos, Expr* e, Signature* sig,
                                                const std::vector<Type*>& targs, const List<Expr*>* xlist) {
    std::vector<TypeParam*> tparams = sig->tparams;
    auto* made = ctx_.make<Signature>(*sig);
    TypeMap map{&tparams, &targs};
    made->params = substVars(sig->params, map);
    made->results = substVars(sig->results, map);
    made->tparams.clear();
    recordInstance(e, targs, made);
    later([this, pos, tparams, targs, xlist] {
        std::string why;
        int bad = verify(tparams, targs, why);
        if (bad < 0) {
            mono_.addInstance(pkg_, tparams, targs, pos, xlist);
            return;
        }
        bool named = xlist != nullptr && size_t(bad) < xlist->size();
        error(DiagCode::InvalidTypeArg, named ? At((*xlist)[size_t(bad)]) : At(pos), why);
    });
    return made;
}
}  // namespace sluice
