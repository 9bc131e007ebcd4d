// The predeclared identifiers (Go spec "Predeclared identifiers").
#include "types/type_context.h"
#include "types/type_query.h"

namespace sluice {
namespace {
struct BuiltinName {
    const char* text;
    BuiltinId id;
};
constexpr BuiltinName kBuiltins[] = {
    {"append", BuiltinId::Append},   {"cap", BuiltinId::Cap},         {"clear", BuiltinId::Clear},
    {"close", BuiltinId::Close},     {"complex", BuiltinId::Complex}, {"copy", BuiltinId::Copy},
    {"delete", BuiltinId::Delete},   {"imag", BuiltinId::Imag},       {"len", BuiltinId::Len},
    {"make", BuiltinId::Make},       {"max", BuiltinId::Max},         {"min", BuiltinId::Min},
    {"new", BuiltinId::New},         {"panic", BuiltinId::Panic},     {"print", BuiltinId::Print},
    {"println", BuiltinId::Println}, {"real", BuiltinId::Real},       {"recover", BuiltinId::Recover},
};

void declareType(TypeContext& ctx, Scope* scope, Type* type, std::string_view name, bool alias = false) {
    auto* obj = ctx.make<TypeName>(ctx.name(name), Pos{});
    obj->type = type;
    obj->isAlias = alias;
    obj->parent = scope;
    scope->insert(obj);
}

void declareConstant(TypeContext& ctx, Scope* scope, std::string_view name, BasicKind kind,
                     const ConstValue* value) {
    auto* obj = ctx.make<Const>(ctx.name(name), Pos{});
    obj->type = basicType(kind);
    obj->value = value;
    obj->parent = scope;
    scope->insert(obj);
}

Named* makeError(TypeContext& ctx, Scope* scope) {
    auto* obj = ctx.make<TypeName>(ctx.name("error"), Pos{});
    auto* named = ctx.make<Named>(ctx, obj);
    named->id = ctx.nextId();
    obj->type = named;
    obj->parent = scope;
    auto* sig = ctx.make<Signature>();
    auto* recv = ctx.make<Var>(Name{}, Pos{});
    recv->type = named;
    sig->recv = recv;
    auto* result = ctx.make<Var>(Name{}, Pos{});
    result->type = basicType(BasicKind::String);
    result->isResult = true;
    sig->results.push_back(result);
    auto* method = ctx.make<Func>(ctx.name("Error"), Pos{});
    method->type = sig;
    method->isMethod = true;
    method->isInterfaceMethod = true;
    auto* iface = ctx.make<Interface>(&ctx);
    iface->methods.push_back(method);
    iface->complete = true;
    named->underlying = iface;
    named->isDeclared = true;
    scope->insert(obj);
    return named;
}

Named* makeComparable(TypeContext& ctx, Scope* scope) {
    auto* obj = ctx.make<TypeName>(ctx.name("comparable"), Pos{});
    auto* named = ctx.make<Named>(ctx, obj);
    named->id = ctx.nextId();
    obj->type = named;
    obj->parent = scope;
    auto* iface = ctx.make<Interface>(&ctx);
    iface->complete = true;
    iface->set = ctx.make<TypeSet>();
    iface->set->comparable = true;
    named->underlying = iface;
    scope->insert(obj);
    return named;
}
}  // namespace

void declareUniverse(TypeContext& ctx, Universe& universe) {
    auto* scope = ctx.make<Scope>(nullptr);
    universe.scope = scope;
    for (int k = int(BasicKind::Bool); k <= int(BasicKind::String); k++) {
        Type* type = basicType(BasicKind(k));
        declareType(ctx, scope, type, type->as<Basic>()->name);
    }
    declareType(ctx, scope, byteType(), "byte", true);
    declareType(ctx, scope, runeType(), "rune", true);
    universe.emptyInterface = ctx.make<Interface>(&ctx);
    universe.emptyInterface->complete = true;
    universe.anyType = ctx.make<Interface>(&ctx);
    universe.anyType->complete = true;
    universe.anyType->isAny = true;
    declareType(ctx, scope, universe.anyType, "any", true);
    universe.errorType = makeError(ctx, scope);
    universe.comparableType = makeComparable(ctx, scope);
    declareConstant(ctx, scope, "true", BasicKind::UntypedBool, ctx.constants().makeBool(true));
    declareConstant(ctx, scope, "false", BasicKind::UntypedBool, ctx.constants().makeBool(false));
    declareConstant(ctx, scope, "iota", BasicKind::UntypedInt, ctx.constants().makeInt(0));
    universe.iota = scope->find(ctx.name("iota"))->as<Const>();
    auto* nil = ctx.make<NilObject>(ctx.name("nil"));
    nil->type = basicType(BasicKind::UntypedNil);
    nil->parent = scope;
    scope->insert(nil);
    for (const BuiltinName& builtin : kBuiltins) {
        auto* obj = ctx.make<Builtin>(ctx.name(builtin.text), builtin.id);
        obj->type = invalidType();
        obj->parent = scope;
        scope->insert(obj);
    }
}
}  // namespace sluice
