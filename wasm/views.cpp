#include "views.h"

#include <cstdio>

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
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", byte);
            out += escape;
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

void appendFrame(std::string& out, const FrameView& frame) {
    out += '{';
    appendField(out, "function", frame.function);
    out += ",\"line\":" + std::to_string(frame.line) + ",\"column\":" + std::to_string(frame.column) +
           ",\"library\":" + (frame.library ? "true" : "false") + ",\"locals\":[";
    bool first = true;
    for (const LocalView& local : frame.locals) {
        out += first ? "{" : ",{";
        first = false;
        appendField(out, "name", local.name);
        out += ',';
        appendField(out, "type", local.type);
        out += ',';
        appendField(out, "value", local.value);
        out += '}';
    }
    out += "]}";
}

}  // namespace

std::string goroutinesJson(const Run& run) {
    std::string out = "[";
    for (const GoroutineView& goroutine : run.goroutines()) {
        if (out.size() > 1) out += ',';
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
    return out + "]";
}

}  // namespace sluice::wasm
