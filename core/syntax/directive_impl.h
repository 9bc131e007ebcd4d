#pragma once
// Parts of the directive reader. Private to core/syntax; the public entry is directives.h.

#include <string>
#include <string_view>

#include "source/diagnostic.h"
#include "syntax/ast.h"
#include "syntax/directives.h"

namespace sluice {

/// A declaration, spec, field or statement that a directive can stand in front of.
struct DirectiveSite {
    DirectiveTarget kind = DirectiveTarget::None;
    uint32_t line = 0;
    Node* node = nullptr;  ///< the ConstSpec, VarSpec, TypeSpec, FuncDecl, Field or statement
    std::string_view name;
    std::string_view owner;
};

/// All sites of a file, in source order (directive_sites.cpp).
std::vector<DirectiveSite> findDirectiveSites(const File& file);

/// Splits the text behind `//sluice:verb` into words, key=value pairs and claim words. On an error returns
/// its text and sets `errorAt` to the offset in `rest`; otherwise returns "".
std::string splitDirective(std::string_view rest, Directive& out, size_t& errorAt);

/// Makes a slider of a directive in front of `site`. Returns what is wrong, or "".
std::string makeSlider(const Directive& directive, const DirectiveSite& site, const File& file, Slider& out);

/// Makes an experiment of a try directive. Returns what is wrong, or "".
std::string makeExperiment(const Directive& directive, Experiment& out);
/// True for the keys of a try that are not sliders: seed, seeds, processors, input, ask.
bool isExperimentKey(std::string_view key);
/// Adds a choice directive to the experiment above it. Returns what is wrong, or "".
std::string addChoice(const Directive& directive, Directives& directives);
/// Adds a because directive to the experiment above it. Returns what is wrong, or "".
std::string addBecause(const Directive& directive, Directives& directives);

/// A slider's value for people: `5`, `200ms`, `0.25`, `true`.
std::string sliderValueText(const Slider& slider, double value);

/// The shortest decimal text that reads back as exactly `value`.
std::string shortestDecimal(double value);

/// Says why `value` is not in the slider's range, or "".
std::string rangeProblem(const Slider& slider, double value);

}  // namespace sluice
