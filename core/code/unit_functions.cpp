// Which functions exist: one index for each declaration and list of type arguments, each wrapper and each
// closure.
#include <algorithm>

#include "code/unit.h"
#include "syntax/ast.h"

namespace sluice {

uint32_t Unit::addFunction(std::string name, Package* package) {
    if (program_.functions.size() > kMaxFunctions && !failed_) {
        diagnostics_.report(DiagCode::ProgramTooLarge, Pos{}, 0, "too many functions; last one: " + name);
        failed_ = true;
    }
    Function function;
    function.name = std::move(name);
    function.isLibrary = package == nullptr || package->isLibrary;
    if (package != nullptr) {
        auto known = std::find(program_.packages.begin(), program_.packages.end(), package->path);
        function.package = static_cast<uint32_t>(known - program_.packages.begin());
        if (known == program_.packages.end()) program_.packages.push_back(package->path);
    }
    program_.functions.push_back(std::move(function));
    return static_cast<uint32_t>(program_.functions.size()) - 1;
}

std::vector<TypeId> Unit::typeIds(const std::vector<Type*>& types) {
    std::vector<TypeId> ids;
    for (Type* type : types) ids.push_back(shapes_.id(type));
    return ids;
}

/// True when the function is known; otherwise gives it an index.
bool Unit::lookUp(const Key& key, uint32_t& index, const std::string& name, Package* package) {
    auto found = functions_.find(key);
    if (found != functions_.end()) {
        index = found->second;
        return true;
    }
    index = addFunction(name, package);
    functions_.emplace(key, index);
    return false;
}

std::vector<Type*> Unit::receiverTypeArguments(Type* receiver) {
    if (Pointer* pointer = receiver->dyn<Pointer>()) receiver = pointer->elem;
    Named* named = receiver->dyn<Named>();
    return named == nullptr ? std::vector<Type*>{} : named->targs;
}

TypeEnvPtr Unit::envFor(FunctionInfo* info, const std::vector<Type*>& targs) {
    auto env = std::make_shared<TypeEnv>();
    if (info != nullptr && !info->tparams.empty() && !targs.empty()) {
        env->from = info->tparams;
        for (Type* type : targs) env->to.push_back(types().canonical(type));
        env->to.resize(env->from.size());
    }
    return env;
}

namespace {

std::string receiverName(Func* func, bool generic) {
    const Signature* sig = func->signature();
    Type* type = sig->recv == nullptr ? nullptr : sig->recv->type;
    if (type == nullptr) return "";
    const bool isPointer = type->kind() == TypeKind::Pointer;
    if (isPointer) type = type->as<Pointer>()->elem;
    Named* named = type->dyn<Named>();
    std::string name = named == nullptr ? "?" : std::string(named->obj->name.text());
    if (generic) name += "[...]";
    return isPointer ? "(*" + name + ")." : name + ".";
}

}  // namespace

/// "main.worker", "sync.(*Mutex).Lock", "main.Map[...]"
std::string Unit::functionName(Func* func, const std::vector<Type*>& targs) const {
    const bool generic = !targs.empty();
    std::string name = (func->pkg == nullptr ? std::string() : func->pkg->path) + ".";
    if (func->isMethod) return name + receiverName(func, generic) + std::string(func->name.text());
    return name + std::string(func->name.text()) + (generic ? "[...]" : "");
}

std::string Unit::nativeName(Func* func) const {
    return functionName(func, {});
}

std::shared_ptr<const BodyAnalysis> Unit::analysisOf(FunctionInfo* info) {
    std::shared_ptr<const BodyAnalysis>& analysis = analyses_[info];
    if (analysis == nullptr) analysis = std::make_shared<BodyAnalysis>(*info);
    return analysis;
}

uint32_t Unit::functionFor(Func* func, const std::vector<Type*>& targs) {
    Func* origin = func->origin;
    uint32_t native = 0;
    const bool isNative = nativeFor(origin, targs, native);
    const Key key{isNative ? JobKind::Native : JobKind::Declared, origin, nullptr, typeIds(targs)};
    uint32_t index = 0;
    if (lookUp(key, index, functionName(origin, targs), origin->pkg)) return index;
    Job job;
    job.index = index;
    job.package = origin->pkg;
    job.info = origin->info;
    job.env = envFor(origin->info, targs);
    Function& function = program_.functions[index];
    function.pos = origin->pos;
    if (isNative) {
        job.kind = JobKind::Native;
        job.native = native;
        function.isWrapper = true;
    } else {
        checker_.ensureBody(origin);
        job.kind = JobKind::Declared;
        job.analysis = analysisOf(origin->info);
        job.node = &job.analysis->root();
        if (origin->info->decl != nullptr) function.pos = origin->info->decl->pos;
    }
    jobs_.push_back(std::move(job));
    return index;
}

// ---- natives

bool Unit::nativeFor(Func* func, const std::vector<Type*>& targs, uint32_t& native) {
    Func* origin = func->origin;
    checker_.resolve(origin);
    if (origin->info == nullptr || origin->info->hasBody) return false;
    const Key key{JobKind::Native, origin, nullptr, typeIds(targs)};
    auto found = natives_.find(key);
    if (found != natives_.end()) {
        native = found->second;
        return true;
    }
    native = newNative(origin, targs);
    natives_.emplace(key, native);
    return true;
}

uint32_t Unit::newNative(Func* func, const std::vector<Type*>& targs) {
    NativeInfo info;
    info.name = nativeName(func);
    if (options_.hasNative != nullptr && !options_.hasNative(info.name)) {
        diagnostics_.report(DiagCode::NativeMissing, func->pos, 0, info.name + " is not supported");
        failed_ = true;
    }
    const TypeEnvPtr env = envFor(func->info, targs);
    const Signature* sig = func->signature();
    KindPattern kinds;
    const auto add = [&](const Var* var, uint32_t& slots) {
        const TypeMap map{&env->from, &env->to};
        const Shape& shape = shapes_.of(subst(types(), var->type, map));
        info.types.push_back(shape.id);
        kinds += shape.kinds;
        slots += shape.slots;
    };
    for (const Var* result : sig->results) add(result, info.resultSlots);
    if (sig->recv != nullptr) add(sig->recv, info.paramSlots);
    for (const Var* param : sig->params) add(param, info.paramSlots);
    for (char kind : kinds) {
        SlotKind slot = SlotKind::Scalar;
        if (kind == 'p') slot = SlotKind::Pointer;
        if (kind == 'i') slot = SlotKind::Interface;
        if (kind == 'd') slot = SlotKind::InterfaceData;
        info.kinds.push_back(slot);
    }
    info.typeArguments = typeIds(targs);
    program_.natives.push_back(std::move(info));
    return static_cast<uint32_t>(program_.natives.size()) - 1;
}

// ---- closures and wrappers

uint32_t Unit::closureFor(Job job, const std::string& name) {
    const Key key{JobKind::Closure, job.node->syntax, nullptr, {job.index}};
    auto found = functions_.find(key);
    if (found != functions_.end()) return found->second;
    if (name.empty()) return 0;
    uint32_t index = 0;
    lookUp(key, index, name, job.package);
    job.index = index;
    jobs_.push_back(std::move(job));
    return index;
}

uint32_t Unit::receiverWrapper(Type* receiver, Func* method, const std::vector<int>& path) {
    const Shape& shape = shapes_.of(receiver);
    checker_.resolve(method);
    const bool isPointer = shape.type->kind() == TypeKind::Pointer;
    const bool direct = path.size() == 1 && shape.slots == 1 && !shape.big && !shape.isInterface() &&
                        isPointer == method->origin->hasPointerReceiver;
    if (direct) return functionFor(method, receiverTypeArguments(shape.type));
    const Key key{JobKind::ReceiverWrapper, shape.type, method, {}};
    uint32_t index = 0;
    if (lookUp(key, index, functionName(method->origin, receiverTypeArguments(shape.type)), method->pkg))
        return index;
    Job job;
    job.kind = JobKind::ReceiverWrapper;
    job.index = index;
    job.package = method->pkg;
    job.receiver = shape.type;
    job.method = method;
    job.path = path;
    program_.functions[index].isWrapper = true;
    jobs_.push_back(std::move(job));
    return index;
}

void Unit::layOutClosure(Function& function, const KindPattern& captured) {
    std::vector<SlotKind> layout{SlotKind::Scalar};
    for (char kind : captured) {
        SlotKind slot = SlotKind::Scalar;
        if (kind == 'p') slot = SlotKind::Pointer;
        if (kind == 'i') slot = SlotKind::Interface;
        if (kind == 'd') slot = SlotKind::InterfaceData;
        layout.push_back(slot);
    }
    function.closureLayout = program_.types.layouts.intern(layout);
}

uint32_t Unit::boundMethod(Type* receiver, Func* method, const std::vector<int>& path) {
    const Shape& shape = shapes_.of(receiver);
    const Key key{JobKind::BoundMethod, shape.type, method, {}};
    uint32_t index = 0;
    const std::string name = functionName(method->origin, receiverTypeArguments(shape.type)) + "-fm";
    if (lookUp(key, index, name, method->pkg)) return index;
    Job job;
    job.kind = JobKind::BoundMethod;
    job.index = index;
    job.package = method->pkg;
    job.receiver = shape.type;
    job.method = method;
    job.path = path;
    Function& function = program_.functions[index];
    function.isWrapper = true;
    layOutClosure(function, shape.kinds);
    function.captures.push_back({"receiver", shape.id, false, 1});
    jobs_.push_back(std::move(job));
    return index;
}

uint32_t Unit::methodExpr(Type* receiver, Func* method, const std::vector<int>& path) {
    const Shape& shape = shapes_.of(receiver);
    const Key key{JobKind::MethodExpr, shape.type, method, {}};
    uint32_t index = 0;
    const std::string name = functionName(method->origin, receiverTypeArguments(shape.type));
    if (lookUp(key, index, name, method->pkg)) return index;
    Job job;
    job.kind = JobKind::MethodExpr;
    job.index = index;
    job.package = method->pkg;
    job.receiver = shape.type;
    job.method = method;
    job.path = path;
    program_.functions[index].isWrapper = true;
    jobs_.push_back(std::move(job));
    return index;
}

Unit::SyntheticCall& Unit::synthesise(const CallExpr& call) {
    synthetic_.push_back(std::make_unique<SyntheticCall>());
    synthetic_.back()->call = call;
    return *synthetic_.back();
}

Var* Unit::SyntheticCall::addVariable(TypeContext& types, Type* type, Pos pos) {
    vars.push_back(std::make_unique<Var>(types.name("arg"), pos));
    Var* var = vars.back().get();
    var->type = type;
    idents.push_back(std::make_unique<Ident>());
    Ident* ident = idents.back().get();
    ident->pos = ident->end = pos;
    ident->name = var->name;
    ident->object = var;
    ident->type = type;
    ident->mode = ExprMode::Variable;
    arguments.push_back(ident);
    return var;
}

/// The call with its variable arguments replaced by identifiers of variables that the function's parameters
/// stand for.
uint32_t Unit::builtinFunction(const CallExpr* call, const TypeEnvPtr& env, Package* package) {
    Key key{JobKind::Builtin, call, nullptr, {}};
    if (env != nullptr) key.targs = typeIds(env->to);
    uint32_t index = 0;
    const Ident* callee = asIf<Ident>(unparen(call->callee));
    if (lookUp(key, index, callee == nullptr ? "builtin" : std::string(callee->name.text()), package))
        return index;
    SyntheticCall& made = synthesise(*call);
    for (Expr* argument : call->arguments) {
        if (argument->constant != nullptr || unparen(argument)->mode == ExprMode::Nil) {
            made.arguments.push_back(argument);
        } else {
            made.addVariable(types(), const_cast<Type*>(argument->type), argument->pos);
        }
    }
    made.finish();
    Job job;
    job.kind = JobKind::Builtin;
    job.index = index;
    job.package = package;
    job.env = env;
    job.call = &made.call;
    // Also for recover: to the machine `defer recover()` is a call by whoever runs the deferred calls.
    program_.functions[index].isWrapper = true;
    program_.functions[index].isLibrary = true;
    jobs_.push_back(std::move(job));
    return index;
}

// ---- pools

uint32_t Unit::constant(Slot value) {
    auto [at, isNew] = constants_.try_emplace(value, static_cast<uint32_t>(program_.constants.size()));
    if (isNew) program_.constants.push_back(value);
    return at->second;
}

uint32_t Unit::string(std::string_view text) {
    auto [at, isNew] =
        strings_.try_emplace(std::string(text), static_cast<uint32_t>(program_.strings.size()));
    if (isNew) program_.strings.emplace_back(text);
    return at->second;
}

uint32_t Unit::site(Pos pos, std::string name, TypeId type) {
    program_.sites.push_back({pos, std::move(name), type});
    return static_cast<uint32_t>(program_.sites.size()) - 1;
}

}  // namespace sluice
