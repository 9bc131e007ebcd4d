#pragma once
// Short names for goroutines, from the names of functions.

#include <string>
#include <string_view>

namespace sluice {

/// What to call a goroutine that runs `function` (as Go's traceback prints it). The numbering of equal names is not part of it.
/// "main.main" → "main"; "main.worker" → "worker"; "main.(*Pool).run" → "Pool.run"; a closure is named for the function it stands
/// in: "main.produce.func1" → "produce", "main.produce.func2.1" → "produce.func2"; closures of main keep their number: "main.main.func2" → "main.func2";
/// "main.worker[...]" → "worker"; other packages keep theirs: "net/http.(*Server).serve" → "http.Server.serve".
std::string goroutineShortName(std::string_view function);

}  // namespace sluice
