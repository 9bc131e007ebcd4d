#include "rest.h"

#include <cstddef>
#include <utility>

extern "C" {
// rest_library.js
bool sluiceRestIsHere();
bool sluiceTakeRest(const char* bytes, size_t size);
bool sluiceIsHere(const void* function);
}

namespace sluice::wasm {
namespace {

std::string& restBytes() {
    static std::string bytes;
    return bytes;
}

}  // namespace

bool restIsHere() { return sluiceRestIsHere(); }

bool provideRest(std::string bytes) {
    if (!sluiceTakeRest(bytes.data(), bytes.size())) return false;
    restBytes() = std::move(bytes);
    return true;
}

void takeRest() {
    const std::string& bytes = restBytes();
    if (!bytes.empty() && !restIsHere()) sluiceTakeRest(bytes.data(), bytes.size());
}

bool isHere(const void* function) { return sluiceIsHere(function); }

}  // namespace sluice::wasm
