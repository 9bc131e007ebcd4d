// Calls: which function, where arguments go, in which order they are evaluated.
//
// The order is gc's (see order.cpp): operands that call or receive come first, from left to right, into
// temporaries; plain operands are evaluated after them, straight into the window.
#include <algorithm>

#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {
namespace {

uint32_t slotsOf(const std::vector<const Shape*>& shapes) {
    uint32_t slots = 0;
    for (const Shape* shape : shapes) slots += shape->slots;
    return slots;
}

}  // namespace

// ---- which function

void FunctionCompiler::planSignature(CallPlan& plan, const Signature& sig, const TypeEnv* env) {
    const auto shape = [&](const Type* type) -> const Shape& {
        if (env == nullptr) return shapeOf(type);
        const TypeMap map{&env->from, &env->to};
        return shapes_.of(subst(unit_.types(), const_cast<Type*>(type), map));
    };
    plan.params.clear();
    plan.results.clear();
    for (const Var* param : sig.params) plan.params.push_back(&shape(param->type));
    for (const Var* result : sig.results) plan.results.push_back(&shape(result->type));
    plan.variadic = sig.variadic;
    plan.resultSlots = slotsOf(plan.results);
    plan.paramSlots = slotsOf(plan.params);
}

void FunctionCompiler::planStatic(CallPlan& plan, Func* func, const std::vector<Type*>& targs) {
    Func* origin = func->origin;
    unit_.checker().resolve(origin);
    TypeEnv env;
    if (origin->info != nullptr) env.from = origin->info->tparams;
    env.to = targs;
    env.from.resize(std::min(env.from.size(), targs.size()));
    planSignature(plan, *origin->signature(), &env);
    uint32_t native = 0;
    if (unit_.nativeFor(func, targs, native)) {
        plan.kind = CallPlan::Kind::Native;
        plan.target = native;
    } else {
        plan.kind = CallPlan::Kind::Function;
        plan.target = unit_.functionFor(func, targs);
    }
}

/// The method that a selector names, with type arguments put in: the path is walked from `receiver`.
bool FunctionCompiler::lookupMethod(const SelectorExpr& e, Func*& method, std::vector<int>& path,
                                    Type*& receiver) {
    const Selection& selection = *e.selection;
    receiver = concrete(selection.recv);
    method = selection.obj->dyn<Func>();
    path = selection.path;
    if (receiver == selection.recv && method != nullptr) return true;
    const Lookup found = lookupFieldOrMethod(receiver, true, selection.obj->pkg, e.selector->name);
    if (found.obj == nullptr || found.obj->kind != ObjectKind::Func) {
        error(e.pos,
              "internal compiler error: method " + std::string(e.selector->name.text()) + " not found");
        return false;
    }
    method = found.obj->as<Func>();
    path = found.path;
    return true;
}

/// From the operand of a method selector to the receiver: walks embedded fields, takes the address or
/// dereferences.
void FunctionCompiler::walkToMethod(Place& at, const std::vector<int>& path, Func* method, CallPlan& plan,
                                    Reg& receiver) {
    at = walkFields(at, path, path.empty() ? 0 : path.size() - 1);
    unit_.checker().resolve(method);
    if (at.shape->isInterface()) {
        plan.kind = CallPlan::Kind::Interface;
        plan.callee = loadAny(at);
        // The method as this interface has it: its signature mentions no type parameters.
        const Lookup found = lookupFieldOrMethod(at.shape->type, true, method->pkg, method->name);
        Func* own =
            found.obj == nullptr || found.obj->kind != ObjectKind::Func ? method : found.obj->as<Func>();
        plan.target = shapes_.methodNumber(*own);
        planSignature(plan, *own->signature(), nullptr);
        unit_.useMethod(plan.target);
        plan.paramSlots++;
        return;
    }
    const bool isPointer = at.shape->type->kind() == TypeKind::Pointer;
    const std::vector<Type*> targs = Unit::receiverTypeArguments(at.shape->type);
    planStatic(plan, method, targs);
    if (method->origin->hasPointerReceiver) {
        receiver = isPointer ? loadAny(at) : address(at);
        plan.receiver = &shapes_.of(isPointer ? at.shape->type : unit_.types().pointerTo(at.shape->type));
    } else {
        if (isPointer) at = memoryPlace(elementOf(*at.shape), loadAny(at), true);
        plan.receiver = at.shape;
        receiver = loadAny(at);
    }
    plan.paramSlots += plan.receiver->slots;
}

bool FunctionCompiler::planMethod(CallPlan& plan, const SelectorExpr& selector, Reg& receiver) {
    Func* method = nullptr;
    std::vector<int> path;
    Type* type = nullptr;
    if (!lookupMethod(selector, method, path, type)) return false;
    Place at = place(selector.operand);
    walkToMethod(at, path, method, plan, receiver);
    return true;
}

void FunctionCompiler::planCallee(CallPlan& plan, const CallExpr& call, Reg& receiver) {
    const Expr* callee = unparen(call.callee);
    std::vector<Type*> targs = typeArguments(&call);
    const Expr* named = callee;
    if (const IndexExpr* index = asIf<IndexExpr>(callee); index != nullptr && !index->typeArguments.empty()) {
        if (targs.empty()) targs = typeArguments(index);
        named = unparen(index->operand);
    }
    if (const Ident* ident = asIf<Ident>(named); ident != nullptr && ident->object != nullptr) {
        if (ident->object->kind == ObjectKind::Func) {
            if (targs.empty()) targs = typeArguments(ident);
            planStatic(plan, ident->object->as<Func>(), targs);
            return;
        }
    }
    if (const SelectorExpr* selector = asIf<SelectorExpr>(named)) {
        if (selector->selection == nullptr && selector->selector->object->kind == ObjectKind::Func) {
            if (targs.empty()) targs = typeArguments(selector);
            planStatic(plan, selector->selector->object->as<Func>(), targs);
            return;
        }
        if (selector->selection != nullptr && selector->selection->kind == SelectionKind::MethodValue) {
            planMethod(plan, *selector, receiver);
            return;
        }
    }
    plan.kind = CallPlan::Kind::Closure;
    planSignature(plan, *shapeOf(callee).underlying->as<Signature>(), nullptr);
    plan.callee = expr(callee);
}

// ---- arguments

/// The slice for the variadic arguments from `first` on, in `dst`.
Reg FunctionCompiler::variadicSlice(const CallExpr& call, const CallPlan& plan, size_t first, Reg dst) {
    const Shape& slice = *plan.params.back();
    const size_t count = call.arguments.size() - std::min<size_t>(first, call.arguments.size());
    if (count == 0) {
        e_.zero(dst, 3);
        return dst;
    }
    const Shape& element = elementOf(slice);
    size_t lastCall = 0;
    for (size_t i = 0; i < count; i++) {
        if (usesWindow(call.arguments[first + i])) lastCall = i + 1;
    }
    std::vector<Reg> early(count, kNoReg);
    for (size_t i = 0; i < lastCall; i++) {
        const Expr* argument = call.arguments[first + i];
        if (usesWindow(argument)) early[i] = value(argument, element);
    }
    const Reg length = tempInt();
    e_.loadInt(length, static_cast<int64_t>(count));
    e_.emit(Op::MakeSlice, dst, length, length);
    e_.ext(slice.id, 0, 0);
    for (size_t i = 0; i < count; i++) {
        const TempScope temps(e_);
        Place target = memoryPlace(element, dst, false);
        target.offset = i * shapes_.stride(element);
        const Expr* argument = call.arguments[first + i];
        store(target, early[i] != kNoReg ? early[i] : value(argument, element));
    }
    return dst;
}

void FunctionCompiler::passArguments(const CallExpr& call, const CallPlan& plan, Reg receiver) {
    struct Item {
        const Expr* e;
        const Shape* shape;
        uint32_t slot;
        bool isComplex;
        bool isVariadic;
        Reg early = kNoReg;
    };
    std::vector<Item> items;
    uint32_t slot = plan.resultSlots;
    if (plan.kind == CallPlan::Kind::Interface) slot++;
    if (plan.receiver != nullptr) slot += plan.receiver->slots;
    const bool packs = plan.variadic && !call.hasEllipsis;
    size_t lastComplex = 0;
    for (size_t i = 0; i < plan.params.size(); i++) {
        Item item{nullptr, plan.params[i], slot, false, packs && i + 1 == plan.params.size()};
        if (item.isVariadic) {
            for (size_t k = i; k < call.arguments.size(); k++)
                item.isComplex |= usesWindow(call.arguments[k]);
        } else {
            item.e = call.arguments[i];
            item.isComplex = usesWindow(item.e);
        }
        slot += item.shape->slots;
        items.push_back(item);
        if (item.isComplex) lastComplex = items.size();
    }
    for (size_t i = 0; i < lastComplex; i++) {
        Item& item = items[i];
        if (item.isVariadic) {
            item.early = variadicSlice(call, plan, i, temp(*item.shape));
        } else if (i + 1 == lastComplex && writesOnce(item.e) &&
                   item.shape->isInterface() == shapeOf(item.e).isInterface()) {
            valueTo(item.e, *item.shape, windowReg(item.slot));
            item.early = windowReg(item.slot);
        } else if (item.isComplex) {
            item.early = value(item.e, *item.shape);
        }
    }
    if (receiver != kNoReg) e_.move(windowReg(plan.resultSlots), receiver, plan.receiver->slots);
    for (size_t i = 0; i < items.size(); i++) {
        const Item& item = items[i];
        const TempScope temps(e_);
        if (item.early != kNoReg) {
            e_.move(windowReg(item.slot), item.early, item.shape->slots);
        } else if (item.isVariadic) {
            variadicSlice(call, plan, i, windowReg(item.slot));
        } else {
            valueTo(item.e, *item.shape, windowReg(item.slot));
        }
    }
}

/// f(g()) where g has several results.
void FunctionCompiler::passTuple(const CallExpr& inner, const CallPlan& plan, Reg receiver) {
    std::vector<Reg> regs;
    std::vector<const Shape*> shapes;
    multiValue(&inner, regs, shapes);
    const auto converted = [&](size_t i, const Shape& target, Reg dst) {
        if (target.isInterface() && !shapes[i]->isInterface()) {
            makeInterface(*shapes[i], regs[i], dst);
        } else {
            e_.move(dst, regs[i], target.slots);
        }
    };
    uint32_t slot = plan.resultSlots + (plan.kind == CallPlan::Kind::Interface ? 1 : 0);
    if (receiver != kNoReg) {
        e_.move(windowReg(slot), receiver, plan.receiver->slots);
        slot += plan.receiver->slots;
    }
    for (size_t i = 0; i < plan.params.size(); i++) {
        const Shape& target = *plan.params[i];
        const Reg dst = windowReg(slot);
        slot += target.slots;
        if (!plan.variadic || i + 1 < plan.params.size()) {
            converted(i, target, dst);
            continue;
        }
        const Shape& element = elementOf(target);
        const size_t count = regs.size() - i;
        if (count == 0) {
            e_.zero(dst, 3);
            continue;
        }
        const Reg length = tempInt();
        e_.loadInt(length, static_cast<int64_t>(count));
        e_.emit(Op::MakeSlice, dst, length, length);
        e_.ext(target.id, 0, 0);
        for (size_t k = 0; k < count; k++) {
            const Reg one = temp(element);
            converted(i + k, element, one);
            Place at = memoryPlace(element, dst, false);
            at.offset = k * shapes_.stride(element);
            store(at, one);
        }
    }
}

// ---- the call

void FunctionCompiler::finishCall(const CallPlan& plan, CallMode mode, Pos pos, const Expr* callee) {
    e_.needWindow(kFrameLinkSlots + plan.resultSlots + plan.paramSlots);
    e_.setPos(pos);
    static constexpr Op kOps[3][4] = {{Op::Call, Op::CallN, Op::CallC, Op::CallM},
                                      {Op::Go, Op::Go, Op::GoC, Op::GoM},
                                      {Op::Defer, Op::Defer, Op::DeferC, Op::DeferM}};
    const Op op = kOps[static_cast<int>(mode)][static_cast<int>(plan.kind)];
    uint32_t deferFlag = 0;
    Reg token = 0;
    const BodyNode* node = job_.node;
    if (mode == CallMode::Defer && node != nullptr && node->isRangeBody) {
        deferFlag = 1;
        token = variablePlace(node->function()->deferToken).reg;
    }
    switch (plan.kind) {
        case CallPlan::Kind::Function:
        case CallPlan::Kind::Native:
            e_.emitWide(op, kWindow, static_cast<int32_t>(plan.target), deferFlag);
            break;
        case CallPlan::Kind::Closure: e_.emit(op, kWindow, plan.callee, 0, deferFlag); break;
        case CallPlan::Kind::Interface: e_.emit(op, kWindow, plan.callee, plan.target, deferFlag); break;
    }
    if (mode == CallMode::Defer) e_.ext(token, 0, 0);
    if (mode == CallMode::Go) {
        const uint32_t site = unit_.site(pos, siteName_, 0);
        e_.extWide(0, static_cast<int32_t>(site));
    }
    (void)callee;
}

namespace {

/// How many bytes `a` or `a.b.c` has when it is written without spaces; 0 for everything else.
uint32_t bytesOfPath(const Expr* e) {
    if (const Ident* ident = asIf<Ident>(e)) return static_cast<uint32_t>(ident->name.text().size());
    const SelectorExpr* selector = asIf<SelectorExpr>(e);
    if (selector == nullptr) return 0;
    const uint32_t operand = bytesOfPath(selector->operand);
    return operand == 0 ? 0 : operand + 1 + static_cast<uint32_t>(selector->selector->name.text().size());
}

/// Where traces say that a call is: on the line of its parenthesis, which in a chain of methods over several
/// lines is not the line where the expression starts.
Pos callPosition(const CallExpr& call) {
    const Expr* callee = unparen(call.callee);
    if (isA<FuncLit>(callee)) return call.leftParen;
    const SelectorExpr* selector = asIf<SelectorExpr>(callee);
    if (selector == nullptr || selector->selector == nullptr) return call.pos;
    const uint32_t operand = bytesOfPath(selector->operand);
    const Pos name = selector->selector->pos;
    return operand != 0 && call.pos.plus(operand + 1) == name ? call.pos : name;
}

/// pkg.F(…) with a package of the library, or null.
const CallExpr* libraryCall(const Expr* e) {
    const CallExpr* call = asIf<CallExpr>(unparen(e));
    if (call == nullptr || call->callKind == CallKind::Conversion || call->callKind == CallKind::Builtin)
        return nullptr;
    const SelectorExpr* selector = asIf<SelectorExpr>(unparen(call->callee));
    if (selector == nullptr || selector->selector == nullptr) return nullptr;
    if (selector->selection != nullptr) return nullptr;
    const Object* callee = selector->selector->object;
    return callee != nullptr && callee->pkg != nullptr && callee->pkg->isLibrary ? call : nullptr;
}

}  // namespace

void FunctionCompiler::nameCall(const Expr* e) {
    if (siteName_.empty() || siteName_ == "_" || job_.package == nullptr || job_.package->isLibrary) return;
    if (const CallExpr* call = libraryCall(e)) unit_.site(callPosition(*call), "=" + siteName_, 0);
}

size_t FunctionCompiler::contextAmong(const Expr* e) {
    const CallExpr* call = libraryCall(e);
    if (call == nullptr || call->type == nullptr || call->type->kind() != TypeKind::Tuple) return 0;
    const auto& vars = call->type->as<Tuple>()->vars;
    for (size_t i = 0; i < vars.size(); i++) {
        const Named* named = vars[i]->type->dyn<Named>();
        if (named != nullptr && named->obj->pkg != nullptr && named->obj->pkg->path == "context" &&
            named->obj->name.text() == "Context")
            return i;
    }
    return 0;
}

void FunctionCompiler::emitCall(const CallExpr& call, CallMode mode, CallPlan& plan) {
    const TempScope temps(e_);
    const HoistScope hoists(*this);
    const SelectorExpr* selected = asIf<SelectorExpr>(unparen(call.callee));
    Expr* operand = selected != nullptr && selected->selection != nullptr ? selected->operand : nullptr;
    orderCalls({&operand, operand != nullptr ? 1u : 0u}, call.arguments);
    Reg receiver = kNoReg;
    planCallee(plan, call, receiver);
    if (mode != CallMode::Call && plan.kind == CallPlan::Kind::Native) {
        // Only functions can be started or deferred: natives have one around them.
        const Expr* callee = unparen(call.callee);
        Func* func = nullptr;
        std::vector<Type*> targs = typeArguments(&call);
        if (const SelectorExpr* selector = asIf<SelectorExpr>(callee)) {
            Object* object =
                selector->selection != nullptr ? selector->selection->obj : selector->selector->object;
            func = object->as<Func>();
            if (plan.receiver != nullptr) targs = Unit::receiverTypeArguments(plan.receiver->type);
        } else if (const Ident* ident = asIf<Ident>(callee)) {
            func = ident->object->as<Func>();
        }
        SLUICE_ASSERT(func != nullptr);
        plan.kind = CallPlan::Kind::Function;
        plan.target = unit_.functionFor(func, targs);
    }
    const Expr* only = call.arguments.size() == 1 ? unparen(call.arguments[0]) : nullptr;
    if (only != nullptr && only->type != nullptr && only->type->kind() == TypeKind::Tuple &&
        isA<CallExpr>(only) && only->type->as<Tuple>()->vars.size() != 1) {
        passTuple(*as<CallExpr>(only), plan, receiver);
    } else {
        passArguments(call, plan, receiver);
    }
    finishCall(plan, mode, mode == CallMode::Call ? callPosition(call) : call.pos, call.callee);
}

Reg FunctionCompiler::callAny(const CallExpr& call, bool transient) {
    CallPlan plan;
    emitCall(call, CallMode::Call, plan);
    const Shape& shape = shapeOf(&call);
    if (transient || shape.slots == 0) return shape.slots == 0 ? temp(shape) : windowReg(0);
    const Reg reg = temp(shape);
    e_.move(reg, windowReg(0), shape.slots);
    return reg;
}

void FunctionCompiler::callTo(const CallExpr& call, Reg dst) {
    switch (call.callKind) {
        case CallKind::Conversion: conversionTo(call, dst); return;
        case CallKind::Builtin: builtinTo(call, dst); return;
        default: break;
    }
    CallPlan plan;
    emitCall(call, CallMode::Call, plan);
    e_.move(dst, windowReg(0), plan.results.empty() ? 0 : plan.results[0]->slots);
}

/// All results of a call with several, each in registers of its own.
Reg FunctionCompiler::wantedRegister(const std::vector<Storage>* wanted, size_t index, const Shape& shape) {
    if (wanted != nullptr && (*wanted)[index].shape == &shape && !(*wanted)[index].isCell)
        return (*wanted)[index].reg;
    return temp(shape);
}

void FunctionCompiler::multiValue(const Expr* e, std::vector<Reg>& regs, std::vector<const Shape*>& shapes,
                                  const std::vector<Storage>* wanted) {
    const CallExpr* call = as<CallExpr>(unparen(e));
    CallPlan plan;
    emitCall(*call, CallMode::Call, plan);
    uint32_t slot = 0;
    for (const Shape* shape : plan.results) {
        const Reg reg = wantedRegister(wanted, regs.size(), *shape);
        e_.move(reg, windowReg(slot), shape->slots);
        slot += shape->slots;
        regs.push_back(reg);
        shapes.push_back(shape);
    }
}

}  // namespace sluice
