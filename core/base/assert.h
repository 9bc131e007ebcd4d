// Assertions for bugs in the engine itself. Errors in a user's program are values (diagnostics, panics),
// never assertions. On in all builds: a wrong trace is worse than a stopped engine.
#pragma once

namespace sluice {

/// Prints "file:line: text: what" to standard error and aborts. Never returns.
[[noreturn]] void assertionFailed(const char* file, int line, const char* text, const char* what);

}  // namespace sluice

#ifdef SLUICE_DOWNLOAD
// File and line tell the place, and the texts would travel to every visitor.
#define SLUICE_TEXT_OF(cond) ""
#else
#define SLUICE_TEXT_OF(cond) #cond
#endif
/// Stops the program with file and line unless `cond` holds.
#define SLUICE_ASSERT(cond)                                                               \
    (__builtin_expect(static_cast<bool>(cond), 1)                                         \
         ? static_cast<void>(0)                                                           \
         : ::sluice::assertionFailed(__FILE__, __LINE__, "assertion failed", SLUICE_TEXT_OF(cond)))

/// Marks a place that cannot be reached; `message` is a string literal that says why.
#define SLUICE_UNREACHABLE(message) \
    ::sluice::assertionFailed(__FILE__, __LINE__, "unreachable code was reached", message)
