// The `sluicebox` command line program: everything the page can do with a program, in a terminal.
//
// Exit codes: as the program under `go run` has them (0, what os.Exit was given, 2 after a panic, fatal error
// or deadlock), 1 when it does not compile, 3 when a limit ended the run, 64 when the command line makes no
// sense (sysexits EX_USAGE), 66 when a file cannot be read (EX_NOINPUT).
#include <CLI/CLI.hpp>

#include "commands.h"

int main(int argc, char** argv) {
    CLI::App app{"Sluicebox runs Go programs on a virtual clock and shows what their goroutines do."};
    app.name("sluicebox");
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::help);
    int result = 0;
    sluice::cli::addRunCommand(app, result);
    sluice::cli::addCheckCommand(app, result);
    sluice::cli::addLintCommand(app, result);
    sluice::cli::addFmtCommand(app, result);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : sluice::cli::kExitUsage;
    }
    return result;
}
