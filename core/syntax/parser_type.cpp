#include "base/assert.h"
#include "syntax/dump.h"
#include "syntax/parser_impl.h"

namespace sluice {

Expr* Parser::parseType() {
    if (Expr* type = parseTypeOrNull()) return type;
    Expr* bad = badExpr();
    syntaxError("expected type");
    advance({Token::Comma, Token::Colon, Token::Semicolon, Token::RightParen, Token::RightBracket,
             Token::RightBrace});
    return bad;
}

/// Type = TypeName | TypeLit | "(" Type ")" .
Expr* Parser::parseTypeOrNull() {
    Expr* type = enter() ? parseTypeOrNullInner() : nullptr;
    leave();
    return type;
}

Expr* Parser::parseTypeOrNullInner() {
    const Pos start = pos();
    switch (token_.kind) {
        case Token::Mul: {
            next();
            StarExpr* star = make<StarExpr>(start);
            star->operand = parseType();
            return finish(star);
        }
        case Token::Arrow: {
            next();
            want(Token::Chan);
            ChanType* chan = make<ChanType>(start);
            chan->direction = ChanDirection::ReceiveOnly;
            chan->element = parseChanElement();
            return finish(chan);
        }
        case Token::Func: next(); return parseFuncType(start, "function type");
        case Token::LeftBracket:
            next();
            return got(Token::RightBracket) ? parseSliceType(start) : parseArrayType(start, nullptr);
        case Token::Chan: {
            next();
            ChanType* chan = make<ChanType>(start);
            if (got(Token::Arrow)) chan->direction = ChanDirection::SendOnly;
            chan->element = parseChanElement();
            return finish(chan);
        }
        case Token::Map: {
            next();
            want(Token::LeftBracket);
            MapType* map = make<MapType>(start);
            map->key = parseType();
            want(Token::RightBracket);
            map->value = parseType();
            return finish(map);
        }
        case Token::Struct: return parseStructType();
        case Token::Interface: return parseInterfaceType();
        case Token::Identifier: return parseQualifiedName(nullptr);
        case Token::LeftParen: {
            next();
            ParenExpr* paren = make<ParenExpr>(start);
            paren->inner = parseType();
            want(Token::RightParen);
            return finish(paren);
        }
        default: return nullptr;
    }
}

/// TypeName [ TypeArgs ] ; the first name may have been parsed.
Expr* Parser::parseQualifiedName(Ident* first) {
    Expr* name = first;
    if (first == nullptr) {
        if (at(Token::Identifier)) {
            name = parseName();
        } else {
            name = makeIdent(pos(), "_");
            syntaxError("expected name");
            advance({Token::Period, Token::Semicolon, Token::RightBrace});
        }
    }
    if (at(Token::Period)) {
        SelectorExpr* selector = make<SelectorExpr>(name->pos);
        selector->dotPos = pos();
        next();
        selector->operand = name;
        selector->selector = parseName();
        name = finish(selector);
    }
    return at(Token::LeftBracket) ? parseTypeInstance(name) : name;
}

/// TypeArgs = "[" TypeList [ "," ] "]" .
Expr* Parser::parseTypeInstance(Expr* generic) {
    IndexExpr* instance = make<IndexExpr>(generic->pos);
    instance->operand = generic;
    instance->leftBracket = pos();
    want(Token::LeftBracket);
    if (at(Token::RightBracket)) {
        syntaxError("expected type argument list");
        instance->indices = arena_.copyList<Expr*>({badExpr()});
    } else {
        bool sawComma = false;
        instance->indices = arena_.copyList(parseTypeList(true, sawComma));
    }
    want(Token::RightBracket);
    return finish(instance);
}

/// [ TypeParameters ] Signature. With a `context`, type parameters are an error.
FuncType* Parser::parseFuncType(Pos start, const char* context) {
    FuncType* type = make<FuncType>(start);
    const Pos bracket = pos();
    type->signaturePos = bracket;
    if (got(Token::LeftBracket)) {
        if (*context != 0) syntaxErrorAt(bracket, std::string(context) + " must have no type parameters");
        if (at(Token::RightBracket)) {
            syntaxError("empty type parameter list");
            next();
        } else {
            type->typeParameterBrackets.open = bracket;
            type->typeParameters =
                parseFields(nullptr, nullptr, Token::RightBracket, true, type->typeParameterBrackets);
        }
    }
    type->parameterParens.open = pos();
    want(Token::LeftParen);
    type->parameters = parseFields(nullptr, nullptr, Token::RightParen, false, type->parameterParens);
    parseResult(type);
    return finish(type);
}

/// Result = Parameters | Type .
void Parser::parseResult(FuncType* type) {
    const Pos start = pos();
    if (got(Token::LeftParen)) {
        type->resultParens.open = start;
        type->results = parseFields(nullptr, nullptr, Token::RightParen, false, type->resultParens);
        return;
    }
    Expr* result = parseTypeOrNull();
    if (result == nullptr) return;
    Field* field = make<Field>(start);
    field->fieldType = result;
    type->results = arena_.copyList<Field*>({finish(field)});
}

/// Behind "[", whose place is `start`; `length` may have been parsed.
Expr* Parser::parseArrayType(Pos start, Expr* length) {
    if (length == nullptr) {
        const Pos dots = pos();
        if (got(Token::Ellipsis)) {
            length = finish(make<Ellipsis>(dots));
        } else {
            exprDepth_++;
            length = parseExpr();
            exprDepth_--;
        }
    }
    if (at(Token::Comma)) {
        syntaxError("unexpected comma; expected ]");
        next();
    }
    want(Token::RightBracket);
    ArrayType* array = make<ArrayType>(start);
    array->arrayLength = length;
    array->element = parseType();
    return finish(array);
}

/// Behind "[]".
Expr* Parser::parseSliceType(Pos start) {
    ArrayType* slice = make<ArrayType>(start);
    slice->element = parseType();
    return finish(slice);
}

Expr* Parser::parseChanElement() {
    if (Expr* element = parseTypeOrNull()) return element;
    Expr* bad = badExpr();
    syntaxError("missing channel element type");
    return bad;
}

/// StructType = "struct" "{" { FieldDecl ";" } "}" .
StructType* Parser::parseStructType() {
    StructType* type = make<StructType>(pos());
    want(Token::Struct);
    type->leftBrace = pos();
    want(Token::LeftBrace);
    std::vector<Field*> fields;
    type->rightBrace = parseList("struct type", Token::Semicolon, Token::RightBrace, [&] {
        parseFieldDecl(fields);
        return false;
    });
    type->fields = arena_.copyList(fields);
    return finish(type);
}

/// Adds a field with the tag that may follow.
void Parser::addField(std::vector<Field*>& fields, Pos start, List<Ident*> fieldNames, Expr* type) {
    Field* field = make<Field>(start);
    field->names = fieldNames;
    field->fieldType = type;
    field->isEmbedded = fieldNames.empty();
    field->tag = parseLiteralOrNull();
    fields.push_back(finish(field));
}

/// FieldDecl = ( IdentifierList Type | [ "*" ] TypeName [ TypeArgs ] ) [ Tag ] .
void Parser::parseFieldDecl(std::vector<Field*>& fields) {
    const Pos start = pos();
    if (at(Token::Identifier)) {
        parseNamedField(fields, start);
    } else if (at(Token::Mul)) {
        addField(fields, start, {}, parseEmbeddedPointer(start));
    } else if (at(Token::LeftParen)) {
        syntaxError("cannot parenthesize embedded type");
        next();
        Expr* type = at(Token::Mul) ? parseEmbeddedPointer(pos()) : parseQualifiedName(nullptr);
        got(Token::RightParen);
        addField(fields, start, {}, type);
    } else {
        syntaxError("expected field name or embedded type");
        advance({Token::Semicolon, Token::RightBrace});
    }
}

void Parser::parseNamedField(std::vector<Field*>& fields, Pos start) {
    Ident* name = parseName();
    if (at(Token::Period) || isLiteral(token_.kind) || at(Token::Semicolon) || at(Token::RightBrace)) {
        return addField(fields, start, {}, parseQualifiedName(name));
    }
    const List<Ident*> list = parseNameList(name);
    if (list.size() == 1 && at(Token::LeftBracket)) {
        // A field of array or slice type, or an embedded instantiated type.
        Expr* type = parseArrayOrTypeArguments(name);
        return addField(fields, start, isA<IndexExpr>(type) ? List<Ident*>{} : list, type);
    }
    addField(fields, start, list, parseType());
}

/// At "*" of an embedded field.
Expr* Parser::parseEmbeddedPointer(Pos start) {
    next();
    StarExpr* star = make<StarExpr>(start);
    if (at(Token::LeftParen)) {
        syntaxError("cannot parenthesize embedded type");
        next();
        star->operand = parseQualifiedName(nullptr);
        got(Token::RightParen);
    } else {
        star->operand = parseQualifiedName(nullptr);
    }
    return finish(star);
}

/// `name [n]E`, `name []E` (an array or slice type), or `name[T1, T2]` (an IndexExpr with `name` as operand).
Expr* Parser::parseArrayOrTypeArguments(Ident* name) {
    const Pos bracket = pos();
    want(Token::LeftBracket);
    if (got(Token::RightBracket)) return parseSliceType(bracket);
    bool sawComma = false;
    const ExprVector list = parseTypeList(false, sawComma);
    want(Token::RightBracket);
    if (!sawComma) {
        if (Expr* element = parseTypeOrNull()) {
            ArrayType* array = make<ArrayType>(bracket);
            array->arrayLength = list.front();
            array->element = element;
            return finish(array);
        }
    }
    IndexExpr* instance = make<IndexExpr>(name->pos);
    instance->operand = name;
    instance->leftBracket = bracket;
    instance->indices = arena_.copyList(list);
    return finish(instance);
}

/// InterfaceType = "interface" "{" { ( MethodSpec | EmbeddedElem ) ";" } "}" .
InterfaceType* Parser::parseInterfaceType() {
    InterfaceType* type = make<InterfaceType>(pos());
    want(Token::Interface);
    type->leftBrace = pos();
    want(Token::LeftBrace);
    std::vector<Field*> elements;
    type->rightBrace = parseList("interface type", Token::Semicolon, Token::RightBrace, [&] {
        Field* field = at(Token::Identifier) ? parseMethodSpec() : makeElement(parseEmbeddedTerm());
        if (field->names.empty()) {
            field->fieldType = parseUnion(field->fieldType);
            field->isEmbedded = true;
        }
        elements.push_back(finish(field));
        return false;
    });
    type->elements = arena_.copyList(elements);
    return finish(type);
}

Field* Parser::makeElement(Expr* type) {
    Field* field = make<Field>(type->pos);
    field->fieldType = type;
    return finish(field);
}

/// MethodSpec = identifier Signature | InterfaceTypeName .
Field* Parser::parseMethodSpec() {
    Field* field = make<Field>(pos());
    Ident* name = parseName();
    if (at(Token::LeftParen)) {
        field->names = arena_.copyList<Ident*>({name});
        field->fieldType = parseFuncType(pos(), "interface method");
    } else if (at(Token::LeftBracket)) {
        parseBracketedMethodSpec(field, name);
    } else {
        field->fieldType = parseQualifiedName(name);
    }
    return field;
}

/// `name[…`: an embedded instantiated type, or a method with type parameters, which Go does not have.
void Parser::parseBracketedMethodSpec(Field* field, Ident* name) {
    const Pos bracket = pos();
    next();
    const auto asMethodOrType = [&] {
        if (at(Token::LeftParen)) {
            field->names = arena_.copyList<Ident*>({name});
            field->fieldType = parseFuncType(pos(), "interface method");
        } else {
            field->fieldType = name;
        }
    };
    if (at(Token::RightBracket)) {
        const Pos close = pos();
        next();
        error(close, at(Token::LeftParen) ? "empty type parameter list" : "empty type argument list");
        return asMethodOrType();
    }
    const std::vector<ParamDraft> list = parseParameters(nullptr, nullptr, Token::RightBracket, false);
    if (list.empty()) return asMethodOrType();
    if (list.front().name != nullptr) {
        field->names = arena_.copyList<Ident*>({name});
        field->fieldType = parseFuncType(pos(), "interface method");
        error(bracket, "interface method must have no type parameters");
        return;
    }
    IndexExpr* instance = make<IndexExpr>(name->pos);
    instance->operand = name;
    instance->leftBracket = bracket;
    ExprVector types;
    for (const ParamDraft& param : list) types.push_back(param.type);
    instance->indices = arena_.copyList(types);
    field->fieldType = finish(instance);
}

/// EmbeddedElem = EmbeddedTerm { "|" EmbeddedTerm } ; the first has been parsed.
Expr* Parser::parseUnion(Expr* first) {
    for (uint32_t chain = 1; at(Token::Or); chain++) {
        if (depth_ + chain > kMaxNesting) tooDeep();
        BinaryExpr* binary = make<BinaryExpr>(first->pos);
        binary->op = Token::Or;
        binary->opPos = pos();
        next();
        binary->left = first;
        binary->right = parseEmbeddedTerm();
        first = finish(binary);
    }
    return first;
}

/// EmbeddedTerm = [ "~" ] Type .
Expr* Parser::parseEmbeddedTerm() {
    if (at(Token::Tilde)) {
        UnaryExpr* term = make<UnaryExpr>(pos());
        term->op = Token::Tilde;
        next();
        term->operand = parseType();
        return finish(term);
    }
    if (Expr* type = parseTypeOrNull()) return type;
    Expr* bad = badExpr();
    syntaxError("expected ~ term or type");
    // gc goes on at any operator here, not only at the next `|` or `~`.
    advance({Token::Add,        Token::Sub,        Token::Quo,          Token::Rem,       Token::And,
             Token::Or,         Token::Xor,        Token::Shl,          Token::Shr,       Token::AndNot,
             Token::LogicalAnd, Token::LogicalOr,  Token::Equal,        Token::Less,      Token::Greater,
             Token::Not,        Token::Tilde,      Token::NotEqual,     Token::LessEqual, Token::GreaterEqual,
             Token::Semicolon,  Token::RightParen, Token::RightBracket, Token::RightBrace});
    return bad;
}

}  // namespace sluice
