// Functions the compiler makes itself: around natives, for receivers in interfaces, method values and
// expressions, builtins in go and defer, package initialisation and the program's entry.
#include "code/function_compiler.h"
#include "types/type_query.h"

namespace sluice {

/// Calls with values that are in registers already, and returns what it returns.
void FunctionCompiler::forwardCall(CallPlan& plan, Reg receiver, const std::vector<Reg>& args) {
    uint32_t slot = plan.resultSlots + (plan.kind == CallPlan::Kind::Interface ? 1 : 0);
    if (plan.receiver != nullptr) {
        e_.move(windowReg(slot), receiver, plan.receiver->slots);
        slot += plan.receiver->slots;
    }
    for (size_t i = 0; i < args.size(); i++) {
        e_.move(windowReg(slot), args[i], plan.params[i]->slots);
        slot += plan.params[i]->slots;
    }
    finishCall(plan, CallMode::Call, output_().pos, nullptr);
    e_.move(0, windowReg(0), plan.resultSlots);
    e_.emit(Op::Ret);
}

namespace {

KindPattern kindsOf(const std::vector<const Shape*>& shapes) {
    KindPattern kinds;
    for (const Shape* shape : shapes) kinds += shape->kinds;
    return kinds;
}

std::vector<Reg> registersFrom(Reg first, const std::vector<const Shape*>& shapes) {
    std::vector<Reg> regs;
    for (const Shape* shape : shapes) {
        regs.push_back(first);
        first += shape->slots;
    }
    return regs;
}

}  // namespace

void FunctionCompiler::compileNativeWrapper() {
    const NativeInfo& native = unit_.program().natives[job_.native];
    const auto pattern = [&](uint32_t from, uint32_t count) {
        KindPattern kinds;
        for (uint32_t i = 0; i < count; i++) kinds += "spid"[static_cast<int>(native.kinds[from + i])];
        return kinds;
    };
    resultKinds_ = pattern(0, native.resultSlots);
    paramKinds_ = pattern(native.resultSlots, native.paramSlots);
    e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
    e_.setPos(output_().pos);
    e_.move(windowReg(native.resultSlots), native.resultSlots, native.paramSlots);
    e_.needWindow(kFrameLinkSlots + native.resultSlots + native.paramSlots);
    e_.emitWide(Op::CallN, kWindow, static_cast<int32_t>(job_.native));
    e_.move(0, windowReg(0), native.resultSlots);
    e_.emit(Op::Ret);
}

/// Receiver: the data word of an interface whose dynamic type is job.receiver.
void FunctionCompiler::compileReceiverWrapper() {
    const Shape& type = shapes_.of(job_.receiver);
    // The plan is made twice: the kinds of parameters must be known before code can be emitted.
    const auto enter = [&](const KindPattern& results, const KindPattern& params) {
        resultKinds_ = results;
        paramKinds_ = (type.slots == 1 ? type.kinds : KindPattern("p")) + params;
        e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
        e_.setPos(output_().pos);
    };
    const auto walk = [&](CallPlan& plan, Reg& receiver) {
        const Reg data = static_cast<Reg>(resultKinds_.size());
        Place at = registerPlace(type, data);
        if (type.slots == 0) at = registerPlace(type, e_.allocate("s"));
        if (type.slots > 1 || type.big) at = memoryPlace(type, data, false);
        if (type.type->kind() == TypeKind::Pointer && !job_.method->origin->hasPointerReceiver &&
            job_.path.size() == 1) {
            JumpLabel isSet;
            e_.jumpCompare(Op::JNeI, data, 0, isSet);
            e_.emit(Op::PanicRt, 0, 0, 0, static_cast<uint32_t>(RuntimePanic::WrapperNilReceiver));
            e_.bind(isSet);
        }
        walkToMethod(at, job_.path, job_.method, plan, receiver);
    };
    CallPlan plan;
    Reg receiver = kNoReg;
    enter("", "");
    walk(plan, receiver);
    enter(kindsOf(plan.results), kindsOf(plan.params));
    walk(plan, receiver);
    const Reg first = static_cast<Reg>(resultKinds_.size()) + 1;
    forwardCall(plan, receiver, registersFrom(first, plan.params));
}

/// Captured: the receiver, evaluated when the method value was made.
void FunctionCompiler::compileBoundMethod() {
    const Shape& type = shapes_.of(job_.receiver);
    CallPlan plan;
    Reg receiver = kNoReg;
    Place at = registerPlace(type, 0);
    if (type.big) at = memoryPlace(type, 0, false);
    e_ = Emitter("", type.kinds, longJumps_);
    walkToMethod(at, job_.path, job_.method, plan, receiver);
    resultKinds_ = kindsOf(plan.results);
    paramKinds_ = kindsOf(plan.params);
    e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
    e_.setPos(output_().pos);
    const Reg captured = e_.allocate(type.kinds);
    if (type.slots != 0) e_.emit(Op::LoadCapture, captured, 0, 0, type.slots);
    at = type.big ? memoryPlace(type, captured, false) : registerPlace(type, captured);
    receiver = kNoReg;
    plan = CallPlan{};
    walkToMethod(at, job_.path, job_.method, plan, receiver);
    forwardCall(plan, receiver, registersFrom(static_cast<Reg>(resultKinds_.size()), plan.params));
}

void FunctionCompiler::compileMethodExpr() {
    const Shape& type = shapes_.of(job_.receiver);
    CallPlan plan;
    Reg receiver = kNoReg;
    const auto walk = [&] {
        const Reg first = static_cast<Reg>(resultKinds_.size());
        Place at = type.big ? memoryPlace(type, first, false) : registerPlace(type, first);
        plan = CallPlan{};
        receiver = kNoReg;
        walkToMethod(at, job_.path, job_.method, plan, receiver);
    };
    e_ = Emitter("", type.kinds, longJumps_);
    walk();
    resultKinds_ = kindsOf(plan.results);
    paramKinds_ = type.kinds + kindsOf(plan.params);
    e_ = Emitter(resultKinds_, paramKinds_, longJumps_);
    e_.setPos(output_().pos);
    walk();
    const Reg first = static_cast<Reg>(resultKinds_.size()) + type.slots;
    forwardCall(plan, receiver, registersFrom(first, plan.params));
}

/// The arguments of job.call that are variables here are parameters; see Unit::builtinFunction.
void FunctionCompiler::compileBuiltinFunction() {
    std::vector<const Var*> params;
    for (const Expr* argument : job_.call->arguments) {
        const Ident* ident = asIf<Ident>(argument);
        if (ident == nullptr || argument->constant != nullptr || isNil(argument)) continue;
        params.push_back(static_cast<const Var*>(ident->object));
        paramKinds_ += shapeOf(argument).kinds;
    }
    e_ = Emitter("", paramKinds_, longJumps_);
    e_.setPos(job_.call->pos);
    enterScope();
    Reg reg = 0;
    for (const Var* var : params) {
        Storage& storage = variables_[var];
        storage.shape = &shapeOf(var->type);
        storage.reg = reg;
        reg += storage.shape->slots;
    }
    builtinStmt(*job_.call);
    leaveScope();
    e_.emit(Op::Ret);
}

void FunctionCompiler::compileInitializer() {
    const Initializer& step = *job_.initializer;
    e_ = Emitter("", "", longJumps_);
    e_.beginStatement(step.rhs->pos);
    enterScope();
    const TempScope temps(e_);
    if (step.lhs.size() == 1) {
        const Var* var = step.lhs[0];
        siteName_ = std::string(var->name.text());
        nameCall(step.rhs);
        if (var->name.isBlank()) {
            const Shape& shape = var->type == nullptr ? shapeOf(step.rhs) : shapeOf(var->type);
            value(step.rhs, shape);
        } else {
            storeExpr(variablePlace(var), step.rhs);
        }
    } else {
        std::vector<Reg> regs;
        std::vector<const Shape*> shapes;
        tupleValues(step.rhs, step.lhs.size(), regs, shapes);
        for (size_t i = 0; i < step.lhs.size(); i++) {
            const Var* var = step.lhs[i];
            if (var->name.isBlank()) continue;
            const Place target = variablePlace(var);
            if (target.shape->isInterface() && !shapes[i]->isInterface()) {
                const Reg iface = temp(*target.shape);
                makeInterface(*shapes[i], regs[i], iface);
                store(target, iface);
            } else {
                store(target, regs[i]);
            }
        }
    }
    leaveScope();
    e_.emit(Op::Ret);
}

/// Calls the functions listed in the unit's start order, then main.main. Watched package variables are told
/// with the values that their initializers gave them: a reader wants to know what a value was before it
/// changed.
void FunctionCompiler::compileEntry() {
    e_ = Emitter("", "", longJumps_);
    e_.needWindow(kFrameLinkSlots);
    const std::vector<uint32_t>& functions = unit_.startFunctions();
    for (size_t i = 0; i < functions.size(); i++) {
        if (i + 1 == functions.size()) watchGlobals();
        e_.emitWide(Op::Call, kWindow, static_cast<int32_t>(functions[i]));
    }
    e_.emit(Op::Ret);
}

void FunctionCompiler::watchGlobals() {
    for (const Var* var : unit_.globalsToWatch()) {
        const Place at = variablePlace(var);
        watchPlace(var, at);
        if (at.shape->kind == RKind::Struct) watchFields(*at.shape, at);
    }
}

}  // namespace sluice
