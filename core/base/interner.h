#pragma once
// One entry per distinct string, so that names compare by pointer.
//
// Invariants: two Names from the same interner are equal iff their texts are; ids count from 1 in the order
// of first appearance (so an order by id is deterministic); id 0 is the empty Name{}.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.h"

namespace sluice {

/// What an interned string looks like in memory; use through Name.
struct NameEntry {
    std::string_view text;
    uint32_t hash;
    uint32_t id;
};

/// An interned string: one pointer, compared by identity. Name{} is "no name" and has the empty text.
class Name {
  public:
    Name() = default;
    explicit Name(const NameEntry* entry) : entry_(entry) {}

    std::string_view text() const { return entry_ ? entry_->text : std::string_view{}; }
    /// Position in the order of first appearance, from 1; 0 for Name{}.
    uint32_t id() const { return entry_ ? entry_->id : 0; }
    uint32_t hash() const { return entry_ ? entry_->hash : 0; }
    explicit operator bool() const { return entry_ != nullptr; }
    bool operator==(const Name& other) const = default;
    bool operator==(std::string_view other) const { return text() == other; }
    /// True for the blank identifier `_`.
    bool isBlank() const { return text() == "_"; }

  private:
    const NameEntry* entry_ = nullptr;
};

/// Makes Names. Owns their texts.
class Interner {
  public:
    Interner();

    /// The Name for `text` (copied on first use).
    Name intern(std::string_view text);
    /// The Name for `text` when it has been interned before, otherwise Name{}.
    Name find(std::string_view text) const;
    /// Number of distinct names.
    uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
    /// The name with this id (1 … size()).
    Name byId(uint32_t id) const { return Name(entries_[id - 1]); }

  private:
    void grow();

    Arena arena_;
    std::vector<const NameEntry*> entries_;
    std::vector<const NameEntry*> table_;  // open addressing, size a power of two
};

/// FNV-1a over the bytes; the same on every platform.
uint32_t hashText(std::string_view text);

}  // namespace sluice
