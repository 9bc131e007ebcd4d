#include "program_generator.h"

#include <iterator>
#include <string_view>

#include "program_templates.h"

namespace sluice::fuzz {

namespace {

/// Nesting of blocks and expressions: deep enough for closures in selects in loops, small enough to read a
/// crash.
constexpr uint32_t kMaxDepth = 4;
constexpr uint32_t kMaxStatements = 40;

class Generator {
  public:
    Generator(Bytes& bytes, bool wild) : bytes_(bytes), wild_(wild) {}

    std::string program() {
        out_ = std::string(kPrelude) + "\nfunc main() {\n" + kVariables;
        if (wild_) out_ += "\tdefer mu.TryLock()\n\tdefer wg.Wait()\n";
        block(1);
        out_ += "\tfmt.Println(a, b, c, d, s, len(m), t, g, q)\n";
        out_ += "\tfmt.Println(len(fs), len(grid), list.x, len(st.items), visits)\n}\n";
        return out_;
    }

  private:
    /// Fills the holes of one line; `depth` limits the nesting of expressions.
    std::string filled(std::string_view text, uint32_t depth) {
        static const char* const kNames[] = {"a", "b", "c", "d"};
        std::string out;
        for (size_t i = 0; i < text.size(); i++) {
            if (text[i] != '$') {
                out += text[i];
                continue;
            }
            switch (text[++i]) {
                case 'i': out += integer(depth + 1); break;
                case 'n': out += kNames[bytes_.below(4)]; break;
                default: out += condition(depth + 1); break;
            }
        }
        return out;
    }

    std::string integer(uint32_t depth) {
        if (depth >= kMaxDepth || bytes_.coin()) return kIntegers[bytes_.below(std::size(kIntegers))];
        return filled(kIntegerForms[bytes_.below(std::size(kIntegerForms))], depth);
    }

    std::string condition(uint32_t depth) {
        static const char* const kCompare[] = {" < ", " == ", " >= ", " != "};
        const std::string left = integer(depth);
        return left + kCompare[bytes_.below(4)] + integer(depth);
    }

    void block(uint32_t depth) {
        const uint32_t count = 1 + bytes_.below(5);
        for (uint32_t i = 0; i < count && statements_ < kMaxStatements; ++i) statement(depth);
    }

    const Template& pick(uint32_t depth) {
        for (;;) {
            const Template& chosen = kStatements[bytes_.below(std::size(kStatements))];
            if ((chosen.traits & kWild) != 0 && !wild_) {
                if (bytes_.empty()) return kStatements[0];
                continue;
            }
            if ((chosen.traits & kNested) != 0 && depth >= kMaxDepth) return kStatements[0];
            return chosen;
        }
    }

    /// In braces, so that what a statement declares is its own.
    void statement(uint32_t depth) {
        ++statements_;
        std::string_view text = pick(depth).text;
        const bool declares = text.find(":=") != std::string_view::npos && text.find(":=") < text.find('\n');
        const bool isScoped = declares && !text.starts_with("for") && !text.starts_with("if") &&
                              !text.starts_with("switch");
        if (isScoped) out_ += std::string(depth, '\t') + "{\n";
        while (!text.empty()) {
            const size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            const size_t tabs = line.find_first_not_of('\t');
            if (line.substr(tabs) == "$b") {
                block(depth + static_cast<uint32_t>(tabs));
            } else {
                out_ += std::string(depth, '\t') + filled(line, depth) + "\n";
            }
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (isScoped) out_ += std::string(depth, '\t') + "}\n";
    }

    Bytes& bytes_;
    bool wild_;
    std::string out_;
    uint32_t statements_ = 0;
};

}  // namespace

std::string generateProgram(Bytes& bytes, bool wild) { return Generator(bytes, wild).program(); }

}  // namespace sluice::fuzz
