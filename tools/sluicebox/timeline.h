// Goroutine lanes drawn with characters.
#pragma once

#include <string>

namespace sluice {
class Recorder;
class VectorSink;
}  // namespace sluice

namespace sluice::cli {

/// One line a goroutine over the whole run: `█` running, `░` runnable, `·` waiting, `~` sleeping, blank
/// before its start and after its end, with a time axis below. A column shows the state that lasted longest
/// in it, except that running is never hidden.
std::string drawTimeline(const Recorder& recorder, const VectorSink& events);

}  // namespace sluice::cli
