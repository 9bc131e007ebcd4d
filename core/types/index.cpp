// Index and slice expressions.
#include "types/package_checker.h"

namespace sluice {

/// Evaluates an index expression. True if it is an instantiation of a generic function, left to the caller.
bool PackageChecker::indexExpr(Operand& x, IndexExpr* e) {
    exprOrType(x, e->operand, true);
    if (x.invalid()) {
        useAll(e->indices);
        return false;
    }
    if (x.mode == ExprMode::TypeExpr) {
        x.invalidate();
        x.type = varType(e);
        if (isValid(x.type)) x.mode = ExprMode::TypeExpr;
        return false;
    }
    if (x.mode == ExprMode::Value) {
        Signature* sig = under(x.type)->dyn<Signature>();
        if (sig != nullptr && !sig->tparams.empty()) return true;
    }
    nonGeneric(nullptr, x);
    if (x.invalid()) return false;
    int64_t length = -1;
    bool done = false;
    if (!indexable(x, e, length, done)) {
        error(DiagCode::NotIndexable, At(e->leftBracket), text("invalid operation: cannot index ", x));
        useAll(e->indices);
        x.invalidate();
        return false;
    }
    if (done) return false;
    Expr* at = singleIndex(e);
    if (x.type == nullptr) x.type = invalidType();
    int64_t value = -1;
    index(at, length, value);
    x.expr = e;
    return false;
}

/// Sets x to the element; `done` when the index has been checked too (maps).
bool PackageChecker::indexable(Operand& x, IndexExpr* e, int64_t& length, bool& done) {
    if (x.mode == ExprMode::Builtin) return false;
    if (isTypeParam(x.type)) return indexTypeParam(x, e, length, done);
    Type* u = under(x.type);
    switch (u->kind()) {
        case TypeKind::Basic:
            if (!isString(u)) return false;
            if (x.isConstant()) {
                length = static_cast<int64_t>(x.value->stringValue().size());
                // The string itself is needed at run time.
                updateExprType(x.expr, defaultType(x.type), true);
            }
            x.mode = ExprMode::Value;
            x.type = byteType();
            return true;
        case TypeKind::Array:
            length = u->as<Array>()->len;
            if (x.mode != ExprMode::Variable) x.mode = ExprMode::Value;
            x.type = u->as<Array>()->elem;
            return true;
        case TypeKind::Pointer: {
            Array* array = under(u->as<Pointer>()->elem)->dyn<Array>();
            if (array == nullptr) return false;
            length = array->len;
            x.mode = ExprMode::Variable;
            x.type = array->elem;
            return true;
        }
        case TypeKind::Slice:
            x.mode = ExprMode::Variable;
            x.type = u->as<Slice>()->elem;
            return true;
        case TypeKind::Map:
            mapIndex(x, e, u->as<Map>()->key, u->as<Map>()->elem);
            done = true;
            return true;
        default: return false;
    }
}

void PackageChecker::mapIndex(Operand& x, IndexExpr* e, Type* key, Type* elem) {
    Expr* at = singleIndex(e);
    Operand k;
    expr(nullptr, k, at);
    assignment(k, key, "map index");
    x.mode = ExprMode::MapIndex;
    x.type = elem;
    x.expr = e;
}

/// Indexing a type parameter: all types of its set must be indexable alike.
bool PackageChecker::indexTypeParam(Operand& x, IndexExpr* e, int64_t& length, bool& done) {
    Type* key = nullptr;
    Type* elem = nullptr;
    ExprMode mode = ExprMode::Variable;
    bool good = underIs(x.type, [&](Type* u) {
        if (u == nullptr) return false;
        int64_t l = -1;
        Type* k = nullptr;
        Type* t = nullptr;
        if (isString(u)) {
            t = byteType();
            mode = ExprMode::Value;
        } else if (auto* array = u->dyn<Array>()) {
            l = array->len;
            t = array->elem;
            if (x.mode != ExprMode::Variable) mode = ExprMode::Value;
        } else if (auto* pointer = u->dyn<Pointer>()) {
            if (auto* pointee = under(pointer->elem)->dyn<Array>()) {
                l = pointee->len;
                t = pointee->elem;
            }
        } else if (auto* slice = u->dyn<Slice>()) {
            t = slice->elem;
        } else if (auto* map = u->dyn<Map>()) {
            k = map->key;
            t = map->elem;
        }
        if (t == nullptr) return false;
        if (elem == nullptr) {
            length = l;
            key = k;
            elem = t;
            return true;
        }
        if ((key == nullptr) != (k == nullptr) || (key != nullptr && !identical(key, k)) ||
            !identical(elem, t))
            return false;
        if (l >= 0 && (length < 0 || l < length)) length = l;
        return true;
    });
    if (!good) return false;
    if (key != nullptr) {
        mapIndex(x, e, key, elem);
        done = true;
        return true;
    }
    x.mode = mode;
    x.type = elem;
    return true;
}

Expr* PackageChecker::singleIndex(IndexExpr* e) {
    if (e->indices.size() > 1)
        error(DiagCode::InvalidIndex, e->indices[1], "invalid operation: more than one index");
    return e->indices[0];
}

bool PackageChecker::sliceable(Operand& x, SliceExpr* e, int64_t& length) {
    Type* core = coreString(x.type);
    if (core == nullptr) {
        error(DiagCode::NotSliceable, x,
              text("invalid operation: cannot slice ", x, ": ", x.type, " has no core type"));
        return false;
    }
    switch (core->kind()) {
        case TypeKind::Basic:
            if (!isString(core)) break;
            if (e->isFull) {
                error(DiagCode::InvalidSlice, e->max != nullptr ? At(e->max) : At(e),
                      "invalid operation: 3-index slice of string");
                return false;
            }
            if (x.isConstant()) length = static_cast<int64_t>(x.value->stringValue().size());
            if (isUntyped(x.type)) {
                updateExprType(x.expr, basicType(BasicKind::String), true);
                x.type = basicType(BasicKind::String);
            }
            return true;
        case TypeKind::Array:
            length = core->as<Array>()->len;
            if (x.mode != ExprMode::Variable) {
                error(DiagCode::NotSliceable, x,
                      text("invalid operation: ", x, " (slice of unaddressable value)"));
                return false;
            }
            markAddressTaken(e->operand);
            x.type = ctx_.sliceOf(core->as<Array>()->elem);
            return true;
        case TypeKind::Pointer: {
            Array* array = under(core->as<Pointer>()->elem)->dyn<Array>();
            if (array == nullptr) break;
            length = array->len;
            x.type = ctx_.sliceOf(array->elem);
            return true;
        }
        case TypeKind::Slice: return true;
        default: break;
    }
    error(DiagCode::NotSliceable, x, text("invalid operation: cannot slice ", x));
    return false;
}

void PackageChecker::sliceExpr(Operand& x, SliceExpr* e) {
    expr(nullptr, x, e->operand);
    Expr* parts[3] = {e->low, e->high, e->max};
    if (x.invalid()) {
        for (Expr* part : parts) use(part);
        return;
    }
    int64_t length = -1;
    if (!sliceable(x, e, length)) {
        x.invalidate();
        return;
    }
    x.mode = ExprMode::Value;
    if (e->isFull && (e->high == nullptr || e->max == nullptr)) {
        x.invalidate();  // the parser has reported it
        return;
    }
    int64_t values[3] = {-1, -1, -1};
    for (int i = 0; i < 3; i++) {
        if (parts[i] != nullptr) {
            index(parts[i], length >= 0 ? length + 1 : -1, values[i]);
        } else if (i == 0) {
            values[i] = 0;
        } else {
            values[i] = length;
        }
    }
    for (int i = 0; i < 2; i++) {
        if (values[i] <= 0) continue;
        for (int j = i + 1; j < 3; j++) {
            if (values[j] < 0 || values[j] >= values[i] || parts[j] == nullptr) continue;
            error(DiagCode::InvalidSlice, parts[j],
                  text("invalid slice indices: ", values[j], " < ", values[i]));
            return;
        }
    }
}

/// Checks an index; the result is its type (invalid after errors), `value` its constant value or -1.
Type* PackageChecker::index(Expr* e, int64_t max, int64_t& value) {
    value = -1;
    Operand x;
    expr(nullptr, x, e);
    if (!isValidIndex(x, "index", false)) return invalidType();
    if (!x.isConstant()) return x.type;
    if (x.value->isUnknown()) return invalidType();
    int64_t v = x.value->int64Value();
    if (max >= 0 && v >= max) {
        error(DiagCode::InvalidIndex, x,
              text("invalid argument: index ", x.value->text(), " out of bounds [0:", max, "]"));
        return invalidType();
    }
    value = v;
    return x.type;
}

bool PackageChecker::isValidIndex(Operand& x, const char* what, bool allowNegative) {
    if (x.invalid()) return false;
    convertUntyped(x, basicType(BasicKind::Int));
    if (x.invalid()) return false;
    if (!allInteger(x.type)) {
        error(DiagCode::InvalidIndex, x, text("invalid argument: ", what, " ", x, " must be integer"));
        return false;
    }
    if (!x.isConstant()) return true;
    if (!allowNegative && !x.value->isUnknown() && x.value->sign() < 0) {
        error(DiagCode::InvalidIndex, x, text("invalid argument: ", what, " ", x, " must not be negative"));
        return false;
    }
    if (!representableConst(x.value, basicType(BasicKind::Int)->as<Basic>(), &x.value)) {
        error(DiagCode::InvalidIndex, x, text("invalid argument: ", what, " ", x, " overflows int"));
        return false;
    }
    return true;
}
}  // namespace sluice
