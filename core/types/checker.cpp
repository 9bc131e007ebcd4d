// The public face of the checker: loads packages and hands work to the checker of each package.
#include "types/checker.h"

#include <algorithm>
#include <unordered_map>

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
    std::unordered_map<std::string, Package*> packages;  // lookups only
    std::vector<Package*> finished;                      // each after its imports
};

Checker::Checker(TypeContext& context, Importer* importer, Diagnostics& diagnostics)
    : impl_(new Impl(*this, context, importer, diagnostics)) {}

Checker::~Checker() = default;

Package* Checker::checkProgram(const std::vector<File*>& files) {
    SLUICE_ASSERT(!files.empty());
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
    if (known != impl_->packages.end()) return known->second;
    impl_->packages[key] = nullptr;  // an import cycle finds nothing
    if (impl_->importer == nullptr) return nullptr;
    std::vector<File*> files = impl_->importer->load(path);
    if (files.empty()) return nullptr;
    Package* pkg = impl_->newPackage(path, files, true);
    pkg->checker->collectObjects();
    pkg->complete = true;
    impl_->packages[key] = pkg;
    impl_->finished.push_back(pkg);
    return pkg;
}

void Checker::resolve(Object* obj) { impl_->resolve(obj); }

void Checker::ensureBody(Func* func) {
    Func* declared = func->origin;
    if (declared->pkg != nullptr && declared->pkg->checker != nullptr)
        declared->pkg->checker->ensureBody(declared);
}

void Checker::ensureInitOrder(Package* pkg) { pkg->checker->computeInitOrder(); }

void Checker::checkWholePackage(Package* pkg) { pkg->checker->checkEverything(); }

std::vector<Package*> Checker::packagesInOrder() const { return impl_->finished; }

TypeContext& Checker::context() { return impl_->ctx; }
Named* Checker::errorType() { return impl_->ctx.universe().errorType; }
Type* Checker::anyType() { return impl_->ctx.universe().anyType; }
}  // namespace sluice
