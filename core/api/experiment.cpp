// Runs experiments; the judging of single claims is in judge_claim.cpp.
#include "api/experiment.h"

#include <algorithm>

#include "base/json_writer.h"
#include "code/program.h"

namespace sluice {

static_assert(kMaxTryProcessors == static_cast<uint32_t>(kMaxProcessors),
              "a try may ask for what a run accepts");

bool summarizeRun(const Compilation& compilation, const RunSetting& setting, RunSummary& out,
                  std::string& error) {
    if (compilation.program() == nullptr) {
        error = compilation.problemText();
        return false;
    }
    RunOptions options;
    options.seed = setting.seed;
    options.processors = setting.processors;
    options.limits.events = kMaxExperimentEvents;
    options.limits.instructions = kMaxExperimentInstructions;
    if (!setting.hasInputs) options.inputs = defaultInputs(compilation);
    for (const std::string& spec : setting.inputs) {
        Input input;
        std::string problem;
        if (!parseInput(spec, input, problem)) {
            error = "input " + spec + ": " + problem;
            return false;
        }
        options.inputs.push_back(input);
    }
    Run run(compilation, options);
    while (run.advance({}) == RunState::Ready) {
    }
    out.state = run.state();
    out.exitCode = run.exitCode();
    out.outcome = run.outcomeText();
    out.timeNs = run.nowNs();
    out.standardOutput = run.standardOutput();
    out.allOutput = run.allOutput();
    out.facts = collectFacts(run.events(), run.recorder());
    // What is watched and never told had its zero value all the time.
    for (const WatchInfo& watch : compilation.program()->watches) {
        std::vector<std::string>& values = out.facts.watched[watch.name];
        if (values.empty()) values.push_back("0");
    }
    return true;
}

bool ExperimentReport::holds() const {
    return error.empty() && std::all_of(claims.begin(), claims.end(),
                                        [](const ClaimVerdict& verdict) { return verdict.holds; });
}

uint32_t ExperimentReport::rightChoices() const {
    return static_cast<uint32_t>(std::count(choices.begin(), choices.end(), true));
}

Laboratory::Laboratory(std::string fileName, std::string text)
    : fileName_(std::move(fileName)),
      text_(std::move(text)),
      compilation_(compileProgram(fileName_, text_, {})) {}

const RunSummary* Laboratory::baseline(uint64_t seed, std::string& error) {
    const auto known = baselines_.find(seed);
    if (known != baselines_.end()) return &known->second;
    RunSetting setting;
    setting.seed = seed;
    RunSummary summary;
    if (!summarizeRun(*compilation_, setting, summary, error)) return nullptr;
    return &(baselines_[seed] = std::move(summary));
}

ExperimentReport Laboratory::conduct(const Experiment& experiment) {
    ExperimentReport report;
    report.title = experiment.title;
    report.line = experiment.line;
    const auto needsBaseline = [](const std::vector<Claim>& claims) {
        return std::any_of(claims.begin(), claims.end(),
                           [](const Claim& claim) { return claim.needsBaseline(); });
    };
    bool compares = needsBaseline(experiment.claims);
    for (const Choice& choice : experiment.choices) compares = compares || needsBaseline(choice.claims);

    const auto changed = compileProgram(fileName_, text_, experiment.parameters);
    std::vector<RunSummary> runs(experiment.seeds), baselines;
    for (uint32_t i = 0; i < experiment.seeds; ++i) {
        RunSetting setting{
            experiment.parameters, experiment.seeds > 1 ? i + 1 : experiment.seed,
            experiment.processors == 0 ? kDefaultProcessors : static_cast<int>(experiment.processors),
            experiment.hasInputs, experiment.inputs};
        if (!summarizeRun(*changed, setting, runs[i], report.error)) return report;
        if (!compares) continue;
        const RunSummary* known = baseline(setting.seed, report.error);
        if (known == nullptr) return report;
        baselines.push_back(*known);
    }
    for (const Claim& claim : experiment.claims) report.claims.push_back(judgeClaim(claim, runs, baselines));
    for (const Choice& choice : experiment.choices) {
        report.choices.push_back(
            std::all_of(choice.claims.begin(), choice.claims.end(),
                        [&](const Claim& claim) { return judgeClaim(claim, runs, baselines).holds; }));
    }
    return report;
}

std::string experimentsJson(const std::vector<Experiment>& experiments) {
    JsonWriter json;
    json.beginArray();
    for (const Experiment& experiment : experiments) {
        json.beginObject().text("title", experiment.title).text("ask", experiment.question);
        json.text("because", experiment.because).number("line", experiment.line);
        json.key("parameters").beginObject();
        for (const Parameter& parameter : experiment.parameters) json.text(parameter.name, parameter.value);
        json.endObject()
            .number("seed", static_cast<int64_t>(experiment.seed))
            .number("seeds", experiment.seeds);
        json.number("processors", experiment.processors).boolean("hasInputs", experiment.hasInputs);
        json.key("inputs").beginArray();
        for (const std::string& input : experiment.inputs) json.text(input);
        json.endArray().key("claims").beginArray();
        for (const Claim& claim : experiment.claims) json.text(claim.text);
        json.endArray().key("choices").beginArray();
        for (const Choice& choice : experiment.choices) json.text(choice.text);
        json.endArray().endObject();
    }
    return json.endArray().result();
}

std::string reportJson(const ExperimentReport& report) {
    JsonWriter json;
    json.beginObject().text("title", report.title).number("line", report.line).text("error", report.error);
    json.boolean("holds", report.holds()).key("claims").beginArray();
    for (const ClaimVerdict& verdict : report.claims) {
        json.beginObject().text("claim", verdict.claim).boolean("holds", verdict.holds);
        json.text("found", verdict.found).endObject();
    }
    json.endArray().key("choices").beginArray();
    for (const bool right : report.choices) json.boolean(right);
    return json.endArray().endObject().result();
}

std::string aboutJson(const std::vector<KeyValue>& about) {
    JsonWriter json;
    json.beginObject();
    for (const KeyValue& pair : about) json.text(pair.key, pair.value);
    return json.endObject().result();
}

std::string laboratoryJson(std::string_view fileName, Laboratory& laboratory) {
    std::string reports;
    for (const Experiment& experiment : laboratory.experiments())
        reports += (reports.empty() ? "" : ",") + reportJson(laboratory.conduct(experiment));
    JsonWriter file;
    file.text(fileName);
    return "{\"file\":" + file.result() + ",\"experiments\":" + experimentsJson(laboratory.experiments()) +
           ",\"reports\":[" + reports + "]}";
}

}  // namespace sluice
