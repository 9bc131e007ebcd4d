// The public face of the checker: loads packages and hands work to the checker of each package.
#include "types/checker.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "source/diagnostic.h"
#include "syntax/ast.h"
#include "types/package_checker.h"

namespace sluice {

struct Checker::Impl : ObjectResolver {
    Impl(Checker& checker, TypeContext& context, Importer* source, Diagnostics& diagnostics)
        : owner(checker), ctx(context), importer(source), diags(diagnostics) {
        ctx.setResolver(this);
    }
    ~Impl() override {
        ctx.setResolver(nullptr);
        for (PackageChecker* checker : checkers) delete checker;
    }
    void resolve(Object* obj) override {
        if (obj->type == nullptr && obj->pkg != nullptr && obj->pkg->checker != nullptr) {
            obj->pkg->checker->resolveObject(obj);
        }
    }
    Package* newPackage(std::string_view path, const std::vector<File*>& files, bool isLibrary) {
        Package* pkg = ctx.make<Package>();
        pkg->path = std::string(path);
        pkg->files = files;
        pkg->isLibrary = isLibrary;
        pkg->name = std::string(files[0]->packageName == nullptr ? "" : files[0]->packageName->name.text());
        pkg->scope = ctx.make<Scope>(ctx.universe().scope);
        pkg->checker = new PackageChecker(ctx, owner, diags, pkg);
        checkers.push_back(pkg->checker);
        return pkg;
    }

    Checker& owner;
    TypeContext& ctx;
    Importer* importer;
    Diagnostics& diags;
    std::vector<PackageChecker*> checkers;
    /// A package of the program that is checked now: takes it and what it imports into the order.
    void reach(Package* pkg) {
        if (!reached.insert(pkg).second) return;
        for (Package* imported : imports[pkg]) reach(imported);
        finished.push_back(pkg);
    }

    std::unordered_map<std::string, Package*> packages;           // lookups only
    std::unordered_map<Package*, std::vector<Package*>> imports;  // lookups only; in source order
    std::vector<Package*> loading;                                // whose imports are being read
    // Of the latest program:
    std::unordered_set<Package*> reached;  // lookups only
    std::vector<Package*> finished;        // each after its imports
};

Checker::Checker(TypeContext& context, Importer* importer, Diagnostics& diagnostics)
    : impl_(new Impl(*this, context, importer, diagnostics)) {}

Checker::~Checker() = default;

Package* Checker::checkProgram(const std::vector<File*>& files) {
    SLUICE_ASSERT(!files.empty());
    impl_->reached.clear();
    impl_->finished.clear();
    Package* pkg = impl_->newPackage("main", files, false);
    pkg->checker->collectObjects();
    pkg->checker->checkEverything();
    pkg->complete = true;
    impl_->finished.push_back(pkg);
    return pkg;
}

Package* Checker::importPackage(std::string_view path) {
    std::string key(path);
    auto known = impl_->packages.find(key);
    Package* pkg = known == impl_->packages.end() ? nullptr : known->second;
    if (known == impl_->packages.end()) {
        impl_->packages[key] = nullptr;  // an import cycle finds nothing
        if (impl_->importer == nullptr) return nullptr;
        std::vector<File*> files = impl_->importer->load(path);
        if (files.empty()) return nullptr;
        pkg = impl_->newPackage(path, files, true);
        impl_->loading.push_back(pkg);
        pkg->checker->collectObjects();
        impl_->loading.pop_back();
        pkg->complete = true;
        impl_->packages[key] = pkg;
    }
    if (pkg == nullptr) return nullptr;
    if (!impl_->loading.empty()) impl_->imports[impl_->loading.back()].push_back(pkg);
    impl_->reach(pkg);
    return pkg;
}

void Checker::resolve(Object* obj) { impl_->resolve(obj); }

void Checker::ensureBody(Func* func) {
    Func* declared = func->origin;
    if (declared->pkg != nullptr && declared->pkg->checker != nullptr)
        declared->pkg->checker->ensureBody(declared);
}

void Checker::loadBody(FuncDecl& decl) {
    if (decl.skippedBody != 0 && impl_->importer != nullptr) impl_->importer->loadBody(decl);
}

void Checker::ensureInitOrder(Package* pkg) { pkg->checker->computeInitOrder(); }

void Checker::checkWholePackage(Package* pkg) { pkg->checker->checkEverything(); }

std::vector<Package*> Checker::packagesInOrder() const { return impl_->finished; }

TypeContext& Checker::context() { return impl_->ctx; }
Named* Checker::errorType() { return impl_->ctx.universe().errorType; }
Type* Checker::anyType() { return impl_->ctx.universe().anyType; }
}  // namespace sluice
