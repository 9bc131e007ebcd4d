// for range over functions: the body becomes a closure that the iterator calls (Go spec "For statements with
// range clause"; cmd/compile/internal/rangefunc). Each loop has a state variable, so that an iterator that
// goes on after the loop has ended panics; a way out that leaves the body (return, labelled break …) is noted
// in the function's exit variable, and each body on the way returns false until the function that can take
// the exit is reached.
#include <algorithm>

#include "code/function_compiler.h"
#include "types/type_query.h"

namespace sluice {

Place FunctionCompiler::statePlace(const Var* var) {
    return variablePlace(var);
}

void FunctionCompiler::storeInt(const Var* var, int64_t value) {
    const TempScope temps(e_);
    const Reg reg = tempInt();
    e_.loadInt(reg, value);
    store(statePlace(var), reg);
}

/// In a range body: leaves by `exit`.
void FunctionCompiler::takeExit(const RangeExit& exit) {
    const std::vector<RangeExit>& codes = job_.node->function()->exits;
    const auto found = std::find(codes.begin(), codes.end(), exit);
    SLUICE_ASSERT(found != codes.end());
    storeInt(job_.node->function()->exitVar, found->code);
    storeInt(job_.node->stateVar, static_cast<int64_t>(RangeState::Done));
    e_.loadInt(0, 0);
    e_.emit(Op::Ret);
}

void FunctionCompiler::rangeFunc(const RangeStmt& stmt) {
    pendingLabel_ = Name{};
    const BodyNode& node = job_.analysis->node(&stmt);
    const Reg iterator = e_.temporary("p");
    exprTo(stmt.operand, iterator);
    declareZero(node.stateVar);
    const uint32_t function = closureFunction(node, true);
    e_.needWindow(kFrameLinkSlots + 1);
    closureTo(node, function, windowReg(0));
    e_.setPos(stmt.pos);
    e_.emit(Op::CallC, kWindow, iterator);
    // The body panicked and the iterator hid it.
    {
        const TempScope temps(e_);
        JumpLabel fine;
        const Reg state = loadAny(statePlace(node.stateVar));
        e_.jumpCompare(Op::JNeI, state, static_cast<uint32_t>(RangeState::Running), fine);
        e_.emit(Op::PanicRt, 0, 0, 0, static_cast<uint32_t>(RuntimePanic::RangeFuncMissedPanic));
        e_.bind(fine);
    }
    storeInt(node.stateVar, static_cast<int64_t>(RangeState::Exhausted));
    rangeExits(node, stmt);
}

/// After the iterator has returned: takes the exit that the body has noted, if any.
void FunctionCompiler::rangeExits(const BodyNode& node, const RangeStmt&) {
    if (node.exits.empty()) return;
    const TempScope temps(e_);
    const Var* exitVar = node.function()->exitVar;
    const Reg code = loadAny(statePlace(exitVar));
    JumpLabel none;
    e_.jumpCompare(Op::JEqI, code, 0, none);
    for (const RangeExit& exit : node.exits) {
        JumpLabel other;
        e_.jumpCompare(Op::JNeI, code, static_cast<uint32_t>(exit.code), other);
        const std::vector<RangeExit>& outer = job_.node->exits;
        if (job_.node->isRangeBody && std::find(outer.begin(), outer.end(), exit) != outer.end()) {
            takeExit(exit);
        } else {
            storeInt(exitVar, 0);
            if (exit.token == Token::Return) {
                emitReturn();
            } else if (exit.token == Token::Goto) {
                e_.jump(labels_[exit.label.id()]);
            } else {
                for (size_t i = targets_.size(); i-- > 0;) {
                    if (targets_[i].label != exit.label) continue;
                    e_.jump(exit.token == Token::Break ? *targets_[i].breakLabel
                                                       : *targets_[i].continueLabel);
                    break;
                }
            }
        }
        e_.bind(other);
    }
    e_.bind(none);
}

/// The body as a function: func(key, value) bool.
void FunctionCompiler::rangeBodyParameters(const RangeStmt& stmt) {
    const Signature* iterator = shapeOf(stmt.operand).underlying->as<Signature>();
    const Signature* yield = underAs<Signature>(iterator->params[0]->type);
    SLUICE_ASSERT(yield != nullptr);
    std::vector<const Shape*> shapes;
    std::vector<Reg> regs;
    resultKinds_ = "s";
    for (const Var* param : yield->params) {
        shapes.push_back(&shapes_.of(concrete(param->type)));
        regs.push_back(static_cast<Reg>(1 + paramKinds_.size()));
        paramKinds_ += shapes.back()->kinds;
    }
    e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
    e_.setPos(stmt.pos);
    enterScope();
    loadCaptures();
    const Var* stateVar = job_.node->stateVar;
    {
        const TempScope temps(e_);
        const Reg state = loadAny(statePlace(stateVar));
        JumpLabel ready;
        e_.jumpCompare(Op::JEqI, state, static_cast<uint32_t>(RangeState::Ready), ready);
        const std::pair<RangeState, RuntimePanic> misuses[] = {
            {RangeState::Running, RuntimePanic::RangeFuncBodyPanicked},
            {RangeState::Exhausted, RuntimePanic::RangeFuncAfterExit},
        };
        for (const auto& [when, panic] : misuses) {
            JumpLabel other;
            e_.jumpCompare(Op::JNeI, state, static_cast<uint32_t>(when), other);
            e_.emit(Op::PanicRt, 0, 0, 0, static_cast<uint32_t>(panic));
            e_.bind(other);
        }
        e_.emit(Op::PanicRt, 0, 0, 0, static_cast<uint32_t>(RuntimePanic::RangeFuncContinued));
        e_.bind(ready);
    }
    storeInt(stateVar, static_cast<int64_t>(RangeState::Running));
    const Expr* targets[] = {stmt.key, stmt.value};
    for (size_t i = 0; i < shapes.size() && i < 2; i++) {
        if (!wants(targets[i])) continue;
        if (stmt.op == Token::Define) {
            const Var* var = as<Ident>(unparen(targets[i]))->object->as<Var>();
            if (!needsCell(var, *shapes[i])) {
                declare(var, regs[i]);
            } else {
                initialise(var, declare(var), regs[i]);
            }
        } else {
            const TempScope temps(e_);
            assignValue(targets[i], false, *shapes[i], regs[i]);
        }
    }
    JumpLabel breakLabel;
    JumpLabel continueLabel;
    pendingLabel_ = job_.node->label;
    pushTarget(&stmt, &breakLabel, &continueLabel);
    block(stmt.body);
    targets_.pop_back();
    e_.bind(continueLabel);
    storeInt(stateVar, static_cast<int64_t>(RangeState::Ready));
    e_.loadInt(0, 1);
    e_.emit(Op::Ret);
    e_.bind(breakLabel);
    storeInt(stateVar, static_cast<int64_t>(RangeState::Done));
    e_.loadInt(0, 0);
    e_.emit(Op::Ret);
    leaveScope();
}

}  // namespace sluice
