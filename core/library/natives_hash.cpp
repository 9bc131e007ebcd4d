#include "library/digests.h"
#include "library/natives.h"

// Natives of crypto/sha256, crypto/sha1 and crypto/md5.

namespace sluice {
namespace {

/// block(h *[words]uint32, data []byte)
NativeStatus digest(NativeCall& call, size_t words, void (*mix)(uint32_t*, const uint8_t*)) {
    Slot* state = call.getPointer(0);
    if (state == nullptr) return call.panicNil();
    std::string_view data = call.getBytes(1);
    uint32_t h[8];
    for (size_t i = 0; i < words; i++) h[i] = static_cast<uint32_t>(state[i]);
    for (size_t at = 0; at + 64 <= data.size(); at += 64)
        mix(h, reinterpret_cast<const uint8_t*>(data.data()) + at);
    for (size_t i = 0; i < words; i++) state[i] = h[i];
    call.charge(data.size() * 4);
    return NativeStatus::Done;
}

}  // namespace

NativeStatus nativeSha256Block(NativeCall& call) { return digest(call, 8, sha256Block); }
NativeStatus nativeSha1Block(NativeCall& call) { return digest(call, 5, sha1Block); }
NativeStatus nativeMd5Block(NativeCall& call) { return digest(call, 4, md5Block); }

}  // namespace sluice
