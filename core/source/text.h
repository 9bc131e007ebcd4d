#pragma once
// Source files and the set of all files of one compilation (the user's program and the library files it
// imports).
//
// Invariants: a SourceFile never moves and its text never changes; line starts are computed once, at
// construction; file numbers count from 1 in the order of addition, except those of shared files, which keep
// their number in every set, so that a position in the library is the same in every compilation.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/position.h"

namespace sluice {

/// Longest source the engine accepts; larger texts get one diagnostic. Far above any program people paste,
/// and it keeps offsets inside Pos.
constexpr uint32_t kMaxSourceBytes = 1u << 20;

/// The first number of files that several sets share; smaller ones are left to a program's own files.
constexpr uint32_t kFirstSharedFile = 8;

/// One file: display name, text, and a table of line starts.
class SourceFile {
  public:
    /// `number` is the file's number in its FileSet. Text past kMaxSourceBytes is dropped and `isTooLong`
    /// set.
    SourceFile(uint32_t number, std::string name, std::string text, bool isLibrary);

    /// Display name, as it appears in diagnostics and traces: `./prog.go`.
    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    uint32_t number() const { return number_; }
    /// True for a file of the embedded library, false for the user's.
    bool isLibrary() const { return isLibrary_; }
    bool isTooLong() const { return originalBytes_ > kMaxSourceBytes; }
    /// Size of the text before it was cut to kMaxSourceBytes.
    size_t originalBytes() const { return originalBytes_; }

    Pos posAt(uint32_t offset) const { return Pos::make(number_, offset); }
    LineColumn lineColumn(uint32_t offset) const;
    LineColumn lineColumn(Pos pos) const { return lineColumn(pos.offset()); }
    uint32_t lineCount() const { return static_cast<uint32_t>(lineStarts_.size()); }
    /// Byte offset where `line` (from 1) begins; the text's size for lines past the end.
    uint32_t lineStart(uint32_t line) const;
    /// The text of a line without its newline.
    std::string_view lineText(uint32_t line) const;

  private:
    uint32_t number_;
    bool isLibrary_;
    size_t originalBytes_;
    std::string name_;
    std::string text_;
    std::vector<uint32_t> lineStarts_;
};

/// All files of one compilation; resolves positions. Copies share the files.
class FileSet {
  public:
    /// Adds a file. The reference stays valid as long as the set.
    SourceFile& add(std::string name, std::string text, bool isLibrary = false);
    /// Adds a file under the number that it has; no other may have it.
    void addShared(std::shared_ptr<SourceFile> file);
    /// Forgets all files.
    void clear() { files_.clear(); }
    /// The file that `pos` lies in, or nullptr for no position.
    const SourceFile* fileOf(Pos pos) const;
    /// Line and column of `pos`; {0, 0} for no position.
    LineColumn lineColumn(Pos pos) const;
    Position resolve(Pos pos) const;
    /// gc's form of a position: `./prog.go:7:2`.
    std::string format(Pos pos) const;
    /// The largest number of a file; numbers below may be unused.
    uint32_t size() const { return static_cast<uint32_t>(files_.size()); }
    /// File by number, from 1; there must be one.
    SourceFile& file(uint32_t number) { return *files_[number - 1]; }
    const SourceFile& file(uint32_t number) const { return *files_[number - 1]; }

  private:
    std::vector<std::shared_ptr<SourceFile>> files_;  // by number - 1; null where a number is unused
};

}  // namespace sluice
