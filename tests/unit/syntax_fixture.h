#pragma once
// Parses a text for tests.

#include <string>

#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/directives.h"
#include "syntax/dump.h"
#include "syntax/parser.h"

namespace sluice {

/// The text with each four blanks at the start of a line turned into a tab, so that raw strings can show Go
/// source.
inline std::string tabbed(std::string_view text) {
    std::string out;
    bool isStart = true;
    for (size_t i = 0; i < text.size();) {
        if (isStart && text.substr(i).starts_with("    ")) {
            out += '\t';
            i += 4;
            continue;
        }
        isStart = text[i] == '\n';
        out += text[i++];
    }
    return out;
}

/// One parsed text with everything that belongs to it.
struct Parsed {
    explicit Parsed(std::string text) : source(files.add("./prog.go", std::move(text))), diagnostics(files) {
        file = parseFile(source, arena, names, diagnostics);
    }

    /// The diagnostics as gc prints them, without the file name.
    std::string errors() const {
        std::string text = diagnostics.text();
        const std::string name = "./prog.go:";
        for (size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
            text.erase(at, name.size());
        }
        return text;
    }

    FileSet files;
    Arena arena;
    Interner names;
    SourceFile& source;
    Diagnostics diagnostics;
    File* file = nullptr;
};

}  // namespace sluice
