// From text to a Program: parameters, parser, checker, compiler.
#include <utility>

#include "api/front_end.h"
#include "api/package_comment.h"
#include "api/session.h"
#include "api/test_main.h"
#include "code/compiler.h"
#include "code/program.h"
#include "library/library.h"
#include "machine/image.h"
#include "source/text.h"
#include "syntax/ast.h"

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

/// Checks and compiles what `front` has parsed.
std::unique_ptr<Program> translate(FrontEnd& front, File& file, const Directives& directives) {
    std::vector<File*> files{&file};
    const std::string testMain = testMainSource(file);
    if (!testMain.empty()) {
        files.push_back(&front.parseTestMain(testMain));
    }
    Package* package = front.checker.checkProgram(files);
    if (front.diagnostics.hasErrors()) return nullptr;
    auto program = std::make_unique<Program>();
    CompileOptions options;
    options.directives = &directives;
    options.hasNative = &hasLibraryNative;
    options.roots = libraryRoots();
    if (!compile(front.checker, *package, options, *program, front.diagnostics)) return nullptr;
    return front.diagnostics.hasErrors() ? nullptr : std::move(program);
}

}  // namespace

Compilation::Compilation() = default;
Compilation::~Compilation() = default;

bool Compilation::nativesAre(bool (*test)(const void* function)) const {
    if (!image_) return true;
    for (const NativeEntry& entry : image_->natives)
        if (!test(reinterpret_cast<const void*>(entry.function))) return false;
    return true;
}

LibraryCache::LibraryCache() = default;
LibraryCache::~LibraryCache() = default;

size_t LibraryCache::keptBytes() const { return frontEnd_ ? frontEnd_->heldBytes() : 0; }

std::unique_ptr<Compilation> compileProgram(std::string_view fileName, std::string_view text,
                                            const std::vector<Parameter>& parameters, LibraryCache* cache) {
    std::unique_ptr<Compilation> result(new Compilation());
    result->source_ = text;
    std::unique_ptr<FrontEnd> kept = cache ? std::move(cache->frontEnd_) : nullptr;
    if (!kept) kept = std::make_unique<FrontEnd>();
    FrontEnd& front = *kept;
    File* file = &front.parse(fileName, text);
    const auto finish = [&] {
        for (const Diagnostic& diagnostic : front.diagnostics.sorted())
            result->problems_.push_back(toProblem(front.files, diagnostic));
        if (front.diagnostics.isFull()) {
            // gc's last line stands at the error that was reported last, not at the last of the sorted list.
            Problem end = toProblem(front.files, front.diagnostics.unsorted().back());
            end.code = "TooManyErrors";
            end.message = "too many errors";
            end.hint.clear();
            result->problems_.push_back(std::move(end));
        }
        result->problemText_ = front.diagnostics.text();
        result->files_ = std::make_unique<FileSet>(front.files);
        if (result->program_) {
            const auto natives = libraryNatives();
            result->image_ = prepareImage(*result->program_, *result->files_, natives.data(), natives.size());
        }
        if (cache && !front.isWornOut()) cache->frontEnd_ = std::move(kept);
        return std::move(result);
    };
    if (!front.canCheck(*file)) return finish();
    result->packageComment_ = packageComment(*file);
    result->givenDirectives_ = readDirectives(*file, front.names, front.diagnostics);
    result->directives_ = result->givenDirectives_;
    if (!parameters.empty()) {
        std::string changed =
            applyParameters(front.files.file(1), result->givenDirectives_, parameters, front.diagnostics);
        if (front.diagnostics.hasErrors()) return finish();
        if (changed != text) {
            file = &front.parse(fileName, changed);
            result->source_ = std::move(changed);
            result->directives_ = readDirectives(*file, front.names, front.diagnostics);
        }
    }
    result->program_ = translate(front, *file, result->directives_);
    return finish();
}

}  // namespace sluice
