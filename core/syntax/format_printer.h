#pragma once
// The upper half of the formatter: walks the tree and says what to print, with the line breaks of the source
// where gofmt respects them. Private to core/syntax.

#include <unordered_map>

#include "syntax/format_writer.h"

namespace sluice {

/// Widths of nodes that were measured once; only looked up, never iterated over.
using NodeSizes = std::unordered_map<const Node*, uint32_t>;

class FormatPrinter : private FormatWriter {
  public:
    FormatPrinter(const FormatSource& source, NodeSizes& sizes, bool isPlain)
        : FormatWriter(source, isPlain), sizes_(sizes) {}

    std::string printFile(const File& file);
    /// A single expression or statement, for measuring.
    std::string printNode(const Node* node);
    /// Comments in front of this group have been dealt with.
    void skipComments() { nextGroup_ = source_.groups.size(); }

  private:
    struct ListStyle {
        Pos before;               // of the token in front of the list, none = unknown
        Pos after;                // of the token behind it
        bool commaAtEnd = false;  // a list whose closing bracket is on a line of its own ends with a comma
        bool noIndent = false;
    };
    enum class ParamMode { Params, FuncTypeParams, TypeTypeParams };
    /// What a list of lines remembers from one element to the next, to decide where columns end.
    struct ColumnState {
        double logSum = 0;
        int count = 0;
        uint32_t size = 0;
    };

    // ---- sizes (format_printer.cpp)
    uint32_t line(Pos pos) const { return source_.line(pos); }
    uint32_t nodeSize(const Node* node, uint32_t maxSize);
    uint32_t bodySize(const BlockStmt* body, uint32_t maxSize);
    uint32_t distanceFrom(Pos start, uint32_t startColumn) const;
    bool hasLineComment(const Node* node) const;
    bool hasDoc(const Node* node) const;

    // ---- expressions (format_expr.cpp)
    void expr(const Expr* expr) { exprAt(expr, 0, 1); }
    void expr0(const Expr* expr, int depth) { exprAt(expr, 0, depth); }
    void exprAt(const Expr* expr, int outerPrecedence, int depth);
    void operandExpr(const Expr* expr, int depth);
    void binaryExpr(const BinaryExpr* expr, int outerPrecedence, int cutoff, int depth);
    void parenExpr(const ParenExpr* expr, int depth);
    bool selectorExpr(const SelectorExpr* expr, int depth, bool isCallee);
    void indexExpr(const IndexExpr* expr, int depth);
    void sliceExpr(const SliceExpr* expr, int depth);
    void callExpr(const CallExpr* expr, int depth);
    void compositeLit(const CompositeLit* literal, int depth);
    void funcLit(const FuncLit* literal);
    void basicLit(const BasicLit* literal);

    // ---- lists and types (format_list.cpp)
    void exprList(const List<Expr*>& list, int depth, const ListStyle& style);
    void exprListOnOneLine(const List<Expr*>& list, int depth);
    bool breaksColumns(const Expr* element, const ListStyle& style, ColumnState& state);
    void identList(const List<Ident*>& list, bool indent);
    void typeExpr(const Expr* expr);
    void parameters(const List<Field*>& fields, BracketPair brackets, ParamMode mode);
    void signature(const FuncType* type);
    void fieldList(const List<Field*>& fields, Pos leftBrace, Pos rightBrace, bool isStruct);
    bool printedOnOneLine(const List<Field*>& fields, Pos leftBrace, Pos rightBrace, bool isStruct);
    void structField(const Field* field, Space separator);
    void interfaceElement(const Field* field);
    bool isShortField(const Field* field);

    // ---- statements (format_stmt.cpp)
    void stmt(const Stmt* stmt, bool nextIsBrace);
    void simpleStmt(const Stmt* stmt);
    void flowStmt(const Stmt* stmt, bool nextIsBrace);
    void labeledStmt(const LabeledStmt* stmt, bool nextIsBrace);
    void returnStmt(const ReturnStmt* stmt);
    void rangeStmt(const RangeStmt* stmt);
    void ifStmt(const IfStmt* stmt, bool nextIsBrace);
    void typeSwitchStmt(const TypeSwitchStmt* stmt);
    void caseClause(const CaseClause* clause, bool nextIsBrace);
    void commClause(const CommClause* clause, bool nextIsBrace);
    void header(bool isFor, const Stmt* init, const Expr* condition, const Stmt* post);
    bool wantsIndent(const List<Expr*>& list) const;
    template <typename T>
    void stmtList(const List<T*>& list, bool indent, bool nextIsBrace);
    template <typename T>
    void braced(Pos leftBrace, const List<T*>& list, Pos rightBrace, bool indent);
    void block(const BlockStmt* block);
    void funcBody(uint32_t headerSize, Space separator, const BlockStmt* body);

    // ---- declarations (format_decl.cpp)
    void decl(const Decl* decl);
    void genDecl(const GenDecl* decl);
    void specGroup(const GenDecl* decl);
    void spec(const Decl* spec, bool isAlone, bool indent);
    void valueSpec(const Decl* spec, bool keepsType);
    void funcDecl(const FuncDecl* decl);
    void declList(const List<Decl*>& decls);

    NodeSizes& sizes_;
};

/// Strips all parentheses.
inline const Expr* withoutParens(const Expr* expr) { return unparen(expr); }

}  // namespace sluice
