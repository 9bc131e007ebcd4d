#include "api/comparison.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/json_writer.h"
#include "base/read_float.h"

namespace sluice {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::string_view nextWord(std::string_view& text) {
    text = trimmed(text);
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

/// `worker_pool numWorkers=3 seed=7 processors=2`
std::string readSide(std::string_view text, ComparisonSide& out) {
    out.program = std::string(nextWord(text));
    if (out.program.empty()) return "a program's name is missing";
    for (std::string_view word = nextWord(text); !word.empty(); word = nextWord(text)) {
        const size_t equals = word.find('=');
        if (equals == 0 || equals == std::string_view::npos) return std::string(word) + " is not NAME=VALUE";
        const std::string_view name = word.substr(0, equals), value = word.substr(equals + 1);
        const bool isSeed = name == "seed";
        if (!isSeed && name != "processors") {
            out.setting.parameters.push_back({std::string(name), std::string(value)});
            continue;
        }
        uint64_t number = 0;
        const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
        const uint64_t most = isSeed ? UINT64_MAX : static_cast<uint64_t>(kMaxProcessors);
        if (result.ec != std::errc{} || result.ptr != value.data() + value.size() || number < 1 ||
            number > most)
            return std::string(word) + " is not a whole number from 1 to " + std::to_string(most);
        if (isSeed) {
            out.setting.seed = number;
        } else {
            out.setting.processors = static_cast<int>(number);
        }
    }
    return "";
}

/// `numWorkers 1…16`
std::string readSweep(std::string_view text, Comparison& out) {
    out.sweepName = std::string(nextWord(text));
    const std::string range(trimmed(text));
    const size_t dots = range.find("…");
    if (out.sweepName.empty() || dots == std::string::npos) return "write sweep: NAME FROM…TO";
    const std::string from = range.substr(0, dots), to = range.substr(dots + std::string_view("…").size());
    char* end = nullptr;
    out.sweepFrom = readFloat(from.c_str(), &end);
    const bool goodFrom = !from.empty() && *end == '\0';
    out.sweepTo = readFloat(to.c_str(), &end);
    const bool goodTo = !to.empty() && *end == '\0';
    return goodFrom && goodTo && out.sweepFrom < out.sweepTo ? "" : range + " is not a range such as 1…16";
}

std::string readClaimLine(std::string_view text, Comparison& out) {
    std::vector<ClaimWord> words;
    std::string problem = splitClaimWords(text, words);
    if (!problem.empty()) return problem;
    const bool aboutLeft = !words.empty() && words.front() == ClaimWord{"left", false};
    if (aboutLeft) words.erase(words.begin());
    std::vector<Claim> claims;
    problem = readClaims(words, claims);
    if (!problem.empty()) return problem;
    for (Claim& claim : claims) {
        if (aboutLeft && claim.needsBaseline())
            return claim.text + ": the left run has nothing to be compared with";
        out.claims.push_back({aboutLeft, std::move(claim)});
    }
    return "";
}

std::string readHeaderLine(std::string_view line, Comparison& out) {
    const size_t colon = line.find(':');
    const std::string_view key = line.substr(0, std::min(colon, line.size()));
    const std::string_view value = colon == std::string_view::npos ? "" : trimmed(line.substr(colon + 1));
    if (key == "left") return readSide(value, out.left);
    if (key == "right") return readSide(value, out.right);
    if (key == "sweep") return readSweep(value, out);
    if (key == "claim") return readClaimLine(value, out);
    return "write left:, right:, sweep: or claim:, and an empty line before the text";
}

const char* endOf(RunState state) {
    switch (state) {
        case RunState::Finished: return "done";
        case RunState::Panicked: return "panic";
        case RunState::Deadlocked: return "deadlock";
        case RunState::Waiting: return "waiting";
        default: return "limit";
    }
}

void writeSummary(JsonWriter& json, const RunSummary& summary) {
    json.beginObject().text("end", endOf(summary.state)).text("outcome", summary.outcome);
    json.number("timeNs", summary.timeNs).number("leaks", summary.facts.leaks);
    json.number("goroutines", summary.facts.mostGoroutines).key("working").beginObject();
    for (const auto& [name, count] : summary.facts.mostWorking) json.number(name, count);
    json.endObject().key("queues").beginObject();
    for (const auto& [name, count] : summary.facts.longestQueue)
        if (!name.empty()) json.number(name, count);
    json.endObject().number("lines",
                            std::count(summary.standardOutput.begin(), summary.standardOutput.end(), '\n'));
    json.endObject();
}

void writeSide(JsonWriter& json, const ComparisonSide& side) {
    json.beginObject().text("program", side.program).key("parameters").beginObject();
    for (const Parameter& parameter : side.setting.parameters) json.text(parameter.name, parameter.value);
    json.endObject().number("seed", static_cast<int64_t>(side.setting.seed));
    json.number("processors", side.setting.processors).endObject();
}

}  // namespace

std::string readComparison(std::string_view text, Comparison& out) {
    uint32_t number = 0;
    bool inHeader = true;
    while (inHeader && !text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        std::string problem;
        if (number == 1) {
            if (!line.starts_with("# "))
                problem = "the first line is the title: # TITLE";
            else
                out.title = std::string(line.substr(2));
        } else if (line.empty()) {
            inHeader = number == 2;  // an empty line may follow the title
        } else {
            problem = readHeaderLine(line, out);
        }
        if (!problem.empty()) return "line " + std::to_string(number) + ": " + problem;
    }
    if (out.left.program.empty()) return "left: is missing";
    if (out.right.program.empty()) return "right: is missing";
    out.body = std::string(text);
    return "";
}

bool ComparisonReport::holds() const {
    return error.empty() && std::all_of(claims.begin(), claims.end(),
                                        [](const ClaimVerdict& verdict) { return verdict.holds; });
}

ComparisonReport conductComparison(const Comparison& comparison, std::string_view leftText,
                                   std::string_view rightText) {
    ComparisonReport report;
    const auto conduct = [&](const ComparisonSide& side, std::string_view text, RunSummary& out) {
        const auto compilation = compileProgram("./" + side.program + ".go", text, side.setting.parameters);
        return summarizeRun(*compilation, side.setting, out, report.error);
    };
    if (!conduct(comparison.left, leftText, report.left) ||
        !conduct(comparison.right, rightText, report.right))
        return report;
    const std::vector<RunSummary> left{report.left}, right{report.right};
    for (const ComparisonClaim& claim : comparison.claims) {
        ClaimVerdict verdict =
            claim.aboutLeft ? judgeClaim(claim.claim, left, {}) : judgeClaim(claim.claim, right, left);
        if (claim.aboutLeft) verdict.claim = "left " + verdict.claim;
        report.claims.push_back(std::move(verdict));
    }
    return report;
}

std::string comparisonJson(const Comparison& comparison, const ComparisonReport& report) {
    JsonWriter json;
    json.beginObject().text("title", comparison.title).key("left");
    writeSide(json, comparison.left);
    json.key("right");
    writeSide(json, comparison.right);
    json.text("sweepName", comparison.sweepName);
    json.number("sweepFrom", static_cast<int64_t>(comparison.sweepFrom));
    json.number("sweepTo", static_cast<int64_t>(comparison.sweepTo));
    json.text("body", comparison.body).text("error", report.error).boolean("holds", report.holds());
    json.key("leftRun");
    writeSummary(json, report.left);
    json.key("rightRun");
    writeSummary(json, report.right);
    json.key("claims").beginArray();
    for (const ClaimVerdict& verdict : report.claims) {
        json.beginObject().text("claim", verdict.claim).boolean("holds", verdict.holds);
        json.text("found", verdict.found).endObject();
    }
    return json.endArray().endObject().result();
}

}  // namespace sluice
