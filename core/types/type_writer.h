#pragma once
// The writer behind typeString(); the checker uses it directly where it needs parts of types.
#include <string>
#include <string_view>
#include <vector>

#include "types/type.h"

namespace sluice {
class FileSet;

class TypeWriter {
  public:
    TypeWriter(const Package* relativeTo, bool runtimeForm)
        : relativeTo_(relativeTo), runtime_(runtimeForm) {}
    void type(const Type* t);
    /// Parameters and results, without `func`.
    void signature(const Signature* sig);
    void tuple(const std::vector<Var*>& vars, bool variadic);
    void typeParams(const std::vector<TypeParam*>& tparams);

    std::string out;
    bool paramNames = true;
    /// When set, type parameters named like predeclared types are explained with their position.
    const FileSet* files = nullptr;

  private:
    void names(std::string_view text, const Package* pkg);
    void typeList(const std::vector<Type*>& types, std::string_view separator);
    void structType(const Struct* t);
    void interfaceType(const Interface* t);
    void chanType(const Chan* t);
    void typeParam(const TypeParam* t);
    void namedType(const Named* t);
    const Package* relativeTo_;
    bool runtime_;
    bool qualifyByPath_ = false;  // inside type arguments the runtime writes package paths
    int depth_ = 0;
};
}  // namespace sluice
