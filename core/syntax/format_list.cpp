// Lists of expressions, parameters and fields, and types.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "syntax/format_printer.h"

namespace sluice {

namespace {

constexpr uint32_t kHugeLine = 1000000;  // wider than any source line

bool isTypeElement(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::ArrayType:
        case NodeKind::StructType:
        case NodeKind::FuncType:
        case NodeKind::InterfaceType:
        case NodeKind::MapType:
        case NodeKind::ChanType: return true;
        case NodeKind::UnaryExpr: return as<UnaryExpr>(expr)->op == Token::Tilde;
        case NodeKind::BinaryExpr:
            return isTypeElement(as<BinaryExpr>(expr)->left) || isTypeElement(as<BinaryExpr>(expr)->right);
        case NodeKind::ParenExpr: return isTypeElement(as<ParenExpr>(expr)->inner);
        default: return false;
    }
}

/// True if a name followed by `expr` would read as a value: `[P *C]` needs a comma to be a type parameter
/// list.
bool combinesWithName(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::StarExpr: return !isTypeElement(as<StarExpr>(expr)->operand);
        case NodeKind::BinaryExpr:
            return combinesWithName(as<BinaryExpr>(expr)->left) &&
                   !isTypeElement(as<BinaryExpr>(expr)->right);
        case NodeKind::ParenExpr: return !isTypeElement(as<ParenExpr>(expr)->inner);
        default: return false;
    }
}

uint32_t nameCount(const List<Field*>& fields) {
    uint32_t count = 0;
    for (const Field* field : fields) count += std::max<uint32_t>(1, field->names.size());
    return count;
}

}  // namespace

void FormatPrinter::exprListOnOneLine(const List<Expr*>& list, int depth) {
    for (uint32_t i = 0; i < list.size(); i++) {
        if (i > 0) {
            setPos(list[i]->pos);  // comments go in front of the comma
            token(Token::Comma);
            space(Space::Blank);
        }
        expr0(list[i], depth);
    }
}

/// Elements that are alone on their lines share columns while their keys are of similar width.
bool FormatPrinter::breaksColumns(const Expr* element, const ListStyle& style, ColumnState& state) {
    constexpr uint32_t kSmallKey = 40;
    constexpr double kMaxRatio = 2.5;
    const uint32_t previous = state.size;
    uint32_t size = nodeSize(element, kHugeLine);
    if (size <= kHugeLine && style.before.isValid() && style.after.isValid()) {
        if (const KeyValueExpr* pair = asIf<KeyValueExpr>(element)) size = nodeSize(pair->key, kHugeLine);
    } else {
        size = 0;
    }
    state.size = size;
    if (previous == 0 || size == 0) return true;
    if (state.count == 0 || (previous <= kSmallKey && size <= kSmallKey)) return false;
    const double mean = std::exp(state.logSum / state.count);
    const double ratio = size / mean;
    return kMaxRatio * ratio <= 1 || kMaxRatio <= ratio;
}

void FormatPrinter::exprList(const List<Expr*>& list, int depth, const ListStyle& style) {
    if (list.empty()) return;
    const uint32_t beforeLine = line(style.before);
    const uint32_t firstLine = line(list.front()->pos);
    if (style.before.isValid() && beforeLine == firstLine && firstLine == line(list.back()->end)) {
        return exprListOnOneLine(list, depth);
    }
    bool mayIndent = !style.noIndent;
    const auto indentSpace = [&] { return mayIndent ? Space::Indent : Space::Ignore; };
    bool isBroken = false;  // a line break came, and with it the indentation
    int lastBreak = -1;
    if (style.before.isValid() && beforeLine < firstLine &&
        linebreak(firstLine, 0, indentSpace(), true) > 0) {
        mayIndent = false;
        isBroken = true;
        lastBreak = 0;
    }
    ColumnState columns;
    uint32_t previousLine = beforeLine;
    for (uint32_t i = 0; i < list.size(); i++) {
        const Expr* element = list[i];
        const uint32_t elementLine = line(element->pos);
        const bool newColumns = breaksColumns(element, style, columns);
        const bool needsLinebreak = previousLine > 0 && previousLine < elementLine;
        if (i > 0) {
            if (!needsLinebreak) setPos(element->pos);
            token(Token::Comma);
            bool needsBlank = true;
            if (needsLinebreak) {
                const int breaks = linebreak(elementLine, 0, indentSpace(),
                                             newColumns || lastBreak + 1 < static_cast<int>(i));
                if (breaks > 0) {
                    mayIndent = false;
                    isBroken = true;
                    lastBreak = static_cast<int>(i);
                    needsBlank = false;
                }
                if (breaks > 1) columns.logSum = columns.count = 0;
            }
            if (needsBlank) space(Space::Blank);
        }
        const KeyValueExpr* pair = asIf<KeyValueExpr>(element);
        if (list.size() > 1 && pair != nullptr && columns.size > 0 && needsLinebreak) {
            expr(pair->key);
            setPos(pair->colonPos);
            token(Token::Colon);
            space(Space::VTab);
            expr(pair->value);
        } else {
            expr0(element, depth);
        }
        if (columns.size > 0) {
            columns.logSum += std::log(static_cast<double>(columns.size));
            columns.count++;
        }
        previousLine = elementLine;
    }
    const bool hasFinalComma = style.commaAtEnd && style.after.isValid() && pos_.line < line(style.after);
    if (hasFinalComma) token(Token::Comma);
    if (isBroken && !style.noIndent) space(Space::Unindent);
    if (hasFinalComma) space(Space::FormFeed);
}

void FormatPrinter::identList(const List<Ident*>& list, bool indent) {
    std::vector<Expr*> exprs(list.begin(), list.end());
    exprList({exprs.data(), list.size()}, 1, {Pos{}, Pos{}, false, !indent});
}

void FormatPrinter::typeExpr(const Expr* expr) {
    switch (expr->kind) {
        case NodeKind::Ellipsis:
            token(Token::Ellipsis);
            if (as<Ellipsis>(expr)->element != nullptr) this->expr(as<Ellipsis>(expr)->element);
            return;
        case NodeKind::ArrayType: {
            const ArrayType* array = as<ArrayType>(expr);
            token(Token::LeftBracket);
            if (array->arrayLength != nullptr) this->expr(array->arrayLength);
            token(Token::RightBracket);
            return this->expr(array->element);
        }
        case NodeKind::StructType: {
            const StructType* type = as<StructType>(expr);
            token(Token::Struct);
            return fieldList(type->fields, type->leftBrace, type->rightBrace, true);
        }
        case NodeKind::FuncType: token(Token::Func); return signature(as<FuncType>(expr));
        case NodeKind::InterfaceType: {
            const InterfaceType* type = as<InterfaceType>(expr);
            token(Token::Interface);
            return fieldList(type->elements, type->leftBrace, type->rightBrace, false);
        }
        case NodeKind::MapType: {
            const MapType* map = as<MapType>(expr);
            token(Token::Map);
            token(Token::LeftBracket);
            this->expr(map->key);
            token(Token::RightBracket);
            return this->expr(map->value);
        }
        case NodeKind::ChanType: {
            const ChanType* chan = as<ChanType>(expr);
            if (chan->direction == ChanDirection::ReceiveOnly) token(Token::Arrow);
            token(Token::Chan);
            if (chan->direction == ChanDirection::SendOnly) token(Token::Arrow);
            space(Space::Blank);
            return this->expr(chan->element);
        }
        default: literal("BadExpr", Token::String);
    }
}

void FormatPrinter::parameters(const List<Field*>& fields, BracketPair brackets, ParamMode mode) {
    setPos(brackets.open);
    token(mode == ParamMode::Params ? Token::LeftParen : Token::LeftBracket);
    if (!fields.empty()) {
        uint32_t previousLine = line(brackets.open);
        bool isIndented = false;
        for (uint32_t i = 0; i < fields.size(); i++) {
            const Field* field = fields[i];
            const uint32_t beginLine = line(field->pos);
            const bool needsLinebreak = previousLine > 0 && previousLine < beginLine;
            if (i > 0) {
                if (!needsLinebreak) setPos(field->pos);
                token(Token::Comma);
            }
            if (needsLinebreak &&
                linebreak(beginLine, 0, isIndented ? Space::Ignore : Space::Indent, true) > 0) {
                isIndented = true;
            } else if (i > 0) {
                space(Space::Blank);
            }
            if (!field->names.empty()) {
                identList(field->names, !isIndented);
                space(Space::Blank);
            }
            expr(withoutParens(field->fieldType));
            previousLine = line(field->fieldType->end);
        }
        const uint32_t closeLine = line(brackets.close);
        if (previousLine > 0 && previousLine < closeLine) {
            token(Token::Comma);
            linebreak(closeLine, 0, Space::Ignore, true);
        } else if (mode == ParamMode::TypeTypeParams && nameCount(fields) == 1 &&
                   combinesWithName(withoutParens(fields.front()->fieldType))) {
            token(Token::Comma);
        }
        if (isIndented) space(Space::Unindent);
    }
    setPos(brackets.close);
    token(mode == ParamMode::Params ? Token::RightParen : Token::RightBracket);
}

void FormatPrinter::signature(const FuncType* type) {
    if (!type->typeParameters.empty()) {
        parameters(type->typeParameters, type->typeParameterBrackets, ParamMode::FuncTypeParams);
    }
    parameters(type->parameters, type->parameterParens, ParamMode::Params);
    if (type->results.empty()) return;
    space(Space::Blank);
    if (type->results.size() == 1 && type->results.front()->names.empty()) {
        expr(withoutParens(type->results.front()->fieldType));
    } else {
        parameters(type->results, type->resultParens, ParamMode::Params);
    }
}

bool FormatPrinter::isShortField(const Field* field) {
    constexpr uint32_t kMaxWidth = 30;
    if (field->tag != nullptr || hasLineComment(field)) return false;
    const uint32_t names = field->names.empty() ? 0 : 1;
    return names + nodeSize(field->fieldType, kMaxWidth) <= kMaxWidth;
}

/// `struct{}`, `struct{ a, b int }`, `interface{ M() }` when the source has them on one line.
bool FormatPrinter::printedOnOneLine(const List<Field*>& fields, Pos leftBrace, Pos rightBrace,
                                     bool isStruct) {
    if (commentBefore(source_.place(rightBrace)) || line(leftBrace) != line(rightBrace)) return false;
    if (fields.empty()) {
        setPos(leftBrace);
        token(Token::LeftBrace);
        setPos(rightBrace);
        token(Token::RightBrace);
        return true;
    }
    if (fields.size() != 1 || !isShortField(fields.front())) return false;
    const Field* field = fields.front();
    setPos(leftBrace);
    token(Token::LeftBrace);
    space(Space::Blank);
    if (isStruct) {
        for (uint32_t i = 0; i < field->names.size(); i++) {
            if (i > 0) {
                token(Token::Comma);
                space(Space::Blank);
            }
            expr(field->names[i]);
        }
        if (!field->names.empty()) space(Space::Blank);
        expr(field->fieldType);
    } else {
        interfaceElement(field);
    }
    space(Space::Blank);
    setPos(rightBrace);
    token(Token::RightBrace);
    return true;
}

void FormatPrinter::interfaceElement(const Field* field) {
    if (!field->names.empty() && isA<FuncType>(field->fieldType)) {
        expr(field->names.front());
        signature(as<FuncType>(field->fieldType));
    } else {
        expr(field->fieldType);
    }
}

void FormatPrinter::structField(const Field* field, Space separator) {
    int extraTabs = 2;
    if (!field->names.empty()) {
        identList(field->names, false);
        space(separator);
        extraTabs = 1;
    }
    expr(field->fieldType);
    if (field->tag != nullptr) {
        if (!field->names.empty() && separator == Space::VTab) space(separator);
        space(separator);
        expr(field->tag);
        extraTabs = 0;
    }
    if (!hasLineComment(field)) return;
    for (; extraTabs > 0; extraTabs--) space(separator);
}

void FormatPrinter::fieldList(const List<Field*>& fields, Pos leftBrace, Pos rightBrace, bool isStruct) {
    if (printedOnOneLine(fields, leftBrace, rightBrace, isStruct)) return;
    const bool hasComments = commentBefore(source_.place(rightBrace));
    space(Space::Blank);
    setPos(leftBrace);
    token(Token::LeftBrace);
    space(Space::Indent);
    if (hasComments || !fields.empty()) space(Space::FormFeed);
    const Space separator = fields.size() == 1 ? Space::Blank : Space::VTab;
    uint32_t startLine = 0;
    for (uint32_t i = 0; i < fields.size(); i++) {
        if (i > 0) linebreak(line(fields[i]->pos), 1, Space::Ignore, linesFrom(startLine) > 0);
        recordLine(&startLine);
        if (isStruct) {
            structField(fields[i], separator);
        } else {
            interfaceElement(fields[i]);
        }
    }
    spaces({Space::Unindent, Space::FormFeed});
    setPos(rightBrace);
    token(Token::RightBrace);
}

}  // namespace sluice
