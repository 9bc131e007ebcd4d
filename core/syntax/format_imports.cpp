#include "syntax/format_imports.h"

#include <algorithm>
#include <vector>

#include "base/order.h"
#include "source/text.h"

namespace sluice {

namespace {

struct ImportLine {
    std::string_view path;
    std::string_view name;
    std::string_view text;     // the whole line with its newline
    std::string_view comment;  // what follows the import on its line
};

/// Sorts the specs [begin, end) of neighbouring lines into `out`, which gets the text of their lines.
void sortRun(const SourceFile& source, const List<Decl*>& specs, uint32_t begin, uint32_t end,
             std::string& out) {
    std::vector<ImportLine> lines;
    for (uint32_t i = begin; i < end; i++) {
        const ImportDecl* spec = as<ImportDecl>(specs[i]);
        const uint32_t number = source.lineColumn(spec->pos).line;
        const uint32_t lineBegin = source.lineStart(number);
        const uint32_t lineEnd = source.lineStart(number + 1);
        ImportLine line;
        line.path = spec->path;
        if (spec->localName != nullptr) line.name = spec->localName->name.text();
        line.text = source.text().substr(lineBegin, lineEnd - lineBegin);
        const std::string_view rest = source.text().substr(spec->end.offset(), lineEnd - spec->end.offset());
        const size_t comment = rest.find_first_not_of(" \t\r\n;");
        if (comment != std::string_view::npos) line.comment = rest.substr(comment);
        lines.push_back(line);
    }
    sortStable(lines, [](const ImportLine& a, const ImportLine& b) {
        if (a.path != b.path) return a.path < b.path;
        return a.name != b.name ? a.name < b.name : a.comment < b.comment;
    });
    for (size_t i = 0; i < lines.size(); i++) {
        const bool isDuplicate = i + 1 < lines.size() && lines[i].path == lines[i + 1].path &&
                                 lines[i].name == lines[i + 1].name && lines[i].comment.empty();
        if (!isDuplicate) out += lines[i].text;
    }
}

/// True if the specs [begin, end) stand alone on their lines, so that lines can be moved.
bool isMovable(const SourceFile& source, const GenDecl* decl, uint32_t begin, uint32_t end) {
    const uint32_t openLine = source.lineColumn(decl->parens.open).line;
    const uint32_t closeLine = source.lineColumn(decl->parens.close).line;
    uint32_t previous = openLine;
    for (uint32_t i = begin; i < end; i++) {
        const uint32_t number = source.lineColumn(decl->specs[i]->pos).line;
        const uint32_t lineBegin = source.lineStart(number);
        const std::string_view before =
            source.text().substr(lineBegin, decl->specs[i]->pos.offset() - lineBegin);
        if (number <= previous || number >= closeLine) return false;
        const size_t first = before.find_first_not_of(" \t");
        const bool isCommented = before.find("/*") == first && before.find("*/") != std::string_view::npos;
        if (first != std::string_view::npos && !isCommented) return false;
        if (source.lineColumn(decl->specs[i]->end).line != number) return false;
        const std::string_view line = source.lineText(number);
        const size_t comment = line.find("/*");
        if (comment != std::string_view::npos && line.find("*/") == std::string_view::npos) return false;
        previous = number;
    }
    return true;
}

/// Behind the last of the specs on neighbouring lines that start with `begin`.
uint32_t endOfRun(const SourceFile& source, const List<Decl*>& specs, uint32_t begin) {
    uint32_t end = begin + 1;
    while (end < specs.size() && source.lineColumn(specs[end]->pos).line <=
                                     source.lineColumn(specs[end - 1]->end).line + 1) {
        end++;
    }
    return end;
}

/// The import declaration `decl` with parentheses, null for others.
const GenDecl* importGroup(const Decl* decl) {
    const GenDecl* group = asIf<GenDecl>(decl);
    return group != nullptr && group->token == Token::Import && group->isGroup ? group : nullptr;
}

}  // namespace

std::string sortImports(const File& file) {
    const SourceFile& source = *file.source;
    std::string out;
    uint32_t copied = 0;
    for (const Decl* each : file.decls) {
        const GenDecl* imports = asIf<GenDecl>(each);
        if (imports == nullptr || imports->token != Token::Import) break;
        const GenDecl* decl = importGroup(each);
        if (decl == nullptr) continue;
        for (uint32_t begin = 0; begin < decl->specs.size();) {
            const uint32_t end = endOfRun(source, decl->specs, begin);
            if (end - begin > 1 && isMovable(source, decl, begin, end)) {
                const uint32_t first = source.lineStart(source.lineColumn(decl->specs[begin]->pos).line);
                const uint32_t last = source.lineStart(source.lineColumn(decl->specs[end - 1]->pos).line + 1);
                out += source.text().substr(copied, first - copied);
                sortRun(source, decl->specs, begin, end, out);
                copied = last;
            }
            begin = end;
        }
    }
    return out + std::string(source.text().substr(copied));
}

void noteSortedImports(const File& file, FormatSource& source) {
    for (const Decl* each : file.decls) {
        const GenDecl* imports = asIf<GenDecl>(each);
        if (imports == nullptr || imports->token != Token::Import) break;
        const GenDecl* decl = importGroup(each);
        if (decl == nullptr || decl->specs.empty()) continue;
        for (uint32_t begin = 0; begin < decl->specs.size();) {
            const uint32_t end = endOfRun(source.file, decl->specs, begin);
            for (uint32_t i = begin; i < end && end - begin > 1; i++) {
                source.movedImports.push_back(decl->specs[i]->pos);
            }
            begin = end;
        }
        const uint32_t first = source.file.lineColumn(decl->specs.back()->pos).line + 1;
        const uint32_t last = source.file.lineColumn(decl->parens.close).line;
        if (last > first) source.joined.push_back({first, last});
    }
}

}  // namespace sluice
