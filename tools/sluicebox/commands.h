// The subcommands of `sluicebox`. Each add…Command declares its options and, when chosen, leaves the exit
// code in `result`.
#pragma once

namespace CLI {
class App;
}

namespace sluice::cli {

inline constexpr int kExitCompile = 1;   ///< the program does not compile, as `go run`
inline constexpr int kExitLimit = 3;     ///< a limit ended the run
inline constexpr int kExitUsage = 64;    ///< EX_USAGE
inline constexpr int kExitNoInput = 66;  ///< EX_NOINPUT

void addRunCommand(CLI::App& app, int& result);
void addCheckCommand(CLI::App& app, int& result);
void addLintCommand(CLI::App& app, int& result);
void addFmtCommand(CLI::App& app, int& result);

}  // namespace sluice::cli
