// What split.mjs sets aside from a bundle, one WebAssembly module for each name below (code_parts.h has the
// same names). A module has what can only be reached through its functions.

/** Mangled names of natives: those of packages that few figures use. */
export const NATIVES = [
  /^_ZN6sluice\d+native(Json|Math|Cond|Pool|Strings|Strconv|Unicode|Utf8|Sha|Md5|Sql|Http|Signal|Rand)/,
  /^_ZN6sluice\d+native(FmtScan|Time(Parse|Format|Civil|Days|Quote)|Sort|Slices|WaitIo|WakeIo)/,
  /^_ZN6sluice\d+nativeOs(Read|Arguments)/,
  /^_ZN6sluice\d+nativeRtZiggurat/,
  /^_ZN6sluice\d+nativeRuntime(Stack|Caller|Memory|Gomaxprocs|SetFinalizer|AddCleanup|StopCleanup)/,
];

/** Methods of the engine that answer questions: no figure needs them to play. */
export const TOOLS = [
  "format",
  "about",
  "conduct",
  "compare",
  "narration",
  "stateAt",
  "inspectStart",
  "inspectTo",
  "inspectWatch",
  "inspectStatements",
  "inspectBegun",
  "inspectOver",
  "inspectState",
  "inspectParts",
];

const toolNames = TOOLS.map((name) => new RegExp(`^_ZNK?6sluice4wasm6Engine${name.length}${name}E`));

/** The modules: the functions through which each is entered. Every pattern must fit at least one. */
export const ASIDE = { natives: NATIVES, tools: toolNames };
