#pragma once
// Many flags: a byte for each, because the bit arithmetic of std::vector<bool> costs 4 KB of the download.

#include <cstdint>
#include <vector>

namespace sluice {

/// Flags by number, each 0 or 1.
using Flags = std::vector<uint8_t>;

}  // namespace sluice
