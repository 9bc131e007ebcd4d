// Arithmetic, shifts and string concatenation.
#include <cstdint>

#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {

/// After an operation whose 64-bit result may not be in the range of a narrower type.
void FunctionCompiler::normalise(const Shape& shape, Reg reg) {
    switch (shape.kind) {
        case RKind::Int8: e_.emit(Op::ExtS8, reg, reg); break;
        case RKind::Int16: e_.emit(Op::ExtS16, reg, reg); break;
        case RKind::Int32: e_.emit(Op::ExtS32, reg, reg); break;
        case RKind::Uint8: e_.emit(Op::ExtU8, reg, reg); break;
        case RKind::Uint16: e_.emit(Op::ExtU16, reg, reg); break;
        case RKind::Uint32: e_.emit(Op::ExtU32, reg, reg); break;
        default: break;
    }
}

void FunctionCompiler::arithmetic(Token op, const Shape& shape, Reg dst, Reg left, Reg right) {
    if (shape.isFloat()) {
        Op code = Op::FAdd;
        if (op == Token::Sub) code = Op::FSub;
        if (op == Token::Mul) code = Op::FMul;
        if (op == Token::Quo) code = Op::FDiv;
        e_.emit(code, dst, left, right);
        if (shape.kind == RKind::Float32) e_.emit(Op::F32, dst, dst);
        return;
    }
    if (shape.isString()) {
        e_.emit(Op::Concat, dst, left, right);
        return;
    }
    const bool isUnsigned = shape.isUnsigned();
    switch (op) {
        case Token::Add: e_.emit(Op::Add, dst, left, right); break;
        case Token::Sub: e_.emit(Op::Sub, dst, left, right); break;
        case Token::Mul: e_.emit(Op::Mul, dst, left, right); break;
        case Token::Quo: e_.emit(isUnsigned ? Op::DivU : Op::Div, dst, left, right); break;
        case Token::Rem: e_.emit(isUnsigned ? Op::RemU : Op::Rem, dst, left, right); return;
        case Token::And: e_.emit(Op::And, dst, left, right); return;
        case Token::Or: e_.emit(Op::Or, dst, left, right); return;
        case Token::Xor: e_.emit(Op::Xor, dst, left, right); return;
        case Token::AndNot: e_.emit(Op::AndNot, dst, left, right); return;
        default: SLUICE_UNREACHABLE("not an arithmetic operator");
    }
    if (op == Token::Quo && isUnsigned) return;
    normalise(shape, dst);
}

/// The forms with a constant operand, where there is one.
bool FunctionCompiler::arithmeticImmediate(Token op, const Shape& shape, Reg dst, Reg left, int64_t value) {
    if (!shape.isInteger() || value < INT16_MIN || value > INT16_MAX) return false;
    const uint32_t imm = static_cast<uint16_t>(static_cast<int16_t>(value));
    const bool isUnsigned = shape.isUnsigned();
    switch (op) {
        case Token::Add: e_.emit(Op::AddI, dst, left, imm); break;
        case Token::Sub:
            if (value == INT16_MIN) return false;
            e_.emit(Op::AddI, dst, left, static_cast<uint16_t>(static_cast<int16_t>(-value)));
            break;
        case Token::Mul: e_.emit(Op::MulI, dst, left, imm); break;
        case Token::Quo:
            if (value <= 0) return false;
            e_.emit(isUnsigned ? Op::DivUI : Op::DivI, dst, left, imm);
            return true;
        case Token::Rem:
            if (value <= 0) return false;
            e_.emit(isUnsigned ? Op::RemUI : Op::RemI, dst, left, imm);
            return true;
        case Token::And: e_.emit(Op::AndI, dst, left, imm); return true;
        case Token::Or:
            if (value < 0 && isUnsigned) return false;
            e_.emit(Op::OrI, dst, left, imm);
            return true;
        case Token::Xor:
            if (value < 0 && isUnsigned) return false;
            e_.emit(Op::XorI, dst, left, imm);
            return true;
        default: return false;
    }
    normalise(shape, dst);
    return true;
}

void FunctionCompiler::shiftTo(Token op, const Shape& shape, Reg dst, Reg left, const Expr* count) {
    int64_t constant = 0;
    const bool isLeft = op == Token::Shl;
    const bool isConstant = intConstant(count, constant);
    if (isConstant && constant >= 0 && constant <= 63) {
        Op code = isLeft ? Op::ShlI : (shape.isUnsigned() ? Op::ShrUI : Op::ShrI);
        e_.emit(code, dst, left, static_cast<uint32_t>(constant));
    } else {
        const Reg amount = expr(count);
        if (!isConstant && shapeOf(count).isSigned()) e_.emit(Op::ShiftCheck, amount);
        e_.emit(isLeft ? Op::Shl : (shape.isUnsigned() ? Op::ShrU : Op::Shr), dst, left, amount);
    }
    if (isLeft) normalise(shape, dst);
}

namespace {

/// The operands of a + b + c … in order, as far as they are not constant.
void collectConcat(const Expr* e, std::vector<const Expr*>& parts) {
    const BinaryExpr* binary = asIf<BinaryExpr>(unparen(e));
    if (binary == nullptr || binary->op != Token::Add || e->constant != nullptr) {
        parts.push_back(e);
        return;
    }
    collectConcat(binary->left, parts);
    collectConcat(binary->right, parts);
}

}  // namespace

void FunctionCompiler::concatTo(const BinaryExpr& e, Reg dst) {
    constexpr size_t kMaxParts = 100;
    std::vector<const Expr*> parts;
    collectConcat(&e, parts);
    if (parts.size() == 2 || parts.size() > kMaxParts) {
        const Reg left = expr(e.left);
        const Reg right = expr(e.right, true);
        e_.emit(Op::Concat, dst, left, right);
        return;
    }
    KindPattern kinds;
    for (size_t i = 0; i < parts.size(); i++) kinds += "ps";
    const Reg run = e_.temporary(kinds);
    for (size_t i = 0; i < parts.size(); i++) exprTo(parts[i], run + static_cast<Reg>(2 * i));
    e_.emit(Op::ConcatN, dst, run, static_cast<uint32_t>(parts.size()));
}

void FunctionCompiler::binaryTo(const BinaryExpr& e, Reg dst) {
    const Shape& shape = shapeOf(&e);
    const TempScope temps(e_);
    const HoistScope hoists(*this);
    orderCalls({e.left, e.right});
    if (e.op == Token::Shl || e.op == Token::Shr) {
        // The left operand of a non-constant shift may be an untyped constant that took the type of the
        // context.
        Reg left;
        if (e.left->constant != nullptr) {
            left = temp(shape);
            constantTo(e.left->constant, shape, left);
        } else {
            left = expr(e.left, !usesWindow(e.right));
        }
        shiftTo(e.op, shape, dst, left, e.right);
        return;
    }
    if (shape.isString()) {
        concatTo(e, dst);
        return;
    }
    int64_t constant = 0;
    if (shape.isInteger() && smallConstant(e.right, constant)) {
        const Reg left = expr(e.left, true);
        if (arithmeticImmediate(e.op, shape, dst, left, constant)) return;
        arithmetic(e.op, shape, dst, left, expr(e.right));
        return;
    }
    const bool commutes = e.op == Token::Add || e.op == Token::Mul || e.op == Token::And ||
                          e.op == Token::Or || e.op == Token::Xor;
    if (shape.isInteger() && commutes && smallConstant(e.left, constant)) {
        const Reg right = expr(e.right, true);
        if (arithmeticImmediate(e.op, shape, dst, right, constant)) return;
        arithmetic(e.op, shape, dst, expr(e.left), right);
        return;
    }
    if (shape.isInteger() && e.op == Token::Sub && smallConstant(e.left, constant)) {
        const Reg right = expr(e.right, true);
        e_.emit(Op::RSubI, dst, right, static_cast<uint16_t>(static_cast<int16_t>(constant)));
        normalise(shape, dst);
        return;
    }
    const Reg left = expr(e.left, !usesWindow(e.right));
    const Reg right = expr(e.right, true);
    const Pos statement = e_.pos();
    // A division by zero is blamed on the line of the operator.
    const bool mayPanic = shape.isInteger() && (e.op == Token::Quo || e.op == Token::Rem);
    if (mayPanic) e_.setPos(e.opPos);
    arithmetic(e.op, shape, dst, left, right);
    if (mayPanic) e_.setPos(statement);
}

}  // namespace sluice
