// libFuzzer target: runs generated programs. They must compile, end in some outcome within the limits, and
// give the
// same trace when run again, when run in small slices, and when garbage is collected at every allocation.
#include <cctype>
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

/// Addresses differ when the memory of dead objects is used again at other times, as in Go.
std::string withoutAddresses(const std::string& text) {
    std::string out;
    for (size_t i = 0; i < text.size();) {
        if (text.compare(i, 3, "0xc") != 0) {
            out += text[i++];
            continue;
        }
        i += 3;
        while (i < text.size() && std::isxdigit(static_cast<unsigned char>(text[i]))) i++;
        out += "address";
    }
    return out;
}

std::string trace(const Compilation& compilation, uint64_t seed, const RunSlice& slice, bool gcStress) {
    RunOptions options;
    options.gcStress = gcStress;
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
    const std::string program = fuzz::generateProgram(bytes, true);
    const auto compilation = compileProgram("./prog.go", program, {});
    if (!compilation->program()) {
        std::fprintf(stderr, "the generator wrote a program that does not compile:\n%s\n%s", program.c_str(),
                     compilation->problemText().c_str());
        SLUICE_UNREACHABLE("generated program does not compile");
    }
    RunSlice whole, small;
    small.instructions = 137;
    small.events = 5;
    const std::string first = trace(*compilation, seed, whole, false);
    SLUICE_ASSERT(first == trace(*compilation, seed, whole, false));
    SLUICE_ASSERT(first == trace(*compilation, seed, small, false));
    SLUICE_ASSERT(withoutAddresses(first) == withoutAddresses(trace(*compilation, seed, whole, true)));
    return 0;
}
