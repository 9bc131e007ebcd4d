#pragma once
// Compiles one function body. The methods are spread over files by topic: place, expr, operators, conditions,
// constants, call, builtins, closure, convert, composite, assign, statements, control, switch, range,
// range_func, select, wrappers.
//
// Conventions:
// - "Reg expr(e)" gives a register run that holds the value: a variable's own registers when it has some, so
// the result must
//   be used before the variable can change. "exprTo(e, dst)" puts the value into dst.
// - A big value in a register is a pointer to memory nobody changes while it is used.
// - Temporaries live until the end of the TempScope they are made in.

#include <map>
#include <string>
#include <vector>

#include "code/emitter.h"
#include "code/unit.h"
#include "syntax/ast.h"

namespace sluice {

class ConstValue;

/// Where a value is, or where an assignment goes.
struct Place {
    enum class Kind : uint8_t { Blank, Register, Memory, Global, SliceElement, ArrayElement, MapElement };
    Kind kind = Kind::Blank;
    const Shape* shape = nullptr;  ///< Of the value here.
    Reg reg = kNoReg;              ///< First register; pointer; slice; map.
    uint64_t offset = 0;  ///< Memory, Global: bytes. ArrayElement: bytes from the pointer to the array.
    Reg index = kNoReg;   ///< Slice and array: index. Map: first register of the key.
    const Shape* container = nullptr;  ///< Slice, array or map type.
    bool mayBeNil = false;             ///< Memory: the pointer comes from the program.
    bool isUnsignedIndex = false;      ///< Slice and array: the index is an unsigned number of 64 bits.
};

/// What the operators of package-level helper functions need to know about a call before it is emitted.
struct CallPlan {
    enum class Kind : uint8_t { Function, Native, Closure, Interface };
    Kind kind = Kind::Function;
    uint32_t target = 0;  ///< Function or native number, method number.
    Reg callee = kNoReg;  ///< Closure or interface.
    std::vector<const Shape*> results;
    std::vector<const Shape*> params;  ///< Without receiver.
    const Shape* receiver = nullptr;   ///< Its parameter shape for static methods.
    bool variadic = false;
    uint32_t resultSlots = 0;
    uint32_t paramSlots = 0;  ///< With receiver.
};

class FunctionCompiler {
public:
    FunctionCompiler(Unit& unit, const Job& job, bool longJumps);

    /// Emits the whole function and fills program.functions[job.index].
    Emitter::Outcome compile();

private:
    // ---- support (function_compiler.cpp)
    /// Calls evaluated ahead inside are forgotten at the end.
    struct HoistScope {
        explicit HoistScope(FunctionCompiler& compiler)
            : compiler_(compiler), size_(compiler.hoisted_.size()) {}
        ~HoistScope() { compiler_.hoisted_.resize(size_); }
        HoistScope(const HoistScope&) = delete;
        HoistScope& operator=(const HoistScope&) = delete;

    private:
        FunctionCompiler& compiler_;
        size_t size_;
    };
    struct TempScope {
        explicit TempScope(Emitter& emitter) : emitter_(emitter), mark_(emitter.temporaryMark()) {}
        ~TempScope() { emitter_.releaseTemporaries(mark_); }
        TempScope(const TempScope&) = delete;
        TempScope& operator=(const TempScope&) = delete;

    private:
        Emitter& emitter_;
        uint32_t mark_;
    };
    struct Storage {
        bool isCell = false;
        Reg reg = kNoReg;
        const Shape* shape = nullptr;
        int local = -1;      ///< Index in the emitter's locals.
        bool owned = false;  ///< Registers to give back at the end of the scope.
    };
    struct SavedScope {
        std::vector<const Var*> declared;
    };
    /// A statement that break or continue can leave.
    struct Target {
        const Node* stmt = nullptr;
        JumpLabel* breakLabel = nullptr;
        JumpLabel* continueLabel = nullptr;
        Name label;
    };

    Type* concrete(const Type* type);
    const Shape& shapeOf(const Type* type);
    const Shape& shapeOf(const Expr* e);
    const Shape& basic(BasicKind kind) { return unit_.shape(kind); }
    const Shape& elementOf(const Shape& container);
    const Shape& keyOf(const Shape& map);
    Type* coreOf(const Expr* e);
    Reg temp(const Shape& shape) { return e_.temporary(shape.kinds); }
    Reg tempInt() { return e_.temporary("s"); }
    bool needsCell(const Var* var, const Shape& shape) const;
    Storage& declare(const Var* var, Reg fixed = kNoReg);
    void declareZero(const Var* var);
    void initialise(const Var* var, const Storage& storage, Reg value);
    void enterScope() { scopes_.emplace_back(); }
    void leaveScope();
    void newCell(const Var* var, const Storage& storage);
    uint32_t siteFor(Pos pos, const Shape& shape);
    /// Remembers siteName_ for the library call that `e` is, if it is one: what the library makes for the
    /// program (a context, a ticker, a semaphore) is called after the program's variable.
    void nameCall(const Expr* e);
    /// Which result of a library call names what it makes: its context, else the first.
    static size_t contextAmong(const Expr* e);
    void error(Pos pos, std::string message) { unit_.error(pos, std::move(message)); }

    // ---- whole functions (function_compiler.cpp, wrappers.cpp)
    void compileBody(const BlockStmt* body);
    void setUpParameters();
    void loadCaptures();
    void emitEpilogue();
    void emitReturn();
    void compileClosureBody();
    void compileNativeWrapper();
    void compileReceiverWrapper();
    void compileBoundMethod();
    void compileMethodExpr();
    void compileBuiltinFunction();
    void compileInitializer();
    void compileEntry();
    void forwardCall(CallPlan& plan, Reg receiver, const std::vector<Reg>& args);
    void walkToMethod(Place& place, const std::vector<int>& path, Func* method, CallPlan& plan,
                      Reg& receiver);

    // ---- places (place.cpp)
    Place place(const Expr* e);
    Place identPlace(const Ident& ident);
    Place selectorPlace(const SelectorExpr& e);
    Place indexPlace(const IndexExpr& e);
    Place variablePlace(const Var* var);
    Place registerPlace(const Shape& shape, Reg reg);
    Place memoryPlace(const Shape& shape, Reg pointer, bool mayBeNil);
    Place fieldPlace(Place base, int index);
    Place walkFields(Place base, const std::vector<int>& path, size_t count);
    Place arrayElement(Place array, const Expr* index);
    Place asMemory(Place place);
    void foldOffset(Place& place);
    void load(const Place& place, Reg dst);
    Reg loadAny(const Place& place);
    void store(const Place& place, Reg value);
    void storeExpr(const Place& place, const Expr* value);
    Reg address(Place place);
    /// A pointer to memory that holds the (big or other) value, valid until something is stored there.
    Reg valueMemory(const Expr* e);

    // ---- expressions (expr.cpp)
    Reg expr(const Expr* e, bool transient = false);
    void exprTo(const Expr* e, Reg dst);
    /// With implicit conversion to `target` (interfaces, nil).
    Reg value(const Expr* e, const Shape& target, bool transient = false);
    void valueTo(const Expr* e, const Shape& target, Reg dst);
    void exprStmt(const Expr* e);
    void unaryTo(const UnaryExpr& e, Reg dst);
    void receiveTo(const UnaryExpr& e, Reg dst, Reg ok);
    void addressTo(const UnaryExpr& e, Reg dst);
    void sliceExprTo(const SliceExpr& e, Reg dst);
    void functionValueTo(Func* func, const std::vector<Type*>& targs, Reg dst);
    void selectorTo(const SelectorExpr& e, Reg dst);
    void indexTo(const IndexExpr& e, Reg dst);
    void starTo(const StarExpr& e, Reg dst);
    std::vector<Type*> typeArguments(const Expr* e);
    // ---- order of evaluation (order.cpp)
    bool usesWindow(const Expr* e) const;
    bool isHoisted(const Expr* e) const;
    static bool isTuple(const Expr* e);
    /// Copies what `targets` use of registers that an assignment to another of them changes.
    void protectTargets(std::vector<Place>& targets);
    bool clobbered(const std::vector<Place>& targets, size_t end, Reg reg, uint32_t slots) const;
    /// The call with its one argument, a call with several results, replaced by variables that hold these.
    const CallExpr& spread(const CallExpr& call);
    bool comesFirst(const Expr* e);
    bool readsMemory(const Expr* e);
    void scanOrder(const Expr* e, bool& readSeen, bool& mustHoist);
    void hoist(const Expr* e);
    void orderCalls(std::initializer_list<const Expr*> list);
    void orderCalls(const List<Expr*>& first, const List<Expr*>& second);
    bool writesOnce(const Expr* e);
    bool mentions(const Expr* e, const Var* var) const;
    bool isNil(const Expr* e) const { return unparen(e)->mode == ExprMode::Nil; }

    // ---- operators, conditions, constants (operators.cpp, conditions.cpp, constants.cpp)
    void binaryTo(const BinaryExpr& e, Reg dst);
    void arithmetic(Token op, const Shape& shape, Reg dst, Reg left, Reg right);
    bool arithmeticImmediate(Token op, const Shape& shape, Reg dst, Reg left, int64_t value);
    void shiftTo(Token op, const Shape& shape, Reg dst, Reg left, const Expr* count);
    void concatTo(const BinaryExpr& e, Reg dst);
    void normalise(const Shape& shape, Reg reg);
    void condition(const Expr* e, JumpLabel& target, bool when);
    void conditionTo(const Expr* e, Reg dst);
    void compareTo(const BinaryExpr& e, Reg dst);
    bool compareNil(const BinaryExpr& e, JumpLabel& target, bool when);
    bool compareJump(const BinaryExpr& e, JumpLabel& target, bool when);
    void compareRegs(Token op, const Shape& shape, Reg left, Reg right, Reg dst);
    void jumpEqual(const Shape& shape, Reg left, Reg right, JumpLabel& target, bool when);
    const Shape& comparisonShape(const Expr* left, const Expr* right);
    void constantTo(const ConstValue* constant, const Shape& shape, Reg dst);
    void loadWord(Reg dst, Slot value);
    Reg loopConstant(const ConstValue* constant, const Shape& shape);
    bool smallConstant(const Expr* e, int64_t& value);
    bool intConstant(const Expr* e, int64_t& value);
    void zeroTo(const Shape& shape, Reg dst);

    // ---- conversions (convert.cpp)
    void conversionTo(const CallExpr& call, Reg dst);
    void convertTo(const Shape& from, const Shape& to, const Expr* operand, Reg dst);
    void makeInterface(const Shape& from, Reg value, Reg dst);
    void makeInterfaceFrom(const Expr* e, Reg dst);
    static bool numericFits(const Shape& from, const Shape& to);
    Reg withoutCode(const CallExpr& call, bool transient);
    void numericTo(const Shape& from, const Shape& to, Reg value, Reg dst);
    void assertTo(const TypeAssertExpr& e, Reg dst, Reg ok);
    void unpackInterface(const Shape& to, Reg iface, Reg dst);

    // ---- composite literals (composite.cpp)
    void compositeTo(const CompositeLit& lit, const Shape& shape, Reg dst);
    void compositeInto(const CompositeLit& lit, const Shape& shape, const Place& target);
    void elementInto(const Expr* element, const Shape& shape, const Place& target);
    void structInto(const CompositeLit& lit, const Shape& shape, const Place& target);
    void arrayInto(const CompositeLit& lit, const Shape& shape, const Place& target);
    void sliceLiteralTo(const CompositeLit& lit, const Shape& shape, Reg dst);
    void mapLiteralTo(const CompositeLit& lit, const Shape& shape, Reg dst);
    Place elementPlace(const Place& array, const Shape& element, uint64_t index);

    // ---- calls (call.cpp, builtins.cpp, closure.cpp)
    enum class CallMode : uint8_t { Call, Go, Defer };
    void callTo(const CallExpr& call, Reg dst);
    Reg callAny(const CallExpr& call, bool transient);
    /// Emits the call; results are in the window from resultsInWindow() on.
    void emitCall(const CallExpr& call, CallMode mode, CallPlan& plan);
    void planStatic(CallPlan& plan, Func* func, const std::vector<Type*>& targs);
    void planSignature(CallPlan& plan, const Signature& sig, const TypeEnv* env);
    bool planMethod(CallPlan& plan, const SelectorExpr& selector, Reg& receiver);
    void planCallee(CallPlan& plan, const CallExpr& call, Reg& receiver);
    void passArguments(const CallExpr& call, const CallPlan& plan, Reg receiver);
    void passTuple(const CallExpr& inner, const CallPlan& plan, Reg receiver);
    Reg variadicSlice(const CallExpr& call, const CallPlan& plan, size_t first, Reg dst);
    void finishCall(const CallPlan& plan, CallMode mode, Pos pos, const Expr* callee);
    static Reg windowReg(uint32_t slot) { return kWindow + kFrameLinkSlots + slot; }
    void multiValue(const Expr* e, std::vector<Reg>& regs, std::vector<const Shape*>& shapes,
                    const std::vector<Storage>* wanted = nullptr);
    /// `count` values of a call or of a comma-ok expression.
    /// Values whose shape is that of wanted[i] go to its register.
    void tupleValues(const Expr* e, size_t count, std::vector<Reg>& regs, std::vector<const Shape*>& shapes,
                     const std::vector<Storage>* wanted = nullptr);
    Reg wantedRegister(const std::vector<Storage>* wanted, size_t index, const Shape& shape);
    void builtinTo(const CallExpr& call, Reg dst);
    void builtinStmt(const CallExpr& call);
    void appendTo(const CallExpr& call, Reg dst);
    void makeTo(const CallExpr& call, Reg dst);
    void newTo(const CallExpr& call, Reg dst);
    void lenTo(const CallExpr& call, Reg dst, bool cap);
    void copyTo(const CallExpr& call, Reg dst);
    void minMaxTo(const CallExpr& call, Reg dst, bool isMin);
    void clearStmt(const CallExpr& call);
    void deleteStmt(const CallExpr& call);
    void printStmt(const CallExpr& call, bool newline);
    void printValue(const Shape& shape, Reg reg);
    void panicStmt(const CallExpr& call);
    void literalTo(const FuncLit& lit, Reg dst);
    void closureTo(const BodyNode& node, uint32_t function, Reg dst);
    uint32_t closureFunction(const BodyNode& node, bool isRange);
    KindPattern captureKinds(const BodyNode& node, std::vector<const Shape*>* shapes);
    void methodValueTo(const SelectorExpr& e, Reg dst);
    bool lookupMethod(const SelectorExpr& e, Func*& method, std::vector<int>& path, Type*& receiver);

    // ---- statements
    void block(const BlockStmt* stmt);
    void statements(const List<Stmt*>& list);
    void statement(const Stmt* stmt);
    void declStmt(const DeclStmt& stmt);
    void varSpec(const VarSpec& spec);
    void assignStmt(const AssignStmt& stmt);
    void define(const AssignStmt& stmt);
    void defineOne(const Ident& ident, const Expr* value);
    void assignOne(const Expr* target, const Expr* value);
    void assignTuple(const AssignStmt& stmt);
    void assignMulti(const List<Expr*>& left, bool isDefine, const Expr* right);
    void assignPair(const Expr* first, const Shape& firstShape, Reg firstValue, const Expr* second,
                    const Shape& secondShape, Reg secondValue);
    void assignOp(const Expr* target, Token op, const Expr* value, int64_t immediate);
    bool isDefinition(const AssignStmt& stmt, const Expr* target, const Var*& var) const;
    /// Assigns `value` (registers of shape `from`) to a target or, when it declares, to the new variable.
    void assignValue(const Expr* target, bool isDefine, const Shape& from, Reg value);
    void incDec(const IncDecStmt& stmt);
    void sendStmt(const SendStmt& stmt);
    void goStmt(const GoStmt& stmt);
    void deferStmt(const DeferStmt& stmt);
    void goOrDefer(const Expr* callee, CallMode mode);
    void returnStmt(const ReturnStmt& stmt);
    void storeResults(const ReturnStmt& stmt);
    void branchStmt(const BranchStmt& stmt);
    void ifStmt(const IfStmt& stmt);
    void forStmt(const ForStmt& stmt, const LabeledStmt* label);
    void labeledStmt(const LabeledStmt& stmt);
    void switchStmt(const SwitchStmt& stmt);
    void typeSwitchStmt(const TypeSwitchStmt& stmt);
    void typeCase(Reg iface, const Expr* type, JumpLabel& target);
    /// Jumps to `target` when the switch's tag equals `e`.
    void caseJump(const Shape& shape, Reg tag, const Expr* e, JumpLabel& target);
    void implicitVariable(const CaseClause& clause, const Shape& from, Reg iface);
    void clauses(const List<CaseClause*>& list, std::vector<JumpLabel>& labels, JumpLabel& done,
                 const Shape* from, Reg iface);
    void pushTarget(const Node* stmt, JumpLabel* breakLabel, JumpLabel* continueLabel);
    void selectStmt(const SelectStmt& stmt);
    void rangeStmt(const RangeStmt& stmt);
    void rangeInt(const RangeStmt& stmt);
    void rangeSlice(const RangeStmt& stmt, const Shape& shape);
    void rangeArray(const RangeStmt& stmt, const Shape& shape);
    void rangeString(const RangeStmt& stmt);
    void rangeMap(const RangeStmt& stmt, const Shape& shape);
    void rangeChan(const RangeStmt& stmt, const Shape& shape);
    void rangeFunc(const RangeStmt& stmt);
    /// for key := 0; key < limit: `element` puts the value for index `key` where it is told.
    template <class Element>
    void countingLoop(const RangeStmt& stmt, const Shape& keyShape, Reg limit, int64_t constantLimit,
                      const Element& element);
    Reg rangeRegister(const RangeStmt& stmt, const Expr* target, const Shape& from);
    void rangeBodyParameters(const RangeStmt& stmt);
    void rangeExits(const BodyNode& node, const RangeStmt& stmt);
    void takeExit(const RangeExit& exit);
    /// Key and value of this round to the loop's variables. kNoReg: not wanted.
    void rangeVariable(const RangeStmt& stmt, const Expr* target, const Shape& from, Reg value);
    bool wants(const Expr* target) const;
    void loopBody(const RangeStmt& stmt, JumpLabel& breakLabel, JumpLabel& continueLabel);
    Place statePlace(const Var* var);
    void storeInt(const Var* var, int64_t value);
    void watch(const Expr* target);
    void watchPlace(const Var* var, const Place& at);
    void watchFields(const Shape& shape, const Place& at);
    void watchGlobals();

    Unit& unit_;
    const Job& job_;
    ShapeTable& shapes_;
    Function& output_() { return unit_.program().functions[job_.index]; }
    KindPattern resultKinds_;
    KindPattern paramKinds_;
    std::vector<const Shape*> resultShapes_;
    const Signature* signature_ = nullptr;
    Emitter e_;
    std::map<const Var*, Storage> variables_;
    std::vector<SavedScope> scopes_;
    std::vector<Target> targets_;
    std::map<uint32_t, JumpLabel> labels_;  ///< goto labels by the id of their name.
    std::map<const Type*, const Shape*> shapeCache_;
    std::vector<std::pair<const Expr*, Reg>> hoisted_;
    JumpLabel epilogue_;
    JumpLabel* nextClause_ = nullptr;  ///< fallthrough
    Name pendingLabel_;                ///< Label of the statement that comes next.
    std::string siteName_;             ///< Name of what is being assigned to.
    bool longJumps_ = false;
    bool usesEpilogue_ = false;
    int loopDepth_ = 0;
    /// `for k, x[k] = range`: the key until the value is there too.
    std::pair<const Shape*, Reg> rangeKey_{nullptr, kNoReg};
};

}  // namespace sluice
