// The corpus of tests/check: programs with mistakes, and what the compiler says about each; and programs
// that only look wrong.
//
//   node tests/files/check.mjs [--engine native|st|mt] [--filter TEXT] [FOLDER…]     compares with the
//   .want files
//   node tests/files/check.mjs --diff …              compares with real Go instead: messages, lines and
//   columns
//   node tests/files/check.mjs --update-from-go …    records what real Go says as .want files, and marks
//   the wrong lines
//
// NAME.want of a file bad-*.go holds the compiler's lines exactly (`./prog.go:LINE:COL: message`,
// continuation lines begin with a tab). That of any
// other file holds what the program prints: it compiles. Wrong lines carry `// ERROR "words of the
// message"`, several when there are several errors,
// unless the comment would change what is wrong (an unterminated string, for instance): then the file
// has none on that line.
// `//test: go=no REASON` (expect.mjs): parts of Go that are left out here; the .want file is written by hand.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine, repoRoot } from "./engines.mjs";
import { findPrograms, firstDifference, outcomeText, readProgram, readWant, writeWant } from "./expect.mjs";
import { go, outcomeOf } from "./real_go.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "native" },
    filter: { type: "string", default: "" },
    diff: { type: "boolean", default: false },
    "update-from-go": { type: "boolean", default: false },
  },
});

const cache = join(repoRoot, "build/go-results");
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "sluicebox-check-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
/// Words of a message that an ERROR comment repeats, so that lines stay short.
const MARK_LENGTH = 70;

/// What real Go says about a source, or prints when it compiles: { text, compiles }. Kept by content: it
/// does not change.
async function realResult(source) {
  const key = createHash("sha256").update("check 2\0").update(source).digest("hex");
  const kept = join(cache, `${key}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const file = join(scratch, `${key}.go`);
  const binary = join(scratch, key);
  writeFileSync(file, source);
  let built = await go("build", "-o", binary, file);
  // The go command reads package and import lines itself, in words of its own; the compiler's are asked
  // for then.
  if (built.status !== 0 && !built.stderr.startsWith("# "))
    built = await go("tool", "compile", "-p", "main", "-o", binary, file);
  let text;
  if (built.status === 0) text = outcomeText(await outcomeOf(binary, []));
  else {
    const lines = (built.stdout + built.stderr).split("\n").filter((line) => !line.startsWith("# "));
    text = lines.join("\n").replace(new RegExp(`[^\\s(]*${key}\\.go:`, "g"), "./prog.go:");
  }
  rmSync(binary, { force: true });
  const result = { text, compiles: built.status === 0 };
  writeFileSync(kept, JSON.stringify(result));
  return result;
}

/// The errors of a .want text by line: Map from line number to messages.
function errorsByLine(text) {
  const found = new Map();
  for (const [, line, message] of text.matchAll(/^\.\/prog\.go:(\d+):\d+: (.*)$/gm))
    found.set(Number(line), [...(found.get(Number(line)) ?? []), message]);
  return found;
}

const isBad = (path) => basename(path).startsWith("bad-");
const MARK = /\s*\/\/ ERROR (?:"[^"]*"|`[^`]*`)(?: (?:"[^"]*"|`[^`]*`))*$/;

function markText(messages) {
  const quoted = messages.map((message) => {
    let words = message;
    if (words.length > MARK_LENGTH) words = words.slice(0, words.lastIndexOf(" ", MARK_LENGTH));
    return words.includes('"') ? `\`${words}\`` : `"${words}"`;
  });
  return ` // ERROR ${quoted.join(" ")}`;
}

/// The source with ERROR comments where they leave real Go's words as they are.
async function mark(source, text) {
  const lines = source.split("\n").map((line) => line.replace(MARK, ""));
  let marked = lines.join("\n");
  for (const [number, messages] of errorsByLine(text)) {
    if (!lines[number - 1]?.trim() || lines[number - 1].includes("//") || messages.join().includes("`"))
      continue;
    const kept = lines[number - 1];
    lines[number - 1] += markText(messages);
    const next = lines.join("\n");
    if ((await realResult(next)).text === text) marked = next;
    else lines[number - 1] = kept;
  }
  return marked;
}

/// null when the ERROR comments and the expected text agree, otherwise what is wrong.
function checkMarks(source, text) {
  const errors = errorsByLine(text);
  for (const [at, line] of source.split("\n").entries()) {
    const marks = line.match(MARK)?.[0].match(/"[^"]*"|`[^`]*`/g) ?? [];
    const messages = errors.get(at + 1) ?? [];
    for (const [i, quoted] of marks.entries())
      if (!messages[i]?.includes(quoted.slice(1, -1)))
        return `line ${at + 1}: ERROR ${quoted} is not in the .want file`;
    if (marks.length && marks.length !== messages.length)
      return `line ${at + 1}: ${messages.length} errors, ${marks.length} ERROR comments`;
  }
  return null;
}

async function update(program) {
  if (program.go === "no") return null;
  const { text, compiles } = await realResult(program.source.replace(/[ \t]*\/\/ ERROR .*$/gm, ""));
  if (compiles === isBad(program.path)) return `real Go says ${JSON.stringify(text)}`;
  const marked =
    MARK.test(program.source.match(/^.*ERROR.*$/m)?.[0] ?? "") && checkMarks(program.source, text) === null;
  if (isBad(program.path) && !marked) writeFileSync(program.path, await mark(program.source, text));
  writeWant(program, [text]);
  return null;
}

const engine = values["update-from-go"] ? null : await openEngine(values.engine);

/// null when all is well, otherwise what is wrong.
async function check(path) {
  const program = readProgram(path);
  if (!engine) return update(program);
  const result = await engine.run(program.source, program);
  const ours = result.status === 1 && isBad(path) ? result.stderr : outcomeText(result);
  const want = readWant(program)?.[0];
  if (want === undefined) return "has no .want file";
  const expected = values.diff ? (await realResult(program.source)).text : want;
  if (ours !== expected) return firstDifference(ours, expected);
  return checkMarks(program.source, want);
}

let passed = 0;
let failed = 0;
let left = 0;
const paths = (positionals.length ? positionals : [join(repoRoot, "tests/check")]).flatMap((f) =>
  findPrograms(f, values.filter),
);
async function worker() {
  for (let path = paths.shift(); path; path = paths.shift()) {
    if (values.diff && readProgram(path).go === "no") {
      left++;
      continue;
    }
    const problem = await check(path).catch((error) => String(error.stack ?? error));
    if (problem === null) passed++;
    else {
      failed++;
      console.log(`FAIL ${path}${engine ? ` [${engine.name}]` : ""}: ${problem}`);
    }
  }
}
await Promise.all(engine ? [worker()] : [worker(), worker()]);
await engine?.close();
if (left) console.log(`${left} programs are about parts of Go that are left out here (//test: go=no)`);
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed || passed === 0 ? 1 : 0);
