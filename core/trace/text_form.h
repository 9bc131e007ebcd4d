#pragma once
// A trace as lines of text: what golden tests compare and `--trace` prints.
//
// One event a line: `0.500000000 P1 g2(worker #1) chan-recv-buffer o1(jobs) value=5 msg=3 @12:7`: virtual
// seconds, processor (P- = none), goroutine (g0 = the world), event, object, arguments, line:column where
// known. No addresses, no ids of texts, nothing that depends on a platform. Texts are quoted with Go's
// escapes, so that one event is always one line.

#include <string>

#include "trace/recorder.h"

namespace sluice {

/// Appends one event as one line, with the newline.
void appendEventLine(std::string& out, const Event& event, const Recorder& recorder);
/// All events of a trace, after a first line that names the format version.
std::string traceText(const VectorSink& events, const Recorder& recorder);

}  // namespace sluice
