// Conversions, interfaces, type assertions.
#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {

void FunctionCompiler::conversionTo(const CallExpr& call, Reg dst) {
    const Expr* operand = call.arguments[0];
    const Shape& to = shapeOf(&call);
    if (isNil(operand)) {
        zeroTo(to, dst);
        return;
    }
    const Shape& from = shapeOf(operand);
    if (operand->constant != nullptr) {
        const bool sameFamily =
            (from.isString() && to.isString()) || (from.kind == RKind::Bool && to.kind == RKind::Bool);
        const bool numeric = (from.isInteger() || from.isFloat()) && (to.isInteger() || to.isFloat());
        if (sameFamily || numeric) {
            constantTo(operand->constant, to, dst);
            normalise(to, dst);
            return;
        }
    }
    convertTo(from, to, operand, dst);
}

void FunctionCompiler::convertTo(const Shape& from, const Shape& to, const Expr* operand, Reg dst) {
    if (to.isInterface()) {
        if (from.isInterface()) {
            exprTo(operand, dst);
        } else {
            makeInterfaceFrom(operand, dst);
        }
        return;
    }
    if (to.isString() && !from.isString()) {
        const Reg value = expr(operand, true);
        Op op = Op::StrFromRune;
        if (from.kind == RKind::Slice) op = elementOf(from).packed() ? Op::StrFromBytes : Op::StrFromRunes;
        e_.emit(op, dst, value);
        return;
    }
    if (from.isString() && to.kind == RKind::Slice) {
        const Reg value = expr(operand, true);
        const uint32_t site = siteFor(operand->pos, to);
        const bool isBytes = elementOf(to).packed();
        const bool isExact = isBytes && operand->constant != nullptr;
        e_.emit(isBytes ? Op::BytesFromStr : Op::RunesFromStr, dst, value, isExact ? 1 : 0);
        e_.ext(to.id, site & 0xFFFF, site >> 16);
        return;
    }
    if (from.kind == RKind::Slice && (to.kind == RKind::Array || to.kind == RKind::Pointer)) {
        const Shape& array = to.kind == RKind::Array ? to : elementOf(to);
        const Reg slice = expr(operand, true);
        const Reg pointer = to.kind == RKind::Array ? e_.temporary("p") : dst;
        e_.emit(Op::SliceToArrayPtr, pointer, slice, array.id);
        if (to.kind == RKind::Array && (array.slots != 0)) load(memoryPlace(array, pointer, false), dst);
        return;
    }
    const bool fromNumber = from.isInteger() || from.isFloat();
    if (fromNumber && (to.isInteger() || to.isFloat())) {
        numericTo(from, to, expr(operand, true), dst);
        return;
    }
    exprTo(operand, dst);
}

/// Both are integers and every value of `from` is the same 64 bits in `to`.
bool FunctionCompiler::numericFits(const Shape& from, const Shape& to) {
    if (!from.isInteger() || !to.isInteger()) return false;
    if (to.bits() == 64) return true;
    if (from.isSigned() == to.isSigned()) return to.bits() >= from.bits();
    return from.isUnsigned() && to.bits() > from.bits();
}

void FunctionCompiler::numericTo(const Shape& from, const Shape& to, Reg value, Reg dst) {
    if (from.isFloat() && to.isFloat()) {
        if (to.kind == RKind::Float32 && from.kind == RKind::Float64) {
            e_.emit(Op::F32, dst, value);
        } else {
            e_.move(dst, value, 1);
        }
        return;
    }
    if (from.isFloat()) {
        e_.emit(to.isUnsigned() && to.bits() == 64 ? Op::FToUint : Op::FToInt, dst, value);
        normalise(to, dst);
        return;
    }
    if (to.isFloat()) {
        const bool wideUnsigned = from.isUnsigned() && from.bits() == 64;
        if (to.kind == RKind::Float32) {
            e_.emit(wideUnsigned ? Op::UintToF32 : Op::IntToF32, dst, value);
        } else {
            e_.emit(wideUnsigned ? Op::UintToF : Op::IntToF, dst, value);
        }
        return;
    }
    if (numericFits(from, to)) {
        e_.move(dst, value, 1);
        return;
    }
    Op op = Op::ExtS8;
    switch (to.kind) {
        case RKind::Int16: op = Op::ExtS16; break;
        case RKind::Int32: op = Op::ExtS32; break;
        case RKind::Uint8: op = Op::ExtU8; break;
        case RKind::Uint16: op = Op::ExtU16; break;
        case RKind::Uint32: op = Op::ExtU32; break;
        default: break;
    }
    e_.emit(op, dst, value);
}

// ---- interfaces

/// {type word, data word} of a value in registers.
void FunctionCompiler::makeInterface(const Shape& from, Reg value, Reg dst) {
    unit_.useInInterface(from.type);
    if (from.slots == 0) {
        e_.loadInt(dst + 1, 0);
    } else if (from.slots == 1) {
        e_.move(dst + 1, value, 1);
    } else {
        const uint32_t site = siteFor(e_.pos(), from);
        e_.emit(Op::Box, dst + 1, value, 0, from.slots);
        e_.ext(from.id, site & 0xFFFF, site >> 16);
    }
    e_.loadInt(dst, from.id);
}

void FunctionCompiler::makeInterfaceFrom(const Expr* e, Reg dst) {
    const Shape& from = shapeOf(e);
    const TempScope temps(e_);
    if (from.slots == 1) {
        unit_.useInInterface(from.type);
        exprTo(e, dst + 1);
        e_.loadInt(dst, from.id);
        return;
    }
    if (from.isString() && e->constant != nullptr) {
        unit_.useInInterface(from.type);
        e_.emitWide(Op::LoadStrBox, dst + 1, static_cast<int32_t>(unit_.string(e->constant->stringValue())));
        e_.loadInt(dst, from.id);
        return;
    }
    makeInterface(from, expr(e, true), dst);
}

void FunctionCompiler::unpackInterface(const Shape& to, Reg iface, Reg dst) {
    if (to.slots == 0) return;
    if (to.slots == 1) {
        e_.move(dst, iface + 1, 1);
    } else {
        e_.emit(Op::LoadN, dst, iface + 1, 0, to.slots);
    }
}

void FunctionCompiler::assertTo(const TypeAssertExpr& e, Reg dst, Reg ok) {
    const Shape& from = shapeOf(e.operand);
    const Shape& to = shapeOf(e.assertedType);
    const Reg iface = expr(e.operand, true);
    e_.setPos(e.pos);
    if (ok == kNoReg) {
        e_.emit(to.isInterface() ? Op::AssertIface : Op::AssertType, iface, to.id, from.id);
        if (to.isInterface()) {
            e_.move(dst, iface, 2);
        } else {
            unpackInterface(to, iface, dst);
        }
        return;
    }
    JumpLabel fails;
    JumpLabel done;
    if (to.isInterface()) {
        const Reg implements = tempInt();
        e_.emit(Op::Implements, implements, iface, to.id);
        e_.jumpIf(false, implements, fails);
        e_.move(dst, iface, 2);
    } else {
        e_.jumpCompare(Op::JNotType, iface, to.id, fails);
        unpackInterface(to, iface, dst);
    }
    e_.loadInt(ok, 1);
    e_.jump(done);
    e_.bind(fails);
    zeroTo(to, dst);
    e_.loadInt(ok, 0);
    e_.bind(done);
}

}  // namespace sluice
