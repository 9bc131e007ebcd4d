#pragma once
// A trace as comma-separated values for spreadsheets and data tools (RFC 4180).

#include <string>

#include "trace/recorder.h"

namespace sluice {

/// Columns: index, time_ns, event, processor, goroutine, goroutine_name, object, object_name, line, column,
/// a, a_meaning, b, b_meaning, sentence. The first line names them.
std::string csvTrace(const VectorSink& events, const Recorder& recorder);

}  // namespace sluice
