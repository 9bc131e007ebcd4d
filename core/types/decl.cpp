// Resolution of declarations: colours against cycles, constants, variables and functions.
#include <algorithm>

#include "base/order.h"
#include "types/package_checker.h"

namespace sluice {

void PackageChecker::declare(Scope* scope, Ident* ident, Object* obj, Pos scopePos) {
    if (!obj->name.isBlank()) {
        if (Object* alt = scope->insert(obj)) {
            std::vector<Note> notes;
            if (alt->pos.isValid()) notes.push_back(otherDeclaration(alt));
            error(DiagCode::DuplicateDecl, obj, text(obj->name, " redeclared in this block"), notes);
            return;
        }
        obj->parent = scope;
        obj->scopePos = scopePos;
        if (auto* v = obj->dyn<Var>(); v != nullptr && env_.locals != nullptr) env_.locals->push_back(v);
    }
    if (ident != nullptr) ident->object = obj;
}

void PackageChecker::resolveObject(Object* obj) {
    if (obj->type != nullptr) return;
    if (Func* func = obj->dyn<Func>(); func != nullptr && func->origin != func) return;
    auto found = decls_.find(obj);
    if (found == decls_.end()) return;
    resolving_++;
    size_t top = delayed_.size();
    objDecl(obj);
    if (resolving_ == 1 && env_.scope == nullptr) processDelayed(top);
    resolving_--;
}

void PackageChecker::processDelayed(size_t top) {
    for (size_t i = top; i < delayed_.size(); i++) {
        std::function<void()> action = std::move(delayed_[i]);
        action();
    }
    delayed_.resize(top);
}

void PackageChecker::objDecl(Object* obj) {
    if (obj->resolution == Resolution::White && obj->type != nullptr) obj->resolution = Resolution::Black;
    if (obj->resolution == Resolution::Black) return;
    if (obj->resolution == Resolution::Gray) {
        bool valid = validCycle(obj);
        bool isValue = obj->kind == ObjectKind::Const || obj->kind == ObjectKind::Var;
        if ((!valid && obj->kind != ObjectKind::Func) || (isValue && obj->type == nullptr))
            obj->type = invalidType();
        if (obj->type == nullptr) obj->type = invalidType();
        return;
    }
    DepthGuard guard(*this);
    if (guard.tooDeep()) {
        error(DiagCode::TooDeep, obj, text("declaration of ", obj->name, " is nested too deeply"));
        obj->type = invalidType();
        return;
    }
    auto found = decls_.find(obj);
    SLUICE_ASSERT(found != decls_.end());
    DeclInfo* info = found->second;
    obj->resolution = Resolution::Gray;
    objPath_.push_back(obj);
    Environment saved = env_;
    env_ = Environment{};
    env_.scope = info->fileScope;
    switch (obj->kind) {
        case ObjectKind::Const: {
            env_.decl = info;
            auto* constant = obj->as<Const>();
            constDecl(constant, info->declaredType, info->init, info->inherited, constant->value);
            break;
        }
        case ObjectKind::Var:
            env_.decl = info;
            env_.fn = info->info;
            varDecl(obj->as<Var>(), info->lhs.empty() ? nullptr : &info->lhs, info->declaredType, info->init);
            break;
        case ObjectKind::TypeName:
            typeDecl(obj->as<TypeName>(), info->typeSpec);
            collectMethods(obj->as<TypeName>());
            break;
        case ObjectKind::Func: funcDecl(obj->as<Func>(), info); break;
        default: SLUICE_UNREACHABLE("not a package-level declaration");
    }
    env_ = saved;
    objPath_.pop_back();
    obj->resolution = Resolution::Black;
}

/// obj is on the path of declarations being resolved. Cycles through types are fine if a defined type is in
/// between; cycles of values alone are reported with the initialisation order.
bool PackageChecker::validCycle(Object* obj) {
    auto start = std::find(objPath_.begin(), objPath_.end(), obj);
    if (start == objPath_.end()) return true;
    std::vector<Object*> cycle(start, objPath_.end());
    size_t values = 0, definitions = 0;
    bool throughTParams = false;
    for (Object* member : cycle) {
        if (member->kind == ObjectKind::Const || member->kind == ObjectKind::Var) values++;
        if (auto* tname = member->dyn<TypeName>()) {
            Named* named = tname->type == nullptr ? nullptr : tname->type->dyn<Named>();
            if (env_.inTParamList && named != nullptr && !named->tparams.empty()) throughTParams = true;
            if (!tname->isAlias) definitions++;
        }
    }
    if (!throughTParams) {
        if (values == cycle.size()) return true;
        if (values == 0 && definitions > 0) return true;
    }
    size_t first = 0;
    for (size_t i = 1; i < cycle.size(); i++) {
        if (cycle[i]->pos < cycle[first]->pos) first = i;
    }
    cycleError(cycle, first);
    return false;
}

void PackageChecker::cycleError(const std::vector<Object*>& cycle, size_t start) {
    Object* obj = cycle[start];
    bool isType = obj->kind == ObjectKind::TypeName;
    if (cycle.size() == 1) {
        error(DiagCode::InvalidDeclCycle, obj,
              text(isType ? "invalid recursive type: " : "invalid cycle in declaration: ", obj->name,
                   " refers to itself"));
        return;
    }
    std::vector<Note> notes;
    Object* at = obj;
    for (size_t i = 0; i < cycle.size(); i++) {
        Object* next = cycle[(start + i + 1) % cycle.size()];
        notes.push_back({at->pos, text(at->name, " refers to ", next->name)});
        at = next;
    }
    error(DiagCode::InvalidDeclCycle, obj,
          text(isType ? "invalid recursive type " : "invalid cycle in declaration of ", obj->name), notes);
}

void PackageChecker::constDecl(Const* obj, Expr* type, Expr* init, bool inherited, const ConstValue* iota) {
    const ConstValue* savedIota = env_.iota;
    Pos savedPos = env_.errorPos;
    env_.iota = iota;
    env_.errorPos = Pos{};
    obj->value = constants_.unknown();
    bool good = true;
    if (type != nullptr) {
        Type* t = typ(type);
        if (!isConstType(t)) {
            if (isValid(under(t))) error(DiagCode::InvalidConstType, type, text("invalid constant type ", t));
            t = invalidType();
            good = false;
        }
        obj->type = t;
    }
    if (good) {
        Operand x;
        if (init != nullptr) {
            if (inherited) env_.errorPos = obj->pos;
            expr(nullptr, x, init);
        }
        initConst(obj, x);
    }
    env_.iota = savedIota;
    env_.errorPos = savedPos;
}

void PackageChecker::varDecl(Var* obj, const std::vector<Var*>* lhs, Expr* type, Expr* init) {
    if (type != nullptr) obj->type = varType(type);
    if (init == nullptr) {
        if (type == nullptr) obj->type = invalidType();
        return;
    }
    if (lhs == nullptr || lhs->size() == 1) {
        Operand x;
        Target target = makeTarget(obj->type, std::string(obj->name.text()));
        expr(target.sig != nullptr ? &target : nullptr, x, init);
        initVar(obj, x, "variable declaration");
        return;
    }
    if (type != nullptr) {
        for (Var* other : *lhs) other->type = obj->type;
    }
    Expr* single[1] = {init};
    initVars(*lhs, List<Expr*>{single, 1}, nullptr);
}

void PackageChecker::funcDecl(Func* obj, DeclInfo* info) {
    auto* sig = ctx_.make<Signature>();
    obj->type = sig;  // guards against cycles
    obj->resolution = Resolution::Black;
    FuncDecl* decl = info->func;
    Scope* scope = ctx_.make<Scope>(env_.scope, true);
    decl->scope = scope;
    FunctionInfo* fn = obj->info;
    fn->sig = sig;
    env_.fn = fn;
    Environment outer = env_;
    env_.scope = scope;
    funcType(sig, decl->receiver, decl->signature, scope);
    env_ = outer;
    fn->tparams = sig->recvTParams.empty() ? sig->tparams : sig->recvTParams;
    if (!sig->tparams.empty() && !decl->hasBody() && !pkg_->isLibrary) {
        error(DiagCode::MissingBody, decl->name, "generic function is missing function body");
    }
}

void PackageChecker::ensureBody(Func* func) {
    auto found = decls_.find(func);
    if (found == decls_.end()) return;
    DeclInfo* info = found->second;
    if (info->bodyDone) return;
    resolveObject(func);
    info->bodyDone = true;
    FunctionInfo* fn = func->info;
    fn->bodyChecked = true;
    owner_.loadBody(*info->func);
    if (info->func->body == nullptr || func->type == nullptr) return;
    size_t top = delayed_.size();
    resolving_++;
    funcBody(info, fn, func->type->as<Signature>(), info->func->scope, info->func->body, nullptr);
    processDelayed(top);
    resolving_--;
}

void PackageChecker::funcBody(DeclInfo* decl, FunctionInfo* info, Signature* sig, Scope* scope,
                              BlockStmt* body, const ConstValue* iota) {
    Environment saved = env_;
    std::vector<Var*> locals;
    env_ = Environment{};
    env_.decl = decl;
    env_.scope = scope;
    env_.iota = iota;
    env_.sig = sig;
    env_.fn = info;
    env_.locals = &locals;
    env_.headerOf = pendingPost_;
    body->scope = scope;
    stmtList(body->stmts);
    if (!sig->results.empty() && !isTerminating(body, Name{})) {
        error(DiagCode::MissingReturn, At(body->rightBrace), "missing return");
    }
    usage(locals);
    env_ = saved;
}

void PackageChecker::usage(const std::vector<Var*>& locals) {
    std::vector<Var*> unused;
    for (Var* v : locals) {
        if (!v->used && !v->name.isBlank() && !v->isParam && !v->isResult) unused.push_back(v);
    }
    sortStable(unused, [](const Var* a, const Var* b) { return a->pos < b->pos; });
    for (Var* v : unused) error(DiagCode::UnusedVar, v, text("declared and not used: ", v->name));
}

void PackageChecker::checkEverything() {
    std::vector<Object*> aliases, others;
    for (Object* obj : declOrder_) {
        if (auto* tname = obj->dyn<TypeName>()) {
            if (tname->isAlias) {
                aliases.push_back(obj);
            } else {
                objDecl(obj);
            }
        } else {
            others.push_back(obj);
        }
    }
    for (Object* obj : aliases) objDecl(obj);
    for (Object* obj : others) objDecl(obj);
    processDelayed(0);
    for (Object* obj : others) {
        if (auto* func = obj->dyn<Func>()) ensureBody(func);
    }
    processDelayed(0);
    computeInitOrder();
    unusedImports();
    if (!hadError_) checkMonomorphic();
    if (!hadError_) missingBodies();
    if (!diags_.hasErrors()) checkMain();
}

namespace {
/// TestXxx(t *testing.T): such a file runs without a main function.
bool isTest(const Func* func) {
    return !func->isMethod && func->name.text().substr(0, 4) == "Test" && func->signature() != nullptr &&
           func->signature()->params.size() == 1;
}
}  // namespace

/// What the go command and the linker say about a program that cannot start.
void PackageChecker::checkMain() {
    if (pkg_->isLibrary) return;
    for (Func* func : pkg_->functions) {
        if (isTest(func)) return;
    }
    if (pkg_->name != "main") {
        error(DiagCode::NotMainPackage, At(Pos{}), "package command-line-arguments is not a main package");
    } else if (pkg_->scope->find(ctx_.name("main")) == nullptr) {
        error(DiagCode::NotMainPackage, At(Pos{}),
              "runtime.main_main·f: function main is undeclared in the main package");
    }
}

/// Functions without a body belong to the library; gc looks for them when all else is right.
void PackageChecker::missingBodies() {
    constexpr uint32_t kFuncKeyword = 5;  // "func ": gc reports the token behind it
    if (pkg_->isLibrary) return;
    for (Func* func : pkg_->functions) {
        FuncDecl* decl = func->info->decl;
        if (decl->body == nullptr && !func->name.isBlank())
            error(DiagCode::MissingBody, At(decl->pos.plus(kFuncKeyword)), "missing function body");
    }
}
}  // namespace sluice
