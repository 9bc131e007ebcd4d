#include "code_parts.h"

#include <array>
#include <cstddef>
#include <utility>

extern "C" {
// code_library.js
bool sluiceHasCode(int part);
bool sluiceTakeCode(int part, const char* bytes, size_t size);
bool sluiceIsHere(const void* function);
}

namespace sluice::wasm {
namespace {

constexpr std::array kParts{kNatives, kTools};

int numberOf(std::string_view part) {
    for (size_t i = 0; i < kParts.size(); i++)
        if (kParts[i] == part) return static_cast<int>(i);
    return -1;
}

std::string& bytesOf(size_t part) {
    static std::array<std::string, kParts.size()> bytes;
    return bytes[part];
}

}  // namespace

bool codeIsHere(std::string_view part) { return sluiceHasCode(numberOf(part)); }

bool provideCode(std::string_view part, std::string bytes) {
    const int number = numberOf(part);
    if (number < 0 || !sluiceTakeCode(number, bytes.data(), bytes.size())) return false;
    bytesOf(static_cast<size_t>(number)) = std::move(bytes);
    return true;
}

void takeCode() {
    for (size_t i = 0; i < kParts.size(); i++) {
        const std::string& bytes = bytesOf(i);
        if (!bytes.empty()) sluiceTakeCode(static_cast<int>(i), bytes.data(), bytes.size());
    }
}

bool isHere(const void* function) { return sluiceIsHere(function); }

}  // namespace sluice::wasm
