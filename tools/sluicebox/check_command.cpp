// `sluicebox check FILE…`: diagnostics as gc prints them, nothing else.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "api/session.h"
#include "commands.h"
#include "files.h"

namespace sluice::cli {

namespace {

int check(const std::vector<std::string>& paths, bool hints) {
    int result = 0;
    for (const std::string& path : paths) {
        std::string text, error;
        if (!readFile(path, text, error)) {
            std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
            return kExitNoInput;
        }
        const auto compilation = compileProgram(path == "-" ? "./prog.go" : path, text, {});
        std::fputs(compilation->problemText().c_str(), stderr);
        if (hints) {
            for (const Problem& problem : compilation->problems())
                if (!problem.hint.empty())
                    std::fprintf(stderr, "  line %u: %s\n", problem.line, problem.hint.c_str());
        }
        if (!compilation->program()) result = kExitCompile;
    }
    return result;
}

}  // namespace

void addCheckCommand(CLI::App& app, int& result) {
    struct Options {
        std::vector<std::string> paths;
        bool hints = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check", "Report a program's errors in the Go compiler's words");
    command->add_option("FILE", options->paths, "Go source files, - for standard input")->required();
    command->add_flag("--hints", options->hints, "Say what to do about each error");
    command->callback([options, &result] { result = check(options->paths, options->hints); });
}

}  // namespace sluice::cli
