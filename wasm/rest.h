// The rest of the engine: code that most programs and figures never need (gofmt, experiments, the inspector,
// JSON, strings, mathematics …) is in a WebAssembly module of its own beside the bundle, made by split.mjs.
// It is fetched when a program or a question needs it.
//
// Invariants:
// - The two modules share memory, stack and function table; a function of the rest has a place in the table
//   that is empty until the rest is there. So whoever may call into it checks first: Engine::compile() for
//   the native functions of a program, the page's worker for the methods that Engine::hasRest() tells of.
// - Each thread has a table of its own, and the module's bytes are kept in memory for those that start later.
#pragma once

#include <string>

namespace sluice::wasm {

/// On this thread the rest is in the function table.
bool restIsHere();
/// Keeps the module's bytes and adds it to this thread. False when they are no such module.
bool provideRest(std::string bytes);
/// Adds the rest to this thread, if its bytes are known and it has not got it yet.
void takeRest();
/// The place of a function in this thread's table is filled.
bool isHere(const void* function);

}  // namespace sluice::wasm
