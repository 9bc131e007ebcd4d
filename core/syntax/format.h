#pragma once
// gofmt for Go source.

#include <string>
#include <string_view>

namespace sluice {

class Diagnostics;

/// `text` laid out as gofmt does. Idempotent; comments are kept. On syntax errors reports them and returns
/// the text unchanged.
std::string formatSource(std::string_view text, Diagnostics& diagnostics);

}  // namespace sluice
