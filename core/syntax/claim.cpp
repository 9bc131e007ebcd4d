// Reads claims by matching their words against the patterns of claims.def.
#include "syntax/claim.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/read_float.h"
#include "source/lexer.h"
#include "syntax/directives.h"

namespace sluice {

namespace {

struct ClaimRow {
    ClaimKind kind;
    std::string_view pattern;
};
constexpr ClaimRow kRows[] = {
#define SLUICE_CLAIM(number, Name, pattern, meaning) {ClaimKind::Name, pattern},
#include "syntax/claims.def"
#undef SLUICE_CLAIM
};

struct ComparisonRow {
    std::string_view text;
    CompareOp comparison;
};
constexpr ComparisonRow kComparisons[] = {
    {"=", CompareOp::Equal},      {"!=", CompareOp::NotEqual}, {"<", CompareOp::Less},
    {"<=", CompareOp::LessEqual}, {">", CompareOp::Greater},   {">=", CompareOp::GreaterEqual},
};

std::string_view nextWord(std::string_view& pattern) {
    const size_t end = std::min(pattern.find(' '), pattern.size());
    const std::string_view word = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    return word;
}

bool readComparison(const ClaimWord& word, CompareOp& out) {
    if (word.quoted) return false;
    for (const ComparisonRow& row : kComparisons) {
        if (row.text != word.text) continue;
        out = row.comparison;
        return true;
    }
    return false;
}

bool readNumber(std::string_view text, double& out) {
    const std::string copy(text);
    char* end = nullptr;
    out = readFloat(copy.c_str(), &end);
    const char first = copy.empty() ? ' ' : copy.front();
    const bool startsWell = (first >= '0' && first <= '9') || first == '-' || first == '.';
    return startsWell && end == copy.c_str() + copy.size() && std::isfinite(out);
}

bool readAmount(const ClaimWord& word, Claim& out) {
    if (word.quoted) return false;
    std::string_view text = word.text;
    if (readNumber(text, out.amount)) {
        out.unit = ClaimUnit::Plain;
        return true;
    }
    if (text.ends_with('x') && readNumber(text.substr(0, text.size() - 1), out.amount)) {
        out.unit = ClaimUnit::Ratio;
        return out.amount >= 0;
    }
    int64_t nanoseconds = 0;
    if (!parseDuration(text, nanoseconds)) return false;
    out.unit = ClaimUnit::Nanoseconds;
    out.amount = static_cast<double>(nanoseconds);
    return true;
}

bool readCount(const ClaimWord& word, uint32_t& out) {
    const char* end = word.text.data() + word.text.size();
    const auto result = std::from_chars(word.text.data(), end, out);
    return !word.quoted && result.ec == std::errc{} && result.ptr == end;
}

/// Reads `word` as the placeholder says; false when it is something else.
bool readPlace(std::string_view place, const ClaimWord& word, Claim& out) {
    CompareOp ignored;
    if (place == "NAME") {
        if (word.quoted || word.text == "," || readComparison(word, ignored)) return false;
        out.name = word.text;
    } else if (place == "KIND") {
        if (word.quoted || readComparison(word, ignored)) return false;
        out.eventKind = word.text;
    } else if (place == "COUNT") {
        return readCount(word, out.count);
    } else if (place == "CMP") {
        return readComparison(word, out.comparison);
    } else if (place == "AMOUNT") {
        return readAmount(word, out);
    } else if (place == "VALUE" || place == "TEXT") {
        out.value = word.text;
    } else {
        return !word.quoted && word.text == place;
    }
    return true;
}

bool matches(std::string_view pattern, const ClaimWord* word, const ClaimWord* end, Claim& out) {
    while (!pattern.empty()) {
        std::string_view place = nextWord(pattern);
        const bool optional = place.starts_with('[');
        if (optional) place = place.substr(1, place.size() - 2);
        if (word != end && readPlace(place, *word, out)) {
            ++word;
        } else if (!optional) {
            return false;
        }
    }
    return word == end;
}

/// Time is a duration or a ratio; everything else is counted or a ratio.
std::string unitProblem(const Claim& claim) {
    switch (claim.kind) {
        case ClaimKind::Time:
            return claim.unit == ClaimUnit::Plain
                       ? "time wants a duration such as 1.5s, or a multiple such as 0.5x"
                       : "";
        case ClaimKind::WatchMax:
        case ClaimKind::WatchMin:
            return claim.unit == ClaimUnit::Ratio ? "watch cannot be compared with the baseline" : "";
        default: return claim.unit == ClaimUnit::Nanoseconds ? "a number is wanted, not a duration" : "";
    }
}

std::string joined(const ClaimWord* begin, const ClaimWord* end) {
    std::string out;
    for (; begin != end; ++begin) {
        if (!out.empty()) out += ' ';
        out += begin->quoted ? quoteText(begin->text) : begin->text;
    }
    return out;
}

/// The forms that start as the author started, or all first words when there is none.
std::string accepted(const ClaimWord& first) {
    std::string forms, words;
    for (const ClaimRow& row : kRows) {
        std::string_view pattern = row.pattern;
        const std::string_view word = nextWord(pattern);
        if (!first.quoted && word == first.text) {
            forms += (forms.empty() ? "" : "; ") + std::string(row.pattern);
        } else if (words.find(word) == std::string::npos) {
            words += (words.empty() ? "" : ", ") + std::string(word);
        }
    }
    return forms.empty() ? "claims start with " + words + ", sometimes or never" : "write " + forms;
}

std::string readRange(const ClaimWord* begin, const ClaimWord* end, Claim& out) {
    const std::string text = joined(begin, end);
    const auto isWord = [&](std::string_view word) {
        return begin != end && !begin->quoted && begin->text == word;
    };
    ClaimQuantity quantity = ClaimQuantity::Always;
    if (isWord("sometimes")) {
        quantity = ClaimQuantity::Sometimes;
        ++begin;
    } else if (isWord("never")) {
        quantity = ClaimQuantity::Never;
        ++begin;
    }
    if (begin == end) return "a claim is missing";
    for (const ClaimRow& row : kRows) {
        Claim claim;
        if (!matches(row.pattern, begin, end, claim)) continue;
        claim.kind = row.kind;
        claim.quantity = quantity;
        claim.text = text;
        out = std::move(claim);
        const std::string problem = unitProblem(out);
        return problem.empty() ? "" : text + ": " + problem;
    }
    return "cannot read the claim `" + text + "`: " + accepted(*begin);
}

}  // namespace

bool Claim::needsBaseline() const {
    return unit == ClaimUnit::Ratio || kind == ClaimKind::OutputSame || kind == ClaimKind::OutputDiffers;
}

std::string readClaims(const std::vector<ClaimWord>& words, std::vector<Claim>& out) {
    const ClaimWord* word = words.data();
    const ClaimWord* const end = word + words.size();
    for (;;) {
        const ClaimWord* stop = word;
        while (stop != end && (stop->quoted || stop->text != ",")) ++stop;
        Claim claim;
        const std::string problem = readRange(word, stop, claim);
        if (!problem.empty()) return problem;
        out.push_back(std::move(claim));
        if (stop == end) return "";
        word = stop + 1;
    }
}

std::string splitClaimWords(std::string_view text, std::vector<ClaimWord>& out) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty()) {
        if (isBlank(text.front())) {
            text.remove_prefix(1);
        } else if (text.front() == ',') {
            out.push_back({",", false});
            text.remove_prefix(1);
        } else if (text.front() == '"' || text.front() == '`') {
            const char quote = text.front();
            size_t end = 1;
            while (end < text.size() && text[end] != quote) end += quote == '"' && text[end] == '\\' ? 2 : 1;
            if (end >= text.size()) return "quoted text is not closed";
            out.push_back({unquoteString(text.substr(0, end + 1)), true});
            text.remove_prefix(end + 1);
        } else {
            size_t end = 0;
            while (end < text.size() && !isBlank(text[end]) && text[end] != ',') ++end;
            out.push_back({std::string(text.substr(0, end)), false});
            text.remove_prefix(end);
        }
    }
    return "";
}

std::string quoteText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string_view comparisonText(CompareOp comparison) {
    for (const ComparisonRow& row : kComparisons)
        if (row.comparison == comparison) return row.text;
    return "?";
}

bool compareAmounts(double left, CompareOp comparison, double right, double tolerance) {
    const bool equal = std::fabs(left - right) <= tolerance;
    switch (comparison) {
        case CompareOp::Equal: return equal;
        case CompareOp::NotEqual: return !equal;
        case CompareOp::Less: return left < right;
        case CompareOp::LessEqual: return left <= right;
        case CompareOp::Greater: return left > right;
        case CompareOp::GreaterEqual: return left >= right;
    }
    return false;
}

}  // namespace sluice
