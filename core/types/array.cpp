// Array and slice types.
#include "types/package_checker.h"

namespace sluice {

namespace {
/// The largest value that the engine has, in slots of 8 bytes: 128 MiB, as in the compiler.
constexpr uint64_t kMaxValueSlots = 1u << 24;
/// Arrays below this length need no look at their size; nested ones are caught by the compiler.
constexpr int64_t kBigArrayLength = 1 << 16;

/// Slots of a value, roughly (bytes are packed); saturates above the limit.
uint64_t valueSlots(Type* type, int depth) {
    if (depth > 50 || isTypeParam(type)) return 1;
    Type* u = under(type);
    switch (u->kind()) {
        case TypeKind::Array: {
            auto* array = u->as<Array>();
            uint64_t elem = valueSlots(array->elem, depth + 1);
            uint64_t length = array->len < 0 ? 0 : static_cast<uint64_t>(array->len);
            BasicKind kind = basicKindOf(array->elem);
            if (kind == BasicKind::Uint8 || kind == BasicKind::Bool) return length / 8;
            return elem != 0 && length > kMaxValueSlots / elem ? kMaxValueSlots + 1 : length * elem;
        }
        case TypeKind::Struct: {
            uint64_t sum = 0;
            for (Var* field : u->as<Struct>()->fields) {
                if (field->type != nullptr && sum <= kMaxValueSlots)
                    sum += valueSlots(field->type, depth + 1);
            }
            return sum;
        }
        case TypeKind::Slice: return 3;
        case TypeKind::Interface: return 2;
        default: return isString(u) ? 2 : 1;
    }
}
}  // namespace

Type* PackageChecker::arrayType(ArrayType* e, TypeName* def) {
    if (e->arrayLength == nullptr) {
        auto* type = ctx_.make<Slice>(invalidType());
        setDefType(def, type);
        type->elem = varType(e->element);
        return type;
    }
    auto* type = ctx_.make<Array>(invalidType(), -1);
    setDefType(def, type);
    if (isA<Ellipsis>(e->arrayLength)) {
        error(DiagCode::InvalidDots, e, "invalid use of [...] array (outside a composite literal)");
    } else {
        type->len = arrayLength(e->arrayLength);
    }
    type->elem = varType(e->element);
    if (type->len >= kBigArrayLength) {
        later([this, type, e] {
            if (valueSlots(type, 0) <= kMaxValueSlots) return;
            error(DiagCode::TypeTooLarge, e, text("type ", type, " larger than address space"));
        });
    }
    return type->len >= 0 ? static_cast<Type*>(type) : invalidType();
}

int64_t PackageChecker::arrayLength(Expr* e) {
    if (auto* name = asIf<Ident>(e)) {
        Object* obj = lookup(name->name);
        if (obj == nullptr) {
            error(DiagCode::InvalidArrayLen, e,
                  text("undefined array length ", name->name, " or missing type constraint"));
            return -1;
        }
        if (obj->kind != ObjectKind::Const) {
            error(DiagCode::InvalidArrayLen, e, text("invalid array length ", name->name));
            return -1;
        }
    }
    Operand x;
    expr(nullptr, x, e);
    if (!x.isConstant()) {
        if (!x.invalid()) error(DiagCode::InvalidArrayLen, x, text("array length ", x, " must be constant"));
        return -1;
    }
    if (isUntyped(x.type) || isInteger(x.type)) {
        const ConstValue* value = constants_.toInt(x.value);
        bool exact = false;
        int64_t n = value->kind() == ConstantKind::Int ? value->int64Value(&exact) : -1;
        if (exact && n >= 0) {
            updateExprType(e, basicType(BasicKind::Int), true);
            return n;
        }
    }
    error(
        DiagCode::InvalidArrayLen, x,
        isInteger(x.type) ? text("invalid array length ", x) : text("array length ", x, " must be integer"));
    return -1;
}
}  // namespace sluice
