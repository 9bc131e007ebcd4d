// From text to a Program: parameters, parser, checker, compiler.
#include <utility>

#include "api/importer.h"
#include "api/package_comment.h"
#include "api/session.h"
#include "api/test_main.h"
#include "base/arena.h"
#include "base/interner.h"
#include "code/compiler.h"
#include "code/program.h"
#include "library/library.h"
#include "machine/image.h"
#include "source/text.h"
#include "syntax/ast.h"
#include "syntax/ast_decl.h"
#include "syntax/parser.h"
#include "types/checker.h"
#include "types/type_context.h"

namespace sluice {

namespace {

const char* severityText(Severity severity) {
    switch (severity) {
        case Severity::Error: return "error";
        case Severity::Warning: return "warning";
        case Severity::Note: return "note";
    }
    return "error";
}

Problem toProblem(const FileSet& files, const Diagnostic& diagnostic) {
    Problem problem;
    const DiagInfo& info = diagInfo(diagnostic.code);
    problem.severity = severityText(diagnostic.severity);
    problem.code = info.name;
    problem.hint = info.hint;
    problem.message = diagnostic.message;
    for (const DiagNote& note : diagnostic.notes) {
        problem.message += "\n\t";
        if (note.pos.isValid()) problem.message += files.format(note.pos) + ": ";
        problem.message += note.message;
    }
    const SourceFile* file = files.fileOf(diagnostic.pos);
    if (!file) return problem;
    const LineColumn place = file->lineColumn(diagnostic.pos);
    problem.line = place.line;
    problem.column = place.column;
    problem.offset = diagnostic.pos.offset();
    problem.length = diagnostic.length == 0 ? 1 : diagnostic.length;
    return problem;
}

/// The working memory of one pass through the parser; everything in here dies with it.
struct Front {
    std::unique_ptr<FileSet> files = std::make_unique<FileSet>();
    Arena arena;
    Interner names;
    Diagnostics diagnostics{*files};
    File* file = nullptr;

    Front(std::string_view fileName, std::string_view text) {
        SourceFile& source = files->add(std::string(fileName), std::string(text));
        file = parseFile(source, arena, names, diagnostics);
    }
    /// gc goes on to the type checker after label and literal errors, not after syntax errors.
    bool canCheck() const { return !diagnostics.hasSyntaxErrors() && file->packageName; }
};

/// Checks and compiles what `front` has parsed.
std::unique_ptr<Program> translate(Front& front, const Directives& directives) {
    std::vector<File*> files{front.file};
    const std::string testMain = testMainSource(*front.file);
    if (!testMain.empty()) {
        SourceFile& source = front.files->add("_testmain.go", testMain, true);
        files.push_back(parseFile(source, front.arena, front.names, front.diagnostics));
    }
    TypeContext context(front.names);
    LibraryImporter importer(*front.files, front.arena, front.names, front.diagnostics);
    Checker checker(context, &importer, front.diagnostics);
    Package* package = checker.checkProgram(files);
    if (front.diagnostics.hasErrors()) return nullptr;
    auto program = std::make_unique<Program>();
    CompileOptions options;
    options.directives = &directives;
    options.hasNative = &hasLibraryNative;
    options.roots = libraryRoots();
    if (!compile(checker, *package, options, *program, front.diagnostics)) return nullptr;
    return front.diagnostics.hasErrors() ? nullptr : std::move(program);
}

}  // namespace

Compilation::Compilation() = default;
Compilation::~Compilation() = default;

std::unique_ptr<Compilation> compileProgram(std::string_view fileName, std::string_view text,
                                            const std::vector<Parameter>& parameters) {
    std::unique_ptr<Compilation> result(new Compilation());
    result->source_ = text;
    auto front = std::make_unique<Front>(fileName, text);
    const auto finish = [&] {
        for (const Diagnostic& diagnostic : front->diagnostics.sorted())
            result->problems_.push_back(toProblem(*front->files, diagnostic));
        if (front->diagnostics.isFull()) {
            // gc's last line stands at the error that was reported last, not at the last of the sorted list.
            Problem end = toProblem(*front->files, front->diagnostics.unsorted().back());
            end.code = "TooManyErrors";
            end.message = "too many errors";
            end.hint.clear();
            result->problems_.push_back(std::move(end));
        }
        result->problemText_ = front->diagnostics.text();
        result->files_ = std::move(front->files);
        return std::move(result);
    };
    if (!front->canCheck()) return finish();
    result->packageComment_ = packageComment(*front->file);
    result->givenDirectives_ = readDirectives(*front->file, front->names, front->diagnostics);
    result->directives_ = result->givenDirectives_;
    if (!parameters.empty()) {
        std::string changed =
            applyParameters(front->files->file(1), result->givenDirectives_, parameters, front->diagnostics);
        if (front->diagnostics.hasErrors()) return finish();
        if (changed != text) {
            front = std::make_unique<Front>(fileName, changed);
            result->source_ = std::move(changed);
            result->directives_ = readDirectives(*front->file, front->names, front->diagnostics);
        }
    }
    result->program_ = translate(*front, result->directives_);
    if (result->program_) {
        const auto natives = libraryNatives();
        result->image_ = prepareImage(*result->program_, *front->files, natives.data(), natives.size());
    }
    return finish();
}

}  // namespace sluice
