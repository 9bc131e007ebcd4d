// Parameters: new values for sliders, written into the source text.
#include <algorithm>

#include "base/order.h"
#include "source/text.h"
#include "syntax/directive_impl.h"
#include "syntax/parser.h"

namespace sluice {

namespace {

struct Edit {
    uint32_t begin;
    uint32_t end;
    std::string text;
};

void report(Diagnostics& diagnostics, DiagCode code, Pos pos, const std::string& message) {
    diagnostics.report(code, pos, 0, "sluice: " + message);
}

std::string knownSliders(const Directives& directives) {
    if (directives.sliders.empty()) return "; the program has no sliders";
    std::string list;
    for (const Slider& slider : directives.sliders) list += (list.empty() ? "" : ", ") + slider.name;
    return "; known are " + list;
}

/// The replacement keeps the line breaks of what it replaces, so that no line moves.
std::string withLineBreaks(std::string text, const std::string& replaced) {
    text.append(static_cast<size_t>(std::count(replaced.begin(), replaced.end(), '\n')), '\n');
    return text;
}

}  // namespace

std::string applyParameters(const SourceFile& file, const Directives& directives,
                            const std::vector<Parameter>& parameters, Diagnostics& diagnostics) {
    std::vector<Edit> edits;
    for (const Parameter& parameter : parameters) {
        const Slider* slider = directives.findSlider(parameter.name);
        if (slider == nullptr) {
            report(diagnostics, DiagCode::ParameterUnknown, Pos{},
                   "unknown parameter " + parameter.name + knownSliders(directives));
            continue;
        }
        double value = 0;
        if (!parseSliderValue(*slider, parameter.value, value)) {
            report(diagnostics, DiagCode::ParameterMalformed, slider->directivePos,
                   "cannot set " + parameter.name + " to " + parameter.value + "; write a value such as " +
                       sliderValueText(*slider, slider->value));
            continue;
        }
        const std::string problem = rangeProblem(*slider, value);
        if (!problem.empty()) {
            report(diagnostics, DiagCode::ParameterOutOfRange, slider->directivePos, problem);
            continue;
        }
        std::erase_if(edits, [&](const Edit& edit) { return edit.begin == slider->literalBegin; });
        if (value == slider->value) continue;  // the author's own text is the best one
        edits.push_back({slider->literalBegin, slider->literalEnd,
                         withLineBreaks(sliderSource(*slider, value), slider->literalText)});
    }
    sortStable(edits, [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
    std::string text(file.text());
    for (const Edit& edit : edits) text.replace(edit.begin, edit.end - edit.begin, edit.text);
    return text;
}

std::string applyParameters(std::string_view text, const std::vector<Parameter>& parameters,
                            Diagnostics& diagnostics) {
    if (parameters.empty() || text.size() > kMaxSourceBytes) return std::string(text);
    FileSet files;
    Arena arena;
    Interner names;
    const SourceFile& file = files.add("./prog.go", std::string(text));
    Diagnostics syntax(files);
    File* tree = parseFile(file, arena, names, syntax);
    const Directives directives = readDirectives(*tree, names, syntax);
    // What is wrong with the text itself is reported by whoever compiles it.
    return applyParameters(file, directives, parameters, diagnostics);
}

}  // namespace sluice
