// `sluicebox run FILE`: runs a program and prints what it prints, or its trace, its story or its lanes.
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "api/session.h"
#include "commands.h"
#include "files.h"
#include "timeline.h"
#include "trace/arguments.h"
#include "trace/export_chrome.h"
#include "trace/export_csv.h"
#include "trace/narrate.h"
#include "trace/text_form.h"

namespace sluice::cli {

namespace {

struct RunArguments {
    std::string path;
    uint64_t seed = 1;
    int processors = kDefaultProcessors;
    std::vector<std::string> parameters, inputs, programArguments;
    std::string schedule, chromePath, csvPath, rawPath;
    bool trace = false, narrate = false, timeline = false, showSchedule = false, gcStress = false;
    std::vector<std::string> limits;
};

/// Whether what is piped into the command is for the program: it can read and nothing else is typed for it.
bool wantsStandardInput(const std::string& source, const std::vector<Input>& inputs) {
    for (const Input& input : inputs)
        if (input.kind == "STDIN") return false;
    const bool reads =
        source.find("os.Stdin") != std::string::npos || source.find("fmt.Scan") != std::string::npos;
    return reads && isatty(STDIN_FILENO) == 0;
}

/// Adds all of the command's standard input as an input at the start of the run.
bool takeStandardInput(std::vector<Input>& inputs) {
    Input input;
    input.kind = "STDIN";
    std::string text, error;
    if (!readFile("-", text, error)) {
        std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
        return false;
    }
    input.values = {{"text", std::move(text)}, {"eof", "true"}};
    inputs.push_back(std::move(input));
    return true;
}

/// "name=value" into a parameter; false when there is no name or no "=".
bool parseParameter(const std::string& text, Parameter& parameter) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) return false;
    parameter = {text.substr(0, equals), text.substr(equals + 1)};
    return true;
}

int usage(const std::string& message) {
    std::fprintf(stderr, "sluicebox: %s\n", message.c_str());
    return kExitUsage;
}

/// Prints program output that has come since the last call, in the order in which it was written to the two
/// streams.
class OutputPump {
  public:
    void pump(const Run& run) {
        const std::string& text = run.allOutput();
        const std::vector<size_t>& switches = run.outputSwitches();
        while (done_ < text.size()) {
            while (piece_ < switches.size() && switches[piece_] <= done_) ++piece_;
            const size_t end = piece_ < switches.size() ? switches[piece_] : text.size();
            FILE* to = piece_ % 2 == 0 ? stdout : stderr;
            std::fwrite(text.data() + done_, 1, end - done_, to);
            std::fflush(to);
            done_ = end;
        }
    }

  private:
    size_t done_ = 0;   ///< Bytes printed.
    size_t piece_ = 0;  ///< Switches behind them.
};

/// The run as sentences, one a line, each with its virtual time.
std::string story(const Run& run) {
    Narrator narrator(run.recorder());
    std::string out;
    for (uint64_t i = 0; i < run.events().size(); ++i) {
        const Event& event = run.events()[i];
        const std::string time = virtualTimeText(event.time);
        out += std::string(time.size() < 12 ? 12 - time.size() : 0, ' ') + time + "  " +
               narrator.tell(event) + "\n";
    }
    return out;
}

/// All records, then all texts ({u32 length, bytes, zeros up to a multiple of 4} each, text 0 first): the
/// bytes that the WebAssembly bundles hand to the page, for comparing builds.
std::string rawTrace(const Run& run) {
    std::string out;
    for (uint64_t i = 0; i < run.events().size(); ++i)
        out.append(reinterpret_cast<const char*>(&run.events()[i]), sizeof(Event));
    for (uint32_t id = 0; id <= run.recorder().textCount(); ++id) {
        const std::string_view text = run.recorder().textOf(id);
        const uint32_t length = static_cast<uint32_t>(text.size());
        out.append(reinterpret_cast<const char*>(&length), sizeof length);
        out += text;
        out.append((4 - length % 4) % 4, '\0');
    }
    return out;
}

int report(const RunArguments& arguments, const Run& run) {
    if (arguments.trace) std::fputs(traceText(run.events(), run.recorder()).c_str(), stdout);
    if (arguments.narrate) std::fputs(story(run).c_str(), stdout);
    if (arguments.timeline) std::fputs(drawTimeline(run.recorder(), run.events()).c_str(), stdout);
    std::string error;
    if (!arguments.chromePath.empty() &&
        !writeFile(arguments.chromePath, chromeTrace(run.events(), run.recorder()), error))
        return usage(error);
    if (!arguments.csvPath.empty() &&
        !writeFile(arguments.csvPath, csvTrace(run.events(), run.recorder()), error))
        return usage(error);
    if (!arguments.rawPath.empty() && !writeFile(arguments.rawPath, rawTrace(run), error))
        return usage(error);
    if (arguments.showSchedule) std::fprintf(stderr, "schedule: %s\n", run.schedule().c_str());
    switch (run.state()) {
        case RunState::Limited:
            std::fprintf(stderr, "sluicebox: stopped: %s\n", run.outcomeText().c_str());
            return kExitLimit;
        case RunState::Waiting:
            std::fprintf(stderr, "sluicebox: %s\n", run.outcomeText().c_str());
            return run.exitCode();
        default:
            if (run.exitCode() != 0)
                std::fprintf(stderr, "exit status %d\n", run.exitCode());  // as `go run` does
            return run.exitCode();
    }
}

int runFile(const RunArguments& arguments) {
    std::string text, error;
    if (!readFile(arguments.path, text, error)) {
        std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
        return kExitNoInput;
    }
    std::vector<Parameter> parameters(arguments.parameters.size());
    for (size_t i = 0; i < parameters.size(); ++i)
        if (!parseParameter(arguments.parameters[i], parameters[i]))
            return usage("--param wants name=value, not " + arguments.parameters[i]);
    const auto compilation =
        compileProgram(arguments.path == "-" ? "./prog.go" : arguments.path, text, parameters);
    std::fputs(compilation->problemText().c_str(), stderr);
    if (!compilation->program()) return kExitCompile;

    RunOptions options;
    options.seed = arguments.seed;
    options.processors = arguments.processors;
    options.arguments = arguments.programArguments;
    options.schedule = arguments.schedule;
    options.gcStress = arguments.gcStress;
    options.record = arguments.trace || arguments.narrate || arguments.timeline ||
                     !arguments.chromePath.empty() || !arguments.csvPath.empty() ||
                     !arguments.rawPath.empty();
    for (const std::string& given : arguments.limits) {
        Parameter limit;
        if (!parseParameter(given, limit) ||
            !setLimit(options.limits, limit.name, std::strtoull(limit.value.c_str(), nullptr, 10)))
            return usage(
                "--limit wants instructions, timeNs, events, heapBytes, goroutines or outputBytes with a "
                "number, not " +
                given);
    }
    options.inputs = defaultInputs(*compilation);
    for (const std::string& spec : arguments.inputs) {
        Input input;
        if (!parseInput(spec, input, error)) return usage("--input " + spec + ": " + error);
        options.inputs.push_back(input);
    }
    if (arguments.path != "-" && wantsStandardInput(text, options.inputs) &&
        !takeStandardInput(options.inputs))
        return kExitNoInput;
    Run run(*compilation, options);
    const bool quiet = arguments.trace || arguments.narrate || arguments.timeline;
    OutputPump pump;
    for (RunState state = RunState::Ready; state == RunState::Ready || state == RunState::Drain;) {
        state = run.advance({});
        if (!quiet) pump.pump(run);
    }
    return report(arguments, run);
}

}  // namespace

void addRunCommand(CLI::App& app, int& result) {
    auto arguments = std::make_shared<RunArguments>();
    CLI::App* command = app.add_subcommand("run", "Run a program");
    command->add_option("FILE", arguments->path, "Go source file, - for standard input")->required();
    command->add_option("ARGS", arguments->programArguments, "What the program sees as os.Args[1:]");
    command->add_option("--seed", arguments->seed, "Decides everything Go leaves open")
        ->capture_default_str();
    command->add_option("--param", arguments->parameters, "name=value for a slider; may be repeated");
    command->add_option("--processors", arguments->processors, "GOMAXPROCS at the start")
        ->check(CLI::Range(1, kMaxProcessors))
        ->capture_default_str();
    command->add_option("--input", arguments->inputs,
                        "Something from outside, for example \"SIGINT at=2s\"; may be repeated");
    command->add_option("--schedule", arguments->schedule, "Replay the choices of another run");
    command->add_flag("--trace", arguments->trace, "Print the events, one a line");
    command->add_flag("--narrate", arguments->narrate, "Tell the run, one sentence an event");
    command->add_flag("--timeline", arguments->timeline, "Draw a lane for each goroutine");
    command->add_flag("--show-schedule", arguments->showSchedule, "Print the run's choices, for --schedule");
    command->add_option("--chrome", arguments->chromePath,
                        "Write a trace for Perfetto and chrome://tracing to this file");
    command->add_option("--csv", arguments->csvPath,
                        "Write the events as comma separated values to this file");
    command->add_option("--raw", arguments->rawPath,
                        "Write the event records and the texts as the page gets them to this file");
    command->add_flag("--gc-stress", arguments->gcStress,
                      "Collect garbage at every allocation, to test the collector");
    command->add_option(
        "--limit", arguments->limits,
        "name=number: stop after so many instructions, timeNs, events, heapBytes, goroutines, outputBytes");
    command->callback([arguments, &result] { result = runFile(*arguments); });
}

}  // namespace sluice::cli
