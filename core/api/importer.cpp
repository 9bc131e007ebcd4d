#include "api/importer.h"

#include "library/embedded.h"
#include "syntax/ast_decl.h"
#include "syntax/parser.h"

namespace sluice {

std::vector<File*> LibraryImporter::load(std::string_view path) {
    const auto all = embeddedFiles();
    std::vector<File*> parsed;
    for (size_t i = 0; i < all.size(); i++) {
        if (all[i].importPath != path) continue;
        if (all[i].text.data() == nullptr) {
            noteMissingPackage(path);
            return {};
        }
        auto file = std::make_shared<SourceFile>(kFirstSharedFile + static_cast<uint32_t>(i),
                                                 std::string(path) + "/" + std::string(all[i].fileName),
                                                 std::string(all[i].text), true);
        loaded_.push_back(file);
        files_.addShared(file);
        parsed.push_back(parseDeclarations(*file, arena_, names_, diagnostics_));
    }
    return parsed;
}

void LibraryImporter::loadBody(FuncDecl& decl) {
    parseSkippedBody(decl, files_.file(decl.pos.fileNumber()), arena_, names_, diagnostics_);
}

void LibraryImporter::addLoadedFiles() {
    for (const std::shared_ptr<SourceFile>& file : loaded_) files_.addShared(file);
}

}  // namespace sluice
