#pragma once
// `//line FILE:LINE` comments: generated programs use them to point messages at what they were made from.
// Only what people read is moved by them (messages, traces of goroutines, runtime.Caller); the editor, events
// and breakpoints stay with the text itself.
//
// Forms (cmd/compile, "Compiler Directives"): `//line :LINE`, `//line :LINE:COLUMN`, `//line FILE:LINE`,
// `//line FILE:LINE:COLUMN` at the start of a line, about the next line; the same in `/*line …*/`, about what
// follows the comment.

#include <cstdint>
#include <string>

namespace sluice {

class SourceFile;

/// Where a position is said to be. `column` is 0 when the directive that applies gives no column.
struct ShownPlace {
    std::string file;
    uint32_t line = 0;
    uint32_t column = 0;
};

/// The place of byte `offset` of the file.
ShownPlace shownPlace(const SourceFile& file, uint32_t offset);

}  // namespace sluice
