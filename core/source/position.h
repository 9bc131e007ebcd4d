#pragma once
// Positions in source text.
//
// A Pos is a 32-bit handle: the number of the file (11 bits, from 1) and a byte offset in it (21 bits). Files
// are at most 1 MiB (kMaxSourceBytes), and the library brings more than 64 files, hence this split. Pos order
// within one file is source order; the handle 0 means "no position".

#include <cstdint>
#include <string_view>

namespace sluice {

constexpr uint32_t kPosOffsetBits = 21;
constexpr uint32_t kPosOffsetMask = (1u << kPosOffsetBits) - 1;
constexpr uint32_t kMaxFiles = (1u << (32 - kPosOffsetBits)) - 1;

/// A place in some file: see the top of the file.
struct Pos {
    uint32_t value = 0;

    static constexpr Pos make(uint32_t fileNumber, uint32_t offset) {
        return Pos{(fileNumber << kPosOffsetBits) | offset};
    }
    constexpr bool isValid() const { return value != 0; }
    /// Number of the file in its FileSet, from 1; 0 when there is no position.
    constexpr uint32_t fileNumber() const { return value >> kPosOffsetBits; }
    /// Byte offset in the file, from 0.
    constexpr uint32_t offset() const { return value & kPosOffsetMask; }
    /// The position `bytes` further on in the same file.
    constexpr Pos plus(uint32_t bytes) const { return Pos{value + bytes}; }
    constexpr bool operator==(const Pos&) const = default;
    constexpr auto operator<=>(const Pos&) const = default;
};

/// Line and column for people: both from 1, the column counts bytes, as gc does. {0, 0} = unknown.
struct LineColumn {
    uint32_t line = 0;
    uint32_t column = 0;
    bool operator==(const LineColumn&) const = default;
};

/// A resolved position. `fileName` is the display name (gc's `./prog.go`).
struct Position {
    std::string_view fileName;
    uint32_t line = 0;
    uint32_t column = 0;
};

}  // namespace sluice
