// switch in its two forms.
#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {

void FunctionCompiler::caseJump(const Shape& shape, Reg tag, const Expr* e, JumpLabel& target) {
    const TempScope temps(e_);
    e_.setPos(e->pos);
    if (isNil(e)) {
        e_.jumpCompare(Op::JEqI, tag, 0, target);
        return;
    }
    int64_t constant = 0;
    if ((shape.isInteger() || shape.kind == RKind::Bool) && smallConstant(e, constant)) {
        e_.jumpCompare(Op::JEqI, tag, static_cast<uint16_t>(static_cast<int16_t>(constant)), target);
        return;
    }
    const Shape& other = shapeOf(e);
    if (other.isInterface() && !shape.isInterface()) {
        const Reg iface = temp(other);
        makeInterface(shape, tag, iface);
        jumpEqual(other, iface, expr(e, true), target, true);
        return;
    }
    jumpEqual(shape, tag, value(e, shape, true), target, true);
}

/// Variable of `switch x := y.(type)` in one clause.
void FunctionCompiler::implicitVariable(const CaseClause& clause, const Shape& from, Reg iface) {
    if (clause.implicitObject == nullptr || clause.implicitObject->kind != ObjectKind::Var) return;
    const Var* var = clause.implicitObject->as<Var>();
    const Storage storage = declare(var);
    const TempScope temps(e_);
    const Shape& shape = *storage.shape;
    if (shape.isInterface() || from.kind != RKind::Interface) {
        initialise(var, storage, iface);
        return;
    }
    const Reg value = storage.isCell ? temp(shape) : storage.reg;
    unpackInterface(shape, iface, value);
    initialise(var, storage, value);
}

/// The bodies of all clauses, with `labels` in front of them.
void FunctionCompiler::clauses(const List<CaseClause*>& list, std::vector<JumpLabel>& labels, JumpLabel& done,
                               const Shape* from, Reg iface) {
    JumpLabel* const savedNext = nextClause_;
    for (size_t i = 0; i < list.size(); i++) {
        const CaseClause& clause = *list[i];
        e_.bind(labels[i]);
        nextClause_ = i + 1 < list.size() ? &labels[i + 1] : nullptr;
        enterScope();
        if (from != nullptr) implicitVariable(clause, *from, iface);
        statements(clause.body);
        leaveScope();
        e_.jump(done);
    }
    nextClause_ = savedNext;
}

void FunctionCompiler::switchStmt(const SwitchStmt& stmt) {
    enterScope();
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    if (stmt.init != nullptr) statement(stmt.init);
    e_.beginStatement(stmt.pos);
    const TempScope temps(e_);
    JumpLabel done;
    std::vector<JumpLabel> labels(stmt.clauses.size());
    size_t defaultClause = stmt.clauses.size();
    Reg tag = kNoReg;
    const Shape* shape = nullptr;
    if (stmt.tag != nullptr) {
        shape = &shapeOf(stmt.tag);
        tag = expr(stmt.tag);
        const Var* var = rootVariable(stmt.tag);
        if (var != nullptr && !var->isGlobal && job_.analysis->facts(var).assigned) {
            const Reg copy = temp(*shape);
            e_.move(copy, tag, shape->slots);
            tag = copy;
        }
    }
    for (size_t i = 0; i < stmt.clauses.size(); i++) {
        const CaseClause& clause = *stmt.clauses[i];
        if (clause.isDefault) defaultClause = i;
        for (const Expr* e : clause.values) {
            if (stmt.tag == nullptr) {
                e_.setPos(e->pos);
                condition(e, labels[i], true);
            } else {
                caseJump(*shape, tag, e, labels[i]);
            }
        }
    }
    e_.jump(defaultClause < labels.size() ? labels[defaultClause] : done);
    pendingLabel_ = label;
    pushTarget(&stmt, &done, nullptr);
    clauses(stmt.clauses, labels, done, nullptr, kNoReg);
    targets_.pop_back();
    e_.bind(done);
    leaveScope();
}

void FunctionCompiler::typeCase(Reg iface, const Expr* type, JumpLabel& target) {
    if (type->mode == ExprMode::Nil || isNil(type)) {
        e_.jumpCompare(Op::JEqI, iface, 0, target);
        return;
    }
    const Shape& shape = shapeOf(type);
    if (!shape.isInterface()) {
        e_.jumpCompare(Op::JType, iface, shape.id, target);
        return;
    }
    const TempScope temps(e_);
    const Reg implements = tempInt();
    e_.emit(Op::Implements, implements, iface, shape.id);
    e_.jumpIf(true, implements, target);
}

void FunctionCompiler::typeSwitchStmt(const TypeSwitchStmt& stmt) {
    enterScope();
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    if (stmt.init != nullptr) statement(stmt.init);
    e_.beginStatement(stmt.pos);
    const TempScope temps(e_);
    const Shape& from = shapeOf(stmt.operand);
    // A copy: the variable may change in a clause before another clause's variable is made (it is not, but
    // loops share it).
    const Reg iface = temp(from);
    exprTo(stmt.operand, iface);
    JumpLabel done;
    std::vector<JumpLabel> labels(stmt.clauses.size());
    size_t defaultClause = stmt.clauses.size();
    for (size_t i = 0; i < stmt.clauses.size(); i++) {
        const CaseClause& clause = *stmt.clauses[i];
        if (clause.isDefault) defaultClause = i;
        for (const Expr* type : clause.values) typeCase(iface, type, labels[i]);
    }
    e_.jump(defaultClause < labels.size() ? labels[defaultClause] : done);
    pendingLabel_ = label;
    pushTarget(&stmt, &done, nullptr);
    clauses(stmt.clauses, labels, done, &from, iface);
    targets_.pop_back();
    e_.bind(done);
    leaveScope();
}

}  // namespace sluice
