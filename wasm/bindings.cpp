// The flat list of what JavaScript may call; what each thing means stands in engine.h.
#include <emscripten/bind.h>

#include <charconv>
#include <cstdarg>
#include <cstdint>
#include <limits>

#include "engine.h"

using namespace emscripten;
using namespace sluice::wasm;

namespace {

/// Raised when a page must not be used with an engine of another version.
constexpr const char* kEngineVersion = "1";

std::string engineVersion() { return kEngineVersion; }

bool engineThreaded() {
#ifdef __EMSCRIPTEN_PTHREADS__
    return true;
#else
    return false;
#endif
}

}  // namespace

// The name that Embind gives a type which nobody registered is its address, printed with "%p". Nothing else
// here prints with the C library, so its printf need not come along for that.
extern "C" int siprintf(char* text, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const uintptr_t address = va_arg(arguments, uintptr_t);
    va_end(arguments);
    char* const end = std::to_chars(text, text + std::numeric_limits<uintptr_t>::digits, address, 16).ptr;
    *end = '\0';
    return static_cast<int>(end - text);
}

EMSCRIPTEN_BINDINGS(sluicebox) {
    function("engineVersion", &engineVersion);
    function("engineThreaded", &engineThreaded);

    value_object<DiagnosticValue>("Diagnostic")
        .field("line", &DiagnosticValue::line)
        .field("column", &DiagnosticValue::column)
        .field("offset", &DiagnosticValue::offset)
        .field("length", &DiagnosticValue::length)
        .field("severity", &DiagnosticValue::severity)
        .field("code", &DiagnosticValue::code)
        .field("message", &DiagnosticValue::message)
        .field("hint", &DiagnosticValue::hint);
    value_object<SliderValue>("Slider")
        .field("name", &SliderValue::name)
        .field("label", &SliderValue::label)
        .field("kind", &SliderValue::kind)
        .field("value", &SliderValue::value)
        .field("min", &SliderValue::min)
        .field("max", &SliderValue::max)
        .field("step", &SliderValue::step)
        .field("log", &SliderValue::log)
        .field("line", &SliderValue::line)
        .field("column", &SliderValue::column)
        .field("offset", &SliderValue::offset)
        .field("length", &SliderValue::length);
    value_object<DirectiveValue>("Directive")
        .field("verb", &DirectiveValue::verb)
        .field("text", &DirectiveValue::text)
        .field("line", &DirectiveValue::line);
    value_object<OutcomeValue>("Outcome")
        .field("kind", &OutcomeValue::kind)
        .field("exitCode", &OutcomeValue::exitCode)
        .field("message", &OutcomeValue::message)
        .field("timeNs", &OutcomeValue::timeNs)
        .field("events", &OutcomeValue::events)
        .field("instructions", &OutcomeValue::instructions)
        .field("schedule", &OutcomeValue::schedule);

    class_<Engine>("Engine")
        .constructor<>()
        .function("missingParts", &Engine::missingParts)
        .function("provide", &Engine::provide)
        .function("provideCode", &Engine::provideCode)
        .function("hasCode", &Engine::hasCode)
        .function("clearParameters", &Engine::clearParameters)
        .function("setParameter", &Engine::setParameter)
        .function("compile", &Engine::compile)
        .function("problemText", &Engine::problemText)
        .function("diagnosticCount", &Engine::diagnosticCount)
        .function("diagnostic", &Engine::diagnostic)
        .function("sliderCount", &Engine::sliderCount)
        .function("slider", &Engine::slider)
        .function("directiveCount", &Engine::directiveCount)
        .function("directive", &Engine::directive)
        .function("packageComment", &Engine::packageComment)
        .function("experiments", &Engine::experiments)
        .function("about", &Engine::about)
        .function("conduct", &Engine::conduct)
        .function("compare", &Engine::compare)
        .function("format", &Engine::format)
        .function("setLimit", &Engine::setLimit)
        .function("clearInputs", &Engine::clearInputs)
        .function("addInput", &Engine::addInput)
        .function("setArguments", &Engine::setArguments)
        .function("start", &Engine::start)
        .function("replay", &Engine::replay)
        .function("advance", &Engine::advance)
        .function("pause", &Engine::pause)
        .function("resume", &Engine::resume)
        .function("stop", &Engine::stop)
        .function("control", &Engine::control)
        .function("ring", &Engine::ring)
        .function("texts", &Engine::texts)
        .function("outcome", &Engine::outcome)
        .function("narration", &Engine::narration)
        .function("stateAt", &Engine::stateAt)
        .function("inspectStart", &Engine::inspectStart)
        .function("inspectTo", &Engine::inspectTo)
        .function("inspectWatch", &Engine::inspectWatch)
        .function("inspectBegun", &Engine::inspectBegun)
        .function("inspectStatements", &Engine::inspectStatements)
        .function("inspectOver", &Engine::inspectOver)
        .function("inspectState", &Engine::inspectState)
        .function("inspectParts", &Engine::inspectParts);
}
