// What a program must print, read from the files beside it.
//
// NAME.go begins with any number of `//test:` lines:
//   //test: order=any              lines of standard output may come in any order
//   //test: seeds=200 reach=2      run with seeds 1…200: every outcome is a legal one, at least 2
//   different ones are seen
//   //test: seed=7                 the seed of the single run
//   //test: processors=1           GOMAXPROCS
//   //test: input=SIGINT at=2s     an input (the rest of the line); may be repeated
//   //test: args=a b               os.Args[1:]
//   //test: go=no REASON           real Go cannot be compared with (the outside world is simulated, or
//   it would take real minutes)
//   //test: go=any REASON          real Go's outcome must be among the legal ones, ours is not compared
//   line by line with it
// NAME.want holds the outcome: standard output, then what Go prints on standard error up to the
// goroutine traces, then `exit status N`
// when N is not 0. Several legal outcomes are separated by lines that read `-- or --`.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SEPARATOR = "-- or --\n";

/// Every test program below `folder`, sorted by name.
export function findPrograms(folder, filter = "") {
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...findPrograms(path, filter));
    else if (name.endsWith(".go") && path.includes(filter)) found.push(path);
  }
  return found;
}

/// A program with its directions.
export function readProgram(path) {
  const source = readFileSync(path, "utf8");
  const program = { path, source, order: "exact", seeds: 0, reach: 1, seed: 1, inputs: [], go: "same" };
  for (const [, text] of source.matchAll(/^\/\/test: (.*)$/gm)) {
    const [first] = text.split(" ");
    const [key] = first.split("=");
    if (key === "input") program.inputs.push(text.slice("input=".length));
    else if (key === "args") program.args = text.slice("args=".length).split(" ");
    else if (key === "go") program.go = first.slice("go=".length);
    else
      for (const pair of text.split(" ")) {
        const [name, value] = pair.split("=");
        if (!["order", "seeds", "reach", "seed", "processors"].includes(name))
          throw new Error(`${path}: unknown //test: ${pair}`);
        program[name] = /^\d+$/.test(value) ? Number(value) : value;
      }
  }
  return program;
}

/// The outcome of a run as .want files write it. Goroutine traces are cut: they hold addresses under real Go.
export function outcomeText({ stdout, stderr, status }) {
  let text = stdout;
  if (text !== "" && !text.endsWith("\n")) text += "\n";
  const errors = [];
  for (const line of stderr.split("\n")) {
    if (/^goroutine \d+/.test(line) || /^exit status \d+$/.test(line)) break;
    errors.push(line.replace(/^\[signal SIGSEGV.*$/, "[signal SIGSEGV]"));
  }
  while (errors.length && errors[errors.length - 1] === "") errors.pop();
  if (errors.length) text += errors.join("\n") + "\n";
  return status === 0 ? text : `${text}exit status ${status}\n`;
}

/// The order that does not matter is made the same.
export function normalise(program, text) {
  if (program.order !== "any") return text;
  return text.split("\n").sort().join("\n");
}

const wantPath = (program) => program.path.replace(/\.go$/, ".want");

/// The legal outcomes, or null when the file is missing.
export function readWant(program) {
  if (!existsSync(wantPath(program))) return null;
  return readFileSync(wantPath(program), "utf8").split(SEPARATOR);
}

export function writeWant(program, outcomes) {
  writeFileSync(wantPath(program), outcomes.join(SEPARATOR));
}

/// The first line in which two texts differ, for messages.
export function firstDifference(got, want) {
  const a = got.split("\n");
  const b = want.split("\n");
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (a[i] !== b[i])
      return `line ${i + 1}: got ${JSON.stringify(a[i] ?? "(end)")}, want ${JSON.stringify(b[i] ?? "(end)")}`;
  return "no difference";
}
