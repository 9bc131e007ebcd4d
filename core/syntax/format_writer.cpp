#include "syntax/format_writer.h"

#include <algorithm>

#include "base/assert.h"

namespace sluice {

namespace {

constexpr uint32_t kMaxNewlines = 2;  // at most one empty line

uint32_t limitNewlines(uint32_t count) { return std::min(count, kMaxNewlines); }

/// True if the two would read as one other token when written side by side.
bool wouldCombine(Token previous, char next) {
    switch (previous) {
        case Token::Int: return next == '.';
        case Token::Add: return next == '+';
        case Token::Sub: return next == '-';
        case Token::Quo: return next == '*';
        case Token::Less: return next == '-' || next == '<';
        case Token::And: return next == '&' || next == '^';
        default: return false;
    }
}

bool impliesSemicolon(Token token) {
    switch (token) {
        case Token::Break:
        case Token::Continue:
        case Token::Fallthrough:
        case Token::Return:
        case Token::Inc:
        case Token::Dec:
        case Token::RightParen:
        case Token::RightBracket:
        case Token::RightBrace: return true;
        default: return false;
    }
}

std::string_view trimRight(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r'))) {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

FormatWriter::FormatWriter(const FormatSource& source, bool isPlain) : source_(source), layout_(isPlain) {}

// ---- tokens and white space

void FormatWriter::updatePrevOpen() {
    if (lastToken_ == kNoToken) return;
    const bool isOpen = lastToken_ == Token::LeftParen || lastToken_ == Token::LeftBracket;
    prevOpen_ = isOpen ? lastToken_ : kNoToken;
}

void FormatWriter::space(Space space) {
    updatePrevOpen();
    if (space == Space::Ignore) return;
    pending_.push_back(space);
    // A comment may come between this line break and the next token, where a semicolon does no harm.
    if (space == Space::Newline || space == Space::FormFeed) impliedSemicolon_ = false;
    lastToken_ = kNoToken;
}

void FormatWriter::token(Token token) {
    const std::string_view text = tokenText(token);
    updatePrevOpen();
    if (wouldCombine(lastToken_, text.front())) pending_.push_back(Space::Blank);
    print(text, false, token, impliesSemicolon(token));
}

void FormatWriter::name(const Ident* ident) {
    updatePrevOpen();
    print(ident->name.text(), false, Token::Identifier, true);
}

void FormatWriter::literal(std::string_view text, Token kind) {
    updatePrevOpen();
    print(text, true, kind, true);
}

void FormatWriter::print(std::string_view text, bool isLiteral, Token kind, bool impliesSemi) {
    lastToken_ = kind;
    const SourcePos next = pos_;
    const Written written = flush(next, kind);
    // Line breaks of the source are kept where no semicolon would come of them.
    if (!impliedSemicolon_) {
        uint32_t count = next.line > pos_.line ? limitNewlines(next.line - pos_.line) : 0;
        if (written.newline && count == kMaxNewlines) count--;
        if (count > 0) {
            writeChar(written.droppedFormFeed ? '\f' : '\n', count);
            impliesSemi = false;
        }
    }
    if (recordedLine_ != nullptr) {
        *recordedLine_ = outLine_;
        recordedLine_ = nullptr;
    }
    writeText(next, text, isLiteral);
    impliedSemicolon_ = impliesSemi;
}

int FormatWriter::linebreak(uint32_t line, uint32_t min, Space before, bool newSection) {
    uint32_t count = line > pos_.line ? limitNewlines(line - pos_.line) : 0;
    count = std::max(count, min);
    if (count == 0) return 0;
    space(before);
    int breaks = static_cast<int>(count);
    if (newSection) {
        space(Space::FormFeed);
        count--;
        breaks = static_cast<int>(count) + 2;
    }
    for (; count > 0; count--) space(Space::Newline);
    return breaks;
}

FormatWriter::Written FormatWriter::flush(const SourcePos& next, Token token) {
    if (commentBefore(next)) return interspersed(next, token);
    writePending(pending_.size());
    return {};
}

std::string FormatWriter::finishText() {
    impliedSemicolon_ = false;
    flush({kInfinity, 0, kInfinity}, Token::EndOfFile);
    return layout_.finish();
}

// ---- raw output

void FormatWriter::writePending(size_t count) {
    for (size_t i = 0; i < count; i++) {
        switch (pending_[i]) {
            case Space::Ignore: break;
            case Space::Indent: indent_++; break;
            case Space::Unindent:
                if (indent_ > 0) indent_--;
                break;
            case Space::Newline:
            case Space::FormFeed:
                // The unindent in front of a label must act before its line begins; ending the section keeps
                // a long label from widening the columns above it.
                if (i + 1 < count && pending_[i + 1] == Space::Unindent) {
                    pending_[i] = Space::Unindent;
                    pending_[i + 1] = Space::FormFeed;
                    i--;
                    break;
                }
                writeChar(pending_[i] == Space::Newline ? '\n' : '\f', 1);
                break;
            case Space::Blank: writeChar(' ', 1); break;
            case Space::VTab: writeChar('\v', 1); break;
        }
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
}

void FormatWriter::writeIndent() {
    for (uint32_t i = 0; i < indent_; i++) layout_.tab(true);
    pos_.offset += indent_;
    pos_.column += indent_;
    outColumn_ += indent_;
}

void FormatWriter::writeChar(char ch, uint32_t count) {
    if (endAlignment_) {
        if (ch == '\t' || ch == '\v') {
            ch = ' ';
        } else if (ch == '\n' || ch == '\f') {
            ch = '\f';
            endAlignment_ = false;
        }
    }
    if (outColumn_ == 1) writeIndent();
    for (uint32_t i = 0; i < count; i++) {
        switch (ch) {
            case ' ': layout_.text(" ", false); break;
            case '\t': layout_.tab(true); break;
            case '\v': layout_.tab(false); break;
            default: layout_.newline(ch == '\f'); break;
        }
    }
    pos_.offset += count;
    if (ch == '\n' || ch == '\f') {
        pos_.line += count;
        outLine_ += count;
        pos_.column = 1;
        outColumn_ = 1;
        return;
    }
    pos_.column += count;
    outColumn_ += count;
}

void FormatWriter::writeText(const SourcePos& at, std::string_view text, bool isLiteral) {
    if (outColumn_ == 1) writeIndent();
    if (at.isValid()) pos_ = at;
    layout_.text(text, isLiteral);
    const uint32_t size = static_cast<uint32_t>(text.size());
    const uint32_t newlines = static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n'));
    pos_.offset += size;
    if (newlines > 0) {
        // A line break inside a literal breaks whatever columns there are.
        endAlignment_ = true;
        pos_.line += newlines;
        outLine_ += newlines;
        pos_.column = outColumn_ = size - static_cast<uint32_t>(text.rfind('\n'));
    } else {
        pos_.column += size;
        outColumn_ += size;
    }
    last_ = pos_;
}

// ---- comments

bool FormatWriter::commentBefore(const SourcePos& next) const {
    if (nextGroup_ >= source_.groups.size()) return false;
    const CommentGroup& group = source_.groups[nextGroup_];
    return group.list.front().pos.offset < next.offset && (!impliedSemicolon_ || !group.hasNewline);
}

uint32_t FormatWriter::commentSizeBefore(const SourcePos& next) {
    const size_t saved = nextGroup_;
    size_t size = 0;
    for (; commentBefore(next); nextGroup_++) {
        for (const FormatComment& comment : source_.groups[nextGroup_].list) size += comment.text.size();
    }
    nextGroup_ = saved;
    return static_cast<uint32_t>(size);
}

FormatWriter::Written FormatWriter::interspersed(const SourcePos& next, Token token) {
    FormatComment last;
    bool hasLast = false;
    for (; commentBefore(next); nextGroup_++) {
        const CommentGroup& group = source_.groups[nextGroup_];
        const SourcePos end = group.list.back().end;
        const SourcePos below{end.line + 1, 1, end.offset + 1};
        const bool isDoc = lastToken_ != Token::Import && group.list.front().pos.column == 1 && below == next;
        std::vector<FormatComment> list = isDoc ? formatDocComment(group.list) : group.list;
        if (list.empty()) {  // the documentation was empty
            writeCommentPrefix(group.list.front(), next, hasLast ? &last : nullptr, token);
            pos_ = last_ = next;
            nextGroup_++;
            return writeCommentSuffix(false);
        }
        for (const FormatComment& comment : list) {
            writeCommentPrefix(comment, next, hasLast ? &last : nullptr, token);
            writeComment(comment);
            last = comment;
            hasLast = true;
        }
        if (isDoc) {  // go on where the comment ended in the source
            last = group.list.back();
            pos_ = last_ = end;
        }
    }
    bool needsLinebreak = false;
    if (needsBlankBehind(last, next, token)) {
        if (pendingHasLinebreak() && !noExtraLinebreak_ && level_ == 0) {
            needsLinebreak = true;
        } else {
            writeChar(' ', 1);
        }
    }
    if (last.isLineComment() || token == Token::EndOfFile ||
        (token == Token::RightBrace && !noExtraLinebreak_)) {
        needsLinebreak = true;
    }
    return writeCommentSuffix(needsLinebreak);
}

/// A block comment and a token on its line are kept apart, except before commas and inside empty brackets.
bool FormatWriter::needsBlankBehind(const FormatComment& last, const SourcePos& next, Token token) const {
    if (noExtraBlank_ || last.isLineComment() || last.pos.line != next.line || token == Token::Comma)
        return false;
    if (token == Token::RightParen && prevOpen_ != Token::LeftParen) return false;
    return token != Token::RightBracket || prevOpen_ == Token::LeftBracket;
}

bool FormatWriter::pendingHasLinebreak() const {
    return std::any_of(pending_.begin(), pending_.end(),
                       [](Space space) { return space == Space::Newline || space == Space::FormFeed; });
}

void FormatWriter::writeCommentPrefix(const FormatComment& comment, const SourcePos& next,
                                      const FormatComment* previous, Token token) {
    if (layout_.isEmpty()) return;
    if (comment.pos.line == last_.line && (previous == nullptr || !previous->isLineComment())) {
        writePrefixOnLine(comment, next, previous);
    } else {
        writePrefixBelow(comment, next, previous, token);
    }
}

void FormatWriter::writePrefixOnLine(const FormatComment& comment, const SourcePos& next,
                                     const FormatComment* previous) {
    bool hasSeparator = false;
    if (previous == nullptr) {
        size_t count = 0;
        for (size_t i = 0; i < pending_.size(); i++) {
            if (pending_[i] == Space::Blank) {
                pending_[i] = Space::Ignore;
                continue;
            }
            if (pending_[i] == Space::VTab) {
                hasSeparator = true;  // it aligns the comments of fields
                continue;
            }
            if (pending_[i] == Space::Indent) continue;
            count = i;
            break;
        }
        writePending(count);
    }
    if (!hasSeparator) writeChar(comment.pos.line == next.line ? ' ' : '\t', 1);
}

void FormatWriter::writePrefixBelow(const FormatComment& comment, const SourcePos& next,
                                    const FormatComment* previous, Token token) {
    bool droppedLinebreak = false;
    size_t count = 0;
    for (size_t i = 0; i < pending_.size(); i++) {
        bool isApplied = false;
        switch (pending_[i]) {
            case Space::Blank:
            case Space::VTab:
                pending_[i] = Space::Ignore;
                isApplied = true;
                break;
            case Space::Indent: isApplied = true; break;
            case Space::Unindent:
                // The last unindent belongs to the closing of a block, and the comment stands inside, unless
                // it is aligned with what follows.
                isApplied = (i + 1 < pending_.size() && pending_[i + 1] == Space::Unindent) ||
                            (token != Token::RightBrace && comment.pos.column == next.column);
                break;
            case Space::Newline:
            case Space::FormFeed:
                pending_[i] = Space::Ignore;
                droppedLinebreak = previous == nullptr;
                break;
            case Space::Ignore: break;
        }
        if (isApplied) continue;
        count = i;
        break;
    }
    writePending(count);
    uint32_t breaks = 0;
    if (last_.isValid() && comment.pos.line > last_.line) breaks = comment.pos.line - last_.line;
    // At the top level, an empty line in front of documentation is kept.
    if (indent_ == 0 && droppedLinebreak) breaks++;
    if (breaks == 0 && previous != nullptr && previous->isLineComment()) breaks = 1;
    if (breaks > 0) writeChar('\f', limitNewlines(breaks));
}

void FormatWriter::writeComment(const FormatComment& comment) {
    if (comment.isLineComment()) {
        const uint32_t indent = indent_;
        // A line directive only works in the first column.
        if (comment.text.starts_with("//line ") && comment.pos.column == 1) indent_ = 0;
        writeText(comment.pos, trimRight(comment.text), true);
        indent_ = indent;
        return;
    }
    std::vector<std::string> lines;
    for (std::string_view rest = comment.text;;) {
        const size_t end = rest.find('\n');
        lines.emplace_back(rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    // What moves from the first column to the right moves as a whole.
    if (comment.pos.column == 1 && indent_ > 0) {
        for (size_t i = 1; i < lines.size(); i++) lines[i].insert(0, "   ");
    }
    stripCommonPrefix(lines);
    SourcePos at = comment.pos;
    for (size_t i = 0; i < lines.size(); i++) {
        if (i > 0) {
            writeChar('\f', 1);
            at = pos_;
        }
        if (!lines[i].empty()) writeText(at, trimRight(lines[i]), true);
    }
}

FormatWriter::Written FormatWriter::writeCommentSuffix(bool needsLinebreak) {
    Written written;
    for (Space& space : pending_) {
        if (space == Space::Blank || space == Space::VTab) {
            space = Space::Ignore;
        } else if (space == Space::Newline || space == Space::FormFeed) {
            if (needsLinebreak) {
                needsLinebreak = false;
                written.newline = true;
            } else {
                written.droppedFormFeed = written.droppedFormFeed || space == Space::FormFeed;
                space = Space::Ignore;
            }
        }
    }
    writePending(pending_.size());
    if (needsLinebreak) {
        writeChar('\n', 1);
        written.newline = true;
    }
    return written;
}

}  // namespace sluice
