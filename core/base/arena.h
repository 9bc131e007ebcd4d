#pragma once
// A bump allocator for data that lives and dies together (syntax trees, types, names).
//
// Invariants: memory handed out never moves; nothing is freed before the arena is; destructors of what was
// made inside are NOT run, so only trivially destructible types may be made here (checked at compile time).

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/assert.h"

namespace sluice {

/// An immutable-length array that lives in an arena. Cheap to copy (pointer and size); owns nothing.
template <typename T>
struct List {
    T* data = nullptr;
    uint32_t count = 0;

    uint32_t size() const { return count; }
    bool empty() const { return count == 0; }
    T* begin() const { return data; }
    T* end() const { return data + count; }
    T& operator[](size_t i) const {
        SLUICE_ASSERT(i < count);
        return data[i];
    }
    T& front() const { return (*this)[0]; }
    T& back() const { return (*this)[count - 1]; }
};

/// Bump allocator; see the invariants on top of the file.
class Arena {
  public:
    Arena() = default;
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// `bytes` of uninitialised memory aligned to `align` (a power of two, at most 16).
    void* allocate(size_t bytes, size_t align);

    /// Makes one T from `args`.
    template <typename T, typename... Args>
    T* make(Args&&... args) {
        static_assert(std::is_trivially_destructible_v<T>, "arena objects are never destroyed");
        return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
    }

    /// An array of `count` value-initialised Ts.
    template <typename T>
    List<T> makeList(size_t count) {
        static_assert(std::is_trivially_destructible_v<T>, "arena objects are never destroyed");
        if (count == 0) return {};
        T* data = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
        for (size_t i = 0; i < count; i++) new (data + i) T{};
        return {data, static_cast<uint32_t>(count)};
    }

    /// Copies a vector's elements into the arena.
    template <typename T>
    List<T> copyList(const std::vector<T>& from) {
        return copyList(from.data(), from.size());
    }

    /// Copies `count` elements into the arena.
    template <typename T>
    List<T> copyList(const T* from, size_t count) {
        List<T> list = makeList<T>(count);
        for (size_t i = 0; i < count; i++) list.data[i] = from[i];
        return list;
    }

    /// Copies the elements of a braced list into the arena.
    template <typename T>
    List<T> copyList(std::initializer_list<T> from) {
        return copyList(from.begin(), from.size());
    }

    /// Copies text into the arena; the result is valid as long as the arena.
    std::string_view copyText(std::string_view text);

    /// Bytes reserved from the system so far.
    size_t reservedBytes() const { return reserved_; }

  private:
    void* allocateSlow(size_t bytes, size_t align);

    std::vector<void*> blocks_;
    uintptr_t next_ = 0;
    uintptr_t limit_ = 0;
    size_t reserved_ = 0;
};

}  // namespace sluice
