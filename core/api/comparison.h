#pragma once
// Comparisons: two runs side by side and what is claimed of their difference. A comparison is a Markdown file
// whose first lines say what is compared (core/catalogue/compare/*.md):
//
//     # Worker pool or a goroutine per task?
//     left: worker_pool numWorkers=3 seed=7
//     right: goroutine_per_task
//     sweep: numWorkers 1…16
//     claim: time < 1x
//     claim: left goroutines = 6
//
//     Text …
//
// Invariants: claims are about the right run with the left one as baseline ("0.5x" = half of what the left
// run gives); `claim: left CLAIM` is about the left run alone.

#include <string>
#include <string_view>
#include <vector>

#include "api/experiment.h"

namespace sluice {

/// One side: a program of the catalogue and how it is run.
struct ComparisonSide {
    std::string program;  ///< file name without .go
    RunSetting setting;
};

/// A claim about one of the two runs.
struct ComparisonClaim {
    bool aboutLeft = false;
    Claim claim;
};

/// See the head of the file.
struct Comparison {
    std::string title;
    ComparisonSide left, right;
    std::string sweepName;  ///< slider of the left program to draw the total time over; empty for none
    double sweepFrom = 0, sweepTo = 0;
    std::vector<ComparisonClaim> claims;
    std::string body;  ///< Markdown
};

/// Reads a comparison file. Returns what is wrong, with the line, or "".
std::string readComparison(std::string_view text, Comparison& out);

/// What came of a comparison.
struct ComparisonReport {
    std::string error;  ///< why nothing could be judged; empty when it could
    RunSummary left, right;
    std::vector<ClaimVerdict> claims;
    bool holds() const;
};

/// Runs both sides; the texts are those of the programs that the comparison names.
ComparisonReport conductComparison(const Comparison& comparison, std::string_view leftText,
                                   std::string_view rightText);

/// The comparison, what was measured of both runs, and the verdicts, as pages read them.
std::string comparisonJson(const Comparison& comparison, const ComparisonReport& report);

}  // namespace sluice
