#include <doctest/doctest.h>

#include <set>

#include "source/diagnostic.h"
#include "source/text.h"

using namespace sluice;

TEST_CASE("positions: lines and byte columns count from one") {
    FileSet files;
    const SourceFile& file = files.add("a.go", "ab\n\ncd\xC3\xA9x\n");
    CHECK(file.lineColumn(0) == LineColumn{1, 1});
    CHECK(file.lineColumn(2) == LineColumn{1, 3});
    CHECK(file.lineColumn(3) == LineColumn{2, 1});
    CHECK(file.lineColumn(8) == LineColumn{3, 5});
    CHECK(file.lineCount() == 4);
    CHECK(file.lineText(3) == "cd\xC3\xA9x");
    CHECK(file.lineText(9).empty());
    const SourceFile& other = files.add("b.go", "x");
    CHECK(files.format(other.posAt(0)) == "b.go:1:1");
    CHECK(files.fileOf(file.posAt(8)) == &file);
    CHECK(files.fileOf(Pos{}) == nullptr);
    CHECK(file.posAt(5).offset() == 5);
}

TEST_CASE("diagnostics: sorted, one syntax error a line, equal messages once") {
    FileSet files;
    const SourceFile& file = files.add("./p.go", "one\ntwo\nthree\n");
    Diagnostics diagnostics(files);
    diagnostics.report(DiagCode::SyntaxError, file.posAt(8), 1, "second");
    diagnostics.report(DiagCode::SyntaxError, file.posAt(0), 1, "syntax error: first");
    diagnostics.report(DiagCode::SyntaxError, file.posAt(1), 1, "syntax error: again");
    diagnostics.report(DiagCode::SyntaxError, file.posAt(9), 1, "second");
    diagnostics.report(DiagCode::SyntaxError, file.posAt(9), 1, "third");
    if (Diagnostic* last = diagnostics.report(DiagCode::SyntaxError, file.posAt(4), 3, "x redeclared")) {
        last->notes.push_back({file.posAt(0), "other declaration of x"});
    }
    CHECK(diagnostics.text() ==
          "./p.go:1:1: syntax error: first\n"
          "./p.go:2:1: x redeclared\n\t./p.go:1:1: other declaration of x\n"
          "./p.go:3:1: second\n./p.go:3:2: third\n");
    CHECK(diagnostics.hasSyntaxErrors());
    CHECK_FALSE(diagnostics.isFull());
}

TEST_CASE("diagnostics: ten errors are enough") {
    FileSet files;
    const SourceFile& file = files.add("./p.go", std::string(20, '\n'));
    Diagnostics diagnostics(files);
    for (uint32_t i = 0; i < 12; i++) {
        diagnostics.report(DiagCode::SyntaxError, file.posAt(i), 1, "e" + std::to_string(i));
    }
    CHECK(diagnostics.errorCount() == 10);
    CHECK(diagnostics.text().ends_with("./p.go:10:1: e9\n./p.go:10:1: too many errors\n"));
}

TEST_CASE("diagnostics: every row of the table is complete and numbers are unique") {
    size_t count = 0;
    const DiagInfo* infos = diagInfos(count);
    std::set<int> numbers;
    for (size_t i = 0; i < count; i++) {
        CHECK(numbers.insert(static_cast<int>(infos[i].code)).second);
#ifndef __EMSCRIPTEN__  // they are left out of downloads
        CHECK_FALSE(infos[i].meaning.empty());
        CHECK_FALSE(infos[i].example.empty());
#endif
        CHECK_FALSE(infos[i].hint.empty());
        CHECK(&diagInfo(infos[i].code) == &infos[i]);
    }
    // Numbers are for ever: links and translations use them.
    CHECK(static_cast<int>(DiagCode::SyntaxError) == 1);
    CHECK(static_cast<int>(DiagCode::EmptySource) == 13);
    CHECK(static_cast<int>(DiagCode::ParameterMalformed) == 105);
}
