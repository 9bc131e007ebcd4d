// The lesson of a program: its package comment.
#pragma once

#include <string>

namespace sluice {

struct File;

/// The text of the comment that ends on the line before the package clause, without comment marks and
/// directive lines
/// (`//go:…`, `//sluice:…`); empty when there is none. Markdown, by our convention.
std::string packageComment(const File& file);

}  // namespace sluice
