#pragma once
// The graph behind the check that a program needs only finitely many instances of its generic code.
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "syntax/ast.h"
#include "types/object.h"
#include "types/type.h"

namespace sluice {

class MonoGraph {
  public:
    /// One link of a cycle: type parameter `obj` gets `type`.
    struct Step {
        TypeName* obj;
        Type* type;
        Pos pos;
    };
    /// A method's receiver parameter stands for the one of its type.
    void addCanonical(const TypeParam* method, const TypeParam* declared);
    void addInstance(Package* pkg, const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs,
                     Pos pos, const List<Expr*>* exprs);
    /// A cycle of instantiations that never ends; empty if there is none.
    std::vector<Step> findCycle();

  private:
    struct Vertex {
        int weight;
        size_t via;     // edge
        size_t length;  // of the path
        TypeName* obj;
    };
    struct Edge {
        size_t to, from;
        int weight;
        Pos pos;
        Type* type;
    };
    size_t vertex(const TypeParam* param);
    void flow(const TypeParam* to, const TypeParam* from, Type* whole, Pos pos);
    void walk(const TypeParam* to, Type* type, Type* whole, Pos pos, int depth);
    std::vector<Step> cycleAt(size_t v);
    std::vector<Vertex> vertices_;
    std::vector<Edge> edges_;
    std::unordered_map<const TypeParam*, const TypeParam*> canonical_;
    std::unordered_map<const TypeName*, size_t> index_;
};
}  // namespace sluice
