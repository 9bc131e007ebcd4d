#include "base/assert.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

bool isEmptyFunc(const Decl* decl) {
    const FuncDecl* func = asIf<FuncDecl>(decl);
    return func != nullptr && !func->hasBody();
}

bool startsDeclaration(Token token) {
    return token == Token::Import || token == Token::Const || token == Token::Type || token == Token::Var ||
           token == Token::Func;
}

}  // namespace

/// PackageClause = "package" PackageName ";" . Without one the rest is not looked at, as in gc.
bool Parser::parsePackageClause(File* file) {
    if (!got(Token::Package)) {
        syntaxError("package statement must be first");
        return false;
    }
    Ident* name = parseName();
    want(Token::Semicolon);
    if (lexer_.errorCount() > 0) return false;
    file->packageName = name;
    return true;
}

/// { ( ImportDecl | TopLevelDecl ) ";" }
void Parser::parseDecls(File* file) {
    std::vector<Decl*> decls;
    std::vector<ImportDecl*> imports;
    Token previous = Token::Import;
    while (!at(Token::EndOfFile)) {
        if (at(Token::Import) && previous != Token::Import) {
            syntaxError("imports must appear before other declarations");
        }
        previous = token_.kind;
        if (!startsDeclaration(token_.kind)) {
            if (at(Token::LeftBrace) && !decls.empty() && isEmptyFunc(decls.back())) {
                syntaxError("unexpected semicolon or newline before {");
            } else {
                syntaxError("non-declaration statement outside function body");
            }
            advance({Token::Import, Token::Const, Token::Type, Token::Var, Token::Func});
            continue;
        }
        const Token keyword = token_.kind;
        const Pos keywordPos = pos();
        next();
        if (keyword == Token::Func) {
            decls.push_back(parseFuncDecl(keywordPos));
        } else {
            GenDecl* group = parseGenDecl(keyword, keywordPos);
            decls.push_back(group);
            for (Decl* spec : group->specs) {
                if (keyword == Token::Import) imports.push_back(as<ImportDecl>(spec));
            }
        }
        if (!at(Token::EndOfFile) && !got(Token::Semicolon)) {
            syntaxError("after top level declaration");
            advance({Token::Import, Token::Const, Token::Type, Token::Var, Token::Func});
        }
    }
    file->decls = arena_.copyList(decls);
    file->imports = arena_.copyList(imports);
}

/// Spec | "(" { Spec ";" } ")" behind the keyword.
GenDecl* Parser::parseGenDecl(Token keyword, Pos keywordPos) {
    GenDecl* decl = make<GenDecl>(keywordPos);
    decl->token = keyword;
    std::vector<Decl*> specs;
    SpecGroup group;
    decl->parens.open = pos();
    if (got(Token::LeftParen)) {
        decl->isGroup = true;
        decl->parens.close = parseList("grouped declaration", Token::Semicolon, Token::RightParen, [&] {
            specs.push_back(parseSpec(keyword, group));
            return false;
        });
    } else {
        decl->parens = {};
        specs.push_back(parseSpec(keyword, group));
    }
    decl->specs = arena_.copyList(specs);
    return finish(decl);
}

Decl* Parser::parseSpec(Token keyword, SpecGroup& group) {
    switch (keyword) {
        case Token::Import: return parseImportSpec();
        case Token::Const: return parseConstSpec(group);
        case Token::Type: return parseTypeSpec();
        default: return parseVarSpec();
    }
}

/// ImportSpec = [ "." | PackageName ] ImportPath .
ImportDecl* Parser::parseImportSpec() {
    ImportDecl* decl = make<ImportDecl>(pos());
    if (at(Token::Identifier)) {
        decl->localName = parseName();
    } else if (at(Token::Period)) {
        decl->localName = makeIdent(pos(), ".");
        next();
        finish(decl->localName);
    }
    decl->pathLiteral = parseLiteralOrNull();
    if (decl->pathLiteral == nullptr) {
        syntaxError("missing import path");
        advance({Token::Semicolon, Token::RightParen});
        return finish(decl);
    }
    if (!decl->pathLiteral->isBad && decl->pathLiteral->token != Token::String) {
        syntaxErrorAt(decl->pathLiteral->pos, "import path must be a string");
        decl->pathLiteral->isBad = true;
    }
    if (!decl->pathLiteral->isBad) {
        decl->path = arena_.copyText(unquoteString(decl->pathLiteral->text));
    }
    return finish(decl);
}

/// ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
ConstSpec* Parser::parseConstSpec(SpecGroup& group) {
    ConstSpec* spec = make<ConstSpec>(pos());
    spec->iota = group.index++;
    spec->names = parseNameList(parseName());
    if (!at(Token::EndOfFile) && !at(Token::Semicolon) && !at(Token::RightParen)) {
        spec->declaredType = parseTypeOrNull();
        if (gotAssign()) spec->values = arena_.copyList(parseExprList());
    }
    finish(spec);
    if (spec->declaredType != nullptr || !spec->values.empty()) {
        group.lastConst = spec;
    } else if (group.lastConst != nullptr) {
        spec->declaredType = group.lastConst->declaredType;
        spec->values = group.lastConst->values;
        spec->isRepeated = true;
    }
    return spec;
}

/// VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
VarSpec* Parser::parseVarSpec() {
    VarSpec* spec = make<VarSpec>(pos());
    spec->names = parseNameList(parseName());
    if (gotAssign()) {
        spec->values = arena_.copyList(parseExprList());
    } else {
        spec->declaredType = parseType();
        if (gotAssign()) spec->values = arena_.copyList(parseExprList());
    }
    return finish(spec);
}

/// TypeSpec = identifier [ TypeParams ] [ "=" ] Type .
TypeSpec* Parser::parseTypeSpec() {
    TypeSpec* spec = make<TypeSpec>(pos());
    spec->name = parseName();
    if (at(Token::LeftBracket)) {
        parseTypeSpecBracket(spec);
    } else {
        spec->isAlias = gotAssign();
        spec->declaredType = parseTypeOrNull();
    }
    if (spec->declaredType == nullptr) {
        spec->declaredType = badExpr();
        syntaxError("in type declaration");
        advance({Token::Semicolon, Token::RightParen});
    }
    return finish(spec);
}

/// `type T[`: an array or slice type, or type parameters. An expression is parsed and looked at: `[P *C]`
/// could be both, and is an array unless a comma follows or the right side can only be a type (Go spec, "Type
/// parameters").
void Parser::parseTypeSpecBracket(TypeSpec* spec) {
    const Pos bracket = pos();
    next();
    if (got(Token::RightBracket)) {
        spec->declaredType = parseSliceType(bracket);
        return;
    }
    if (!at(Token::Identifier)) {
        spec->declaredType = parseArrayType(bracket, nullptr);
        return;
    }
    Expr* expr = parseName();
    if (!at(Token::LeftBracket)) {  // `P []E` is no index expression but a parameter and its constraint
        exprDepth_++;
        expr = parseBinary(parsePrimary(expr), 0);
        exprDepth_--;
    }
    Expr* type = nullptr;
    Ident* name = splitTypeParameter(expr, at(Token::Comma), arena_, type);
    if (name == nullptr || (type == nullptr && at(Token::RightBracket))) {
        spec->declaredType = parseArrayType(bracket, expr);
        return;
    }
    spec->typeParameterBrackets.open = bracket;
    spec->typeParameters = parseFields(name, type, Token::RightBracket, true, spec->typeParameterBrackets);
    spec->isAlias = gotAssign();
    spec->declaredType = parseTypeOrNull();
}

/// FunctionDecl and MethodDecl behind "func".
FuncDecl* Parser::parseFuncDecl(Pos funcPos) {
    FuncDecl* decl = make<FuncDecl>(funcPos);
    const bool isMethod = at(Token::LeftParen);
    if (isMethod) parseReceiver(decl);
    if (at(Token::Identifier)) {
        decl->name = parseName();
        decl->signature = parseFuncType(pos(), isMethod ? "method" : "");
    } else {
        decl->name = makeIdent(pos(), "_");
        decl->signature = make<FuncType>(pos());
        decl->signature->signaturePos = pos();
        syntaxError(isMethod ? "expected name" : "expected name or (");
        advance({Token::LeftBrace, Token::Semicolon});
    }
    if (at(Token::LeftBrace) && !(skipsBodies_ && skipFuncBody(decl))) decl->body = parseFuncBody();
    return finish(decl);
}

/// At "{": goes on behind the matching "}". False, and nothing has happened, when there is none.
bool Parser::skipFuncBody(FuncDecl* decl) {
    const uint32_t start = token_.pos.offset();
    if (!lexer_.skipBlock()) return false;
    decl->skippedBody = start;
    token_.kind = Token::RightBrace;
    token_.end = file_.posAt(lexer_.offset());
    next();
    return true;
}

void Parser::parseSkippedBody(FuncDecl& decl) {
    lexer_.seek(decl.skippedBody);
    next();
    decl.skippedBody = 0;
    decl.body = parseFuncBody();
}

void Parser::parseReceiver(FuncDecl* decl) {
    decl->receiverParens.open = pos();
    next();
    const std::vector<ParamDraft> list =
        parseParameters(nullptr, nullptr, Token::RightParen, false, &decl->receiverParens);
    decl->receiverCount = static_cast<uint32_t>(list.size());
    if (list.empty()) {
        errorHere("method has no receiver");
        return;
    }
    if (list.size() > 1) errorHere("method has multiple receivers");
    decl->receiver = groupFields({list.front()}).front();
}

BlockStmt* Parser::parseFuncBody() {
    funcDepth_++;
    const uint32_t errorsBefore = lexer_.errorCount();
    BlockStmt* body = parseBlock("");
    funcDepth_--;
    // After a syntax error the tree may be incomplete, and complaints about its labels would mislead.
    if (lexer_.errorCount() == errorsBefore) checkBranches(body, diagnostics_);
    return body;
}

Ident* Parser::parseName() {
    if (at(Token::Identifier)) {
        Ident* ident = makeIdent(pos(), token_.text);
        next();
        return finish(ident);
    }
    Ident* ident = makeIdent(pos(), "_");
    syntaxError("expected name");
    advance({});
    return ident;
}

/// IdentifierList = identifier { "," identifier } ; the first has been parsed.
List<Ident*> Parser::parseNameList(Ident* first) {
    std::vector<Ident*> list = {first};
    while (got(Token::Comma)) list.push_back(parseName());
    return arena_.copyList(list);
}

}  // namespace sluice
