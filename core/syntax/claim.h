#pragma once
// Claims: what an experiment says must happen (`-> time = 2s, leaks = 0`). Reading them is a matter of text
// only; whether they hold is decided in api/experiment.h.
//
// Invariants: a Claim read without an error has every field its pattern in claims.def asks for; `text` keeps
// the author's words, so that messages and pages can show them unchanged.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// One word of a claim; quoted texts are unquoted and never stand for words of the vocabulary or for a comma.
struct ClaimWord {
    std::string text;
    bool quoted = false;
    bool operator==(const ClaimWord&) const = default;
};

/// One enumerator per row of claims.def.
enum class ClaimKind : uint8_t {
#define SLUICE_CLAIM(number, Name, pattern, meaning) Name = number,
#include "syntax/claims.def"
#undef SLUICE_CLAIM
};

/// Over the seeds an experiment is repeated with: `CLAIM`, `sometimes CLAIM`, `never CLAIM`.
enum class ClaimQuantity : uint8_t {
    Always,     ///< holds with every seed
    Sometimes,  ///< holds with at least one seed and not with all; with one seed: holds
    Never,      ///< holds with no seed
};

enum class CompareOp : uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// How an AMOUNT was written.
enum class ClaimUnit : uint8_t {
    Plain,        ///< `5`
    Nanoseconds,  ///< `1.5s`, as nanoseconds
    Ratio,        ///< `0.5x`: a multiple of the baseline's
};

/// A claim, read.
struct Claim {
    ClaimKind kind = ClaimKind::Done;
    ClaimQuantity quantity = ClaimQuantity::Always;
    CompareOp comparison = CompareOp::Equal;
    ClaimUnit unit = ClaimUnit::Plain;
    double amount = 0;      ///< AMOUNT
    uint32_t count = 0;     ///< COUNT
    std::string name;       ///< NAME; empty when left out
    std::string eventKind;  ///< KIND
    std::string value;      ///< VALUE or TEXT; empty when left out
    std::string text;       ///< the whole claim as it was written
    /// True when deciding it takes a second run: a ratio, or `output same` and `output differs`.
    bool needsBaseline() const;
};

/// Reads claims separated by commas, such as `time < 1s, output contains "a, b"`. Returns what is wrong, or
/// "".
std::string readClaims(const std::vector<ClaimWord>& words, std::vector<Claim>& out);

/// Splits `text` into words and quoted texts; a comma outside quotes is a word of its own. Returns what is
/// wrong, or "".
std::string splitClaimWords(std::string_view text, std::vector<ClaimWord>& out);

/// `text` in quotes on one line, for people.
std::string quoteText(std::string_view text);

/// "=", "<=" …
std::string_view comparisonText(CompareOp comparison);
/// True when `left` compares so with `right`; `tolerance` is what Equal and NotEqual take as no difference.
bool compareAmounts(double left, CompareOp comparison, double right, double tolerance);

}  // namespace sluice
