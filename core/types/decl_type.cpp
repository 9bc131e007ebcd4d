// Type declarations, methods of types, type parameters, and declarations inside functions.
#include <algorithm>

#include "types/package_checker.h"

namespace sluice {

void PackageChecker::typeDecl(TypeName* obj, TypeSpec* spec) {
    Scope* outer = env_.scope;
    if (spec->isAlias) {
        if (!spec->typeParameters.empty()) {
            openScope(&spec->scope);
            obj->aliasTParams = collectTypeParams(spec->typeParameters);
        }
        Type* rhs = definedType(spec->declaredType, obj);
        obj->type = rhs;
        env_.scope = outer;
        return;
    }
    auto* named = ctx_.make<Named>(ctx_, obj);
    named->id = ctx_.nextId();
    obj->type = named;
    if (env_.fn != nullptr && obj->parent != pkg_->scope) named->enclosingTParams = env_.fn->tparams;
    later([this, named] { validType(named); });
    if (!spec->typeParameters.empty()) {
        openScope(&spec->scope);
        // The list is bound before the constraints are looked at: they may refer to the type itself.
        collectTypeParamsInto(named->tparams, spec->typeParameters);
    }
    Type* rhs = definedType(spec->declaredType, obj);
    env_.scope = outer;
    if (isTypeParam(rhs)) {
        error(DiagCode::MisplacedTypeParam, spec->declaredType,
              "cannot use a type parameter as RHS in type declaration");
        rhs = invalidType();
    }
    named->rhs = rhs;
    named->underlying = rhs;
    Named* next = rhs->dyn<Named>();
    named->isDeclared = next == nullptr || next->origin->isDeclared;
    if (!named->isDeclared) {
        // Part of a cycle of declarations: the end of the chain is known when all of them are done.
        later([named] { named->isDeclared = true; });
    }
}

std::vector<TypeParam*> PackageChecker::collectTypeParams(const List<Field*>& list) {
    std::vector<TypeParam*> out;
    collectTypeParamsInto(out, list);
    return out;
}

void PackageChecker::collectTypeParamsInto(std::vector<TypeParam*>& out, const List<Field*>& list) {
    for (Field* field : list) {
        for (Ident* name : field->names) {
            TypeParam* param = declareTypeParam(name);
            param->index = static_cast<int>(out.size());
            out.push_back(param);
        }
    }
    bool saved = env_.inTParamList;
    env_.inTParamList = true;
    size_t next = 0;
    for (Field* field : list) {
        Type* constraint = field->fieldType == nullptr ? invalidType() : bound(field->fieldType);
        if (isTypeParam(constraint)) {
            error(DiagCode::MisplacedTypeParam, field->fieldType,
                  "cannot use a type parameter as constraint");
            constraint = invalidType();
        }
        for (size_t i = 0; i < field->names.size(); i++) out[next++]->bound = constraint;
    }
    env_.inTParamList = saved;
}

TypeParam* PackageChecker::declareTypeParam(Ident* name) {
    auto* obj = ctx_.make<TypeName>(name->name, name->pos);
    obj->pkg = pkg_;
    auto* param = ctx_.make<TypeParam>(&ctx_, obj);
    param->id = ctx_.nextId();
    obj->type = param;
    declare(env_.scope, name, obj, name->pos);
    return param;
}

/// A constraint; ~T and A|B are shorthand for an interface with that element.
Type* PackageChecker::bound(Expr* e) {
    auto* binary = asIf<BinaryExpr>(e);
    auto* unary = asIf<UnaryExpr>(e);
    bool isUnion = binary != nullptr && binary->op == Token::Or;
    bool isTilde = unary != nullptr && unary->op == Token::Tilde;
    if (!isUnion && !isTilde) return typ(e);
    auto* iface = ctx_.make<Interface>(&ctx_);
    iface->implicit = true;
    iface->embeddeds.push_back(parseUnion(e));
    iface->embedPositions.push_back(e->pos.value);
    iface->complete = true;
    later([this, iface] { checkInterface(iface); });
    return iface;
}

void PackageChecker::collectMethods(TypeName* obj) {
    auto found = methods_.find(obj);
    if (found == methods_.end()) return;
    std::vector<Func*> methods = std::move(found->second);
    methods_.erase(found);
    Named* base = obj->type->dyn<Named>();
    if (base != nullptr && base->isInstance()) base = nullptr;
    std::unordered_map<uint32_t, Func*> seen;
    for (Func* m : methods) {
        Func*& alt = seen[m->name.id()];
        if (alt != nullptr) {
            error(DiagCode::DuplicateMethod, m,
                  text("method ", obj->name, ".", m->name, " already declared at ", positionText(alt->pos)));
            continue;
        }
        alt = m;
        if (base != nullptr) base->methods.push_back(m);
    }
    if (base != nullptr) later([this, base] { checkFieldUniqueness(base); });
}

void PackageChecker::checkFieldUniqueness(Named* base) {
    Struct* structure = under(base)->dyn<Struct>();
    if (structure == nullptr) return;
    std::unordered_map<uint32_t, Var*> fields;
    for (Var* field : structure->fields) {
        if (!field->name.isBlank()) fields[field->name.id()] = field;
    }
    for (Func* m : base->methods) {
        auto found = fields.find(m->name.id());
        if (found != fields.end()) {
            Var* field = found->second;
            error(DiagCode::DuplicateFieldAndMethod, m, text("field and method with the same name ", m->name),
                  {otherDeclaration(field)});
        }
    }
}

void PackageChecker::declStmt(GenDecl* decl) {
    for (Decl* spec : decl->specs) {
        if (auto* constants = asIf<ConstSpec>(spec)) {
            localConsts(constants);
        } else if (auto* vars = asIf<VarSpec>(spec)) {
            localVars(vars);
        } else if (auto* type = asIf<TypeSpec>(spec)) {
            localType(type);
        }
    }
}

void PackageChecker::localConsts(ConstSpec* spec) {
    size_t top = delayed_.size();
    std::vector<Const*> lhs;
    for (size_t i = 0; i < spec->names.size(); i++) {
        auto* obj = ctx_.make<Const>(spec->names[i]->name, spec->names[i]->pos);
        obj->pkg = pkg_;
        lhs.push_back(obj);
        Expr* init = i < spec->values.size() ? spec->values[i] : nullptr;
        constDecl(obj, spec->declaredType, init, spec->isRepeated, constants_.makeInt(spec->iota));
    }
    arity(spec->pos, spec->names, spec->values, true, spec->isRepeated);
    processDelayed(top);
    for (size_t i = 0; i < lhs.size(); i++) {
        if (lhs[i]->type == nullptr) lhs[i]->type = invalidType();
        declare(env_.scope, spec->names[i], lhs[i], spec->end);
    }
}

void PackageChecker::localVars(VarSpec* spec) {
    size_t top = delayed_.size();
    std::vector<Var*> lhs;
    for (Ident* name : spec->names) lhs.push_back(newLocal(name, nullptr));
    for (size_t i = 0; i < lhs.size(); i++) {
        Expr* init = nullptr;
        const std::vector<Var*>* group = nullptr;
        if (spec->values.size() == lhs.size()) {
            init = spec->values[i];
        } else if (spec->values.size() == 1) {
            group = &lhs;
            init = spec->values[0];
        } else if (i < spec->values.size()) {
            init = spec->values[i];
        }
        varDecl(lhs[i], group, spec->declaredType, init);
        if (spec->values.size() == 1) break;
    }
    if (spec->declaredType == nullptr || !spec->values.empty())
        arity(spec->pos, spec->names, spec->values, false, false);
    processDelayed(top);
    for (size_t i = 0; i < lhs.size(); i++) {
        if (lhs[i]->type == nullptr) lhs[i]->type = invalidType();
        declare(env_.scope, spec->names[i], lhs[i], spec->end);
    }
}

void PackageChecker::localType(TypeSpec* spec) {
    auto* obj = ctx_.make<TypeName>(spec->name->name, spec->name->pos);
    obj->pkg = pkg_;
    obj->isAlias = spec->isAlias;
    declare(env_.scope, spec->name, obj, spec->name->pos);
    obj->resolution = Resolution::Gray;
    objPath_.push_back(obj);
    typeDecl(obj, spec);
    objPath_.pop_back();
    obj->resolution = Resolution::Black;
}

// ---- types that would contain themselves

void PackageChecker::validType(Named* type) {
    std::vector<Named*> nest, path;
    validTypeIn(type, nest, path);
}

/// `nest` are the types being looked into, `path` the way here; see "Type declarations" on recursive types.
bool PackageChecker::validTypeIn(Type* type, std::vector<Named*>& nest, std::vector<Named*>& path) {
    if (type == nullptr || nest.size() > 200) return true;
    switch (type->kind()) {
        case TypeKind::Array: return validTypeIn(type->as<Array>()->elem, nest, path);
        case TypeKind::Struct:
            for (Var* field : type->as<Struct>()->fields) {
                if (!validTypeIn(field->type, nest, path)) return false;
            }
            return true;
        case TypeKind::Union:
            for (const Term& term : type->as<Union>()->terms) {
                if (!validTypeIn(term.type, nest, path)) return false;
            }
            return true;
        case TypeKind::Interface:
            for (Type* embedded : type->as<Interface>()->embeddeds) {
                if (!validTypeIn(embedded, nest, path)) return false;
            }
            return true;
        case TypeKind::Named: break;
        case TypeKind::TypeParam: {
            if (nest.empty()) return true;
            Named* inst = nest.back();
            const auto& params = inst->origin->tparams;
            for (size_t i = 0; i < params.size() && i < inst->targs.size(); i++) {
                if (params[i] != type) continue;
                nest.pop_back();
                bool ok = validTypeIn(inst->targs[i], nest, path);
                nest.push_back(inst);
                return ok;
            }
            return true;
        }
        default: return true;
    }
    auto* named = type->as<Named>();
    if (named->origin->obj->pkg != pkg_) return true;
    if (named->origin->underlying == invalidType()) return false;
    if (std::find(nest.begin(), nest.end(), named) != nest.end()) {
        auto start = std::find(path.begin(), path.end(), named);
        std::vector<Object*> cycle;
        for (auto it = start; it != path.end(); ++it) cycle.push_back((*it)->obj);
        named->underlying = invalidType();
        named->origin->underlying = invalidType();
        cycleError(cycle, 0);
        return false;
    }
    if (validTypes_.contains(named)) return true;
    nest.push_back(named);
    path.push_back(named);
    bool ok = validTypeIn(named->origin->rhs, nest, path);
    path.pop_back();
    nest.pop_back();
    if (ok && named->origin->tparams.empty()) validTypes_.insert(named);
    return ok;
}
}  // namespace sluice
