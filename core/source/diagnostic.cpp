#include "source/diagnostic.h"

#include <algorithm>

#include "base/assert.h"
#include "base/order.h"
#include "source/text.h"

namespace sluice {

namespace {

#ifdef SLUICE_DOWNLOAD
// What only explains the table is no part of the download; pages have it from web/src/generated.
#define SLUICE_MANUAL(text) ""
#else
#define SLUICE_MANUAL(text) text
#endif

constexpr DiagInfo kInfos[] = {
#define DIAGNOSTIC(number, name, severity, meaning, example, hint) \
    {DiagCode::name, #name, Severity::severity, SLUICE_MANUAL(meaning), SLUICE_MANUAL(example), hint},
#include "source/diagnostics.def"
#undef DIAGNOSTIC
};

}  // namespace

const DiagInfo& diagInfo(DiagCode code) {
    for (const DiagInfo& info : kInfos) {
        if (info.code == code) return info;
    }
    SLUICE_UNREACHABLE("a diagnostic code without a row in diagnostics.def");
}

const DiagInfo* diagInfos(size_t& count) {
    count = std::size(kInfos);
    return kInfos;
}

bool Diagnostics::isRepeated(Pos pos, const std::string& message) {
    const uint64_t line = (static_cast<uint64_t>(pos.fileNumber()) << 32) | files_.lineColumn(pos).line;
    if (message.starts_with("syntax error")) {
        hasSyntaxErrors_ = true;
        if (line != 0 && line == lastSyntaxLine_) return true;
        lastSyntaxLine_ = line;
        return false;
    }
    if (line != 0 && line == lastOtherLine_ && message == lastOtherMessage_) return true;
    lastOtherLine_ = line;
    lastOtherMessage_ = message;
    return false;
}

Diagnostic* Diagnostics::report(DiagCode code, Pos pos, uint32_t length, std::string message) {
    if (isFull()) return nullptr;
    const Severity severity = diagInfo(code).severity;
    if (severity == Severity::Error) {
        if (isRepeated(pos, message)) return nullptr;
        errorCount_++;
        lastErrorPos_ = pos;
    }
    list_.push_back(Diagnostic{code, severity, pos, length, std::move(message), {}});
    return &list_.back();
}

void Diagnostics::clear() {
    list_.clear();
    errorCount_ = 0;
    hasSyntaxErrors_ = false;
    lastSyntaxLine_ = 0;
    lastOtherLine_ = 0;
    lastOtherMessage_.clear();
    lastErrorPos_ = Pos{};
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> list = list_;
    sortStable(list, [](const Diagnostic& a, const Diagnostic& b) { return a.pos < b.pos; });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) {
        return a.pos == b.pos && a.message == b.message;
    };
    list.erase(std::unique(list.begin(), list.end(), same), list.end());
    return list;
}

std::string Diagnostics::text() const {
    std::string out;
    for (const Diagnostic& diagnostic : sorted()) out += formatDiagnostic(files_, diagnostic) + "\n";
    if (isFull()) out += files_.format(lastErrorPos_) + ": too many errors\n";
    return out;
}

std::string formatDiagnostic(const FileSet& files, const Diagnostic& diagnostic) {
    std::string out;
    if (diagnostic.pos.isValid()) out = files.format(diagnostic.pos) + ": ";
    out += diagnostic.message;
    for (const DiagNote& note : diagnostic.notes) {
        out += "\n\t";
        if (note.pos.isValid()) out += files.format(note.pos) + ": ";
        out += note.message;
    }
    return out;
}

}  // namespace sluice
