#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace sluice {

void assertionFailed(const char* file, int line, const char* text, const char* what) {
    std::fprintf(stderr, "%s:%d: %s: %s\n", file, line, text, what);
    std::abort();
}

}  // namespace sluice
