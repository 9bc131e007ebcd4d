// Comments for the formatter: grouping, and the indentation of block comments.
#include <algorithm>

#include "syntax/format_imports.h"
#include "syntax/format_writer.h"

namespace sluice {

namespace {

bool isBlankText(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// What two lines have in common at their start, of blanks and stars only.
std::string_view commonBlankPrefix(std::string_view a, std::string_view b) {
    size_t length = 0;
    while (length < a.size() && length < b.size() && a[length] == b[length] &&
           (static_cast<unsigned char>(a[length]) <= ' ' || a[length] == '*')) {
        length++;
    }
    return a.substr(0, length);
}

std::string withoutCarriageReturns(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '\r') out += c;
    }
    return out;
}

/// The indentation shared by the inner lines (blank ones become empty), or that of the last line when there
/// are none.
std::string sharedPrefix(std::vector<std::string>& lines) {
    std::string prefix;
    bool isSet = false;
    for (size_t i = 1; i + 1 < lines.size(); i++) {
        if (isBlankText(lines[i])) {
            lines[i].clear();
            continue;
        }
        prefix = isSet ? std::string(commonBlankPrefix(prefix, lines[i])) : lines[i];
        if (!isSet) prefix = std::string(commonBlankPrefix(prefix, prefix));
        isSet = true;
    }
    if (!isSet) prefix = std::string(commonBlankPrefix(lines.back(), lines.back()));
    return prefix;
}

/// Leaves in `prefix` what the text's own indentation behind `/*` does not account for.
void shortenPrefix(std::string& prefix, std::string_view first) {
    if (isBlankText(first.substr(2))) {
        // No text on the first line: text may stand up to three blanks or a tab to the right of the opening.
        size_t length = prefix.size();
        for (int n = 0; n < 3 && length > 0 && prefix[length - 1] == ' '; n++) length--;
        if (length == prefix.size() && length > 0 && prefix[length - 1] == '\t') length--;
        prefix.resize(length);
        return;
    }
    size_t end = 2;
    while (end < first.size() && static_cast<unsigned char>(first[end]) <= ' ') end++;
    std::string suffix(first.substr(2, end - 2));
    // A tab makes up for the opening; otherwise two blanks do.
    if (suffix.empty() || suffix[0] != '\t') suffix.insert(0, "  ");
    if (prefix.ends_with(suffix)) prefix.resize(prefix.size() - suffix.size());
}

}  // namespace

void stripCommonPrefix(std::vector<std::string>& lines) {
    if (lines.size() <= 1) return;
    std::string prefix = sharedPrefix(lines);
    const size_t star = prefix.find('*');
    const bool hasLineOfStars = star != std::string::npos;
    if (hasLineOfStars) {
        prefix.resize(star);
        if (prefix.ends_with(' ')) prefix.pop_back();
    } else {
        shortenPrefix(prefix, lines.front());
    }
    const std::string last = lines.back();
    if (isBlankText(last.substr(0, last.find("*/")))) {
        lines.back() = prefix + (hasLineOfStars ? " */" : "*/");
    } else {
        prefix = std::string(commonBlankPrefix(prefix, last));
    }
    for (size_t i = 1; i < lines.size(); i++) {
        if (!lines[i].empty()) lines[i].erase(0, std::min(prefix.size(), lines[i].size()));
    }
}

FormatSource::FormatSource(const SourceFile& source, const File& tree)
    : file(source), groups(groupComments(tree)) {
    noteSortedImports(tree, *this);
    if (joined.empty()) return;
    for (CommentGroup& group : groups) {
        for (FormatComment& comment : group.list) {
            comment.pos = withJoinedLines(comment.pos);
            comment.end = withJoinedLines(comment.end);
        }
    }
}

SourcePos FormatSource::withJoinedLines(SourcePos at) const {
    uint32_t dropped = 0;
    for (const JoinedLines& each : joined) {
        if (at.line <= each.first) break;
        if (at.line <= each.last) {
            at.column = at.offset - file.lineStart(each.first) + 1;
            at.line = each.first;
            break;
        }
        dropped += each.last - each.first;
    }
    at.line -= dropped;
    return at;
}

Pos FormatSource::tokenBehind(Pos end, std::string_view token) const {
    uint32_t at = end.offset();
    for (const CommentGroup& group : groups) {
        for (const FormatComment& comment : group.list) {
            if (comment.pos.offset < at) continue;
            const size_t found = file.text().find(token, at);
            if (found < comment.pos.offset) return file.posAt(static_cast<uint32_t>(found));
            at = comment.end.offset;
        }
    }
    return file.posAt(static_cast<uint32_t>(file.text().find(token, at)));
}

std::vector<CommentGroup> groupComments(const File& file) {
    const SourceFile& source = *file.source;
    const std::string_view text = source.text();
    std::vector<CommentGroup> groups;
    uint32_t previousEnd = 0;
    bool wasTrailing = false;
    for (const Comment& comment : file.comments) {
        const LineColumn at = source.lineColumn(comment.pos);
        const LineColumn end = source.lineColumn(comment.end);
        FormatComment item;
        item.text = withoutCarriageReturns(comment.text);
        item.pos = {at.line, at.column, comment.pos.offset()};
        item.end = {end.line, end.column, comment.end.offset()};
        const std::string_view between = text.substr(previousEnd, item.pos.offset - previousEnd);
        const bool followsComment = !groups.empty() && isBlankText(between);
        // A comment behind a token takes only what stands on its line into its group, any other the lines
        // below.
        bool joins = false;
        if (followsComment) {
            const uint32_t endLine = groups.back().list.back().end.line;
            joins = item.pos.line <= endLine + (wasTrailing ? 0 : 1);
        }
        if (!joins) {
            groups.emplace_back();
            wasTrailing = !comment.startsLine;
        }
        CommentGroup& group = groups.back();
        const bool onNewLine = !group.list.empty() && group.list.front().pos.line != item.pos.line;
        group.hasNewline = group.hasNewline || onNewLine || item.isLineComment() ||
                           item.text.find('\n') != std::string::npos;
        previousEnd = item.end.offset;
        group.list.push_back(std::move(item));
    }
    return groups;
}

}  // namespace sluice
