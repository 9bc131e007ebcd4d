#pragma once

// Which statements stepping.cpp counts and stops at.

#include <cstdint>
#include <vector>

namespace sluice {

/// Goroutine number that stands for all of them.
inline constexpr uint32_t kEverybody = UINT32_MAX;

/// Whose statements are counted, on which lines and when.
struct StatementWatch {
    uint32_t goroutine = 0;       ///< 0: nobody's; kEverybody
    uint64_t fromEvent = 0;       ///< while at least so many events have happened …
    uint64_t untilEvent = UINT64_MAX;  ///< … and fewer than so many
    std::vector<uint32_t> lines;  ///< empty: on every line
};

/// A statement that has begun. Watching `goroutine` alone on every line, with `from` as fromEvent, it is its
/// statement number `number`.
struct BegunStatement {
    uint32_t goroutine = 0;  ///< 0: none yet
    uint32_t line = 0;
    uint64_t from = 0;    ///< events after the goroutine's last operation that made some
    uint64_t number = 0;  ///< from 1
};

}  // namespace sluice
