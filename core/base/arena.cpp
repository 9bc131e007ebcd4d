#include "base/arena.h"

#include <cstdlib>

namespace sluice {

namespace {

// One block serves some hundred lines of source; doubling would waste memory on small programs.
constexpr size_t kBlockBytes = 32 * 1024;
constexpr size_t kBlockAlign = 16;

}  // namespace

Arena::~Arena() {
    for (void* block : blocks_) std::free(block);
}

void* Arena::allocate(size_t bytes, size_t align) {
    SLUICE_ASSERT(align <= kBlockAlign && (align & (align - 1)) == 0);
    const uintptr_t start = (next_ + align - 1) & ~(static_cast<uintptr_t>(align) - 1);
    if (next_ == 0 || start > limit_ || bytes > limit_ - start) return allocateSlow(bytes, align);
    next_ = start + bytes;
    return reinterpret_cast<void*>(start);
}

void* Arena::allocateSlow(size_t bytes, size_t align) {
    SLUICE_ASSERT(bytes < SIZE_MAX / 2);
    const size_t size = bytes > kBlockBytes / 4 ? bytes + align : kBlockBytes;
    void* block = std::malloc(size);
    if (block == nullptr) SLUICE_UNREACHABLE("out of memory in an arena");
    blocks_.push_back(block);
    reserved_ += size;
    const uintptr_t base = reinterpret_cast<uintptr_t>(block);
    const uintptr_t start = (base + align - 1) & ~(static_cast<uintptr_t>(align) - 1);
    if (size != kBlockBytes)
        return reinterpret_cast<void*>(start);  // a block of its own; keep filling the old one
    next_ = start + bytes;
    limit_ = base + size;
    return reinterpret_cast<void*>(start);
}

std::string_view Arena::copyText(std::string_view text) {
    if (text.empty()) return {};
    char* data = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(data, text.data(), text.size());
    return {data, text.size()};
}

}  // namespace sluice
