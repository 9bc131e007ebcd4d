// Declarations.
#include <algorithm>

#include "syntax/format_printer.h"

namespace sluice {

namespace {

/// The parts of a const or var spec; a repeated const spec has no type and values of its own.
struct ValueParts {
    List<Ident*> names;
    const Expr* type = nullptr;
    List<Expr*> values;
};

ValueParts partsOf(const Decl* spec) {
    if (const ConstSpec* constant = asIf<ConstSpec>(spec)) {
        if (constant->isRepeated) return {constant->names, nullptr, {}};
        return {constant->names, constant->declaredType, constant->values};
    }
    const VarSpec* variable = as<VarSpec>(spec);
    return {variable->names, variable->declaredType, variable->values};
}

/// For each spec: must the column of types be kept? In a run of specs with values, the values move into the
/// type column when no spec of the run has a type.
std::vector<bool> typeColumns(const List<Decl*>& specs) {
    std::vector<bool> keeps(specs.size());
    size_t runBegin = specs.size();
    bool keepsType = false;
    const auto endRun = [&](size_t end) {
        for (size_t i = runBegin; i < end; i++) keeps[i] = keepsType;
        runBegin = specs.size();
    };
    for (size_t i = 0; i < specs.size(); i++) {
        const ValueParts parts = partsOf(specs[i]);
        if (!parts.values.empty()) {
            if (runBegin == specs.size()) {
                runBegin = i;
                keepsType = false;
            }
        } else if (runBegin < specs.size()) {
            endRun(i);
        }
        if (parts.type != nullptr) keepsType = true;
    }
    if (runBegin < specs.size()) endRun(specs.size());
    return keeps;
}

Token declKeyword(const Decl* decl) {
    const GenDecl* group = asIf<GenDecl>(decl);
    return group != nullptr ? group->token : Token::Func;
}

}  // namespace

/// A spec of a group, in columns for names, types, values and comments.
void FormatPrinter::valueSpec(const Decl* spec, bool keepsType) {
    const ValueParts parts = partsOf(spec);
    identList(parts.names, false);
    int extraTabs = 3;
    if (parts.type != nullptr || keepsType) {
        space(Space::VTab);
        extraTabs--;
    }
    if (parts.type != nullptr) expr(parts.type);
    if (!parts.values.empty()) {
        space(Space::VTab);
        token(Token::Assign);
        space(Space::Blank);
        exprList(parts.values, 1, {});
        extraTabs--;
    }
    if (!hasLineComment(spec)) return;
    for (; extraTabs > 0; extraTabs--) space(Space::VTab);
}

void FormatPrinter::spec(const Decl* spec, bool isAlone, bool indent) {
    if (const ImportDecl* import = asIf<ImportDecl>(spec)) {
        if (import->localName != nullptr) {
            expr(import->localName);
            space(Space::Blank);
        }
        const std::string_view text = import->pathLiteral->text;
        // A comment between name and path goes behind the import when gofmt has sorted it.
        const std::vector<Pos>& moved = source_.movedImports;
        const bool isMoved = std::find(moved.begin(), moved.end(), import->pos) != moved.end();
        setPos(isMoved ? import->pos : import->pathLiteral->pos);
        // Raw string paths become ordinary ones.
        if (text.starts_with('`') && text.size() > 2 &&
            text.find_first_of("\"\\", 0) == std::string_view::npos) {
            literal("\"" + std::string(text.substr(1, text.size() - 2)) + "\"", Token::String);
        } else {
            literal(text, Token::String);
        }
        setPos(import->end);
        return;
    }
    if (const TypeSpec* type = asIf<TypeSpec>(spec)) {
        expr(type->name);
        if (!type->typeParameters.empty()) {
            parameters(type->typeParameters, type->typeParameterBrackets, ParamMode::TypeTypeParams);
        }
        space(isAlone ? Space::Blank : Space::VTab);
        if (type->isAlias) {
            token(Token::Assign);
            space(Space::Blank);
        }
        return expr(type->declaredType);
    }
    const ValueParts parts = partsOf(spec);
    identList(parts.names, indent);
    if (parts.type != nullptr) {
        space(Space::Blank);
        expr(parts.type);
    }
    if (!parts.values.empty()) {
        space(Space::Blank);
        token(Token::Assign);
        space(Space::Blank);
        exprList(parts.values, 1, {});
    }
}

void FormatPrinter::specGroup(const GenDecl* decl) {
    const bool hasColumns =
        decl->specs.size() > 1 && (decl->token == Token::Const || decl->token == Token::Var);
    const std::vector<bool> keepsType = hasColumns ? typeColumns(decl->specs) : std::vector<bool>{};
    spaces({Space::Indent, Space::FormFeed});
    uint32_t startLine = 0;
    for (uint32_t i = 0; i < decl->specs.size(); i++) {
        if (i > 0) linebreak(line(decl->specs[i]->pos), 1, Space::Ignore, linesFrom(startLine) > 0);
        recordLine(&startLine);
        if (hasColumns) {
            valueSpec(decl->specs[i], keepsType[i]);
        } else {
            spec(decl->specs[i], decl->specs.size() == 1, false);
        }
    }
    spaces({Space::Unindent, Space::FormFeed});
}

void FormatPrinter::genDecl(const GenDecl* decl) {
    setPos(decl->pos);
    token(decl->token);
    space(Space::Blank);
    if (!decl->isGroup) {
        if (!decl->specs.empty()) spec(decl->specs.front(), true, true);
        return;
    }
    setPos(decl->parens.open);
    token(Token::LeftParen);
    if (!decl->specs.empty()) specGroup(decl);
    setPos(decl->parens.close);
    token(Token::RightParen);
}

void FormatPrinter::funcDecl(const FuncDecl* decl) {
    setPos(decl->pos);
    token(Token::Func);
    space(Space::Blank);
    // The blank behind "func" counts, although it is still pending: gofmt measures so.
    const uint32_t startColumn = outColumn_ - 5;
    if (decl->receiver != nullptr) {
        Field* receivers[] = {decl->receiver};
        parameters({receivers, 1}, decl->receiverParens, ParamMode::Params);
        space(Space::Blank);
    }
    expr(decl->name);
    signature(decl->signature);
    funcBody(distanceFrom(decl->pos, startColumn), Space::VTab, decl->body);
}

void FormatPrinter::decl(const Decl* decl) {
    if (const FuncDecl* func = asIf<FuncDecl>(decl)) return funcDecl(func);
    if (const GenDecl* group = asIf<GenDecl>(decl)) return genDecl(group);
    setPos(decl->pos);
    literal("BadDecl", Token::String);
}

/// An empty line separates declarations of different kinds and those with documentation.
void FormatPrinter::declList(const List<Decl*>& decls) {
    Token previous = Token::EndOfFile;
    for (const Decl* each : decls) {
        const Token keyword = declKeyword(each);
        const uint32_t min = previous != keyword || hasDoc(each) ? 2 : 1;
        const bool spansLines = line(each->end) > line(each->pos);
        linebreak(line(each->pos), min, Space::Ignore, keyword == Token::Func && spansLines);
        decl(each);
        previous = keyword;
    }
}

}  // namespace sluice
