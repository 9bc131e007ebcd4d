// Expressions as gc's messages print them: one line, bodies shortened to {…}.
#include "types/operand.h"

namespace sluice {
namespace {

class ExprWriter {
  public:
    void expr(const Expr* e);
    std::string out;

  private:
    void list(const List<Expr*>& exprs);
    void params(const List<Field*>& fields);
    void fields(const List<Field*>& list);
    void elements(const List<Field*>& list);
    void signature(const FuncType* type);
    void slice(const SliceExpr* e);
    void typeExpr(const Expr* e);
    void chan(const ChanType* e);
    int depth_ = 0;
};

constexpr int kMaxTextDepth = 200;  // what is deeper is printed as …

void ExprWriter::list(const List<Expr*>& exprs) {
    for (size_t i = 0; i < exprs.size(); i++) {
        if (i > 0) out += ", ";
        expr(exprs[i]);
    }
}

void ExprWriter::params(const List<Field*>& fields) {
    out += '(';
    for (size_t i = 0; i < fields.size(); i++) {
        if (i > 0) out += ", ";
        const Field* field = fields[i];
        for (size_t k = 0; k < field->names.size(); k++) {
            if (k > 0) out += ", ";
            out += field->names[k]->name.text();
        }
        if (!field->names.empty()) out += ' ';
        expr(field->fieldType);
    }
    out += ')';
}

void ExprWriter::signature(const FuncType* type) {
    params(type->parameters);
    if (type->results.empty()) return;
    out += ' ';
    if (type->results.size() == 1 && type->results[0]->names.empty()) {
        expr(type->results[0]->fieldType);
    } else {
        params(type->results);
    }
}

void ExprWriter::fields(const List<Field*>& list) {
    for (size_t i = 0; i < list.size(); i++) {
        if (i > 0) out += "; ";
        for (size_t k = 0; k < list[i]->names.size(); k++) {
            if (k > 0) out += ", ";
            out += list[i]->names[k]->name.text();
        }
        if (!list[i]->names.empty()) out += ' ';
        expr(list[i]->fieldType);
        if (list[i]->tag != nullptr) {
            out += ' ';
            out += list[i]->tag->text;
        }
    }
}

void ExprWriter::elements(const List<Field*>& list) {
    for (size_t i = 0; i < list.size(); i++) {
        if (i > 0) out += "; ";
        const auto* method = asIf<FuncType>(list[i]->fieldType);
        if (method != nullptr && !list[i]->names.empty()) {
            out += list[i]->names[0]->name.text();
            signature(method);
        } else {
            expr(list[i]->fieldType);
        }
    }
}

void ExprWriter::slice(const SliceExpr* e) {
    expr(e->operand);
    out += '[';
    if (e->low != nullptr) expr(e->low);
    out += ':';
    if (e->high != nullptr) expr(e->high);
    if (e->max != nullptr) {
        out += ':';
        expr(e->max);
    }
    out += ']';
}

void ExprWriter::chan(const ChanType* e) {
    if (e->direction == ChanDirection::ReceiveOnly) out += "<-";
    out += "chan";
    if (e->direction == ChanDirection::SendOnly) out += "<-";
    out += ' ';
    const auto* inner = asIf<ChanType>(e->element);
    bool parens = inner != nullptr && inner->direction == ChanDirection::ReceiveOnly;
    if (parens) out += '(';
    expr(e->element);
    if (parens) out += ')';
}

void ExprWriter::typeExpr(const Expr* e) {
    switch (e->kind) {
        case NodeKind::ArrayType:
            out += '[';
            expr(as<ArrayType>(e)->arrayLength);
            out += ']';
            expr(as<ArrayType>(e)->element);
            break;
        case NodeKind::StructType:
            out += "struct{";
            fields(as<StructType>(e)->fields);
            out += '}';
            break;
        case NodeKind::FuncType:
            out += "func";
            signature(as<FuncType>(e));
            break;
        case NodeKind::InterfaceType:
            out += "interface{";
            elements(as<InterfaceType>(e)->elements);
            out += '}';
            break;
        case NodeKind::MapType:
            out += "map[";
            expr(as<MapType>(e)->key);
            out += ']';
            expr(as<MapType>(e)->value);
            break;
        case NodeKind::ChanType: chan(as<ChanType>(e)); break;
        default: out += "_";
    }
}

void ExprWriter::expr(const Expr* e) {
    if (e == nullptr) return;
    if (depth_ > kMaxTextDepth) {
        out += "…";
        return;
    }
    depth_++;
    switch (e->kind) {
        case NodeKind::Ident: out += as<Ident>(e)->name.text(); break;
        case NodeKind::BasicLit: out += as<BasicLit>(e)->text; break;
        case NodeKind::CompositeLit:
            expr(as<CompositeLit>(e)->literalType);
            out += as<CompositeLit>(e)->elements.empty() ? "{}" : "{…}";
            break;
        case NodeKind::FuncLit:
            out += "func";
            signature(as<FuncLit>(e)->signature);
            out += as<FuncLit>(e)->body->stmts.empty() ? " {}" : " {…}";
            break;
        case NodeKind::ParenExpr:
            out += '(';
            expr(as<ParenExpr>(e)->inner);
            out += ')';
            break;
        case NodeKind::SelectorExpr:
            expr(as<SelectorExpr>(e)->operand);
            out += '.';
            out += as<SelectorExpr>(e)->selector->name.text();
            break;
        case NodeKind::IndexExpr:
            expr(as<IndexExpr>(e)->operand);
            out += '[';
            list(as<IndexExpr>(e)->indices);
            out += ']';
            break;
        case NodeKind::SliceExpr: slice(as<SliceExpr>(e)); break;
        case NodeKind::TypeAssertExpr:
            expr(as<TypeAssertExpr>(e)->operand);
            out += ".(";
            if (as<TypeAssertExpr>(e)->assertedType == nullptr) out += "type";
            expr(as<TypeAssertExpr>(e)->assertedType);
            out += ')';
            break;
        case NodeKind::CallExpr:
            expr(as<CallExpr>(e)->callee);
            out += '(';
            list(as<CallExpr>(e)->arguments);
            if (as<CallExpr>(e)->hasEllipsis) out += "...";
            out += ')';
            break;
        case NodeKind::StarExpr:
            out += '*';
            expr(as<StarExpr>(e)->operand);
            break;
        case NodeKind::UnaryExpr:
            out += tokenText(as<UnaryExpr>(e)->op);
            expr(as<UnaryExpr>(e)->operand);
            break;
        case NodeKind::BinaryExpr:
            expr(as<BinaryExpr>(e)->left);
            out += ' ';
            out += tokenText(as<BinaryExpr>(e)->op);
            out += ' ';
            expr(as<BinaryExpr>(e)->right);
            break;
        case NodeKind::KeyValueExpr:
            expr(as<KeyValueExpr>(e)->key);
            out += ": ";
            expr(as<KeyValueExpr>(e)->value);
            break;
        case NodeKind::Ellipsis:
            out += "...";
            expr(as<Ellipsis>(e)->element);
            break;
        default: typeExpr(e);
    }
    depth_--;
}
}  // namespace

std::string exprString(const Expr* expr) {
    ExprWriter writer;
    writer.expr(expr);
    return writer.out;
}
}  // namespace sluice
