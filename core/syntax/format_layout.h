#pragma once
// Elastic columns: text is given as lines of cells, and cells of neighbouring lines that stand in the same
// column get the same width (the algorithm gofmt's output is made with). Private to core/syntax.
//
// Invariants: the last cell of a line belongs to no column; a column is a run of neighbouring lines that have
// it; a section break ends all columns; empty columns without a hard tab take no room; leading empty cells
// are written as tabs, all other padding as blanks; lines never end in blanks unless a literal does.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

class FormatLayout {
  public:
    /// Without columns (`isPlain`), tabs are written as single tabs: the form in which widths are measured.
    explicit FormatLayout(bool isPlain) : isPlain_(isPlain) { lines_.emplace_back(); }

    /// Appends text to the current cell. `isLiteral` text keeps its trailing blanks.
    void text(std::string_view text, bool isLiteral);
    /// Ends the current cell. A hard tab's column exists even when all its cells are empty.
    void tab(bool isHard);
    /// Ends the line; with `breaksSection` all columns end too.
    void newline(bool breaksSection);
    bool isEmpty() const { return isEmpty_; }
    /// Everything written so far. Call once, at the end.
    std::string finish();

  private:
    struct Cell {
        std::string text;
        uint32_t width = 0;         // in runes
        uint32_t protectedEnd = 0;  // end of the last literal, in bytes
        bool isHard = false;
    };
    struct Line {
        std::vector<Cell> cells;
        Cell last;
        bool isTerminated = false;
    };

    bool hasColumn(size_t line, size_t column) const { return column < lines_[line].cells.size(); }
    void flush();
    void alignColumns(size_t begin, size_t end);
    void writeLines(size_t begin, size_t end);
    void writePlain();
    void endLine(size_t protectedEnd);
    static void pad(std::string& out, uint32_t from, uint32_t to, bool withTabs);

    bool isPlain_;
    bool isEmpty_ = true;
    std::vector<Line> lines_;
    std::vector<uint32_t> widths_;
    std::string out_;
    size_t lineBegin_ = 0;  // of the line being written, in out_
};

}  // namespace sluice
