#include "api/importer.h"

#include "library/embedded.h"
#include "syntax/parser.h"

namespace sluice {

std::vector<File*> LibraryImporter::load(std::string_view path) {
    const auto all = embeddedFiles();
    std::vector<File*> parsed;
    for (const EmbeddedFile& embedded : all) {
        if (embedded.importPath != path) continue;
        SourceFile& file = files_.add(std::string(path) + "/" + std::string(embedded.fileName),
                                      std::string(embedded.text), true);
        parsed.push_back(parseFile(file, arena_, names_, diagnostics_));
    }
    return parsed;
}

}  // namespace sluice
