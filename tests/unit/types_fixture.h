#pragma once
// Checks programs for tests; imports are read from the library's source folder in the repository.
#include <dirent.h>
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/parser.h"
#include "types/checker.h"

namespace sluice::test {

inline std::string readWholeFile(const std::string& path) {
    std::string text;
    if (FILE* in = fopen(path.c_str(), "rb")) {
        char buffer[65536];
        size_t n = 0;
        while ((n = fread(buffer, 1, sizeof buffer, in)) > 0) text.append(buffer, n);
        fclose(in);
    }
    return text;
}

/// Names of the files in a folder that end with `suffix`, sorted.
inline std::vector<std::string> listFiles(const std::string& folder, const std::string& suffix) {
    std::vector<std::string> names;
    if (DIR* dir = opendir(folder.c_str())) {
        while (dirent* entry = readdir(dir)) {
            std::string name = entry->d_name;
            if (name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix)
                names.push_back(name);
        }
        closedir(dir);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Names of the folders in a folder, sorted.
inline std::vector<std::string> listSubfolders(const std::string& folder) {
    std::vector<std::string> names;
    if (DIR* dir = opendir(folder.c_str())) {
        while (dirent* entry = readdir(dir)) {
            std::string name = entry->d_name;
            if (name[0] == '.') continue;
            if (DIR* inner = opendir((folder + "/" + name).c_str())) {
                closedir(inner);
                names.push_back(name);
            }
        }
        closedir(dir);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// One program and everything that is needed to check it.
class CheckRun : public Importer {
  public:
    explicit CheckRun(std::string libraryFolder)
        : folder_(std::move(libraryFolder)), context(names), checker(context, this, diagnostics) {}

    Package* check(const std::string& name, const std::string& text) {
        SourceFile& source = files.add(name, text);
        File* file = parseFile(source, arena, names, diagnostics);
        if (diagnostics.hasSyntaxErrors() || file->packageName == nullptr) return nullptr;
        return checker.checkProgram({file});
    }

    std::vector<File*> load(std::string_view path) override {
        std::vector<File*> out;
        if (folder_.empty()) return out;
        std::string folder = folder_ + "/" + std::string(path);
        for (const std::string& name : listFiles(folder, ".go")) {
            SourceFile& source =
                files.add(std::string(path) + "/" + name, readWholeFile(folder + "/" + name), true);
            out.push_back(parseFile(source, arena, names, diagnostics));
        }
        return out;
    }

  private:
    std::string folder_;

  public:
    FileSet files;
    Arena arena;
    Interner names;
    Diagnostics diagnostics{files};
    TypeContext context;
    Checker checker;
};

}  // namespace sluice::test
