// Runs the checker over tests/check: every file says in ERROR comments which messages its lines must get.
//
//   x := 1 // ERROR "declared and not used: x"
//
// The text in quotes is a part of the message's first line. A file named bad-… must have errors, others must
// have none. Where a NAME.want stands beside a bad file, it holds the compiler's whole output; then that
// counts, and the comments are for readers.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "types_fixture.h"

using namespace sluice;
using namespace sluice::test;

namespace {
const std::string kRoot = SLUICE_REPO_ROOT;
const std::string kLibrary = kRoot + "/core/library/go";

/// The quoted texts of the ERROR comments of each line, from line 1.
std::vector<std::vector<std::string>> expectedErrors(const std::string& text) {
    std::vector<std::vector<std::string>> lines(1);
    size_t start = 0;
    while (start < text.size()) {
        size_t end = text.find('\n', start);
        if (end == std::string::npos) end = text.size();
        std::string line = text.substr(start, end - start);
        lines.emplace_back();
        size_t mark = line.find("// ERROR ");
        for (size_t i = mark == std::string::npos ? line.size() : mark; i < line.size(); i++) {
            char quote = line[i];
            if (quote != '"' && quote != '`') continue;
            std::string quoted;
            for (i++; i < line.size() && line[i] != quote; i++) {
                if (line[i] == '\\' && quote == '"') i++;
                quoted += line[i];
            }
            lines.back().push_back(quoted);
        }
        start = end + 1;
    }
    return lines;
}

/// What does not fit between a file's ERROR comments and the checker's messages; empty when all is well.
std::string mismatches(const std::string& text) {
    CheckRun run(kLibrary);
    run.check("./prog.go", text);
    auto expected = expectedErrors(text);
    std::string out;
    for (const Diagnostic& d : run.diagnostics.sorted()) {
        uint32_t line = run.files.lineColumn(d.pos).line;
        bool found = false;
        if (line < expected.size()) {
            auto& wanted = expected[line];
            for (size_t i = 0; i < wanted.size() && !found; i++) {
                if (d.message.find(wanted[i]) == std::string::npos) continue;
                wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(i));
                found = true;
            }
        }
        if (!found) out += "unexpected: " + formatDiagnostic(run.files, d) + "\n";
    }
    for (size_t line = 1; line < expected.size(); line++) {
        for (const std::string& wanted : expected[line])
            out += "missing on line " + std::to_string(line) + ": " + wanted + "\n";
    }
    return out;
}
}  // namespace

TEST_CASE("programs in tests/check get the messages that their ERROR comments say") {
    std::string folder = kRoot + "/tests/check";
    std::vector<std::string> names = listFiles(folder, ".go");
    CHECK(names.size() >= 150);
    for (const std::string& name : names) {
        std::string text = readWholeFile(folder + "/" + name);
        bool isBad = name.substr(0, 4) == "bad-";
        std::string wanted = readWholeFile(folder + "/" + name.substr(0, name.size() - 3) + ".want");
        INFO(name);
        if (isBad && !wanted.empty()) {
            CheckRun run(kLibrary);
            run.check("./prog.go", text);
            CHECK(run.diagnostics.text() == wanted);
        } else if (!isBad || text.find("// ERROR ") != std::string::npos) {
            CHECK(mismatches(text) == "");
        }
    }
}

TEST_CASE("every library package checks without errors, bodies included") {
    std::vector<std::string> folders{""};
    for (size_t i = 0; i < folders.size(); i++) {
        std::string folder = kLibrary + "/" + folders[i];
        if (!folders[i].empty() && !listFiles(folder, ".go").empty()) {
            CheckRun run(kLibrary);
            Package* pkg = run.checker.importPackage(folders[i]);
            CHECK(pkg != nullptr);
            if (pkg != nullptr) run.checker.checkWholePackage(pkg);
            INFO(folders[i]);
            CHECK(run.diagnostics.text() == "");
        }
        for (const std::string& name : listSubfolders(folder)) {
            folders.push_back(folders[i].empty() ? name : folders[i] + "/" + name);
        }
    }
}

TEST_CASE("the listings check without errors") {
    std::string folder = kRoot + "/../shared/listings";
    for (const std::string& name : listFiles(folder, ".go")) {
        CheckRun run(kLibrary);
        run.check("./prog.go", readWholeFile(folder + "/" + name));
        INFO(name);
        CHECK(run.diagnostics.text() == "");
    }
}
