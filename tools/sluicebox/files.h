// Reading the files a user names.
#pragma once

#include <string>

namespace sluice::cli {

/// Reads a whole file, or standard input for "-". On failure returns false and sets `error` to what, where
/// and why.
bool readFile(const std::string& path, std::string& text, std::string& error);

/// Writes a whole file, or to standard output for "-". On failure returns false and sets `error`.
bool writeFile(const std::string& path, const std::string& text, std::string& error);

}  // namespace sluice::cli
