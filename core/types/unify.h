#pragma once
// Type unification for inference (Go spec "Type unification").
#include <vector>

#include "types/package_checker.h"

namespace sluice {

/// Solves type equations for a list of type parameters. Parameters that were found equal share one slot.
class Unifier {
  public:
    enum Mode : unsigned { kInexact = 0, kAssign = 1, kExact = 2 };
    Unifier(PackageChecker& checker, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs);
    bool unify(Type* x, Type* y, unsigned mode);
    Type* at(const TypeParam* param) const { return values_[slotOf(param)]; }
    void set(const TypeParam* param, Type* type) { values_[slotOf(param)] = type; }
    size_t unknowns() const;
    std::vector<Type*> inferred() const;

  private:
    bool nify(Type* x, Type* y, unsigned mode);
    bool bound(Type* x, Type* y, unsigned mode);
    bool interfaces(Type* x, Type* y, bool& handled);
    bool structural(Type* x, Type* y, unsigned mode);
    bool signatures(Signature* x, Signature* y, unsigned mode);
    bool join(const TypeParam* x, const TypeParam* y);
    TypeParam* asBound(Type* t) const;
    size_t slotOf(const TypeParam* param) const { return slots_[indexOf(param)]; }
    size_t indexOf(const TypeParam* param) const;
    PackageChecker& checker_;
    std::vector<TypeParam*> tparams_;
    std::vector<size_t> slots_;
    std::vector<Type*> values_;
    int depth_ = 0;
};

/// Does t mention one of these type parameters?
bool isParameterized(const std::vector<TypeParam*>& tparams, const Type* t);
}  // namespace sluice
