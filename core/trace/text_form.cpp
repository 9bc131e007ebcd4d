#include "trace/text_form.h"

#include "trace/arguments.h"

namespace sluice {

namespace {

// Quotes and escapes what would break the one-line form.
void appendQuoted(std::string& out, std::string_view text) {
    out += '"';
    for (char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            constexpr char kHex[] = "0123456789abcdef";
            out += "\\x";
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[c & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendPadded(std::string& out, uint64_t value, size_t digits) {
    std::string text = std::to_string(value);
    if (text.size() < digits) out.append(digits - text.size(), '0');
    out += text;
}

// Column words have spaces ("owner g"); keys in the text form do not.
void appendKey(std::string& out, std::string_view meaning) {
    for (char c : meaning) out += c == ' ' ? '-' : c;
}

void appendArgument(std::string& out, const EventInfo& info, const Event& event, bool second,
                    const Recorder& recorder) {
    ArgumentKind kind = second ? info.bKind : info.aKind;
    uint32_t word = second ? event.b : event.a;
    if (kind == ArgumentKind::None || kind == ArgumentKind::TimeHigh) return;
    out += ' ';
    if (kind == ArgumentKind::TimeLow) {
        out += "until=" + virtualTimeText(timeOf(event));
        return;
    }
    appendKey(out, second ? info.b : info.a);
    out += '=';
    if (kind == ArgumentKind::Goroutine) {
        out += word == 0 ? "-" : "g" + std::to_string(word);
    } else if (kind == ArgumentKind::Direction) {
        out += word == 0 ? "receive" : word == 1 ? "send" : "nil";
    } else if (kind == ArgumentKind::Text || kind == ArgumentKind::Reason || kind == ArgumentKind::Outcome) {
        appendQuoted(out, argumentText(kind, word, event, recorder));
    } else if (kind == ArgumentKind::Value && !isSmallValue(word)) {
        if (word == 0)
            out += '-';
        else
            appendQuoted(out, recorder.textOf(word));
    } else if (kind == ArgumentKind::Object || kind == ArgumentKind::Message) {
        out += word == 0 ? "-" : argumentText(kind, word, event, recorder);
    } else {
        out += argumentText(kind, word, event, recorder);
    }
}

}  // namespace

void appendEventLine(std::string& out, const Event& event, const Recorder& recorder) {
    const EventInfo& info = eventInfo(event.what());
    uint64_t time = static_cast<uint64_t>(event.time);
    out += std::to_string(time / 1'000'000'000);
    out += '.';
    appendPadded(out, time % 1'000'000'000, 9);
    out += event.processor == kNoProcessor ? std::string(" P-") : " P" + std::to_string(event.processor);
    if (event.goroutine == 0) {
        out += " g0";
    } else {
        out += " g" + std::to_string(event.goroutine) + "(" + recorder.goroutineName(event.goroutine) + ")";
    }
    out += ' ';
    out += info.word.empty() ? std::string_view("unknown") : info.word;
    if (event.object != 0)
        out += " o" + std::to_string(event.object) + "(" + recorder.objectName(event.object) + ")";
    appendArgument(out, info, event, false, recorder);
    appendArgument(out, info, event, true, recorder);
    if (event.pos != 0) out += " @" + std::to_string(event.line()) + ":" + std::to_string(event.column());
    out += '\n';
}

std::string traceText(const VectorSink& events, const Recorder& recorder) {
    std::string out = "sluicebox trace " + std::to_string(kTraceVersion) + "\n";
    for (uint64_t i = 0; i < events.size(); i++) appendEventLine(out, events[i], recorder);
    return out;
}

}  // namespace sluice
