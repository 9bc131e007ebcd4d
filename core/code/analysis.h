#pragma once
// What must be known about a whole function before its code is made: which variables closures capture, which
// are assigned, and which must live in memory because they are indexed dynamically.
//
// A BodyNode is a body that becomes a function of its own: a declaration, a function literal, or the body of
// a range over a function. Facts hold for all instances of a generic function.

#include <memory>
#include <unordered_map>
#include <vector>

#include "syntax/ast.h"
#include "types/object.h"

namespace sluice {

/// A way out of a range-over-func body other than finishing, breaking or continuing that loop itself.
struct RangeExit {
    Token token = Token::Break;  ///< Break, Continue or Goto with `label`; Return.
    Name label;
    int32_t code = 0;  ///< What the function's exit variable says; the same in all bodies of a function.
    bool operator==(const RangeExit& other) const { return token == other.token && label == other.label; }
};

struct BodyNode {
    BodyNode* parent = nullptr;
    const Node* syntax = nullptr;  ///< FuncDecl, FuncLit, RangeStmt; null for package variable initialisers.
    bool isRangeBody = false;
    std::vector<const Var*>
        captures;  ///< Variables of outer bodies used here or further inside, in order of first use.
    bool hasDefer =
        false;  ///< Some defer statement runs at this function's end (range bodies: their function's).
    bool hasRangeDefer = false;  ///< Some of these are inside range bodies.
    bool usesRecover = false;
    std::vector<RangeExit> exits;     ///< Range bodies: ways out that leave this body. Functions: all codes.
    Var* exitVar = nullptr;           ///< Functions with exits: which way out is being taken (0: none).
    Var* deferToken = nullptr;        ///< Functions with hasRangeDefer: this frame, for Defer instructions.
    Name label;                       ///< Range bodies: the loop's label.
    Var* stateVar = nullptr;          ///< Range bodies: the loop's RangeState, a variable of the body around.
    std::vector<const Var*> results;  ///< Functions: result variables, named or not.

    /// The function this body belongs to: this, or the one around range bodies.
    const BodyNode* function() const {
        const BodyNode* at = this;
        while (at->isRangeBody) at = at->parent;
        return at;
    }
    BodyNode* function() { return const_cast<BodyNode*>(static_cast<const BodyNode*>(this)->function()); }
};

/// Values of a range-over-func loop's state variable.
enum class RangeState : int32_t { Ready = 0, Running = 1, Done = 2, Exhausted = 3 };

struct VarFacts {
    BodyNode* home = nullptr;
    bool captured = false;
    bool assigned = false;  ///< Other than by its declaration and by the post statement of its loop.
    bool assignedInPost = false;
    bool indexed = false;  ///< An array (part) of it is indexed in a way registers cannot do.
};

/// Analysis of one function declaration or of one package variable initialiser.
class BodyAnalysis {
public:
    explicit BodyAnalysis(const FunctionInfo& info);
    explicit BodyAnalysis(const Initializer& initializer);

    const BodyNode& root() const { return *nodes_.front(); }
    /// The node of a literal or range body inside.
    const BodyNode& node(const Node* syntax) const;
    const VarFacts& facts(const Var* var) const;

private:
    friend class BodyWalker;
    BodyNode* addNode(BodyNode* parent, const Node* syntax, bool isRangeBody);
    Var* makeVar(BodyNode* home);

    std::vector<std::unique_ptr<BodyNode>> nodes_;
    std::unordered_map<const Node*, BodyNode*> bySyntax_;
    std::unordered_map<const Var*, VarFacts> facts_;
    std::vector<std::unique_ptr<Var>> made_;
};

/// The local variable that an assignment to (or the address of) `expr` changes in place, or null: x, x.f,
/// x[i] of arrays.
const Var* rootVariable(const Expr* expr);
/// True when `range` over this expression iterates over a function.
bool isRangeOverFunc(const RangeStmt& stmt);

}  // namespace sluice
