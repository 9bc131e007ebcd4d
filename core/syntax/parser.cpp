#include "syntax/parser.h"

#include "base/assert.h"
#include "base/utf8.h"
#include "syntax/parser_impl.h"

namespace sluice {

namespace {

/// gc's words for a token in "expected …".
std::string tokenWords(Token token) {
    if (token == Token::Comma) return "comma";
    if (token == Token::Semicolon) return "semicolon or newline";
    const std::string text(tokenText(token));
    return isKeyword(token) ? "keyword " + text : text;
}

/// Keywords that start a statement: good places to go on after an error inside a function.
bool startsStatement(Token token) {
    switch (token) {
        case Token::Break:
        case Token::Const:
        case Token::Continue:
        case Token::Defer:
        case Token::Fallthrough:
        case Token::For:
        case Token::Go:
        case Token::Goto:
        case Token::If:
        case Token::Return:
        case Token::Select:
        case Token::Switch:
        case Token::Type:
        case Token::Var: return true;
        default: return false;
    }
}

}  // namespace

Parser::Parser(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics,
               bool skipsBodies)
    : lexer_(file, diagnostics),
      file_(file),
      arena_(arena),
      names_(names),
      diagnostics_(diagnostics),
      skipsBodies_(skipsBodies) {}

void Parser::next() {
    lastEnd_ = token_.end;
    if (isAborted_) return;
    token_ = lexer_.next();
}

bool Parser::got(Token token) {
    if (!at(token)) return false;
    next();
    return true;
}

void Parser::want(Token token) {
    if (got(token)) return;
    syntaxError("expected " + tokenWords(token));
    advance({});
}

/// Accepts `=`, and `:=` with a complaint.
bool Parser::gotAssign() {
    if (at(Token::Define)) syntaxError("expected =");
    if (!at(Token::Define) && !at(Token::Assign)) return false;
    next();
    return true;
}

void Parser::error(Pos pos, std::string message) {
    const uint32_t length = pos == token_.pos ? token_.end.value - token_.pos.value : 0;
    const bool isSyntax = message.starts_with("syntax error");
    const DiagCode code = file_.text().empty() ? DiagCode::EmptySource : DiagCode::SyntaxError;
    lexer_.error(isSyntax ? code : DiagCode::SyntaxError, pos, length, std::move(message));
}

std::string Parser::currentTokenText() const {
    switch (token_.kind) {
        case Token::Identifier: return "name " + std::string(token_.text);
        case Token::Semicolon: return std::string(token_.text);
        case Token::Int:
        case Token::Float:
        case Token::Imaginary:
        case Token::Char:
        case Token::String: return "literal " + std::string(token_.text);
        default: return tokenWords(token_.kind);
    }
}

/// Reports `message`. What starts with "expected", "in", "at" or "after" is a remark about the current token.
void Parser::syntaxErrorAt(Pos pos, const std::string& message) {
    if (at(Token::EndOfFile) && lexer_.errorCount() > 0) return;  // a follow-up of an earlier error
    if (message.starts_with("in ") || message.starts_with("at ") || message.starts_with("after ")) {
        error(pos, "syntax error: unexpected " + currentTokenText() + " " + message);
    } else if (message.starts_with("expected ")) {
        error(pos, "syntax error: unexpected " + currentTokenText() + ", " + message);
    } else {
        error(pos, "syntax error: " + message);
    }
}

/// Skips to one of `follow` (inside functions also to the start of a statement); with no `follow`, skips one
/// token.
void Parser::advance(std::initializer_list<Token> follow) {
    while (!at(Token::EndOfFile)) {
        if (follow.size() > 0 && funcDepth_ > 0 && startsStatement(token_.kind)) return;
        for (const Token token : follow) {
            if (at(token)) return;
        }
        next();
        if (follow.size() == 0) return;
    }
}

/// Enters one more level of nesting; `extra` counts levels that a loop added to the tree. False when it is
/// too deep: then only the end of the file follows, and every production returns soon.
bool Parser::enter(uint32_t extra) {
    depth_++;
    if (depth_ + extra <= kMaxNesting) return true;
    tooDeep();
    return false;
}

void Parser::tooDeep() {
    if (isAborted_) return;
    isAborted_ = true;
    lexer_.error(DiagCode::NestingTooDeep, pos(), 1, "syntax error: exceeded max nesting depth");
    token_.kind = Token::EndOfFile;
    token_.text = "EOF";
}

Ident* Parser::makeIdent(Pos pos, std::string_view text) {
    Ident* ident = make<Ident>(pos);
    ident->name = names_.intern(text);
    return ident;
}

/// True if the text is so full of bytes that no Go program holds that one message says more than hundreds.
bool Parser::looksBinary() const {
    constexpr size_t kProbeBytes = 4096;
    constexpr size_t kBadPercent = 2;
    constexpr size_t kBadAtLeast = 10;
    const std::string_view probe = file_.text().substr(0, kProbeBytes);
    size_t bad = 0;
    for (std::string_view rest = probe; !rest.empty();) {
        const DecodedRune decoded = decodeRune(rest);
        const bool isControl = decoded.rune < 0x20 && (decoded.rune < '\t' || decoded.rune > '\r');
        if (!decoded.valid || isControl) bad++;
        rest.remove_prefix(decoded.width);
    }
    return bad >= kBadAtLeast && bad * 100 > probe.size() * kBadPercent;
}

File* Parser::parseFile() {
    File* file = make<File>(file_.posAt(0));
    file->source = &file_;
    file->end = file_.posAt(static_cast<uint32_t>(file_.text().size()));
    if (file_.isTooLong()) {
        lexer_.error(DiagCode::SourceTooLong, file_.posAt(0), 1,
                     "source file has " + std::to_string(file_.originalBytes()) + " bytes; at most " +
                         std::to_string(kMaxSourceBytes) + " are accepted");
        return file;
    }
    if (!file_.isLibrary() && looksBinary()) {
        lexer_.error(DiagCode::BinaryFile, file_.posAt(0), 1, "this is a binary file, not Go source text");
        return file;
    }
    next();
    if (parsePackageClause(file)) parseDecls(file);
    file->comments = arena_.copyList(lexer_.comments());
    return file;
}

File* parseFile(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics) {
    return Parser(file, arena, names, diagnostics).parseFile();
}

File* parseDeclarations(const SourceFile& file, Arena& arena, Interner& names, Diagnostics& diagnostics) {
    return Parser(file, arena, names, diagnostics, true).parseFile();
}

void parseSkippedBody(FuncDecl& decl, const SourceFile& file, Arena& arena, Interner& names,
                      Diagnostics& diagnostics) {
    if (decl.skippedBody == 0) return;
    Parser(file, arena, names, diagnostics).parseSkippedBody(decl);
}

}  // namespace sluice
