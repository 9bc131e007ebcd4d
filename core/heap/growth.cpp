// Capacities after append: Go 1.24's runtime/slice.go (growslice, nextslicecap) and runtime/msize.go with
// the size classes of runtime/sizeclasses.go, so that programs that print cap() print what they print
// under Go.
#include "heap/strings.h"

namespace sluice {

namespace {

constexpr uint32_t kGoSizeClasses[] = {
    8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,  160,   176,   192,
    208,   224,   240,   256,   288,   320,   352,   384,   416,   448,   480,  512,   576,   640,
    704,   768,   896,   1024,  1152,  1280,  1408,  1536,  1792,  2048,  2304, 2688,  3072,  3200,
    3456,  4096,  4864,  5376,  6144,  6528,  6784,  6912,  8192,  9472,  9728, 10240, 10880, 12288,
    13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};
constexpr uint64_t kGoMaxSmall = 32768 - 8;
constexpr uint64_t kGoMallocHeader = 8;
/// Objects with pointers above this size carry a malloc header (runtime/mbitmap.go, heapBitsInSpan).
constexpr uint64_t kGoMinSizeForHeader = 512;
constexpr uint64_t kGoPage = 8192;

}  // namespace

uint64_t roundUpSize(uint64_t bytes, bool noPointers) {
    if (bytes == 0) return 0;
    if (bytes <= kGoMaxSmall) {
        const uint64_t header = !noPointers && bytes > kGoMinSizeForHeader ? kGoMallocHeader : 0;
        for (uint32_t size : kGoSizeClasses) {
            if (size >= bytes + header) return size - header;
        }
    }
    const uint64_t rounded = bytes + kGoPage - 1;
    return rounded < bytes ? bytes : rounded / kGoPage * kGoPage;
}

uint64_t growCapacity(uint64_t oldCapacity, uint64_t needed, uint64_t elemBytes, bool pointers) {
    constexpr uint64_t kThreshold = 256;
    if (elemBytes == 0) return needed;
    uint64_t capacity = oldCapacity;
    if (needed > oldCapacity * 2) {
        capacity = needed;
    } else if (oldCapacity < kThreshold) {
        capacity = oldCapacity * 2;
    } else {
        while (capacity < needed) capacity += (capacity + 3 * kThreshold) >> 2;
    }
    if (capacity > (uint64_t{1} << 47) / elemBytes) return capacity;
    return roundUpSize(capacity * elemBytes, !pointers) / elemBytes;
}

}  // namespace sluice
