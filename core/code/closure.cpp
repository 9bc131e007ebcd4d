// Function literals and method values.
#include "code/function_compiler.h"
#include "types/type_query.h"

namespace sluice {

/// Kinds of the captured slots: a pointer for variables in cells, the value for the others.
KindPattern FunctionCompiler::captureKinds(const BodyNode& node, std::vector<const Shape*>* shapes) {
    KindPattern kinds;
    for (const Var* var : node.captures) {
        const Shape& shape = shapeOf(var->type);
        if (shapes != nullptr) shapes->push_back(&shape);
        kinds += needsCell(var, shape) ? KindPattern("p") : shape.kinds;
    }
    return kinds;
}

uint32_t FunctionCompiler::closureFunction(const BodyNode& node, bool isRange) {
    Job job;
    job.kind = JobKind::Closure;
    job.analysis = job_.analysis;
    job.node = &node;
    job.env = job_.env;
    job.package = job_.package;
    job.info = job_.info;
    job.fromLiteral = !isRange;
    // The index that makes the closure of this instance of the function unique.
    job.index = job_.index;
    const uint32_t known = unit_.closureFor(job, "");
    if (known != 0) return known;
    ClosureNames& names = unit_.closureNames(job_.index);
    std::string name = output_().name;
    if (isRange) {
        name += "-range" + std::to_string(++names.ranges);
    } else {
        name += (job_.kind == JobKind::Closure && job_.fromLiteral ? "." : ".func") +
                std::to_string(++names.literals);
    }
    const uint32_t index = unit_.closureFor(job, name);
    Function& function = unit_.program().functions[index];
    function.pos = node.syntax->pos;
    std::vector<const Shape*> shapes;
    unit_.layOutClosure(function, captureKinds(node, &shapes));
    if (function.isLibrary) return index;
    uint32_t slot = 1;
    for (size_t i = 0; i < shapes.size(); i++) {
        const Var* var = node.captures[i];
        const bool isCell = needsCell(var, *shapes[i]);
        if (var->name && !var->name.isBlank())
            function.captures.push_back({std::string(var->name.text()), shapes[i]->id, isCell, slot});
        slot += isCell ? 1 : shapes[i]->slots;
    }
    return index;
}

void FunctionCompiler::closureTo(const BodyNode& node, uint32_t function, Reg dst) {
    if (node.captures.empty()) {
        e_.emitWide(Op::LoadFn, dst, static_cast<int32_t>(function));
        return;
    }
    e_.emitWide(Op::MakeClosure, dst, static_cast<int32_t>(function));
    uint32_t slot = 0;
    for (const Var* var : node.captures) {
        const Storage& storage = variables_[var];
        SLUICE_ASSERT(storage.shape != nullptr);
        const uint32_t slots = storage.isCell ? 1 : storage.shape->slots;
        if (slots != 0) e_.emit(Op::SetCapture, dst, storage.reg, slot, slots);
        slot += slots;
    }
}

void FunctionCompiler::literalTo(const FuncLit& lit, Reg dst) {
    const BodyNode& node = job_.analysis->node(&lit);
    const uint32_t function = closureFunction(node, false);
    unit_.program().functions[function].signature = shapeOf(&lit).id;
    if (lit.givenName) unit_.program().functions[function].goroutineName = lit.givenName.text();
    closureTo(node, function, dst);
}

/// Puts the captured variables into registers: values, or pointers to cells.
void FunctionCompiler::loadCaptures() {
    std::vector<const Shape*> shapes;
    const KindPattern kinds = captureKinds(*job_.node, &shapes);
    if (kinds.empty() && job_.node->captures.empty()) return;
    const Reg first = e_.allocate(kinds);
    constexpr uint32_t kMaxAtOnce = 255;
    for (uint32_t at = 0; at < kinds.size(); at += kMaxAtOnce) {
        const uint32_t count = std::min<uint32_t>(kMaxAtOnce, static_cast<uint32_t>(kinds.size()) - at);
        e_.emit(Op::LoadCapture, first + at, 0, at, count);
    }
    uint32_t slot = 0;
    for (size_t i = 0; i < shapes.size(); i++) {
        const Var* var = job_.node->captures[i];
        const bool isCell = needsCell(var, *shapes[i]);
        Storage& storage = variables_[var];
        storage.isCell = isCell;
        storage.shape = shapes[i];
        storage.reg = first + slot;
        slot += isCell ? 1 : shapes[i]->slots;
        if (!var->name || var->name.isBlank()) continue;
        LocalVariable local;
        local.name = std::string(var->name.text());
        local.type = shapes[i]->id;
        local.isCell = isCell;
        local.reg = storage.reg;
        local.firstPc = e_.pc();
        local.endPc = kNoPc;
        local.pos = var->pos;
        e_.addLocal(local);
    }
}

void FunctionCompiler::compileClosureBody() {
    const Node* syntax = job_.node->syntax;
    if (job_.node->isRangeBody) {
        rangeBodyParameters(*static_cast<const RangeStmt*>(syntax));
        return;
    }
    const FuncLit* lit = as<FuncLit>(syntax);
    signature_ = lit->type->as<Signature>();
    setUpParameters();
    loadCaptures();
    compileBody(lit->body);
}

/// x.M as a function: the receiver is evaluated now and captured.
void FunctionCompiler::methodValueTo(const SelectorExpr& e, Reg dst) {
    Func* method = nullptr;
    std::vector<int> path;
    Type* type = nullptr;
    if (!lookupMethod(e, method, path, type)) return;
    Place at = place(e.operand);
    CallPlan plan;
    Reg receiver = kNoReg;
    walkToMethod(at, path, method, plan, receiver);
    const Shape* captured = plan.receiver;
    if (plan.kind == CallPlan::Kind::Interface) {
        captured = at.shape;
        receiver = plan.callee;
        e_.emit(Op::NilCheck, receiver);
    }
    const uint32_t function = unit_.boundMethod(captured->type, method, {0});
    e_.emitWide(Op::MakeClosure, dst, static_cast<int32_t>(function));
    if (captured->slots != 0) e_.emit(Op::SetCapture, dst, receiver, 0, captured->slots);
}

}  // namespace sluice
