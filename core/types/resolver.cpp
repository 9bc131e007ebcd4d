// Package level: collects all declarations and imports without resolving any type.
#include <algorithm>
#include <cstring>

#include "base/decimal.h"
#include "base/order.h"
#include "source/text.h"
#include "types/package_checker.h"

namespace sluice {

PackageChecker::PackageChecker(TypeContext& ctx, Checker& owner, Diagnostics& diags, Package* pkg)
    : ctx_(ctx), owner_(owner), diags_(diags), pkg_(pkg), constants_(ctx.constants()) {}

FunctionInfo* PackageChecker::newInfo(FunctionInfo* outer) {
    auto* info = ctx_.make<FunctionInfo>();
    info->outer = outer;
    info->pkg = pkg_;
    if (outer != nullptr) {
        info->tparams = outer->tparams;
        outer->literals.push_back(info);
    }
    return info;
}

void PackageChecker::collectObjects() {
    if (pkg_->name == "_")
        error(DiagCode::MismatchedPackageName, pkg_->files[0]->packageName, "invalid package name _");
    for (File* file : pkg_->files) {
        if (file->packageName != nullptr && file->packageName->name.text() != pkg_->name) {
            error(DiagCode::MismatchedPackageName, file->packageName,
                  text("package ", file->packageName->name, "; expected package ", pkg_->name));
            continue;
        }
        Scope* scope = ctx_.make<Scope>(pkg_->scope);
        file->scope = scope;
        fileScopes_.push_back(scope);
        for (ImportDecl* import : file->imports) importDecl(import, scope);
        for (Decl* decl : file->decls) {
            if (auto* func = asIf<FuncDecl>(decl)) {
                declareFunc(func, scope);
                continue;
            }
            auto* group = asIf<GenDecl>(decl);
            if (group == nullptr) continue;
            for (Decl* spec : group->specs) {
                if (auto* constants = asIf<ConstSpec>(spec)) {
                    declareConsts(constants, scope);
                } else if (auto* vars = asIf<VarSpec>(spec)) {
                    declareVars(vars, scope);
                } else if (auto* type = asIf<TypeSpec>(spec)) {
                    declareType(type, scope);
                }
            }
        }
    }
    checkFileScopes();
    associateMethods();
    sortStable(pkg_->imports, [](const Package* a, const Package* b) { return a->path < b->path; });
    pkg_->imports.erase(std::unique(pkg_->imports.begin(), pkg_->imports.end()), pkg_->imports.end());
}

/// An imported package and a package-level object may not have the same name.
void PackageChecker::checkFileScopes() {
    for (Scope* scope : fileScopes_) {
        for (Object* obj : scope->objects()) {
            Object* alt = pkg_->scope->find(obj->name);
            if (alt == nullptr) continue;
            if (auto* name = obj->dyn<PkgName>()) {
                std::string imported =
                    name->imported == nullptr ? std::string(name->name.text()) : name->imported->name;
                std::string path = name->imported == nullptr ? std::string() : name->imported->path;
                error(DiagCode::DuplicateDecl, alt,
                      text(alt->name, " already declared through import of package ", imported, " (\"", path,
                           "\")"),
                      {otherDeclaration(name)});
            } else {
                error(DiagCode::DuplicateDecl, alt,
                      text(alt->name, " already declared through dot-import of package ", obj->pkg->name,
                           " (\"", obj->pkg->path, "\")"),
                      {otherDeclaration(obj)});
            }
        }
    }
}

void PackageChecker::importDecl(ImportDecl* decl, Scope* fileScope) {
    if (decl->pathLiteral == nullptr || decl->pathLiteral->isBad) return;
    if (decl->path.empty()) {
        error(DiagCode::BadImportPath, decl->pathLiteral, "invalid import path (empty string)");
        return;
    }
    for (unsigned char c : decl->path) {
        bool illegal = c <= ' ' || c == 0x7f || std::strchr("!\"#$%&'()*,:;<=>?[\\]^{|}`", c) != nullptr;
        if (!illegal) continue;
        std::string code;
        appendHexDigits(code, c, 4);
        for (char& digit : code) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
        code.insert(0, "U+");
        if (c > ' ' && c != 0x7f) code += std::string(" '") + static_cast<char>(c) + "'";
        error(DiagCode::BadImportPath, decl->pathLiteral,
              text("invalid import path (invalid character ", code, ")"));
        return;
    }
    Package* imported = nullptr;
    if (!reportUnsupportedImport(decl)) imported = owner_.importPackage(decl->path);
    Name name = ctx_.name(imported != nullptr ? std::string_view(imported->name)
                                              : decl->path.substr(decl->path.rfind('/') + 1));
    if (decl->localName != nullptr) name = decl->localName->name;
    if (name == "init") {
        error(DiagCode::InvalidInitDecl, decl, "cannot import package as init - init must be a func");
        return;
    }
    if (imported != nullptr) pkg_->imports.push_back(imported);
    // gc reports unused imports at the local name if there is one, otherwise at the path.
    Pos pos = decl->localName != nullptr ? decl->localName->pos : decl->pathLiteral->pos;
    auto* obj = ctx_.make<PkgName>(name, pos);
    obj->pkg = pkg_;
    obj->imported = imported;
    obj->type = invalidType();
    obj->used = imported == nullptr;  // one message for a missing package is enough
    obj->parent = fileScope;
    decl->object = obj;
    if (decl->localName != nullptr) decl->localName->object = obj;
    imports_.push_back(obj);
    if (name.isBlank()) return;
    if (name == ".") {
        if (imported == nullptr) return;
        for (Object* exported : imported->scope->objects()) {
            if (!exported->exported()) continue;
            if (Object* alt = fileScope->insert(exported)) {
                error(DiagCode::DuplicateDecl, decl->localName, text(alt->name, " redeclared in this block"),
                      {otherDeclaration(alt)});
            } else {
                dotImports_[exported] = obj;
            }
        }
        return;
    }
    if (Object* alt = fileScope->insert(obj)) {
        error(DiagCode::DuplicateDecl, obj, text(obj->name, " redeclared in this block"),
              {otherDeclaration(alt)});
    }
}

void PackageChecker::declarePackageObject(Ident* ident, Object* obj, DeclInfo* info) {
    ident->object = obj;
    obj->pkg = pkg_;
    obj->resolution = Resolution::White;
    if (ident->name == "init") {
        error(DiagCode::InvalidInitDecl, ident, "cannot declare init - must be func");
        return;
    }
    if (ident->name == "main" && pkg_->name == "main") {
        error(DiagCode::InvalidMainDecl, ident, "cannot declare main - must be func");
        return;
    }
    declare(pkg_->scope, ident, obj, Pos{});
    decls_[obj] = info;
    declOrder_.push_back(obj);
    obj->order = static_cast<uint32_t>(declOrder_.size());
}

void PackageChecker::arity(Pos pos, const List<Ident*>& names, const List<Expr*>& inits, bool isConst,
                           bool inherited) {
    size_t l = names.size(), r = inits.size();
    if (l < r) {
        Expr* extra = inits[l];
        if (inherited) {
            error(DiagCode::WrongAssignCount, pos,
                  text("extra init expr at ", positionText(operatorPosition(extra))));
        } else {
            error(DiagCode::WrongAssignCount, extra, text("extra init expr ", extra));
        }
    } else if (l > r && (isConst || r != 1)) {
        Ident* missing = names[r];
        error(DiagCode::WrongAssignCount, missing, text("missing init expr for ", missing->name));
    }
}

void PackageChecker::declareConsts(ConstSpec* spec, Scope* fileScope) {
    for (size_t i = 0; i < spec->names.size(); i++) {
        auto* obj = ctx_.make<Const>(spec->names[i]->name, spec->names[i]->pos);
        obj->value = constants_.makeInt(spec->iota);
        auto* info = ctx_.make<DeclInfo>();
        info->fileScope = fileScope;
        info->declaredType = spec->declaredType;
        info->init = i < spec->values.size() ? spec->values[i] : nullptr;
        info->inherited = spec->isRepeated;
        declarePackageObject(spec->names[i], obj, info);
    }
    arity(spec->pos, spec->names, spec->values, true, spec->isRepeated);
}

void PackageChecker::declareVars(VarSpec* spec, Scope* fileScope) {
    DeclInfo* shared = nullptr;
    if (spec->values.size() == 1 && spec->names.size() > 1) shared = ctx_.make<DeclInfo>();
    for (size_t i = 0; i < spec->names.size(); i++) {
        auto* obj = ctx_.make<Var>(spec->names[i]->name, spec->names[i]->pos);
        obj->isGlobal = true;
        DeclInfo* info = shared != nullptr ? shared : ctx_.make<DeclInfo>();
        if (shared != nullptr) shared->lhs.push_back(obj);
        info->fileScope = fileScope;
        info->declaredType = spec->declaredType;
        info->init = shared != nullptr         ? spec->values[0]
                     : i < spec->values.size() ? spec->values[i]
                                               : nullptr;
        if (info->init != nullptr && info->info == nullptr) info->info = newInfo(nullptr);
        declarePackageObject(spec->names[i], obj, info);
        pkg_->variables.push_back(obj);
    }
    if (spec->declaredType == nullptr || !spec->values.empty())
        arity(spec->pos, spec->names, spec->values, false, false);
}

void PackageChecker::declareType(TypeSpec* spec, Scope* fileScope) {
    auto* obj = ctx_.make<TypeName>(spec->name->name, spec->name->pos);
    obj->isAlias = spec->isAlias;
    auto* info = ctx_.make<DeclInfo>();
    info->fileScope = fileScope;
    info->typeSpec = spec;
    declarePackageObject(spec->name, obj, info);
}

void PackageChecker::declareFunc(FuncDecl* decl, Scope* fileScope) {
    Name name = decl->name->name;
    auto* obj = ctx_.make<Func>(name, decl->name->pos);
    obj->pkg = pkg_;
    obj->resolution = Resolution::White;
    decl->object = obj;
    decl->name->object = obj;
    auto* fn = newInfo(nullptr);
    fn->func = obj;
    fn->decl = decl;
    fn->hasBody = decl->hasBody();
    obj->info = fn;
    decl->info = fn;
    pkg_->functions.push_back(obj);
    if (decl->receiver == nullptr) {
        bool isMain = name == "main" && pkg_->name == "main";
        if (name == "init" || isMain) {
            DiagCode code = isMain ? DiagCode::InvalidMainDecl : DiagCode::InvalidInitDecl;
            if (!decl->signature->typeParameters.empty()) {
                error(code, decl->signature->typeParameters[0],
                      text("func ", name, " must have no type parameters"));
            }
            if (!decl->signature->parameters.empty() || !decl->signature->results.empty()) {
                error(code, decl->name, text("func ", name, " must have no arguments and no return values"));
            }
        }
        if (name == "init") {
            obj->parent = pkg_->scope;
            pkg_->initFunctions.push_back(obj);
        } else {
            declare(pkg_->scope, decl->name, obj, Pos{});
        }
    } else {
        obj->isMethod = true;
        Receiver recv = unpackReceiver(decl->receiver->fieldType, false);
        auto* base = asIf<Ident>(recv.base);
        if (base != nullptr && !name.isBlank()) pendingMethods_.push_back({obj, recv.pointer, base});
    }
    auto* info = ctx_.make<DeclInfo>();
    info->fileScope = fileScope;
    info->func = decl;
    decls_[obj] = info;
    declOrder_.push_back(obj);
    obj->order = static_cast<uint32_t>(declOrder_.size());
}

PackageChecker::Receiver PackageChecker::unpackReceiver(Expr* type, bool withParams) {
    Receiver out;
    out.base = unparen(type);
    if (auto* star = asIf<StarExpr>(out.base)) {
        out.pointer = true;
        out.base = unparen(star->operand);
    }
    auto* indexed = asIf<IndexExpr>(out.base);
    if (indexed == nullptr) return out;
    out.base = indexed->operand;
    out.hasTParams = true;
    if (!withParams) return out;
    for (Expr* arg : indexed->indices) {
        auto* name = asIf<Ident>(arg);
        if (name == nullptr) {
            error(DiagCode::InvalidReceiver, arg,
                  text("receiver type parameter ", arg, " must be an identifier"));
            continue;
        }
        out.tparams.push_back(name);
    }
    return out;
}

/// Follows aliases from a receiver's name to the declared type in this package.
TypeName* PackageChecker::resolveBaseTypeName(bool& pointer, Ident* name) {
    for (int steps = 0; name != nullptr && steps < 100; steps++) {
        Object* obj = pkg_->scope->find(name->name);
        TypeName* tname = obj == nullptr ? nullptr : obj->dyn<TypeName>();
        auto found = tname == nullptr ? decls_.end() : decls_.find(tname);
        if (found == decls_.end()) return nullptr;
        TypeSpec* spec = found->second->typeSpec;
        if (!spec->isAlias) return tname;
        if (!spec->typeParameters.empty()) return nullptr;
        Expr* type = unparen(spec->declaredType);
        if (auto* star = asIf<StarExpr>(type)) {
            if (pointer) return nullptr;
            pointer = true;
            type = unparen(star->operand);
        }
        name = asIf<Ident>(type);
    }
    return nullptr;
}

void PackageChecker::associateMethods() {
    for (MethodDecl& method : pendingMethods_) {
        bool pointer = method.pointer;
        TypeName* base = resolveBaseTypeName(pointer, method.base);
        if (base == nullptr) continue;
        method.func->hasPointerReceiver = pointer;
        methods_[base].push_back(method.func);
    }
}

void PackageChecker::unusedImports() {
    for (PkgName* obj : imports_) {
        if (obj->name.isBlank() || obj->used || obj->imported == nullptr) continue;
        const std::string& path = obj->imported->path;
        std::string_view last = std::string_view(path).substr(path.rfind('/') + 1);
        if (obj->name == "." || obj->name == last) {
            error(DiagCode::UnusedImport, obj, text('"', path, "\" imported and not used"));
        } else {
            error(DiagCode::UnusedImport, obj,
                  text('"', path, "\" imported as ", obj->name, " and not used"));
        }
    }
}
}  // namespace sluice
