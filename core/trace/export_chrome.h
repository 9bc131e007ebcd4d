#pragma once
// A trace in Chrome's trace-event JSON, which Perfetto and chrome://tracing open.

#include <string>

#include "trace/recorder.h"

namespace sluice {

/// Process 1 "goroutines" has a thread per goroutine with slices run, runnable, and wait reasons; process 2
/// "processors" has a thread per processor with the goroutine it runs; channels with a buffer are counters; a
/// wake-up is a flow arrow. Times in microseconds with three decimals.
std::string chromeTrace(const VectorSink& events, const Recorder& recorder);

}  // namespace sluice
