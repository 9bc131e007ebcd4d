// `sluicebox lint FILE…`: checks a program's directives and runs its experiments, for authors of tutorials.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "api/comparison.h"
#include "commands.h"
#include "files.h"

namespace sluice::cli {

namespace {

struct LintArguments {
    std::vector<std::string> paths;
    bool json = false;
    bool quiet = false;
};

/// What is wrong with an experiment besides its claims, or "".
std::string choiceProblem(const Experiment& experiment, const ExperimentReport& report) {
    if (experiment.choices.empty() || !report.error.empty()) return "";
    std::string right;
    for (size_t i = 0; i < experiment.choices.size(); ++i)
        if (report.choices[i])
            right += (right.empty() ? "" : ", ") + ('"' + experiment.choices[i].text + '"');
    switch (report.rightChoices()) {
        case 0: return "no choice comes true";
        case 1: return "";
        default: return "more than one choice comes true: " + right;
    }
}

/// A slider whose end does not compile breaks the page for whoever drags it there.
int checkSliderEnds(const std::string& name, const std::string& text) {
    int problems = 0;
    const auto compilation = compileProgram(name, text, {});
    for (const Slider& slider : compilation->givenDirectives().sliders) {
        for (const double end : {slider.min, slider.max}) {
            const std::string value = sliderSource(slider, end);
            const std::string given =
                slider.kind == SliderKind::Duration ? formatDuration(static_cast<int64_t>(end)) : value;
            const auto changed = compileProgram(name, text, {{slider.name, given}});
            if (changed->program() != nullptr) continue;
            ++problems;
            std::printf("%s:%u: with %s = %s the program does not compile:\n%s", name.c_str(), slider.line,
                        slider.name.c_str(), given.c_str(), changed->problemText().c_str());
        }
    }
    return problems;
}

void printVerdicts(const std::vector<ClaimVerdict>& claims, bool quiet) {
    for (const ClaimVerdict& verdict : claims)
        if (!verdict.holds || !quiet)
            std::printf("    %s %s: found %s\n",
                        verdict.holds ? "holds " : "does not hold:", verdict.claim.c_str(),
                        verdict.found.c_str());
}

int lintExperiment(const std::string& name, Laboratory& laboratory, const Experiment& experiment,
                   bool quiet) {
    const ExperimentReport report = laboratory.conduct(experiment);
    const std::string choices = choiceProblem(experiment, report);
    const bool good = report.holds() && choices.empty();
    if (!good || !quiet)
        std::printf("%s:%u: %s %s\n", name.c_str(), experiment.line, good ? "ok  " : "FAIL",
                    experiment.title.c_str());
    if (!report.error.empty()) std::printf("    %s\n", report.error.c_str());
    printVerdicts(report.claims, quiet);
    if (!choices.empty()) std::printf("    %s\n", choices.c_str());
    return good ? 0 : 1;
}

/// A comparison (core/catalogue/compare): the programs it names lie in the folder above it, or beside it.
int lintComparison(const std::string& path, const std::string& text, bool quiet) {
    Comparison comparison;
    std::string error = readComparison(text, comparison);
    std::string sources[2];
    const std::string folder = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    const ComparisonSide* sides[2] = {&comparison.left, &comparison.right};
    for (int i = 0; i < 2 && error.empty(); ++i) {
        const std::string file = sides[i]->program + ".go";
        std::string ignored;
        if (!readFile(folder + file, sources[i], ignored) &&
            !readFile(folder + "../" + file, sources[i], ignored))
            error = "there is no " + file + " beside the comparison or in the folder above";
    }
    ComparisonReport report;
    if (error.empty()) {
        report = conductComparison(comparison, sources[0], sources[1]);
        error = report.error;
    }
    const bool good = error.empty() && report.holds();
    if (!good || !quiet)
        std::printf("%s: %s %s\n", path.c_str(), good ? "ok  " : "FAIL", comparison.title.c_str());
    if (!error.empty()) std::printf("    %s\n", error.c_str());
    printVerdicts(report.claims, quiet);
    return good ? 0 : kExitCompile;
}

int lintFile(const std::string& path, const LintArguments& arguments) {
    std::string text, error;
    if (!readFile(path, text, error)) {
        std::fprintf(stderr, "sluicebox: %s\n", error.c_str());
        return kExitNoInput;
    }
    if (path.ends_with(".md")) return lintComparison(path, text, arguments.quiet);
    const std::string name = path == "-" ? "./prog.go" : path;
    Laboratory laboratory(name, text);
    if (!laboratory.problemText().empty()) {
        std::fputs(laboratory.problemText().c_str(), stdout);
        return kExitCompile;
    }
    if (arguments.json) {
        std::puts(laboratoryJson(name, laboratory).c_str());
        return 0;
    }
    int problems = checkSliderEnds(name, text);
    for (const Experiment& experiment : laboratory.experiments())
        problems += lintExperiment(name, laboratory, experiment, arguments.quiet);
    if (problems == 0 && !arguments.quiet)
        std::printf("%s: %zu experiments hold\n", name.c_str(), laboratory.experiments().size());
    return problems == 0 ? 0 : kExitCompile;
}

}  // namespace

void addLintCommand(CLI::App& app, int& result) {
    auto arguments = std::make_shared<LintArguments>();
    CLI::App* command = app.add_subcommand(
        "lint",
        "Check a program's //sluice: directives and run its experiments (exit status 1 when one fails)");
    command->add_option("FILE", arguments->paths, "Go source files, - for standard input")->required();
    command->add_flag("--quiet,-q", arguments->quiet, "Print only what is wrong");
    command->add_flag("--json", arguments->json,
                      "Print experiments and what came of them as JSON, one line a file");
    command->callback([arguments, &result] {
        for (const std::string& path : arguments->paths)
            result = std::max(result, lintFile(path, *arguments));
    });
}

}  // namespace sluice::cli
