#include "api/front_end.h"

#include <algorithm>

#include "syntax/parser.h"

namespace sluice {

namespace {

/// A program of 100 lines leaves about 200 KB; a few dozen of them are worth less than reading the library
/// again.
constexpr size_t kMaxHeldBytes = 24u << 20;
/// What a type or a declared object takes with its names, fields and table entries: an estimate.
constexpr size_t kBytesPerObject = 160;

}  // namespace

File& FrontEnd::parse(std::string_view fileName, std::string_view text) {
    files.clear();
    diagnostics.clear();
    constexpr uint32_t kNumber = 1;
    File& file = parseMore(kNumber, fileName, text, false);
    importer_.addLoadedFiles();
    return file;
}

File& FrontEnd::parseTestMain(std::string_view text) {
    constexpr uint32_t kNumber = 2;
    static_assert(kNumber < kFirstSharedFile);
    return parseMore(kNumber, "_testmain.go", text, true);
}

File& FrontEnd::parseMore(uint32_t number, std::string_view name, std::string_view text, bool isOurs) {
    auto source = std::make_shared<SourceFile>(number, std::string(name), std::string(text), isOurs);
    sourceBytes_ += source->text().size();
    sources_.push_back(source);
    files.addShared(source);
    return *parseFile(*source, arena, names, diagnostics);
}

size_t FrontEnd::heldBytes() const {
    return arena.reservedBytes() + types_.count() * kBytesPerObject + sourceBytes_;
}

bool FrontEnd::isWornOut() const {
    if (heldBytes() > kMaxHeldBytes) return true;
    const auto isInLibrary = [&](const Diagnostic& diagnostic) {
        const SourceFile* file = files.fileOf(diagnostic.pos);
        return diagnostic.code == DiagCode::TooDeep || (file != nullptr && file->isLibrary());
    };
    const std::vector<Diagnostic>& all = diagnostics.unsorted();
    return std::any_of(all.begin(), all.end(), isInLibrary);
}

}  // namespace sluice
