// The tree as nested lists: `(CallExpr fmt.Println x)` is too clever for tests of shape, so every node gets
// its kind.
#include "syntax/dump.h"

#include "base/assert.h"

namespace sluice {

const char* nodeKindName(NodeKind kind) {
    static constexpr const char* kNames[] = {
        "BadExpr",      "Ident",         "BasicLit",       "CompositeLit",   "FuncLit",    "ParenExpr",
        "SelectorExpr", "IndexExpr",     "SliceExpr",      "TypeAssertExpr", "CallExpr",   "StarExpr",
        "UnaryExpr",    "BinaryExpr",    "KeyValueExpr",   "Ellipsis",       "ArrayType",  "StructType",
        "FuncType",     "InterfaceType", "MapType",        "ChanType",       "BadStmt",    "DeclStmt",
        "EmptyStmt",    "LabeledStmt",   "ExprStmt",       "SendStmt",       "IncDecStmt", "AssignStmt",
        "GoStmt",       "DeferStmt",     "ReturnStmt",     "BranchStmt",     "BlockStmt",  "IfStmt",
        "CaseClause",   "SwitchStmt",    "TypeSwitchStmt", "CommClause",     "SelectStmt", "ForStmt",
        "RangeStmt",    "BadDecl",       "ImportDecl",     "ConstSpec",      "VarSpec",    "TypeSpec",
        "GenDecl",      "FuncDecl",      "Field",          "File",
    };
    static_assert(std::size(kNames) == static_cast<size_t>(NodeKind::File) + 1, "one name for each NodeKind");
    return kNames[static_cast<size_t>(kind)];
}

Pos reportPos(const Expr* expr) {
    // Function types and slice expressions are reported elsewhere than at their start.
    for (const Expr* left = expr; left != nullptr;) {
        switch (left->kind) {
            case NodeKind::FuncType: return as<FuncType>(left)->signaturePos;
            case NodeKind::SelectorExpr: left = as<SelectorExpr>(left)->operand; break;
            case NodeKind::IndexExpr: left = as<IndexExpr>(left)->operand; break;
            case NodeKind::SliceExpr: return as<SliceExpr>(left)->leftBracket;
            case NodeKind::TypeAssertExpr: left = as<TypeAssertExpr>(left)->operand; break;
            case NodeKind::CallExpr: left = as<CallExpr>(left)->callee; break;
            case NodeKind::BinaryExpr: left = as<BinaryExpr>(left)->left; break;
            case NodeKind::KeyValueExpr: left = as<KeyValueExpr>(left)->key; break;
            default: return expr->pos;
        }
    }
    return expr->pos;
}

namespace {

class Dumper {
  public:
    std::string out;

    void node(const Node* node) {
        if (node == nullptr) {
            word("-");
            return;
        }
        if (const Ident* ident = asIf<Ident>(node)) return word(ident->name.text());
        if (const BasicLit* literal = asIf<BasicLit>(node)) return word(literal->text);
        separate();
        out += '(';
        out += nodeKindName(node->kind);
        if (node->kind < NodeKind::BadStmt) {
            expr(static_cast<const Expr*>(node));
        } else if (node->kind < NodeKind::BadDecl) {
            stmt(static_cast<const Stmt*>(node));
        } else {
            decl(node);
        }
        out += ')';
    }

  private:
    void separate() {
        if (!out.empty() && out.back() != '[' && out.back() != '(') out += ' ';
    }
    void word(std::string_view text) {
        separate();
        out += text;
    }
    void token(Token kind) { word(tokenText(kind)); }

    template <typename T>
    void list(const List<T*>& nodes) {
        separate();
        out += '[';
        for (const T* element : nodes) node(element);
        out += ']';
    }

    template <typename... Nodes>
    void nodes(const Nodes*... all) {
        (node(all), ...);
    }

    void expr(const Expr* expr) {
        switch (expr->kind) {
            case NodeKind::CompositeLit:
                node(as<CompositeLit>(expr)->literalType);
                return list(as<CompositeLit>(expr)->elements);
            case NodeKind::FuncLit: return nodes(as<FuncLit>(expr)->signature, as<FuncLit>(expr)->body);
            case NodeKind::ParenExpr: return node(as<ParenExpr>(expr)->inner);
            case NodeKind::SelectorExpr:
                return nodes(as<SelectorExpr>(expr)->operand, as<SelectorExpr>(expr)->selector);
            case NodeKind::IndexExpr:
                node(as<IndexExpr>(expr)->operand);
                return list(as<IndexExpr>(expr)->indices);
            case NodeKind::SliceExpr: {
                const SliceExpr* slice = as<SliceExpr>(expr);
                return nodes(slice->operand, slice->low, slice->high, slice->max);
            }
            case NodeKind::TypeAssertExpr:
                return nodes(as<TypeAssertExpr>(expr)->operand, as<TypeAssertExpr>(expr)->assertedType);
            case NodeKind::CallExpr:
                node(as<CallExpr>(expr)->callee);
                list(as<CallExpr>(expr)->arguments);
                if (as<CallExpr>(expr)->hasEllipsis) word("...");
                return;
            case NodeKind::StarExpr: return node(as<StarExpr>(expr)->operand);
            case NodeKind::UnaryExpr:
                token(as<UnaryExpr>(expr)->op);
                return node(as<UnaryExpr>(expr)->operand);
            case NodeKind::BinaryExpr:
                token(as<BinaryExpr>(expr)->op);
                return nodes(as<BinaryExpr>(expr)->left, as<BinaryExpr>(expr)->right);
            case NodeKind::KeyValueExpr:
                return nodes(as<KeyValueExpr>(expr)->key, as<KeyValueExpr>(expr)->value);
            case NodeKind::Ellipsis: return node(as<Ellipsis>(expr)->element);
            case NodeKind::ArrayType:
                return nodes(as<ArrayType>(expr)->arrayLength, as<ArrayType>(expr)->element);
            case NodeKind::StructType: return list(as<StructType>(expr)->fields);
            case NodeKind::FuncType:
                if (!as<FuncType>(expr)->typeParameters.empty()) list(as<FuncType>(expr)->typeParameters);
                list(as<FuncType>(expr)->parameters);
                return list(as<FuncType>(expr)->results);
            case NodeKind::InterfaceType: return list(as<InterfaceType>(expr)->elements);
            case NodeKind::MapType: return nodes(as<MapType>(expr)->key, as<MapType>(expr)->value);
            case NodeKind::ChanType: {
                static constexpr const char* kDirections[] = {"chan", "chan<-", "<-chan"};
                word(kDirections[static_cast<int>(as<ChanType>(expr)->direction)]);
                return node(as<ChanType>(expr)->element);
            }
            default: return;
        }
    }

    void stmt(const Stmt* stmt) {
        switch (stmt->kind) {
            case NodeKind::DeclStmt: return node(as<DeclStmt>(stmt)->decl);
            case NodeKind::LabeledStmt:
                return nodes(as<LabeledStmt>(stmt)->label, as<LabeledStmt>(stmt)->stmt);
            case NodeKind::ExprStmt: return node(as<ExprStmt>(stmt)->expr);
            case NodeKind::SendStmt: return nodes(as<SendStmt>(stmt)->channel, as<SendStmt>(stmt)->value);
            case NodeKind::IncDecStmt:
                node(as<IncDecStmt>(stmt)->operand);
                return token(as<IncDecStmt>(stmt)->op);
            case NodeKind::AssignStmt:
                list(as<AssignStmt>(stmt)->left);
                token(as<AssignStmt>(stmt)->op);
                return list(as<AssignStmt>(stmt)->right);
            case NodeKind::GoStmt: return node(as<GoStmt>(stmt)->call);
            case NodeKind::DeferStmt: return node(as<DeferStmt>(stmt)->call);
            case NodeKind::ReturnStmt: return list(as<ReturnStmt>(stmt)->results);
            case NodeKind::BranchStmt:
                token(as<BranchStmt>(stmt)->token);
                if (as<BranchStmt>(stmt)->label != nullptr) node(as<BranchStmt>(stmt)->label);
                return;
            case NodeKind::BlockStmt: return list(as<BlockStmt>(stmt)->stmts);
            case NodeKind::SelectStmt: return list(as<SelectStmt>(stmt)->clauses);
            default: return compoundStmt(stmt);
        }
    }

    void compoundStmt(const Stmt* stmt) {
        switch (stmt->kind) {
            case NodeKind::IfStmt: {
                const IfStmt* branch = as<IfStmt>(stmt);
                return nodes(branch->init, branch->condition, branch->thenBlock, branch->elseStmt);
            }
            case NodeKind::CaseClause:
                if (as<CaseClause>(stmt)->isDefault) word("default");
                list(as<CaseClause>(stmt)->values);
                return list(as<CaseClause>(stmt)->body);
            case NodeKind::SwitchStmt:
                nodes(as<SwitchStmt>(stmt)->init, as<SwitchStmt>(stmt)->tag);
                return list(as<SwitchStmt>(stmt)->clauses);
            case NodeKind::TypeSwitchStmt: {
                const TypeSwitchStmt* branch = as<TypeSwitchStmt>(stmt);
                nodes(branch->init, branch->name, branch->operand);
                return list(branch->clauses);
            }
            case NodeKind::CommClause:
                node(as<CommClause>(stmt)->comm);
                return list(as<CommClause>(stmt)->body);
            case NodeKind::ForStmt: {
                const ForStmt* loop = as<ForStmt>(stmt);
                return nodes(loop->init, loop->condition, loop->post, loop->body);
            }
            case NodeKind::RangeStmt: {
                const RangeStmt* loop = as<RangeStmt>(stmt);
                nodes(loop->key, loop->value);
                if (loop->op != Token::EndOfFile) token(loop->op);
                return nodes(loop->operand, loop->body);
            }
            default: return;
        }
    }

    void decl(const Node* decl) {
        switch (decl->kind) {
            case NodeKind::ImportDecl:
                return nodes(as<ImportDecl>(decl)->localName, as<ImportDecl>(decl)->pathLiteral);
            case NodeKind::ConstSpec: {
                const ConstSpec* spec = as<ConstSpec>(decl);
                list(spec->names);
                word("iota=" + std::to_string(spec->iota));
                if (spec->isRepeated) word("repeated");
                node(spec->declaredType);
                return list(spec->values);
            }
            case NodeKind::VarSpec:
                list(as<VarSpec>(decl)->names);
                node(as<VarSpec>(decl)->declaredType);
                return list(as<VarSpec>(decl)->values);
            case NodeKind::TypeSpec:
                node(as<TypeSpec>(decl)->name);
                if (!as<TypeSpec>(decl)->typeParameters.empty()) list(as<TypeSpec>(decl)->typeParameters);
                if (as<TypeSpec>(decl)->isAlias) word("=");
                return node(as<TypeSpec>(decl)->declaredType);
            case NodeKind::GenDecl: token(as<GenDecl>(decl)->token); return list(as<GenDecl>(decl)->specs);
            case NodeKind::FuncDecl: {
                const FuncDecl* func = as<FuncDecl>(decl);
                return nodes(func->receiver, func->name, func->signature, func->body);
            }
            case NodeKind::Field:
                list(as<Field>(decl)->names);
                node(as<Field>(decl)->fieldType);
                if (as<Field>(decl)->tag != nullptr) node(as<Field>(decl)->tag);
                return;
            case NodeKind::File: node(as<File>(decl)->packageName); return list(as<File>(decl)->decls);
            default: return;
        }
    }
};

}  // namespace

std::string dumpTree(const Node* node) {
    Dumper dumper;
    dumper.node(node);
    return dumper.out;
}

}  // namespace sluice
