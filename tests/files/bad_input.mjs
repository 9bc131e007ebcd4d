// What people feed to the engine by accident or to see it fall: each ends with a clear message, and what
// was recorded is there.
//
//   node tests/files/bad_input.mjs [--engine native|st|mt]
import { parseArgs } from "node:util";
import { openEngine } from "./engines.mjs";

const { values } = parseArgs({ options: { engine: { type: "string", default: "native" } } });
const engine = await openEngine(values.engine);

const program = (body, imports = "") => `package main\n\n${imports}\n\nfunc main() {\n${body}\n}\n`;
const MIB = 1 << 20;
const longComment = (bytes) => {
  const head = `${program('\tprintln("fits")')}\n// `;
  return head + "x".repeat(bytes - head.length);
};
const deep = (open, close, n) => program(`\tx := ${open.repeat(n)}1${close.repeat(n)}\n\t_ = x`);

/// { name, source, status, says: RegExp for standard error, out: RegExp for standard output, limits }
const CASES = [
  {
    name: "empty file",
    source: "",
    status: 1,
    says: /^\.\/prog\.go:1:1: syntax error: package statement must be first\n$/,
  },
  {
    name: "white space only",
    source: "\n\n  \n",
    status: 1,
    says: /syntax error: package statement must be first/,
  },
  {
    name: "binary file",
    source: String.fromCharCode(...Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)),
    status: 1,
    says: /binary file/,
  },
  { name: "not Go at all", source: "#!/bin/sh\necho hello\n", status: 1, says: /^\.\/prog\.go:1:1: / },
  {
    name: "no main",
    source: "package main\n\nfunc helper() {}\n",
    status: 1,
    says: /function main is undeclared in the main package/,
  },
  {
    name: "other package",
    source: "package tools\n\nfunc main() {}\n",
    status: 1,
    says: /package main|not a main package/,
  },
  { name: "file of exactly 1 MiB", source: longComment(MIB), status: 0, says: /fits/ },
  { name: "file of 1 MiB and a byte", source: longComment(MIB + 1), status: 1, says: /1048576|1 MiB/ },
  {
    name: "syntax error on the last line",
    source: "package main\n\nfunc main() {\n\tprintln(1)\n",
    status: 1,
    says: /^\.\/prog\.go:\d+:\d+: syntax error: unexpected EOF, expected }\n$/,
  },
  { name: "ten thousand parentheses", source: deep("(", ")", 10_000), status: 1, says: /nest/ },
  {
    name: "ten thousand function literals",
    source: program("\t" + "func() {".repeat(10_000) + "}()".repeat(10_000)),
    status: 1,
    says: /nest/,
  },
  {
    name: "invalid UTF-8 does not hang",
    source: program('\tprintln("\uFFFD\u0000")'),
    status: 1,
    says: /NUL/,
  },
  {
    name: "endless loop",
    source: program("\tfor {\n\t}"),
    limits: { instructions: 5_000_000 },
    status: 3,
    says: /instructions/,
  },
  {
    name: "endless recursion",
    source: "package main\n\nfunc f() { f() }\n\nfunc main() { f() }\n",
    status: 2,
    says: /stack overflow/,
  },
  {
    name: "endless goroutine bomb",
    source:
      "package main\n\nfunc bomb() {\n\tgo bomb()\n\tgo bomb()\n\tselect {}\n}\n\nfunc main() { bomb() }\n",
    limits: { goroutines: 20_000 },
    status: 3,
    says: /goroutine limit of 20000/,
  },
  {
    name: "endless print",
    source: program('\tfor {\n\t\tfmt.Println("again")\n\t}', 'import "fmt"'),
    limits: { outputBytes: 100_000 },
    status: 3,
    says: /output/,
    out: /again\nagain\n/,
  },
  {
    name: "endless sleep",
    source: program("\tfor {\n\t\ttime.Sleep(time.Hour)\n\t}", 'import "time"'),
    status: 3,
    says: /time/,
  },
  {
    name: "endless events",
    source: program("\tc := make(chan int, 1)\n\tfor {\n\t\tc <- 1\n\t\t<-c\n\t}"),
    limits: { events: 10_000 },
    status: 3,
    says: /events/,
  },
  {
    name: "endless memory",
    source: program("\tvar all [][]int\n\tfor {\n\t\tall = append(all, make([]int, 1000))\n\t}"),
    limits: { heapBytes: 16 * MIB },
    status: 3,
    says: /heap limit of 16 MiB/,
  },
  {
    name: "one huge allocation",
    source: program("\tn := 1 << 40\n\ts := make([]byte, n)\n\t_ = s"),
    status: 3,
    says: /heap limit/,
  },
  {
    name: "channel of which only the first of two buffers fits",
    source: program("\tn := 1 << 25\n\tc := make(chan int, n)\n\tprintln(cap(c))"),
    status: 3,
    says: /heap limit/,
  },
  {
    name: "hash of a value that holds itself 2^40 times",
    source: program(
      "\tvar a any = 1\n\tfor range 40 {\n\t\ta = [2]any{a, a}\n\t}\n" +
        "\tm := map[any]int{a: 1}\n\tprintln(len(m))",
    ),
    status: 3,
    says: /limit of 33554432 values in one comparison reached/,
  },
  {
    name: "comparison of values that hold themselves 2^40 times",
    source: program(
      "\tvar a, b any = 1, 1\n\tfor range 40 {\n\t\ta, b = [2]any{a, a}, [2]any{b, b}\n\t}\n" +
        "\tprintln(a == b)",
    ),
    status: 3,
    says: /limit of 33554432 values in one comparison reached/,
  },
  {
    name: "formatted text of more than 64 MiB",
    source: program(
      '\ts := strings.Repeat("x", 1<<26)\n\tprintln(len(fmt.Sprint(s, s)))',
      'import (\n\t"fmt"\n\t"strings"\n)',
    ),
    status: 3,
    says: /limit of 64 MiB for one formatted text reached/,
  },
  {
    name: "nothing runs on behind the output limit",
    source: program(
      '\tfmt.Print(strings.Repeat("x", 2000))\n\tprintln("behind")',
      'import (\n\t"fmt"\n\t"strings"\n)',
    ),
    limits: { outputBytes: 1000 },
    status: 3,
    says: /^sluicebox: stopped: output limit/,
  },
  {
    name: "constant string that doubles with every line",
    source:
      'package main\n\nconst s0 = "abcdefgh"\n' +
      Array.from({ length: 30 }, (_, i) => `const s${i + 1} = s${i} + s${i}\n`).join("") +
      "\nfunc main() { println(len(s30)) }\n",
    status: 1,
    says: /constant string is longer than 16777216 bytes/,
  },
  {
    name: "struct that doubles with every type",
    source:
      "package main\n\n" +
      Array.from({ length: 60 }, (_, i) => `type T${i} struct{ a, b T${i + 1} }\n`).join("") +
      "type T60 int\n\nfunc main() {\n\tvar x T0\n\t_ = x\n}\n",
    status: 1,
    says: /type too large|larger than address space/,
  },
  {
    name: "map that grows for ever",
    source: program("\tm := map[int]int{}\n\tfor i := 0; ; i++ {\n\t\tm[i] = i\n\t}"),
    limits: { heapBytes: 16 * MIB },
    status: 3,
    says: /heap limit of 16 MiB/,
  },
  {
    name: "string that grows for ever",
    source: program('\ts := "x"\n\tfor {\n\t\ts += s\n\t}'),
    limits: { heapBytes: 16 * MIB },
    status: 3,
    says: /heap limit of 16 MiB/,
  },
  {
    name: "huge array variable",
    source: program("\tvar a [1 << 30]int\n\ta[5] = 1"),
    status: 1,
    says: /larger than address space/,
  },
  {
    name: "endless type instantiation",
    source:
      "package main\n\ntype T[P any] struct{ next *T[T[P]] }\n\nfunc f[P any](n int) {\n\tif n > 0 {\n" +
      "\t\tf[*P](n - 1)\n\t}\n}\n\nfunc main() { f[int](3) }\n",
    status: 1,
    says: /instantiation cycle|infinitely/,
  },
];

function problemWith(test, result) {
  if (result.status !== test.status)
    return `exit status ${result.status}, wants ${test.status}; stderr: ${result.stderr.slice(0, 300)}`;
  if (!test.says.test(result.stderr))
    return `says ${JSON.stringify(result.stderr.slice(0, 300))}, wants ${test.says}`;
  if (test.out && !test.out.test(result.stdout))
    return `printed ${JSON.stringify(result.stdout.slice(0, 80))}`;
  if (test.status !== 1 && !(result.raw?.length > 0)) return "nothing was recorded";
  return null;
}

let passed = 0;
let failed = 0;
for (const test of CASES) {
  let problem;
  try {
    problem = problemWith(test, await engine.run(test.source, { limits: test.limits, raw: true }));
  } catch (error) {
    problem = String(error.stack ?? error);
  }
  if (problem === null) passed++;
  else {
    failed++;
    console.log(`FAIL ${test.name} [${engine.name}]: ${problem}`);
  }
}
await engine.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed ? 1 : 0);
