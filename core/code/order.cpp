// The order of evaluation inside a statement.
//
// Go orders calls, receives and logical operators; gc evaluates these first, left to right, and the plain
// operands (variables, elements, fields) after them. Programs can see this, so we do the same: where a memory
// read stands before a call, the calls are evaluated ahead into temporaries.
#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {
namespace {

/// Calls `visit` for the direct parts of `e` in source order.
template <class Visit>
void forParts(const Expr* e, const Visit& visit) {
    const auto all = [&](const List<Expr*>& list) {
        for (const Expr* one : list) visit(one);
    };
    switch (e->kind) {
        case NodeKind::CompositeLit: all(as<CompositeLit>(e)->elements); break;
        case NodeKind::KeyValueExpr:
            visit(as<KeyValueExpr>(e)->key);
            visit(as<KeyValueExpr>(e)->value);
            break;
        case NodeKind::ParenExpr: visit(as<ParenExpr>(e)->inner); break;
        case NodeKind::SelectorExpr: visit(as<SelectorExpr>(e)->operand); break;
        case NodeKind::IndexExpr:
            visit(as<IndexExpr>(e)->operand);
            all(as<IndexExpr>(e)->indices);
            break;
        case NodeKind::SliceExpr: {
            const SliceExpr* slice = as<SliceExpr>(e);
            for (const Expr* part : {slice->operand, slice->low, slice->high, slice->max}) {
                if (part != nullptr) visit(part);
            }
            break;
        }
        case NodeKind::TypeAssertExpr: visit(as<TypeAssertExpr>(e)->operand); break;
        case NodeKind::CallExpr: all(as<CallExpr>(e)->arguments); break;  // conversions and builtins
        case NodeKind::StarExpr: visit(as<StarExpr>(e)->operand); break;
        case NodeKind::UnaryExpr: visit(as<UnaryExpr>(e)->operand); break;
        case NodeKind::BinaryExpr:
            visit(as<BinaryExpr>(e)->left);
            visit(as<BinaryExpr>(e)->right);
            break;
        default: break;
    }
}

bool isLogical(const Expr* e) {
    const BinaryExpr* binary = asIf<BinaryExpr>(e);
    return binary != nullptr && (binary->op == Token::LogicalAnd || binary->op == Token::LogicalOr);
}

}  // namespace

bool FunctionCompiler::isTuple(const Expr* e) {
    return e != nullptr && e->type != nullptr && isA<CallExpr>(unparen(e)) &&
           e->type->kind() == TypeKind::Tuple && e->type->as<Tuple>()->vars.size() != 1;
}

bool FunctionCompiler::isHoisted(const Expr* e) const {
    for (const auto& [hoisted, reg] : hoisted_) {
        if (hoisted == e) return true;
    }
    return false;
}

/// Calls (and what may run other goroutines in between): they use the call window and come before other
/// operands.
bool FunctionCompiler::usesWindow(const Expr* e) const {
    if (e == nullptr || e->constant != nullptr || e->mode == ExprMode::TypeExpr || isHoisted(e)) return false;
    if (const CallExpr* call = asIf<CallExpr>(e)) {
        if (call->callKind == CallKind::Function || call->callKind == CallKind::Method) return true;
    }
    if (const UnaryExpr* unary = asIf<UnaryExpr>(e); unary != nullptr && unary->op == Token::Arrow)
        return true;
    bool any = false;
    forParts(e, [&](const Expr* part) { any = any || usesWindow(part); });
    return any;
}

/// What gc evaluates ahead: calls, receives, logical operators with calls inside, lengths that can change.
bool FunctionCompiler::comesFirst(const Expr* e) {
    if (const CallExpr* call = asIf<CallExpr>(e)) {
        if (call->callKind == CallKind::Function || call->callKind == CallKind::Method) return true;
        if (call->callKind != CallKind::Builtin || call->arguments.size() != 1) return false;
        const Ident* name = asIf<Ident>(unparen(call->callee));
        if (name == nullptr || (name->name != "len" && name->name != "cap")) return false;
        const RKind kind = shapeOf(call->arguments[0]).kind;
        return kind == RKind::Map || kind == RKind::Chan;
    }
    if (const UnaryExpr* unary = asIf<UnaryExpr>(e)) return unary->op == Token::Arrow;
    return isLogical(e) && usesWindow(e);
}

/// A read that a call may change the result of.
bool FunctionCompiler::readsMemory(const Expr* e) {
    switch (e->kind) {
        case NodeKind::Ident: {
            const Ident* ident = as<Ident>(e);
            if (ident->object == nullptr || ident->object->kind != ObjectKind::Var) return false;
            const Var* var = static_cast<const Var*>(ident->object);
            if (var->isGlobal) return true;
            auto found = variables_.find(var);
            return found != variables_.end() && found->second.isCell;
        }
        case NodeKind::SelectorExpr: {
            const SelectorExpr* selector = as<SelectorExpr>(e);
            if (selector->selection == nullptr) {
                return selector->selector->object != nullptr &&
                       selector->selector->object->kind == ObjectKind::Var;
            }
            return selector->selection->indirect;
        }
        case NodeKind::IndexExpr:
            return as<IndexExpr>(e)->typeArguments.empty() && !shapeOf(as<IndexExpr>(e)->operand).isString();
        case NodeKind::StarExpr: return true;
        default: return false;
    }
}

void FunctionCompiler::scanOrder(const Expr* e, bool& readSeen, bool& mustHoist) {
    if (e == nullptr || mustHoist || e->constant != nullptr || e->mode == ExprMode::TypeExpr || isHoisted(e))
        return;
    if (comesFirst(e)) {
        mustHoist = readSeen;
        // A length is not a call: only being evaluated ahead keeps it in front of the calls after it.
        if (!usesWindow(e)) readSeen = true;
        return;
    }
    forParts(e, [&](const Expr* part) { scanOrder(part, readSeen, mustHoist); });
    if (readsMemory(e)) readSeen = true;
}

void FunctionCompiler::hoist(const Expr* e) {
    if (e == nullptr || e->constant != nullptr || e->mode == ExprMode::TypeExpr || isHoisted(e)) return;
    if (!comesFirst(e)) {
        forParts(e, [&](const Expr* part) { hoist(part); });
        return;
    }
    // A call with several results is evaluated by the statement that wants them, before its other operands.
    if (isTuple(e)) return;
    const Shape& shape = shapeOf(e);
    const Reg reg = temp(shape);
    exprTo(e, reg);
    hoisted_.push_back({e, reg});
}

/// Evaluates the calls in `list` ahead if a plain operand stands before one of them.
void FunctionCompiler::orderCalls(std::initializer_list<const Expr*> list) {
    bool readSeen = false;
    bool mustHoist = false;
    for (const Expr* e : list) scanOrder(e, readSeen, mustHoist);
    if (!mustHoist) return;
    for (const Expr* e : list) hoist(e);
}

void FunctionCompiler::orderCalls(const List<Expr*>& first, const List<Expr*>& second) {
    bool readSeen = false;
    bool mustHoist = false;
    for (const Expr* e : first) scanOrder(e, readSeen, mustHoist);
    for (const Expr* e : second) scanOrder(e, readSeen, mustHoist);
    if (!mustHoist) return;
    for (const Expr* e : first) hoist(e);
    for (const Expr* e : second) hoist(e);
}

}  // namespace sluice
