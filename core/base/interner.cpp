#include "base/interner.h"

namespace sluice {

namespace {

constexpr size_t kInitialTableSize = 256;

}  // namespace

uint32_t hashText(std::string_view text) {
    uint32_t hash = 2166136261u;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return hash;
}

Interner::Interner() : table_(kInitialTableSize) {}

Name Interner::find(std::string_view text) const {
    const size_t mask = table_.size() - 1;
    const uint32_t hash = hashText(text);
    for (size_t i = hash & mask; table_[i] != nullptr; i = (i + 1) & mask) {
        if (table_[i]->hash == hash && table_[i]->text == text) return Name(table_[i]);
    }
    return Name{};
}

Name Interner::intern(std::string_view text) {
    if (const Name known = find(text)) return known;
    if ((entries_.size() + 1) * 2 > table_.size()) grow();
    const uint32_t hash = hashText(text);
    const uint32_t id = static_cast<uint32_t>(entries_.size() + 1);
    const NameEntry* entry = arena_.make<NameEntry>(NameEntry{arena_.copyText(text), hash, id});
    entries_.push_back(entry);
    const size_t mask = table_.size() - 1;
    size_t i = hash & mask;
    while (table_[i] != nullptr) i = (i + 1) & mask;
    table_[i] = entry;
    return Name(entry);
}

void Interner::grow() {
    std::vector<const NameEntry*> bigger(table_.size() * 2);
    const size_t mask = bigger.size() - 1;
    for (const NameEntry* entry : entries_) {
        size_t i = entry->hash & mask;
        while (bigger[i] != nullptr) i = (i + 1) & mask;
        bigger[i] = entry;
    }
    table_.swap(bigger);
}

}  // namespace sluice
