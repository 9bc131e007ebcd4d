// Range loops in all forms (Go spec "For statements with range clause").
#include "types/package_checker.h"

namespace sluice {

/// Types of the iteration values; false and a cause if t cannot be ranged over.
bool PackageChecker::rangeKeyValue(Type* t, Type*& key, Type*& value, std::string& cause, bool& overFunc) {
    key = value = nullptr;
    overFunc = false;
    auto bad = [&](const char* why) {
        key = value = invalidType();
        cause = why;
        return false;
    };
    Type* core = coreType(t);
    if (core == nullptr) return bad("no core type");
    if (auto* pointer = core->dyn<Pointer>()) {
        Type* pointee = under(pointer->elem);
        if (pointee->kind() == TypeKind::Array) core = pointee;
    }
    switch (core->kind()) {
        case TypeKind::Basic:
            if (isString(core)) {
                key = basicType(BasicKind::Int);
                value = runeType();
                return true;
            }
            if (isInteger(core)) {
                key = t;
                return true;
            }
            break;
        case TypeKind::Array:
            key = basicType(BasicKind::Int);
            value = core->as<Array>()->elem;
            return true;
        case TypeKind::Slice:
            key = basicType(BasicKind::Int);
            value = core->as<Slice>()->elem;
            return true;
        case TypeKind::Map:
            key = core->as<Map>()->key;
            value = core->as<Map>()->elem;
            return true;
        case TypeKind::Chan:
            if (core->as<Chan>()->dir == ChanDir::SendOnly) return bad("receive from send-only channel");
            key = core->as<Chan>()->elem;
            return true;
        case TypeKind::Signature: {
            auto* sig = core->as<Signature>();
            if (sig->params.size() != 1)
                return bad("func must be func(yield func(...) bool): wrong argument count");
            if (!sig->results.empty())
                return bad("func must be func(yield func(...) bool): unexpected results");
            Type* yieldCore = coreType(sig->params[0]->type);
            Signature* yield = yieldCore == nullptr ? nullptr : yieldCore->dyn<Signature>();
            if (yield == nullptr) return bad("func must be func(yield func(...) bool): argument is not func");
            if (yield->params.size() > 2) {
                return bad("func must be func(yield func(...) bool): yield func has too many parameters");
            }
            if (yield->results.size() != 1 ||
                !identical(yield->results[0]->type, basicType(BasicKind::Bool))) {
                bool userBool = yield->results.size() == 1 && isBoolean(yield->results[0]->type);
                return bad(userBool
                               ? "func must be func(yield func(...) bool): yield func returns user-defined "
                                 "boolean, not bool"
                               : "func must be func(yield func(...) bool): yield func does not return bool");
            }
            if (!yield->params.empty()) key = yield->params[0]->type;
            if (yield->params.size() > 1) value = yield->params[1]->type;
            overFunc = true;
            return true;
        }
        default: break;
    }
    return bad("");
}

void PackageChecker::rangeStmt(RangeStmt* s) {
    Operand x;
    size_t top = delayed_.size();
    expr(nullptr, x, s->operand);
    processDelayed(top);
    Type* key = nullptr;
    Type* value = nullptr;
    bool overFunc = false;
    if (!x.invalid()) {
        std::string cause;
        bool ok = rangeKeyValue(x.type, key, value, cause, overFunc);
        if (!ok) {
            error(DiagCode::InvalidRange, x, text("cannot range over ", x, cause.empty() ? "" : ": ", cause));
        } else if (key == nullptr && s->key != nullptr) {
            error(DiagCode::InvalidRange, s->key, text("range over ", x, " permits no iteration variables"));
        } else if (value == nullptr && s->value != nullptr) {
            error(DiagCode::InvalidRange, s->value,
                  text("range over ", x, " permits only one iteration variable"));
        } else if (s->extra != nullptr) {
            error(DiagCode::InvalidRange, s->extra, "range clause permits at most two iteration variables");
        }
        if (ok && isUntyped(x.type) && isString(x.type))
            updateExprType(x.expr, basicType(BasicKind::String), true);
    }
    openScope(&s->scope);
    FunctionInfo* outer = env_.fn;
    if (overFunc && env_.fn != nullptr) {
        FunctionInfo* info = newInfo(env_.fn);
        info->rangeBody = s;
        info->hasBody = true;
        info->bodyChecked = true;
        info->sig = env_.sig;
        s->info = info;
        env_.fn = info;
    }
    rangeVars(s, x, key, value);
    stmt(s->body);
    env_.fn = outer;
    closeScope();
}

void PackageChecker::rangeVars(RangeStmt* s, Operand& x, Type* key, Type* value) {
    Type* types[2] = {key, value};
    bool overInt = !x.invalid() && isInteger(x.type);
    if (s->op == Token::Define) {
        rangeDefine(s, x, types, overInt);
        return;
    }
    if (s->key == nullptr) {
        if (overInt) assignment(x, nullptr, "range clause");
        return;
    }
    Expr* lhs[2] = {s->key, s->value};
    for (int i = 0; i < 2; i++) {
        if (lhs[i] == nullptr || !isValid(types[i])) continue;
        if (overInt) {
            assignVar(lhs[i], nullptr, &x, "range clause");
            if (!x.invalid() && !isInteger(x.type)) {
                error(DiagCode::InvalidRange, lhs[i], text("cannot use iteration variable of type ", x.type));
            }
        } else {
            Operand y;
            y.mode = ExprMode::Value;
            y.expr = lhs[i];
            y.type = types[i];
            assignVar(lhs[i], nullptr, &y, "assignment");
        }
    }
}

void PackageChecker::rangeDefine(RangeStmt* s, Operand& x, Type* const types[2], bool overInt) {
    Expr* lhs[2] = {s->key, s->value};
    std::vector<Var*> vars;
    for (int i = 0; i < 2; i++) {
        if (lhs[i] == nullptr) continue;
        auto* name = asIf<Ident>(lhs[i]);
        Var* v = nullptr;
        if (name != nullptr) {
            v = newLocal(name, nullptr);
            v->isLoopVar = true;
            if (!name->name.isBlank()) vars.push_back(v);
        } else {
            error(DiagCode::InvalidDecl, lhs[i], text("invalid syntax tree: cannot declare ", lhs[i]));
            v = newVar(ctx_.name("_"), lhs[i]->pos, nullptr);
        }
        if (!isValid(types[i])) {
            v->type = invalidType();
            v->used = true;
            continue;
        }
        if (overInt) {
            initVar(v, x, "range clause");
        } else {
            Operand y;
            y.mode = ExprMode::Value;
            y.expr = lhs[i];
            y.type = types[i];
            initVar(v, y, "assignment");
        }
        lhs[i]->mode = ExprMode::Variable;
        lhs[i]->type = v->type;
    }
    if (vars.empty()) {
        error(DiagCode::NoNewVar, s, "no new variables on left side of :=");
        return;
    }
    for (Var* v : vars) declare(env_.scope, nullptr, v, s->body->pos);
}
}  // namespace sluice
