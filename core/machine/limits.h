#pragma once

// What a run may use before it is stopped with a clear message. Every limit has a default with a reason;
// the session may pass others. Reaching one ends the run (RunState::Limited); what was recorded so far
// stays viewable.

#include <cstdint>

namespace sluice {

struct Limits {
    /// Executed instructions, as they are charged. Some ten seconds of real time: more than any demonstration
    /// needs, and an endless loop is reported before people give up waiting.
    uint64_t instructions = 2'000'000'000;
    /// Virtual time in ns. 24 hours: enough for every program that sleeps for show.
    int64_t virtualTimeNs = int64_t{24} * 3600 * 1'000'000'000;
    /// Recorded events. 32 bytes each, so 10 million take 320 MB.
    uint64_t events = 10'000'000;
    /// Bytes of the heap arena. Leaves a browser tab room for the trace and the page.
    uint64_t heapBytes = uint64_t{256} << 20;
    /// Goroutines alive at once. Design: a million parked ones must fit a tab.
    uint32_t goroutines = 1'100'000;
    /// Bytes of one goroutine's stack. Go allows 1 GB on 64-bit machines; our frames are smaller and a tab
    /// has less.
    uint64_t stackBytes = uint64_t{64} << 20;
    /// Bytes of all goroutine stacks together, so that many deep goroutines cannot exhaust the tab either.
    uint64_t totalStackBytes = uint64_t{768} << 20;
    /// Bytes a program may print. More than anyone reads, less than a page can hold.
    uint64_t outputBytes = uint64_t{16} << 20;
};

/// A goroutine's stack starts with this many slots (256 bytes less the bookkeeping of the allocation).
constexpr uint32_t kInitialStackSlots = 30;
/// Freed stacks of the initial size kept for reuse.
constexpr uint32_t kMaxPooledStacks = 4096;
/// Deferred calls waiting at once, of all goroutines: about 100 bytes each.
constexpr uint64_t kMaxDeferredCalls = 4'000'000;
/// The inspector shows this many frames of a stack and bytes of a value.
constexpr uint32_t kMaxInspectedFrames = 100;
constexpr uint32_t kMaxInspectedBytes = 2000;
/// Exit code of a run that a limit ended.
constexpr int kLimitExitCode = 3;
/// Frames printed of one goroutine's stack in a traceback: Go prints 50 innermost and 50 outermost.
constexpr uint32_t kTracebackInnermost = 50;
constexpr uint32_t kTracebackOutermost = 50;

}  // namespace sluice
