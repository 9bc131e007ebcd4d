// Parameter lists. `(a, b int)` and `(A, B)` look alike until the end of the list, so names and types are
// collected first and sorted out afterwards.
#include "base/assert.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

/// True if `expr` can only be a type or a constraint, not a value.
bool isTypeElement(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::ArrayType:
        case NodeKind::StructType:
        case NodeKind::FuncType:
        case NodeKind::InterfaceType:
        case NodeKind::MapType:
        case NodeKind::ChanType: return true;
        case NodeKind::BinaryExpr:
            return isTypeElement(as<BinaryExpr>(expr)->left) || isTypeElement(as<BinaryExpr>(expr)->right);
        case NodeKind::UnaryExpr:
            return as<UnaryExpr>(expr)->op == Token::Tilde || isTypeElement(as<UnaryExpr>(expr)->operand);
        case NodeKind::StarExpr: return isTypeElement(as<StarExpr>(expr)->operand);
        case NodeKind::ParenExpr: return isTypeElement(as<ParenExpr>(expr)->inner);
        default: return false;
    }
}

Ident* splitBinary(BinaryExpr* binary, bool force, Arena& arena, Expr*& type) {
    const bool mustBeType = force || isTypeElement(binary->right);
    if (binary->op == Token::Mul) {
        Ident* name = asIf<Ident>(binary->left);
        if (name == nullptr || !mustBeType) return nullptr;
        StarExpr* star = arena.make<StarExpr>();
        star->pos = binary->opPos;
        star->end = binary->end;
        star->operand = binary->right;
        type = star;
        return name;
    }
    if (binary->op != Token::Or) return nullptr;
    Expr* left = nullptr;
    Ident* name = splitTypeParameter(binary->left, mustBeType, arena, left);
    if (name == nullptr || left == nullptr) return nullptr;
    BinaryExpr* rest = arena.make<BinaryExpr>(*binary);
    rest->left = left;
    rest->pos = left->pos;
    type = rest;
    return name;
}

}  // namespace

Ident* splitTypeParameter(Expr* expr, bool force, Arena& arena, Expr*& type) {
    type = nullptr;
    if (Ident* name = asIf<Ident>(expr)) return name;
    if (BinaryExpr* binary = asIf<BinaryExpr>(expr)) return splitBinary(binary, force, arena, type);
    CallExpr* call = asIf<CallExpr>(expr);
    if (call == nullptr || !isA<Ident>(call->callee)) return nullptr;
    if (call->arguments.size() != 1 || call->hasEllipsis) return nullptr;
    if (!force && !isTypeElement(call->arguments.front())) return nullptr;
    ParenExpr* paren = arena.make<ParenExpr>();
    paren->pos = call->leftParen;
    paren->end = call->end;
    paren->inner = call->arguments.front();
    type = paren;
    return as<Ident>(call->callee);
}

/// ParameterDecl = [ IdentifierList ] [ "..." ] Type, one name at a time. `name` may have been parsed.
/// Returns false after an error.
bool Parser::parseParameter(Ident* name, Token follow, ParamDraft& out) {
    const bool typeSetsOk = follow == Token::RightBracket;
    out.pos = name != nullptr ? name->pos : pos();
    if (name == nullptr && typeSetsOk && at(Token::Tilde)) {
        out.type = parseUnion(parseEmbeddedTerm());
        return true;
    }
    if (at(Token::Identifier) || name != nullptr) {
        if (name == nullptr) name = parseName();
        if (parseNamedParameter(name, typeSetsOk, out)) return true;
    }
    if (at(Token::Ellipsis)) {
        Ellipsis* dots = make<Ellipsis>(pos());
        next();
        dots->element = parseTypeOrNull();
        if (dots->element == nullptr) {
            dots->element = badExpr();
            syntaxError("... is missing type");
        }
        out.type = finish(dots);
        return true;
    }
    if (typeSetsOk && at(Token::Tilde)) {
        out.type = parseUnion(parseEmbeddedTerm());
        return true;
    }
    out.type = parseTypeOrNull();
    if (typeSetsOk && at(Token::Or) && out.type != nullptr) out.type = parseUnion(out.type);
    if (out.name != nullptr || out.type != nullptr) return true;
    syntaxError("expected " + std::string(tokenText(follow)));
    advance({Token::Comma, follow});
    return false;
}

/// Behind a name. True when the parameter is complete; otherwise the name is in `out` and a type may follow.
bool Parser::parseNamedParameter(Ident* name, bool typeSetsOk, ParamDraft& out) {
    if (at(Token::LeftBracket)) {
        out.type = parseArrayOrTypeArguments(name);
        if (!isA<IndexExpr>(out.type)) out.name = name;
    } else if (at(Token::Period)) {
        out.type = parseQualifiedName(name);
    } else if (typeSetsOk && at(Token::Or)) {
        out.type = name;
    } else {
        out.name = name;
        return false;
    }
    if (typeSetsOk && at(Token::Or)) out.type = parseUnion(out.type);
    return true;
}

/// Behind "(" or "[". `name` and `type` are what has been parsed of the first parameter. In the result all
/// parameters have names or none has.
std::vector<ParamDraft> Parser::parseParameters(Ident* name, Expr* type, Token close, bool requireNames,
                                                BracketPair* brackets) {
    std::vector<ParamDraft> list;
    if (brackets != nullptr) brackets->close = pos();
    if (name != nullptr && type != nullptr && got(close)) {
        list.push_back({name->pos, name, type});
        return list;
    }
    uint32_t named = 0;
    uint32_t typed = 0;
    const Pos closePos = parseList("parameter list", Token::Comma, close, [&] {
        ParamDraft param;
        bool isParsed = true;
        if (type != nullptr) {
            param = {name->pos, name, type};
        } else {
            isParsed = parseParameter(name, close, param);
        }
        name = nullptr;
        type = nullptr;
        if (!isParsed) return false;
        if (param.name != nullptr && param.type != nullptr) named++;
        if (param.type != nullptr) typed++;
        list.push_back(param);
        return false;
    });
    if (brackets != nullptr) brackets->close = closePos;
    if (list.empty()) return list;
    if (named == 0 && !requireNames) {
        for (ParamDraft& param : list) {
            if (param.name != nullptr) param.type = param.name;
            param.name = nullptr;
        }
    } else if (named != list.size()) {
        distributeTypes(list, named, typed, closePos, requireNames);
    }
    return list;
}

/// Gives names without a type the type that follows them, and reports what then lacks a name or a type.
void Parser::distributeTypes(std::vector<ParamDraft>& list, uint32_t named, uint32_t typed, Pos closePos,
                             bool requireNames) {
    Pos errorPos;
    Expr* type = nullptr;
    for (size_t i = list.size(); i-- > 0;) {
        ParamDraft& param = list[i];
        if (param.type != nullptr) {
            type = param.type;
            if (param.name == nullptr) {
                errorPos = reportPos(type);
                param.name = makeIdent(errorPos, "_");
            }
        } else if (type != nullptr) {
            param.type = type;
        } else {
            errorPos = param.name->pos;
            param.type = make<BadExpr>(errorPos);
        }
    }
    if (!errorPos.isValid()) return;
    std::string message;
    if (named == typed) {
        errorPos = closePos;
        message = requireNames ? "missing type constraint" : "missing parameter type";
    } else if (requireNames) {
        message = "missing type parameter name";
        if (list.size() == 1) message += " or invalid array length";
    } else {
        message = "missing parameter name";
    }
    syntaxErrorAt(errorPos, message);
}

/// `brackets.open` is known to the caller, `brackets.close` is set here.
List<Field*> Parser::parseFields(Ident* name, Expr* type, Token close, bool requireNames,
                                 BracketPair& brackets) {
    return groupFields(parseParameters(name, type, close, requireNames, &brackets));
}

/// Neighbours that share one type expression become one Field.
List<Field*> Parser::groupFields(const std::vector<ParamDraft>& list) {
    std::vector<Field*> fields;
    for (size_t i = 0; i < list.size();) {
        Field* field = make<Field>(list[i].pos);
        field->fieldType = list[i].type;
        std::vector<Ident*> fieldNames;
        size_t next = i;
        for (; next < list.size() && list[next].type == list[i].type; next++) {
            if (list[next].name == nullptr) break;
            fieldNames.push_back(list[next].name);
        }
        i = next > i ? next : i + 1;
        field->names = arena_.copyList(fieldNames);
        field->end = field->fieldType->end;
        fields.push_back(field);
    }
    return arena_.copyList(fields);
}

}  // namespace sluice
