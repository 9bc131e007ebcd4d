// Finds what directives can stand in front of: declarations, specs, struct fields and statements.
#include "source/text.h"
#include "syntax/directive_impl.h"

namespace sluice {

namespace {

class SiteFinder {
  public:
    explicit SiteFinder(const File& file) : file_(file) {}

    std::vector<DirectiveSite> sites;

    void decl(Decl* decl) {
        if (FuncDecl* func = asIf<FuncDecl>(decl)) {
            add(DirectiveTarget::Func, func, func->name->name.text());
            const std::string_view outer = owner_;
            owner_ = func->name->name.text();
            block(func->body);
            owner_ = outer;
        } else if (GenDecl* group = asIf<GenDecl>(decl)) {
            for (Decl* spec : group->specs) genSpec(group, spec);
        }
    }

  private:
    void add(DirectiveTarget kind, Node* node, std::string_view name) { addAt(kind, node, node->pos, name); }

    void addAt(DirectiveTarget kind, Node* node, Pos pos, std::string_view name) {
        sites.push_back({kind, file_.source->lineColumn(pos).line, node, name, owner_});
    }

    void genSpec(const GenDecl* group, Decl* spec) {
        // A single spec is found at its keyword, one of a group at its own line.
        const Pos pos = group->isGroup ? spec->pos : group->pos;
        if (ConstSpec* constant = asIf<ConstSpec>(spec)) {
            addAt(DirectiveTarget::Const, spec, pos, constant->names.front()->name.text());
            if (!constant->isRepeated) exprs(constant->values);
        } else if (VarSpec* variable = asIf<VarSpec>(spec)) {
            addAt(DirectiveTarget::Var, spec, pos, variable->names.front()->name.text());
            exprs(variable->values);
        } else if (TypeSpec* type = asIf<TypeSpec>(spec)) {
            addAt(DirectiveTarget::Type, spec, pos, type->name->name.text());
            const std::string_view outer = owner_;
            owner_ = type->name->name.text();
            if (StructType* structure = asIf<StructType>(type->declaredType)) {
                for (Field* field : structure->fields) {
                    add(DirectiveTarget::Field, field,
                        field->names.empty() ? std::string_view{} : field->names.front()->name.text());
                }
            }
            owner_ = outer;
        }
    }

    void block(BlockStmt* body) {
        if (body != nullptr) stmts(body->stmts);
    }

    void stmts(const List<Stmt*>& list) {
        for (Stmt* statement : list) stmt(statement);
    }

    void exprs(const List<Expr*>& list) {
        for (Expr* element : list) expr(element);
    }

    /// Statements also stand inside function literals.
    void expr(Expr* node) {
        if (node == nullptr) return;
        switch (node->kind) {
            case NodeKind::FuncLit: return block(as<FuncLit>(node)->body);
            case NodeKind::ParenExpr: return expr(as<ParenExpr>(node)->inner);
            case NodeKind::CallExpr:
                expr(as<CallExpr>(node)->callee);
                return exprs(as<CallExpr>(node)->arguments);
            case NodeKind::CompositeLit: return exprs(as<CompositeLit>(node)->elements);
            case NodeKind::KeyValueExpr: return expr(as<KeyValueExpr>(node)->value);
            case NodeKind::UnaryExpr: return expr(as<UnaryExpr>(node)->operand);
            case NodeKind::SelectorExpr: return expr(as<SelectorExpr>(node)->operand);
            default: return;
        }
    }

    void stmt(Stmt* node) {
        if (node == nullptr) return;
        if (DeclStmt* declaration = asIf<DeclStmt>(node)) return decl(declaration->decl);
        add(isA<GoStmt>(node) ? DirectiveTarget::GoStmt : DirectiveTarget::Statement, node, {});
        switch (node->kind) {
            case NodeKind::LabeledStmt: return stmt(as<LabeledStmt>(node)->stmt);
            case NodeKind::ExprStmt: return expr(as<ExprStmt>(node)->expr);
            case NodeKind::AssignStmt: return exprs(as<AssignStmt>(node)->right);
            case NodeKind::SendStmt: return expr(as<SendStmt>(node)->value);
            case NodeKind::GoStmt: return expr(as<GoStmt>(node)->call);
            case NodeKind::DeferStmt: return expr(as<DeferStmt>(node)->call);
            case NodeKind::ReturnStmt: return exprs(as<ReturnStmt>(node)->results);
            case NodeKind::BlockStmt: return block(as<BlockStmt>(node));
            case NodeKind::IfStmt:
                block(as<IfStmt>(node)->thenBlock);
                return stmt(as<IfStmt>(node)->elseStmt);
            case NodeKind::ForStmt: return block(as<ForStmt>(node)->body);
            case NodeKind::RangeStmt: return block(as<RangeStmt>(node)->body);
            case NodeKind::SwitchStmt:
                for (CaseClause* clause : as<SwitchStmt>(node)->clauses) stmts(clause->body);
                return;
            case NodeKind::TypeSwitchStmt:
                for (CaseClause* clause : as<TypeSwitchStmt>(node)->clauses) stmts(clause->body);
                return;
            case NodeKind::SelectStmt:
                for (CommClause* clause : as<SelectStmt>(node)->clauses) stmts(clause->body);
                return;
            default: return;
        }
    }

    const File& file_;
    std::string_view owner_;
};

}  // namespace

std::vector<DirectiveSite> findDirectiveSites(const File& file) {
    SiteFinder finder(file);
    for (Decl* decl : file.decls) finder.decl(decl);
    return std::move(finder.sites);
}

}  // namespace sluice
