// Function and composite literals.
#include "base/flags.h"
#include "types/package_checker.h"

namespace sluice {

void PackageChecker::funcLit(Operand& x, FuncLit* e) {
    FunctionInfo* info = newInfo(env_.fn);
    info->lit = e;
    info->hasBody = true;
    info->bodyChecked = true;
    e->info = info;
    Environment outer = env_;
    Scope* scope = ctx_.make<Scope>(env_.scope, true);
    e->scope = scope;
    env_.fn = info;
    env_.scope = scope;
    auto* sig = ctx_.make<Signature>();
    funcType(sig, nullptr, e->signature, scope);
    env_ = outer;
    e->signature->mode = ExprMode::TypeExpr;
    e->signature->type = sig;
    info->sig = sig;
    DeclInfo* decl = env_.decl;
    const ConstValue* iota = env_.iota;
    const ForStmt* postOf = env_.postOf;
    // The body sees what is declared before the end of the statement, no more: it is checked when the
    // statement ends.
    later([this, decl, info, sig, scope, e, iota, postOf] {
        const ForStmt* saved = pendingPost_;
        pendingPost_ = postOf;
        funcBody(decl, info, sig, scope, e->body, iota);
        pendingPost_ = saved;
    });
    x.mode = ExprMode::Value;
    x.type = sig;
}

void PackageChecker::compositeLit(Operand& x, CompositeLit* e, Type* hint) {
    Type* type = nullptr;
    Type* base = nullptr;
    bool isElem = false;
    if (e->literalType != nullptr) {
        auto* array = asIf<ArrayType>(e->literalType);
        if (array != nullptr && isA<Ellipsis>(array->arrayLength)) {
            type = ctx_.make<Array>(varType(array->element), -1);
        } else {
            type = typ(e->literalType);
        }
        base = type;
    } else if (hint != nullptr) {
        type = hint;
        base = type;
        // &T may be left out in elements of []*T.
        Type* core = coreType(base);
        if (core != nullptr && core->kind() == TypeKind::Pointer) base = core->as<Pointer>()->elem;
        isElem = true;
    } else {
        error(DiagCode::InvalidLit, e, "missing type in composite literal");
        type = base = invalidType();
    }
    if (auto* named = base->dyn<Named>();
        named != nullptr && named->origin->rhs == nullptr && !named->origin->isDeclared) {
        error(DiagCode::InvalidDeclCycle, e, "invalid recursive type");
        x.invalidate();
        return;
    }
    Type* core = coreType(base);
    TypeKind kind = core == nullptr ? TypeKind::Basic : core->kind();
    switch (kind) {
        case TypeKind::Struct: structLit(x, e, core->as<Struct>(), base); break;
        case TypeKind::Array: {
            auto* array = core->as<Array>();
            int64_t n = indexedElements(e->elements, array->elem, array->len);
            if (array->len < 0) {
                array->len = n;
                if (e->literalType != nullptr) {
                    e->literalType->mode = ExprMode::TypeExpr;
                    e->literalType->type = array;
                }
            }
            break;
        }
        case TypeKind::Slice: indexedElements(e->elements, core->as<Slice>()->elem, -1); break;
        case TypeKind::Map: mapLit(x, e, core->as<Map>()); break;
        default:
            for (Expr* element : e->elements) use(element);
            if (core == nullptr || isValid(core)) {
                error(DiagCode::InvalidLit, e,
                      text("invalid composite literal", isElem ? " element" : "", " type ", type,
                           core == nullptr ? " (no core type)" : ""));
                x.invalidate();
                return;
            }
            // Of an unknown type; the error has been reported. What is done with the value is not looked at.
            break;
    }
    x.mode = ExprMode::Value;
    x.type = type;
}

void PackageChecker::structLitKeyed(Operand& x, CompositeLit* e, Struct* type, Type* base) {
    Flags visited(type->fields.size());
    for (Expr* element : e->elements) {
        auto* kv = asIf<KeyValueExpr>(element);
        if (kv == nullptr) {
            error(DiagCode::InvalidStructLit, element,
                  "mixture of field:value and value elements in struct literal");
            continue;
        }
        auto* key = asIf<Ident>(kv->key);
        Var* field = nullptr;
        Object* similar = nullptr;
        if (key != nullptr) {
            for (Var* f : type->fields) {
                if (f->name == key->name && !key->name.isBlank() && (f->exported() || f->pkg == pkg_))
                    field = f;
            }
            if (field == nullptr) {
                Lookup folded = lookupFieldOrMethod(type, false, pkg_, key->name, true);
                if (folded.obj != nullptr && folded.path.size() == 1) similar = folded.obj;
            }
        }
        expr(nullptr, x, kv->value);
        if (key == nullptr) {
            error(DiagCode::InvalidStructLit, kv, text("invalid field name ", kv->key, " in struct literal"));
            continue;
        }
        if (field == nullptr) {
            error(DiagCode::MissingField, kv->key, lookupError(base, key->name, similar, true));
            continue;
        }
        key->object = field;
        assignment(x, field->type, "struct literal");
        size_t i = static_cast<size_t>(field->index);
        if (visited[i]) {
            error(DiagCode::InvalidStructLit, kv,
                  text("duplicate field name ", key->name, " in struct literal"));
            continue;
        }
        visited[i] = true;
    }
}

void PackageChecker::structLit(Operand& x, CompositeLit* e, Struct* type, Type* base) {
    if (e->elements.empty()) return;
    if (isA<KeyValueExpr>(e->elements[0])) {
        structLitKeyed(x, e, type, base);
        return;
    }
    const auto& fields = type->fields;
    for (size_t i = 0; i < e->elements.size(); i++) {
        Expr* element = e->elements[i];
        if (isA<KeyValueExpr>(element)) {
            error(DiagCode::InvalidStructLit, element,
                  "mixture of field:value and value elements in struct literal");
            continue;
        }
        expr(nullptr, x, element);
        if (i >= fields.size()) {
            error(DiagCode::InvalidStructLit, x, text("too many values in struct literal of type ", base));
            break;
        }
        Var* field = fields[i];
        if (!field->exported() && field->pkg != pkg_) {
            error(DiagCode::InvalidStructLit, x,
                  text("implicit assignment to unexported field ", field->name, " in struct literal of type ",
                       base));
            continue;
        }
        assignment(x, field->type, "struct literal");
    }
    if (e->elements.size() < fields.size()) {
        error(DiagCode::InvalidStructLit, At(e->rightBrace),
              text("too few values in struct literal of type ", base));
    }
}

namespace {
bool sameConstant(ConstantPool& pool, const ConstValue* a, const ConstValue* b) {
    auto numeric = [](const ConstValue* v) {
        return v->kind() == ConstantKind::Int || v->kind() == ConstantKind::Float;
    };
    if (a->isUnknown() || b->isUnknown()) return false;
    if (a->kind() != b->kind() && !(numeric(a) && numeric(b))) return false;
    return pool.compare(a, Token::Equal, b);
}
}  // namespace

void PackageChecker::mapLit(Operand& x, CompositeLit* e, Map* type) {
    struct Seen {
        const ConstValue* value;
        Type* type;
    };
    bool keyIsInterface = isInterface(type->key);
    std::unordered_map<std::string, std::vector<Seen>> visited;
    for (Expr* element : e->elements) {
        auto* kv = asIf<KeyValueExpr>(element);
        if (kv == nullptr) {
            error(DiagCode::MissingLitKey, element, "missing key in map literal");
            continue;
        }
        exprWithHint(x, kv->key, type->key);
        assignment(x, type->key, "map literal");
        if (x.invalid()) continue;
        if (x.isConstant()) {
            std::string key = x.value->kind() == ConstantKind::String ? std::string(x.value->stringValue())
                                                                      : x.value->exactText();
            bool duplicate = false;
            for (const Seen& s : visited[key]) {
                duplicate |= sameConstant(constants_, s.value, x.value) &&
                             (!keyIsInterface || identical(s.type, x.type));
            }
            if (duplicate) {
                error(DiagCode::DuplicateKey, x, text("duplicate key ", x.value->text(), " in map literal"));
                continue;
            }
            visited[key].push_back({x.value, x.type});
        }
        exprWithHint(x, kv->value, type->elem);
        assignment(x, type->elem, "map literal");
    }
}

/// Elements of an array or slice literal; returns the length.
int64_t PackageChecker::indexedElements(const List<Expr*>& list, Type* elem, int64_t length) {
    std::unordered_set<int64_t> visited;
    int64_t at = 0, max = 0;
    for (Expr* element : list) {
        bool valid = false;
        Expr* value = element;
        if (auto* kv = asIf<KeyValueExpr>(element)) {
            int64_t i = -1;
            Type* t = index(kv->key, length, i);
            if (isValid(t)) {
                if (i >= 0) {
                    at = i;
                    valid = true;
                } else {
                    error(DiagCode::InvalidIndex, element,
                          text("index ", kv->key, " must be integer constant"));
                }
            }
            value = kv->value;
        } else if (length >= 0 && at >= length) {
            error(DiagCode::InvalidIndex, element, text("index ", at, " is out of bounds (>= ", length, ")"));
        } else {
            valid = true;
        }
        if (valid && !visited.insert(at).second) {
            error(DiagCode::DuplicateKey, element,
                  text("duplicate index ", at, " in array or slice literal"));
        }
        at++;
        if (at > max) max = at;
        Operand x;
        exprWithHint(x, value, elem);
        assignment(x, elem, "array or slice literal");
    }
    return max;
}
}  // namespace sluice
