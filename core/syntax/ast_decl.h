#pragma once
// Declarations and the file node of the syntax tree; include "syntax/ast.h".

#include "syntax/ast.h"

namespace sluice {

struct Comment;
class SourceFile;

struct BadDecl : NodeOf<Decl, NodeKind::BadDecl> {};

/// One import. `path` is the unquoted path.
struct ImportDecl : NodeOf<Decl, NodeKind::ImportDecl> {
    Ident* localName = nullptr;  ///< `.`, `_`, a name or null
    BasicLit* pathLiteral = nullptr;
    std::string_view path;
    Object* object = nullptr;  ///< the package name object
};

/// `names Type = values` of a const group. With implicit repetition (`isRepeated`) `declaredType` and
/// `values` are those of the spec above: the same nodes, so the checker must evaluate them anew for each iota
/// and not rely on annotations.
struct ConstSpec : NodeOf<Decl, NodeKind::ConstSpec> {
    List<Ident*> names{};
    Expr* declaredType = nullptr;
    List<Expr*> values{};
    uint32_t iota = 0;        ///< index in its group, from 0
    bool isRepeated = false;  ///< type and values come from an earlier spec
};

struct VarSpec : NodeOf<Decl, NodeKind::VarSpec> {
    List<Ident*> names{};
    Expr* declaredType = nullptr;
    List<Expr*> values{};
};

struct TypeSpec : NodeOf<Decl, NodeKind::TypeSpec> {
    Ident* name = nullptr;
    BracketPair typeParameterBrackets{};
    List<Field*> typeParameters{};
    bool isAlias = false;
    Expr* declaredType = nullptr;
    Scope* scope = nullptr;  ///< of the type parameters
};

/// A parenthesised group or a single declaration: token is Import, Const, Type or Var.
struct GenDecl : NodeOf<Decl, NodeKind::GenDecl> {
    Token token = Token::Var;
    bool isGroup = false;
    BracketPair parens{};  ///< of a group
    List<Decl*> specs{};   ///< ImportDecl, ConstSpec, TypeSpec or VarSpec
};

/// A function or method; `body` is null for functions implemented elsewhere (natives), and for library
/// functions whose body has been skipped and not been asked for yet.
struct FuncDecl : NodeOf<Decl, NodeKind::FuncDecl> {
    Field* receiver = nullptr;
    BracketPair receiverParens{};
    uint32_t receiverCount = 0;  ///< fields in the receiver list; anything but 1 has been reported
    Ident* name = nullptr;
    FuncType* signature = nullptr;  ///< with the type parameters
    BlockStmt* body = nullptr;
    uint32_t skippedBody =
        0;  ///< offset of the `{` of a body that parseSkippedBody() has yet to read, else 0
    Object* object = nullptr;
    Scope* scope = nullptr;  ///< type parameters, receiver, parameters and results
    FunctionInfo* info = nullptr;

    /// True for a function written in Go, whether its body has been parsed or not.
    bool hasBody() const { return body != nullptr || skippedBody != 0; }
};

/// A whole file.
struct File : NodeOf<Node, NodeKind::File> {
    const SourceFile* source = nullptr;
    Ident* packageName = nullptr;  ///< null when the package clause is missing
    List<Decl*> decls{};           ///< GenDecl (imports too) and FuncDecl in source order
    List<ImportDecl*> imports{};   ///< the imports again, flat
    List<Comment> comments{};
    Scope* scope = nullptr;  ///< file scope (imports)
};

}  // namespace sluice
