#include "syntax/format_printer.h"

#include <algorithm>

#include "source/diagnostic.h"
#include "syntax/format.h"
#include "syntax/format_imports.h"
#include "syntax/parser.h"

namespace sluice {

std::string FormatPrinter::printFile(const File& file) {
    const std::string_view text = source_.file.text();
    // The package keyword is the last token before the name.
    const size_t keyword = text.substr(0, file.packageName->pos.offset()).rfind("package");
    setPos(source_.file.posAt(static_cast<uint32_t>(keyword)));
    token(Token::Package);
    space(Space::Blank);
    expr(file.packageName);
    declList(file.decls);
    space(Space::Newline);
    return finishText();
}

std::string FormatPrinter::printNode(const Node* node) {
    skipComments();
    if (node->kind < NodeKind::BadStmt) {
        expr(static_cast<const Expr*>(node));
    } else {
        if (isA<LabeledStmt>(node)) indent_ = 1;  // a label is printed one step to the left
        stmt(static_cast<const Stmt*>(node), false);
    }
    return finishText();
}

/// Width of a node when it fits on one line of at most `maxSize`, otherwise more than that.
uint32_t FormatPrinter::nodeSize(const Node* node, uint32_t maxSize) {
    const auto known = sizes_.find(node);
    if (known != sizes_.end()) return known->second;
    sizes_[node] = maxSize + 1;
    FormatPrinter measure(source_, sizes_, true);
    const std::string text = measure.printNode(node);
    if (text.size() <= maxSize && text.find('\n') == std::string::npos) {
        sizes_[node] = static_cast<uint32_t>(text.size());
        return static_cast<uint32_t>(text.size());
    }
    return maxSize + 1;
}

uint32_t FormatPrinter::bodySize(const BlockStmt* body, uint32_t maxSize) {
    constexpr uint32_t kMaxStmts = 5;  // more do not make a one-line function
    if (line(body->leftBrace) != line(body->rightBrace) || body->stmts.size() > kMaxStmts) return maxSize + 1;
    uint32_t size = commentSizeBefore(source_.place(body->rightBrace));
    for (uint32_t i = 0; i < body->stmts.size() && size <= maxSize; i++) {
        if (i > 0) size += 2;
        size += nodeSize(body->stmts[i], maxSize);
    }
    return size;
}

uint32_t FormatPrinter::distanceFrom(Pos start, uint32_t startColumn) const {
    return line(start) == pos_.line ? outColumn_ - startColumn : kInfinity;
}

/// True if a comment stands behind `node` and ends its line, which is also the line where the node's last
/// token
/// begins (gofmt does not look behind raw strings of several lines).
bool FormatPrinter::hasLineComment(const Node* node) const {
    const std::string_view text = source_.file.text();
    const uint32_t end = node->end.offset();
    if (end > 1 && text[end - 1] == '`') {
        const size_t open = text.rfind('`', end - 2);
        if (text.substr(open, end - open).find('\n') != std::string_view::npos) return false;
    }
    for (const CommentGroup& group : source_.groups) {
        if (group.list.front().pos.offset < end) continue;
        const std::string_view between = text.substr(end, group.list.front().pos.offset - end);
        if (between.find_first_not_of(" \t;") != std::string_view::npos) return false;
        const size_t next = text.find_first_not_of(" \t\r", group.list.back().end.offset);
        return next == std::string_view::npos || text[next] == '\n';
    }
    return false;
}

/// True if a comment ends on the line above `node` and no token stands between.
bool FormatPrinter::hasDoc(const Node* node) const {
    const std::string_view text = source_.file.text();
    const uint32_t begin = node->pos.offset();
    for (const CommentGroup& group : source_.groups) {
        const FormatComment& last = group.list.back();
        if (last.end.offset > begin) break;
        const std::string_view between = text.substr(last.end.offset, begin - last.end.offset);
        if (between.find_first_not_of(" \t\r\n") != std::string_view::npos) continue;
        return last.end.line + 1 == line(node->pos);
    }
    return false;
}

std::string formatSource(std::string_view text, Diagnostics& diagnostics) {
    FileSet files;
    Arena arena;
    Interner names;
    Diagnostics own(files);
    const SourceFile* source = &files.add("./prog.go", std::string(text));
    const File* file = parseFile(*source, arena, names, own);
    bool isBroken = file->packageName == nullptr;
    for (const Diagnostic& each : own.unsorted()) {
        if (each.code == DiagCode::LabelError) continue;  // a matter for the compiler
        diagnostics.report(each.code, each.pos, each.length, each.message);
        isBroken = true;
    }
    if (isBroken) return std::string(text);
    const std::string sorted = sortImports(*file);
    if (sorted != text) {
        Diagnostics again(files);
        source = &files.add("./prog.go", sorted);
        file = parseFile(*source, arena, names, again);
    }
    const FormatSource input(*source, *file);
    NodeSizes sizes;
    return FormatPrinter(input, sizes, false).printFile(*file);
}

}  // namespace sluice
