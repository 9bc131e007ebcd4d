// Expressions as gc prints them in messages (the short form of cmd/compile's syntax printer): bodies and the
// elements of composite literals are shortened to `…`.
#include "base/assert.h"
#include "syntax/dump.h"

namespace sluice {

namespace {

class TextWriter {
  public:
    std::string out;

    void expr(const Expr* node) {
        if (node == nullptr) return;
        switch (node->kind) {
            case NodeKind::Ident: out += as<Ident>(node)->name.text(); break;
            case NodeKind::BasicLit: out += as<BasicLit>(node)->text; break;
            case NodeKind::CompositeLit: compositeLit(as<CompositeLit>(node)); break;
            case NodeKind::FuncLit:
                expr(as<FuncLit>(node)->signature);
                out += as<FuncLit>(node)->body->stmts.empty() ? " {}" : " {…}";
                break;
            case NodeKind::ParenExpr: wrap("(", as<ParenExpr>(node)->inner, ")"); break;
            case NodeKind::SelectorExpr:
                expr(as<SelectorExpr>(node)->operand);
                wrap(".", as<SelectorExpr>(node)->selector, "");
                break;
            case NodeKind::IndexExpr:
                expr(as<IndexExpr>(node)->operand);
                out += "[";
                list(as<IndexExpr>(node)->indices);
                out += "]";
                break;
            case NodeKind::SliceExpr: sliceExpr(as<SliceExpr>(node)); break;
            case NodeKind::TypeAssertExpr: {
                const TypeAssertExpr* assertion = as<TypeAssertExpr>(node);
                expr(assertion->operand);
                if (assertion->assertedType == nullptr) {
                    out += ".(type)";
                } else {
                    wrap(".(", assertion->assertedType, ")");
                }
                break;
            }
            case NodeKind::CallExpr:
                expr(as<CallExpr>(node)->callee);
                out += "(";
                list(as<CallExpr>(node)->arguments);
                out += as<CallExpr>(node)->hasEllipsis ? "...)" : ")";
                break;
            case NodeKind::StarExpr: wrap("*", as<StarExpr>(node)->operand, ""); break;
            case NodeKind::UnaryExpr:
                out += tokenText(as<UnaryExpr>(node)->op);
                expr(as<UnaryExpr>(node)->operand);
                break;
            case NodeKind::BinaryExpr: {
                const BinaryExpr* binary = as<BinaryExpr>(node);
                expr(binary->left);
                out += " " + std::string(tokenText(binary->op)) + " ";
                expr(binary->right);
                break;
            }
            case NodeKind::KeyValueExpr:
                expr(as<KeyValueExpr>(node)->key);
                wrap(": ", as<KeyValueExpr>(node)->value, "");
                break;
            default: typeExpr(node); break;
        }
    }

    void list(const List<Expr*>& nodes) {
        for (uint32_t i = 0; i < nodes.size(); i++) {
            if (i > 0) out += ", ";
            expr(nodes[i]);
        }
    }

  private:
    void wrap(const char* before, const Expr* node, const char* after) {
        out += before;
        expr(node);
        out += after;
    }

    void compositeLit(const CompositeLit* node) {
        expr(node->literalType);
        out += node->elements.empty() ? "{}" : "{…}";
    }

    void sliceExpr(const SliceExpr* node) {
        expr(node->operand);
        wrap("[", node->low, ":");
        expr(node->high);
        if (node->max != nullptr) wrap(":", node->max, "");
        out += "]";
    }

    void typeExpr(const Expr* node) {
        switch (node->kind) {
            case NodeKind::Ellipsis: wrap("...", as<Ellipsis>(node)->element, ""); break;
            case NodeKind::ArrayType:
                wrap("[", as<ArrayType>(node)->arrayLength, "]");
                expr(as<ArrayType>(node)->element);
                break;
            case NodeKind::StructType:
                out += "struct{";
                structFields(as<StructType>(node)->fields);
                out += "}";
                break;
            case NodeKind::FuncType:
                out += "func";
                signature(as<FuncType>(node));
                break;
            case NodeKind::InterfaceType: interfaceType(as<InterfaceType>(node)); break;
            case NodeKind::MapType:
                wrap("map[", as<MapType>(node)->key, "]");
                expr(as<MapType>(node)->value);
                break;
            case NodeKind::ChanType: chanType(as<ChanType>(node)); break;
            default: out += "<bad expr>"; break;
        }
    }

    void names(const Field* field) {
        for (uint32_t i = 0; i < field->names.size(); i++) {
            if (i > 0) out += ", ";
            expr(field->names[i]);
        }
        if (!field->names.empty()) out += " ";
    }

    void structFields(const List<Field*>& fields) {
        for (uint32_t i = 0; i < fields.size(); i++) {
            if (i > 0) out += "; ";
            names(fields[i]);
            expr(fields[i]->fieldType);
            if (fields[i]->tag != nullptr) out += " " + std::string(fields[i]->tag->text);
        }
    }

    void parameters(const List<Field*>& fields, const char* open, const char* close) {
        out += open;
        for (uint32_t i = 0; i < fields.size(); i++) {
            if (i > 0) out += ", ";
            names(fields[i]);
            expr(fields[i]->fieldType);
        }
        out += close;
    }

    void signature(const FuncType* type) {
        if (!type->typeParameters.empty()) parameters(type->typeParameters, "[", "]");
        parameters(type->parameters, "(", ")");
        if (type->results.empty()) return;
        out += " ";
        if (type->results.size() == 1 && type->results.front()->names.empty()) {
            expr(type->results.front()->fieldType);
        } else {
            parameters(type->results, "(", ")");
        }
    }

    void interfaceType(const InterfaceType* type) {
        out += "interface{";
        for (uint32_t i = 0; i < type->elements.size(); i++) {
            if (i > 0) out += "; ";
            const Field* element = type->elements[i];
            if (element->names.empty() || !isA<FuncType>(element->fieldType)) {
                expr(element->fieldType);
            } else {
                expr(element->names.front());
                signature(as<FuncType>(element->fieldType));
            }
        }
        out += "}";
    }

    void chanType(const ChanType* type) {
        if (type->direction == ChanDirection::ReceiveOnly) out += "<-";
        out += type->direction == ChanDirection::SendOnly ? "chan<- " : "chan ";
        const ChanType* element = asIf<ChanType>(type->element);
        if (type->direction == ChanDirection::Both && element != nullptr &&
            element->direction == ChanDirection::ReceiveOnly) {
            wrap("(", element, ")");
        } else {
            expr(type->element);
        }
    }
};

}  // namespace

std::string exprText(const Expr* expr) {
    TextWriter writer;
    writer.expr(expr);
    return writer.out;
}

std::string stmtText(const Stmt* stmt) {
    TextWriter writer;
    switch (stmt->kind) {
        case NodeKind::ExprStmt: writer.expr(as<ExprStmt>(stmt)->expr); break;
        case NodeKind::SendStmt:
            writer.expr(as<SendStmt>(stmt)->channel);
            writer.out += " <- ";
            writer.expr(as<SendStmt>(stmt)->value);
            break;
        case NodeKind::IncDecStmt:
            writer.expr(as<IncDecStmt>(stmt)->operand);
            writer.out += tokenText(as<IncDecStmt>(stmt)->op);
            break;
        case NodeKind::AssignStmt:
            writer.list(as<AssignStmt>(stmt)->left);
            writer.out += " " + std::string(tokenText(as<AssignStmt>(stmt)->op)) + " ";
            writer.list(as<AssignStmt>(stmt)->right);
            break;
        default: break;
    }
    return writer.out;
}

}  // namespace sluice
