// Calls of predeclared functions (Go spec "Built-in functions").
#include "types/package_checker.h"

namespace sluice {
namespace {
struct BuiltinShape {
    const char* name;
    size_t args;  ///< at least, or exactly unless variadic
    bool variadic;
};

BuiltinShape shapeOf(BuiltinId id) {
    switch (id) {
        case BuiltinId::Append: return {"append", 1, true};
        case BuiltinId::Cap: return {"cap", 1, false};
        case BuiltinId::Clear: return {"clear", 1, false};
        case BuiltinId::Close: return {"close", 1, false};
        case BuiltinId::Complex: return {"complex", 2, false};
        case BuiltinId::Copy: return {"copy", 2, false};
        case BuiltinId::Delete: return {"delete", 2, false};
        case BuiltinId::Imag: return {"imag", 1, false};
        case BuiltinId::Len: return {"len", 1, false};
        case BuiltinId::Make: return {"make", 1, true};
        case BuiltinId::Max: return {"max", 1, true};
        case BuiltinId::Min: return {"min", 1, true};
        case BuiltinId::New: return {"new", 1, false};
        case BuiltinId::Panic: return {"panic", 1, false};
        case BuiltinId::Print: return {"print", 0, true};
        case BuiltinId::Println: return {"println", 0, true};
        case BuiltinId::Real: return {"real", 1, false};
        case BuiltinId::Recover: return {"recover", 0, false};
    }
    return {"", 0, false};
}

Type* arrayPointerDeref(Type* t) {
    Pointer* pointer = t->dyn<Pointer>();
    if (pointer == nullptr) return t;
    Type* u = under(pointer->elem);
    return u->kind() == TypeKind::Array ? u : t;
}
}  // namespace

bool PackageChecker::builtin(Operand& x, CallExpr* call, BuiltinId id) {
    BuiltinShape shape = shapeOf(id);
    if (id == BuiltinId::Complex || id == BuiltinId::Real || id == BuiltinId::Imag) {
        error(DiagCode::UnsupportedComplex, call,
              text("complex numbers are not supported (", shape.name, "): use two float64 values"));
        useAll(call->arguments);
        return false;
    }
    if (call->hasEllipsis && id != BuiltinId::Append) {
        error(DiagCode::InvalidDots, call,
              text("invalid operation: invalid use of ... with built-in ", shape.name));
        useAll(call->arguments);
        return false;
    }
    bool savedCalls = env_.hasCallOrRecv;
    bool measuring = id == BuiltinId::Len || id == BuiltinId::Cap;
    if (measuring) env_.hasCallOrRecv = false;
    std::vector<Operand> args;
    size_t nargs = call->arguments.size();
    if (id != BuiltinId::Make && id != BuiltinId::New) {
        exprList(call->arguments, args);
        nargs = args.size();
        for (const Operand& a : args) {
            if (!a.invalid()) continue;
            if (measuring) env_.hasCallOrRecv = savedCalls;
            return false;
        }
        if (nargs > 0) x = args[0];
    }
    if (nargs < shape.args || (!shape.variadic && nargs > shape.args)) {
        if (measuring) env_.hasCallOrRecv = savedCalls;
        error(DiagCode::WrongArgCount, call,
              text("invalid operation: ", nargs < shape.args ? "not enough" : "too many", " arguments for ",
                   static_cast<Expr*>(call), " (expected ", shape.args, ", found ", nargs, ")"));
        return false;
    }
    bool good = true;
    switch (id) {
        case BuiltinId::Append: return builtinAppend(x, call, args);
        case BuiltinId::Cap:
        case BuiltinId::Len:
            good = builtinLenCap(x, id);
            env_.hasCallOrRecv = savedCalls;
            return good;
        case BuiltinId::Close: return builtinClose(x);
        case BuiltinId::Copy: return builtinCopy(x, args);
        case BuiltinId::Delete: return builtinDelete(x, args);
        case BuiltinId::Make: return builtinMake(x, call);
        case BuiltinId::Max:
        case BuiltinId::Min: return builtinMinMax(x, id, args);
        default: return builtinSimple(x, call, id, args);
    }
}

/// Those that take a few lines each.
bool PackageChecker::builtinSimple(Operand& x, CallExpr* call, BuiltinId id, std::vector<Operand>& args) {
    switch (id) {
        case BuiltinId::Clear:
            if (!underIs(x.type, [&](Type* u) {
                    if (u != nullptr && (u->kind() == TypeKind::Map || u->kind() == TypeKind::Slice))
                        return true;
                    error(DiagCode::InvalidBuiltin, x,
                          text("invalid argument: cannot clear ", x,
                               ": argument must be (or constrained by) map or slice"));
                    return false;
                })) {
                return false;
            }
            x.mode = ExprMode::NoValue;
            return true;
        case BuiltinId::New: {
            Type* type = varType(call->arguments[0]);
            if (!isValid(type)) return false;
            x.mode = ExprMode::Value;
            x.type = ctx_.pointerTo(type);
            return true;
        }
        case BuiltinId::Panic:
            panicCalls_.insert(call);
            assignment(x, ctx_.universe().emptyInterface, "argument to panic");
            if (x.invalid()) return false;
            x.mode = ExprMode::NoValue;
            return true;
        case BuiltinId::Print:
        case BuiltinId::Println:
            for (Operand& a : args) {
                assignment(a, nullptr, std::string("argument to built-in ") + shapeOf(id).name);
                if (a.invalid()) return false;
            }
            x.mode = ExprMode::NoValue;
            return true;
        case BuiltinId::Recover:
            for (FunctionInfo* fn = env_.fn; fn != nullptr;
                 fn = fn->rangeBody != nullptr ? fn->outer : nullptr) {
                fn->callsRecover = true;
            }
            x.mode = ExprMode::Value;
            x.type = ctx_.universe().emptyInterface;
            return true;
        default: return false;
    }
}

bool PackageChecker::builtinAppend(Operand& x, CallExpr* call, std::vector<Operand>& list) {
    Type* s = x.type;
    Type* core = coreType(s);
    Slice* slice = core == nullptr ? nullptr : core->dyn<Slice>();
    if (slice == nullptr) {
        std::string cause;
        if (x.isNil()) {
            cause = "have untyped nil";
        } else if (isTypeParam(s)) {
            cause = core != nullptr ? text(x, " has core type ", core) : text(x, " has no core type");
        } else {
            cause = text("have ", x);
        }
        error(DiagCode::InvalidBuiltin, x, text("first argument to append must be a slice; ", cause));
        return false;
    }
    // append([]byte, string...)
    if (list.size() == 2 && call->hasEllipsis && assignableTo(x, ctx_.sliceOf(byteType()), nullptr)) {
        Type* t = list[1].isNil() ? nullptr : coreString(list[1].type);
        if (t != nullptr && isString(t)) {
            if (isUntyped(list[1].type)) convertUntyped(list[1], basicType(BasicKind::String));
            x.mode = ExprMode::Value;
            x.type = s;
            return true;
        }
    }
    auto* sig = ctx_.make<Signature>();
    auto* first = ctx_.make<Var>(Name{}, call->pos);
    first->type = s;
    auto* rest = ctx_.make<Var>(Name{}, call->pos);
    rest->type = ctx_.sliceOf(slice->elem);
    sig->params = {first, rest};
    sig->variadic = true;
    Args args;
    args.list = list;
    args.targs.resize(list.size());
    arguments(call, sig, {}, nullptr, args);
    x.mode = ExprMode::Value;
    x.type = s;
    return true;
}

bool PackageChecker::builtinLenCap(Operand& x, BuiltinId id) {
    bool isLen = id == BuiltinId::Len;
    auto measurable = [&](Type* t) {
        switch (t->kind()) {
            case TypeKind::Basic: return isString(t) && isLen;
            case TypeKind::Array:
            case TypeKind::Slice:
            case TypeKind::Chan: return true;
            case TypeKind::Map: return isLen;
            default: return false;
        }
    };
    ExprMode mode = ExprMode::Invalid;
    const ConstValue* value = nullptr;
    if (isTypeParam(x.type)) {
        bool all = underIs(x.type, [&](Type* u) { return u != nullptr && measurable(arrayPointerDeref(u)); });
        if (all) mode = ExprMode::Value;
    } else {
        Type* t = arrayPointerDeref(under(x.type));
        if (measurable(t)) mode = ExprMode::Value;
        if (mode == ExprMode::Value && t->kind() == TypeKind::Basic && x.isConstant()) {
            mode = ExprMode::Constant;
            value = constants_.makeInt(static_cast<int64_t>(x.value->stringValue().size()));
        }
        if (t->kind() == TypeKind::Array && !env_.hasCallOrRecv) {
            // len of an array is constant unless evaluating the operand has effects.
            mode = ExprMode::Constant;
            int64_t n = t->as<Array>()->len;
            value = n >= 0 ? constants_.makeInt(n) : constants_.unknown();
        }
    }
    if (mode == ExprMode::Invalid) {
        if (isValid(under(x.type))) {
            error(DiagCode::InvalidBuiltin, x,
                  text("invalid argument: ", x, " for built-in ", isLen ? "len" : "cap"));
        }
        return false;
    }
    x.mode = mode;
    x.type = basicType(BasicKind::Int);
    x.value = value;
    return true;
}

bool PackageChecker::builtinClose(Operand& x) {
    bool good = underIs(x.type, [&](Type* u) {
        Chan* chan = u == nullptr ? nullptr : u->dyn<Chan>();
        if (chan == nullptr) {
            error(DiagCode::InvalidBuiltin, x, text("invalid operation: cannot close non-channel ", x));
            return false;
        }
        if (chan->dir == ChanDir::ReceiveOnly) {
            error(DiagCode::InvalidBuiltin, x,
                  text("invalid operation: cannot close receive-only channel ", x));
            return false;
        }
        return true;
    });
    x.mode = ExprMode::NoValue;
    return good;
}

bool PackageChecker::builtinCopy(Operand& x, std::vector<Operand>& args) {
    Type* dstCore = coreType(x.type);
    Slice* dst = dstCore == nullptr ? nullptr : dstCore->dyn<Slice>();
    Operand& y = args[1];
    Type* srcCore = coreString(y.type);
    if (srcCore != nullptr && isString(srcCore)) {
        srcCore = ctx_.sliceOf(byteType());
    }
    Slice* src = srcCore == nullptr ? nullptr : srcCore->dyn<Slice>();
    if (dst == nullptr || src == nullptr) {
        error(DiagCode::InvalidBuiltin, x,
              text("invalid argument: copy expects slice arguments; found ", x, " and ", y));
        return false;
    }
    if (!identical(dst->elem, src->elem)) {
        error(DiagCode::InvalidBuiltin, x,
              text("invalid argument: arguments to copy ", x, " and ", y, " have different element types ",
                   dst->elem, " and ", src->elem));
        return false;
    }
    if (isUntyped(y.type)) convertUntyped(y, basicType(BasicKind::String));
    x.mode = ExprMode::Value;
    x.type = basicType(BasicKind::Int);
    return true;
}

bool PackageChecker::builtinDelete(Operand& x, std::vector<Operand>& args) {
    Type* key = nullptr;
    bool good = underIs(x.type, [&](Type* u) {
        Map* map = u == nullptr ? nullptr : u->dyn<Map>();
        if (map == nullptr) {
            error(DiagCode::InvalidBuiltin, x, text("invalid argument: ", x, " is not a map"));
            return false;
        }
        if (key != nullptr && !identical(map->key, key)) {
            error(DiagCode::InvalidBuiltin, x,
                  text("invalid argument: maps of ", x, " must have identical key types"));
            return false;
        }
        key = map->key;
        return true;
    });
    if (!good) return false;
    x = args[1];
    assignment(x, key, "argument to delete");
    if (x.invalid()) return false;
    x.mode = ExprMode::NoValue;
    return true;
}

bool PackageChecker::builtinMake(Operand& x, CallExpr* call) {
    Expr* first = call->arguments[0];
    Type* type = varType(first);
    if (!isValid(type)) return false;
    Type* core = coreType(type);
    size_t min = 1;
    if (core == nullptr) {
        error(DiagCode::InvalidBuiltin, first,
              text("invalid argument: cannot make ", first, ": no core type"));
        return false;
    }
    switch (core->kind()) {
        case TypeKind::Slice: min = 2; break;
        case TypeKind::Map:
        case TypeKind::Chan: break;
        default:
            error(DiagCode::InvalidBuiltin, first,
                  text("invalid argument: cannot make ", first, "; type must be slice, map, or channel"));
            return false;
    }
    size_t nargs = call->arguments.size();
    if (nargs < min || min + 1 < nargs) {
        error(DiagCode::WrongArgCount, call,
              text("invalid operation: ", static_cast<Expr*>(call), " expects ", min, " or ", min + 1,
                   " arguments; found ", nargs));
        return false;
    }
    std::vector<int64_t> sizes;
    for (size_t i = 1; i < nargs; i++) {
        int64_t size = -1;
        index(call->arguments[i], -1, size);
        if (size >= 0) sizes.push_back(size);
    }
    if (sizes.size() == 2 && sizes[0] > sizes[1]) {
        error(DiagCode::InvalidBuiltin, call->arguments[1], "invalid argument: length and capacity swapped");
    }
    x.mode = ExprMode::Value;
    x.type = type;
    return true;
}

bool PackageChecker::builtinMinMax(Operand& x, BuiltinId id, std::vector<Operand>& args) {
    Token relation = id == BuiltinId::Max ? Token::Greater : Token::Less;
    const char* name = id == BuiltinId::Max ? "max" : "min";
    for (size_t i = 0; i < args.size(); i++) {
        Operand& a = args[i];
        if (!allOrdered(a.type)) {
            error(DiagCode::InvalidBuiltin, a, text("invalid argument: ", a, " cannot be ordered"));
            return false;
        }
        if (i == 0) continue;
        matchTypes(x, a);
        if (x.invalid()) return false;
        if (!identical(x.type, a.type)) {
            error(DiagCode::MismatchedTypes, a,
                  text("invalid argument: mismatched types ", x.type, " (previous argument) and ", a.type,
                       " (type of ", a.expr, ")"));
            return false;
        }
        if (x.isConstant() && a.isConstant()) {
            if (constants_.compare(a.value, relation, x.value)) x = a;
        } else {
            x.mode = ExprMode::Value;
        }
    }
    if (!x.isConstant()) {
        x.mode = ExprMode::Value;
        assignment(x, ctx_.universe().emptyInterface, std::string("argument to built-in ") + name);
        if (x.invalid()) return false;
    }
    for (Operand& a : args) updateExprType(a.expr, x.type, true);
    return true;
}
}  // namespace sluice
