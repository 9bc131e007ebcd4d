// Code that most programs and figures never need is not in the bundle but in WebAssembly modules beside it,
// made by split.mjs from the list in aside.mjs: the natives of JSON, strings, mathematics …, and the tools
// (gofmt, experiments, the inspector). Each is fetched when a program or a question needs it.
//
// Invariants:
// - All modules share memory, stack and function table; a function of a part has a place in the table that is
//   empty until the part is there. So whoever may call into it checks first: Engine::compile() for the native
//   functions of a program, the page's worker for the methods that Engine::hasCode("tools") tells of.
// - Each thread has a table of its own, and a part's bytes are kept in memory for those that start later.
#pragma once

#include <string>
#include <string_view>

namespace sluice::wasm {

/// The part with the library's natives.
inline constexpr std::string_view kNatives = "natives";
/// The part with what answers questions.
inline constexpr std::string_view kTools = "tools";

/// On this thread the part is in the function table. False for a name that is none.
bool codeIsHere(std::string_view part);
/// Keeps a part's bytes and adds it to this thread. False when they are no such module or the name is none.
bool provideCode(std::string_view part, std::string bytes);
/// Adds to this thread the parts whose bytes are known, where it has not got them yet.
void takeCode();
/// The place of a function in this thread's table is filled.
bool isHere(const void* function);

}  // namespace sluice::wasm
