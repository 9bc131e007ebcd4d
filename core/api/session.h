// The one header that wasm/ and tools/ include: compile a program, run it, read what happened.
//
//     trace = run(program, parameters, seed, inputs, limits)
//
// Invariants:
// - The same five arguments give the same trace, byte for byte, on every build. Nothing in here reads a
// clock, a file, an
//   address or a thread.
// - A Compilation outlives every Run made from it, and is not changed by them: many runs may share one.
// - A Run only moves inside advance(): between two calls nothing happens, so a pause is simply not calling
// it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "machine/limits.h"
#include "machine/statement_watch.h"
#include "source/diagnostic.h"
#include "syntax/directives.h"
#include "trace/recorder.h"
#include "world/input.h"

namespace sluice {

class FileSet;
class FrontEnd;
struct Image;
struct Program;

/// A diagnostic as callers want it: resolved to lines, with gc's text.
struct Problem {
    std::string severity;  ///< "error", "warning" or "note"
    std::string code;      ///< the table's name of the diagnostic, for example "UnusedVar"
    uint32_t line = 0;     ///< 1-based; 0 when the problem is not about a place
    uint32_t column = 0;   ///< 1-based, in bytes, as gc counts
    uint32_t offset = 0;   ///< byte offset in the source that was compiled (after parameters were applied)
    uint32_t length = 0;   ///< bytes to underline, at least 1 where there is a place
    std::string message;   ///< gc's words, without position
    std::string hint;      ///< what to do about it, for learners; may be empty
};

class LibraryCache;

/// A program after the front end. Compiled when `program()` is not null; otherwise `problems()` says why not.
class Compilation {
  public:
    ~Compilation();
    Compilation(const Compilation&) = delete;
    Compilation& operator=(const Compilation&) = delete;

    /// The source that was compiled: the given text with every parameter written into its constant.
    const std::string& source() const { return source_; }
    /// The files that positions in the bytecode refer to; the program's own is number 1.
    const FileSet& files() const { return *files_; }
    /// The bytecode, or null when there were errors.
    const Program* program() const { return program_.get(); }
    /// The same prepared for execution; null together with program().
    const Image* image() const { return image_.get(); }
    /// `test` holds for every native function of the library that the program may call; true when it did not
    /// compile.
    bool nativesAre(bool (*test)(const void* function)) const;
    /// The errors, at most ten, sorted by position.
    const std::vector<Problem>& problems() const { return problems_; }
    /// All diagnostics as gc prints them, one a line, ending in a newline; empty when there are none.
    const std::string& problemText() const { return problemText_; }
    /// The sliders, watches, inputs and experiments the program describes itself with, after parameters were
    /// applied.
    const Directives& directives() const { return directives_; }
    /// The same as the given text has them: positions are those of the given text.
    const Directives& givenDirectives() const { return givenDirectives_; }
    /// The package comment (Markdown) without comment marks and directives; empty when there is none.
    const std::string& packageComment() const { return packageComment_; }

  private:
    friend std::unique_ptr<Compilation> compileProgram(std::string_view, std::string_view,
                                                       const std::vector<Parameter>&, LibraryCache*);
    Compilation();
    std::string source_;
    std::unique_ptr<FileSet> files_;
    std::unique_ptr<Program> program_;
    std::unique_ptr<Image> image_;
    std::vector<Problem> problems_;
    std::string problemText_;
    Directives directives_;
    Directives givenDirectives_;
    std::string packageComment_;
};

/// What compiles can hand on to later ones: the library packages that programs import, read and checked as
/// far as they were needed. Whoever compiles again and again (an editor, a slider) keeps one; it makes
/// compiles faster and changes nothing else. Its size is bounded: when it has grown too large it starts
/// afresh. For one thread at a time; compilations do not refer to it.
class LibraryCache {
  public:
    LibraryCache();
    ~LibraryCache();
    LibraryCache(const LibraryCache&) = delete;
    LibraryCache& operator=(const LibraryCache&) = delete;

    /// About how much memory it holds, in bytes.
    size_t keptBytes() const;

  private:
    friend std::unique_ptr<Compilation> compileProgram(std::string_view, std::string_view,
                                                       const std::vector<Parameter>&, LibraryCache*);
    std::unique_ptr<FrontEnd> frontEnd_;
};

/// Compiles one Go source file. Never fails otherwise than by problems: empty, binary, huge and malformed
/// texts included.
/// @param fileName shown in positions, for example "./prog.go"
/// @param parameters values for sliders; an unknown name or a value out of range is a problem
/// @param cache what earlier compiles have left, or null
std::unique_ptr<Compilation> compileProgram(std::string_view fileName, std::string_view text,
                                            const std::vector<Parameter>& parameters,
                                            LibraryCache* cache = nullptr);

/// The inputs the program asks for itself with //sluice:input lines.
std::vector<Input> defaultInputs(const Compilation& compilation);
/// Reads one input as the command line and links write it: `SIGINT at=2s`, `stdin at=0s text="a b"`. False
/// with what is wrong and what is accepted in `error`.
bool parseInput(std::string_view text, Input& input, std::string& error);

/// Sets one limit by its name: instructions, timeNs, events, heapBytes, goroutines, outputBytes; 0 restores
/// the default. False for other names.
bool setLimit(Limits& limits, std::string_view name, uint64_t value);

/// Virtual processors a run has unless told otherwise: enough for parallelism to show, few enough to draw.
inline constexpr int kDefaultProcessors = 4;
/// GOMAXPROCS accepts no more than this; more lanes than that cannot be told apart, and each costs the
/// scheduler a step.
inline constexpr int kMaxProcessors = 64;

/// Everything a run depends on besides the program.
struct RunOptions {
    uint64_t seed = 1;
    int processors = kDefaultProcessors;  ///< GOMAXPROCS at the start, 1…kMaxProcessors
    std::vector<Input> inputs;            ///< what the outside world does, in any order
    Limits limits;
    /// For tests of the collector: collects at every allocation, spoils what dies and moves the heap about.
    /// Nothing
    /// that a program or a trace shows may depend on it.
    bool gcStress = false;
    bool record = true;  ///< false: no events, only output and outcome (for exploration and benchmarks)
    std::vector<std::string> arguments;  ///< os.Args[1:]
    std::string schedule;  ///< a schedule string to replay (its seed wins over `seed`), empty for a live run
    EventSink* sink = nullptr;  ///< where events go; null: the run keeps them itself, see Run::events()
};

/// Where a run stands.
enum class RunState : uint8_t {
    Ready,       ///< not yet ended; advance() goes on
    Drain,       ///< the event ring is full: read events, then advance() again
    Finished,    ///< main returned or os.Exit was called
    Panicked,    ///< an uncaught panic or a fatal error; exit code 2
    Deadlocked,  ///< all goroutines are asleep; exit code 2
    Waiting,     ///< nothing can happen any more but an input from outside that is not scheduled
    Limited,     ///< a limit was reached; `outcomeText` names it
};

/// How much one call of advance() may do; whichever comes first ends the call.
struct RunSlice {
    uint64_t instructions = 2'000'000;  ///< about 10 ms of real time
    uint64_t events = UINT64_MAX;       ///< stop after so many further events
    uint64_t statements = UINT64_MAX;   ///< stop when Run::statementsBegun() is this
    int64_t untilNs = INT64_MAX;        ///< stop before virtual time passes this
};

/// One local variable or parameter as the inspector shows it.
struct LocalView {
    std::string name;
    std::string type;
    std::string value;
    /// What a pointer, slice, map or channel leads to, 0 for other values: equal numbers, same target.
    uint64_t target = 0;
    uint32_t object = 0;  ///< channels: their number in the trace
    uint64_t parts = 0;   ///< how many parts parts() can show
};

/// One frame of a goroutine's stack, innermost first.
struct FrameView {
    std::string function;
    uint32_t line = 0;
    uint32_t column = 0;
    bool library = false;
    std::vector<LocalView> locals;
};

/// A goroutine at the current moment.
struct GoroutineView {
    uint32_t number = 0;
    std::string name;
    std::string status;   ///< Go's word: running, runnable, waiting, dead
    std::string reason;   ///< Go's wait reason, empty when not waiting
    uint32_t object = 0;  ///< what it waits for, 0 for none
    std::vector<FrameView> frames;
};

/// One run of a program.
class Run {
  public:
    Run(const Compilation& compilation, const RunOptions& options);
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    /// Goes on for at most `slice`. Returns where the run stands then; after an end it returns that end
    /// again.
    RunState advance(const RunSlice& slice);
    RunState state() const;

    /// Counts from now on the statements that a goroutine begins, those that no event tells of as well; see
    /// StatementWatch. A statement begins on another line or in another function of the program; library code
    /// belongs to the statement that called it. Watching changes nothing in the trace.
    void watchStatements(const StatementWatch& watch);
    /// How many have begun, and the last of them.
    uint64_t statementsBegun() const;
    const BegunStatement& lastBegun() const;

    /// 0 while running and after a normal end; what os.Exit was given; 2 after a panic, fatal error or
    /// deadlock; 3 after a limit.
    int exitCode() const;
    /// One line that says how the run ended, in Go's words where Go has some.
    std::string outcomeText() const;
    /// Virtual time in ns.
    int64_t nowNs() const;
    /// Instructions executed.
    uint64_t instructions() const;

    /// Everything written to standard output and standard error so far, and both in the order they were
    /// written.
    const std::string& standardOutput() const;
    const std::string& standardError() const;
    const std::string& allOutput() const;
    /// Where allOutput changes from one stream to the other: ascending offsets, beginning on standard output.
    const std::vector<size_t>& outputSwitches() const;

    /// The events so far, the interned texts, and the registers of objects and goroutines.
    const Recorder& recorder() const;
    /// The events the run keeps itself; empty when it was given a sink or does not record.
    const VectorSink& events() const;

    /// Every living goroutine's stack with locals, at the current moment.
    std::vector<GoroutineView> goroutines() const;
    /// The same for the goroutines with these numbers only, in order of number; those that have ended are
    /// left out.
    std::vector<GoroutineView> goroutines(const std::vector<uint32_t>& numbers) const;
    /// The program's package variables.
    std::vector<LocalView> packageVariables() const;
    /// Up to `count` parts (fields, elements, entries, buffered values) from number `from` on of the value at
    /// `path`: "g3.0.2" is local 2 of frame 0 of goroutine 3, "p4" package variable 4, and each "/k" behind
    /// it goes into part k. Empty for a path that leads nowhere.
    std::vector<LocalView> parts(std::string_view path, uint64_t from, uint64_t count) const;
    /// The choices made so far: replays this run exactly when given as RunOptions::schedule.
    std::string schedule() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace sluice
