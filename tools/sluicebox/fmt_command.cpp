// `sluicebox fmt FILE…`: programs laid out as gofmt does it.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "commands.h"
#include "files.h"
#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/format.h"

namespace sluice::cli {

namespace {

int format(const std::vector<std::string>& paths, bool isInPlace) {
    int result = 0;
    for (const std::string& path : paths) {
        std::string text, error;
        if (!readFile(path, text, error)) {
            std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
            return kExitNoInput;
        }
        FileSet files;
        files.add(path == "-" ? "./prog.go" : path, text);
        Diagnostics diagnostics(files);
        const std::string formatted = formatSource(text, diagnostics);
        if (diagnostics.hasErrors()) {
            std::fputs(diagnostics.text().c_str(), stderr);
            result = kExitCompile;
            continue;
        }
        if (!isInPlace) {
            std::fwrite(formatted.data(), 1, formatted.size(), stdout);
        } else if (formatted != text && !writeFile(path, formatted, error)) {
            std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
            return kExitNoInput;
        }
    }
    return result;
}

}  // namespace

void addFmtCommand(CLI::App& app, int& result) {
    struct Options {
        std::vector<std::string> paths;
        bool isInPlace = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("fmt", "Print programs as gofmt lays them out");
    command->add_option("FILE", options->paths, "Go source files, - for standard input")->required();
    command->add_flag("-w", options->isInPlace, "Write the files themselves where the layout differs");
    command->callback([options, &result] { result = format(options->paths, options->isInPlace); });
}

}  // namespace sluice::cli
