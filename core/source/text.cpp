#include "source/text.h"

#include <algorithm>

#include "base/assert.h"
#include "source/line_directive.h"

namespace sluice {

SourceFile::SourceFile(uint32_t number, std::string name, std::string text, bool isLibrary)
    : number_(number),
      isLibrary_(isLibrary),
      originalBytes_(text.size()),
      name_(std::move(name)),
      text_(std::move(text)) {
    SLUICE_ASSERT(number >= 1 && number <= kMaxFiles);
    if (text_.size() > kMaxSourceBytes) text_.resize(kMaxSourceBytes);
    lineStarts_.push_back(0);
    for (uint32_t i = 0; i < text_.size(); i++) {
        if (text_[i] == '\n') lineStarts_.push_back(i + 1);
    }
}

LineColumn SourceFile::lineColumn(uint32_t offset) const {
    const auto after = std::upper_bound(lineStarts_.begin(), lineStarts_.end(), offset);
    const uint32_t line = static_cast<uint32_t>(after - lineStarts_.begin());
    return {line, offset - lineStarts_[line - 1] + 1};
}

uint32_t SourceFile::lineStart(uint32_t line) const {
    if (line == 0 || line > lineStarts_.size()) return static_cast<uint32_t>(text_.size());
    return lineStarts_[line - 1];
}

std::string_view SourceFile::lineText(uint32_t line) const {
    if (line == 0 || line > lineStarts_.size()) return {};
    const uint32_t begin = lineStarts_[line - 1];
    const uint32_t end =
        line < lineStarts_.size() ? lineStarts_[line] - 1 : static_cast<uint32_t>(text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

SourceFile& FileSet::add(std::string name, std::string text, bool isLibrary) {
    const uint32_t number = static_cast<uint32_t>(files_.size() + 1);
    files_.push_back(std::make_shared<SourceFile>(number, std::move(name), std::move(text), isLibrary));
    return *files_.back();
}

void FileSet::addShared(std::shared_ptr<SourceFile> file) {
    const uint32_t number = file->number();
    SLUICE_ASSERT(fileOf(Pos::make(number, 0)) == nullptr);
    if (number > files_.size()) files_.resize(number);
    files_[number - 1] = std::move(file);
}

const SourceFile* FileSet::fileOf(Pos pos) const {
    const uint32_t number = pos.fileNumber();
    return number == 0 || number > files_.size() ? nullptr : files_[number - 1].get();
}

LineColumn FileSet::lineColumn(Pos pos) const {
    const SourceFile* file = fileOf(pos);
    return file ? file->lineColumn(pos) : LineColumn{};
}

Position FileSet::resolve(Pos pos) const {
    const SourceFile* file = fileOf(pos);
    if (file == nullptr) return {};
    const LineColumn place = file->lineColumn(pos);
    return {file->name(), place.line, place.column};
}

std::string FileSet::format(Pos pos) const {
    const SourceFile* file = fileOf(pos);
    if (file == nullptr) return "<unknown position>";
    ShownPlace place = shownPlace(*file, pos.offset());
    place.file += ":" + std::to_string(place.line);
    return place.column == 0 ? place.file : place.file + ":" + std::to_string(place.column);
}

}  // namespace sluice
