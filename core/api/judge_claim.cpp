// Whether a claim holds of a run: one case per row of syntax/claims.def.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "api/experiment.h"
#include "base/read_float.h"

namespace sluice {

namespace {

/// `time = 2s` allows the small change that starting goroutines costs.
constexpr double kTimeTolerance = 0.01;

/// What a run gives for a claim: a yes or no, or an amount to compare.
struct Finding {
    bool isAmount = false;
    bool holds = false;
    double amount = 0;
    std::string found;
};

Finding amountOf(double amount, std::string found) { return {true, false, amount, std::move(found)}; }
Finding amountOf(uint64_t count) { return amountOf(static_cast<double>(count), std::to_string(count)); }
Finding yesNo(bool holds, std::string found) { return {false, holds, 0, std::move(found)}; }

std::string endOf(const RunSummary& run) {
    switch (run.state) {
        case RunState::Finished: return run.exitCode == 0 ? "done" : "exit " + std::to_string(run.exitCode);
        case RunState::Deadlocked: return "deadlock";
        case RunState::Panicked: return run.outcome;
        case RunState::Waiting: return "waiting";
        case RunState::Limited: return "limit: " + run.outcome;
        case RunState::Ready:
        case RunState::Drain: break;
    }
    return "unfinished";
}

std::string_view withoutLineEnds(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string shortened(std::string_view text) {
    constexpr size_t kMost = 200;
    return text.size() <= kMost ? quoteText(text) : quoteText(text.substr(0, kMost)) + "…";
}

bool isDecimal(char c) { return c >= '0' && c <= '9'; }

/// Takes a run of digits off `text`, without leading zeros.
std::string_view takeDigits(std::string_view& text) {
    size_t end = 0;
    while (end < text.size() && isDecimal(text[end])) ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

/// "job 9" comes before "job 10".
bool naturallyLess(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty()) {
        if (isDecimal(left.front()) && isDecimal(right.front())) {
            const std::string_view a = takeDigits(left), b = takeDigits(right);
            if (a.size() != b.size()) return a.size() < b.size();
            if (a != b) return a < b;
        } else {
            if (left.front() != right.front()) return left.front() < right.front();
            left.remove_prefix(1);
            right.remove_prefix(1);
        }
    }
    return left.size() < right.size();
}

bool isSorted(const RunSummary& run) {
    const auto lines = linesOf(run.standardOutput);
    return std::is_sorted(lines.begin(), lines.end(), naturallyLess);
}

uint32_t mostOf(const std::map<std::string, uint32_t, std::less<>>& counts, const std::string& name) {
    uint32_t most = 0;
    for (const auto& [known, count] : counts)
        if (namesThing(name, known)) most = std::max(most, count);
    return most;
}

std::string knownNames(const auto& counts) {
    std::string names;
    for (const auto& [name, ignored] : counts)
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    return names.empty() ? "there are none" : "there are " + names;
}

/// The count for a name, or what names there are when there is no such thing.
Finding countFor(const std::map<std::string, uint32_t, std::less<>>& counts, const std::string& name) {
    for (const auto& [known, count] : counts)
        if (namesThing(name, known)) return amountOf(uint64_t{mostOf(counts, name)});
    return yesNo(false, "nothing is called " + name + "; " + knownNames(counts));
}

Finding eventsFor(const Claim& claim, const RunSummary& run) {
    EventKind kind{};
    if (!findEventKind(claim.eventKind, kind)) return yesNo(false, "no event is called " + claim.eventKind);
    uint64_t count = 0;
    for (const auto& [key, number] : run.facts.events) {
        if (key.first != static_cast<uint16_t>(kind)) continue;
        if (claim.name.empty() ? key.second.empty() : namesThing(claim.name, key.second)) count += number;
    }
    return amountOf(count);
}

bool readNumber(const std::string& text, double& out) {
    char* end = nullptr;
    out = readFloat(text.c_str(), &end);
    if (!text.empty() && end == text.c_str() + text.size()) return true;
    int64_t nanoseconds = 0;
    if (!parseDuration(text, nanoseconds)) return false;
    out = static_cast<double>(nanoseconds);
    return true;
}

bool sameValue(const std::string& left, const std::string& right) {
    double a = 0, b = 0;
    return left == right || (readNumber(left, a) && readNumber(right, b) && a == b);
}

Finding watchFor(const Claim& claim, const RunSummary& run) {
    const std::vector<std::string>* values = nullptr;
    for (const auto& [name, list] : run.facts.watched)
        if (namesThing(claim.name, name)) values = &list;
    if (values == nullptr)
        return yesNo(false,
                     "no watched variable is called " + claim.name + "; " + knownNames(run.facts.watched));
    if (claim.kind == ClaimKind::WatchEver || claim.kind == ClaimKind::WatchNever) {
        const bool ever = std::any_of(values->begin(), values->end(), [&](const std::string& value) {
            return sameValue(value, claim.value);
        });
        return yesNo(ever == (claim.kind == ClaimKind::WatchEver), "in the end " + values->back());
    }
    if (claim.kind == ClaimKind::Watch) {
        double left = 0, right = 0;
        const std::string& last = values->back();
        if (readNumber(last, left) && readNumber(claim.value, right))
            return yesNo(compareAmounts(left, claim.comparison, right, 0), last);
        const int order = last.compare(claim.value);
        return yesNo(compareAmounts(order, claim.comparison, 0, 0), last);
    }
    double extreme = 0;
    std::string found;
    for (const std::string& value : *values) {
        double number = 0;
        if (!readNumber(value, number)) return yesNo(false, value + " is not a number");
        const bool further = claim.kind == ClaimKind::WatchMax ? number > extreme : number < extreme;
        if (found.empty() || further) {
            extreme = number;
            found = value;
        }
    }
    return amountOf(extreme, found);
}

Finding lineFor(const Claim& claim, const RunSummary& run) {
    const auto lines = linesOf(run.standardOutput);
    if (claim.count == 0 || claim.count > lines.size())
        return yesNo(false, std::to_string(lines.size()) + " lines");
    const std::string_view line = lines[claim.count - 1];
    return yesNo(line == claim.value, shortened(line));
}

Finding outputFor(const Claim& claim, const RunSummary& run, const RunSummary* baseline) {
    const std::string_view output = withoutLineEnds(run.standardOutput);
    const bool contains = run.allOutput.find(claim.value) != std::string::npos;
    const bool same = baseline != nullptr && run.standardOutput == baseline->standardOutput;
    switch (claim.kind) {
        case ClaimKind::OutputContains: return yesNo(contains, shortened(output));
        case ClaimKind::OutputLacks: return yesNo(!contains, shortened(output));
        case ClaimKind::OutputIs: return yesNo(output == withoutLineEnds(claim.value), shortened(output));
        case ClaimKind::OutputSorted: return yesNo(isSorted(run), shortened(output));
        case ClaimKind::OutputUnsorted: return yesNo(!isSorted(run), shortened(output));
        case ClaimKind::OutputSame: return yesNo(same, shortened(output));
        default: return yesNo(baseline != nullptr && !same, shortened(output));
    }
}

Finding findingOf(const Claim& claim, const RunSummary& run, const RunSummary* baseline) {
    const bool done = run.state == RunState::Finished && run.exitCode == 0;
    const bool mentions = run.outcome.find(claim.value) != std::string::npos ||
                          run.allOutput.find(claim.value) != std::string::npos;
    switch (claim.kind) {
        case ClaimKind::Done: return yesNo(done, endOf(run));
        case ClaimKind::Clean:
            return yesNo(done && run.facts.leaks == 0,
                         endOf(run) + ", leaks " + std::to_string(run.facts.leaks));
        case ClaimKind::Deadlock: return yesNo(run.state == RunState::Deadlocked, endOf(run));
        case ClaimKind::Panic: return yesNo(run.state == RunState::Panicked && mentions, endOf(run));
        case ClaimKind::Exit:
            return yesNo(run.exitCode == static_cast<int>(claim.count),
                         "exit " + std::to_string(run.exitCode));
        case ClaimKind::Limit: return yesNo(run.state == RunState::Limited && mentions, endOf(run));
        case ClaimKind::Waiting: return yesNo(run.state == RunState::Waiting, endOf(run));
        case ClaimKind::Leaks: return amountOf(uint64_t{run.facts.leaks});
        case ClaimKind::Time: return amountOf(static_cast<double>(run.timeNs), formatDuration(run.timeNs));
        case ClaimKind::Goroutines:
            return claim.name.empty() ? amountOf(uint64_t{run.facts.mostGoroutines})
                                      : countFor(run.facts.mostAlive, claim.name);
        case ClaimKind::Working: return countFor(run.facts.mostWorking, claim.name);
        case ClaimKind::Queue: return countFor(run.facts.longestQueue, claim.name);
        case ClaimKind::Events: return eventsFor(claim, run);
        case ClaimKind::Line: return lineFor(claim, run);
        case ClaimKind::Lines: return amountOf(uint64_t{linesOf(run.standardOutput).size()});
        case ClaimKind::Watch:
        case ClaimKind::WatchEver:
        case ClaimKind::WatchNever:
        case ClaimKind::WatchMax:
        case ClaimKind::WatchMin: return watchFor(claim, run);
        case ClaimKind::OutputContains:
        case ClaimKind::OutputLacks:
        case ClaimKind::OutputIs:
        case ClaimKind::OutputSorted:
        case ClaimKind::OutputUnsorted:
        case ClaimKind::OutputSame:
        case ClaimKind::OutputDiffers: return outputFor(claim, run, baseline);
    }
    return {};
}

/// A run that ended as it should not has no comparable time: an unfinished one counts as not holding.
bool holdsOnce(const Claim& claim, const RunSummary& run, const RunSummary* baseline, std::string& found) {
    const Finding finding = findingOf(claim, run, baseline);
    found = finding.found;
    if (!finding.isAmount) return finding.holds;
    double wanted = claim.amount;
    if (claim.unit == ClaimUnit::Ratio) {
        if (baseline == nullptr) return false;
        const Finding base = findingOf(claim, *baseline, nullptr);
        found += " against " + base.found;
        if (!base.isAmount) return false;
        wanted *= base.amount;
    }
    const double tolerance = claim.kind == ClaimKind::Time ? std::fabs(wanted) * kTimeTolerance : 0;
    return compareAmounts(finding.amount, claim.comparison, wanted, tolerance);
}

}  // namespace

ClaimVerdict judgeClaim(const Claim& claim, const std::vector<RunSummary>& runs,
                        const std::vector<RunSummary>& baselines) {
    ClaimVerdict verdict{claim.text, false, ""};
    size_t holding = 0;
    bool decided = false;
    for (size_t i = 0; i < runs.size(); ++i) {
        std::string found;
        const bool holds = holdsOnce(claim, runs[i], i < baselines.size() ? &baselines[i] : nullptr, found);
        holding += holds;
        // What is worth telling is the first run that decides: a failure, or for `sometimes` and `never` a
        // success.
        const bool decides = holds == (claim.quantity != ClaimQuantity::Always);
        if (i == 0 || (decides && !decided)) verdict.found = std::move(found);
        decided = decided || decides;
    }
    switch (claim.quantity) {
        case ClaimQuantity::Always: verdict.holds = holding == runs.size(); break;
        case ClaimQuantity::Never: verdict.holds = holding == 0; break;
        case ClaimQuantity::Sometimes:
            verdict.holds = runs.size() == 1 ? holding == 1 : holding > 0 && holding < runs.size();
            break;
    }
    if (runs.size() > 1)
        verdict.found +=
            " (with " + std::to_string(holding) + " of " + std::to_string(runs.size()) + " seeds)";
    return verdict;
}

}  // namespace sluice
