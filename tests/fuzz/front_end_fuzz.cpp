// libFuzzer target: any bytes through lexer, parser, directives, checker, compiler and formatter. They must
// end in a program or in diagnostics; the formatter must be idempotent.
#include <cstddef>
#include <cstdint>
#include <string>

#include "api/session.h"
#include "base/assert.h"
#include "source/diagnostic.h"
#include "source/lexer.h"
#include "source/text.h"
#include "syntax/format.h"

using namespace sluice;

namespace {

void appendWithoutBlanks(std::string& out, std::string_view text) {
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
    out += '\n';
}

/// The tokens of a text, then its comments, without what a formatter may change: white space, and commas and
/// semicolons that line breaks decide about.
std::string substance(const std::string& text) {
    FileSet files;
    Diagnostics diagnostics(files);
    const SourceFile& file = files.add("./prog.go", text);
    Lexer lexer(file, diagnostics);
    std::string out;
    for (TokenInfo token = lexer.next(); token.kind != Token::EndOfFile; token = lexer.next()) {
        if (token.kind != Token::Comma && token.kind != Token::Semicolon)
            appendWithoutBlanks(out, std::string(tokenText(token.kind)) + std::string(token.text));
    }
    for (const Comment& comment : lexer.comments()) appendWithoutBlanks(out, comment.text);
    return out;
}

/// gofmt itself moves comments at its second go when they stand inside expressions, lists or headers
/// (tests/unit/syntax_format_test.cpp shows where), and the formatter does exactly as gofmt does. So
/// formatting
/// again must change nothing at all in a text without comments, and nothing of substance in others.
bool isStable(const std::string& text, const std::string& once, const std::string& twice) {
    if (once == twice) return true;
    const bool mayHoldComments =
        text.find("//") != std::string::npos || text.find("/*") != std::string::npos;
    return mayHoldComments && substance(once) == substance(twice);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto compilation = compileProgram("./prog.go", text, {});
    SLUICE_ASSERT((compilation->program() != nullptr) == compilation->problemText().empty() ||
                  compilation->program());
    SLUICE_ASSERT(compilation->program() || !compilation->problemText().empty());
    FileSet files;
    Diagnostics diagnostics(files);
    const std::string once = formatSource(text, diagnostics);
    if (!diagnostics.hasErrors()) {
        Diagnostics again(files);
        const std::string twice = formatSource(once, again);
        SLUICE_ASSERT(!again.hasErrors());
        SLUICE_ASSERT(isStable(text, once, twice));
    }
    return 0;
}
