#pragma once
// Short names for goroutines, from the names of functions.

#include <string>
#include <string_view>

namespace sluice {

/// What to call a goroutine that runs `function` (as Go's traceback prints it). The numbering of equal names
/// is not part of it.
///     "main.main" → "main"; "main.worker" → "worker"; "main.worker[...]" → "worker"
///     "main.(*Pool).run" → "Pool.run"; "net/http.(*Server).serve" → "http.Server.serve"
///     a closure is named for the function it stands in: "main.produce.func1" → "produce"
///     further ones and those of main keep a number: "main.produce.func2.1" → "produce.func2",
///     "main.main.func2" → "main.func2"
std::string goroutineShortName(std::string_view function);

}  // namespace sluice
