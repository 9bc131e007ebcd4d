#include "api/package_comment.h"

#include <string_view>
#include <vector>

#include "source/lexer.h"
#include "source/text.h"
#include "syntax/ast_decl.h"

namespace sluice {

namespace {

/// `//word:…` without a space after the slashes is for tools, not for readers (go/ast, "directive comments").
bool isDirective(std::string_view text) {
    if (text.size() < 4 || text[2] == ' ') return false;
    for (size_t i = 2; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':') return i > 2 && i + 1 < text.size();
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return false;
    }
    return false;
}

/// One comment's text without its marks.
std::string stripped(std::string_view text) {
    if (text.substr(0, 2) == "//") {
        text.remove_prefix(2);
        if (!text.empty() && text[0] == ' ') text.remove_prefix(1);
    } else {
        text.remove_prefix(2);
        if (text.size() >= 2) text.remove_suffix(2);
    }
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return std::string(text);
}

}  // namespace

std::string packageComment(const File& file) {
    if (!file.packageName || !file.source) return "";
    uint32_t nextLine = file.source->lineColumn(file.packageName->pos).line;
    std::vector<std::string> lines;
    for (size_t i = file.comments.size(); i-- > 0;) {
        const Comment& comment = file.comments[i];
        if (!(comment.pos.offset() < file.packageName->pos.offset())) continue;
        const uint32_t endLine = file.source->lineColumn(comment.end).line;
        if (endLine + 1 != nextLine || !comment.startsLine) break;
        nextLine = file.source->lineColumn(comment.pos).line;
        if (!isDirective(comment.text)) lines.push_back(stripped(comment.text));
    }
    std::string out;
    for (size_t i = lines.size(); i-- > 0;) out += lines[i] + "\n";
    while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
    return out == "\n" ? "" : out;
}

}  // namespace sluice
