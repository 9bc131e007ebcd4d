#include <algorithm>
#include <limits>

#include "api/session.h"

namespace sluice {

bool setLimit(Limits& limits, std::string_view name, uint64_t value) {
    const Limits defaults;
    const auto pick = [value](auto otherwise) {
        using T = decltype(otherwise);
        return value == 0 ? otherwise
                          : static_cast<T>(std::min<uint64_t>(value, std::numeric_limits<T>::max()));
    };
    if (name == "instructions")
        limits.instructions = pick(defaults.instructions);
    else if (name == "timeNs")
        limits.virtualTimeNs = pick(defaults.virtualTimeNs);
    else if (name == "events")
        limits.events = pick(defaults.events);
    else if (name == "heapBytes")
        limits.heapBytes = pick(defaults.heapBytes);
    else if (name == "outputBytes")
        limits.outputBytes = pick(defaults.outputBytes);
    else if (name == "goroutines")
        limits.goroutines = pick(defaults.goroutines);
    else
        return false;
    return true;
}

}  // namespace sluice
