// Stepping by statements: stops a goroutine where it begins the next statement of the program's own code,
// events or no events.
//
// Invariants:
// - Watching changes nothing that a program or a trace shows: the watched goroutine executes the same
//   instructions in the same turns, only each by runOther, and a pause leaves its turn unfinished.
// - A statement begins where the line changes, or where a function of the program is entered. Coming back
//   from a call goes on with the statement that called; library code belongs to the statement that called it.
// - Goroutine 0 does not exist, so watching nobody costs one comparison a turn.
#include "machine/machine.h"
#include "trace/event.h"

namespace sluice {

void Machine::watchStatements(uint32_t number, uint64_t fromEvent, uint64_t untilEvent) {
    watch_ = {};
    watch_.goroutine = number;
    // The quick ways do not look at whose turn begins.
    scheduler_.allowQuickWays(number == 0);
    watch_.fromEvent = fromEvent;
    watch_.untilEvent = untilEvent;
}

bool Machine::beginsStatement(const MachineGoroutine& g) {
    const uint32_t position = image_.positions[g.pc];
    const uint64_t events = recorder().count();
    if (position == 0 || events < watch_.fromEvent || events >= watch_.untilEvent) return false;
    const uint32_t line = lineOfPosition(position);
    const bool entered = g.base > watch_.base;
    const bool left = g.base < watch_.base;
    if (watch_.stands && !entered && !left && line == watch_.line) return false;
    const bool begins = watch_.stands && !left;
    watch_.stands = true;
    watch_.line = line;
    watch_.base = g.base;
    return begins;
}

RunResult Machine::interpretWatched(MachineGoroutine& g) {
    do {
        if (beginsStatement(g) && ++watch_.begun >= watch_.pauseAt && !g.pinned) {
            scheduler_.pause();
            return RunResult::Budget;
        }
    } while (runOther(g));
    return leaveResult_;
}

}  // namespace sluice
