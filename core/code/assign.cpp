// Declarations and assignments.
#include <algorithm>

#include "code/function_compiler.h"
#include "types/constant.h"
#include "types/type_query.h"

namespace sluice {
namespace {

/// A readable name for what is assigned: gives channels, goroutines … their names.
std::string targetName(const Expr* target) {
    target = unparen(target);
    if (const Ident* ident = asIf<Ident>(target))
        return ident->name.isBlank() ? "" : std::string(ident->name.text());
    if (const SelectorExpr* selector = asIf<SelectorExpr>(target)) {
        const std::string operand = targetName(selector->operand);
        const std::string field(selector->selector->name.text());
        return operand.empty() ? field : operand + "." + field;
    }
    if (const IndexExpr* index = asIf<IndexExpr>(target)) return targetName(index->operand);
    if (const StarExpr* star = asIf<StarExpr>(target)) return targetName(star->operand);
    return "";
}

bool overlap(Reg a, uint32_t aSlots, Reg b, uint32_t bSlots) { return a < b + bSlots && b < a + aSlots; }

}  // namespace

bool FunctionCompiler::isDefinition(const AssignStmt& stmt, const Expr* target, const Var*& var) const {
    if (stmt.op != Token::Define) return false;
    const Ident* ident = asIf<Ident>(unparen(target));
    if (ident == nullptr || ident->object == nullptr || ident->object->kind != ObjectKind::Var) return false;
    var = static_cast<const Var*>(ident->object);
    return ident->object->pos == ident->pos;
}

void FunctionCompiler::declStmt(const DeclStmt& stmt) {
    const GenDecl* group = asIf<GenDecl>(stmt.decl);
    if (group == nullptr) return;
    for (const Decl* spec : group->specs) {
        if (const VarSpec* var = asIf<VarSpec>(spec)) varSpec(*var);
    }
}

void FunctionCompiler::varSpec(const VarSpec& spec) {
    e_.beginStatement(spec.pos);
    const TempScope temps(e_);
    if (spec.values.empty()) {
        for (const Ident* name : spec.names) {
            if (name->object != nullptr && !name->name.isBlank()) declareZero(name->object->as<Var>());
        }
        return;
    }
    if (spec.values.size() == spec.names.size()) {
        for (size_t i = 0; i < spec.names.size(); i++) defineOne(*spec.names[i], spec.values[i]);
        return;
    }
    std::vector<Reg> regs;
    std::vector<const Shape*> shapes;
    tupleValues(spec.values[0], spec.names.size(), regs, shapes);
    for (size_t i = 0; i < spec.names.size(); i++) assignValue(spec.names[i], true, *shapes[i], regs[i]);
}

/// `name := value` and `var name = value`.
void FunctionCompiler::defineOne(const Ident& ident, const Expr* e) {
    const TempScope temps(e_);
    const std::string savedName = siteName_;
    siteName_ = targetName(&ident);
    nameCall(e);
    if (ident.name.isBlank() || ident.object == nullptr) {
        if (!isNil(e)) value(e, shapeOf(e));
        siteName_ = savedName;
        return;
    }
    const Var* var = ident.object->as<Var>();
    const Shape& shape = shapeOf(var->type);
    const Storage storage = declare(var);
    const CompositeLit* lit = asIf<CompositeLit>(unparen(e));
    if (!storage.isCell) {
        valueTo(e, shape, storage.reg);
    } else if (lit != nullptr && (shape.kind == RKind::Struct || shape.kind == RKind::Array)) {
        // The old cell of a variable in a loop stays reachable by others, so the literal goes into the new
        // one. The variable itself is not in scope in its literal.
        newCell(var, storage);
        compositeInto(*lit, shape, memoryPlace(shape, storage.reg, false));
    } else {
        const Reg from = shape.big && !isNil(e) ? valueMemory(e) : value(e, shape, true);
        Reg kept = from;
        if (from >= kWindow) {
            kept = temp(shape);
            e_.move(kept, from, shape.slots);
        }
        newCell(var, storage);
        store(memoryPlace(shape, storage.reg, false), kept);
    }
    if (storage.local >= 0) e_.locals()[static_cast<size_t>(storage.local)].firstPc = e_.pc();
    siteName_ = savedName;
    watch(&ident);
}

void FunctionCompiler::storeExpr(const Place& target, const Expr* e) {
    if (target.shape->big && !isNil(e)) {
        store(target, valueMemory(e));
    } else {
        store(target, value(e, *target.shape, true));
    }
}

void FunctionCompiler::assignOne(const Expr* target, const Expr* e) {
    const TempScope temps(e_);
    target = unparen(target);
    const std::string savedName = siteName_;
    siteName_ = targetName(target);
    nameCall(e);
    const Place at = place(target);
    if (at.kind == Place::Kind::Blank) {
        if (!isNil(e)) value(e, shapeOf(e));
    } else if (at.kind == Place::Kind::Register) {
        const Var* var = rootVariable(target);
        const bool mustBeWhole =
            var != nullptr && var->isResult && job_.node != nullptr && job_.node->hasDefer;
        const bool inPlace = writesOnce(e) || (!mustBeWhole && (var == nullptr || !mentions(e, var)));
        if (inPlace) {
            valueTo(e, *at.shape, at.reg);
        } else {
            const Reg whole = temp(*at.shape);
            valueTo(e, *at.shape, whole);
            e_.move(at.reg, whole, at.shape->slots);
        }
    } else {
        storeExpr(at, e);
    }
    siteName_ = savedName;
    watch(target);
}

void FunctionCompiler::assignStmt(const AssignStmt& stmt) {
    e_.beginStatement(stmt.pos);
    const HoistScope hoists(*this);
    if (stmt.left.size() != stmt.right.size()) {
        // See assignMulti.
    } else if (stmt.op != Token::Define && !isA<Ident>(unparen(stmt.left[0]))) {
        orderCalls(stmt.left, stmt.right);
    } else if (stmt.right.size() > 1 || isAssignOperator(stmt.op)) {
        orderCalls(stmt.right, {});
    }
    if (isAssignOperator(stmt.op)) {
        assignOp(stmt.left[0], assignOperator(stmt.op), stmt.right[0], 0);
        return;
    }
    const TempScope temps(e_);
    if (stmt.left.size() != stmt.right.size()) {
        assignMulti(stmt.left, stmt.op == Token::Define, stmt.right[0]);
    } else if (stmt.left.size() == 1) {
        const Var* var = nullptr;
        if (isDefinition(stmt, stmt.left[0], var)) {
            defineOne(*as<Ident>(unparen(stmt.left[0])), stmt.right[0]);
        } else {
            assignOne(stmt.left[0], stmt.right[0]);
        }
    } else {
        assignTuple(stmt);
    }
}

bool FunctionCompiler::clobbered(const std::vector<Place>& targets, size_t end, Reg reg,
                                 uint32_t slots) const {
    for (size_t k = 0; k < end; k++) {
        const Place& target = targets[k];
        if (target.kind == Place::Kind::Register && overlap(target.reg, target.shape->slots, reg, slots))
            return true;
    }
    return false;
}

void FunctionCompiler::protectTargets(std::vector<Place>& targets) {
    for (Place& target : targets) {
        if (target.kind == Place::Kind::Blank || target.kind == Place::Kind::Register) continue;
        if (target.reg != kNoReg && clobbered(targets, targets.size(), target.reg, 3)) {
            const bool isSlice = target.kind == Place::Kind::SliceElement;
            const Reg copy = e_.temporary(isSlice ? "pss" : "p");
            e_.move(copy, target.reg, isSlice ? 3 : 1);
            target.reg = copy;
        }
        if (target.index == kNoReg) continue;
        const Shape& index =
            target.kind == Place::Kind::MapElement ? keyOf(*target.container) : basic(BasicKind::Int);
        if (clobbered(targets, targets.size(), target.index, index.slots)) {
            const Reg copy = temp(index);
            e_.move(copy, target.index, index.slots);
            target.index = copy;
        }
    }
}

/// a, b = x, y: all operands first, then the stores from left to right.
void FunctionCompiler::assignTuple(const AssignStmt& stmt) {
    const size_t count = stmt.left.size();
    std::vector<Place> targets(count);
    std::vector<const Var*> defined(count, nullptr);
    for (size_t i = 0; i < count; i++) {
        const Var* var = nullptr;
        if (isDefinition(stmt, stmt.left[i], var)) {
            defined[i] = var;
        } else {
            targets[i] = place(stmt.left[i]);
        }
    }
    protectTargets(targets);
    std::vector<Reg> values(count);
    std::vector<const Shape*> shapes(count);
    for (size_t i = 0; i < count; i++) {
        const Expr* e = stmt.right[i];
        siteName_ = targetName(stmt.left[i]);
        nameCall(e);
        shapes[i] = targets[i].shape;
        if (defined[i] != nullptr) shapes[i] = &shapeOf(defined[i]->type);
        if (shapes[i] == nullptr) shapes[i] = isNil(e) ? &basic(BasicKind::UnsafePointer) : &shapeOf(e);
        values[i] = value(e, *shapes[i]);
        if (clobbered(targets, i, values[i], shapes[i]->slots)) {
            const Reg copy = temp(*shapes[i]);
            e_.move(copy, values[i], shapes[i]->slots);
            values[i] = copy;
        }
    }
    siteName_.clear();
    for (size_t i = 0; i < count; i++) {
        if (defined[i] != nullptr) {
            initialise(defined[i], declare(defined[i]), values[i]);
        } else {
            store(targets[i], values[i]);
        }
        watch(stmt.left[i]);
    }
}

void FunctionCompiler::tupleValues(const Expr* e, size_t count, std::vector<Reg>& regs,
                                   std::vector<const Shape*>& shapes, const std::vector<Storage>* wanted) {
    e = unparen(e);
    if (isA<CallExpr>(e)) {
        multiValue(e, regs, shapes, wanted);
        SLUICE_ASSERT(regs.size() == count);
        return;
    }
    const Shape* shape = nullptr;
    if (const IndexExpr* index = asIf<IndexExpr>(e)) {
        shape = &elementOf(shapeOf(index->operand));
    } else if (const TypeAssertExpr* assertion = asIf<TypeAssertExpr>(e)) {
        shape = &shapeOf(assertion->assertedType);
    } else {
        shape = &elementOf(shapeOf(as<UnaryExpr>(e)->operand));
    }
    const Reg value = wantedRegister(wanted, 0, *shape);
    const Reg ok = wantedRegister(wanted, 1, basic(BasicKind::Bool));
    if (const IndexExpr* index = asIf<IndexExpr>(e)) {
        const Place at = indexPlace(*index);
        e_.emit(Op::MapGet2, value, at.reg, at.index);
        e_.ext(at.container->id, ok, 0);
    } else if (const TypeAssertExpr* assertion = asIf<TypeAssertExpr>(e)) {
        assertTo(*assertion, value, ok);
    } else {
        receiveTo(*as<UnaryExpr>(e), value, ok);
    }
    regs = {value, ok};
    shapes = {shape, &basic(BasicKind::Bool)};
}

void FunctionCompiler::assignValue(const Expr* target, bool isDefine, const Shape& from, Reg reg) {
    target = unparen(target);
    const Ident* ident = asIf<Ident>(target);
    if (ident != nullptr && ident->name.isBlank()) return;
    const bool isNew =
        isDefine && ident != nullptr && ident->object != nullptr && ident->object->pos == ident->pos;
    const auto converted = [&](const Shape& to) {
        if (!to.isInterface() || from.isInterface()) return reg;
        const Reg iface = temp(to);
        makeInterface(from, reg, iface);
        return iface;
    };
    if (isNew) {
        const Var* var = ident->object->as<Var>();
        const Reg value = converted(shapeOf(var->type));
        initialise(var, declare(var), value);
    } else {
        const Place at = place(target);
        store(at, converted(*at.shape));
    }
    watch(target);
}

void FunctionCompiler::assignMulti(const List<Expr*>& left, bool isDefine, const Expr* right) {
    // Calls in the targets come first, then the values, then the other operands of the targets.
    for (const Expr* target : left) hoist(target);
    std::vector<Reg> regs;
    std::vector<const Shape*> shapes;
    siteName_ = targetName(left[contextAmong(right)]);
    nameCall(right);
    siteName_ = targetName(left[0]);
    std::vector<Place> places(left.size());
    std::vector<const Var*> isNew(left.size());
    std::vector<Storage> storages(left.size());
    for (size_t i = 0; i < left.size(); i++) {
        const Ident* ident = asIf<Ident>(unparen(left[i]));
        if (!isDefine || ident == nullptr || ident->object == nullptr) continue;
        if (ident->object->pos != ident->pos) continue;
        isNew[i] = ident->object->as<Var>();
        storages[i] = declare(isNew[i]);
    }
    tupleValues(right, left.size(), regs, shapes, &storages);
    siteName_.clear();
    for (size_t i = 0; i < left.size(); i++) {
        if (isNew[i] == nullptr) places[i] = place(left[i]);
    }
    protectTargets(places);
    for (size_t i = 0; i < left.size(); i++) {
        if (isNew[i] != nullptr) {
            initialise(isNew[i], storages[i], regs[i]);
            watch(left[i]);
            continue;
        }
        if (places[i].kind == Place::Kind::Blank) continue;
        Reg from = regs[i];
        if (places[i].shape->isInterface() && !shapes[i]->isInterface()) {
            from = temp(*places[i].shape);
            makeInterface(*shapes[i], regs[i], from);
        }
        store(places[i], from);
        watch(left[i]);
    }
}

/// first, second = values in registers.
void FunctionCompiler::assignPair(const Expr* first, const Shape& firstShape, Reg firstValue,
                                  const Expr* second, const Shape& secondShape, Reg secondValue) {
    const TempScope temps(e_);
    const Expr* targets[] = {first, second};
    const Shape* shapes[] = {&firstShape, &secondShape};
    const Reg values[] = {firstValue, secondValue};
    std::vector<Place> places{place(first), place(second)};
    protectTargets(places);
    for (size_t i = 0; i < places.size(); i++) {
        Reg from = values[i];
        if (places[i].shape->isInterface() && !shapes[i]->isInterface()) {
            from = temp(*places[i].shape);
            makeInterface(*shapes[i], values[i], from);
        }
        store(places[i], from);
        watch(targets[i]);
    }
}

/// target op= value, or target op= immediate when value is null.
void FunctionCompiler::assignOp(const Expr* target, Token op, const Expr* e, int64_t immediate) {
    const TempScope temps(e_);
    const Place at = place(target);
    const Shape& shape = *at.shape;
    const bool isShift = op == Token::Shl || op == Token::Shr;
    const bool inRegister = at.kind == Place::Kind::Register;
    int64_t constant = immediate;
    const bool isConstant = e == nullptr || (!isShift && shape.isInteger() && smallConstant(e, constant));
    Reg right = kNoReg;
    if (!isConstant && !isShift) right = value(e, shape, inRegister);
    const Reg current = loadAny(at);
    const Reg result = inRegister ? current : temp(shape);
    if (isShift) {
        shiftTo(op, shape, result, current, e);
    } else if (!isConstant) {
        arithmetic(op, shape, result, current, right);
    } else if (shape.isFloat()) {
        right = tempInt();
        loadWord(right, slotFromDouble(static_cast<double>(immediate)));
        arithmetic(op, shape, result, current, right);
    } else if (!arithmeticImmediate(op, shape, result, current, constant)) {
        right = tempInt();
        e_.loadInt(right, constant);
        arithmetic(op, shape, result, current, right);
    }
    if (!inRegister) store(at, result);
    watch(target);
}

void FunctionCompiler::incDec(const IncDecStmt& stmt) {
    e_.beginStatement(stmt.pos);
    assignOp(stmt.operand, stmt.op == Token::Inc ? Token::Add : Token::Sub, nullptr, 1);
}

/// Tells about a change of a watched variable or field.
void FunctionCompiler::watch(const Expr* target) {
    target = unparen(target);
    const Var* var = nullptr;
    if (const Ident* ident = asIf<Ident>(target)) {
        if (ident->object != nullptr && ident->object->kind == ObjectKind::Var)
            var = static_cast<const Var*>(ident->object);
    } else if (const SelectorExpr* selector = asIf<SelectorExpr>(target)) {
        const Object* object =
            selector->selection != nullptr ? selector->selection->obj : selector->selector->object;
        if (object != nullptr && object->kind == ObjectKind::Var) var = static_cast<const Var*>(object);
    }
    if (var != nullptr && unit_.watchFor(var->origin) >= 0) watchPlace(var, place(target));
}

/// Tells the value of a variable or field, when it is watched.
void FunctionCompiler::watchPlace(const Var* var, const Place& at) {
    const int number = unit_.watchFor(var->origin);
    if (number < 0) return;
    const TempScope temps(e_);
    e_.emit(Op::Watch, loadAny(at), static_cast<uint32_t>(number), 0);
}

/// Tells the values of a new struct's watched fields.
void FunctionCompiler::watchFields(const Shape& shape, const Place& at) {
    const Struct* type = shape.underlying->as<Struct>();
    for (size_t f = 0; f < type->fields.size(); f++) {
        if (unit_.watchFor(type->fields[f]->origin) >= 0)
            watchPlace(type->fields[f], fieldPlace(at, static_cast<int>(f)));
    }
}

}  // namespace sluice
