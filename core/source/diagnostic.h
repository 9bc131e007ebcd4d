#pragma once
// Diagnostics: data in, one formatter out. The words are gc's (Go 1.24) wherever gc has words.
//
// What gc does, done here (cmd/compile/internal/base/print.go): at most one syntax error per line; equal
// messages on one line are reported once; after ten errors the compiler stops with `too many errors`; the
// list is sorted by position when it is shown.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/position.h"

namespace sluice {

class FileSet;

/// Errors after which gc gives up.
constexpr uint32_t kMaxErrors = 10;

enum class Severity : uint8_t { Error, Warning, Note };

/// Every kind of diagnostic; see diagnostics.def. Numbers are for ever.
enum class DiagCode : uint16_t {
#define DIAGNOSTIC(number, name, severity, meaning, example, hint) name = number,
#include "source/diagnostics.def"
#undef DIAGNOSTIC
};

/// A row of diagnostics.def: what a code means, an example, and what a learner can do about it.
struct DiagInfo {
    DiagCode code;
    std::string_view name;
    Severity severity;
    std::string_view meaning;
    std::string_view example;
    std::string_view hint;
};

/// The row for `code`.
const DiagInfo& diagInfo(DiagCode code);
/// All rows, in the order of the table.
const DiagInfo* diagInfos(size_t& count);

/// A further line under a diagnostic: gc's `\tother declaration of x`. Without a position only the text is
/// shown.
struct DiagNote {
    Pos pos;
    std::string message;
};

/// One diagnostic. `length` is the number of bytes to underline from `pos` (0 = unknown: underline one
/// token).
struct Diagnostic {
    DiagCode code;
    Severity severity;
    Pos pos;
    uint32_t length;
    std::string message;
    std::vector<DiagNote> notes;
};

/// Collects diagnostics of one compilation.
class Diagnostics {
  public:
    explicit Diagnostics(const FileSet& files) : files_(files) {}

    /// Adds a diagnostic with the severity of its table row. Dropped if gc would drop it (see top of file) or
    /// after the limit; returns the stored one, or nullptr when dropped, so that notes can be added: `if
    /// (auto* d = diags.report(...)) d->notes.push_back(...)`. The pointer is valid until the next report.
    Diagnostic* report(DiagCode code, Pos pos, uint32_t length, std::string message);

    bool hasErrors() const { return errorCount_ > 0; }
    uint32_t errorCount() const { return errorCount_; }
    /// True once kMaxErrors errors are stored: gc stops here, and so should producers.
    bool isFull() const { return errorCount_ >= kMaxErrors; }
    /// True if a message that starts with `syntax error` was reported: gc then does not check types.
    bool hasSyntaxErrors() const { return hasSyntaxErrors_; }

    /// The diagnostics in the order of reporting.
    const std::vector<Diagnostic>& unsorted() const { return list_; }
    /// The diagnostics as gc shows them: stable-sorted by file, line and column.
    std::vector<Diagnostic> sorted() const;
    /// The text gc prints: one line each, notes indented by a tab; when the list is full, `too many errors`
    /// with the place of the error reported last, as gc does.
    std::string text() const;
    const FileSet& files() const { return files_; }
    /// Forgets everything, as if newly made: for the next compilation.
    void clear();

  private:
    bool isRepeated(Pos pos, const std::string& message);

    const FileSet& files_;
    std::vector<Diagnostic> list_;
    uint32_t errorCount_ = 0;
    bool hasSyntaxErrors_ = false;
    uint64_t lastSyntaxLine_ = 0;  // file number and line of the last syntax error
    uint64_t lastOtherLine_ = 0;   // the same of the last other error
    std::string lastOtherMessage_;
    Pos lastErrorPos_;
};

/// One diagnostic in gc's form, without a final newline: `./prog.go:7:2: declared and not used: x`.
std::string formatDiagnostic(const FileSet& files, const Diagnostic& diagnostic);

}  // namespace sluice
