#include "machine/image.h"

#include <algorithm>
#include <string_view>

#include "base/order.h"
#include "source/text.h"

namespace sluice {

namespace {

/// What is charged for a call: half the callee's words, as its loops charge for themselves, within these
/// bounds.
constexpr uint32_t kMinCallCost = 2;
constexpr uint32_t kMaxCallCost = 24;
/// The operation in stub words: no row of instructions.def has it.
constexpr Op kStubOp = static_cast<Op>(255);

FunctionEntry entryOf(const Function& function, uint32_t start) {
    FunctionEntry entry;
    entry.start = start;
    entry.registerCount = function.registerCount;
    entry.frameSlots = function.registerCount + function.windowCount;
    entry.zeroFirst = function.zeroFirst;
    entry.zeroCount = function.zeroCount;
    entry.resultSlots = function.resultSlots;
    entry.paramSlots = function.paramSlots;
    const uint32_t half = static_cast<uint32_t>(function.code.size() / 2);
    entry.cost = half < kMinCallCost ? kMinCallCost : half > kMaxCallCost ? kMaxCallCost : half;
    return entry;
}

uint32_t positionWord(LineColumn at) { return (at.line << 12) | (at.column < 4095 ? at.column : 4095); }

void appendPositions(Image& image, const Function& function) {
    const size_t words = function.code.size();
    if (function.isLibrary || function.isWrapper || function.positions.empty()) {
        image.positions.insert(image.positions.end(), words, 0);
        return;
    }
    size_t next = 0;
    uint32_t word = 0;
    for (uint32_t pc = 0; pc < words; ++pc) {
        while (next < function.positions.size() && function.positions[next].pc <= pc) {
            word = positionWord(image.files->lineColumn(function.positions[next].pos));
            ++next;
        }
        image.positions.push_back(word);
    }
}

/// The compiler marks the sites of named calls with "=" (FunctionCompiler::nameCall).
void collectCallNames(Image& image) {
    const Program& program = *image.program;
    const Function& main = program.functions[program.mainFunction];
    if (main.positions.empty()) return;
    const uint32_t file = main.positions[0].pos.fileNumber();
    for (uint32_t i = 1; i < program.sites.size(); i++) {
        const Site& site = program.sites[i];
        if (site.name.empty() || site.name[0] != '=' || site.pos.fileNumber() != file) continue;
        image.callNames.push_back({positionWord(image.files->lineColumn(site.pos)), i});
    }
    sortStable(image.callNames, [](const auto& a, const auto& b) { return a < b; });
}

void resolveNatives(Image& image, const NativeEntry* natives, size_t count) {
    std::vector<const NativeEntry*> sorted;
    for (size_t i = 0; i < count; ++i) sorted.push_back(&natives[i]);
    const auto byName = [](const NativeEntry* a, const NativeEntry* b) { return a->name < b->name; };
    sortStable(sorted, byName);
    for (const NativeInfo& info : image.program->natives) {
        NativeEntry wanted{info.name, nullptr};
        const auto found = std::lower_bound(sorted.begin(), sorted.end(), &wanted, byName);
        if (found != sorted.end() && (*found)->name == wanted.name) wanted = **found;
        image.natives.push_back(wanted);
    }
}

}  // namespace

uint32_t Image::functionAt(uint32_t pc) const {
    if (pc < kStubCount) return 0;
    const auto next = std::upper_bound(starts.begin(), starts.end(), pc);
    return static_cast<uint32_t>(next - starts.begin()) - 1;
}

LineColumn Image::lineColumn(uint32_t pc) const {
    const uint32_t number = functionAt(pc);
    if (number == 0) return {};
    const Function& owner = function(number);
    if (owner.positions.empty()) return {};
    return files->lineColumn(positionAt(owner, pc - functions[number].start));
}

std::string Image::fileName(uint32_t pc) const {
    const uint32_t number = functionAt(pc);
    if (number == 0) return {};
    const Function& owner = function(number);
    if (owner.positions.empty()) return {};
    const SourceFile* file = files->fileOf(positionAt(owner, pc - functions[number].start));
    return file == nullptr ? std::string() : file->name();
}

std::unique_ptr<Image> prepareImage(const Program& program, const FileSet& files, const NativeEntry* natives,
                                    size_t nativeCount) {
    auto image = std::make_unique<Image>();
    image->program = &program;
    image->files = &files;
    Instr stub;
    stub.op = kStubOp;
    image->code.assign(kStubCount, stub);
    image->positions.assign(kStubCount, 0);
    for (const Function& function : program.functions) {
        const uint32_t start = static_cast<uint32_t>(image->code.size());
        image->functions.push_back(entryOf(function, start));
        image->starts.push_back(start);
        image->code.insert(image->code.end(), function.code.begin(), function.code.end());
        appendPositions(*image, function);
    }
    image->code.push_back(stub);
    image->positions.push_back(0);
    collectCallNames(*image);
    resolveNatives(*image, natives, nativeCount);
    for (const std::string& text : program.strings) {
        image->stringOffsets.push_back(static_cast<uint32_t>(image->stringBytes.size()));
        image->stringBytes += text;
    }
    return image;
}

}  // namespace sluice
