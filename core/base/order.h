#pragma once
// Sorting of the small lists of a compile and of a run's cold paths. One merge sort over indices serves all
// element types: the standard library's, made anew for each type, cost 80 KB of the download.
//
// Invariants: stable, so that equal elements keep their order on every build; `less` must be a strict weak
// order.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sluice {

/// Asks whether element `a` goes before element `b` of what `context` points to.
using IndexLess = bool (*)(const void* context, uint32_t a, uint32_t b);

/// The indices 0 … count-1 in the order of `less`; at most 2^32-1 of them.
std::vector<uint32_t> stableOrder(size_t count, IndexLess less, const void* context);

/// Sorts `list` by `less`.
template <typename T, typename Less>
void sortStable(std::vector<T>& list, const Less& less) {
    if (list.size() < 2) return;
    struct Context {
        const std::vector<T>& list;
        const Less& less;
    };
    const Context context{list, less};
    const std::vector<uint32_t> order = stableOrder(
        list.size(),
        [](const void* given, uint32_t a, uint32_t b) {
            const Context& c = *static_cast<const Context*>(given);
            return static_cast<bool>(c.less(c.list[a], c.list[b]));
        },
        &context);
    std::vector<T> sorted;
    sorted.reserve(list.size());
    for (const uint32_t i : order) sorted.push_back(std::move(list[i]));
    list.swap(sorted);
}

}  // namespace sluice
