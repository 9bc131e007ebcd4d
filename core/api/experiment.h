#pragma once
// Experiments: runs a program as a `//sluice:try` line says and judges the claims about it.
//
// Invariants: pure functions of their arguments, as runs are. A claim that cannot be decided (no such event,
// a program that does not compile) does not hold, and `found` says why.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/session.h"
#include "syntax/directives.h"
#include "trace/facts.h"

namespace sluice {

/// Events one run of an experiment may have: more than any demonstration, and 32 MB at most while it is
/// judged.
constexpr uint64_t kMaxExperimentEvents = 1'000'000;
/// Instructions one run of an experiment may take: about a second of real time.
constexpr uint64_t kMaxExperimentInstructions = 200'000'000;

/// What claims need to know of one run.
struct RunSummary {
    RunState state = RunState::Ready;
    int exitCode = 0;
    std::string outcome;  ///< how it ended, in Go's words
    int64_t timeNs = 0;
    std::string standardOutput;
    std::string allOutput;
    RunFacts facts;
};

/// What a program is run with.
struct RunSetting {
    std::vector<Parameter> parameters;
    uint64_t seed = 1;
    int processors = kDefaultProcessors;
    bool hasInputs = false;           ///< false: the program's own inputs
    std::vector<std::string> inputs;  ///< as parseInput reads them
};

/// Runs a program that was compiled with the setting's parameters; false with the reason in `error` when it
/// has no bytecode or an input is malformed.
bool summarizeRun(const Compilation& compilation, const RunSetting& setting, RunSummary& out,
                  std::string& error);

/// A claim after the run.
struct ClaimVerdict {
    std::string claim;  ///< the author's words
    bool holds = false;
    std::string found;  ///< what the run gave instead or as well: "2.5s", "deadlock", "3"
};

/// Judges a claim about the runs of one experiment (one per seed; at least one). `baselines` has as many
/// entries, or none when no claim needs a baseline.
ClaimVerdict judgeClaim(const Claim& claim, const std::vector<RunSummary>& runs,
                        const std::vector<RunSummary>& baselines);

/// What came of an experiment.
struct ExperimentReport {
    std::string title;
    uint32_t line = 0;
    std::string error;  ///< why nothing could be judged; empty when it could
    std::vector<ClaimVerdict> claims;
    std::vector<bool> choices;  ///< for each choice: all its claims hold
    bool holds() const;         ///< no error and all claims hold
    uint32_t rightChoices() const;
};

/// Runs the experiments of one program text. Keeps the runs of the unchanged program, which several
/// experiments are compared with.
class Laboratory {
  public:
    Laboratory(std::string fileName, std::string text);

    /// The program's experiments in source order; empty when it does not compile (see problemText()).
    const std::vector<Experiment>& experiments() const { return compilation_->givenDirectives().experiments; }
    const std::string& problemText() const { return compilation_->problemText(); }
    ExperimentReport conduct(const Experiment& experiment);

  private:
    const RunSummary* baseline(uint64_t seed, std::string& error);

    std::string fileName_;
    std::string text_;
    std::unique_ptr<Compilation> compilation_;
    std::map<uint64_t, RunSummary> baselines_;
};

/// `[{"title":…,"ask":…,"because":…,"line":…,"parameters":{…},"seed":…,"claims":["…"],"choices":["…"]}]`: a
/// program's experiments as pages read them.
std::string experimentsJson(const std::vector<Experiment>& experiments);
/// A program's `//sluice:about` pairs as one object of texts.
std::string aboutJson(const std::vector<KeyValue>& about);
/// `{"file":…,"experiments":[…],"reports":[…]}`: conducts all experiments.
std::string laboratoryJson(std::string_view fileName, Laboratory& laboratory);
/// A report as pages read it: `{"title":…,"line":…,"error":…,"holds":…,
/// "claims":[{"claim":…,"holds":…,"found":…}],"choices":[true,false]}`.
std::string reportJson(const ExperimentReport& report);

}  // namespace sluice
