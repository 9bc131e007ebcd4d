// Constants: representability and overflow (Go spec "Representability").
#include "types/package_checker.h"

namespace sluice {

/// Width of an integer type in bits; 64-bit int, as on all platforms that matter.
int basicBits(BasicKind kind) {
    switch (kind) {
        case BasicKind::Int8:
        case BasicKind::Uint8: return 8;
        case BasicKind::Int16:
        case BasicKind::Uint16: return 16;
        case BasicKind::Int32:
        case BasicKind::Uint32: return 32;
        default: return 64;
    }
}

namespace {
/// What an operation that may overflow is called in messages.
const char* operationName(const Expr* e) {
    if (const auto* binary = asIf<BinaryExpr>(e)) {
        switch (binary->op) {
            case Token::Add: return "addition ";
            case Token::Sub: return "subtraction ";
            case Token::Xor: return "bitwise XOR ";
            case Token::Mul: return "multiplication ";
            case Token::Shl: return "shift ";
            default: return "";
        }
    }
    const auto* unary = asIf<UnaryExpr>(e);
    return unary != nullptr && unary->op == Token::Xor ? "bitwise complement " : "";
}
}  // namespace

void PackageChecker::overflow(Operand& x, Pos opPos) {
    if (x.value->isUnknown()) {
        error(DiagCode::InvalidConstant, At(opPos),
              isString(x.type) ? "constant string is longer than 16777216 bytes"
                               : "constant result is not representable");
        return;
    }
    if (isTyped(x.type)) {
        representable(x, under(x.type)->as<Basic>());
        return;
    }
    if (x.value->kind() == ConstantKind::Int && x.value->bitLength() > kMaxConstantBits) {
        error(DiagCode::InvalidConstant, At(opPos), text("constant ", operationName(x.expr), "overflow"));
        x.value = constants_.unknown();
    }
}

bool PackageChecker::representableConst(const ConstValue* x, const Basic* type, const ConstValue** rounded) {
    if (x->isUnknown()) return true;
    if (type->info & kIsInteger) {
        if (x->kind() != ConstantKind::Int && x->kind() != ConstantKind::Float) return false;
        const ConstValue* value = constants_.toInt(x);
        if (value->kind() != ConstantKind::Int) return false;
        if (rounded != nullptr) *rounded = value;
        if (type->info & kIsUntyped) return true;
        int bits = basicBits(type->basic);
        if (type->info & kIsUnsigned) return value->sign() >= 0 && value->bitLength() <= bits;
        if (value->sign() >= 0) return value->bitLength() <= bits - 1;
        // The most negative value has one bit more than its successor.
        return constants_.complement(value, 0)->bitLength() <= bits - 1;
    }
    if (type->info & kIsFloat) {
        if (x->kind() != ConstantKind::Int && x->kind() != ConstantKind::Float) return false;
        if (type->basic == BasicKind::UntypedFloat) {
            if (rounded != nullptr) *rounded = constants_.toFloat(x);
            return true;
        }
        const ConstValue* value =
            type->basic == BasicKind::Float32 ? constants_.roundFloat32(x) : constants_.roundFloat64(x);
        if (value->isUnknown()) return false;
        if (rounded != nullptr) *rounded = value;
        return true;
    }
    if (type->info & kIsString) return x->kind() == ConstantKind::String;
    if (type->info & kIsBoolean) return x->kind() == ConstantKind::Bool;
    return false;
}

PackageChecker::Convert PackageChecker::representation(const Operand& x, Basic* type,
                                                       const ConstValue*& value) {
    value = x.value;
    if (representableConst(x.value, type, &value)) return Convert::Ok;
    if (isNumeric(x.type) && (type->info & kIsNumeric) != 0) {
        return !isInteger(x.type) && (type->info & kIsInteger) != 0 ? Convert::Truncated : Convert::Overflow;
    }
    return Convert::Invalid;
}

void PackageChecker::representable(Operand& x, Basic* type) {
    const ConstValue* value = nullptr;
    Convert code = representation(x, type, value);
    if (code != Convert::Ok) {
        invalidConversion(code, x, type);
        x.invalidate();
        return;
    }
    x.value = value;
}

void PackageChecker::invalidConversion(Convert code, const Operand& x, Type* target) {
    switch (code) {
        case Convert::Truncated:
            error(DiagCode::TruncatedConstant, x, text(x, " truncated to ", target));
            break;
        case Convert::Overflow: error(DiagCode::ConstantOverflow, x, text(x, " overflows ", target)); break;
        default: error(DiagCode::InvalidConversion, x, text("cannot convert ", x, " to type ", target));
    }
}
}  // namespace sluice
