// Stepping by statements: stops a goroutine where it begins the next statement of the program's own code,
// or anybody at the next statement on one of some lines, events or no events.
//
// Invariants:
// - Watching changes nothing that a program or a trace shows: a watched goroutine executes the same
//   instructions in the same turns, only each by runOther, and a pause leaves its turn unfinished.
// - A statement begins where the line changes, or where a function of the program is entered. Coming back
//   from a call goes on with the statement that called; library code belongs to the statement that called it.
// - A goroutine that is under way when it is first looked at is within a statement, not at its beginning.
// - Goroutine 0 does not exist, so watching nobody costs one comparison a turn.
#include <algorithm>
#include <utility>

#include "base/order.h"
#include "machine/machine.h"
#include "source/text.h"
#include "trace/event.h"

namespace sluice {

void Machine::watchStatements(StatementWatch watch) {
    watch_ = std::move(watch);
    sortStable(watch_.lines, [](uint32_t a, uint32_t b) { return a < b; });
    standings_.clear();
    statementsBegun_ = 0;
    lastBegun_ = {};
    // The quick ways do not look at whose turn begins.
    scheduler_.allowQuickWays(watch_.goroutine == 0);
}

bool Machine::isFirstStatement(const MachineGoroutine& g, uint32_t line) const {
    const uint32_t number = image_.functionAt(g.pc);
    // What is done on the line of the declaration is only the preparation of the call.
    return g.pc == image_.functions[number].start &&
           image_.files->lineColumn(image_.function(number).pos).line != line;
}

bool Machine::beginsStatement(const MachineGoroutine& g) {
    const uint32_t position = image_.positions[g.pc];
    if (position == 0) return false;
    if (standings_.size() <= g.number) standings_.resize(g.number + 1);
    Standing& now = standings_[g.number];
    const Standing before = now;
    now.line = lineOfPosition(position);
    now.base = g.base;
    now.known = true;
    if (!before.known) return isFirstStatement(g, now.line);
    return g.base > before.base || (g.base == before.base && now.line != before.line);
}

bool Machine::countStatement(const MachineGoroutine& g) {
    const uint64_t events = recorder().count();
    Standing& now = standings_[g.number];
    if (events < watch_.fromEvent || events >= watch_.untilEvent) return false;
    ++now.begun;
    const std::vector<uint32_t>& lines = watch_.lines;
    if (!lines.empty() && !std::binary_search(lines.begin(), lines.end(), now.line)) return false;
    ++statementsBegun_;
    lastBegun_ = {g.number, now.line, now.from, now.begun};
    return statementsBegun_ >= pauseAtStatement_;
}

RunResult Machine::interpretWatched(MachineGoroutine& g) {
    for (;;) {
        if (beginsStatement(g) && countStatement(g) && !g.pinned) {
            scheduler_.pause();
            return RunResult::Budget;
        }
        const uint64_t events = recorder().count();
        const bool goesOn = runOther(g);
        if (recorder().count() != events && g.number < standings_.size()) {
            standings_[g.number].from = recorder().count();
            standings_[g.number].begun = 0;
        }
        if (!goesOn) break;
    }
    return leaveResult_;
}

}  // namespace sluice
