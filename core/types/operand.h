#pragma once
// The result of checking an expression, before its type is final.
#include "syntax/ast.h"
#include "types/constant.h"
#include "types/object.h"
#include "types/type.h"

namespace sluice {

struct Operand {
    ExprMode mode = ExprMode::Invalid;
    Type* type = nullptr;
    const ConstValue* value = nullptr;  ///< for ExprMode::Constant
    Expr* expr = nullptr;               ///< for messages; null for operands without source
    BuiltinId builtin = BuiltinId::Append;
    std::string_view
        pseudoName;  ///< printed instead of expr when there is no expression ("true" of a tagless switch)

    bool invalid() const { return mode == ExprMode::Invalid; }
    bool isConstant() const { return mode == ExprMode::Constant; }
    bool isNil() const { return mode == ExprMode::Nil; }
    void invalidate() { mode = ExprMode::Invalid; }
    Pos pos() const { return expr == nullptr ? Pos{} : expr->pos; }
};

/// The expression as gc prints it in messages: function bodies and composite literals are shortened to {…}.
std::string exprString(const Expr* expr);
}  // namespace sluice
