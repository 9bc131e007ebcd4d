// Expressions: the dispatcher and the kinds that need no file of their own.
#include "code/ast_walk.h"
#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {

// ---- questions

/// The code for `e` writes its destination by its last instruction that reads operands, so the destination
/// may be a register that `e` mentions, and may be in the window.
bool FunctionCompiler::writesOnce(const Expr* e) {
    e = unparen(e);
    if (e->constant != nullptr) return true;
    switch (e->kind) {
        case NodeKind::Ident: return true;
        case NodeKind::SelectorExpr: {
            const Selection* selection = as<SelectorExpr>(e)->selection;
            return selection == nullptr || selection->kind == SelectionKind::FieldValue;
        }
        case NodeKind::IndexExpr:
        case NodeKind::StarExpr:
        case NodeKind::SliceExpr: return true;
        case NodeKind::CallExpr: {
            const CallKind kind = as<CallExpr>(e)->callKind;
            if (kind == CallKind::Conversion) {
                return !shapeOf(e).isInterface() && writesOnce(as<CallExpr>(e)->arguments[0]);
            }
            return true;
        }
        case NodeKind::UnaryExpr: return as<UnaryExpr>(e)->op != Token::And && !usesWindow(e);
        case NodeKind::BinaryExpr:
            return as<BinaryExpr>(e)->op != Token::LogicalAnd && as<BinaryExpr>(e)->op != Token::LogicalOr;
        default: return false;
    }
}

bool FunctionCompiler::mentions(const Expr* e, const Var* var) const {
    return anyPart(e, [var](const Expr* part) {
        if (part->kind == NodeKind::FuncLit) return true;
        const Ident* ident = asIf<Ident>(part);
        return ident != nullptr && ident->object == var;
    });
}

Type* FunctionCompiler::coreOf(const Expr* e) {
    return shapeOf(e).underlying;
}

std::vector<Type*> FunctionCompiler::typeArguments(const Expr* e) {
    List<Type*> list{};
    if (const Ident* ident = asIf<Ident>(e)) list = ident->typeArguments;
    if (const SelectorExpr* selector = asIf<SelectorExpr>(e)) list = selector->typeArguments;
    if (const IndexExpr* index = asIf<IndexExpr>(e)) list = index->typeArguments;
    if (const CallExpr* call = asIf<CallExpr>(e)) list = call->typeArguments;
    std::vector<Type*> out;
    for (const Type* type : list) out.push_back(unit_.types().canonical(concrete(type)));
    return out;
}

// ---- values

Reg FunctionCompiler::expr(const Expr* e, bool transient) {
    e = unparen(e);
    for (const auto& [hoisted, reg] : hoisted_) {
        if (hoisted == e) return reg;
    }
    if (e->constant == nullptr) {
        switch (e->kind) {
            case NodeKind::Ident: {
                const Ident* ident = as<Ident>(e);
                if (ident->object == nullptr || ident->object->kind != ObjectKind::Var) break;
                const Place at = identPlace(*ident);
                if (at.kind == Place::Kind::Register) return at.reg;
                break;
            }
            case NodeKind::SelectorExpr: {
                const Selection* selection = as<SelectorExpr>(e)->selection;
                if (selection == nullptr || selection->kind != SelectionKind::FieldValue) break;
                return loadAny(selectorPlace(*as<SelectorExpr>(e)));
            }
            case NodeKind::IndexExpr: {
                if (!as<IndexExpr>(e)->typeArguments.empty()) break;
                return loadAny(indexPlace(*as<IndexExpr>(e)));
            }
            case NodeKind::CallExpr: {
                const CallKind kind = as<CallExpr>(e)->callKind;
                if (kind == CallKind::Function || kind == CallKind::Method)
                    return callAny(*as<CallExpr>(e), transient);
                if (const Reg same = withoutCode(*as<CallExpr>(e), transient); same != kNoReg) return same;
                break;
            }
            default: break;
        }
    }
    const Shape& shape = shapeOf(e);
    if (e->constant != nullptr && loopDepth_ > 0) {
        if (const Reg reg = loopConstant(e->constant, shape); reg != kNoReg) return reg;
    }
    const Reg reg = temp(shape);
    exprTo(e, reg);
    return reg;
}

/// Conversions that change nothing, and lengths that are in a register: the register, else kNoReg.
Reg FunctionCompiler::withoutCode(const CallExpr& call, bool transient) {
    if (call.arguments.size() != 1 || isTuple(call.arguments[0])) return kNoReg;
    const Expr* operand = call.arguments[0];
    if (operand->constant != nullptr || isNil(operand)) return kNoReg;
    if (call.callKind == CallKind::Conversion) {
        return numericFits(shapeOf(operand), shapeOf(&call)) ? expr(operand, transient) : kNoReg;
    }
    const Ident* name = asIf<Ident>(unparen(call.callee));
    if (name == nullptr || (name->name != "len" && name->name != "cap")) return kNoReg;
    const Shape& shape = shapeOf(operand);
    if (!shape.isString() && shape.kind != RKind::Slice) return kNoReg;
    return expr(operand, transient) + (name->name == "len" ? 1 : 2);
}

void FunctionCompiler::exprTo(const Expr* e, Reg dst) {
    e = unparen(e);
    for (const auto& [hoisted, reg] : hoisted_) {
        if (hoisted != e) continue;
        e_.move(dst, reg, shapeOf(e).slots);
        return;
    }
    if (e->constant != nullptr) {
        constantTo(e->constant, shapeOf(e), dst);
        return;
    }
    const TempScope temps(e_);
    switch (e->kind) {
        case NodeKind::Ident: {
            const Ident* ident = as<Ident>(e);
            if (e->mode == ExprMode::Nil) {
                zeroTo(shapeOf(e), dst);
            } else if (ident->object != nullptr && ident->object->kind == ObjectKind::Func) {
                functionValueTo(ident->object->as<Func>(), typeArguments(e), dst);
            } else {
                load(identPlace(*ident), dst);
            }
            return;
        }
        case NodeKind::FuncLit: literalTo(*as<FuncLit>(e), dst); return;
        case NodeKind::CompositeLit: compositeTo(*as<CompositeLit>(e), shapeOf(e), dst); return;
        case NodeKind::SelectorExpr: selectorTo(*as<SelectorExpr>(e), dst); return;
        case NodeKind::IndexExpr: indexTo(*as<IndexExpr>(e), dst); return;
        case NodeKind::SliceExpr: sliceExprTo(*as<SliceExpr>(e), dst); return;
        case NodeKind::TypeAssertExpr: assertTo(*as<TypeAssertExpr>(e), dst, kNoReg); return;
        case NodeKind::CallExpr: callTo(*as<CallExpr>(e), dst); return;
        case NodeKind::StarExpr: load(place(e), dst); return;
        case NodeKind::UnaryExpr: unaryTo(*as<UnaryExpr>(e), dst); return;
        case NodeKind::BinaryExpr: {
            const BinaryExpr& binary = *as<BinaryExpr>(e);
            switch (binary.op) {
                case Token::LogicalAnd:
                case Token::LogicalOr:
                case Token::Equal:
                case Token::NotEqual:
                case Token::Less:
                case Token::LessEqual:
                case Token::Greater:
                case Token::GreaterEqual: conditionTo(&binary, dst); return;
                default: binaryTo(binary, dst); return;
            }
        }
        default: error(e->pos, "internal compiler error: unexpected expression"); return;
    }
}

Reg FunctionCompiler::value(const Expr* e, const Shape& target, bool transient) {
    if (!isNil(e)) {
        const Shape& from = shapeOf(e);
        if (!target.isInterface() || from.isInterface()) {
            if (e->constant == nullptr) return expr(e, transient);
            if (loopDepth_ > 0) {
                if (const Reg reg = loopConstant(e->constant, target); reg != kNoReg) return reg;
            }
        }
    }
    const Reg reg = temp(target);
    valueTo(e, target, reg);
    return reg;
}

void FunctionCompiler::valueTo(const Expr* e, const Shape& target, Reg dst) {
    if (isNil(e)) {
        zeroTo(target, dst);
        return;
    }
    if (target.isInterface() && !shapeOf(e).isInterface()) {
        makeInterfaceFrom(e, dst);
        return;
    }
    if (e->constant != nullptr) {
        constantTo(e->constant, target.isInterface() ? shapeOf(e) : target, dst);
        return;
    }
    exprTo(e, dst);
}

void FunctionCompiler::exprStmt(const Expr* e) {
    e = unparen(e);
    const TempScope temps(e_);
    if (const CallExpr* call = asIf<CallExpr>(e)) {
        if (call->callKind == CallKind::Builtin) {
            builtinStmt(*call);
        } else if (call->callKind == CallKind::Function || call->callKind == CallKind::Method) {
            CallPlan plan;
            emitCall(*call, CallMode::Call, plan);
        } else {
            expr(e);
        }
        return;
    }
    if (const UnaryExpr* unary = asIf<UnaryExpr>(e); unary != nullptr && unary->op == Token::Arrow) {
        const Shape& element = elementOf(shapeOf(unary->operand));
        receiveTo(*unary, temp(element), kNoReg);
        return;
    }
    if (e->mode != ExprMode::TypeExpr) expr(e);
}

// ---- operators with one operand

void FunctionCompiler::unaryTo(const UnaryExpr& e, Reg dst) {
    const Shape& shape = shapeOf(&e);
    switch (e.op) {
        case Token::Add: exprTo(e.operand, dst); return;
        case Token::Sub:
            if (shape.isFloat()) {
                e_.emit(Op::FNeg, dst, expr(e.operand, true));
            } else {
                e_.emit(Op::Neg, dst, expr(e.operand, true));
                normalise(shape, dst);
            }
            return;
        case Token::Xor:
            e_.emit(Op::Not, dst, expr(e.operand, true));
            if (shape.isUnsigned()) normalise(shape, dst);
            return;
        case Token::Not: e_.emit(Op::NotB, dst, expr(e.operand, true)); return;
        case Token::And: addressTo(e, dst); return;
        case Token::Arrow: receiveTo(e, dst, kNoReg); return;
        default: error(e.pos, "internal compiler error: unexpected operator"); return;
    }
}

void FunctionCompiler::receiveTo(const UnaryExpr& e, Reg dst, Reg ok) {
    const Shape& element = elementOf(shapeOf(e.operand));
    const Reg channel = expr(e.operand, true);
    e_.setPos(e.pos);
    if (ok == kNoReg) {
        e_.emit(Op::Recv, dst, channel, 0, element.slots);
    } else {
        e_.emit(Op::Recv2, dst, channel, ok, element.slots);
    }
}

void FunctionCompiler::addressTo(const UnaryExpr& e, Reg dst) {
    const Expr* operand = unparen(e.operand);
    if (const CompositeLit* lit = asIf<CompositeLit>(operand)) {
        const Shape& shape = shapeOf(operand);
        const uint32_t site = siteFor(e.pos, shape);
        e_.emit(Op::New, dst);
        e_.ext(shape.id, site & 0xFFFF, site >> 16);
        compositeInto(*lit, shape, memoryPlace(shape, dst, false));
        return;
    }
    const Place at = place(operand);
    e_.move(dst, address(at), 1);
}

// ---- slicing

void FunctionCompiler::sliceExprTo(const SliceExpr& e, Reg dst) {
    const Shape& shape = shapeOf(e.operand);
    Reg operand;
    if (shape.kind == RKind::Array) {
        operand = address(place(e.operand));
    } else {
        operand = expr(e.operand);
    }
    uint32_t flags = 0;
    const auto bound = [&](const Expr* part, uint32_t flag) -> Reg {
        if (part == nullptr) return operand;
        flags |= flag;
        // The texts of panics show what is beyond the largest int as it is, not as negative number.
        if (shapeOf(part).isUnsigned() && shapeOf(part).bits() == 64) flags |= flag << 3;
        return expr(part);
    };
    const Reg low = bound(e.low, 1);
    const Reg high = bound(e.high, 2);
    const Reg max = bound(e.max, 4);
    if (shape.isString()) {
        e_.emit(Op::SliceStr, dst, operand, low, flags);
        e_.ext(high, 0, 0);
        return;
    }
    const bool isArray = shape.kind == RKind::Array || shape.kind == RKind::Pointer;
    const Shape& type = shape.kind == RKind::Pointer ? elementOf(shape) : shape;
    e_.emit(isArray ? Op::SliceArray : Op::SliceSlice, dst, operand, low, flags);
    e_.ext(high, max, type.id);
}

// ---- functions and selectors as values

void FunctionCompiler::functionValueTo(Func* func, const std::vector<Type*>& targs, Reg dst) {
    e_.emitWide(Op::LoadFn, dst, static_cast<int32_t>(unit_.functionFor(func, targs)));
}

void FunctionCompiler::selectorTo(const SelectorExpr& e, Reg dst) {
    if (e.selection == nullptr) {
        Object* object = e.selector->object;
        if (object->kind == ObjectKind::Func) {
            functionValueTo(object->as<Func>(), typeArguments(&e), dst);
        } else {
            load(variablePlace(object->as<Var>()), dst);
        }
        return;
    }
    switch (e.selection->kind) {
        case SelectionKind::FieldValue: load(selectorPlace(e), dst); return;
        case SelectionKind::MethodValue: methodValueTo(e, dst); return;
        case SelectionKind::MethodExpr: {
            Func* method = nullptr;
            std::vector<int> path;
            Type* receiver = nullptr;
            if (lookupMethod(e, method, path, receiver)) {
                e_.emitWide(Op::LoadFn, dst, static_cast<int32_t>(unit_.methodExpr(receiver, method, path)));
            }
            return;
        }
    }
}

void FunctionCompiler::indexTo(const IndexExpr& e, Reg dst) {
    if (e.typeArguments.empty()) {
        load(indexPlace(e), dst);
        return;
    }
    const Expr* operand = unparen(e.operand);
    Object* object = nullptr;
    if (const Ident* ident = asIf<Ident>(operand)) object = ident->object;
    if (const SelectorExpr* selector = asIf<SelectorExpr>(operand)) object = selector->selector->object;
    SLUICE_ASSERT(object != nullptr && object->kind == ObjectKind::Func);
    functionValueTo(object->as<Func>(), typeArguments(&e), dst);
}

}  // namespace sluice
