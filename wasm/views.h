// Small results as JSON, for calls that happen once per click.
#pragma once

#include <string>

namespace sluice {
class Run;
}

namespace sluice::wasm {

/// The goroutines of a run at its present moment:
/// [{"number":1,"name":"main","status":"waiting","reason":"chan receive","object":1,
///   "frames":[{"function":"main.main","line":7,"column":2,"library":false,
///              "locals":[{"name":"x","type":"int","value":"1"}]}]}]
std::string goroutinesJson(const Run& run);

}  // namespace sluice::wasm
