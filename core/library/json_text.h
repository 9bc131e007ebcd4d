#pragma once

// JSON as a text: where it is malformed, in the words of encoding/json/scanner.go, and how it is laid out.

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

/// The result of looking at a text.
struct JsonCheck {
    size_t end = 0;           ///< Behind the first value.
    size_t offset = 0;        ///< Of the error, as Go counts it (bytes read).
    std::string error;        ///< "" if the value is well formed.
    bool incomplete = false;  ///< The text ends too early.
};

/// Deeper nesting is refused ("exceeded max depth"), as in Go.
constexpr int kMaxJsonDepth = 10000;

/// Looks at the first value of `text`; with `whole` nothing but space may follow.
JsonCheck checkJson(std::string_view text, bool whole);
/// Well-formed JSON with line breaks, or, if `compact`, without any space.
std::string layOutJson(std::string_view text, std::string_view prefix, std::string_view indent, bool compact);
/// The text of a well-formed JSON string, quotes included.
std::string unquoteJson(std::string_view text);
/// Skips space.
void skipJsonSpace(std::string_view text, size_t& at);
/// Behind the well-formed value that begins at `at`.
size_t jsonValueEnd(std::string_view text, size_t at);

}  // namespace sluice
