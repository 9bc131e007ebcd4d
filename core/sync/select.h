#pragma once
// The select statement (runtime/select.go).
//
// Invariants: exactly one case is carried out; among the ready ones each has the same chance (the
// strategy's); a blocked select stands in the queue of every non-nil channel of its cases, and leaves all of
// them in the moment it is woken.

#include "sync/channel.h"

namespace sluice {

/// One case. Its index in the array is its number.
struct SelectArm {
    Slot channel = 0;
    Slot* element =
        nullptr;  ///< send: the value; receive: where it goes, may be null. Registers of the goroutine.
    Slot* ok = nullptr;  ///< receive: where `ok` goes, may be null
    bool isSend = false;
};

/// Cases beyond this make no sense in a picture but are legal; Go allows 65536.
constexpr uint32_t kMaxSelectArms = 65536;

/// Carries out a select statement. *chosen receives the index of the case, -1 (as int64) for default; at once
/// or, when Blocked, when somebody wakes the goroutine. `chosen` points into the goroutine's registers. A
/// select with one case and default is a non-blocking operation and one with a single case that operation, as
/// Go compiles them. `arms` is only read during the call.
OpResult selectGo(SyncRuntime& rt, Goroutine& g, const SelectArm* arms, uint32_t count, bool hasDefault,
                  Slot* chosen);

/// select {}: blocks for ever.
OpResult selectNothing(SyncRuntime& rt, Goroutine& g);

}  // namespace sluice
