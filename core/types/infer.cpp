// Type inference (Go spec "Type inference"): from typed arguments, from constraints' core types and methods,
// and last from untyped constants.
#include <algorithm>

#include "base/flags.h"
#include "types/unify.h"

namespace sluice {
Type* maxUntyped(Type* x, Type* y);

namespace {
constexpr int kMaxSimplifications = 100;

std::string paramNames(const std::vector<TypeParam*>& list) {
    std::string out;
    for (size_t i = 0; i < list.size(); i++) {
        if (i > 0) out += list.size() == 2 ? " and " : i + 1 == list.size() ? ", and " : ", ";
        out += list[i]->obj->name.text();
    }
    return out;
}

/// The single term of a constraint's type set, or its core type; `single` says which.
bool coreTerm(TypeParam* param, Term& term, bool& single) {
    const TypeSet& set = typeSet(param->iface());
    single = false;
    if (!set.hasTerms()) return false;
    if (set.terms.size() == 1) {
        term = set.terms[0];
        single = true;
        return true;
    }
    Type* core = coreType(param);
    if (core == nullptr) return false;
    term.type = core;
    term.tilde = std::any_of(set.terms.begin(), set.terms.end(), [](const Term& t) { return t.tilde; });
    return true;
}
/// Parameters whose inferred type leads back to themselves cannot be inferred.
void killCycles(const std::vector<TypeParam*>& tparams, std::vector<Type*>& inferred) {
    size_t n = tparams.size();
    std::vector<Flags> reaches(n, Flags(n));
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            reaches[i][j] = inferred[i] != nullptr && isParameterized({tparams[j]}, inferred[i]);
    }
    for (size_t k = 0; k < n; k++) {
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n; j++) {
                if (reaches[i][k] && reaches[k][j]) reaches[i][j] = true;
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (reaches[i][i]) inferred[i] = nullptr;
    }
}
}  // namespace

bool PackageChecker::inferFromArgs(Unifier& u, const std::vector<TypeParam*>& tparams,
                                   const std::vector<Var*>& params, const std::vector<Operand>& args,
                                   bool reverse, InferError& err, std::vector<size_t>& untyped) {
    for (size_t i = 0; i < args.size(); i++) {
        const Operand& arg = args[i];
        Type* param = params[i]->type;
        if (arg.invalid() || arg.type == nullptr) continue;
        if (!isParameterized(tparams, param) && !isParameterized(tparams, arg.type)) continue;
        if (isUntyped(arg.type)) {
            if (isTypeParam(param) && !arg.isNil()) untyped.push_back(i);
            continue;
        }
        if (u.unify(param, arg.type, Unifier::kAssign)) continue;
        At at = arg;
        err.pos = at.pos;
        err.length = at.length;
        std::vector<Type*> known = u.inferred();
        if (std::all_of(known.begin(), known.end(), [](Type* t) { return t == nullptr; })) {
            err.text = text("type ", arg.type, " of ", arg.expr, " does not match ", param, " (cannot infer ",
                            paramNames(tparams), ")");
            return false;
        }
        Type* partly = subst(ctx_, param, TypeMap{&tparams, &known});
        if (partly == param) {
            err.text = text("type ", arg.type, " of ", arg.expr, " does not match ", param);
        } else if (reverse) {
            err.text = text("inferred type ", partly, " for ", param, " does not match type ", arg.type,
                            " of ", arg.expr);
        } else {
            err.text = text("type ", arg.type, " of ", arg.expr, " does not match inferred type ", partly,
                            " for ", param);
        }
        return false;
    }
    return true;
}

bool PackageChecker::inferFromConstraints(Unifier& u, Pos pos, const std::vector<TypeParam*>& tparams,
                                          InferError& err) {
    for (;;) {
        size_t before = u.unknowns();
        for (TypeParam* param : tparams) {
            Type* type = u.at(param);
            Term core;
            bool single = false;
            if (coreTerm(param, core, single)) {
                if (type != nullptr) {
                    if (!u.unify(type, core.type, Unifier::kInexact)) {
                        err.pos = pos;
                        err.text = text(param, " (type ", type, ") does not satisfy ", param->bound);
                        return false;
                    }
                } else if (single && !core.tilde) {
                    u.set(param, core.type);
                }
            }
            if (type == nullptr || isParameterized(tparams, type)) continue;
            std::string cause;
            auto same = [&u](Type* x, Type* y) { return u.unify(x, y, Unifier::kExact); };
            if (!hasAllMethods(type, param->iface(), true, same, &cause)) {
                err.pos = pos;
                err.text = text(param, " (type ", type, ") does not satisfy ", param->bound, " ", cause);
                return false;
            }
        }
        if (u.unknowns() == before) return true;
    }
}

bool PackageChecker::inferFromUntyped(Unifier& u, const std::vector<TypeParam*>& tparams,
                                      const std::vector<Var*>& params, const std::vector<Operand>& args,
                                      const std::vector<size_t>& untyped, InferError& err) {
    std::vector<Type*> largest(tparams.size(), nullptr);
    for (size_t i : untyped) {
        auto* param = params[i]->type->as<TypeParam>();
        if (u.at(param) != nullptr) continue;
        auto at = std::find(tparams.begin(), tparams.end(), param);
        if (at == tparams.end()) continue;
        Type*& max = largest[static_cast<size_t>(at - tparams.begin())];
        if (max == nullptr) {
            max = args[i].type;
            continue;
        }
        Type* larger = maxUntyped(max, args[i].type);
        if (larger == nullptr) {
            err.pos = args[i].pos();
            err.text = text("mismatched types ", max, " and ", args[i].type, " (cannot infer ", param, ")");
            return false;
        }
        max = larger;
    }
    for (size_t i = 0; i < tparams.size(); i++) {
        if (largest[i] != nullptr) u.set(tparams[i], defaultType(largest[i]));
    }
    return true;
}

bool PackageChecker::infer(Pos pos, const std::vector<TypeParam*>& tparams, std::vector<Type*> targs,
                           std::vector<Var*> params, const std::vector<Operand>& args, bool reverse,
                           InferError& err, std::vector<Type*>& inferred) {
    if (targs.size() == tparams.size() && std::find(targs.begin(), targs.end(), nullptr) == targs.end()) {
        inferred = std::move(targs);
        return true;
    }
    for (const Operand& arg : args) {
        if (arg.invalid()) return false;
    }
    targs.resize(tparams.size(), nullptr);
    params = substVars(params, TypeMap{&tparams, &targs});
    Unifier u(*this, tparams, targs);
    std::vector<size_t> untyped;
    if (!inferFromArgs(u, tparams, params, args, reverse, err, untyped)) return false;
    if (!inferFromConstraints(u, pos, tparams, err)) return false;
    if (!inferFromUntyped(u, tparams, params, args, untyped, err)) return false;
    inferred = u.inferred();
    killCycles(tparams, inferred);
    // Inferred types may mention other parameters; put those in until nothing changes. Cycles never settle.
    for (int round = 0; round < kMaxSimplifications; round++) {
        bool changed = false;
        for (Type*& t : inferred) {
            if (t == nullptr || !isParameterized(tparams, t)) continue;
            Type* made = subst(ctx_, t, TypeMap{&tparams, &inferred});
            changed |= made != t;
            t = made;
            // A generic function given as an argument is instantiated by this very inference.
            Signature* sig = t->dyn<Signature>();
            if (sig != nullptr && !sig->tparams.empty() && !isParameterized(tparams, sig)) {
                sig = ctx_.make<Signature>(*sig);
                sig->tparams.clear();
                t = sig;
            }
        }
        if (!changed) break;
    }
    for (size_t i = 0; i < tparams.size(); i++) {
        if (inferred[i] != nullptr && !isParameterized(tparams, inferred[i])) continue;
        Object* obj = tparams[i]->obj;
        err.pos = pos;
        err.text = text("cannot infer ", obj->name, " (declared at ", positionText(obj->pos), ")");
        return false;
    }
    return true;
}

// ---- verification of type arguments

int PackageChecker::verify(const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                           std::string& cause) {
    TypeMap map{&tparams, &targs};
    for (size_t i = 0; i < tparams.size(); i++) {
        tparams[i]->iface();
        Type* constraint = subst(ctx_, tparams[i]->bound, map);
        if (!implements(targs[i], constraint, true, &cause)) return static_cast<int>(i);
    }
    return -1;
}

bool PackageChecker::validateTArgLen(Pos pos, std::string_view name, size_t want, size_t got) {
    if (got == want) return true;
    error(DiagCode::WrongTypeArgCount, At(pos),
          text(got < want ? "not enough" : "too many", " type arguments for type ", name, ": have ", got,
               ", want ", want));
    return false;
}
}  // namespace sluice
