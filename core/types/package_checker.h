#pragma once
// The checker of one package. Internal to the room; the topics are spread over one .cpp file each.
//
// Invariants
// - env_ describes where checking stands; everything that enters a declaration or function body saves and
// restores it.
// - Function bodies and checks that need complete types are delayed_ and run in the order in which they were
// added.
// - An expression's annotations are written by record() exactly once for each evaluation; while its type is
// untyped they may be
//   refined by updateExprType().
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "source/diagnostic.h"
#include "syntax/ast.h"
#include "types/checker.h"
#include "types/mono.h"
#include "types/operand.h"
#include "types/type_context.h"
#include "types/type_query.h"
#include "types/type_writer.h"

namespace sluice {

/// Deepest nesting of types and expressions while checking; the parser's limit keeps real input below it.
constexpr int kMaxCheckDepth = 2000;

/// A package-level (or method) declaration and what its initialiser or body depends on.
struct DeclInfo {
    Scope* fileScope = nullptr;
    std::vector<Var*> lhs;  ///< of `var a, b = f()`
    Expr* declaredType = nullptr;
    Expr* init = nullptr;
    bool inherited = false;  ///< constant with an implicitly repeated expression
    TypeSpec* typeSpec = nullptr;
    FuncDecl* func = nullptr;
    FunctionInfo* info = nullptr;  ///< of a variable's initialiser
    std::vector<Object*> deps;     ///< package-level objects used, in order of first use
    bool bodyDone = false;
};

/// Where checking stands.
struct Environment {
    DeclInfo* decl = nullptr;
    Scope* scope = nullptr;
    const ConstValue* iota = nullptr;
    Pos errorPos;  ///< errors go here: a constant with an inherited expression
    bool inTParamList = false;
    Signature* sig = nullptr;
    FunctionInfo* fn = nullptr;
    std::vector<Var*>* locals = nullptr;  ///< variables of the function body, for "declared and not used"
    bool hasCallOrRecv = false;
    const ForStmt* postOf = nullptr;    ///< directly inside the post statement of this loop
    const ForStmt* headerOf = nullptr;  ///< inside a function literal in the header of this loop
};

/// Where gc's tree puts an expression: at the token behind the operand for selectors, indices and calls.
Pos operatorPosition(const Expr* e);

/// Where an error is shown.
struct At {
    Pos pos;
    uint32_t length = 0;
    At(Pos p) : pos(p) {}                                    // NOLINT: implicit by intention
    At(const Node* n) : pos(n->pos), length(n->length()) {}  // NOLINT
    At(const Expr* e) : pos(reportPos(e)), length(e->end.value - pos.value) {}  // NOLINT
    At(const Operand& x) : pos(x.expr ? reportPos(x.expr) : Pos{}) {            // NOLINT
        if (x.expr != nullptr) length = x.expr->end.value - pos.value;
    }
    At(const Object* o) : pos(o->pos), length(uint32_t(o->name.text().size())) {}  // NOLINT
};

struct Note {
    Pos pos;
    std::string text;
};

/// The type of the variable that a generic function is assigned to, for reverse inference.
struct Target {
    Signature* sig = nullptr;
    std::string desc;
};

enum class ExprKind : uint8_t { Conversion, Expression, Statement };

class PackageChecker {
  public:
    PackageChecker(TypeContext& ctx, Checker& owner, Diagnostics& diags, Package* pkg);
    /// First phase: declares everything at package level, loads imports. No types are resolved.
    void collectObjects();
    /// Second phase for the user's package: all declarations, all bodies, unused imports, initialisation
    /// order.
    void checkEverything();
    void resolveObject(Object* obj);
    void ensureBody(Func* func);
    void computeInitOrder();
    Package* package() { return pkg_; }

  private:
    friend class Unifier;
    // ---- messages (format.cpp)
    template <class... Parts>
    std::string text(const Parts&... parts) {
        std::string out;
        (append(out, parts), ...);
        return out;
    }
    void append(std::string& out, std::string_view s) { out += s; }
    void append(std::string& out, const char* s) { out += s; }
    void append(std::string& out, const std::string& s) { out += s; }
    void append(std::string& out, char c) { out += c; }
    void append(std::string& out, int64_t n) { out += std::to_string(n); }
    void append(std::string& out, int n) { out += std::to_string(n); }
    void append(std::string& out, size_t n) { out += std::to_string(n); }
    void append(std::string& out, Name n) { out += n.text(); }
    void append(std::string& out, const Type* t);
    void append(std::string& out, const Operand& x);
    void append(std::string& out, const Expr* e) { out += exprString(e); }
    void append(std::string& out, Token t) { out += tokenText(t); }
    std::string typeText(const Type* t);
    std::string operandText(const Operand& x);
    void error(DiagCode code, At at, std::string message, const std::vector<Note>& notes = {});
    Note otherDeclaration(const Object* obj);
    std::string positionText(Pos pos);
    std::string typesSummary(const std::vector<Type*>& types, bool variadic, bool hasDots);

    // ---- resolver.cpp
    void importDecl(ImportDecl* decl, Scope* fileScope);
    void declareConsts(ConstSpec* spec, Scope* fileScope);
    void declareVars(VarSpec* spec, Scope* fileScope);
    void declareType(TypeSpec* spec, Scope* fileScope);
    void declareFunc(FuncDecl* decl, Scope* fileScope);
    void declarePackageObject(Ident* ident, Object* obj, DeclInfo* info);
    void arity(Pos pos, const List<Ident*>& names, const List<Expr*>& inits, bool isConst, bool inherited);
    void associateMethods();
    void checkFileScopes();
    void unusedImports();
    void missingBodies();
    void checkMain();
    void checkMonomorphic();
    struct Receiver {
        bool pointer = false;
        Expr* base = nullptr;
        std::vector<Ident*> tparams;
        bool hasTParams = false;
    };
    Receiver unpackReceiver(Expr* type, bool withParams);
    TypeName* resolveBaseTypeName(bool& pointer, Ident* name);
    bool reportUnsupportedImport(ImportDecl* decl);

    // ---- decl.cpp, decl_type.cpp
    void declare(Scope* scope, Ident* ident, Object* obj, Pos scopePos);
    void objDecl(Object* obj);
    bool validCycle(Object* obj);
    void cycleError(const std::vector<Object*>& cycle, size_t start);
    void constDecl(Const* obj, Expr* type, Expr* init, bool inherited, const ConstValue* iota);
    void varDecl(Var* obj, const std::vector<Var*>* lhs, Expr* type, Expr* init);
    void typeDecl(TypeName* obj, TypeSpec* spec);
    void funcDecl(Func* obj, DeclInfo* info);
    void collectMethods(TypeName* obj);
    void checkFieldUniqueness(Named* base);
    std::vector<TypeParam*> collectTypeParams(const List<Field*>& list);
    void collectTypeParamsInto(std::vector<TypeParam*>& out, const List<Field*>& list);
    TypeParam* declareTypeParam(Ident* name);
    Type* bound(Expr* e);
    void declStmt(GenDecl* decl);
    void localConsts(ConstSpec* spec);
    void localVars(VarSpec* spec);
    void localType(TypeSpec* spec);
    void validType(Named* type);
    bool validTypeIn(Type* type, std::vector<Named*>& nest, std::vector<Named*>& path);
    /// Types without parameters that validTypeIn has passed: chains of pairs must not be walked 2^n times.
    std::unordered_set<const Named*> validTypes_;
    void funcBody(DeclInfo* decl, FunctionInfo* info, Signature* sig, Scope* scope, BlockStmt* body,
                  const ConstValue* iota);
    void usage(const std::vector<Var*>& locals);
    // ---- initorder.cpp
    void reportInitCycle(Object* start);
    std::vector<Object*> dependenciesOf(Object* obj);
    FunctionInfo* newInfo(FunctionInfo* outer);

    // ---- typexpr.cpp, struct.cpp, interface.cpp, signature.cpp, union.cpp
    void ident(Operand& x, Ident* e, TypeName* def, bool wantType);
    void identOperand(Operand& x, Ident* e, Object* obj, Type* type);
    void useVar(Var* var);
    Type* typ(Expr* e) { return definedType(e, nullptr); }
    Type* varType(Expr* e);
    void validVarType(Expr* e, Type* type);
    Type* definedType(Expr* e, TypeName* def);
    Type* genericType(Expr* e, std::string* cause);
    Type* typInternal(Expr* e, TypeName* def);
    Type* typeName(Expr* e, TypeName* def);
    void setDefType(TypeName* def, Type* type);
    Type* arrayType(ArrayType* e, TypeName* def);
    Type* mapType(MapType* e, TypeName* def);
    Type* instantiatedType(IndexExpr* e, TypeName* def);
    int64_t arrayLength(Expr* e);
    bool typeList(const List<Expr*>& list, std::vector<Type*>& out);
    void structType(Struct* styp, StructType* e);
    void checkEmbedded(Type* type, At at);
    void interfaceType(Interface* ityp, InterfaceType* e, TypeName* def);
    void checkInterface(Interface* ityp);
    void funcType(Signature* sig, Field* recv, FuncType* e, Scope* scope);
    void collectReceiver(Signature* sig, Field* recv, Ident*& name);
    void collectParams(const List<Field*>& list, bool variadicOk, bool isResult, std::vector<Var*>& vars,
                       std::vector<Ident*>& names, bool& variadic);
    void validReceiver(At at, Var* recv);
    Type* parseUnion(Expr* e);
    Term parseTerm(Expr* e);
    void checkTerms(const std::vector<Term>& terms, const std::vector<Expr*>& exprs);

    // ---- expr.cpp, binary.cpp
    ExprKind rawExpr(const Target* target, Operand& x, Expr* e, Type* hint, bool allowGeneric);
    ExprKind exprInternal(const Target* target, Operand& x, Expr* e, Type* hint);
    void nonGeneric(const Target* target, Operand& x);
    void record(const Operand& x);
    void expr(const Target* target, Operand& x, Expr* e);
    void genericExpr(Operand& x, Expr* e);
    void multiExpr(Expr* e, bool allowCommaOk, std::vector<Operand>& out, bool& commaOk);
    void exprWithHint(Operand& x, Expr* e, Type* hint);
    void exprOrType(Operand& x, Expr* e, bool allowGeneric);
    void exclude(Operand& x, bool noValue, bool builtin, bool typeExpr);
    void singleValue(Operand& x);
    void basicLit(Operand& x, BasicLit* e);
    void star(Operand& x, StarExpr* e);
    void unary(Operand& x, UnaryExpr* e);
    void receive(Operand& x);
    void typeAssert(Operand& x, TypeAssertExpr* e);
    void typeAssertion(Expr* e, Operand& x, Type* target, bool typeSwitch);
    void binary(Operand& x, Expr* e, Expr* left, Expr* right, Token op);
    bool operatorDefined(Operand& x, Token op, bool isUnary);
    void comparison(Operand& x, Operand& y, Token op, bool switchCase);
    std::string incomparableCause(Type* t);
    void shift(Operand& x, Operand& y, Expr* e, Token op);
    void shiftConstant(Operand& x, Operand& y, const ConstValue* value, const ConstValue* count, Expr* e,
                       Token op);
    void matchTypes(Operand& x, Operand& y);
    bool mayConvert(const Operand& x, const Operand& y);
    void use(Expr* e);
    bool useAll(const List<Expr*>& list, bool lhs = false);
    bool useOne(Expr* e, bool lhs);

    // ---- const.cpp, untyped.cpp, conversions.cpp
    enum class Convert : uint8_t { Ok, Invalid, Truncated, Overflow };
    void overflow(Operand& x, Pos opPos);
    bool representableConst(const ConstValue* x, const Basic* type, const ConstValue** rounded);
    void representable(Operand& x, Basic* type);
    Convert representation(const Operand& x, Basic* type, const ConstValue*& value);
    void invalidConversion(Convert code, const Operand& x, Type* target);
    void convertUntyped(Operand& x, Type* target);
    Type* implicitType(const Operand& x, Type* target, const ConstValue*& value, Convert& code);
    void updateExprType(Expr* e, Type* type, bool final);
    void updateExprValue(Expr* e, const ConstValue* value);
    void conversion(Operand& x, Type* target);
    bool constConvertible(const Operand& x, Type* target, const ConstValue** value);
    bool convertibleTo(Operand& x, Type* target, std::string* cause);
    bool convertibleParams(Operand& x, Type* target, std::string* cause);

    // ---- assignability.cpp, implements.cpp
    bool assignableTo(const Operand& x, Type* target, std::string* cause);
    bool assignableParams(const Operand& x, Type* target, std::string* cause);
    bool implements(Type* v, Type* t, bool constraint, std::string* cause);
    using Equivalence = std::function<bool(Type*, Type*)>;
    enum class MethodState : uint8_t {
        Ok,
        NotFound,
        WrongName,
        Unexported,
        WrongSignature,
        Ambiguous,
        PointerReceiver,
        Field,
    };
    MethodState findConcreteMethod(Type* v, Func* m, Func*& found);
    std::string missingCause(MethodState state, Type* v, Type* t, Func* found, Func* missing);
    Func* missingMethod(Type* v, Type* t, bool isStatic, const Equivalence& same, std::string* cause,
                        bool* wrongType);
    bool hasAllMethods(Type* v, Type* t, bool isStatic, const Equivalence& same, std::string* cause);
    bool assertableTo(Type* v, Type* t, std::string* cause);
    std::string interfacePtrError(Type* t);
    std::string funcString(Func* f, bool qualified);

    // ---- assignments.cpp
    void assignment(Operand& x, Type* target, const std::string& context);
    void initConst(Const* lhs, Operand& x);
    void initVar(Var* lhs, Operand& x, const std::string& context);
    Type* lhsVar(Expr* lhs);
    void assignVar(Expr* lhs, Expr* rhs, Operand* x, const std::string& context);
    void initVars(const std::vector<Var*>& lhs, const List<Expr*>& rhs, ReturnStmt* ret);
    void assignVars(const List<Expr*>& lhs, const List<Expr*>& rhs);
    void assignError(const List<Expr*>& rhs, size_t l, size_t r);
    void returnError(Stmt* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs);
    void shortVarDecl(AssignStmt* s);
    void markReassigned(Expr* lhs);
    void markAddressTaken(Expr* e);
    Var* rootVariable(Expr* e);
    Target makeTarget(Type* type, std::string desc);

    // ---- literals.cpp, index.cpp
    void funcLit(Operand& x, FuncLit* e);
    void compositeLit(Operand& x, CompositeLit* e, Type* hint);
    void structLit(Operand& x, CompositeLit* e, Struct* type, Type* base);
    void structLitKeyed(Operand& x, CompositeLit* e, Struct* type, Type* base);
    void mapLit(Operand& x, CompositeLit* e, Map* type);
    int64_t indexedElements(const List<Expr*>& list, Type* elem, int64_t length);
    bool indexExpr(Operand& x, IndexExpr* e);
    bool indexable(Operand& x, IndexExpr* e, int64_t& length, bool& done);
    bool indexTypeParam(Operand& x, IndexExpr* e, int64_t& length, bool& done);
    void mapIndex(Operand& x, IndexExpr* e, Type* key, Type* elem);
    void sliceExpr(Operand& x, SliceExpr* e);
    bool sliceable(Operand& x, SliceExpr* e, int64_t& length);
    Expr* singleIndex(IndexExpr* e);
    Type* index(Expr* e, int64_t max, int64_t& value);
    bool isValidIndex(Operand& x, const char* what, bool allowNegative);

    // ---- call.cpp, arguments.cpp, selector.cpp, builtins*.cpp
    ExprKind callExpr(Operand& x, CallExpr* call);
    ExprKind conversionCall(Operand& x, CallExpr* call);
    ExprKind builtinCall(Operand& x, CallExpr* call);
    bool explicitTypeArgs(CallExpr* call, IndexExpr* inst, Signature*& sig, std::vector<Type*>& targs,
                          const List<Expr*>*& xlist);
    struct Args {
        std::vector<Operand> list;
        std::vector<std::vector<Type*>> targs;  ///< of partially instantiated generic function arguments
    };
    void genericExprList(const List<Expr*>& list, Args& args);
    void genericArg(Operand& x, Expr* e, std::vector<Type*>& targs);
    void exprList(const List<Expr*>& list, std::vector<Operand>& out);
    Signature* arguments(CallExpr* call, Signature* sig, std::vector<Type*> targs, const List<Expr*>* xlist,
                         Args& args);
    bool matchArity(CallExpr* call, Signature* sig, const std::vector<Operand>& args,
                    std::vector<Var*>& params, bool& adjusted);
    bool funcInst(const Target* target, Pos pos, Operand& x, IndexExpr* inst, bool infer,
                  std::vector<Type*>* partial);
    Signature* instantiateSignature(Pos pos, Expr* e, Signature* sig, const std::vector<Type*>& targs,
                                    const List<Expr*>* xlist);
    List<Type*> typeArgumentsOf(Expr* e);
    void recordInstance(Expr* e, const std::vector<Type*>& targs, Type* type);
    void selector(Operand& x, SelectorExpr* e, TypeName* def, bool wantType);
    bool qualifiedIdent(Operand& x, SelectorExpr* e, bool& handled);
    bool resolveSelection(Operand& x, SelectorExpr* e, Lookup& found);
    void methodExpr(Operand& x, SelectorExpr* e, Func* method, const Lookup& found);
    std::string lookupError(Type* t, Name sel, Object* alt, bool structLit);
    bool builtin(Operand& x, CallExpr* call, BuiltinId id);
    bool builtinAppend(Operand& x, CallExpr* call, std::vector<Operand>& args);
    bool builtinLenCap(Operand& x, BuiltinId id);
    bool builtinCopy(Operand& x, std::vector<Operand>& args);
    bool builtinDelete(Operand& x, std::vector<Operand>& args);
    bool builtinMake(Operand& x, CallExpr* call);
    bool builtinMinMax(Operand& x, BuiltinId id, std::vector<Operand>& args);
    bool builtinClose(Operand& x);
    bool builtinSimple(Operand& x, CallExpr* call, BuiltinId id, std::vector<Operand>& args);

    // ---- infer.cpp, instantiate.cpp
    struct InferError {
        Pos pos;
        uint32_t length = 0;
        std::string text;
    };
    bool infer(Pos pos, const std::vector<TypeParam*>& tparams, std::vector<Type*> targs,
               std::vector<Var*> params, const std::vector<Operand>& args, bool reverse, InferError& err,
               std::vector<Type*>& inferred);
    bool inferFromArgs(class Unifier& u, const std::vector<TypeParam*>& tparams,
                       const std::vector<Var*>& params, const std::vector<Operand>& args, bool reverse,
                       InferError& err, std::vector<size_t>& untyped);
    bool inferFromConstraints(class Unifier& u, Pos pos, const std::vector<TypeParam*>& tparams,
                              InferError& err);
    bool inferFromUntyped(class Unifier& u, const std::vector<TypeParam*>& tparams,
                          const std::vector<Var*>& params, const std::vector<Operand>& args,
                          const std::vector<size_t>& untyped, InferError& err);
    std::vector<TypeParam*> renameTParams(const std::vector<TypeParam*>& tparams, std::vector<Type*>& to);
    int verify(const std::vector<TypeParam*>& tparams, const std::vector<Type*>& targs, std::string& cause);
    bool validateTArgLen(Pos pos, std::string_view name, size_t want, size_t got);
    std::vector<Var*> substVars(const std::vector<Var*>& vars, const TypeMap& map);

    // ---- stmt.cpp, switch.cpp, range.cpp, return.cpp
    void stmtList(const List<Stmt*>& list);
    void stmt(Stmt* s);
    void stmtInner(Stmt* s);
    void exprStmt(ExprStmt* s);
    void sendStmt(SendStmt* s);
    void assignStmt(AssignStmt* s);
    void incDecStmt(IncDecStmt* s);
    void returnStmt(ReturnStmt* s);
    std::string tooManyReturns(const std::vector<Operand>& values);
    void ifStmt(IfStmt* s);
    void forStmt(ForStmt* s);
    void suspendedCall(const char* keyword, Expr* call);
    void selectStmt(SelectStmt* s);
    void switchStmt(SwitchStmt* s);
    void checkDefaults(const List<CaseClause*>& clauses);
    void typeSwitchStmt(TypeSwitchStmt* s);
    struct SeenValue {
        const ConstValue* value;
        Type* type;
        Pos pos;
    };
    using SeenValues = std::unordered_map<std::string, std::vector<SeenValue>>;  // by text; lookups only
    void caseValues(Operand& x, const List<Expr*>& values, SeenValues& seen);
    Type* caseTypes(Operand* x, const List<Expr*>& types, std::vector<std::pair<Type*, Expr*>>& seen);
    void rangeStmt(RangeStmt* s);
    void rangeVars(RangeStmt* s, Operand& x, Type* key, Type* value);
    void rangeDefine(RangeStmt* s, Operand& x, Type* const types[2], bool overInt);
    bool rangeKeyValue(Type* t, Type*& key, Type*& value, std::string& cause, bool& overFunc);
    bool isTerminating(Stmt* s, Name label);
    bool isTerminatingList(const List<Stmt*>& list, Name label);
    bool isTerminatingSwitch(const List<CaseClause*>& clauses, Name label);
    void openScope(Scope** slot = nullptr);
    void closeScope() { env_.scope = env_.scope->outer(); }

    // ---- lookup and bookkeeping
    Object* lookup(Name name) const { return lookupScope(name, nullptr); }
    Object* lookupScope(Name name, Scope** where) const;
    void addDep(Object* obj);
    void later(std::function<void()> action) { delayed_.push_back(std::move(action)); }
    void processDelayed(size_t top);
    Var* newVar(Name name, Pos pos, Type* type);
    Var* newLocal(Ident* ident, Type* type);
    /// Calls f with the underlying type of t, or of each term of a type parameter; null when there are no
    /// terms.
    template <class F>
    bool underIs(Type* t, F f) {
        if (!isTypeParam(t)) return f(under(t));
        const TypeSet& set = typeSet(t->as<TypeParam>()->iface());
        if (!set.hasTerms()) return f(static_cast<Type*>(nullptr));
        for (const Term& term : set.terms) {
            if (!f(under(term.type))) return false;
        }
        return true;
    }
    struct DepthGuard {
        PackageChecker& checker;
        explicit DepthGuard(PackageChecker& c) : checker(c) { checker.depth_++; }
        ~DepthGuard() { checker.depth_--; }
        bool tooDeep() const { return checker.depth_ > kMaxCheckDepth; }
    };

    TypeContext& ctx_;
    Checker& owner_;
    Diagnostics& diags_;
    Package* pkg_;
    ConstantPool& constants_;
    Environment env_;
    std::unordered_map<Object*, DeclInfo*> decls_;
    std::vector<Object*> declOrder_;
    std::vector<PkgName*> imports_;
    std::unordered_map<const Object*, PkgName*> dotImports_;
    struct MethodDecl {
        Func* func;
        bool pointer;
        Ident* base;
    };
    std::vector<MethodDecl> pendingMethods_;
    std::unordered_map<TypeName*, std::vector<Func*>> methods_;
    std::vector<std::function<void()>> delayed_;
    std::vector<Object*> objPath_;
    std::unordered_set<const Expr*> shiftOperands_;   ///< untyped left operands of non-constant shifts
    std::unordered_set<const CallExpr*> panicCalls_;  ///< calls of the predeclared panic
    std::vector<Func*> bodies_;                       ///< with bodies to check, in source order
    std::vector<Scope*> fileScopes_;
    MonoGraph mono_;
    const ForStmt* pendingPost_ = nullptr;  ///< the loop in whose header the literal being checked stands
    int depth_ = 0;
    int resolving_ = 0;
    bool initOrderDone_ = false;
    bool hadError_ = false;
};
}  // namespace sluice
