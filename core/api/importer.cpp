#include "api/importer.h"

#include <algorithm>

#include "library/embedded.h"
#include "syntax/parser.h"

namespace sluice {

std::vector<File*> LibraryImporter::load(std::string_view path) {
    const auto all = embeddedFiles();
    const auto byPath = [](const EmbeddedFile& file, std::string_view wanted) { return file.importPath < wanted; };
    std::vector<File*> parsed;
    for (auto it = std::lower_bound(all.begin(), all.end(), path, byPath); it != all.end() && it->importPath == path;
         ++it) {
        SourceFile& file =
            files_.add(std::string(path) + "/" + std::string(it->fileName), std::string(it->text), true);
        parsed.push_back(parseFile(file, arena_, names_, diagnostics_));
    }
    return parsed;
}

}  // namespace sluice
