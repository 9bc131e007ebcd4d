// libFuzzer target: runs generated programs. They must compile, end in some outcome within the limits, and
// give the same trace when run again in small slices.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "api/session.h"
#include "base/assert.h"
#include "program_generator.h"
#include "trace/text_form.h"

using namespace sluice;

namespace {

/// Small limits: a fuzzer wants many short runs.
Limits smallLimits() {
    Limits limits;
    limits.instructions = 200'000;
    limits.events = 20'000;
    limits.heapBytes = 8u << 20;
    limits.goroutines = 2'000;
    limits.outputBytes = 1u << 16;
    return limits;
}

std::string trace(const Compilation& compilation, uint64_t seed, const RunSlice& slice) {
    RunOptions options;
    options.seed = seed;
    options.processors = 1 + static_cast<int>(seed % 4);
    options.limits = smallLimits();
    Run run(compilation, options);
    while (run.advance(slice) == RunState::Ready) {
    }
    return traceText(run.events(), run.recorder()) + run.outcomeText() + run.allOutput();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    fuzz::Bytes bytes(data, size);
    const uint64_t seed = bytes.below(250) + 1;
    const std::string program = fuzz::generateProgram(bytes);
    const auto compilation = compileProgram("./prog.go", program, {});
    if (!compilation->program()) {
        std::fprintf(stderr, "the generator wrote a program that does not compile:\n%s\n%s", program.c_str(),
                     compilation->problemText().c_str());
        SLUICE_UNREACHABLE("generated program does not compile");
    }
    RunSlice whole, small;
    small.instructions = 137;
    small.events = 5;
    SLUICE_ASSERT(trace(*compilation, seed, whole) == trace(*compilation, seed, small));
    return 0;
}
