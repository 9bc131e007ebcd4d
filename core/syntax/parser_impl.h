#pragma once
// The parser's state and productions. Private to core/syntax; the public entry is parser.h.
//
// One method per production of the Go spec; methods named xOrNull may return null, all others return a node.
// The order of questions follows gc's parser, because the texts and places of errors depend on it.

#include <initializer_list>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "source/lexer.h"
#include "source/text.h"
#include "syntax/ast.h"
#include "syntax/parser.h"

namespace sluice {

using ExprVector = std::vector<Expr*>;

/// A parameter while its list is parsed: later it may turn out that `name` was a type.
struct ParamDraft {
    Pos pos;
    Ident* name = nullptr;
    Expr* type = nullptr;
};

/// What the specs of one parenthesised declaration share: the constant spec that later ones may repeat.
struct SpecGroup {
    uint32_t index = 0;
    ConstSpec* lastConst = nullptr;
};

/// The three parts of an if, switch or for header. `range` is set instead of the others for a range clause.
struct Header {
    Stmt* init = nullptr;
    Expr* condition = nullptr;
    Stmt* post = nullptr;
    RangeStmt* range = nullptr;
    AssignStmt* guard = nullptr;  // `name := x.(type)` of a switch; then condition is null
};

class Parser {
  public:
    Parser(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics,
           bool skipsBodies = false);
    File* parseFile();
    void parseSkippedBody(FuncDecl& decl);

  private:
    // ---- tokens and errors (parser.cpp)
    void next();
    bool got(Token token);
    void want(Token token);
    bool gotAssign();
    bool at(Token token) const { return token_.kind == token; }
    Pos pos() const { return token_.pos; }
    void error(Pos pos, std::string message);
    void errorHere(std::string message) { error(pos(), std::move(message)); }
    void syntaxErrorAt(Pos pos, const std::string& message);
    void syntaxError(const std::string& message) { syntaxErrorAt(pos(), message); }
    void advance(std::initializer_list<Token> follow);
    std::string currentTokenText() const;
    bool enter(uint32_t extra = 0);
    void leave() { depth_--; }
    void tooDeep();
    template <typename F>
    Pos parseList(const char* context, Token separator, Token close, F element);

    template <typename T>
    T* make(Pos pos) {
        T* node = arena_.make<T>();
        node->pos = pos;
        node->end = pos;
        return node;
    }
    /// Sets the end of `node` to the end of the last consumed token.
    template <typename T>
    T* finish(T* node) {
        node->end = lastEnd_.value > node->pos.value ? lastEnd_ : node->pos;
        return node;
    }
    BadExpr* badExpr() { return make<BadExpr>(pos()); }
    Ident* makeIdent(Pos pos, std::string_view text);

    // ---- files and declarations (parser_decl.cpp)
    void parseDecls(File* file);
    bool parsePackageClause(File* file);
    Decl* parseTopLevel(File* file, bool followsEmptyFunc);
    GenDecl* parseGenDecl(Token keyword, Pos keywordPos);
    Decl* parseSpec(Token keyword, SpecGroup& group);
    ImportDecl* parseImportSpec();
    ConstSpec* parseConstSpec(SpecGroup& group);
    VarSpec* parseVarSpec();
    TypeSpec* parseTypeSpec();
    void parseTypeSpecBracket(TypeSpec* spec);
    FuncDecl* parseFuncDecl(Pos funcPos);
    void parseReceiver(FuncDecl* decl);
    BlockStmt* parseFuncBody();
    bool skipFuncBody(FuncDecl* decl);
    List<Ident*> parseNameList(Ident* first);
    Ident* parseName();
    bool looksBinary() const;

    // ---- types (parser_type.cpp)
    Expr* parseType();
    Expr* parseTypeOrNull();
    Expr* parseTypeOrNullInner();
    Expr* parseQualifiedName(Ident* first);
    Expr* parseTypeInstance(Expr* generic);
    FuncType* parseFuncType(Pos start, const char* context);
    Expr* parseArrayType(Pos start, Expr* length);
    Expr* parseSliceType(Pos start);
    Expr* parseChanElement();
    StructType* parseStructType();
    void parseFieldDecl(std::vector<Field*>& fields);
    void parseNamedField(std::vector<Field*>& fields, Pos start);
    void addField(std::vector<Field*>& fields, Pos start, List<Ident*> fieldNames, Expr* type);
    Expr* parseEmbeddedPointer(Pos start);
    Expr* parseArrayOrTypeArguments(Ident* name);
    InterfaceType* parseInterfaceType();
    Field* parseMethodSpec();
    void parseBracketedMethodSpec(Field* field, Ident* name);
    Field* makeElement(Expr* type);
    Expr* parseUnion(Expr* first);
    Expr* parseEmbeddedTerm();
    void parseResult(FuncType* type);
    bool parseParameter(Ident* name, Token follow, ParamDraft& out);
    bool parseNamedParameter(Ident* name, bool typeSetsOk, ParamDraft& out);
    std::vector<ParamDraft> parseParameters(Ident* name, Expr* type, Token close, bool requireNames,
                                            BracketPair* brackets = nullptr);
    void distributeTypes(std::vector<ParamDraft>& list, uint32_t named, uint32_t typed, Pos closePos,
                         bool requireNames);
    List<Field*> parseFields(Ident* name, Expr* type, Token close, bool requireNames, BracketPair& brackets);
    List<Field*> groupFields(const std::vector<ParamDraft>& list);

    // ---- expressions (parser_expr.cpp)
    Expr* parseExpr() { return parseBinary(nullptr, 0); }
    Expr* parseBinary(Expr* left, int precedence);
    Expr* parseUnary();
    Expr* parseUnaryInner();
    Expr* parseArrow();
    Expr* parseOperand();
    Expr* parseFuncLitOrType();
    Expr* parsePrimary(Expr* operand);
    Expr* parseSelector(Expr* operand);
    Expr* parseIndexOrSlice(Expr* operand);
    Expr* parseSliceRest(Expr* operand, Pos bracket, Expr* low);
    Expr* parseCall(Expr* callee);
    bool bracesBelongTo(const Expr* operand) const;
    Expr* parseElement();
    CompositeLit* parseLiteralValue(Expr* type);
    BasicLit* parseLiteralOrNull();
    ExprVector parseExprList();
    ExprVector parseTypeList(bool strict, bool& sawComma);

    // ---- statements (parser_stmt.cpp, parser_flow.cpp)
    Stmt* parseStmtOrNull();
    Stmt* parseStmtOrNullInner();
    Stmt* parseSimpleStmt(ExprVector left, Token keyword);
    Stmt* parseAssignment(ExprVector& left, Token keyword);
    RangeStmt* parseRangeClause(ExprVector left, Token op, Pos opPos, Pos start);
    Stmt* parseLabeledStmtOrNull(Ident* label);
    Stmt* parseBranchStmt();
    Stmt* parseGoOrDefer();
    BlockStmt* parseBlock(const char* context);
    List<Stmt*> parseStmtList();
    Stmt* parseDeclStmt();
    Header parseHeader(Token keyword);
    void parseHeaderRest(Token keyword, Header& header);
    void reportNoCondition(const Stmt* condition);
    Expr* conditionOf(Token keyword, Header& header, Stmt* condition, Pos semicolon, bool isWritten);
    Stmt* parseFor();
    Stmt* parseIf();
    Stmt* parseSwitch();
    CaseClause* parseCaseClause();
    Stmt* parseSelect();
    CommClause* parseCommClause();

    Lexer lexer_;
    const SourceFile& file_;
    Arena& arena_;
    Interner& names_;
    Diagnostics& diagnostics_;
    TokenInfo token_;
    Pos lastEnd_;             // end of the last consumed token
    uint32_t depth_ = 0;      // nesting of productions
    uint32_t funcDepth_ = 0;  // nesting of function bodies: inside, errors synchronise at statements
    int exprDepth_ = 0;       // below 0 in a header, where `{` starts the block and not a composite literal
    const bool skipsBodies_;  // function declarations only note where their body begins
    bool isAborted_ = false;  // nested too deeply: only EndOfFile follows
};

/// Parses elements up to `close`; `element` returns true when no more may follow. Returns the place of
/// `close`.
template <typename F>
Pos Parser::parseList(const char* context, Token separator, Token close, F element) {
    const char* const separatorText = separator == Token::Comma ? "comma" : "semicolon or newline";
    bool isDone = false;
    while (!at(Token::EndOfFile) && !at(close) && !isDone) {
        isDone = element();
        if (!got(separator) && !at(close)) {
            syntaxError(std::string("in ") + context + "; possibly missing " + separatorText + " or " +
                        std::string(tokenText(close)));
            advance({Token::RightParen, Token::RightBracket, Token::RightBrace});
            if (!at(close)) return pos();
        }
    }
    const Pos closePos = pos();
    want(close);
    return closePos;
}

/// Checks labels and branch statements of a function body and fills BranchStmt::target (branches.cpp).
/// What it reports is no syntax error and does not keep enclosing functions from being checked.
void checkBranches(BlockStmt* body, Diagnostics& diagnostics);

/// If `expr` can be read as `name type` of a type parameter, splits it: `P *C`, `P(C)`, `P *C|~D`. `force`
/// accepts splits whose type could also be a value. Returns the name, or null; `type` gets the rest (null
/// when `expr` is just a name).
Ident* splitTypeParameter(Expr* expr, bool force, Arena& arena, Expr*& type);

}  // namespace sluice
