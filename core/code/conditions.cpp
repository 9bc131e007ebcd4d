// Boolean expressions: as jumps and as values; comparisons of all types.
#include <cstdint>

#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {
namespace {

bool isComparison(Token op) {
    switch (op) {
        case Token::Equal:
        case Token::NotEqual:
        case Token::Less:
        case Token::LessEqual:
        case Token::Greater:
        case Token::GreaterEqual: return true;
        default: return false;
    }
}

Token negated(Token op) {
    switch (op) {
        case Token::Equal: return Token::NotEqual;
        case Token::NotEqual: return Token::Equal;
        case Token::Less: return Token::GreaterEqual;
        case Token::LessEqual: return Token::Greater;
        case Token::Greater: return Token::LessEqual;
        default: return Token::Less;
    }
}

Token swapped(Token op) {
    switch (op) {
        case Token::Less: return Token::Greater;
        case Token::LessEqual: return Token::GreaterEqual;
        case Token::Greater: return Token::Less;
        case Token::GreaterEqual: return Token::LessEqual;
        default: return op;
    }
}

Op jumpImmediate(Token op) {
    switch (op) {
        case Token::Equal: return Op::JEqI;
        case Token::NotEqual: return Op::JNeI;
        case Token::Less: return Op::JLtI;
        case Token::LessEqual: return Op::JLeI;
        case Token::Greater: return Op::JGtI;
        default: return Op::JGeI;
    }
}

Op setImmediate(Token op) {
    switch (op) {
        case Token::Equal: return Op::EqI;
        case Token::NotEqual: return Op::NeI;
        case Token::Less: return Op::LtI;
        case Token::LessEqual: return Op::LeI;
        case Token::Greater: return Op::GtI;
        default: return Op::GeI;
    }
}

/// Compared by value of one slot.
bool isWord(const Shape& shape) {
    return shape.isInteger() || shape.kind == RKind::Bool || shape.isPointerLike() ||
           shape.kind == RKind::UnsafePointer;
}

bool isWideUnsigned(const Shape& shape) {
    return shape.isUnsigned() && shape.bits() == 64;
}

}  // namespace

/// The type in which operands are compared: an interface when one of them is one.
const Shape& FunctionCompiler::comparisonShape(const Expr* left, const Expr* right) {
    if (isNil(left)) return shapeOf(right);
    if (isNil(right)) return shapeOf(left);
    const Shape& l = shapeOf(left);
    const Shape& r = shapeOf(right);
    if (r.isInterface() && !l.isInterface()) return r;
    if (left->constant != nullptr && right->constant == nullptr) return r;
    return l;
}

/// x == nil and x != nil: looks at the first slot only.
bool FunctionCompiler::compareNil(const BinaryExpr& e, JumpLabel& target, bool when) {
    const bool leftNil = isNil(e.left);
    if (!leftNil && !isNil(e.right)) return false;
    const Expr* operand = leftNil ? e.right : e.left;
    const Token op = when ? e.op : negated(e.op);
    const Reg reg = expr(operand, true);
    e_.jumpCompare(op == Token::Equal ? Op::JEqI : Op::JNeI, reg, 0, target);
    return true;
}

void FunctionCompiler::jumpEqual(const Shape& shape, Reg left, Reg right, JumpLabel& target, bool when) {
    if (isWord(shape)) {
        e_.jumpCompare(when ? Op::JEq : Op::JNe, left, right, target);
    } else if (shape.isFloat() && !target.isBound()) {
        e_.jumpCompare(when ? Op::JFEq : Op::JFNe, left, right, target);
    } else if (shape.isString() && !target.isBound()) {
        e_.jumpCompare(when ? Op::JStrEq : Op::JStrNe, left, right, target);
    } else {
        const Reg equal = tempInt();
        compareRegs(Token::Equal, shape, left, right, equal);
        e_.jumpIf(when, equal, target);
    }
}

/// Sets dst to left op right.
void FunctionCompiler::compareRegs(Token op, const Shape& shape, Reg left, Reg right, Reg dst) {
    const bool swap = op == Token::Greater || op == Token::GreaterEqual;
    const bool strict = op == Token::Less || op == Token::Greater;
    if (swap) std::swap(left, right);
    const bool isEquality = op == Token::Equal || op == Token::NotEqual;
    if (isWord(shape)) {
        if (isEquality) {
            e_.emit(op == Token::Equal ? Op::Eq : Op::Ne, dst, left, right);
        } else if (shape.isUnsigned()) {
            e_.emit(strict ? Op::LtU : Op::LeU, dst, left, right);
        } else {
            e_.emit(strict ? Op::Lt : Op::Le, dst, left, right);
        }
        return;
    }
    if (shape.isFloat()) {
        if (isEquality) {
            e_.emit(op == Token::Equal ? Op::FEq : Op::FNe, dst, left, right);
        } else {
            e_.emit(strict ? Op::FLt : Op::FLe, dst, left, right);
        }
        return;
    }
    if (shape.isString()) {
        e_.emit(isEquality ? Op::StrEq : (strict ? Op::StrLt : Op::StrLe), dst, left, right);
    } else if (shape.isInterface()) {
        e_.emit(Op::EqIface, dst, left, right);
    } else if (shape.slots == 0) {
        e_.loadInt(dst, 1);
    } else {
        e_.emit(Op::EqType, dst, left, right);
        e_.ext(shape.id, 0, 0);
    }
    if (op == Token::NotEqual) e_.emit(Op::NotB, dst, dst);
}

/// Comparison and jump in one, where the table has it.
bool FunctionCompiler::compareJump(const BinaryExpr& e, JumpLabel& target, bool when) {
    const Shape& shape = comparisonShape(e.left, e.right);
    Token op = e.op;
    if (isWord(shape)) {
        if (!when) op = negated(op);
        const bool isEquality = op == Token::Equal || op == Token::NotEqual;
        int64_t constant = 0;
        const Expr* left = e.left;
        const Expr* right = e.right;
        if (smallConstant(left, constant)) {
            std::swap(left, right);
            op = swapped(op);
        }
        // Unsigned values of all 64 bits do not compare like signed ones.
        if (smallConstant(right, constant) && (isEquality || !isWideUnsigned(shape))) {
            const Reg reg = expr(left, true);
            e_.jumpCompare(jumpImmediate(op), reg, static_cast<uint16_t>(static_cast<int16_t>(constant)),
                           target);
            return true;
        }
        // The order of evaluation is that of the source, whatever was swapped.
        left = e.left;
        right = e.right;
        op = when ? e.op : negated(e.op);
        Reg l = value(left, shape, !usesWindow(right));
        Reg r = value(right, shape, true);
        if (isEquality) {
            e_.jumpCompare(op == Token::Equal ? Op::JEq : Op::JNe, l, r, target);
            return true;
        }
        if (op == Token::Greater || op == Token::GreaterEqual) std::swap(l, r);
        const bool strict = op == Token::Less || op == Token::Greater;
        Op code = strict ? Op::JLt : Op::JLe;
        if (shape.isUnsigned()) code = strict ? Op::JLtU : Op::JLeU;
        e_.jumpCompare(code, l, r, target);
        return true;
    }
    if (target.isBound()) return false;
    if (shape.isFloat()) {
        Reg l = value(e.left, shape, !usesWindow(e.right));
        Reg r = value(e.right, shape, true);
        if (op == Token::Greater || op == Token::GreaterEqual) std::swap(l, r);
        Op code = Op::JFEq;
        if (op == Token::Equal) {
            code = when ? Op::JFEq : Op::JFNe;
        } else if (op == Token::NotEqual) {
            code = when ? Op::JFNe : Op::JFEq;
        } else if (op == Token::Less || op == Token::Greater) {
            code = when ? Op::JFLt : Op::JFNotLt;
        } else {
            code = when ? Op::JFLe : Op::JFNotLe;
        }
        e_.jumpCompare(code, l, r, target);
        return true;
    }
    if (shape.isString() && (op == Token::Equal || op == Token::NotEqual)) {
        const Reg l = value(e.left, shape, !usesWindow(e.right));
        const Reg r = value(e.right, shape, true);
        e_.jumpCompare((op == Token::Equal) == when ? Op::JStrEq : Op::JStrNe, l, r, target);
        return true;
    }
    return false;
}

/// Jumps to `target` when `e` is `when`, otherwise goes on.
void FunctionCompiler::condition(const Expr* e, JumpLabel& target, bool when) {
    e = unparen(e);
    if (e->constant != nullptr) {
        if (e->constant->boolValue() == when) e_.jump(target);
        return;
    }
    const TempScope temps(e_);
    if (const UnaryExpr* unary = asIf<UnaryExpr>(e); unary != nullptr && unary->op == Token::Not) {
        condition(unary->operand, target, !when);
        return;
    }
    if (const BinaryExpr* binary = asIf<BinaryExpr>(e)) {
        if (binary->op == Token::LogicalAnd || binary->op == Token::LogicalOr) {
            const bool stopsOn = binary->op == Token::LogicalOr;  // the left value that decides
            if (stopsOn == when) {
                condition(binary->left, target, when);
                condition(binary->right, target, when);
            } else {
                JumpLabel over;
                condition(binary->left, over, !when);
                condition(binary->right, target, when);
                e_.bind(over);
            }
            return;
        }
        if (isComparison(binary->op)) {
            const HoistScope hoists(*this);
            orderCalls({binary->left, binary->right});
            if (compareNil(*binary, target, when)) return;
            if (compareJump(*binary, target, when)) return;
            const Reg result = tempInt();
            compareTo(*binary, result);
            e_.jumpIf(when, result, target);
            return;
        }
    }
    const Reg reg = expr(e, true);
    e_.jumpIf(when, reg, target);
}

void FunctionCompiler::compareTo(const BinaryExpr& e, Reg dst) {
    const TempScope temps(e_);
    const HoistScope hoists(*this);
    orderCalls({e.left, e.right});
    const bool leftNil = isNil(e.left);
    if (leftNil || isNil(e.right)) {
        const Reg reg = expr(leftNil ? e.right : e.left, true);
        e_.emit(e.op == Token::Equal ? Op::EqI : Op::NeI, dst, reg, 0);
        return;
    }
    const Shape& shape = comparisonShape(e.left, e.right);
    int64_t constant = 0;
    const bool isEquality = e.op == Token::Equal || e.op == Token::NotEqual;
    if (isWord(shape) && smallConstant(e.right, constant) && (isEquality || !isWideUnsigned(shape))) {
        const Reg left = expr(e.left, true);
        e_.emit(setImmediate(e.op), dst, left, static_cast<uint16_t>(static_cast<int16_t>(constant)));
        return;
    }
    const Reg left = value(e.left, shape, !usesWindow(e.right));
    const Reg right = value(e.right, shape, true);
    compareRegs(e.op, shape, left, right, dst);
}

/// A boolean expression as a value.
void FunctionCompiler::conditionTo(const Expr* e, Reg dst) {
    const BinaryExpr* binary = asIf<BinaryExpr>(e);
    if (binary != nullptr && isComparison(binary->op)) {
        compareTo(*binary, dst);
        return;
    }
    // && and ||: the left value stands unless the right one decides.
    SLUICE_ASSERT(binary != nullptr);
    JumpLabel done;
    exprTo(binary->left, dst);
    e_.jumpIf(binary->op == Token::LogicalOr, dst, done);
    exprTo(binary->right, dst);
    e_.bind(done);
}

}  // namespace sluice
