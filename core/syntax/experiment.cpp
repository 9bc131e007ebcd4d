// Experiments: a try line with what it changes and claims, and the choice and because lines below it.
#include <charconv>

#include "syntax/directive_impl.h"

namespace sluice {

namespace {

constexpr std::string_view kExperimentKeys[] = {"seed", "seeds", "processors", "input", "ask"};
/// Choices a reader can weigh; more is a quiz.
constexpr size_t kMaxChoices = 6;

template <typename Number>
std::string readWhole(const KeyValue& pair, Number max, Number& out) {
    const char* end = pair.value.data() + pair.value.size();
    const auto result = std::from_chars(pair.value.data(), end, out);
    if (result.ec == std::errc{} && result.ptr == end && out >= 1 && out <= max) return "";
    return pair.key + "=" + pair.value + " is not a whole number from 1 to " + std::to_string(max);
}

/// `SIGINT at=2s; SIGTERM at=3s` into its inputs; `none` is no input.
void splitInputs(std::string_view text, std::vector<std::string>& out) {
    if (text == "none") return;
    while (!text.empty()) {
        const size_t end = std::min(text.find(';'), text.size());
        std::string_view one = text.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty()) out.emplace_back(one);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

bool isExperimentKey(std::string_view key) {
    for (const std::string_view known : kExperimentKeys)
        if (known == key) return true;
    return false;
}

std::string makeExperiment(const Directive& directive, Experiment& out) {
    if (directive.args.size() != 1) return "try needs one quoted title";
    if (directive.claimWords.empty()) return "try needs `->` and what must happen";
    out.title = directive.args.front();
    out.line = directive.line;
    for (const KeyValue& pair : directive.values) {
        std::string problem;
        if (pair.key == "seed") {
            problem = readWhole(pair, UINT64_MAX, out.seed);
        } else if (pair.key == "seeds") {
            problem = readWhole(pair, kMaxExperimentSeeds, out.seeds);
        } else if (pair.key == "processors") {
            problem = readWhole(pair, kMaxTryProcessors, out.processors);
        } else if (pair.key == "input") {
            out.hasInputs = true;
            splitInputs(pair.value, out.inputs);
        } else if (pair.key == "ask") {
            out.question = pair.value;
        } else {
            out.parameters.push_back({pair.key, pair.value});
        }
        if (!problem.empty()) return problem;
    }
    if (directive.find("seed") != nullptr && out.seeds > 1) return "seed= and seeds= exclude each other";
    return readClaims(directive.claimWords, out.claims);
}

std::string addChoice(const Directive& directive, Directives& directives) {
    if (directive.args.size() != 1 || !directive.values.empty()) return "choice needs one quoted text";
    if (directive.claimWords.empty()) return "choice needs `->` and what it claims";
    if (directives.experiments.empty()) return "choice belongs below a try";
    Experiment& experiment = directives.experiments.back();
    if (experiment.choices.size() == kMaxChoices)
        return "a try has at most " + std::to_string(kMaxChoices) + " choices";
    Choice choice{directive.args.front(), {}};
    const std::string problem = readClaims(directive.claimWords, choice.claims);
    if (problem.empty()) experiment.choices.push_back(std::move(choice));
    return problem;
}

std::string addBecause(const Directive& directive, Directives& directives) {
    if (directive.args.size() != 1 || !directive.values.empty()) return "because needs one quoted text";
    if (directives.experiments.empty()) return "because belongs below a try";
    if (!directives.experiments.back().because.empty()) return "the try above already has a because";
    directives.experiments.back().because = directive.args.front();
    return "";
}

}  // namespace sluice
