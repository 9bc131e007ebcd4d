// Types as text: gc's form for messages and the runtime's form for %T and panics.
#include "source/text.h"
#include "types/object.h"
#include "types/type_context.h"
#include "types/type_query.h"
#include "types/type_writer.h"

namespace sluice {
namespace {
constexpr int kMaxTypeTextDepth = 60;  // deeper parts are printed as …
}

namespace {
/// Go's standard library has internal packages with the names of these; gc then prints the path in quotes.
bool isAmbiguousForGc(const Package* pkg, const Package* in) {
    if (pkg->path == "sync" || pkg->path == "syscall") return true;
    if (pkg->path != "sync/atomic") return false;
    for (const Package* imported : in->imports) {
        if (imported != pkg) return true;  // nearly everything else brings in internal/runtime/atomic
    }
    return false;
}
}  // namespace

void TypeWriter::names(std::string_view text, const Package* pkg) {
    if (pkg != nullptr && pkg != relativeTo_ && relativeTo_ != nullptr && !runtime_ &&
        isAmbiguousForGc(pkg, relativeTo_)) {
        out += '"' + pkg->path + "\".";
    } else if (pkg != nullptr && (runtime_ || pkg != relativeTo_)) {
        out += runtime_ && qualifyByPath_ ? pkg->path : pkg->name;
        out += '.';
    }
    out += text;
}

void TypeWriter::typeList(const std::vector<Type*>& types, std::string_view separator) {
    for (size_t i = 0; i < types.size(); i++) {
        if (i > 0) out += separator;
        type(types[i]);
    }
}

void TypeWriter::typeParams(const std::vector<TypeParam*>& tparams) {
    out += '[';
    Type* previous = nullptr;
    for (size_t i = 0; i < tparams.size(); i++) {
        TypeParam* param = tparams[i];
        if (i > 0) {
            if (param->bound != previous) {
                out += ' ';
                type(previous);
            }
            out += ", ";
        }
        previous = param->bound;
        type(param);
    }
    if (!tparams.empty() && previous != nullptr) {
        out += ' ';
        type(previous);
    }
    out += ']';
}

void TypeWriter::tuple(const std::vector<Var*>& vars, bool variadic) {
    out += '(';
    for (size_t i = 0; i < vars.size(); i++) {
        if (i > 0) out += ", ";
        Var* v = vars[i];
        if (paramNames && !runtime_ && v->name) {
            out += v->name.text();
            out += ' ';
        }
        if (variadic && i + 1 == vars.size()) {
            if (const Slice* slice = v->type->dyn<Slice>()) {
                out += "...";
                type(slice->elem);
            } else {
                type(v->type);
                out += "...";
            }
            continue;
        }
        type(v->type);
    }
    out += ')';
}

void TypeWriter::signature(const Signature* sig) {
    if (!sig->tparams.empty()) typeParams(sig->tparams);
    tuple(sig->params, sig->variadic);
    if (sig->results.empty()) return;
    out += ' ';
    if (sig->results.size() == 1 && (!sig->results[0]->name || !paramNames || runtime_)) {
        type(sig->results[0]->type);
        return;
    }
    tuple(sig->results, false);
}

void TypeWriter::structType(const Struct* t) {
    out += runtime_ ? (t->fields.empty() ? "struct {" : "struct { ") : "struct{";
    for (size_t i = 0; i < t->fields.size(); i++) {
        if (i > 0) out += "; ";
        const Var* f = t->fields[i];
        if (!f->embedded) {
            out += f->name.text();
            out += ' ';
        }
        type(f->type);
        if (!t->tags.empty() && !t->tags[i].empty()) {
            out += " \"";
            for (char c : t->tags[i]) {
                if (c == '"' || c == '\\') out += '\\';
                out += c;
            }
            out += '"';
        }
    }
    out += runtime_ && !t->fields.empty() ? " }" : "}";
}

void TypeWriter::interfaceType(const Interface* t) {
    if (t->isAny && !runtime_) {
        out += "any";
        return;
    }
    if (t->implicit) {
        if (t->methods.empty() && t->embeddeds.size() == 1) {
            type(t->embeddeds[0]);
            return;
        }
        out += "/* implicit */ ";
    }
    const std::vector<Func*>& methods = runtime_ ? typeSet(const_cast<Interface*>(t)).methods : t->methods;
    bool empty = methods.empty() && (runtime_ || t->embeddeds.empty());
    out += runtime_ ? (empty ? "interface {" : "interface { ") : "interface{";
    bool first = true;
    for (const Func* m : methods) {
        if (!first) out += "; ";
        first = false;
        out += m->name.text();
        if (const Signature* sig = m->signature()) signature(sig);
    }
    if (!runtime_) {
        for (Type* e : t->embeddeds) {
            if (!first) out += "; ";
            first = false;
            type(e);
        }
    }
    out += runtime_ && !empty ? " }" : "}";
}

void TypeWriter::chanType(const Chan* t) {
    bool parens = false;
    switch (t->dir) {
        case ChanDir::SendOnly: out += "chan<- "; break;
        case ChanDir::ReceiveOnly: out += "<-chan "; break;
        case ChanDir::Both: {
            out += "chan ";
            const Chan* inner = t->elem->dyn<Chan>();
            parens = inner != nullptr && inner->dir == ChanDir::ReceiveOnly;
        }
    }
    if (parens) out += '(';
    type(t->elem);
    if (parens) out += ')';
}

void TypeWriter::typeParam(const TypeParam* t) {
    const TypeName* obj = t->obj;
    out += obj->name.text();
    if (files == nullptr || t->ctx->universe().scope->find(obj->name) == nullptr) return;
    out += " /* with ";
    out += obj->name.text();
    out += " declared at " + files->format(obj->pos) + " */";
}

void TypeWriter::namedType(const Named* t) {
    names(t->obj->name.text(), t->obj->pkg);
    if (!t->targs.empty() && t->enclosingTParams.empty() && t->origin->enclosingTParams.empty()) {
        out += '[';
        bool wasQualified = qualifyByPath_;
        qualifyByPath_ = true;
        typeList(t->targs, runtime_ ? "," : ", ");
        qualifyByPath_ = wasQualified;
        out += ']';
    } else if (!t->tparams.empty() && !runtime_) {
        typeParams(t->tparams);
    }
}

void TypeWriter::type(const Type* t) {
    if (t == nullptr) {
        out += "<nil>";
        return;
    }
    if (depth_ > kMaxTypeTextDepth) {
        out += "…";
        return;
    }
    depth_++;
    switch (t->kind()) {
        case TypeKind::Basic: {
            const auto* basic = t->as<Basic>();
            if (runtime_ && basic->basic == BasicKind::Uint8) {
                out += "uint8";
            } else if (runtime_ && basic->basic == BasicKind::Int32) {
                out += "int32";
            } else {
                out += basic->name;
            }
            break;
        }
        case TypeKind::Named: namedType(t->as<Named>()); break;
        case TypeKind::Pointer:
            out += '*';
            type(t->as<Pointer>()->elem);
            break;
        case TypeKind::Slice:
            out += "[]";
            type(t->as<Slice>()->elem);
            break;
        case TypeKind::Array:
            out += '[';
            out += t->as<Array>()->len < 0 ? std::string("…") : std::to_string(t->as<Array>()->len);
            out += ']';
            type(t->as<Array>()->elem);
            break;
        case TypeKind::Map:
            out += "map[";
            type(t->as<Map>()->key);
            out += ']';
            type(t->as<Map>()->elem);
            break;
        case TypeKind::Chan: chanType(t->as<Chan>()); break;
        case TypeKind::Struct: structType(t->as<Struct>()); break;
        case TypeKind::Tuple: tuple(t->as<Tuple>()->vars, false); break;
        case TypeKind::Signature:
            out += "func";
            signature(t->as<Signature>());
            break;
        case TypeKind::Interface: interfaceType(t->as<Interface>()); break;
        case TypeKind::Union: {
            bool first = true;
            for (const Term& term : t->as<Union>()->terms) {
                if (!first) out += " | ";
                first = false;
                if (term.tilde) out += '~';
                type(term.type);
            }
            break;
        }
        case TypeKind::TypeParam: typeParam(t->as<TypeParam>()); break;
    }
    depth_--;
}

std::string typeString(const Type* type, const Package* relativeTo) {
    TypeWriter writer(relativeTo, false);
    writer.type(type);
    return std::move(writer.out);
}

std::string runtimeTypeString(const Type* type) {
    TypeWriter writer(nullptr, true);
    writer.type(type);
    return std::move(writer.out);
}

std::string signatureString(const Signature* sig, const Package* relativeTo) {
    TypeWriter writer(relativeTo, false);
    writer.paramNames = false;
    writer.signature(sig);
    return std::move(writer.out);
}
}  // namespace sluice
