// for range over everything but functions.
#include "code/function_compiler.h"
#include "types/constant.h"

namespace sluice {

bool FunctionCompiler::wants(const Expr* target) const {
    if (target == nullptr) return false;
    const Ident* ident = asIf<Ident>(unparen(target));
    return ident == nullptr || !ident->name.isBlank();
}

/// Where this round's value for `target` should be put: the variable's own register when it has one.
Reg FunctionCompiler::rangeRegister(const RangeStmt& stmt, const Expr* target, const Shape& from) {
    if (!wants(target)) return kNoReg;
    if (stmt.op == Token::Define) {
        const Var* var = as<Ident>(unparen(target))->object->as<Var>();
        const Storage storage = declare(var);
        if (!storage.isCell) return storage.reg;
    }
    return temp(from);
}

/// After the value is in `value`: cells and assigned targets get it.
void FunctionCompiler::rangeVariable(const RangeStmt& stmt, const Expr* target, const Shape& from,
                                     Reg value) {
    if (!wants(target)) return;
    if (stmt.op != Token::Define) {
        // The operands of both targets are evaluated before the first is assigned.
        const bool isPair = wants(stmt.key) && wants(stmt.value) && !isA<Ident>(unparen(stmt.value));
        if (!isPair) {
            assignValue(target, false, from, value);
        } else if (target == stmt.key) {
            rangeKey_ = {&from, value};
        } else {
            assignPair(stmt.key, *rangeKey_.first, rangeKey_.second, stmt.value, from, value);
        }
        return;
    }
    const Var* var = as<Ident>(unparen(target))->object->as<Var>();
    const Storage storage = variables_[var];
    if (storage.isCell) initialise(var, storage, value);
}

void FunctionCompiler::loopBody(const RangeStmt& stmt, JumpLabel& breakLabel, JumpLabel& continueLabel) {
    pushTarget(&stmt, &breakLabel, &continueLabel);
    loopDepth_++;
    block(stmt.body);
    loopDepth_--;
    targets_.pop_back();
}

template <class Element>
void FunctionCompiler::countingLoop(const RangeStmt& stmt, const Shape& keyShape, Reg limit,
                                    int64_t constantLimit, const Element& element) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    JumpLabel head;
    JumpLabel next;
    JumpLabel done;
    const bool isShort = limit == kNoReg && constantLimit <= INT16_MAX;
    if (limit == kNoReg && !isShort) {
        limit = tempInt();
        loadWord(limit, static_cast<Slot>(constantLimit));
    }
    const Reg index = tempInt();
    e_.loadInt(index, 0);
    if (!isShort) {
        e_.jumpCompare(Op::JLe, limit, index, done);
    } else if (constantLimit <= 0) {
        e_.jump(done);
    }
    e_.bind(head);
    enterScope();
    {
        const TempScope temps(e_);
        // The counter itself is the variable when the body cannot change it.
        const Ident* ident = wants(stmt.key) ? asIf<Ident>(unparen(stmt.key)) : nullptr;
        const Var* var = stmt.op == Token::Define && ident != nullptr ? ident->object->as<Var>() : nullptr;
        if (var != nullptr && !job_.analysis->facts(var).assigned && !needsCell(var, keyShape)) {
            declare(var, index);
        } else if (wants(stmt.key)) {
            const Reg key = rangeRegister(stmt, stmt.key, keyShape);
            e_.move(key, index, 1);
            rangeVariable(stmt, stmt.key, keyShape, key);
        }
        element(index);
        pendingLabel_ = label;
        loopBody(stmt, done, next);
    }
    leaveScope();
    e_.bind(next);
    e_.beginStatement(stmt.pos);
    e_.emit(Op::AddI, index, index, 1);
    if (isShort) {
        e_.jumpCompare(Op::JLtI, index, static_cast<uint32_t>(constantLimit), head);
    } else {
        e_.jumpCompare(Op::JLt, index, limit, head);
    }
    e_.bind(done);
}

void FunctionCompiler::rangeStmt(const RangeStmt& stmt) {
    enterScope();
    e_.beginStatement(stmt.pos);
    const TempScope temps(e_);
    const Shape& shape = shapeOf(stmt.operand);
    switch (shape.kind) {
        case RKind::Slice: rangeSlice(stmt, shape); break;
        case RKind::Array:
        case RKind::Pointer: rangeArray(stmt, shape); break;
        case RKind::String: rangeString(stmt); break;
        case RKind::Map: rangeMap(stmt, shape); break;
        case RKind::Chan: rangeChan(stmt, shape); break;
        case RKind::Func: rangeFunc(stmt); break;
        default: rangeInt(stmt); break;
    }
    pendingLabel_ = Name{};
    leaveScope();
}

void FunctionCompiler::rangeInt(const RangeStmt& stmt) {
    int64_t constant = 0;
    // An untyped constant operand has the type of the variable.
    const Shape* shape = &shapeOf(stmt.operand);
    if (wants(stmt.key) && stmt.key->type != nullptr) shape = &shapeOf(stmt.key);
    if (const Ident* ident = wants(stmt.key) ? asIf<Ident>(unparen(stmt.key)) : nullptr;
        ident != nullptr && ident->object != nullptr && ident->object->type != nullptr) {
        shape = &shapeOf(ident->object->type);
    }
    const auto nothing = [](Reg) {};
    if (intConstant(stmt.operand, constant)) {
        countingLoop(stmt, *shape, kNoReg, constant, nothing);
        return;
    }
    Reg limit = expr(stmt.operand);
    const Var* var = rootVariable(stmt.operand);
    if (var != nullptr && job_.analysis->facts(var).assigned) {
        const Reg copy = tempInt();
        e_.move(copy, limit, 1);
        limit = copy;
    }
    countingLoop(stmt, *shape, limit, 0, nothing);
}

void FunctionCompiler::rangeSlice(const RangeStmt& stmt, const Shape& shape) {
    const Shape& element = elementOf(shape);
    Reg slice = expr(stmt.operand);
    const Var* var = rootVariable(stmt.operand);
    if (var != nullptr && job_.analysis->facts(var).assigned) {
        const Reg copy = temp(shape);
        e_.move(copy, slice, 3);
        slice = copy;
    }
    countingLoop(stmt, basic(BasicKind::Int), slice + 1, 0, [&](Reg index) {
        if (!wants(stmt.value)) return;
        Place from;
        from.kind = Place::Kind::SliceElement;
        from.shape = &element;
        from.container = &shape;
        from.reg = slice;
        from.index = index;
        const Reg value = rangeRegister(stmt, stmt.value, element);
        load(from, value);
        rangeVariable(stmt, stmt.value, element, value);
    });
}

void FunctionCompiler::rangeArray(const RangeStmt& stmt, const Shape& shape) {
    const bool isPointer = shape.kind == RKind::Pointer;
    const Shape& array = isPointer ? elementOf(shape) : shape;
    const Shape& element = elementOf(array);
    const int64_t length = array.underlying->as<Array>()->len;
    Place memory;
    if (wants(stmt.value)) {
        if (isPointer) {
            const Reg pointer = e_.temporary("p");
            exprTo(stmt.operand, pointer);
            memory = memoryPlace(array, pointer, true);
        } else {
            // The range expression is evaluated once: a copy, unless nobody can change the variable.
            const Place at = place(stmt.operand);
            const Var* var = rootVariable(stmt.operand);
            const bool constant = var != nullptr && !var->isGlobal && !var->addressTaken &&
                                  !job_.analysis->facts(var).assigned && at.kind == Place::Kind::Memory;
            if (constant || (array.big && var == nullptr && at.kind == Place::Kind::Memory && !at.mayBeNil &&
                             at.offset == 0 && unparen(stmt.operand)->kind == NodeKind::CallExpr)) {
                memory = at;
            } else {
                const Reg box = e_.temporary("p");
                if (array.big) {
                    load(at, box);
                } else {
                    e_.emit(Op::Box, box, loadAny(at), 0, array.slots);
                    e_.ext(array.id, 0, 0);
                }
                memory = memoryPlace(array, box, false);
            }
        }
    } else if (usesWindow(stmt.operand)) {
        place(stmt.operand);
    }
    countingLoop(stmt, basic(BasicKind::Int), kNoReg, length, [&](Reg index) {
        if (!wants(stmt.value)) return;
        Place from = memory;
        from.kind = Place::Kind::ArrayElement;
        from.container = &array;
        from.shape = &element;
        from.index = index;
        const Reg value = rangeRegister(stmt, stmt.value, element);
        load(from, value);
        rangeVariable(stmt, stmt.value, element, value);
    });
}

void FunctionCompiler::rangeString(const RangeStmt& stmt) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    const Shape& runeShape = basic(BasicKind::Int32);
    const Shape& intShape = basic(BasicKind::Int);
    const Reg text = temp(basic(BasicKind::String));
    valueTo(stmt.operand, basic(BasicKind::String), text);
    const Reg index = tempInt();
    const Reg step = e_.temporary("ss");  // rune, index of the next one
    JumpLabel head;
    JumpLabel next;
    JumpLabel done;
    e_.loadInt(index, 0);
    e_.jumpCompare(Op::JLe, text + 1, index, done);
    e_.bind(head);
    e_.emit(Op::StrNext, step, text, index);
    enterScope();
    {
        const TempScope temps(e_);
        if (const Reg key = rangeRegister(stmt, stmt.key, intShape); key != kNoReg) {
            e_.move(key, index, 1);
            rangeVariable(stmt, stmt.key, intShape, key);
        }
        if (const Reg value = rangeRegister(stmt, stmt.value, runeShape); value != kNoReg) {
            e_.move(value, step, 1);
            rangeVariable(stmt, stmt.value, runeShape, value);
        }
        pendingLabel_ = label;
        loopBody(stmt, done, next);
    }
    leaveScope();
    e_.bind(next);
    e_.beginStatement(stmt.pos);
    e_.move(index, step + 1, 1);
    e_.jumpCompare(Op::JLt, index, text + 1, head);
    e_.bind(done);
}

void FunctionCompiler::rangeMap(const RangeStmt& stmt, const Shape& shape) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    const Shape& key = keyOf(shape);
    const Shape& element = elementOf(shape);
    const Reg iterator = e_.temporary("p");
    e_.emit(Op::MapIter, iterator, expr(stmt.operand, true), shape.id);
    JumpLabel head;
    JumpLabel done;
    e_.bind(head);
    enterScope();
    {
        const TempScope temps(e_);
        const Reg keyReg = rangeRegister(stmt, stmt.key, key);
        const Reg valueReg = rangeRegister(stmt, stmt.value, element);
        const uint32_t flags = (keyReg != kNoReg ? 1u : 0u) | (valueReg != kNoReg ? 2u : 0u);
        e_.emit(Op::MapNext, iterator, keyReg != kNoReg ? keyReg : iterator,
                valueReg != kNoReg ? valueReg : iterator, flags);
        e_.extJump(done);
        rangeVariable(stmt, stmt.key, key, keyReg);
        rangeVariable(stmt, stmt.value, element, valueReg);
        JumpLabel next;
        pendingLabel_ = label;
        loopBody(stmt, done, next);
        e_.bind(next);
    }
    leaveScope();
    e_.beginStatement(stmt.pos);
    e_.jump(head);
    e_.bind(done);
}

void FunctionCompiler::rangeChan(const RangeStmt& stmt, const Shape& shape) {
    const Name label = pendingLabel_;
    pendingLabel_ = Name{};
    const Shape& element = elementOf(shape);
    const Reg channel = e_.temporary("p");
    exprTo(stmt.operand, channel);
    const Reg ok = tempInt();
    JumpLabel head;
    JumpLabel next;
    JumpLabel done;
    e_.bind(head);
    e_.beginStatement(stmt.pos);
    enterScope();
    {
        const TempScope temps(e_);
        Reg value = rangeRegister(stmt, stmt.key, element);
        if (value == kNoReg) value = temp(element);
        e_.emit(Op::Recv2, value, channel, ok, element.slots);
        e_.jumpIf(false, ok, done);
        rangeVariable(stmt, stmt.key, element, value);
        pendingLabel_ = label;
        loopBody(stmt, done, next);
    }
    leaveScope();
    e_.bind(next);
    e_.jump(head);
    e_.bind(done);
}

}  // namespace sluice
