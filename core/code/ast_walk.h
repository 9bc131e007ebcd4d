#pragma once
// A search through an expression's parts, in source order, not into function literals.

#include "syntax/ast.h"

namespace sluice {

/// True when `test` holds for `e` or one of its parts. `test` is asked before the parts are looked at.
template <class Test>
bool anyPart(const Expr* e, const Test& test) {
    if (e == nullptr) return false;
    if (test(e)) return true;
    const auto any = [&](const List<Expr*>& list) {
        for (const Expr* one : list) {
            if (anyPart(one, test)) return true;
        }
        return false;
    };
    switch (e->kind) {
        case NodeKind::CompositeLit: return any(as<CompositeLit>(e)->elements);
        case NodeKind::KeyValueExpr:
            return anyPart(as<KeyValueExpr>(e)->key, test) || anyPart(as<KeyValueExpr>(e)->value, test);
        case NodeKind::ParenExpr: return anyPart(as<ParenExpr>(e)->inner, test);
        case NodeKind::SelectorExpr: return anyPart(as<SelectorExpr>(e)->operand, test);
        case NodeKind::IndexExpr:
            return anyPart(as<IndexExpr>(e)->operand, test) || any(as<IndexExpr>(e)->indices);
        case NodeKind::SliceExpr: {
            const SliceExpr* slice = as<SliceExpr>(e);
            return anyPart(slice->operand, test) || anyPart(slice->low, test) || anyPart(slice->high, test) ||
                   anyPart(slice->max, test);
        }
        case NodeKind::TypeAssertExpr: return anyPart(as<TypeAssertExpr>(e)->operand, test);
        case NodeKind::CallExpr:
            return anyPart(as<CallExpr>(e)->callee, test) || any(as<CallExpr>(e)->arguments);
        case NodeKind::StarExpr: return anyPart(as<StarExpr>(e)->operand, test);
        case NodeKind::UnaryExpr: return anyPart(as<UnaryExpr>(e)->operand, test);
        case NodeKind::BinaryExpr:
            return anyPart(as<BinaryExpr>(e)->left, test) || anyPart(as<BinaryExpr>(e)->right, test);
        default: return false;
    }
}

}  // namespace sluice
