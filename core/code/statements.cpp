// Statements without control flow of their own, go, defer and return.
#include <algorithm>

#include "code/function_compiler.h"
#include "types/type_query.h"

namespace sluice {

void FunctionCompiler::block(const BlockStmt* stmt) {
    if (stmt == nullptr) return;
    enterScope();
    statements(stmt->stmts);
    leaveScope();
}

void FunctionCompiler::statements(const List<Stmt*>& list) {
    for (const Stmt* one : list) {
        if (unit_.failed()) return;
        statement(one);
    }
}

void FunctionCompiler::statement(const Stmt* s) {
    if (s == nullptr) return;
    const TempScope temps(e_);
    switch (s->kind) {
        case NodeKind::DeclStmt: declStmt(*as<DeclStmt>(s)); break;
        case NodeKind::EmptyStmt: break;
        case NodeKind::LabeledStmt: labeledStmt(*as<LabeledStmt>(s)); break;
        case NodeKind::ExprStmt:
            e_.beginStatement(s->pos);
            exprStmt(as<ExprStmt>(s)->expr);
            break;
        case NodeKind::SendStmt: sendStmt(*as<SendStmt>(s)); break;
        case NodeKind::IncDecStmt: incDec(*as<IncDecStmt>(s)); break;
        case NodeKind::AssignStmt: assignStmt(*as<AssignStmt>(s)); break;
        case NodeKind::GoStmt: goStmt(*as<GoStmt>(s)); break;
        case NodeKind::DeferStmt: deferStmt(*as<DeferStmt>(s)); break;
        case NodeKind::ReturnStmt: returnStmt(*as<ReturnStmt>(s)); break;
        case NodeKind::BranchStmt: branchStmt(*as<BranchStmt>(s)); break;
        case NodeKind::BlockStmt: block(as<BlockStmt>(s)); break;
        case NodeKind::IfStmt: ifStmt(*as<IfStmt>(s)); break;
        case NodeKind::SwitchStmt: switchStmt(*as<SwitchStmt>(s)); break;
        case NodeKind::TypeSwitchStmt: typeSwitchStmt(*as<TypeSwitchStmt>(s)); break;
        case NodeKind::SelectStmt: selectStmt(*as<SelectStmt>(s)); break;
        case NodeKind::ForStmt: forStmt(*as<ForStmt>(s), nullptr); break;
        case NodeKind::RangeStmt: rangeStmt(*as<RangeStmt>(s)); break;
        default: error(s->pos, "internal compiler error: unexpected statement"); break;
    }
}

void FunctionCompiler::sendStmt(const SendStmt& stmt) {
    e_.beginStatement(stmt.pos);
    const Shape& element = elementOf(shapeOf(stmt.channel));
    const HoistScope hoists(*this);
    orderCalls({stmt.channel, stmt.value});
    const Reg channel = expr(stmt.channel);
    const Reg sent = value(stmt.value, element, true);
    e_.setPos(stmt.pos);
    e_.emit(Op::Send, channel, sent, 0, element.slots);
}

// ---- go and defer

namespace {

/// "worker" for worker(…), "p.run" for p.run(…), "func" for literals.
std::string calleeName(const Expr* callee) {
    callee = unparen(callee);
    if (const Ident* ident = asIf<Ident>(callee)) return std::string(ident->name.text());
    if (const IndexExpr* index = asIf<IndexExpr>(callee)) return calleeName(index->operand);
    if (const SelectorExpr* selector = asIf<SelectorExpr>(callee)) {
        return calleeName(selector->operand) + "." + std::string(selector->selector->name.text());
    }
    return "";
}

}  // namespace

void FunctionCompiler::goStmt(const GoStmt& stmt) {
    e_.beginStatement(stmt.pos);
    const CallExpr* call = asIf<CallExpr>(unparen(stmt.call));
    if (call == nullptr) return;
    siteName_ = stmt.givenName ? std::string(stmt.givenName.text()) : calleeName(call->callee);
    goOrDefer(call, CallMode::Go);
    siteName_.clear();
}

void FunctionCompiler::deferStmt(const DeferStmt& stmt) {
    e_.beginStatement(stmt.pos);
    goOrDefer(unparen(stmt.call), CallMode::Defer);
}

void FunctionCompiler::goOrDefer(const Expr* e, CallMode mode) {
    const CallExpr* call = asIf<CallExpr>(e);
    if (call == nullptr) return;
    if (call->callKind == CallKind::Function || call->callKind == CallKind::Method) {
        CallPlan plan;
        emitCall(*call, mode, plan);
        return;
    }
    if (call->callKind == CallKind::Conversion) {
        expr(call);
        return;
    }
    // A builtin: a function of its own with the arguments as parameters.
    CallPlan plan;
    plan.kind = CallPlan::Kind::Function;
    plan.target = unit_.builtinFunction(call, job_.env, job_.package);
    std::vector<Reg> regs;
    for (const Expr* argument : call->arguments) {
        if (argument->constant != nullptr || isNil(argument)) continue;
        plan.params.push_back(&shapeOf(argument));
        plan.paramSlots += plan.params.back()->slots;
        regs.push_back(expr(argument));
    }
    uint32_t slot = 0;
    for (size_t i = 0; i < regs.size(); i++) {
        e_.move(windowReg(slot), regs[i], plan.params[i]->slots);
        slot += plan.params[i]->slots;
    }
    finishCall(plan, mode, e->pos, nullptr);
}

// ---- return

void FunctionCompiler::storeResults(const ReturnStmt& stmt) {
    const std::vector<const Var*>& results = job_.node->function()->results;
    const TempScope temps(e_);
    std::vector<Place> targets;
    for (const Var* result : results) targets.push_back(variablePlace(result));
    if (stmt.results.size() == 1 && results.size() != 1) {
        std::vector<Reg> regs;
        std::vector<const Shape*> shapes;
        multiValue(stmt.results[0], regs, shapes);
        for (size_t i = 0; i < results.size(); i++) {
            Reg from = regs[i];
            if (targets[i].shape->isInterface() && !shapes[i]->isInterface()) {
                from = temp(*targets[i].shape);
                makeInterface(*shapes[i], regs[i], from);
            }
            store(targets[i], from);
        }
        return;
    }
    const bool mustBeWhole = job_.node->function()->hasDefer;
    const auto isPlain = [&](size_t i) {
        const Expr* e = stmt.results[i];
        if (targets[i].kind != Place::Kind::Register) return false;
        if (results.size() == 1 && writesOnce(e)) return true;
        return !mustBeWhole && (!results[i]->name || results[i]->name.isBlank());
    };
    // Results without names are seen by nobody until the end; named ones keep their values while operands are
    // evaluated.
    std::vector<Reg> values(results.size(), kNoReg);
    for (size_t i = 0; i < results.size(); i++) {
        const Expr* e = stmt.results[i];
        if (isPlain(i)) {
            valueTo(e, *targets[i].shape, targets[i].reg);
        } else if (results.size() == 1) {
            if (targets[i].kind == Place::Kind::Register) {
                values[i] = value(e, *targets[i].shape);
            } else {
                storeExpr(targets[i], e);
            }
        } else {
            values[i] = value(e, *targets[i].shape);
            const Var* root = rootVariable(e);
            if (root != nullptr && root->isResult) {
                const Reg copy = temp(*targets[i].shape);
                e_.move(copy, values[i], targets[i].shape->slots);
                values[i] = copy;
            }
        }
    }
    for (size_t i = 0; i < results.size(); i++) {
        if (values[i] != kNoReg) store(targets[i], values[i]);
    }
}

void FunctionCompiler::returnStmt(const ReturnStmt& stmt) {
    e_.beginStatement(stmt.pos);
    if (!stmt.results.empty()) {
        const HoistScope hoists(*this);
        const TempScope temps(e_);
        orderCalls(stmt.results, {});
        storeResults(stmt);
    }
    if (job_.node->isRangeBody) {
        takeExit({Token::Return, Name{}, 0});
        return;
    }
    emitReturn();
}

}  // namespace sluice
