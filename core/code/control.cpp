// if, for, labels and branches.
#include <algorithm>

#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {

void FunctionCompiler::pushTarget(const Node* stmt, JumpLabel* breakLabel, JumpLabel* continueLabel) {
    targets_.push_back({stmt, breakLabel, continueLabel, pendingLabel_});
    pendingLabel_ = Name{};
}

void FunctionCompiler::ifStmt(const IfStmt& stmt) {
    enterScope();
    if (stmt.init != nullptr) statement(stmt.init);
    e_.beginStatement(stmt.pos);
    const ConstValue* known = unparen(stmt.condition)->constant;
    if (known != nullptr) {
        // The branch never taken is not compiled, unless a label in it may be jumped to (then it is
        // reachable).
        const bool taken = known->boolValue();
        if (taken) {
            block(stmt.thenBlock);
        } else if (stmt.elseStmt != nullptr) {
            statement(stmt.elseStmt);
        }
        leaveScope();
        return;
    }
    JumpLabel otherwise;
    JumpLabel done;
    condition(stmt.condition, otherwise, false);
    block(stmt.thenBlock);
    if (stmt.elseStmt != nullptr) {
        e_.jump(done);
        e_.bind(otherwise);
        statement(stmt.elseStmt);
        e_.bind(done);
    } else {
        e_.bind(otherwise);
    }
    leaveScope();
}

void FunctionCompiler::forStmt(const ForStmt& stmt, const LabeledStmt*) {
    enterScope();
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    if (stmt.init != nullptr) statement(stmt.init);
    JumpLabel head;
    JumpLabel next;
    JumpLabel done;
    const ConstValue* known = stmt.condition == nullptr ? nullptr : unparen(stmt.condition)->constant;
    const bool endless = stmt.condition == nullptr || (known != nullptr && known->boolValue());
    e_.beginStatement(stmt.condition != nullptr ? stmt.condition->pos : stmt.pos);
    // The condition is tested once before the loop and then at its end: one jump for each round.
    loopDepth_++;
    if (!endless) condition(stmt.condition, done, false);
    e_.bind(head);
    pendingLabel_ = label;
    pushTarget(&stmt, &done, &next);
    block(stmt.body);
    targets_.pop_back();
    e_.bind(next);
    // Each round has variables of its own; closures and pointers of the last round keep theirs.
    for (const Var* var : scopes_.back().declared) {
        const Storage& storage = variables_[var];
        if (!storage.isCell || !var->isLoopVar) continue;
        const TempScope temps(e_);
        const Reg old = e_.temporary("p");
        e_.move(old, storage.reg, 1);
        newCell(var, storage);
        if (storage.shape->big) {
            e_.emit(Op::StoreBig, storage.reg, old, storage.shape->id);
        } else {
            const Reg value = temp(*storage.shape);
            load(memoryPlace(*storage.shape, old, false), value);
            store(memoryPlace(*storage.shape, storage.reg, false), value);
        }
    }
    if (stmt.post != nullptr) statement(stmt.post);
    e_.beginStatement(stmt.condition != nullptr ? stmt.condition->pos : stmt.pos);
    if (endless) {
        e_.jump(head);
    } else {
        condition(stmt.condition, head, true);
    }
    loopDepth_--;
    e_.bind(done);
    leaveScope();
}

void FunctionCompiler::labeledStmt(const LabeledStmt& stmt) {
    // Blank labels can be declared again and again; nothing can go to them.
    if (!stmt.label->name.isBlank()) e_.bind(labels_[stmt.label->name.id()], Emitter::LabelUse::Later);
    pendingLabel_ = stmt.label->name;
    statement(stmt.stmt);
    pendingLabel_ = Name{};
}

void FunctionCompiler::branchStmt(const BranchStmt& stmt) {
    e_.beginStatement(stmt.pos);
    if (stmt.token == Token::Fallthrough) {
        if (nextClause_ != nullptr) e_.jump(*nextClause_);
        return;
    }
    if (job_.node->isRangeBody && stmt.label != nullptr) {
        const RangeExit exit{stmt.token, stmt.label->name, 0};
        const std::vector<RangeExit>& exits = job_.node->exits;
        if (std::find(exits.begin(), exits.end(), exit) != exits.end()) {
            takeExit(exit);
            return;
        }
    }
    if (stmt.token == Token::Goto) {
        e_.jump(labels_[stmt.label->name.id()]);
        return;
    }
    for (size_t i = targets_.size(); i-- > 0;) {
        const Target& target = targets_[i];
        JumpLabel* label = stmt.token == Token::Break ? target.breakLabel : target.continueLabel;
        const bool matches = stmt.label != nullptr ? target.label == stmt.label->name : label != nullptr;
        if (!matches || label == nullptr) continue;
        e_.jump(*label);
        return;
    }
    error(stmt.pos, "internal compiler error: nothing to branch to");
}

}  // namespace sluice
