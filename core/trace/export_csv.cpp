#include "trace/export_csv.h"

#include "trace/arguments.h"
#include "trace/narrate.h"

namespace sluice {

namespace {

void appendField(std::string& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

std::string csvTrace(const VectorSink& events, const Recorder& recorder) {
    std::string out =
        "index,time_ns,event,processor,goroutine,goroutine_name,object,object_name,line,column,a,a_meaning,b,"
        "b_meaning,"
        "sentence\r\n";
    Narrator narrator(recorder);
    for (uint64_t i = 0; i < events.size(); i++) {
        const Event& e = events[i];
        const EventInfo& info = eventInfo(e.what());
        out += std::to_string(i) + "," + std::to_string(e.time) + ",";
        appendField(out, info.word);
        out += "," + (e.processor == kNoProcessor ? std::string() : std::to_string(e.processor));
        out += "," + std::to_string(e.goroutine) + ",";
        if (e.goroutine != 0) appendField(out, recorder.goroutineName(e.goroutine));
        out += "," + (e.object == 0 ? std::string() : std::to_string(e.object)) + ",";
        if (e.object != 0) appendField(out, recorder.objectName(e.object));
        out += "," + (e.pos == 0 ? std::string() : std::to_string(e.line()));
        out += "," + (e.pos == 0 ? std::string() : std::to_string(e.column())) + ",";
        appendField(out, argumentText(info.aKind, e.a, e, recorder));
        out += ",";
        if (info.aKind != ArgumentKind::None) appendField(out, info.a);
        out += ",";
        appendField(out, argumentText(info.bKind, e.b, e, recorder));
        out += ",";
        if (info.bKind != ArgumentKind::None && info.bKind != ArgumentKind::TimeHigh)
            appendField(out, info.b);
        out += ",";
        appendField(out, narrator.tell(e));
        out += "\r\n";
    }
    return out;
}

}  // namespace sluice
