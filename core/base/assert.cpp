#include "base/assert.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace sluice {

void assertionFailed(const char* file, int line, const char* text, const char* what) {
    // Not printf: nothing else needs it, and it would travel to every visitor.
    const std::string message =
        std::string(file) + ":" + std::to_string(line) + ": " + text + ": " + what + "\n";
    std::fputs(message.c_str(), stderr);
    std::abort();
}

}  // namespace sluice

#ifdef __EMSCRIPTEN__
// The standard library's own ends of the road bring printf along; these do without.
_LIBCPP_BEGIN_NAMESPACE_STD
void __libcpp_verbose_abort(const char* format, ...) {
    std::fputs(format, stderr);
    std::abort();
}
_LIBCPP_END_NAMESPACE_STD
#endif
