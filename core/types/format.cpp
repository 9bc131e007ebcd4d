// Messages: operands, types and positions as gc prints them, and the way to the diagnostics.
#include "source/text.h"
#include "types/package_checker.h"

namespace sluice {

void PackageChecker::append(std::string& out, const Type* t) {
    TypeWriter writer(pkg_, false);
    writer.files = &diags_.files();
    writer.type(t);
    out += writer.out;
}

void PackageChecker::append(std::string& out, const Operand& x) { out += operandText(x); }

std::string PackageChecker::typeText(const Type* t) {
    std::string out;
    append(out, t);
    return out;
}

namespace {
const char* modeText(ExprMode mode) {
    switch (mode) {
        case ExprMode::Unchecked:
        case ExprMode::Invalid: return "invalid operand";
        case ExprMode::NoValue: return "no value";
        case ExprMode::Builtin: return "built-in";
        case ExprMode::TypeExpr: return "type";
        case ExprMode::Package: return "package";
        case ExprMode::Constant: return "constant";
        case ExprMode::Variable: return "variable";
        case ExprMode::MapIndex: return "map index expression";
        case ExprMode::Value: return "value";
        case ExprMode::Nil: return "nil";
        case ExprMode::CommaOk: return "comma, ok expression";
    }
    return "";
}

bool isGenericType(const Type* t) {
    if (const Named* named = t->dyn<Named>()) return !named->isInstance() && !named->tparams.empty();
    const Signature* sig = t->dyn<Signature>();
    return sig != nullptr && !sig->tparams.empty();
}
}  // namespace

/// "array", "slice" … for composite types, empty for basic ones.
std::string_view compositeKind(const Type* t) {
    switch (under(t)->kind()) {
        case TypeKind::Array: return "array";
        case TypeKind::Slice: return "slice";
        case TypeKind::Struct: return "struct";
        case TypeKind::Pointer: return "pointer";
        case TypeKind::Signature: return "func";
        case TypeKind::Interface: return "interface";
        case TypeKind::Map: return "map";
        case TypeKind::Chan: return "chan";
        case TypeKind::Tuple: return "tuple";
        case TypeKind::Union: return "union";
        default: return "";
    }
}

std::string PackageChecker::operandText(const Operand& x) {
    if (x.isNil()) {
        if (x.type == nullptr || x.type == invalidType()) return "nil (with invalid type)";
        if (x.type == basicType(BasicKind::UntypedNil)) return "nil";
        return text("nil (of type ", x.type, ")");
    }
    std::string expr;
    if (x.expr != nullptr) {
        expr = exprString(x.expr);
    } else if (!x.pseudoName.empty()) {
        expr = x.pseudoName;
    } else if (x.mode == ExprMode::TypeExpr) {
        expr = typeText(x.type);
    } else if (x.isConstant()) {
        expr = x.value->text();
    }
    std::string out;
    if (!expr.empty()) out = expr + " (";
    bool hasType = false;
    bool untypedMode = x.invalid() || x.mode == ExprMode::NoValue || x.mode == ExprMode::Builtin ||
                       x.mode == ExprMode::TypeExpr;
    if (!untypedMode && x.type != nullptr) {
        if (isUntyped(x.type)) {
            out += x.type->as<Basic>()->name;
            out += ' ';
        } else {
            hasType = true;
        }
    }
    out += modeText(x.mode);
    if (x.isConstant() && x.value != nullptr) {
        std::string value = x.value->text();
        if (value != expr) out += " " + value;
    }
    if (hasType && !isValid(x.type)) {
        out += " with invalid type";
    } else if (hasType) {
        std::string desc = isGenericType(x.type) ? "generic " : "";
        const TypeParam* param = x.type->dyn<TypeParam>();
        bool aliasAny = x.type->kind() == TypeKind::Interface && x.type->as<Interface>()->isAny;
        if (x.type->kind() == TypeKind::Named || aliasAny) {
            std::string_view kind = compositeKind(x.type);
            if (kind.empty() && under(x.type)->kind() == TypeKind::Basic)
                kind = under(x.type)->as<Basic>()->name;
            desc += std::string(kind) + " ";
        }
        out += " of " + desc + "type " + typeText(x.type);
        if (param != nullptr) {
            out += " constrained by " + typeText(param->bound);
            if (typeSet(const_cast<TypeParam*>(param)->iface()).isEmpty()) out += " with empty type set";
        }
    }
    if (!expr.empty()) out += ')';
    return out;
}

Pos operatorPosition(const Expr* e) {
    switch (e->kind) {
        case NodeKind::SelectorExpr: return as<SelectorExpr>(e)->dotPos;
        case NodeKind::IndexExpr: return as<IndexExpr>(e)->leftBracket;
        case NodeKind::SliceExpr: return as<SliceExpr>(e)->leftBracket;
        case NodeKind::CallExpr: return as<CallExpr>(e)->leftParen;
        case NodeKind::TypeAssertExpr: return as<TypeAssertExpr>(e)->dotPos;
        case NodeKind::BinaryExpr: return as<BinaryExpr>(e)->opPos;
        default: return e->pos;
    }
}

std::string PackageChecker::positionText(Pos pos) { return diags_.files().format(pos); }

/// Does a message speak of something that an earlier error has made invalid? gc's rule; the lists of what was
/// passed and what was wanted do not count.
static bool isConsequence(std::string_view message) {
    std::string_view head = message.substr(0, message.find("\n\thave "));
    for (std::string_view sign : {std::string_view("invalid operand"), std::string_view("invalid type")}) {
        size_t found = head.find(sign);
        if (found != std::string_view::npos && found > 0) return true;
    }
    return false;
}

void PackageChecker::error(DiagCode code, At at, std::string message, const std::vector<Note>& notes) {
    if (hadError_ && isConsequence(message)) return;
    hadError_ = true;
    if (env_.errorPos.isValid()) at = At(env_.errorPos);
    // Everything after the first line of a message becomes a note, so that editors can show the lines one by
    // one.
    std::vector<std::string> lines;
    size_t start = 0;
    for (size_t i = message.find("\n\t"); i != std::string::npos; i = message.find("\n\t", start)) {
        lines.push_back(message.substr(start, i - start));
        start = i + 2;
    }
    lines.push_back(message.substr(start));
    Diagnostic* d = diags_.report(code, at.pos, at.length, lines[0]);
    if (d == nullptr) return;
    for (size_t i = 1; i < lines.size(); i++) d->notes.push_back({Pos{}, lines[i]});
    for (const Note& note : notes) d->notes.push_back({note.pos, note.text});
}

Note PackageChecker::otherDeclaration(const Object* obj) {
    return {obj->pos, text("other declaration of ", obj->name)};
}

std::string PackageChecker::typesSummary(const std::vector<Type*>& types, bool variadic, bool hasDots) {
    std::string out = "(";
    for (size_t i = 0; i < types.size(); i++) {
        if (i > 0) out += ", ";
        Type* t = types[i];
        bool last = i + 1 == types.size();
        if (last && variadic) out += "...";
        if (!isValid(t)) {
            out += "unknown type";
        } else if (isUntyped(t)) {
            out += isNumeric(t) ? "number" : t->as<Basic>()->name.substr(sizeof("untyped ") - 1);
        } else if (last && variadic && t->kind() == TypeKind::Slice) {
            append(out, t->as<Slice>()->elem);
        } else {
            append(out, t);
        }
        if (last && hasDots) out += "...";
    }
    return out + ")";
}
}  // namespace sluice
