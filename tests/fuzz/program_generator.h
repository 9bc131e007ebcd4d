// Random Go programs that compile: goroutines, channels, select, locks, maps, slices, closures, generics,
// iterators,
// panics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sluice::fuzz {

/// Reads decisions from the fuzzer's bytes; after the last one every decision is 0.
class Bytes {
  public:
    Bytes(const uint8_t* data, size_t size) : data_(data), size_(size) {}
    uint32_t below(uint32_t n) { return next() % n; }
    bool coin() { return (next() & 1) != 0; }
    bool empty() const { return at_ >= size_; }

  private:
    uint8_t next() { return at_ < size_ ? data_[at_++] : 0; }
    const uint8_t* data_;
    size_t size_;
    size_t at_ = 0;
};

/// The text of a program made of the decisions in `bytes`. Without `wild` its output is the same under every
/// implementation of Go: nothing depends on the schedule, on map order or on time.
std::string generateProgram(Bytes& bytes, bool wild);

}  // namespace sluice::fuzz
