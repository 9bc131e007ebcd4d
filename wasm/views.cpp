#include "views.h"

#include "api/session.h"

namespace sluice::wasm {

namespace {

void appendText(std::string& out, const std::string& text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            constexpr char kHex[] = "0123456789abcdef";
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendField(std::string& out, const char* name, const std::string& text) {
    out += std::string("\"") + name + "\":";
    appendText(out, text);
}

void appendValue(std::string& out, const LocalView& value) {
    out += '{';
    appendField(out, "name", value.name);
    out += ',';
    appendField(out, "type", value.type);
    out += ',';
    appendField(out, "value", value.value);
    // Targets are 64 bits wide: as a text they stay exact.
    if (value.target != 0) out += ",\"target\":\"" + std::to_string(value.target) + '"';
    if (value.object != 0) out += ",\"object\":" + std::to_string(value.object);
    out += ",\"parts\":" + std::to_string(value.parts) + '}';
}

void appendValues(std::string& out, const std::vector<LocalView>& values) {
    out += '[';
    for (size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        appendValue(out, values[i]);
    }
    out += ']';
}

void appendFrame(std::string& out, const FrameView& frame) {
    out += '{';
    appendField(out, "function", frame.function);
    out += ",\"line\":" + std::to_string(frame.line) + ",\"column\":" + std::to_string(frame.column) +
           ",\"library\":" + (frame.library ? "true" : "false") + ",\"locals\":";
    appendValues(out, frame.locals);
    out += '}';
}

void appendGoroutines(std::string& out, const std::vector<GoroutineView>& goroutines) {
    out += '[';
    bool firstGoroutine = true;
    for (const GoroutineView& goroutine : goroutines) {
        if (!firstGoroutine) out += ',';
        firstGoroutine = false;
        out += "{\"number\":" + std::to_string(goroutine.number) + ',';
        appendField(out, "name", goroutine.name);
        out += ',';
        appendField(out, "status", goroutine.status);
        out += ',';
        appendField(out, "reason", goroutine.reason);
        out += ",\"object\":" + std::to_string(goroutine.object) + ",\"frames\":[";
        bool first = true;
        for (const FrameView& frame : goroutine.frames) {
            if (!first) out += ',';
            first = false;
            appendFrame(out, frame);
        }
        out += "]}";
    }
    out += ']';
}

}  // namespace

std::string goroutinesJson(const Run& run) {
    std::string out;
    appendGoroutines(out, run.goroutines());
    return out;
}

std::string stateJson(const Run& run, const std::vector<uint32_t>& goroutines) {
    std::string out = "{\"goroutines\":";
    appendGoroutines(out, run.goroutines(goroutines));
    out += ",\"package\":";
    appendValues(out, run.packageVariables());
    return out + '}';
}

std::string valuesJson(const std::vector<LocalView>& values) {
    std::string out;
    appendValues(out, values);
    return out;
}

}  // namespace sluice::wasm
