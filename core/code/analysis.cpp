#include "code/analysis.h"

#include <algorithm>

#include "types/type.h"
#include "types/type_query.h"

namespace sluice {

/// Walks a body once.
class BodyWalker {
public:
    BodyWalker(BodyAnalysis& analysis, BodyNode* node) : analysis_(analysis), node_(node) {}

    void signature(const Signature& sig) {
        if (sig.recv != nullptr) declare(sig.recv);
        for (const Var* var : sig.params) declare(var);
        for (const Var* var : sig.results) {
            declare(var);
            node_->results.push_back(var);
        }
    }
    /// Finds out which labelled branches leave range bodies; call after the walk.
    void resolveExits();
    void fields(const FuncType& type) {
        for (const List<Field*>& list : {type.parameters, type.results}) {
            for (const Field* field : list) {
                for (const Ident* name : field->names) declare(name);
            }
        }
    }
    void block(const BlockStmt* stmt) {
        if (stmt != nullptr) statements(stmt->stmts);
    }
    void expr(const Expr* e);

private:
    void statements(const List<Stmt*>& list) {
        for (const Stmt* one : list) stmt(one);
    }
    template <class T>
    void exprs(const List<T*>& list) {
        for (const T* one : list) expr(one);
    }
    void stmt(const Stmt* s);
    void declaration(const Decl* decl);
    void forStmt(const ForStmt& s);
    void rangeStmt(const RangeStmt& s);
    void literal(const FuncLit& lit);
    void indexed(const IndexExpr& e);
    void assign(const AssignStmt& s);

    const Var* localOf(const Ident* ident) const {
        if (ident->object == nullptr || ident->object->kind != ObjectKind::Var) return nullptr;
        const Var* var = static_cast<const Var*>(ident->object);
        return var->isGlobal || var->isField ? nullptr : var;
    }
    void declare(const Var* var) {
        if (var != nullptr) analysis_.facts_[var].home = node_;
    }
    void declare(const Object* object) {
        if (object != nullptr && object->kind == ObjectKind::Var) declare(static_cast<const Var*>(object));
    }
    void declare(const Ident* ident) { declare(ident->object); }
    void use(const Ident* ident) {
        if (const Var* var = localOf(ident)) use(var);
    }
    void use(const Var* var) { use(var, node_); }
    void use(const Var* var, BodyNode* from) {
        VarFacts& facts = analysis_.facts_[var];
        if (facts.home == nullptr) facts.home = node_;
        for (BodyNode* at = from; at != nullptr && at != facts.home; at = at->parent) {
            facts.captured = true;
            if (std::find(at->captures.begin(), at->captures.end(), var) == at->captures.end()) {
                at->captures.push_back(var);
            }
        }
    }
    void assigned(const Expr* target) {
        const Var* var = rootVariable(target);
        if (var == nullptr || var->isGlobal) return;
        VarFacts& facts = analysis_.facts_[var];
        const bool inPost = post_ != nullptr && var->isLoopVar && declaredBy(*post_, var);
        (inPost ? facts.assignedInPost : facts.assigned) = true;
    }
    static bool declaredBy(const ForStmt& loop, const Var* var) {
        return loop.init != nullptr && var->pos >= loop.init->pos && var->pos < loop.init->end;
    }
    void addExit(BodyNode* body, const RangeExit& exit);
    void returned();
    void deferred();

    struct Branch {
        const BranchStmt* stmt;
        BodyNode* from;
    };
    struct LabelHome {
        Name name;
        const Stmt* stmt;
        BodyNode* node;
    };
    BodyAnalysis& analysis_;
    BodyNode* node_;
    const ForStmt* post_ = nullptr;
    Name pendingLabel_;
    std::vector<Branch> branches_;
    std::vector<LabelHome> labels_;
};

void BodyWalker::addExit(BodyNode* body, const RangeExit& exit) {
    BodyNode* function = body->function();
    auto known = std::find(function->exits.begin(), function->exits.end(), exit);
    if (known == function->exits.end()) {
        RangeExit numbered = exit;
        numbered.code = static_cast<int32_t>(function->exits.size()) + 1;
        known = function->exits.insert(function->exits.end(), numbered);
    }
    if (function->exitVar == nullptr) function->exitVar = analysis_.makeVar(function);
    if (std::find(body->exits.begin(), body->exits.end(), exit) == body->exits.end())
        body->exits.push_back(*known);
    analysis_.facts_[function->exitVar].assigned = true;
    use(function->exitVar, body);
}

void BodyWalker::returned() {
    if (!node_->isRangeBody) return;
    for (BodyNode* at = node_; at->isRangeBody; at = at->parent) addExit(at, {Token::Return, Name{}, 0});
    for (const Var* result : node_->function()->results) {
        analysis_.facts_[result].assigned = true;
        use(result);
    }
}

void BodyWalker::deferred() {
    BodyNode* function = node_->function();
    function->hasDefer = true;
    if (!node_->isRangeBody) return;
    function->hasRangeDefer = true;
    if (function->deferToken == nullptr) function->deferToken = analysis_.makeVar(function);
    use(function->deferToken);
}

void BodyWalker::resolveExits() {
    for (const Branch& branch : branches_) {
        const Name label = branch.stmt->label->name;
        auto home = std::find_if(labels_.begin(), labels_.end(), [&](const LabelHome& one) {
            return one.name == label && one.node->function() == branch.from->function();
        });
        if (home == labels_.end()) continue;
        for (BodyNode* at = branch.from; at != home->node; at = at->parent) {
            if (branch.stmt->token != Token::Goto && at->syntax == home->stmt) break;
            addExit(at, {branch.stmt->token, label, 0});
        }
    }
}

const Var* rootVariable(const Expr* expr) {
    for (;;) {
        expr = unparen(expr);
        if (const Ident* ident = asIf<Ident>(expr)) {
            if (ident->object == nullptr || ident->object->kind != ObjectKind::Var) return nullptr;
            return static_cast<const Var*>(ident->object);
        }
        if (const SelectorExpr* selector = asIf<SelectorExpr>(expr)) {
            const Selection* selection = selector->selection;
            if (selection == nullptr || selection->kind != SelectionKind::FieldValue || selection->indirect)
                return nullptr;
            expr = selector->operand;
        } else if (const IndexExpr* index = asIf<IndexExpr>(expr)) {
            if (index->operand->type == nullptr) return nullptr;
            const Type* core = coreType(const_cast<Type*>(index->operand->type));
            if (core == nullptr || core->kind() != TypeKind::Array) return nullptr;
            expr = index->operand;
        } else {
            return nullptr;
        }
    }
}

bool isRangeOverFunc(const RangeStmt& stmt) {
    if (stmt.operand->type == nullptr) return false;
    const Type* core = coreType(const_cast<Type*>(stmt.operand->type));
    return core != nullptr && core->kind() == TypeKind::Signature;
}

void BodyWalker::literal(const FuncLit& lit) {
    BodyNode* inner = analysis_.addNode(node_, &lit, false);
    BodyWalker walker(analysis_, inner);
    if (lit.type != nullptr && lit.type->kind() == TypeKind::Signature)
        walker.signature(*lit.type->as<Signature>());
    if (lit.signature != nullptr) walker.fields(*lit.signature);
    walker.block(lit.body);
    walker.resolveExits();
}

void BodyWalker::indexed(const IndexExpr& e) {
    const Type* type = e.operand->type;
    if (type == nullptr) return;
    const Type* core = coreType(const_cast<Type*>(type));
    if (core == nullptr || core->kind() != TypeKind::Array) return;
    const Type* elem = core->as<Array>()->elem;
    const BasicKind kind = basicKindOf(elem);
    const bool packed = kind == BasicKind::Bool || kind == BasicKind::Uint8;
    if (e.indices[0]->constant != nullptr && !packed && !mentionsTypeParam(type)) return;
    const Var* var = rootVariable(e.operand);
    if (var != nullptr && !var->isGlobal) analysis_.facts_[var].indexed = true;
}

void BodyWalker::expr(const Expr* e) {
    if (e == nullptr) return;
    switch (e->kind) {
        case NodeKind::Ident: use(as<Ident>(e)); break;
        case NodeKind::CompositeLit: exprs(as<CompositeLit>(e)->elements); break;
        case NodeKind::KeyValueExpr:
            expr(as<KeyValueExpr>(e)->key);
            expr(as<KeyValueExpr>(e)->value);
            break;
        case NodeKind::FuncLit: literal(*as<FuncLit>(e)); break;
        case NodeKind::ParenExpr: expr(as<ParenExpr>(e)->inner); break;
        case NodeKind::SelectorExpr: expr(as<SelectorExpr>(e)->operand); break;
        case NodeKind::IndexExpr:
            indexed(*as<IndexExpr>(e));
            expr(as<IndexExpr>(e)->operand);
            exprs(as<IndexExpr>(e)->indices);
            break;
        case NodeKind::SliceExpr: {
            const SliceExpr* slice = as<SliceExpr>(e);
            expr(slice->operand);
            expr(slice->low);
            expr(slice->high);
            expr(slice->max);
            break;
        }
        case NodeKind::TypeAssertExpr: expr(as<TypeAssertExpr>(e)->operand); break;
        case NodeKind::CallExpr: {
            const CallExpr* call = as<CallExpr>(e);
            expr(call->callee);
            exprs(call->arguments);
            const Ident* name = asIf<Ident>(unparen(call->callee));
            if (call->callKind == CallKind::Builtin && name != nullptr && name->name == "recover") {
                node_->usesRecover = true;
            }
            break;
        }
        case NodeKind::StarExpr: expr(as<StarExpr>(e)->operand); break;
        case NodeKind::UnaryExpr: expr(as<UnaryExpr>(e)->operand); break;
        case NodeKind::BinaryExpr:
            expr(as<BinaryExpr>(e)->left);
            expr(as<BinaryExpr>(e)->right);
            break;
        default: break;
    }
}

void BodyWalker::declaration(const Decl* decl) {
    const GenDecl* group = asIf<GenDecl>(decl);
    if (group == nullptr) return;
    for (const Decl* spec : group->specs) {
        const VarSpec* var = asIf<VarSpec>(spec);
        if (var == nullptr) continue;
        exprs(var->values);
        for (const Ident* name : var->names) declare(name);
    }
}

void BodyWalker::assign(const AssignStmt& s) {
    exprs(s.right);
    for (const Expr* target : s.left) {
        const Ident* ident = asIf<Ident>(unparen(target));
        if (s.op == Token::Define && ident != nullptr && ident->object != nullptr &&
            ident->object->pos == ident->pos) {
            declare(ident);
            continue;
        }
        expr(target);
        assigned(target);
    }
}

void BodyWalker::forStmt(const ForStmt& s) {
    if (s.init != nullptr) stmt(s.init);
    expr(s.condition);
    if (s.post != nullptr) {
        const ForStmt* saved = post_;
        post_ = &s;
        stmt(s.post);
        post_ = saved;
    }
    block(s.body);
}

void BodyWalker::rangeStmt(const RangeStmt& s) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    expr(s.operand);
    BodyNode* saved = node_;
    if (isRangeOverFunc(s)) {
        Var* state = analysis_.makeVar(node_);
        analysis_.facts_[state].assigned = true;
        node_ = analysis_.addNode(node_, &s, true);
        node_->stateVar = state;
        node_->label = label;
        use(state);
    }
    for (const Expr* target : {s.key, s.value}) {
        if (target == nullptr) continue;
        const Ident* ident = asIf<Ident>(unparen(target));
        if (s.op == Token::Define) {
            if (ident != nullptr) declare(ident);
            continue;
        }
        expr(target);
        assigned(target);
    }
    block(s.body);
    node_ = saved;
}

void BodyWalker::stmt(const Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
        case NodeKind::DeclStmt: declaration(as<DeclStmt>(s)->decl); break;
        case NodeKind::LabeledStmt:
            labels_.push_back({as<LabeledStmt>(s)->label->name, as<LabeledStmt>(s)->stmt, node_});
            if (isA<RangeStmt>(as<LabeledStmt>(s)->stmt)) pendingLabel_ = as<LabeledStmt>(s)->label->name;
            stmt(as<LabeledStmt>(s)->stmt);
            pendingLabel_ = Name{};
            break;
        case NodeKind::BranchStmt:
            if (as<BranchStmt>(s)->label != nullptr && node_->isRangeBody) {
                branches_.push_back({as<BranchStmt>(s), node_});
            }
            break;
        case NodeKind::ExprStmt: expr(as<ExprStmt>(s)->expr); break;
        case NodeKind::SendStmt:
            expr(as<SendStmt>(s)->channel);
            expr(as<SendStmt>(s)->value);
            break;
        case NodeKind::IncDecStmt:
            expr(as<IncDecStmt>(s)->operand);
            assigned(as<IncDecStmt>(s)->operand);
            break;
        case NodeKind::AssignStmt: assign(*as<AssignStmt>(s)); break;
        case NodeKind::GoStmt: expr(as<GoStmt>(s)->call); break;
        case NodeKind::DeferStmt:
            deferred();
            expr(as<DeferStmt>(s)->call);
            break;
        case NodeKind::ReturnStmt:
            exprs(as<ReturnStmt>(s)->results);
            returned();
            break;
        case NodeKind::BlockStmt: block(as<BlockStmt>(s)); break;
        case NodeKind::IfStmt:
            stmt(as<IfStmt>(s)->init);
            expr(as<IfStmt>(s)->condition);
            block(as<IfStmt>(s)->thenBlock);
            stmt(as<IfStmt>(s)->elseStmt);
            break;
        case NodeKind::SwitchStmt:
            stmt(as<SwitchStmt>(s)->init);
            expr(as<SwitchStmt>(s)->tag);
            for (const CaseClause* clause : as<SwitchStmt>(s)->clauses) {
                exprs(clause->values);
                statements(clause->body);
            }
            break;
        case NodeKind::TypeSwitchStmt:
            stmt(as<TypeSwitchStmt>(s)->init);
            expr(as<TypeSwitchStmt>(s)->operand);
            for (const CaseClause* clause : as<TypeSwitchStmt>(s)->clauses) {
                declare(clause->implicitObject);
                statements(clause->body);
            }
            break;
        case NodeKind::SelectStmt:
            for (const CommClause* clause : as<SelectStmt>(s)->clauses) {
                stmt(clause->comm);
                statements(clause->body);
            }
            break;
        case NodeKind::ForStmt: forStmt(*as<ForStmt>(s)); break;
        case NodeKind::RangeStmt: rangeStmt(*as<RangeStmt>(s)); break;
        default: break;
    }
}

BodyAnalysis::BodyAnalysis(const FunctionInfo& info) {
    BodyNode* node = addNode(nullptr, info.decl, false);
    BodyWalker walker(*this, node);
    if (info.sig != nullptr) walker.signature(*info.sig);
    if (info.decl != nullptr && info.decl->signature != nullptr) walker.fields(*info.decl->signature);
    if (info.decl != nullptr) walker.block(info.decl->body);
    walker.resolveExits();
}

BodyAnalysis::BodyAnalysis(const Initializer& initializer) {
    BodyNode* node = addNode(nullptr, initializer.rhs, false);
    BodyWalker walker(*this, node);
    walker.expr(initializer.rhs);
}

BodyNode* BodyAnalysis::addNode(BodyNode* parent, const Node* syntax, bool isRangeBody) {
    nodes_.push_back(std::make_unique<BodyNode>());
    BodyNode* node = nodes_.back().get();
    node->parent = parent;
    node->syntax = syntax;
    node->isRangeBody = isRangeBody;
    bySyntax_[syntax] = node;
    return node;
}

Var* BodyAnalysis::makeVar(BodyNode* home) {
    made_.push_back(std::make_unique<Var>(Name{}, Pos{}));
    Var* var = made_.back().get();
    var->type = basicType(BasicKind::Int);
    facts_[var].home = home;
    return var;
}

const BodyNode& BodyAnalysis::node(const Node* syntax) const {
    auto found = bySyntax_.find(syntax);
    SLUICE_ASSERT(found != bySyntax_.end());
    return *found->second;
}

const VarFacts& BodyAnalysis::facts(const Var* var) const {
    static const VarFacts kNone;
    auto found = facts_.find(var);
    return found == facts_.end() ? kNone : found->second;
}

}  // namespace sluice
