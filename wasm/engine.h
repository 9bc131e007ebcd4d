// The engine as JavaScript sees it: one program, one run at a time.
//
// Invariants:
// - No exception crosses into JavaScript; every call returns at once except advance() of the bundle without
// threads, which
//   works for about its budget, and stateAt(), which may run the program again up to the event.
// - Bulk data (events, texts) are views of memory, never objects. Views of the ring and the control words
// stay valid;
//   the view of texts() until the next call.
// - Lines, columns and offsets are as Go counts them: from 1, from 1 in bytes, from 0 in bytes.
#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "api/experiment.h"
#include "api/session.h"
#include "runner.h"
#include "shared_ring.h"
#include "views.h"

namespace sluice::wasm {

/// A diagnostic. `message` is in the Go compiler's words, without the position.
struct DiagnosticValue {
    int line, column, offset, length;
    std::string severity, code, message, hint;
};

/// A slider; durations in nanoseconds, bools 0 or 1, `step` 0 = any value. `offset`, `length`: the bytes of
/// the source as it was given that a new value replaces.
struct SliderValue {
    std::string name, label, kind;
    double value, min, max, step;
    bool log;
    int line, column, offset, length;
};

/// A `//sluice:` line: its verb, the rest of it, and where it stands.
struct DirectiveValue {
    std::string verb, text;
    int line;
};

/// How a run ended. kind: done, exit, panic, deadlock, limit, waiting, stopped; message: what Go prints about
/// it.
struct OutcomeValue {
    std::string kind;
    int exitCode;
    std::string message;
    double timeNs, events, instructions;
    std::string schedule;
};

class Engine {
  public:
    Engine();
    ~Engine();

    /// Which parts of the library the latest compile(), conduct() or compare() lacked (library_parts.h); if
    /// any, its result is of no use: provide() them and call it again. "natives" is one for provideCode().
    std::string missingParts();
    /// Gives the engine a part of the library. False when the text is none.
    bool provide(const std::string& text);
    /// Gives the engine a part of its own code, "natives" or "tools" (code_parts.h). False when the bytes are
    /// not it.
    bool provideCode(const std::string& part, const std::string& bytes);
    /// The part is there. Without the tools format(), about(), conduct(), compare(), narration(), stateAt()
    /// and all inspect…() must not be called; conduct() and compare() need the natives, too, as they compile
    /// programs and run them.
    bool hasCode(const std::string& part) const;

    void clearParameters();
    void setParameter(const std::string& name, const std::string& value);
    bool compile(const std::string& source);
    int diagnosticCount() const;
    /// All diagnostics as gc prints them, one a line; //line directives move what they say.
    std::string problemText() const;
    DiagnosticValue diagnostic(int index) const;
    int sliderCount() const;
    SliderValue slider(int index) const;
    int directiveCount() const;
    DirectiveValue directive(int index) const;
    std::string packageComment() const;
    std::string experiments() const;
    std::string about() const;
    std::string conduct(const std::string& source, int index);
    std::string compare(const std::string& text, const std::string& leftSource,
                        const std::string& rightSource) const;
    std::string format(const std::string& source) const;

    void setLimit(const std::string& name, double value);
    void clearInputs();
    std::string addInput(const std::string& spec);
    void setArguments(const std::string& lines);
    bool start(unsigned seed, int processors);
    bool replay(const std::string& schedule, int processors);
    int advance(double budget);
    void pause();
    void resume();
    void stop();

    emscripten::val control() const;
    emscripten::val ring() const;
    emscripten::val texts(unsigned from);
    OutcomeValue outcome() const;
    std::string narration(double from, double to);
    std::string stateAt(double event);

    // The inspector's own run of the compiled program, beside the one that is shown.
    /// Begins it, with the inputs, limits and arguments in force; `schedule` as for replay().
    bool inspectStart(const std::string& schedule, int processors);
    /// Goes on for at most `instructions`, until `event` events have happened or inspectStatements() is
    /// `statement` (0: no matter). Returns how many events have happened. It never goes back.
    double inspectTo(double event, double statement, double instructions);
    /// Run::watchStatements and statementsBegun for the inspector's run. Goroutine 0 is everybody;
    /// `lines` are numbers separated by commas, "" for every line.
    void inspectWatch(unsigned goroutine, double fromEvent, double untilEvent, const std::string& lines);
    double inspectStatements() const;
    /// Run::lastBegun: "goroutine line from number".
    std::string inspectBegun() const;
    /// The inspector's run has ended, or there is none: inspectTo() will not get any further.
    bool inspectOver() const;
    /// The goroutines with these numbers (separated by commas) and the package variables, as JSON.
    std::string inspectState(const std::string& goroutines);
    /// Parts of a value (Run::parts), as JSON.
    std::string inspectParts(const std::string& path, double from, double count);

  private:
    bool begin(RunOptions options);

    std::vector<Parameter> parameters_;
    std::vector<Input> inputs_;
    Limits limits_;
    std::vector<std::string> arguments_;
    std::string given_;  // the source as JavaScript passed it
    std::unique_ptr<LibraryCache> library_ = std::make_unique<LibraryCache>();
    std::unique_ptr<Compilation> compilation_;
    std::unique_ptr<Laboratory> laboratory_;
    std::string laboratoryText_;
    RunOptions lastOptions_;
    TextStore texts_;
    std::vector<uint8_t> textScratch_;
    std::unique_ptr<Runner> runner_;
    CountingSink inspectSink_;
    std::unique_ptr<Run> inspected_;
    bool lacksNatives_ = false;  // the program that was compiled calls some that are not here
};

}  // namespace sluice::wasm
