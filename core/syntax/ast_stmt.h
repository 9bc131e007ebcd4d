#pragma once
// Statements of the syntax tree; include "syntax/ast.h".

#include "syntax/ast.h"

namespace sluice {

struct BadStmt : NodeOf<Stmt, NodeKind::BadStmt> {};

/// A const, var or type declaration inside a function.
struct DeclStmt : NodeOf<Stmt, NodeKind::DeclStmt> {
    Decl* decl = nullptr;  ///< a GenDecl
};

/// A lone semicolon, or what follows a label at the end of a block.
struct EmptyStmt : NodeOf<Stmt, NodeKind::EmptyStmt> {};

struct LabeledStmt : NodeOf<Stmt, NodeKind::LabeledStmt> {
    Ident* label = nullptr;
    Stmt* stmt = nullptr;
    Pos colonPos;
};

struct ExprStmt : NodeOf<Stmt, NodeKind::ExprStmt> {
    Expr* expr = nullptr;
};

/// `channel <- value`
struct SendStmt : NodeOf<Stmt, NodeKind::SendStmt> {
    Expr* channel = nullptr;
    Pos arrowPos;
    Expr* value = nullptr;
};

/// `operand++` or `operand--`; op is Inc or Dec.
struct IncDecStmt : NodeOf<Stmt, NodeKind::IncDecStmt> {
    Expr* operand = nullptr;
    Token op = Token::Inc;
    Pos opPos;
};

/// `left = right`, `left := right` and `left op= right`; op is Assign, Define or AddAssign … AndNotAssign.
struct AssignStmt : NodeOf<Stmt, NodeKind::AssignStmt> {
    List<Expr*> left{};
    Token op = Token::Assign;
    Pos opPos;
    List<Expr*> right{};
};

/// `go call`; `call` is whatever expression stood there (without parentheses): the checker reports non-calls.
struct GoStmt : NodeOf<Stmt, NodeKind::GoStmt> {
    Expr* call = nullptr;
    Name givenName{};  ///< from a //sluice:name line, otherwise empty
};

struct DeferStmt : NodeOf<Stmt, NodeKind::DeferStmt> {
    Expr* call = nullptr;
    FunctionInfo* info = nullptr;
};

struct ReturnStmt : NodeOf<Stmt, NodeKind::ReturnStmt> {
    List<Expr*> results{};
};

/// break, continue, goto, fallthrough. `target` is resolved by the parser (branches.cpp): the statement that
/// is left, continued or jumped to (LabeledStmt for goto; ForStmt, RangeStmt, SwitchStmt, TypeSwitchStmt or
/// SelectStmt for break and continue); null for fallthrough and after an error.
struct BranchStmt : NodeOf<Stmt, NodeKind::BranchStmt> {
    Token token = Token::Break;
    Ident* label = nullptr;
    Stmt* target = nullptr;
};

struct BlockStmt : NodeOf<Stmt, NodeKind::BlockStmt> {
    Pos leftBrace;
    List<Stmt*> stmts{};
    Pos rightBrace;
    Scope* scope = nullptr;
};

struct IfStmt : NodeOf<Stmt, NodeKind::IfStmt> {
    Stmt* init = nullptr;
    Expr* condition = nullptr;
    BlockStmt* thenBlock = nullptr;
    Stmt* elseStmt = nullptr;  ///< IfStmt, BlockStmt or null
    Scope* scope = nullptr;    ///< of init
};

/// `case values:` or `default:` of a switch or type switch.
struct CaseClause : NodeOf<Stmt, NodeKind::CaseClause> {
    bool isDefault = false;
    List<Expr*> values{};  ///< expressions, or types (and nil) in a type switch
    Pos colonPos;
    List<Stmt*> body{};
    Scope* scope = nullptr;
    Object* implicitObject = nullptr;  ///< `x` of `switch x := y.(type)` in this clause
};

struct SwitchStmt : NodeOf<Stmt, NodeKind::SwitchStmt> {
    Stmt* init = nullptr;
    Expr* tag = nullptr;  ///< null means true
    Pos leftBrace;
    List<CaseClause*> clauses{};
    Pos rightBrace;
    Scope* scope = nullptr;
};

/// `switch init; name := operand.(type) { … }`; name may be null.
struct TypeSwitchStmt : NodeOf<Stmt, NodeKind::TypeSwitchStmt> {
    Stmt* init = nullptr;
    Ident* name = nullptr;
    Expr* operand = nullptr;  ///< without the `.(type)`
    TypeAssertExpr* guard = nullptr;
    Pos leftBrace;
    List<CaseClause*> clauses{};
    Pos rightBrace;
    Scope* scope = nullptr;
};

/// One case of a select. `comm` is a SendStmt, an ExprStmt (`<-c`) or an AssignStmt (`v, ok := <-c`); null =
/// default.
struct CommClause : NodeOf<Stmt, NodeKind::CommClause> {
    Stmt* comm = nullptr;
    Pos colonPos;
    List<Stmt*> body{};
    Scope* scope = nullptr;
};

struct SelectStmt : NodeOf<Stmt, NodeKind::SelectStmt> {
    Pos leftBrace;
    List<CommClause*> clauses{};
    Pos rightBrace;
};

/// `for init; condition; post { … }`, `for condition { … }` and `for { … }`.
struct ForStmt : NodeOf<Stmt, NodeKind::ForStmt> {
    Stmt* init = nullptr;
    Expr* condition = nullptr;
    Stmt* post = nullptr;
    BlockStmt* body = nullptr;
    Scope* scope = nullptr;
};

/// `for key, value := range operand { … }`. Without variables op is EndOfFile; `=` gives Assign and `:=`
/// Define.
struct RangeStmt : NodeOf<Stmt, NodeKind::RangeStmt> {
    Expr* key = nullptr;
    Expr* value = nullptr;
    Expr* extra = nullptr;  ///< a third variable, which is an error
    Token op = Token::EndOfFile;
    Pos opPos;
    Pos rangePos;
    Expr* operand = nullptr;
    BlockStmt* body = nullptr;
    Scope* scope = nullptr;
    FunctionInfo* info = nullptr;  ///< of the synthesised body function when ranging over a function
};

}  // namespace sluice
