#pragma once
// The syntax tree of a Go file, shaped like go/ast, with places that the checker fills in.
//
// Invariants: all nodes live in the arena given to the parser and are never destroyed one by one; `kind` says
// the concrete struct (use `as<T>`/`isA<T>`); [pos, end) is the source range of a node including its parts.
// Where gc reports something at an operator or bracket instead of at the start of the expression, the node
// has a field for it. This header holds the base classes and expressions; ast_stmt.h has statements,
// ast_decl.h declarations and File.

#include <cstdint>
#include <string_view>

#include "base/arena.h"
#include "base/assert.h"
#include "base/interner.h"
#include "source/position.h"
#include "source/token.h"

namespace sluice {

// Filled in by later rooms; only pointers here.
class Type;           // types: a type
class ConstValue;     // types: an exact constant
struct Object;        // types: what an identifier denotes
class Scope;          // types: a block's names
struct Selection;     // types: how a selector was resolved (path, field or method)
struct FunctionInfo;  // types/code: what is known about a function body (captures, labels …)

/// All concrete nodes, grouped; the *First/*Last marks bound the groups.
enum class NodeKind : uint8_t {
    // expressions and types
    BadExpr,
    Ident,
    BasicLit,
    CompositeLit,
    FuncLit,
    ParenExpr,
    SelectorExpr,
    IndexExpr,
    SliceExpr,
    TypeAssertExpr,
    CallExpr,
    StarExpr,
    UnaryExpr,
    BinaryExpr,
    KeyValueExpr,
    Ellipsis,
    ArrayType,
    StructType,
    FuncType,
    InterfaceType,
    MapType,
    ChanType,
    // statements
    BadStmt,
    DeclStmt,
    EmptyStmt,
    LabeledStmt,
    ExprStmt,
    SendStmt,
    IncDecStmt,
    AssignStmt,
    GoStmt,
    DeferStmt,
    ReturnStmt,
    BranchStmt,
    BlockStmt,
    IfStmt,
    CaseClause,
    SwitchStmt,
    TypeSwitchStmt,
    CommClause,
    SelectStmt,
    ForStmt,
    RangeStmt,
    // declarations and parts of them
    BadDecl,
    ImportDecl,
    ConstSpec,
    VarSpec,
    TypeSpec,
    GenDecl,
    FuncDecl,
    Field,
    File,
};

/// What an expression denotes after checking (types2's operandMode).
enum class ExprMode : uint8_t {
    Unchecked,  ///< not looked at yet
    Invalid,    ///< had an error; say nothing more about it
    NoValue,    ///< a call without results
    Builtin,    ///< a predeclared function
    TypeExpr,   ///< a type
    Package,    ///< an imported package's name (only below a selector)
    Constant,   ///< `constant` holds the value
    Variable,   ///< addressable
    MapIndex,   ///< m[k]: assignable, not addressable, comma-ok possible
    Value,      ///< an ordinary value
    Nil,        ///< the predeclared nil
    CommaOk,    ///< like Value, but may be used with comma-ok (receive, type assertion)
};

struct Node {
    NodeKind kind;
    Pos pos;  ///< first byte
    Pos end;  ///< byte after the last one

    uint32_t length() const { return end.value > pos.value ? end.value - pos.value : 0; }
};

/// True if `node` is a T. A null node is nothing.
template <typename T>
bool isA(const Node* node) {
    return node != nullptr && node->kind == T::kKind;
}

/// Casts to the concrete node; asserts that it is one.
template <typename T>
T* as(Node* node) {
    SLUICE_ASSERT(isA<T>(node));
    return static_cast<T*>(node);
}
template <typename T>
const T* as(const Node* node) {
    SLUICE_ASSERT(isA<T>(node));
    return static_cast<const T*>(node);
}

/// Casts to the concrete node, or nullptr if it is another kind.
template <typename T>
T* asIf(Node* node) {
    return isA<T>(node) ? static_cast<T*>(node) : nullptr;
}
template <typename T>
const T* asIf(const Node* node) {
    return isA<T>(node) ? static_cast<const T*>(node) : nullptr;
}

/// Base of expressions and type expressions. The fields are the checker's.
struct Expr : Node {
    ExprMode mode = ExprMode::Unchecked;
    Type* type = nullptr;                  ///< final type (untyped constants: after conversion)
    const ConstValue* constant = nullptr;  ///< exact value, for ExprMode::Constant
};
struct Stmt : Node {};
struct Decl : Node {};

struct BlockStmt;
struct FuncType;
struct Field;

/// Where a list opens and closes; no positions when the source has no such list.
struct BracketPair {
    Pos open;
    Pos close;
};

template <typename Base, NodeKind K>
struct NodeOf : Base {
    static constexpr NodeKind kKind = K;
    NodeOf() { this->kind = K; }
};

/// Something that could not be parsed; an error has been reported.
struct BadExpr : NodeOf<Expr, NodeKind::BadExpr> {};

struct Ident : NodeOf<Expr, NodeKind::Ident> {
    Name name;
    Object* object = nullptr;     ///< what it denotes or declares; null for `_` and for errors
    List<Type*> typeArguments{};  ///< of a generic function used as a value with inferred arguments
};

struct BasicLit : NodeOf<Expr, NodeKind::BasicLit> {
    Token token = Token::Int;  ///< Int, Float, Imaginary, Char or String
    std::string_view text;     ///< as written
    bool isBad = false;        ///< malformed; reported by the lexer
};

/// `Type{elements}`; literalType is null for elided types inside another literal.
struct CompositeLit : NodeOf<Expr, NodeKind::CompositeLit> {
    Expr* literalType = nullptr;
    Pos leftBrace;
    Pos rightBrace;
    List<Expr*> elements{};  ///< may be KeyValueExpr
    bool hasKeys = false;    ///< at least one element is a KeyValueExpr
};

struct FuncLit : NodeOf<Expr, NodeKind::FuncLit> {
    FuncType* signature = nullptr;
    BlockStmt* body = nullptr;
    Scope* scope = nullptr;        ///< parameters and results
    FunctionInfo* info = nullptr;  ///< the checker's and compiler's
    Name givenName{};  ///< of goroutines that run it: from a //sluice:name line above a call that takes it
};

struct ParenExpr : NodeOf<Expr, NodeKind::ParenExpr> {
    Expr* inner = nullptr;
};

/// `operand.selector`, also a qualified identifier `pkg.Name`.
struct SelectorExpr : NodeOf<Expr, NodeKind::SelectorExpr> {
    Expr* operand = nullptr;
    Ident* selector = nullptr;
    Pos dotPos;
    Selection* selection = nullptr;  ///< null for qualified identifiers (see selector->object)
    List<Type*> typeArguments{};     ///< as in Ident, for pkg.Generic
};

/// `operand[i]` or an instantiation `operand[T1, T2]`.
struct IndexExpr : NodeOf<Expr, NodeKind::IndexExpr> {
    Expr* operand = nullptr;
    Pos leftBracket;
    List<Expr*> indices{};        ///< at least one
    List<Type*> typeArguments{};  ///< complete, including inferred ones, when it is an instantiation
};

/// `operand[low:high:max]`; absent parts are null.
struct SliceExpr : NodeOf<Expr, NodeKind::SliceExpr> {
    Expr* operand = nullptr;
    Pos leftBracket;
    Expr* low = nullptr;
    Expr* high = nullptr;
    Expr* max = nullptr;
    bool isFull = false;  ///< two colons
};

/// `operand.(T)`; assertedType is null for `.(type)`, which is the guard of a TypeSwitchStmt or an error.
struct TypeAssertExpr : NodeOf<Expr, NodeKind::TypeAssertExpr> {
    Expr* operand = nullptr;
    Pos dotPos;
    Expr* assertedType = nullptr;
};

/// What a CallExpr turned out to be.
enum class CallKind : uint8_t { Unknown, Conversion, Builtin, Function, Method };

struct CallExpr : NodeOf<Expr, NodeKind::CallExpr> {
    Expr* callee = nullptr;
    Pos leftParen;
    Pos rightParen;
    List<Expr*> arguments{};
    bool hasEllipsis = false;  ///< last argument is followed by ...
    Pos ellipsisPos;
    CallKind callKind = CallKind::Unknown;
    uint16_t builtin = 0;         ///< the checker's builtin number, for CallKind::Builtin
    List<Type*> typeArguments{};  ///< complete, when the callee is generic
};

/// `*operand`: dereference or pointer type.
struct StarExpr : NodeOf<Expr, NodeKind::StarExpr> {
    Expr* operand = nullptr;
};

/// op is Add, Sub, Not, Xor, And (address), Arrow (receive) or Tilde (in constraints).
struct UnaryExpr : NodeOf<Expr, NodeKind::UnaryExpr> {
    Token op = Token::Add;
    Expr* operand = nullptr;
};

/// Also unions `A | B` in constraints (op Or).
struct BinaryExpr : NodeOf<Expr, NodeKind::BinaryExpr> {
    Token op = Token::Add;
    Pos opPos;
    Expr* left = nullptr;
    Expr* right = nullptr;
};

/// `key: value` in composite literals.
struct KeyValueExpr : NodeOf<Expr, NodeKind::KeyValueExpr> {
    Expr* key = nullptr;
    Pos colonPos;
    Expr* value = nullptr;
};

/// `...T` as the type of the last parameter; `[...]T` has an Ellipsis without element as its length.
struct Ellipsis : NodeOf<Expr, NodeKind::Ellipsis> {
    Expr* element = nullptr;
};

/// `[n]T`, `[...]T` (length is an Ellipsis) and slices `[]T` (length is null).
struct ArrayType : NodeOf<Expr, NodeKind::ArrayType> {
    Expr* arrayLength = nullptr;
    Expr* element = nullptr;
};

/// One group `a, b T "tag"` of a struct, parameter list or type parameter list, or one method or embedded
/// element of an interface. Embedded fields and unnamed parameters have no names.
struct Field : NodeOf<Node, NodeKind::Field> {
    List<Ident*> names{};
    Expr* fieldType = nullptr;  ///< may be shared: `a, b int` is one Field with two names
    BasicLit* tag = nullptr;
    bool isEmbedded = false;  ///< embedded struct field, or embedded interface element
};

struct StructType : NodeOf<Expr, NodeKind::StructType> {
    List<Field*> fields{};
    Pos leftBrace;
    Pos rightBrace;
};

/// A signature. The receiver of a method is in FuncDecl.
struct FuncType : NodeOf<Expr, NodeKind::FuncType> {
    BracketPair typeParameterBrackets{};
    BracketPair parameterParens{};
    BracketPair resultParens{};  ///< no positions for a single result without parentheses
    Pos signaturePos;  ///< behind `func` (and a name): where gc reports function types, see reportPos
    List<Field*> typeParameters{};
    List<Field*> parameters{};
    List<Field*> results{};
};

/// Methods (one name, fieldType a FuncType) and embedded elements (no name: a type, `~T`, or a union as
/// BinaryExpr).
struct InterfaceType : NodeOf<Expr, NodeKind::InterfaceType> {
    List<Field*> elements{};
    Pos leftBrace;
    Pos rightBrace;
};

struct MapType : NodeOf<Expr, NodeKind::MapType> {
    Expr* key = nullptr;
    Expr* value = nullptr;
};

enum class ChanDirection : uint8_t { Both, SendOnly, ReceiveOnly };

struct ChanType : NodeOf<Expr, NodeKind::ChanType> {
    ChanDirection direction = ChanDirection::Both;
    Expr* element = nullptr;
};

/// Strips parentheses.
inline Expr* unparen(Expr* expr) {
    while (expr && expr->kind == NodeKind::ParenExpr) expr = static_cast<ParenExpr*>(expr)->inner;
    return expr;
}
inline const Expr* unparen(const Expr* expr) { return unparen(const_cast<Expr*>(expr)); }

/// Where gc reports an expression: its start, except that function types are reported behind their `func`.
Pos reportPos(const Expr* expr);

/// Name of a node kind ("CallExpr"), for dumps and messages about bugs.
const char* nodeKindName(NodeKind kind);

}  // namespace sluice

#include "syntax/ast_stmt.h"

#include "syntax/ast_decl.h"
