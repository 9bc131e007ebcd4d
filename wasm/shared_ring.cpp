#include "shared_ring.h"

#include <cstring>

namespace sluice::wasm {

alignas(64) std::atomic<uint32_t> controlWords[kControlWords];
alignas(64) Event ringEvents[kRingEvents];

void TextStore::clear() {
    const std::lock_guard lock(mutex_);
    bytes_.clear();
    offsets_.clear();
    controlWords[kTexts].store(0, std::memory_order_release);
}

void TextStore::take(const Recorder& recorder) {
    const std::lock_guard lock(mutex_);
    // Text 0 is the empty text and not counted by the recorder's ids, which begin at 1.
    const uint32_t count = recorder.textCount() + 1;
    while (offsets_.size() < count) {
        const std::string_view text = recorder.textOf(static_cast<uint32_t>(offsets_.size()));
        const uint32_t length = static_cast<uint32_t>(text.size());
        const size_t start = bytes_.size();
        offsets_.push_back(static_cast<uint32_t>(start));
        bytes_.resize(start + 4 + (length + 3u) / 4u * 4u);
        std::memcpy(&bytes_[start], &length, 4);
        if (length) std::memcpy(&bytes_[start + 4], text.data(), length);
    }
    controlWords[kTexts].store(static_cast<uint32_t>(offsets_.size()), std::memory_order_release);
}

void TextStore::copyFrom(uint32_t from, std::vector<uint8_t>& out) {
    const std::lock_guard lock(mutex_);
    out.clear();
    if (from < offsets_.size()) out.assign(bytes_.begin() + offsets_[from], bytes_.end());
}

BridgeSink::BridgeSink(TextStore& texts)
    : texts_(texts), ring_(ringEvents, kRingEvents, controlWords[kHead], controlWords[kTail]) {}

void BridgeSink::publish(const Event* upTo) {
    takeTexts();
    ring_.publish(upTo);
}

EventWindow BridgeSink::nextWindow() {
    takeTexts();
    return ring_.nextWindow();
}

void BridgeSink::drain() {
    takeTexts();
    ring_.drainOverflow();
}

}  // namespace sluice::wasm
