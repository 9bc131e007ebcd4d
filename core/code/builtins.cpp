// The predeclared functions.
#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {
namespace {

BuiltinId builtinOf(const CallExpr& call) {
    const Ident* name = asIf<Ident>(unparen(call.callee));
    SLUICE_ASSERT(name != nullptr && name->object != nullptr && name->object->kind == ObjectKind::Builtin);
    return static_cast<const Builtin*>(name->object)->id;
}

}  // namespace

const CallExpr& FunctionCompiler::spread(const CallExpr& call) {
    if (call.arguments.size() != 1 || !isTuple(call.arguments[0])) return call;
    std::vector<Reg> regs;
    std::vector<const Shape*> shapes;
    multiValue(call.arguments[0], regs, shapes);
    Unit::SyntheticCall& made = unit_.synthesise(call);
    for (size_t i = 0; i < regs.size(); i++) {
        const Var* var = made.addVariable(unit_.types(), shapes[i]->type, call.pos);
        Storage& storage = variables_[var];
        storage.shape = shapes[i];
        storage.reg = regs[i];
    }
    made.finish();
    return made.call;
}

void FunctionCompiler::builtinTo(const CallExpr& original, Reg dst) {
    const TempScope temps(e_);
    const CallExpr& call = spread(original);
    switch (builtinOf(call)) {
        case BuiltinId::Append: appendTo(call, dst); return;
        case BuiltinId::Cap: lenTo(call, dst, true); return;
        case BuiltinId::Len: lenTo(call, dst, false); return;
        case BuiltinId::Copy: copyTo(call, dst); return;
        case BuiltinId::Make: makeTo(call, dst); return;
        case BuiltinId::Max: minMaxTo(call, dst, false); return;
        case BuiltinId::Min: minMaxTo(call, dst, true); return;
        case BuiltinId::New: newTo(call, dst); return;
        case BuiltinId::Recover: e_.emit(Op::Recover, dst); return;
        default: builtinStmt(call); return;
    }
}

void FunctionCompiler::builtinStmt(const CallExpr& original) {
    const TempScope temps(e_);
    const CallExpr& call = spread(original);
    switch (builtinOf(call)) {
        case BuiltinId::Clear: clearStmt(call); return;
        case BuiltinId::Close: {
            const Reg channel = expr(call.arguments[0], true);
            e_.setPos(call.pos);
            e_.emit(Op::Close, channel);
            return;
        }
        case BuiltinId::Delete: deleteStmt(call); return;
        case BuiltinId::Panic: panicStmt(call); return;
        case BuiltinId::Print: printStmt(call, false); return;
        case BuiltinId::Println: printStmt(call, true); return;
        case BuiltinId::Copy: copyTo(call, tempInt()); return;
        case BuiltinId::Recover: e_.emit(Op::Recover, e_.temporary("id")); return;
        default: expr(&call); return;
    }
}

void FunctionCompiler::appendTo(const CallExpr& call, Reg dst) {
    const Shape& shape = shapeOf(&call);
    const Shape& element = elementOf(shape);
    const size_t count = call.arguments.size() - 1;
    const Reg slice = value(call.arguments[0], shape);
    const uint32_t site = siteFor(call.pos, shape);
    const auto extend = [&] { e_.ext(shape.id, site & 0xFFFF, site >> 16); };
    if (call.hasEllipsis) {
        const Expr* tail = call.arguments[1];
        if (isNil(tail)) {
            e_.move(dst, slice, 3);
            return;
        }
        const bool isString = shapeOf(tail).isString();
        const Reg more = expr(tail, true);
        e_.setPos(call.pos);
        e_.emit(isString ? Op::AppendStr : Op::AppendSlice, dst, slice, more);
        extend();
        return;
    }
    if (count == 0) {
        e_.move(dst, slice, 3);
        return;
    }
    if (count == 1) {
        const Reg one = value(call.arguments[1], element, true);
        e_.setPos(call.pos);
        e_.emit(Op::Append1, dst, slice, one, element.slots);
        extend();
        return;
    }
    std::vector<Reg> values;
    for (size_t i = 1; i <= count; i++) values.push_back(value(call.arguments[i], element));
    const Reg grown = e_.temporary(shape.kinds);
    const Reg index = tempInt();
    e_.setPos(call.pos);
    e_.emit(Op::AppendGrow, grown, slice, static_cast<uint32_t>(count));
    extend();
    e_.emit(Op::AddI, index, grown + 1,
            static_cast<uint16_t>(static_cast<int16_t>(-static_cast<int64_t>(count))));
    for (size_t i = 0; i < count; i++) {
        Place target;
        target.kind = Place::Kind::SliceElement;
        target.shape = &element;
        target.container = &shape;
        target.reg = grown;
        target.index = index;
        const TempScope temps(e_);
        store(target, values[i]);
        if (i + 1 < count) e_.emit(Op::AddI, index, index, 1);
    }
    e_.move(dst, grown, 3);
}

void FunctionCompiler::makeTo(const CallExpr& call, Reg dst) {
    const Shape& shape = shapeOf(&call);
    const uint32_t site = siteFor(call.pos, shape);
    Reg first = kNoReg;
    Reg second = kNoReg;
    // Sizes may be constants of any numeric type.
    const auto size = [&](const Expr* e) {
        if (e->constant == nullptr) return expr(e);
        const Reg reg = tempInt();
        loadWord(reg, static_cast<Slot>(e->constant->int64Value()));
        return reg;
    };
    if (call.arguments.size() > 1) first = size(call.arguments[1]);
    if (call.arguments.size() > 2) second = size(call.arguments[2]);
    e_.setPos(call.pos);
    switch (shape.kind) {
        case RKind::Slice: e_.emit(Op::MakeSlice, dst, first, second == kNoReg ? first : second); break;
        case RKind::Map:
            e_.emit(Op::MakeMap, dst, first == kNoReg ? dst : first, 0, first == kNoReg ? 0 : 1);
            break;
        default: e_.emit(Op::MakeChan, dst, first == kNoReg ? dst : first, 0, first == kNoReg ? 0 : 1); break;
    }
    e_.ext(shape.id, site & 0xFFFF, site >> 16);
}

void FunctionCompiler::newTo(const CallExpr& call, Reg dst) {
    const Shape& shape = elementOf(shapeOf(&call));
    const uint32_t site = siteFor(call.pos, shape);
    e_.emit(Op::New, dst);
    e_.ext(shape.id, site & 0xFFFF, site >> 16);
}

void FunctionCompiler::lenTo(const CallExpr& call, Reg dst, bool cap) {
    const Expr* operand = call.arguments[0];
    const Shape& shape = shapeOf(operand);
    switch (shape.kind) {
        case RKind::String: e_.move(dst, expr(operand, true) + 1, 1); return;
        case RKind::Slice: e_.move(dst, expr(operand, true) + (cap ? 2 : 1), 1); return;
        case RKind::Map: e_.emit(Op::MapLen, dst, expr(operand, true)); return;
        case RKind::Chan: e_.emit(cap ? Op::ChanCap : Op::ChanLen, dst, expr(operand, true)); return;
        default: break;
    }
    // Arrays: a constant length, but the operand may contain calls.
    const Shape& array = shape.kind == RKind::Pointer ? elementOf(shape) : shape;
    if (usesWindow(operand)) expr(operand);
    loadWord(dst, static_cast<Slot>(array.underlying->as<Array>()->len));
}

void FunctionCompiler::copyTo(const CallExpr& call, Reg dst) {
    const Shape& to = shapeOf(call.arguments[0]);
    const Reg target = expr(call.arguments[0]);
    const Reg source = expr(call.arguments[1], true);
    e_.setPos(call.pos);
    if (shapeOf(call.arguments[1]).isString()) {
        e_.emit(Op::CopyStr, dst, target, source);
        return;
    }
    e_.emit(Op::CopySlice, dst, target, source);
    e_.ext(to.id, 0, 0);
}

void FunctionCompiler::minMaxTo(const CallExpr& call, Reg dst, bool isMin) {
    const Shape& shape = shapeOf(&call);
    const Reg best = temp(shape);
    valueTo(call.arguments[0], shape, best);
    for (size_t i = 1; i < call.arguments.size(); i++) {
        const TempScope temps(e_);
        const Reg next = value(call.arguments[i], shape, true);
        if (shape.isString()) {
            JumpLabel keep;
            const Reg less = tempInt();
            e_.emit(Op::StrLt, less, isMin ? next : best, isMin ? best : next);
            e_.jumpIf(false, less, keep);
            e_.move(best, next, 2);
            e_.bind(keep);
        } else if (shape.isFloat()) {
            e_.emit(isMin ? Op::FMin : Op::FMax, best, best, next);
        } else if (shape.isUnsigned()) {
            e_.emit(isMin ? Op::MinU : Op::MaxU, best, best, next);
        } else {
            e_.emit(isMin ? Op::Min : Op::Max, best, best, next);
        }
    }
    e_.move(dst, best, shape.slots);
}

void FunctionCompiler::clearStmt(const CallExpr& call) {
    const Shape& shape = shapeOf(call.arguments[0]);
    const Reg operand = expr(call.arguments[0], true);
    e_.emit(shape.kind == RKind::Map ? Op::MapClear : Op::ClearSlice, operand, 0, shape.id);
}

void FunctionCompiler::deleteStmt(const CallExpr& call) {
    const Shape& shape = shapeOf(call.arguments[0]);
    const Reg map = expr(call.arguments[0]);
    const Reg key = value(call.arguments[1], keyOf(shape));
    e_.setPos(call.pos);
    e_.emit(Op::MapDelete, map, key);
    e_.ext(shape.id, 0, 0);
}

void FunctionCompiler::panicStmt(const CallExpr& call) {
    const Reg reg = e_.temporary("id");
    if (isNil(call.arguments[0])) {
        e_.zero(reg, 2);
    } else if (shapeOf(call.arguments[0]).isInterface()) {
        exprTo(call.arguments[0], reg);
    } else {
        makeInterfaceFrom(call.arguments[0], reg);
    }
    e_.setPos(call.pos);
    e_.emit(Op::Panic, reg);
}

void FunctionCompiler::printValue(const Shape& shape, Reg reg) {
    PrintKind kind = PrintKind::Pointer;
    if (shape.kind == RKind::Bool) kind = PrintKind::Bool;
    if (shape.isSigned()) kind = PrintKind::Int;
    if (shape.isUnsigned()) kind = PrintKind::Uint;
    if (shape.isFloat()) kind = PrintKind::Float;
    if (shape.isString()) kind = PrintKind::String;
    if (shape.isInterface()) kind = PrintKind::Interface;
    if (shape.kind == RKind::Slice) kind = PrintKind::Slice;
    e_.emit(Op::Print, reg, 0, 0, static_cast<uint32_t>(kind));
}

void FunctionCompiler::printStmt(const CallExpr& call, bool newline) {
    // All operands are evaluated before anything is written.
    std::vector<Reg> regs;
    const auto shapeFor = [&](const Expr* e) -> const Shape& {
        return isNil(e) ? basic(BasicKind::UnsafePointer) : shapeOf(e);
    };
    for (const Expr* argument : call.arguments) regs.push_back(value(argument, shapeFor(argument)));
    e_.setPos(call.pos);
    for (size_t i = 0; i < regs.size(); i++) {
        if (newline && i > 0) e_.emit(Op::Print, 0, 0, 0, static_cast<uint32_t>(PrintKind::Space));
        printValue(shapeFor(call.arguments[i]), regs[i]);
    }
    if (newline) e_.emit(Op::Print, 0, 0, 0, static_cast<uint32_t>(PrintKind::Newline));
}

}  // namespace sluice
