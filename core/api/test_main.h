// A main function for files that only hold tests.
#pragma once

#include <string>

namespace sluice {

struct File;

/// For a file without func main but with `func TestXxx(t *testing.T)` functions, or with examples that say
/// what they print (`// Output:`): the text of a second file that runs them as `go test -v` does. Empty for
/// every other file.
std::string testMainSource(const File& file);

}  // namespace sluice
