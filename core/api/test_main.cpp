#include "api/test_main.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "source/lexer.h"
#include "source/text.h"
#include "syntax/ast.h"
#include "syntax/ast_decl.h"
#include "syntax/ast_stmt.h"
#include "syntax/claim.h"

namespace sluice {

namespace {

/// `TestXxx`, where Xxx does not begin with a lower-case letter (package testing).
bool isTestName(std::string_view name, std::string_view prefix) {
    if (name.substr(0, prefix.size()) != prefix) return false;
    if (name.size() == prefix.size()) return true;
    const char next = name[prefix.size()];
    return next < 'a' || next > 'z';
}

/// What an example should print: the comment `// Output: …` at the end of its body.
struct WantedOutput {
    bool exists = false;
    bool isUnordered = false;
    std::string text;
};

std::string_view withoutMarkers(std::string_view comment) {
    if (comment.starts_with("/*")) return comment.substr(2, comment.size() - 4);
    comment.remove_prefix(2);
    if (comment.starts_with(' ')) comment.remove_prefix(1);
    const size_t end = comment.find_last_not_of(" \t\r");
    return comment.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// Takes `word` off the front of `text`, whatever its letters' case.
bool takeWord(std::string_view& text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (size_t i = 0; i < word.size(); i++) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[i]) return false;
    }
    text.remove_prefix(word.size());
    return true;
}

WantedOutput wantedOutput(const File& file, const BlockStmt& body) {
    std::string group;
    uint32_t nextLine = 0;
    for (const Comment& comment : file.comments) {
        if (comment.pos < body.pos || body.rightBrace < comment.pos) continue;
        if (file.source->lineColumn(comment.pos).line != nextLine || !comment.startsLine) group.clear();
        nextLine = file.source->lineColumn(comment.end).line + 1;
        group += withoutMarkers(comment.text);
        group += '\n';
    }
    WantedOutput wanted;
    std::string_view text = group;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    wanted.isUnordered = takeWord(text, "unordered ");
    wanted.exists = takeWord(text, "output:");
    wanted.text = text;
    return wanted;
}

std::string exampleEntry(const std::string& name, const WantedOutput& wanted) {
    return "\t\t{Name: \"" + name + "\", F: " + name + ", Output: " + quoteText(wanted.text) +
           (wanted.isUnordered ? ", Unordered: true},\n" : "},\n");
}

}  // namespace

std::string testMainSource(const File& file) {
    if (!file.packageName) return "";
    bool importsTesting = false;
    for (const ImportDecl* import : file.imports)
        importsTesting = importsTesting || import->path == "testing";
    std::vector<std::string> tests, benchmarks;
    std::string examples;
    for (const Decl* decl : file.decls) {
        if (!isA<FuncDecl>(decl)) continue;
        const auto* function = as<FuncDecl>(decl);
        if (function->receiver || !function->name) continue;
        const std::string name(function->name->name.text());
        if (name == "main") return "";
        if (!function->signature) continue;
        const bool isPlain = function->signature->parameters.empty() && function->signature->results.empty();
        if (isPlain && function->body && isTestName(name, "Example")) {
            const WantedOutput wanted = wantedOutput(file, *function->body);
            if (wanted.exists) examples += exampleEntry(name, wanted);
        }
        if (function->signature->parameters.size() != 1) continue;
        if (isTestName(name, "Test") && name != "TestMain") tests.push_back(name);
        if (isTestName(name, "Benchmark")) benchmarks.push_back(name);
    }
    if (examples.empty() && (!importsTesting || (tests.empty() && benchmarks.empty()))) return "";
    std::string text =
        "package " + std::string(file.packageName->name.text()) + "\n\nimport \"testing\"\n\nfunc main() {\n";
    if (!examples.empty()) text += "\ttesting.AddExamples([]testing.InternalExample{\n" + examples + "\t})\n";
    text += "\ttesting.RunAll([]testing.InternalTest{\n";
    for (const std::string& name : tests) text += "\t\t{Name: \"" + name + "\", F: " + name + "},\n";
    text += "\t}, []testing.InternalBenchmark{\n";
    for (const std::string& name : benchmarks) text += "\t\t{Name: \"" + name + "\", F: " + name + "},\n";
    return text + "\t})\n}\n";
}

}  // namespace sluice
