// select.
#include "code/function_compiler.h"

namespace sluice {
namespace {

/// The receive of a communication clause, or null for a send.
const UnaryExpr* receiveOf(const Stmt* comm) {
    if (const ExprStmt* stmt = asIf<ExprStmt>(comm)) return asIf<UnaryExpr>(unparen(stmt->expr));
    if (const AssignStmt* stmt = asIf<AssignStmt>(comm)) return asIf<UnaryExpr>(unparen(stmt->right[0]));
    return nullptr;
}

}  // namespace

void FunctionCompiler::selectStmt(const SelectStmt& stmt) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    e_.beginStatement(stmt.pos);
    const TempScope temps(e_);
    SelectTable table;
    std::vector<const Shape*> shapes(stmt.clauses.size(), nullptr);
    std::vector<int> numbers(stmt.clauses.size(), -1);
    // Channels and values to send are evaluated once, in source order.
    for (size_t i = 0; i < stmt.clauses.size(); i++) {
        const Stmt* comm = stmt.clauses[i]->comm;
        if (comm == nullptr) {
            table.hasDefault = true;
            continue;
        }
        SelectCase one;
        one.pos = comm->pos;
        const UnaryExpr* receive = receiveOf(comm);
        const SendStmt* send = asIf<SendStmt>(comm);
        const Expr* channel = receive != nullptr ? receive->operand : send->channel;
        const Shape& element = elementOf(shapeOf(channel));
        shapes[i] = &element;
        e_.setPos(comm->pos);
        const Reg from = expr(channel);
        one.channel = e_.temporary("p");
        e_.move(one.channel, from, 1);
        one.slots = element.slots;
        one.value = temp(element);
        if (receive == nullptr) {
            one.isSend = true;
            valueTo(send->value, element, one.value);
        } else if (const AssignStmt* assign = asIf<AssignStmt>(comm);
                   assign != nullptr && assign->left.size() > 1) {
            one.ok = tempInt();
        }
        numbers[i] = static_cast<int>(table.cases.size());
        table.cases.push_back(one);
    }
    const Reg chosen = tempInt();
    e_.setPos(stmt.pos);
    const uint32_t number = static_cast<uint32_t>(e_.selects().size());
    e_.selects().push_back(table);
    e_.emitWide(Op::Select, chosen, static_cast<int32_t>(number));
    if (stmt.clauses.empty()) {
        e_.setUnreachable();
        return;
    }
    JumpLabel done;
    pendingLabel_ = label;
    pushTarget(&stmt, &done, nullptr);
    for (size_t i = 0; i < stmt.clauses.size(); i++) {
        const CommClause& clause = *stmt.clauses[i];
        JumpLabel next;
        if (i + 1 < stmt.clauses.size()) {
            e_.jumpCompare(Op::JNeI, chosen, static_cast<uint16_t>(static_cast<int16_t>(numbers[i])), next);
        }
        enterScope();
        if (const AssignStmt* assign = asIf<AssignStmt>(clause.comm)) {
            const SelectCase& one = table.cases[static_cast<size_t>(numbers[i])];
            const TempScope inner(e_);
            e_.beginStatement(clause.comm->pos);
            assignValue(assign->left[0], assign->op == Token::Define, *shapes[i], one.value);
            if (assign->left.size() > 1) {
                assignValue(assign->left[1], assign->op == Token::Define, basic(BasicKind::Bool), one.ok);
            }
        }
        statements(clause.body);
        leaveScope();
        e_.jump(done);
        e_.bind(next);
    }
    targets_.pop_back();
    e_.bind(done);
}

}  // namespace sluice
