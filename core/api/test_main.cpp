#include "api/test_main.h"

#include <string_view>
#include <vector>

#include "syntax/ast.h"
#include "syntax/ast_decl.h"

namespace sluice {

namespace {

/// `TestXxx`, where Xxx does not begin with a lower-case letter (package testing).
bool isTestName(std::string_view name, std::string_view prefix) {
    if (name.substr(0, prefix.size()) != prefix) return false;
    if (name.size() == prefix.size()) return true;
    const char next = name[prefix.size()];
    return next < 'a' || next > 'z';
}

}  // namespace

std::string testMainSource(const File& file) {
    if (!file.packageName) return "";
    bool importsTesting = false;
    for (const ImportDecl* import : file.imports)
        importsTesting = importsTesting || import->path == "testing";
    std::vector<std::string> tests, benchmarks;
    for (const Decl* decl : file.decls) {
        if (!isA<FuncDecl>(decl)) continue;
        const auto* function = as<FuncDecl>(decl);
        if (function->receiver || !function->name) continue;
        const std::string name(function->name->name.text());
        if (name == "main") return "";
        if (!function->signature || function->signature->parameters.size() != 1) continue;
        if (isTestName(name, "Test") && name != "TestMain") tests.push_back(name);
        if (isTestName(name, "Benchmark")) benchmarks.push_back(name);
    }
    if (!importsTesting || (tests.empty() && benchmarks.empty())) return "";
    std::string text =
        "package " + std::string(file.packageName->name.text()) + "\n\nimport \"testing\"\n\nfunc main() {\n";
    text += "\ttesting.RunAll([]testing.InternalTest{\n";
    for (const std::string& name : tests) text += "\t\t{Name: \"" + name + "\", F: " + name + "},\n";
    text += "\t}, []testing.InternalBenchmark{\n";
    for (const std::string& name : benchmarks) text += "\t\t{Name: \"" + name + "\", F: " + name + "},\n";
    return text + "\t})\n}\n";
}

}  // namespace sluice
