#pragma once

// The block functions of SHA-256 (FIPS 180-4), SHA-1 (FIPS 180-4) and MD5 (RFC 1321).

#include <cstddef>
#include <cstdint>

namespace sluice {

/// Mixes one block of 64 bytes into the state: 8, 5 and 4 words.
void sha256Block(uint32_t* state, const uint8_t* block);
void sha1Block(uint32_t* state, const uint8_t* block);
void md5Block(uint32_t* state, const uint8_t* block);

}  // namespace sluice
