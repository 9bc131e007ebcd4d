#include "syntax/format_layout.h"

#include <algorithm>

#include "base/utf8.h"

namespace sluice {

namespace {

constexpr uint32_t kTabWidth = 8;
constexpr uint32_t kPadding = 1;  // blanks behind the widest cell of a column

}  // namespace

void FormatLayout::text(std::string_view text, bool isLiteral) {
    if (text.empty()) return;
    Cell& cell = lines_.back().last;
    cell.text += text;
    if (isLiteral) cell.protectedEnd = static_cast<uint32_t>(cell.text.size());
    isEmpty_ = false;
}

void FormatLayout::tab(bool isHard) {
    Line& line = lines_.back();
    line.last.width = static_cast<uint32_t>(countRunes(line.last.text));
    line.last.isHard = isHard;
    line.cells.push_back(std::move(line.last));
    line.last = {};
    isEmpty_ = false;
}

void FormatLayout::newline(bool breaksSection) {
    Line& line = lines_.back();
    line.isTerminated = true;
    // A line without columns ends those above it and starts none below.
    const bool isAlone = line.cells.empty();
    lines_.emplace_back();
    if (breaksSection || isAlone) flush();
    isEmpty_ = false;
}

std::string FormatLayout::finish() {
    flush();
    return std::move(out_);
}

/// Writes all complete lines, and the incomplete last one if it holds anything, then starts a new section.
void FormatLayout::flush() {
    if (isPlain_) {
        writePlain();
    } else {
        alignColumns(0, lines_.size());
    }
    lines_.clear();
    lines_.emplace_back();
}

/// The columns before widths_.size() are settled for the lines in [begin, end).
void FormatLayout::alignColumns(size_t begin, size_t end) {
    const size_t column = widths_.size();
    size_t written = begin;
    for (size_t line = begin; line < end;) {
        if (!hasColumn(line, column)) {
            line++;
            continue;
        }
        writeLines(written, line);
        uint32_t width = 0;
        bool isVisible = false;
        size_t blockEnd = line;
        for (; blockEnd < end && hasColumn(blockEnd, column); blockEnd++) {
            const Cell& cell = lines_[blockEnd].cells[column];
            width = std::max(width, cell.width + kPadding);
            isVisible = isVisible || cell.width > 0 || cell.isHard;
        }
        widths_.push_back(isVisible ? width : 0);
        alignColumns(line, blockEnd);
        widths_.pop_back();
        written = line = blockEnd;
    }
    writeLines(written, end);
}

void FormatLayout::writeLines(size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) {
        const Line& line = lines_[i];
        size_t protectedEnd = 0;
        bool isLeading = true;
        for (size_t j = 0; j < line.cells.size(); j++) {
            const Cell& cell = line.cells[j];
            if (!cell.text.empty()) {
                isLeading = false;
                if (cell.protectedEnd > 0) protectedEnd = out_.size() + cell.protectedEnd;
                out_ += cell.text;
            }
            if (j < widths_.size()) pad(out_, cell.width, widths_[j], isLeading);
        }
        if (line.last.protectedEnd > 0) protectedEnd = out_.size() + line.last.protectedEnd;
        out_ += line.last.text;
        if (line.isTerminated) endLine(protectedEnd);
    }
}

void FormatLayout::writePlain() {
    for (const Line& line : lines_) {
        size_t protectedEnd = 0;
        const auto write = [&](const Cell& cell) {
            if (cell.protectedEnd > 0) protectedEnd = out_.size() + cell.protectedEnd;
            out_ += cell.text;
        };
        for (const Cell& cell : line.cells) {
            write(cell);
            out_ += '\t';
        }
        write(line.last);
        if (line.isTerminated) endLine(protectedEnd);
    }
}

/// Drops blanks at the end of the line that no literal protects.
void FormatLayout::endLine(size_t protectedEnd) {
    const size_t keep = std::max(protectedEnd, lineBegin_);
    while (out_.size() > keep && (out_.back() == ' ' || out_.back() == '\t')) out_.pop_back();
    out_ += '\n';
    lineBegin_ = out_.size();
}

void FormatLayout::pad(std::string& out, uint32_t from, uint32_t to, bool withTabs) {
    if (withTabs) {
        const uint32_t rounded = (to + kTabWidth - 1) / kTabWidth * kTabWidth;
        if (rounded > from) out.append((rounded - from + kTabWidth - 1) / kTabWidth, '\t');
    } else if (to > from) {
        out.append(to - from, ' ');
    }
}

}  // namespace sluice
