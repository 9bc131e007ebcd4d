#include "engine.h"

#include <algorithm>
#include <cmath>

#include "api/comparison.h"
#include "code_parts.h"
#include "library_parts.h"
#include "source/text.h"
#include "syntax/format.h"
#include "trace/narrate.h"

namespace sluice::wasm {

namespace {

/// JavaScript numbers hold integers exactly up to here.
constexpr double kMaxExactNumber = 9007199254740992.0;

uint64_t whole(double value) { return static_cast<uint64_t>(std::clamp(value, 0.0, kMaxExactNumber)); }

/// Numbers separated by commas; 0 and everything else between commas is left out.
std::vector<uint32_t> numbersOf(const std::string& text) {
    std::vector<uint32_t> numbers;
    uint32_t number = 0;
    for (const char c : text + ",") {
        if (c >= '0' && c <= '9') {
            number = number * 10 + static_cast<uint32_t>(c - '0');
        } else {
            if (number != 0) numbers.push_back(number);
            number = 0;
        }
    }
    return numbers;
}

const char* kindText(SliderKind kind) {
    switch (kind) {
        case SliderKind::Int: return "int";
        case SliderKind::Duration: return "duration";
        case SliderKind::Float: return "float";
        case SliderKind::Bool: return "bool";
    }
    return "int";
}

const char* verbText(DirectiveVerb verb) {
    switch (verb) {
        case DirectiveVerb::Slider: return "slider";
        case DirectiveVerb::Watch: return "watch";
        case DirectiveVerb::Input: return "input";
        case DirectiveVerb::Try: return "try";
        case DirectiveVerb::Name: return "name";
        case DirectiveVerb::World: return "world";
        case DirectiveVerb::Choice: return "choice";
        case DirectiveVerb::Because: return "because";
        case DirectiveVerb::About: return "about";
    }
    return "";
}

/// The rest of a directive's line, written again from its parts.
std::string directiveText(const Directive& directive) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (!text.empty()) text += ' ';
        text += part;
    };
    const auto quoted = [](const std::string& value) {
        return value.empty() || value.find_first_of(" \t\"`") != std::string::npos ? quoteText(value) : value;
    };
    for (const std::string& word : directive.args) add(quoted(word));
    for (const KeyValue& pair : directive.values) add(pair.key + "=" + quoted(pair.value));
    if (!directive.claimWords.empty()) add("->");
    for (const ClaimWord& word : directive.claimWords) add(word.quoted ? quoteText(word.text) : word.text);
    return text;
}

const char* outcomeKind(const Runner& runner) {
    if (runner.wasStopped()) return "stopped";
    switch (runner.run().state()) {
        case RunState::Finished: return runner.run().exitCode() == 0 ? "done" : "exit";
        case RunState::Panicked: return "panic";
        case RunState::Deadlocked: return "deadlock";
        case RunState::Waiting: return "waiting";
        case RunState::Limited: return "limit";
        case RunState::Ready:
        case RunState::Drain: break;
    }
    return "stopped";
}

}  // namespace

Engine::Engine() = default;
Engine::~Engine() = default;

std::string Engine::missingParts() {
    std::string parts = wasm::missingParts();
    if (!parts.empty()) {
        // Both remember that there is no such package.
        library_ = std::make_unique<LibraryCache>();
        laboratory_.reset();
    }
    if (lacksNatives_) {
        if (!parts.empty()) parts += ' ';
        parts += kNatives;
    }
    lacksNatives_ = false;
    return parts;
}

bool Engine::provideCode(const std::string& part, const std::string& bytes) {
    return wasm::provideCode(part, bytes);
}

bool Engine::hasCode(const std::string& part) const { return codeIsHere(part); }

bool Engine::provide(const std::string& text) { return providePart(text); }

void Engine::clearParameters() { parameters_.clear(); }
void Engine::setParameter(const std::string& name, const std::string& value) {
    parameters_.push_back({name, value});
}

bool Engine::compile(const std::string& source) {
    runner_.reset();  // both refer to the compilation
    inspected_.reset();
    given_ = source;
    compilation_ = compileProgram("./prog.go", source, parameters_, library_.get());
    lacksNatives_ = !compilation_->nativesAre(&isHere);
    return compilation_->program() != nullptr;
}

int Engine::diagnosticCount() const {
    return compilation_ ? static_cast<int>(compilation_->problems().size()) : 0;
}

std::string Engine::problemText() const { return compilation_ ? compilation_->problemText() : ""; }

DiagnosticValue Engine::diagnostic(int index) const {
    if (index < 0 || index >= diagnosticCount()) return {};
    const Problem& problem = compilation_->problems()[static_cast<size_t>(index)];
    return {static_cast<int>(problem.line),
            static_cast<int>(problem.column),
            static_cast<int>(problem.offset),
            static_cast<int>(problem.length),
            problem.severity,
            problem.code,
            problem.message,
            problem.hint};
}

int Engine::sliderCount() const {
    return compilation_ ? static_cast<int>(compilation_->givenDirectives().sliders.size()) : 0;
}

SliderValue Engine::slider(int index) const {
    if (index < 0 || index >= sliderCount()) return {};
    const Slider& slider = compilation_->givenDirectives().sliders[static_cast<size_t>(index)];
    const Slider* inForce = compilation_->directives().findSlider(slider.name);
    return {slider.name,
            slider.label,
            kindText(slider.kind),
            inForce ? inForce->value : slider.value,
            slider.min,
            slider.max,
            slider.step,
            slider.isLog,
            static_cast<int>(slider.line),
            1,
            static_cast<int>(slider.literalBegin),
            static_cast<int>(slider.literalEnd - slider.literalBegin)};
}

int Engine::directiveCount() const {
    return compilation_ ? static_cast<int>(compilation_->givenDirectives().all.size()) : 0;
}

DirectiveValue Engine::directive(int index) const {
    if (index < 0 || index >= directiveCount()) return {};
    const Directive& directive = compilation_->givenDirectives().all[static_cast<size_t>(index)];
    return {verbText(directive.verb), directiveText(directive), static_cast<int>(directive.line)};
}

std::string Engine::experiments() const {
    return experimentsJson(compilation_ ? compilation_->givenDirectives().experiments
                                        : std::vector<Experiment>());
}

std::string Engine::about() const {
    return aboutJson(compilation_ ? compilation_->givenDirectives().about : std::vector<KeyValue>());
}

/// Runs experiment `index` of `source` and judges it; the program that is compiled, and its run, are not
/// touched.
std::string Engine::conduct(const std::string& source, int index) {
    if (!laboratory_ || laboratoryText_ != source) {
        laboratory_ = std::make_unique<Laboratory>("./prog.go", source);
        laboratoryText_ = source;
    }
    ExperimentReport report;
    const auto& experiments = laboratory_->experiments();
    if (index < 0 || static_cast<size_t>(index) >= experiments.size()) {
        report.error = "the program has no experiment " + std::to_string(index);
    } else {
        report = laboratory_->conduct(experiments[static_cast<size_t>(index)]);
    }
    return reportJson(report);
}

/// Runs a comparison (see api/comparison.h). With empty sources only its header is read, to learn which
/// programs it needs; what is wrong with it stands in \"error\".
std::string Engine::compare(const std::string& text, const std::string& leftSource,
                            const std::string& rightSource) const {
    Comparison comparison;
    ComparisonReport report;
    report.error = readComparison(text, comparison);
    if (report.error.empty() && !leftSource.empty())
        report = conductComparison(comparison, leftSource, rightSource);
    return comparisonJson(comparison, report);
}

std::string Engine::packageComment() const {
    return compilation_ ? compilation_->packageComment() : std::string();
}

std::string Engine::format(const std::string& source) const {
    FileSet files;
    Diagnostics diagnostics(
        files);  // syntax errors are shown by compile(); here the text just stays as it is
    return formatSource(source, diagnostics);
}

void Engine::setLimit(const std::string& name, double value) {
    const bool given = std::isfinite(value) && value > 0;
    sluice::setLimit(limits_, name, given ? static_cast<uint64_t>(std::min(value, kMaxExactNumber)) : 0);
}

void Engine::clearInputs() { inputs_.clear(); }

std::string Engine::addInput(const std::string& spec) {
    Input input;
    std::string error;
    if (parseInput(spec, input, error)) inputs_.push_back(std::move(input));
    return error;
}

/// os.Args[1:], one a line.
void Engine::setArguments(const std::string& lines) {
    arguments_.clear();
    for (size_t at = 0; at < lines.size();) {
        const size_t end = std::min(lines.find('\n', at), lines.size());
        arguments_.push_back(lines.substr(at, end - at));
        at = end + 1;
    }
}

bool Engine::begin(RunOptions options) {
    runner_.reset();
    if (!compilation_ || !compilation_->program()) return false;
    options.processors =
        options.processors <= 0 ? kDefaultProcessors : std::min(options.processors, kMaxProcessors);
    options.limits = limits_;
    options.inputs = inputs_;
    options.arguments = arguments_;
    lastOptions_ = options;
    runner_ = std::make_unique<Runner>(*compilation_, options, texts_);
    return true;
}

bool Engine::start(unsigned seed, int processors) {
    RunOptions options;
    options.seed = seed;
    options.processors = processors;
    return begin(options);
}

bool Engine::replay(const std::string& schedule, int processors) {
    RunOptions options;
    options.schedule = schedule;
    options.processors = processors;
    return begin(options);
}

int Engine::advance(double budget) {
    return static_cast<int>(runner_ ? runner_->advance(budget) : EngineState::Idle);
}

void Engine::pause() {
    uint32_t running = static_cast<uint32_t>(Command::Run);
    controlWords[kCommand].compare_exchange_strong(running, static_cast<uint32_t>(Command::Pause));
}

void Engine::resume() {
    uint32_t paused = static_cast<uint32_t>(Command::Pause);
    controlWords[kCommand].compare_exchange_strong(paused, static_cast<uint32_t>(Command::Run));
}

void Engine::stop() {
    if (runner_) runner_->stop();
    setState(EngineState::Finished);
}

emscripten::val Engine::control() const {
    return emscripten::val(
        emscripten::typed_memory_view(kControlWords, reinterpret_cast<const uint32_t*>(controlWords)));
}

emscripten::val Engine::ring() const {
    return emscripten::val(
        emscripten::typed_memory_view(sizeof ringEvents, reinterpret_cast<const uint8_t*>(ringEvents)));
}

emscripten::val Engine::texts(unsigned from) {
    texts_.copyFrom(from, textScratch_);
    return emscripten::val(emscripten::typed_memory_view(textScratch_.size(), textScratch_.data()));
}

OutcomeValue Engine::outcome() const {
    if (!runner_ || !runner_->ended()) return {"running", 0, "", 0, 0, 0, ""};
    const Run& run = runner_->run();
    return {outcomeKind(*runner_),
            run.exitCode(),
            run.outcomeText(),
            static_cast<double>(run.nowNs()),
            static_cast<double>(run.recorder().count()),
            static_cast<double>(run.instructions()),
            run.schedule()};
}

namespace {

/// Runs again without a reader, keeping the events, up to `events` of them.
std::unique_ptr<Run> rerun(const Compilation& compilation, RunOptions options, double events) {
    options.sink = nullptr;
    options.record = true;
    auto run = std::make_unique<Run>(compilation, options);
    const uint64_t wanted = whole(events);
    while (run->recorder().count() < wanted) {
        RunSlice slice;
        slice.events = wanted - run->recorder().count();
        const RunState state = run->advance(slice);
        if (state != RunState::Ready) break;
    }
    return run;
}

}  // namespace

std::string Engine::narration(double from, double to) {
    if (!compilation_ || !compilation_->program() || !runner_) return "";
    const auto run = rerun(*compilation_, lastOptions_, to);
    Narrator narrator(run->recorder());
    std::string text;
    for (uint64_t i = 0; i < run->events().size() && static_cast<double>(i) < to; ++i) {
        const std::string sentence = narrator.tell(run->events()[i]);
        if (static_cast<double>(i) >= from) text += sentence + "\n";
    }
    return text;
}

std::string Engine::stateAt(double event) {
    if (!compilation_ || !compilation_->program() || !runner_) return "";
    return goroutinesJson(*rerun(*compilation_, lastOptions_, event));
}

bool Engine::inspectStart(const std::string& schedule, int processors) {
    inspected_.reset();
    if (!compilation_ || !compilation_->program()) return false;
    RunOptions options;
    options.schedule = schedule;
    options.processors = processors <= 0 ? kDefaultProcessors : std::min(processors, kMaxProcessors);
    options.limits = limits_;
    options.inputs = inputs_;
    options.arguments = arguments_;
    options.sink = &inspectSink_;
    inspected_ = std::make_unique<Run>(*compilation_, options);
    return true;
}

double Engine::inspectTo(double event, double statement, double instructions) {
    if (!inspected_) return 0;
    const auto count = [this] { return inspected_->recorder().count(); };
    const uint64_t wanted = whole(event);
    if (count() < wanted) {
        RunSlice slice;
        slice.events = wanted - count();
        slice.instructions = static_cast<uint64_t>(std::clamp(instructions, 1.0, kMaxExactNumber));
        if (statement > 0) slice.statements = whole(statement);
        inspected_->advance(slice);
    }
    return static_cast<double>(count());
}

void Engine::inspectWatch(unsigned goroutine, double fromEvent, double untilEvent, const std::string& lines) {
    if (!inspected_) return;
    inspected_->watchStatements(
        {goroutine == 0 ? kEverybody : goroutine, whole(fromEvent), whole(untilEvent), numbersOf(lines)});
}

double Engine::inspectStatements() const {
    return inspected_ ? static_cast<double>(inspected_->statementsBegun()) : 0;
}

std::string Engine::inspectBegun() const {
    if (!inspected_) return "";
    const BegunStatement& last = inspected_->lastBegun();
    return std::to_string(last.goroutine) + " " + std::to_string(last.line) + " " +
           std::to_string(last.from) + " " + std::to_string(last.number);
}

bool Engine::inspectOver() const { return !inspected_ || inspected_->state() != RunState::Ready; }

std::string Engine::inspectState(const std::string& goroutines) {
    if (!inspected_) return "";
    return stateJson(*inspected_, numbersOf(goroutines));
}

std::string Engine::inspectParts(const std::string& path, double from, double count) {
    if (!inspected_) return "";
    return valuesJson(inspected_->parts(path, whole(from), whole(count)));
}

}  // namespace sluice::wasm
