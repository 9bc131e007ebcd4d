// Constants and zero values.
#include <cstdint>

#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {

void FunctionCompiler::loadWord(Reg dst, Slot value) {
    const int64_t number = static_cast<int64_t>(value);
    if (number >= INT32_MIN && number <= INT32_MAX) {
        e_.loadInt(dst, number);
    } else {
        e_.emitWide(Op::LoadK, dst, static_cast<int32_t>(unit_.constant(value)));
    }
}

/// A number used in a loop: loaded once, at the start of the function.
Reg FunctionCompiler::loopConstant(const ConstValue* constant, const Shape& shape) {
    Slot value = 0;
    if (shape.kind == RKind::Float64) {
        value = slotFromDouble(constant->float64Value());
    } else if (shape.kind == RKind::Float32) {
        value = slotFromDouble(constant->float32Value());
    } else if (shape.kind == RKind::Bool) {
        value = constant->boolValue() ? 1 : 0;
    } else if (shape.isInteger()) {
        bool exact = true;
        value = static_cast<Slot>(constant->int64Value(&exact));
        if (!exact) value = constant->uint64Value();
    } else {
        return kNoReg;
    }
    const int64_t number = static_cast<int64_t>(value);
    const bool isSmall = number >= INT32_MIN && number <= INT32_MAX;
    return e_.constantRegister(value, isSmall ? 0 : static_cast<int32_t>(unit_.constant(value)));
}

void FunctionCompiler::constantTo(const ConstValue* constant, const Shape& shape, Reg dst) {
    switch (shape.kind) {
        case RKind::Bool: e_.loadInt(dst, constant->boolValue() ? 1 : 0); return;
        case RKind::String:
            if (constant->kind() == ConstantKind::Int) break;
            if (constant->stringValue().empty()) {
                e_.zero(dst, 2);
            } else {
                e_.emitWide(Op::LoadStr, dst, static_cast<int32_t>(unit_.string(constant->stringValue())));
            }
            return;
        case RKind::Float64: loadWord(dst, slotFromDouble(constant->float64Value())); return;
        case RKind::Float32: loadWord(dst, slotFromDouble(constant->float32Value())); return;
        case RKind::Interface: {
            // A constant given to an interface: it has its default type.
            BasicKind kind = BasicKind::Int;
            if (constant->kind() == ConstantKind::Bool) kind = BasicKind::Bool;
            if (constant->kind() == ConstantKind::String) kind = BasicKind::String;
            if (constant->kind() == ConstantKind::Float) kind = BasicKind::Float64;
            const Shape& plain = basic(kind);
            const Reg value = temp(plain);
            constantTo(constant, plain, value);
            makeInterface(plain, value, dst);
            return;
        }
        default: break;
    }
    bool exact = true;
    const int64_t value = constant->int64Value(&exact);
    if (exact) {
        loadWord(dst, static_cast<Slot>(value));
    } else {
        loadWord(dst, constant->uint64Value());
    }
}

bool FunctionCompiler::intConstant(const Expr* e, int64_t& value) {
    const ConstValue* constant = e->constant;
    if (constant == nullptr) return false;
    if (constant->kind() != ConstantKind::Int && constant->kind() != ConstantKind::Float) return false;
    if (shapeOf(e).isFloat()) return false;
    bool exact = true;
    value = constant->int64Value(&exact);
    if (!exact) value = static_cast<int64_t>(constant->uint64Value(&exact));
    return exact;
}

/// A constant that fits a signed 16-bit operand.
bool FunctionCompiler::smallConstant(const Expr* e, int64_t& value) {
    return intConstant(e, value) && value >= INT16_MIN && value <= INT16_MAX;
}

void FunctionCompiler::zeroTo(const Shape& shape, Reg dst) {
    if (shape.big) {
        e_.emit(Op::New, dst);
        e_.ext(shape.id, 0, 0);
        return;
    }
    e_.zero(dst, shape.slots);
}

}  // namespace sluice
