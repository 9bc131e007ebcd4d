#pragma once
// `//sluice:` lines: Go-style directives that make the controls of a program (design, "Programs that describe
// themselves").
//
//   //sluice:slider [min=V] [max=V] [step=V] [log] [label="text"]   in front of a const or var declaration or
//   spec
//   //sluice:watch NAME…                                            variables or struct fields to show live
//   //sluice:input KIND at=TIME [key=value…]                        something the outside world does
//   //sluice:try "title" NAME=VALUE… -> CLAIM, CLAIM…              an experiment and what must happen
//   (claims.def)
//   //sluice:choice "text" -> CLAIM…                                 below a try: what a reader may predict
//   //sluice:because "text"                                          below a try: why it is so, told
//   afterwards
//   //sluice:about KEY=VALUE…                                        what a catalogue page says of the
//   program
//   //sluice:name NAME                                              in front of a go statement or a
//   declaration
//   //sluice:world [WORD…] key=value…                               how the simulated world behaves
//
// Invariants: directives are found in source order; a malformed one is reported and left out; a slider always
// stands for exactly one name with exactly one literal-like value (number, duration product, bool).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/position.h"
#include "syntax/claim.h"

namespace sluice {

class Diagnostics;
class SourceFile;
struct File;

enum class DirectiveVerb : uint8_t { Slider, Watch, Input, Try, Name, World, Choice, Because, About };

/// `key=value`; values are unquoted. Durations stay text; use parseDuration.
struct KeyValue {
    std::string key;
    std::string value;
    bool operator==(const KeyValue&) const = default;
};

/// What kind of declaration or statement a directive stands in front of.
enum class DirectiveTarget : uint8_t { None, Const, Var, Type, Func, GoStmt, Field, Statement };

/// A directive in its general form.
struct Directive {
    DirectiveVerb verb = DirectiveVerb::Slider;
    Pos pos;              ///< of the `//`
    uint32_t length = 0;  ///< bytes of the line comment
    uint32_t line = 0;
    std::vector<std::string> args;      ///< words and quoted texts, in order
    std::vector<KeyValue> values;       ///< in order
    std::vector<ClaimWord> claimWords;  ///< words after `->` (try and choice only)
    DirectiveTarget target = DirectiveTarget::None;
    std::string targetName;   ///< first declared name of the target, or empty
    uint32_t targetLine = 0;  ///< line of the target, 0 for none
    std::string
        ownerName;  ///< the struct type that holds a Field target, the function that holds a statement

    /// The value of `key`, or nullptr.
    const std::string* find(std::string_view key) const;
};

enum class SliderKind : uint8_t { Int, Duration, Float, Bool };

/// A slider, ready for a page: numbers are in the slider's unit (Duration: nanoseconds; Bool: 0 or 1).
struct Slider {
    std::string name;
    std::string label;  ///< from label=, otherwise empty
    SliderKind kind = SliderKind::Int;
    double value = 0;  ///< what the source says; integers up to 2^53 are exact
    double min = 0;
    double max = 0;
    double step = 0;  ///< 0 = continuous (floats, durations on a log scale)
    bool isLog = false;
    Pos directivePos;
    uint32_t line = 0;          ///< of the declaration
    uint32_t literalBegin = 0;  ///< byte range of the expression that a new value replaces
    uint32_t literalEnd = 0;
    std::string literalText;
};

/// A value for a slider: `numWorkers=5`, `workTime=200ms`.
struct Parameter {
    std::string name;
    std::string value;
    bool operator==(const Parameter&) const = default;
};

/// What a reader may predict of an experiment: right when all claims hold.
struct Choice {
    std::string text;
    std::vector<Claim> claims;
};

/// Seeds one experiment may be repeated with: enough to meet rare schedules, still a moment's work.
constexpr uint32_t kMaxExperimentSeeds = 200;

/// Virtual processors an experiment may ask for; the same bound as a run's.
constexpr uint32_t kMaxTryProcessors = 64;

/// A `//sluice:try` line with the choice and because lines below it.
struct Experiment {
    std::string title;
    std::string question;  ///< ask=: what it answers, for the list of interview questions; may be empty
    std::string because;   ///< may be empty
    uint32_t line = 0;
    std::vector<Parameter> parameters;
    uint64_t seed = 1;        ///< seed=
    uint32_t seeds = 1;       ///< seeds=: repeated with the seeds 1…seeds when above 1
    uint32_t processors = 0;  ///< processors=; 0 = the default
    bool hasInputs = false;   ///< input= replaces the program's own inputs
    std::vector<std::string> inputs;
    std::vector<Claim> claims;
    std::vector<Choice> choices;
};

/// All directives of a file.
struct Directives {
    std::vector<Directive> all;
    std::vector<Slider> sliders;
    std::vector<Experiment> experiments;
    std::vector<KeyValue> about;  ///< the pairs of all `//sluice:about` lines, in order

    const Slider* findSlider(std::string_view name) const;
};

/// Reads the directives of a parsed file; also puts //sluice:name texts into GoStmt::givenName (interned by
/// `names`).
Directives readDirectives(File& file, class Interner& names, Diagnostics& diagnostics);

/// Go's time.ParseDuration ("1.5s", "200ms", "1h2m"); false when malformed or out of range.
bool parseDuration(std::string_view text, int64_t& nanoseconds);
/// Go's Duration.String ("1.5s", "200ms").
std::string formatDuration(int64_t nanoseconds);

/// A slider's value as Go source in the author's style: durations keep the author's unit when the value is a
/// whole number of it, otherwise take the largest unit that is exact (`1500 * time.Millisecond`). Always
/// parses back exactly.
std::string sliderSource(const Slider& slider, double value);
/// Reads a parameter's text for this slider ("5", "200ms", "0.25", "true"); false when malformed.
bool parseSliderValue(const Slider& slider, std::string_view text, double& value);

/// Rewrites the constants named by `parameters` in `file`'s text and returns the new text. Unknown names,
/// malformed and out-of-range values are reported and left as they are.
std::string applyParameters(const SourceFile& file, const Directives& directives,
                            const std::vector<Parameter>& parameters, Diagnostics& diagnostics);
/// The same for bare text: parses it, reads its directives and applies the parameters. Lines never move: the
/// result has as many lines as `text`. Errors of the text itself are not reported here; positions are those
/// of a first file.
std::string applyParameters(std::string_view text, const std::vector<Parameter>& parameters,
                            Diagnostics& diagnostics);

}  // namespace sluice
