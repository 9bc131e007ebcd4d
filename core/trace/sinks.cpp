// Where events are kept: in chunks, or in a ring that another thread reads.
#include <cstring>

#include "trace/recorder.h"

namespace sluice {

void VectorSink::publish(const Event* upTo) {
    if (chunks_.empty()) return;
    uint64_t start = (chunks_.size() - 1) * uint64_t{kChunkEvents};
    size_ = start + static_cast<uint64_t>(upTo - chunks_.back().get());
}

EventWindow VectorSink::nextWindow() {
    chunks_.push_back(std::make_unique_for_overwrite<Event[]>(kChunkEvents));
    Event* begin = chunks_.back().get();
    return {begin, begin + kChunkEvents};
}

const Event* VectorSink::chunk(size_t index, uint32_t& count) const {
    uint64_t start = index * uint64_t{kChunkEvents};
    if (index >= chunks_.size() || start >= size_) {
        count = 0;
        return nullptr;
    }
    uint64_t left = size_ - start;
    count = static_cast<uint32_t>(left < kChunkEvents ? left : kChunkEvents);
    return chunks_[index].get();
}

namespace {
constexpr uint32_t kRingWindow = 256;  // events between two publications at most
}

RingSink::RingSink(Event* storage, uint32_t capacity, std::atomic<uint32_t>& head,
                   const std::atomic<uint32_t>& tail)
    : storage_(storage), capacity_(capacity), head_(head), tail_(tail) {
    SLUICE_ASSERT(capacity >= 4 * kRingWindow && (capacity & (capacity - 1)) == 0);
}

uint32_t RingSink::freeSlots() const {
    uint32_t used = head_.load(std::memory_order_relaxed) - tail_.load(std::memory_order_acquire);
    return capacity_ - used;
}

void RingSink::publish(const Event* upTo) {
    if (windowBegin_ == nullptr) return;
    uint32_t written = static_cast<uint32_t>(upTo - windowBegin_);
    if (windowInRing_) {
        head_.store(windowHead_ + written, std::memory_order_release);
    } else if (!aside_.empty()) {  // empty: the window was full and has been drained already
        aside_.back().filled = written;
        drainOverflow();
    }
}

void RingSink::drainOverflow() {
    while (!aside_.empty()) {
        Aside& oldest = aside_.front();
        uint32_t head = head_.load(std::memory_order_relaxed);
        while (oldest.read < oldest.filled && freeSlots() > 0) {
            storage_[head & (capacity_ - 1)] = oldest.events[oldest.read++];
            head_.store(++head, std::memory_order_release);
        }
        // The last chunk is still the recorder's window until it is full.
        if (oldest.read < kRingWindow) return;
        aside_.erase(aside_.begin());
    }
}

EventWindow RingSink::nextWindow() {
    if (!windowInRing_ && windowBegin_ != nullptr && !aside_.empty()) {
        aside_.back().filled = kRingWindow;
        drainOverflow();
    }
    uint32_t free = freeSlots();
    if (aside_.empty() && free > 0) {
        windowHead_ = head_.load(std::memory_order_relaxed);
        uint32_t start = windowHead_ & (capacity_ - 1);
        uint32_t length = capacity_ - start;
        if (length > free) length = free;
        if (length > kRingWindow) length = kRingWindow;
        windowInRing_ = true;
        windowBegin_ = storage_ + start;
        return {windowBegin_, windowBegin_ + length};
    }
    aside_.push_back({std::make_unique_for_overwrite<Event[]>(kRingWindow), 0, 0});
    windowInRing_ = false;
    windowBegin_ = aside_.back().events.get();
    return {windowBegin_, windowBegin_ + kRingWindow};
}

uint64_t RingSink::room() const {
    for (const Aside& a : aside_) {
        if (a.read < a.filled) return 0;
    }
    uint32_t free = freeSlots();
    return free <= capacity_ / 4 ? 0 : free - capacity_ / 4;
}

}  // namespace sluice
