// Runs a fuzz target without libFuzzer, for compilers that have none, for crash files and for comparisons
// with
// real Go:
//
//   front_end_driver FILE…           the target on each file
//   front_end_driver --search N SEED FILE…   on N inputs made from the files by cutting, joining and
// changing bytes
//   run_driver --print SEED          the generated program of a seed whose outcome Go does not leave open
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/rng.h"
#include "program_generator.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

std::string bytesOf(uint64_t seed) {
    sluice::Rng rng(seed);
    std::string out(400 + rng.below(1200), '\0');
    for (char& c : out) c = static_cast<char>(rng.below(256));
    return out;
}

std::string mutated(sluice::Rng& rng, const std::vector<std::string>& files) {
    std::string text = files[rng.below(static_cast<uint32_t>(files.size()))];
    const uint32_t changes = 1 + rng.below(6);
    for (uint32_t i = 0; i < changes && !text.empty(); i++) {
        const size_t at = rng.below(static_cast<uint32_t>(text.size()));
        const size_t length = rng.below(30);
        const std::string& other = files[rng.below(static_cast<uint32_t>(files.size()))];
        const size_t from = other.empty() ? 0 : rng.below(static_cast<uint32_t>(other.size()));
        switch (rng.below(5)) {
            case 0: text[at] = static_cast<char>(rng.below(256)); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(at, other.substr(from, length)); break;
            case 3: text.replace(at, length, other.substr(from, length)); break;
            default: text.insert(at, text.substr(at, length)); break;
        }
    }
    return text;
}

void test(const std::string& input) {
    // What is being tried is on the disk if it ends the process.
    std::ofstream("fuzz-current", std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--print") == 0) {
        const std::string input = bytesOf(std::strtoull(argv[2], nullptr, 10));
        sluice::fuzz::Bytes bytes(reinterpret_cast<const uint8_t*>(input.data()), input.size());
        std::fputs(sluice::fuzz::generateProgram(bytes, false).c_str(), stdout);
        return 0;
    }
    const bool isSearch = argc > 3 && std::strcmp(argv[1], "--search") == 0;
    std::vector<std::string> files;
    for (int i = isSearch ? 4 : 1; i < argc; i++) {
        std::ifstream in(argv[i], std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        if (!isSearch) test(files.back());
    }
    if (!isSearch) return 0;
    const uint64_t runs = std::strtoull(argv[2], nullptr, 10);
    sluice::Rng rng(std::strtoull(argv[3], nullptr, 10));
    for (uint64_t i = 0; i < runs; i++) test(files.empty() ? bytesOf(rng.next()) : mutated(rng, files));
    std::printf("%llu inputs\n", static_cast<unsigned long long>(runs));
    return 0;
}
