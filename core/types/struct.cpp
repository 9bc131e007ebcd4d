// Struct types.
#include "source/lexer.h"
#include "types/package_checker.h"

namespace sluice {
namespace {
/// The name under which a type is embedded, or null if it cannot be.
Ident* embeddedIdent(Expr* e) {
    switch (e->kind) {
        case NodeKind::Ident: return static_cast<Ident*>(e);
        case NodeKind::StarExpr: {
            Expr* inner = as<StarExpr>(e)->operand;
            return inner->kind == NodeKind::StarExpr ? nullptr : embeddedIdent(inner);
        }
        case NodeKind::SelectorExpr: return as<SelectorExpr>(e)->selector;
        case NodeKind::IndexExpr: return embeddedIdent(as<IndexExpr>(e)->operand);
        default: return nullptr;
    }
}
}  // namespace

void PackageChecker::structType(Struct* styp, StructType* e) {
    std::vector<Var*> fields;
    std::vector<std::string_view> tags;
    std::unordered_map<uint32_t, Var*> byName;
    bool anyTag = false;
    auto add = [&](Ident* ident, Type* type, bool embedded, std::string_view tag) {
        auto* field = ctx_.make<Var>(ident->name, ident->pos);
        field->pkg = pkg_;
        field->type = type;
        field->isField = true;
        field->embedded = embedded;
        field->used = true;
        if (!ident->name.isBlank()) {
            Var*& other = byName[ident->name.id()];
            if (other != nullptr) {
                error(DiagCode::DuplicateDecl, field, text(ident->name, " redeclared"),
                      {otherDeclaration(other)});
                return;
            }
            other = field;
        }
        field->index = static_cast<int>(fields.size());
        fields.push_back(field);
        tags.push_back(tag);
        anyTag |= !tag.empty();
        if (!embedded) ident->object = field;
    };
    for (Field* f : e->fields) {
        if (f->fieldType == nullptr) continue;
        Type* type = varType(f->fieldType);
        std::string_view tag;
        if (f->tag != nullptr && !f->tag->isBad) {
            if (f->tag->token == Token::String) {
                tag = ctx_.name(unquoteString(f->tag->text)).text();
            } else {
                error(DiagCode::InvalidStructLit, f->tag,
                      text("invalid syntax tree: incorrect tag syntax: \"", f->tag->text, "\""));
            }
        }
        if (!f->names.empty()) {
            for (Ident* name : f->names) add(name, type, false, tag);
            continue;
        }
        Ident* name = embeddedIdent(f->fieldType);
        if (name == nullptr) {
            error(DiagCode::InvalidEmbed, f->fieldType, text("invalid embedded field type ", f->fieldType));
            continue;
        }
        add(name, type, true, tag);
        Expr* at = f->fieldType;
        later([this, type, at] { checkEmbedded(type, at); });
    }
    styp->fields = std::move(fields);
    if (anyTag) styp->tags = std::move(tags);
}

void PackageChecker::checkEmbedded(Type* type, At at) {
    bool isPointer = false;
    Type* base = deref(type, &isPointer);
    if (!isValid(base)) return;
    Type* u = under(base);
    if (u->kind() == TypeKind::Pointer) {
        error(DiagCode::InvalidEmbed, at, "embedded field type cannot be a pointer");
    } else if (isTypeParam(base)) {
        error(DiagCode::MisplacedTypeParam, at,
              "embedded field type cannot be a (pointer to a) type parameter");
    } else if (u->kind() == TypeKind::Interface && isPointer) {
        error(DiagCode::InvalidEmbed, at, "embedded field type cannot be a pointer to an interface");
    }
}
}  // namespace sluice
