#include "code/disassembler.h"

#include "base/assert.h"

namespace sluice {
namespace {

std::string quoted(const std::string& text) {
    constexpr size_t kShown = 40;
    std::string out = "\"";
    for (size_t i = 0; i < text.size() && i < kShown; i++) {
        const char c = text[i];
        if (c == '\n') {
            out += "\\n";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else {
            out += c;
        }
    }
    if (text.size() > kShown) out += "...";
    return out + "\"";
}

/// Prints the operands of one word.
class OperandPrinter {
public:
    OperandPrinter(const Program& program, const Function& function, uint32_t next)
        : program_(program), function_(function), next_(next) {}

    void print(std::string& out, const Instr& word, std::string_view operands) {
        if (operands[1] != '-') field(out, operands[1], word.a);
        if (operands[2] != '-' && operands[2] == operands[3] && operands[2] >= 'A' && operands[2] <= 'Z') {
            wide(out, operands[2], word.bc());
        } else {
            if (operands[2] != '-') field(out, operands[2], word.b);
            if (operands[3] != '-') field(out, operands[3], word.c);
        }
        if (operands[0] != '-') out += (operands[0] == 'n' ? " n" : " d") + std::to_string(word.d);
    }

private:
    void field(std::string& out, char format, uint16_t value) {
        switch (format) {
            case 'w':
            case 'r':
            case 'x': out += reg(value); break;
            case 'm': out += " @" + std::to_string(value); break;
            case 'i': out += " " + std::to_string(static_cast<int16_t>(value)); break;
            case 'j': out += jump(static_cast<int16_t>(value)); break;
            case 't': out += " <" + program_.types[value].name + ">"; break;
            case 'e': out += " ." + program_.methodNames[value]; break;
            default: out += " " + std::to_string(value); break;
        }
    }
    void wide(std::string& out, char format, int32_t value) {
        const uint32_t index = static_cast<uint32_t>(value);
        switch (format) {
            case 'J': out += jump(value); break;
            case 'K': out += " k:" + std::to_string(static_cast<int64_t>(program_.constants[index])); break;
            case 'S': out += " " + quoted(program_.strings[index]); break;
            case 'F': out += " " + program_.functions[index].name; break;
            case 'N': out += " " + program_.natives[index].name; break;
            case 'G': out += " g" + std::to_string(value); break;
            case 'L': out += select(program_.selects[index]); break;
            case 'W': out += " " + program_.watches[index].name; break;
            case 'O': out += " '" + program_.sites[index].name + "'"; break;
            default: out += " " + std::to_string(value); break;
        }
    }
    std::string reg(uint16_t value) {
        if (value < function_.registerCount) return " r" + std::to_string(value);
        return " w" + std::to_string(value - function_.registerCount);
    }
    std::string jump(int32_t offset) { return " ->" + std::to_string(static_cast<int64_t>(next_) + offset); }
    std::string select(const SelectTable& table) {
        std::string out = " [";
        for (const SelectCase& one : table.cases) {
            if (out.size() > 2) out += ", ";
            out += one.isSend ? "send" : "recv";
            out += reg(static_cast<uint16_t>(one.channel)) + reg(static_cast<uint16_t>(one.value));
            if (one.ok != kNoPc) out += " ok" + reg(static_cast<uint16_t>(one.ok));
        }
        if (table.hasDefault) out += out.size() > 2 ? ", default" : "default";
        return out + "]";
    }

    const Program& program_;
    const Function& function_;
    uint32_t next_;
};

}  // namespace

std::string disassembleAt(const Program& program, const Function& function, uint32_t pc) {
    SLUICE_ASSERT(pc < function.code.size());
    const Instr& word = function.code[pc];
    const OpInfo& info = opInfo(word.op);
    std::string out(info.name);
    OperandPrinter printer(program, function, pc + 1 + (info.hasExt() ? 1 : 0));
    printer.print(out, word, info.operands);
    if (info.hasExt()) {
        out += " |";
        printer.print(out, function.code[pc + 1], info.ext);
    }
    return out;
}

std::string disassemble(const Program& program, const Function& function) {
    std::string out;
    for (uint32_t pc = 0; pc < function.code.size();) {
        out += std::to_string(pc) + " " + disassembleAt(program, function, pc) + "\n";
        pc += opInfo(function.code[pc].op).hasExt() ? 2 : 1;
    }
    return out;
}

const Function* findFunction(const Program& program, const std::string& name) {
    for (const Function& function : program.functions) {
        if (function.name == name) return &function;
    }
    return nullptr;
}

}  // namespace sluice
