// The order of work: known types, package initialisation, reachable functions, methods of types in
// interfaces.
#include "code/unit.h"

#include <algorithm>

#include "base/order.h"
#include "code/function_compiler.h"
#include "syntax/directives.h"

namespace sluice {
namespace {

/// Methods that natives look for by name in any value they are given (fmt, errors).
constexpr std::string_view kNativeMethods[] = {"Error", "String", "GoString", "Format", "Unwrap", "Is", "As"};

bool isNativeMethod(std::string_view name) {
    return std::find(std::begin(kNativeMethods), std::end(kNativeMethods), name) != std::end(kNativeMethods);
}

/// Methods that the natives of encoding/json look for, also on the address of what they fill.
constexpr std::string_view kJsonMethods[] = {"MarshalJSON", "MarshalText", "UnmarshalJSON", "UnmarshalText"};

bool isJsonMethod(std::string_view name) {
    return std::find(std::begin(kJsonMethods), std::end(kJsonMethods), name) != std::end(kJsonMethods);
}

bool readsItselfByPointer(Named* named) {
    for (size_t i = 0; named != nullptr && i < named->numMethods(); i++) {
        const Func* method = named->origin->methods[i];
        if (method->hasPointerReceiver && isJsonMethod(method->name.text())) return true;
    }
    return false;
}

}  // namespace

Unit::Unit(Checker& checker, Package& main, const CompileOptions& options, Program& program,
           Diagnostics& diagnostics)
    : checker_(checker),
      main_(main),
      options_(options),
      program_(program),
      diagnostics_(diagnostics),
      methods_(program.methodNames),
      shapes_(checker, program, methods_) {
    program_.functions.resize(1);
    program_.sites.resize(1);
}

bool Unit::run() {
    addKnownTypes();
    addRoots();
    readWatches();
    start();
    do {
        drain();
    } while (!failed_ && compileNeededInitializers());
    if (failed_) return false;
    // The entry calls what has turned out to be needed, in Go's order.
    const uint32_t entry = addFunction("runtime.main", nullptr);
    for (Package* package : checker_.packagesInOrder()) {
        checker_.ensureInitOrder(package);
        for (const Initializer& step : package->initOrder) {
            auto found = initializers_.find(&step);
            if (found != initializers_.end()) startFunctions_.push_back(found->second);
        }
        for (Func* init : package->initFunctions) startFunctions_.push_back(functionFor(init, {}));
    }
    startFunctions_.push_back(program_.mainFunction);
    Job job;
    job.kind = JobKind::Entry;
    job.index = entry;
    compileJob(job);
    program_.functions[entry].isWrapper = true;
    program_.entryFunction = entry;
    fillMethodTables();
    if (!shapes_.problem().empty()) {
        diagnostics_.report(DiagCode::ProgramTooLarge, main_.files.empty() ? Pos{} : main_.files[0]->pos, 0,
                            shapes_.problem());
        failed_ = true;
    }
    if (failed_) return false;
    finishTypes(program_.types);
    finishGlobals();
    return !failed_;
}

void Unit::start() {
    for (Package* package : checker_.packagesInOrder()) {
        usesJson_ = usesJson_ || package->path == "encoding/json";
        for (Func* init : package->initFunctions) functionFor(init, {});
    }
    checker_.ensureInitOrder(&main_);
    for (const Initializer& step : main_.initOrder) {
        for (Var* var : step.lhs) {
            if (!var->name.isBlank()) global(var);
        }
    }
    for (Func* func : main_.functions) {
        if (!func->isMethod && func->name == "main") program_.mainFunction = functionFor(func, {});
    }
    if (program_.mainFunction == 0) {
        diagnostics_.report(DiagCode::CompilerInternal, Pos{}, 0,
                            "function main is undeclared in the main package");
        failed_ = true;
    }
}

/// Compiles everything reachable so far.
void Unit::drain() {
    while (!failed_) {
        if (nextJob_ < jobs_.size()) {
            const Job job = jobs_[nextJob_++];
            compileJob(job);
            continue;
        }
        const size_t before = dynamicTypes_.size();
        resolveDynamicTypes();
        if (dynamicTypes_.size() == before && nextJob_ == jobs_.size()) break;
    }
}

void Unit::compileJob(const Job& job) {
    Emitter::Outcome outcome = Emitter::Outcome::NeedsLongJumps;
    for (const bool longJumps : {false, true}) {
        if (outcome != Emitter::Outcome::NeedsLongJumps) break;
        FunctionCompiler compiler(*this, job, longJumps);
        outcome = compiler.compile();
    }
    if (outcome == Emitter::Outcome::Ok) return;
    const Function& function = program_.functions[job.index];
    const char* what = outcome == Emitter::Outcome::TooLong ? "instructions" : "registers";
    diagnostics_.report(DiagCode::ProgramTooLarge, function.pos, 0,
                        "function " + function.name + " is too large: too many " + what);
    failed_ = true;
}

/// Initialisers of package variables that are needed: all of the user's, those of library variables in use.
bool Unit::compileNeededInitializers() {
    bool any = false;
    for (Package* package : checker_.packagesInOrder()) {
        checker_.ensureInitOrder(package);
        for (const Initializer& step : package->initOrder) {
            const bool needed =
                package == &main_ || std::any_of(step.lhs.begin(), step.lhs.end(),
                                                 [&](Var* var) { return globals_.count(var) != 0; });
            if (!needed || initializers_.count(&step) != 0) continue;
            Job job;
            job.kind = JobKind::Initializer;
            job.package = package;
            job.initializer = &step;
            auto analysis = std::make_shared<BodyAnalysis>(step);
            job.node = &analysis->root();
            job.analysis = std::move(analysis);
            job.index = addFunction(package->path + ".init", package);
            program_.functions[job.index].pos = step.rhs->pos;
            initializers_[&step] = job.index;
            jobs_.push_back(job);
            any = true;
        }
    }
    return any;
}

// ---- what natives need

Type* Unit::libraryType(std::string_view path, std::string_view name) {
    Package* package = checker_.importPackage(path);
    if (package == nullptr) return nullptr;
    Object* object = package->scope->find(types().name(name));
    if (object == nullptr || object->kind != ObjectKind::TypeName) return nullptr;
    checker_.resolve(object);
    return object->type;
}

void Unit::addKnownTypes() {
    WellKnownTypes& known = program_.known;
    const auto basic = [&](BasicKind kind) {
        useInInterface(basicType(kind));
        return shapes_.id(basicType(kind));
    };
    known.boolType = basic(BasicKind::Bool);
    known.intType = basic(BasicKind::Int);
    known.int64Type = basic(BasicKind::Int64);
    known.uint8Type = basic(BasicKind::Uint8);
    known.int32Type = basic(BasicKind::Int32);
    known.float64Type = basic(BasicKind::Float64);
    known.stringType = basic(BasicKind::String);
    known.bytesType = shapes_.id(types().sliceOf(basicType(BasicKind::Uint8)));
    known.anyType = shapes_.id(checker_.anyType());
    known.errorType = shapes_.id(checker_.errorType());
    const auto library = [&](std::string_view path, std::string_view name, bool pointer) -> TypeId {
        Type* type = libraryType(path, name);
        if (type == nullptr) return 0;
        if (pointer) type = types().pointerTo(type);
        useInInterface(type);
        return shapes_.id(type);
    };
    known.runtimeErrorString = library("runtime", "errorString", false);
    known.runtimePlainError = library("runtime", "plainError", false);
    known.runtimeBoundsError = library("runtime", "boundsError", false);
    known.typeAssertionError = library("runtime", "TypeAssertionError", true);
    known.panicNilError = library("runtime", "PanicNilError", true);
    known.errorsErrorString = library("errors", "errorString", true);
    Signature* text = types().make<Signature>();
    Var* result = types().make<Var>(Name{}, Pos{});
    result->type = basicType(BasicKind::String);
    text->results.push_back(result);
    program_.errorMethod = methods_.number("Error", shapes_.id(text));
    program_.stringMethod = methods_.number("String", shapes_.id(text));
}

Func* Unit::findRoot(const std::string& root) {
    const size_t dot = root.rfind('.');
    if (dot == std::string::npos) return nullptr;
    Package* package = checker_.importPackage(root.substr(0, dot));
    if (package == nullptr) return nullptr;
    Object* object = package->scope->find(types().name(root.substr(dot + 1)));
    if (object == nullptr) return nullptr;
    checker_.resolve(object);
    if (object->kind == ObjectKind::TypeName) useInInterface(object->type);
    return object->dyn<Func>();
}

void Unit::addRoots() {
    for (const std::string& root : options_.roots) {
        if (Func* func = findRoot(root)) functionFor(func, {});
    }
}

// ---- methods of types in interfaces

void Unit::useInInterface(const Type* type) {
    const Shape& shape = shapes_.of(type);
    if (isDynamic_.size() <= shape.id) isDynamic_.resize(shapes_.count() + 1);
    if (isDynamic_[shape.id]) return;
    isDynamic_[shape.id] = true;
    newDynamic_.push_back(shape.id);
}

/// Takes in new types: their methods, and the types that natives reach through them.
void Unit::resolveDynamicTypes() {
    while (!newDynamic_.empty() && !failed_) {
        const TypeId id = newDynamic_.back();
        newDynamic_.pop_back();
        const Shape& shape = shapes_.byId(id);
        switch (shape.kind) {
            case RKind::Struct:
                for (Var* field : shape.underlying->as<Struct>()->fields) useInInterface(field->type);
                break;
            case RKind::Pointer: useInInterface(shape.underlying->as<Pointer>()->elem); break;
            case RKind::Slice: useInInterface(shape.underlying->as<Slice>()->elem); break;
            case RKind::Array: useInInterface(shape.underlying->as<Array>()->elem); break;
            case RKind::Map:
                useInInterface(shape.underlying->as<Map>()->key);
                useInInterface(shape.underlying->as<Map>()->elem);
                break;
            default: break;
        }
        if (shape.isInterface()) continue;
        if (usesJson_ && readsItselfByPointer(shape.type->dyn<Named>())) {
            useInInterface(types().pointerTo(shape.type));
        }
        DynamicType dynamic;
        dynamic.id = id;
        dynamic.methods = methodSet(shape.type);
        for (const MethodEntry& entry : dynamic.methods)
            dynamic.numbers.push_back(shapes_.methodNumber(*entry.func));
        dynamicTypes_.push_back(std::move(dynamic));
        const uint32_t index = static_cast<uint32_t>(dynamicTypes_.size()) - 1;
        for (uint32_t i = 0; i < dynamicTypes_[index].numbers.size(); i++) {
            const uint32_t number = dynamicTypes_[index].numbers[i];
            if (methodUsed_.size() <= number) methodUsed_.resize(number + 1);
            if (waiting_.size() <= number) waiting_.resize(number + 1);
            const std::string_view name = dynamicTypes_[index].methods[i].func->name.text();
            if (methodUsed_[number] || isNativeMethod(name) || (usesJson_ && isJsonMethod(name))) {
                linkMethod(dynamicTypes_[index], i);
            } else {
                waiting_[number].push_back({index, i});
            }
        }
    }
}

void Unit::useMethod(uint32_t number) {
    if (methodUsed_.size() <= number) methodUsed_.resize(number + 1);
    if (methodUsed_[number]) return;
    methodUsed_[number] = true;
    if (waiting_.size() <= number) return;
    const std::vector<std::pair<uint32_t, uint32_t>> ready = std::move(waiting_[number]);
    waiting_[number].clear();
    for (const auto& [type, method] : ready) linkMethod(dynamicTypes_[type], method);
}

void Unit::linkMethod(const DynamicType& type, size_t index) {
    const MethodEntry& entry = type.methods[index];
    const TypeId id = type.id;
    const uint32_t number = type.numbers[index];
    const uint32_t function = receiverWrapper(shapes_.byId(id).type, entry.func, entry.path);
    linked_[{id, number}] = function;
}

void Unit::fillMethodTables() {
    shapes_.describeAll();
    for (const DynamicType& type : dynamicTypes_) {
        RType& rtype = program_.types.types[type.id];
        for (size_t i = 0; i < type.methods.size(); i++) {
            RMethod method;
            method.number = type.numbers[i];
            method.name = std::string(type.methods[i].func->name.text());
            auto linked = linked_.find({type.id, method.number});
            if (linked != linked_.end()) method.function = linked->second;
            rtype.methods.push_back(std::move(method));
        }
        sortStable(rtype.methods, [](const RMethod& a, const RMethod& b) { return a.number < b.number; });
    }
    shapes_.describeAll();
}

// ---- globals

uint32_t Unit::global(Var* var) {
    auto found = globals_.find(var);
    if (found != globals_.end()) return found->second;
    checker_.resolve(var);
    const Shape& shape = shapes_.of(var->type);
    GlobalVariable global;
    global.name = var->pkg->path + "." + std::string(var->name.text());
    global.type = shape.id;
    global.slot = globalSlots_;
    global.pos = var->pos;
    global.isLibrary = var->pkg->isLibrary;
    globals_.emplace(var, globalSlots_);
    if (globalSlots_ + shape.memorySlots > kMaxGlobalSlots) {
        diagnostics_.report(DiagCode::ProgramTooLarge, var->pos, 0, "package variables are too large");
        failed_ = true;
    }
    globalSlots_ += shape.memorySlots;
    program_.globals.push_back(global);
    return global.slot;
}

void Unit::finishGlobals() {
    for (const GlobalVariable& global : program_.globals) {
        const RType& type = program_.types[global.type];
        const Layout& layout = program_.types.layouts[type.layout];
        if (layout.hasPointers) {
            program_.globalKinds.insert(program_.globalKinds.end(), layout.kinds.begin(), layout.kinds.end());
        } else {
            program_.globalKinds.insert(program_.globalKinds.end(), type.slots, SlotKind::Scalar);
        }
    }
    SLUICE_ASSERT(program_.globalKinds.size() == globalSlots_);
    program_.globalsLayout = program_.types.layouts.intern(program_.globalKinds);
}

// ---- watched variables

void Unit::readWatches() {
    if (options_.directives == nullptr) return;
    const auto add = [&](const Var* var, const std::string& name) {
        if (watches_.count(var) != 0) return;
        watches_[var] = static_cast<int>(program_.watches.size());
        program_.watches.push_back({name, shapes_.id(var->type), var->pos});
    };
    for (const Directive& directive : options_.directives->all) {
        if (directive.verb != DirectiveVerb::Watch) continue;
        const std::string& owner = directive.targetName;
        Object* object = owner.empty() ? nullptr : main_.scope->find(types().name(owner));
        if (object != nullptr && object->kind == ObjectKind::Var) add(object->as<Var>(), owner);
        Struct* type = object != nullptr && object->kind == ObjectKind::TypeName
                           ? underAs<Struct>(object->type)
                           : nullptr;
        for (size_t i = 0; type != nullptr && i < type->fields.size(); i++) {
            const std::string name(type->fields[i]->name.text());
            const bool all = directive.args.empty();
            if (mentionsTypeParam(type->fields[i]->type)) continue;
            if (all ||
                std::find(directive.args.begin(), directive.args.end(), name) != directive.args.end()) {
                add(type->fields[i], owner + "." + name);
            }
        }
        for (const std::string& name : directive.args) {
            Object* global = main_.scope->find(types().name(name));
            if (global != nullptr && global->kind == ObjectKind::Var) add(global->as<Var>(), name);
        }
    }
}

int Unit::watchFor(const Var* var) {
    auto found = watches_.find(var);
    return found == watches_.end() ? -1 : found->second;
}

std::vector<const Var*> Unit::globalsToWatch() const {
    std::vector<const Var*> vars;
    if (watches_.empty()) return vars;
    for (const auto& [var, slot] : globals_) vars.push_back(var);
    sortStable(vars, [&](const Var* a, const Var* b) { return globals_.at(a) < globals_.at(b); });
    return vars;
}

void Unit::error(Pos pos, std::string message) {
    diagnostics_.report(DiagCode::CompilerInternal, pos, 0, std::move(message));
    failed_ = true;
}

bool compile(Checker& checker, Package& main, const CompileOptions& options, Program& program,
             Diagnostics& diagnostics) {
    Unit unit(checker, main, options, program, diagnostics);
    return unit.run();
}

}  // namespace sluice
