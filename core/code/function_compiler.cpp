#include "code/function_compiler.h"

#include "types/type_query.h"

namespace sluice {

FunctionCompiler::FunctionCompiler(Unit& unit, const Job& job, bool longJumps)
    : unit_(unit), job_(job), shapes_(unit.shapes()), e_("", "", longJumps), longJumps_(longJumps) {}

// ---- types

Type* FunctionCompiler::concrete(const Type* type) {
    Type* plain = const_cast<Type*>(type);
    if (job_.env == nullptr || job_.env->empty()) return plain;
    const TypeMap map{&job_.env->from, &job_.env->to};
    return subst(unit_.types(), plain, map);
}

const Shape& FunctionCompiler::shapeOf(const Type* type) {
    SLUICE_ASSERT(type != nullptr);
    if (job_.env == nullptr || job_.env->empty()) return shapes_.of(type);
    auto found = shapeCache_.find(type);
    if (found != shapeCache_.end()) return *found->second;
    const Shape& shape = shapes_.of(concrete(type));
    shapeCache_.emplace(type, &shape);
    return shape;
}

const Shape& FunctionCompiler::shapeOf(const Expr* e) {
    return shapeOf(e->type);
}

const Shape& FunctionCompiler::elementOf(const Shape& container) {
    switch (container.kind) {
        case RKind::Slice: return shapes_.of(container.underlying->as<Slice>()->elem);
        case RKind::Array: return shapes_.of(container.underlying->as<Array>()->elem);
        case RKind::Map: return shapes_.of(container.underlying->as<Map>()->elem);
        case RKind::Chan: return shapes_.of(container.underlying->as<Chan>()->elem);
        case RKind::Pointer: return shapes_.of(container.underlying->as<Pointer>()->elem);
        case RKind::String: return basic(BasicKind::Uint8);
        default: SLUICE_UNREACHABLE("a type without elements");
    }
}

const Shape& FunctionCompiler::keyOf(const Shape& map) {
    return shapes_.of(map.underlying->as<Map>()->key);
}

// ---- variables

bool FunctionCompiler::needsCell(const Var* var, const Shape& shape) const {
    if (shape.big || var->addressTaken) return true;
    const VarFacts& facts = job_.analysis->facts(var);
    if (facts.indexed) return true;
    return facts.captured && (facts.assigned || var->isResult);
}

uint32_t FunctionCompiler::siteFor(Pos pos, const Shape& shape) {
    return unit_.site(pos, siteName_, shape.id);
}

void FunctionCompiler::newCell(const Var* var, const Storage& storage) {
    const uint32_t site = unit_.site(var->pos, std::string(var->name.text()), storage.shape->id);
    e_.emit(Op::New, storage.reg);
    e_.ext(storage.shape->id, site & 0xFFFF, site >> 16);
}

FunctionCompiler::Storage& FunctionCompiler::declare(const Var* var, Reg fixed) {
    const Shape& shape = shapeOf(var->type);
    Storage storage;
    storage.shape = &shape;
    storage.isCell = needsCell(var, shape);
    if (fixed != kNoReg) {
        storage.reg = fixed;
    } else {
        storage.reg = e_.allocate(storage.isCell ? "p" : shape.kinds);
        storage.owned = storage.isCell || shape.slots != 0;
    }
    if (var->name && !var->name.isBlank()) {
        LocalVariable local;
        local.name = std::string(var->name.text());
        local.type = shape.id;
        local.isCell = storage.isCell;
        local.isParameter = var->isParam;
        local.isResult = var->isResult;
        local.reg = storage.reg;
        local.firstPc = e_.pc();
        local.endPc = kNoPc;
        local.pos = var->pos;
        storage.local = static_cast<int>(e_.locals().size());
        e_.addLocal(local);
    }
    if (!scopes_.empty()) scopes_.back().declared.push_back(var);
    Storage& stored = variables_[var];
    stored = storage;
    return stored;
}

void FunctionCompiler::declareZero(const Var* var) {
    const Storage storage = declare(var);
    if (storage.isCell) {
        newCell(var, storage);
    } else {
        zeroTo(*storage.shape, storage.reg);
    }
}

/// Gives a freshly declared variable its value, which is in `value` (for registers perhaps already in place).
void FunctionCompiler::initialise(const Var* var, const Storage& storage, Reg value) {
    if (!storage.isCell) {
        e_.move(storage.reg, value, storage.shape->slots);
        return;
    }
    newCell(var, storage);
    store(memoryPlace(*storage.shape, storage.reg, false), value);
}

void FunctionCompiler::leaveScope() {
    for (const Var* var : scopes_.back().declared) {
        Storage& storage = variables_[var];
        if (storage.local >= 0) e_.locals()[static_cast<size_t>(storage.local)].endPc = e_.pc();
        if (storage.owned) e_.release(storage.reg);
        storage.owned = false;
    }
    scopes_.pop_back();
}

// ---- whole functions

Emitter::Outcome FunctionCompiler::compile() {
    switch (job_.kind) {
        case JobKind::Declared: {
            signature_ = job_.info->sig;
            setUpParameters();
            compileBody(job_.info->decl->body);
            break;
        }
        case JobKind::Closure: compileClosureBody(); break;
        case JobKind::Native: compileNativeWrapper(); break;
        case JobKind::ReceiverWrapper: compileReceiverWrapper(); break;
        case JobKind::BoundMethod: compileBoundMethod(); break;
        case JobKind::MethodExpr: compileMethodExpr(); break;
        case JobKind::Builtin: compileBuiltinFunction(); break;
        case JobKind::Initializer: compileInitializer(); break;
        case JobKind::Entry: compileEntry(); break;
    }
    Function& function = output_();
    function.code.clear();
    function.kinds.clear();
    function.locals.clear();
    const Emitter::Outcome outcome = e_.finish(function, unit_.program().selects);
    if (outcome != Emitter::Outcome::Ok) return outcome;
    function.resultSlots = static_cast<uint32_t>(resultKinds_.size());
    function.paramSlots = static_cast<uint32_t>(paramKinds_.size());
    for (SelectTable& table : unit_.program().selects) {
        if (table.function == 0) table.function = job_.index;
    }
    return outcome;
}

/// Results and parameters get the first registers; those that live in cells are moved there.
void FunctionCompiler::setUpParameters() {
    std::vector<const Var*> params;
    if (signature_->recv != nullptr) params.push_back(signature_->recv);
    for (const Var* param : signature_->params) params.push_back(param);
    std::vector<Reg> resultRegs;
    std::vector<Reg> paramRegs;
    for (const Var* result : signature_->results) {
        resultRegs.push_back(static_cast<Reg>(resultKinds_.size()));
        resultShapes_.push_back(&shapeOf(result->type));
        resultKinds_ += resultShapes_.back()->kinds;
    }
    for (const Var* param : params) {
        paramRegs.push_back(static_cast<Reg>(resultKinds_.size() + paramKinds_.size()));
        paramKinds_ += shapeOf(param->type).kinds;
    }
    e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
    e_.setPos(output_().pos);
    enterScope();
    for (size_t i = 0; i < params.size(); i++) {
        const Shape& shape = shapeOf(params[i]->type);
        if (!needsCell(params[i], shape)) {
            declare(params[i], paramRegs[i]);
            continue;
        }
        initialise(params[i], declare(params[i]), paramRegs[i]);
    }
    for (size_t i = 0; i < signature_->results.size(); i++) {
        const Var* result = signature_->results[i];
        const Shape& shape = shapeOf(result->type);
        if (needsCell(result, shape)) {
            newCell(result, declare(result));
        } else {
            declare(result, resultRegs[i]);
        }
    }
}

void FunctionCompiler::compileBody(const BlockStmt* body) {
    e_.markPrologue();
    const BodyNode* node = job_.node;
    if (node->exitVar != nullptr && !node->isRangeBody) declareZero(node->exitVar);
    if (node->deferToken != nullptr && !node->isRangeBody) {
        e_.emit(Op::DeferToken, declare(node->deferToken).reg);
    }
    statements(body->stmts);
    if (e_.reachable()) {
        e_.beginStatement(body->rightBrace);
        emitReturn();
    }
    emitEpilogue();
    leaveScope();
}

/// Goes back to the caller; the results are where their variables are.
void FunctionCompiler::emitReturn() {
    if (job_.node != nullptr && job_.node->hasDefer) {
        usesEpilogue_ = true;
        e_.jump(epilogue_);
        return;
    }
    uint32_t slot = 0;
    for (size_t i = 0; signature_ != nullptr && i < signature_->results.size(); i++) {
        const Storage& storage = variables_[signature_->results[i]];
        if (storage.isCell) load(memoryPlace(*storage.shape, storage.reg, false), slot);
        slot += resultShapes_[i]->slots;
    }
    e_.emit(Op::Ret);
}

/// Functions with deferred calls return here, also after a recovered panic.
void FunctionCompiler::emitEpilogue() {
    if (job_.node == nullptr || !job_.node->hasDefer) return;
    e_.bind(epilogue_, Emitter::LabelUse::Later);
    output_().recoverPc = e_.pc();
    output_().hasDefer = true;
    e_.emit(Op::RunDefers);
    uint32_t slot = 0;
    for (size_t i = 0; signature_ != nullptr && i < signature_->results.size(); i++) {
        const Storage& storage = variables_[signature_->results[i]];
        if (storage.isCell) load(memoryPlace(*storage.shape, storage.reg, false), slot);
        slot += resultShapes_[i]->slots;
    }
    e_.emit(Op::Ret);
}

}  // namespace sluice
