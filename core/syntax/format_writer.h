#pragma once
// The lower half of the formatter: a stream of tokens and delayed white space, into which comments are put at
// the places they had in the source. Private to core/syntax.
//
// Invariants: white space waits in `pending_` until a token comes, because a comment may have to stand in
// between; `pos_` is where in the source the next token stands (exactly after setPos, otherwise estimated
// from what has been written); a line break is only written where it does not make the lexer insert a
// semicolon.

#include <string>
#include <string_view>
#include <vector>

#include "source/lexer.h"
#include "source/text.h"
#include "syntax/ast.h"
#include "syntax/format_layout.h"

namespace sluice {

/// White space that may be delayed. VTab is a column that vanishes when empty; FormFeed is a newline that
/// ends columns.
enum class Space : uint8_t { Ignore, Blank, VTab, Newline, FormFeed, Indent, Unindent };

/// A place in the source, or an estimate of one. line 0 = unknown.
struct SourcePos {
    uint32_t line = 0;
    uint32_t column = 0;
    uint32_t offset = 0;
    bool isValid() const { return line > 0; }
    bool operator==(const SourcePos&) const = default;
};

/// A comment as it is printed. For reformatted documentation `text` differs from the source.
struct FormatComment {
    std::string text;
    SourcePos pos;
    SourcePos end;
    bool isLineComment() const { return text[1] == '/'; }
};

/// Comments without a blank line or a token between them.
struct CommentGroup {
    std::vector<FormatComment> list;
    bool hasNewline = false;  // it spans lines, or holds a line comment
};

/// The comment groups of a file, in source order.
std::vector<CommentGroup> groupComments(const File& file);

/// Documentation in gofmt's form: directives last, headings, lists and code blocks laid out. Lines without
/// position changes.
std::vector<FormatComment> formatDocComment(const std::vector<FormatComment>& list);

/// Lines of a block comment without the common indentation they had in the source.
void stripCommonPrefix(std::vector<std::string>& lines);

/// Lines `first`…`last` count as one, the first: gofmt joins what stands between the last import of a group
/// and
/// its parenthesis.
struct JoinedLines {
    uint32_t first;
    uint32_t last;
};

/// A file to be formatted: shared by the printer and the small printers that measure widths.
struct FormatSource {
    const SourceFile& file;
    std::vector<CommentGroup> groups;
    std::vector<JoinedLines> joined;  // in source order
    std::vector<Pos> movedImports;    // import specs whose order gofmt has checked, in source order

    /// Takes the file's comments, and imports as gofmt's sorting leaves them.
    FormatSource(const SourceFile& source, const File& tree);
    uint32_t line(Pos pos) const { return pos.isValid() ? place(pos).line : 0; }
    SourcePos place(Pos pos) const {
        if (!pos.isValid()) return {};
        const LineColumn at = file.lineColumn(pos);
        return withJoinedLines({at.line, at.column, pos.offset()});
    }
    SourcePos withJoinedLines(SourcePos at) const;
    /// The first `token` behind `end` outside comments; it must be there.
    Pos tokenBehind(Pos end, std::string_view token) const;
};

class FormatWriter {
  protected:
    FormatWriter(const FormatSource& source, bool isPlain);

    // What to print next; the order of calls is the order of the text.
    void space(Space space);
    void spaces(std::initializer_list<Space> list) {
        for (const Space each : list) space(each);
    }
    void token(Token token);
    void name(const Ident* ident);
    void literal(std::string_view text, Token kind);
    void setPos(Pos pos) {
        if (pos.isValid()) pos_ = source_.place(pos);
    }

    /// Writes the line breaks of the source up to `line`, at least `min`; `before` comes first if there are
    /// any. Returns 0 for none, 1 for exactly one newline, more for a section break or several.
    int linebreak(uint32_t line, uint32_t min, Space before, bool newSection);
    bool commentBefore(const SourcePos& next) const;
    uint32_t commentSizeBefore(const SourcePos& next);
    /// Puts the output line of the next token into `line`.
    void recordLine(uint32_t* line) { recordedLine_ = line; }
    uint32_t linesFrom(uint32_t line) const { return outLine_ - line; }
    bool hasOutput() const { return !layout_.isEmpty(); }
    std::string finishText();

    static constexpr uint32_t kInfinity = 1u << 30;

    const FormatSource& source_;
    SourcePos pos_{1, 1, 0};
    uint32_t outLine_ = 1;
    uint32_t outColumn_ = 1;
    uint32_t level_ = 0;  // nesting of composite literals
    uint32_t indent_ = 0;
    bool noExtraBlank_ = false;      // none behind a block comment
    bool noExtraLinebreak_ = false;  // none behind a block comment
    size_t nextGroup_ = 0;

  private:
    struct Written {
        bool newline = false;
        bool droppedFormFeed = false;
    };

    static constexpr Token kNoToken = Token::EndOfFile;

    void print(std::string_view text, bool isLiteral, Token kind, bool impliesSemicolon);
    void updatePrevOpen();
    Written flush(const SourcePos& next, Token token);
    Written interspersed(const SourcePos& next, Token token);
    void writePending(size_t count);
    void writeChar(char ch, uint32_t count);
    void writeIndent();
    void writeText(const SourcePos& at, std::string_view text, bool isLiteral);
    void writeCommentPrefix(const FormatComment& comment, const SourcePos& next,
                            const FormatComment* previous, Token token);
    void writePrefixOnLine(const FormatComment& comment, const SourcePos& next,
                           const FormatComment* previous);
    void writePrefixBelow(const FormatComment& comment, const SourcePos& next, const FormatComment* previous,
                          Token token);
    void writeComment(const FormatComment& comment);
    Written writeCommentSuffix(bool needsLinebreak);
    bool pendingHasLinebreak() const;
    bool needsBlankBehind(const FormatComment& last, const SourcePos& next, Token token) const;

    FormatLayout layout_;
    std::vector<Space> pending_;
    SourcePos last_;  // pos_ behind the last token
    Token lastToken_ = kNoToken;
    Token prevOpen_ = kNoToken;
    bool impliedSemicolon_ = false;
    bool endAlignment_ = false;
    uint32_t* recordedLine_ = nullptr;
};

}  // namespace sluice
