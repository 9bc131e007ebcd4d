#include "library_parts.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "library/embedded.h"

namespace sluice {
namespace {

struct FileRow {
    const char* importPath;
    const char* fileName;
    uint8_t part;
};

/// A part has few neighbours, because a part is several packages where many are needed together.
constexpr size_t kMaxImportedParts = 12;

struct PartRow {
    const char* name;
    uint8_t imports[kMaxImportedParts];  // places from 1; 0 ends the list
};

#include "library_names.inc"

constexpr size_t kFileCount = std::size(kFiles);
constexpr size_t kPartCount = std::size(kParts);
static_assert(kPartCount < UINT8_MAX);

struct Store {
    std::array<EmbeddedFile, kFileCount> files;
    std::array<bool, kPartCount> wanted{};

    Store() {
        for (size_t i = 0; i < kFileCount; i++) files[i] = {kFiles[i].importPath, kFiles[i].fileName, {}};
    }
    bool isHere(size_t part) const {
        for (size_t i = 0; i < kFileCount; i++)
            if (kFiles[i].part == part && files[i].text.data() == nullptr) return false;
        return true;
    }
    void want(size_t part) {
        if (wanted[part]) return;
        wanted[part] = true;
        for (const uint8_t place : kParts[part].imports)
            if (place != 0) want(place - 1u);
    }
};

Store& store() {
    static Store only;
    return only;
}

constexpr std::string_view kHeadBegin = "-- ";
constexpr std::string_view kHeadEnd = " --\n";

/// Reads "-- path/file.go --" at `at`; the number of that file, or kFileCount. Moves `at` behind the line.
size_t readHead(std::string_view text, size_t& at) {
    if (text.substr(at, kHeadBegin.size()) != kHeadBegin) return kFileCount;
    const size_t begin = at + kHeadBegin.size();
    const size_t end = text.find(kHeadEnd, begin);
    if (end == std::string_view::npos) return kFileCount;
    const std::string_view path = text.substr(begin, end - begin);
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return kFileCount;
    at = end + kHeadEnd.size();
    const std::string_view folder = path.substr(0, slash);
    const std::string_view name = path.substr(slash + 1);
    size_t file = 0;
    while (file < kFileCount && (folder != kFiles[file].importPath || name != kFiles[file].fileName)) file++;
    return file;
}

}  // namespace

std::span<const EmbeddedFile> embeddedFiles() { return store().files; }

void noteMissingPackage(std::string_view importPath) {
    for (const FileRow& file : kFiles)
        if (file.importPath == importPath) store().want(file.part);
}

namespace wasm {

std::string missingParts() {
    std::string names;
    for (size_t part = 0; part < kPartCount; part++) {
        if (!store().wanted[part]) continue;
        store().wanted[part] = false;
        if (store().isHere(part)) continue;
        if (!names.empty()) names += ' ';
        names += kParts[part].name;
    }
    return names;
}

bool providePart(std::string_view text) {
    std::array<EmbeddedFile, kFileCount> files = store().files;
    char* copy = new char[text.size() + 1];  // stays as long as the engine
    std::memcpy(copy, text.data(), text.size());
    const std::string_view kept(copy, text.size());
    bool good = !text.empty();
    for (size_t at = 0; good && at < kept.size();) {
        const size_t file = readHead(kept, at);
        good = file < kFileCount;
        if (!good) break;
        size_t end = kept.find("\n-- ", at);
        end = end == std::string_view::npos ? kept.size() : end + 1;
        if (files[file].text.data() == nullptr) files[file].text = kept.substr(at, end - at);
        at = end;
    }
    if (good)
        store().files = files;
    else
        delete[] copy;
    return good;
}

}  // namespace wasm
}  // namespace sluice
