#include "base/order.h"

#include <algorithm>

namespace sluice {

namespace {

/// Runs of this length are sorted by insertion: merging pays only above.
constexpr size_t kRunLength = 8;

void sortRun(uint32_t* first, uint32_t* last, IndexLess less, const void* context) {
    for (uint32_t* next = first + 1; next < last; next++) {
        const uint32_t moving = *next;
        uint32_t* hole = next;
        for (; hole > first && less(context, moving, hole[-1]); hole--) *hole = hole[-1];
        *hole = moving;
    }
}

}  // namespace

std::vector<uint32_t> stableOrder(size_t count, IndexLess less, const void* context) {
    std::vector<uint32_t> order(count);
    for (size_t i = 0; i < count; i++) order[i] = static_cast<uint32_t>(i);
    for (size_t begin = 0; begin < count; begin += kRunLength) {
        sortRun(order.data() + begin, order.data() + std::min(begin + kRunLength, count), less, context);
    }
    std::vector<uint32_t> merged(count > kRunLength ? count : 0);
    for (size_t width = kRunLength; width < count; width *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * width) {
            const size_t middle = std::min(begin + width, count), end = std::min(begin + 2 * width, count);
            size_t left = begin, right = middle;
            for (size_t out = begin; out < end; out++) {
                const bool takesRight =
                    left == middle || (right < end && less(context, order[right], order[left]));
                merged[out] = order[takesRight ? right++ : left++];
            }
        }
        order.swap(merged);
    }
    return order;
}

}  // namespace sluice
