#pragma once
// Owner of all types, objects, scopes and constants of one checked program, and the place where types are
// made canonical.
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "types/constant.h"
#include "types/object.h"
#include "types/type.h"

namespace sluice {

/// The predeclared identifiers (Go spec "Predeclared identifiers").
struct Universe {
    Scope* scope = nullptr;
    Named* errorType = nullptr;
    Named* comparableType = nullptr;
    Interface* anyType = nullptr;
    Interface* emptyInterface = nullptr;
    Const* iota = nullptr;
};

/// Gives an object of a lazily checked package its type; the checker is one.
class ObjectResolver {
  public:
    virtual ~ObjectResolver() = default;
    virtual void resolve(Object* obj) = 0;
};

class TypeContext {
  public:
    /// `names` must be the interner of the parser, and outlive the context.
    explicit TypeContext(Interner& names);
    ~TypeContext();
    TypeContext(const TypeContext&) = delete;
    TypeContext& operator=(const TypeContext&) = delete;

    /// Makes a T that lives as long as this context.
    template <class T, class... Args>
    T* make(Args&&... args) {
        T* made = new T(std::forward<Args>(args)...);
        owned_.push_back({made, [](void* p) { delete static_cast<T*>(p); }});
        return made;
    }
    Name name(std::string_view text) { return names_.intern(text); }
    Interner& names() { return names_; }
    ConstantPool& constants() { return constants_; }

    Type* pointerTo(Type* elem) { return make<Pointer>(elem); }
    Type* sliceOf(Type* elem) { return make<Slice>(elem); }

    /// The canonical instance of a generic named type (or of a local type of a generic function). Does not
    /// verify that the arguments satisfy the constraints.
    Named* instantiate(Named* origin, const std::vector<Type*>& targs);
    /// The one representative of all types identical to `type`: canonical(a) == canonical(b) iff identical(a,
    /// b). Byte/rune become uint8/int32. Only for complete types (after checking).
    Type* canonical(Type* type);
    /// Predeclared names: scope, `error`, `any`, `comparable`.
    const Universe& universe() const { return *universe_; }
    /// Makes sure obj->type is known, through the resolver if there is one.
    void resolve(Object* obj) {
        if (obj->type == nullptr && resolver_ != nullptr) resolver_->resolve(obj);
    }
    void setResolver(ObjectResolver* resolver) { resolver_ = resolver; }
    uint32_t nextId() { return ++lastId_; }
    /// How many objects make() has made.
    size_t count() const { return owned_.size(); }

  private:
    struct Owned {
        void* object;
        void (*destroy)(void*);
    };
    struct Tables;
    Interner& names_;
    std::vector<Owned> owned_;
    ConstantPool constants_;
    std::unique_ptr<Tables> tables_;
    std::unique_ptr<Universe> universe_;
    ObjectResolver* resolver_ = nullptr;
    uint32_t lastId_ = 0;
};

/// Type parameters and what to put in their place; used by subst().
struct TypeMap {
    const std::vector<TypeParam*>* from = nullptr;
    const std::vector<Type*>* to = nullptr;  ///< same length; null entries stay as they are
    Type* find(const TypeParam* param) const {
        size_t i = static_cast<size_t>(param->index);
        if (from == nullptr || param->index < 0 || i >= from->size() || (*from)[i] != param) return nullptr;
        return (*to)[i];
    }
};

/// The type with the parameters of `map` replaced. Returns the same pointer when nothing changes.
Type* subst(TypeContext& ctx, Type* type, const TypeMap& map);
}  // namespace sluice
