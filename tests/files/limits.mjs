// Every limit of a run, exactly at it and one past it. For the limits that are numbers of their own, the
// smallest
// number with which a program still ends well is searched: with it the run must end as without limits, with
// one
// less it must stop there, say so, and keep what was recorded.
//
//   node tests/files/limits.mjs [--engine native|st|mt]
import { parseArgs } from "node:util";
import { openEngine } from "./engines.mjs";

const { values } = parseArgs({ options: { engine: { type: "string", default: "native" } } });
const engine = await openEngine(values.engine);
const program = (body, imports = []) =>
  `package main\n\n${imports.map((name) => `import "${name}"\n`).join("")}\nfunc main() {\n${body}\n}\n`;

/// { name: the limit, source, most: a number that is enough, text: what the message says of number n,
/// exactly: the
/// number that must be just enough }
const RUN_LIMITS = [
  {
    name: "instructions",
    source: program("\tsum := 0\n\tfor i := range 1000 {\n\t\tsum += i\n\t}\n\tprintln(sum)"),
    most: 1 << 20,
    text: (n) => `limit of ${n} instructions reached`,
  },
  {
    name: "events",
    source: program("\tc := make(chan int, 1)\n\tfor i := range 50 {\n\t\tc <- i\n\t\t<-c\n\t}"),
    most: 1 << 12,
    text: (n) => `limit of ${n} events reached`,
  },
  {
    name: "timeNs",
    source: program("\ttime.Sleep(time.Second)\n\tprintln(1)", ["time"]),
    most: 2 ** 31,
    exactly: 1_000_000_000,
    text: () => "virtual time reached",
  },
  {
    name: "goroutines",
    source: program(
      "\tvar wg sync.WaitGroup\n\tfor range 9 {\n\t\twg.Add(1)\n\t\tgo func() {\n\t\t\ttime.Sleep(1)\n" +
        "\t\t\twg.Done()\n\t\t}()\n\t}\n\twg.Wait()",
      ["sync", "time"],
    ),
    most: 100,
    exactly: 10,
    text: (n) => `goroutine limit of ${n} reached`,
  },
  {
    name: "outputBytes",
    source: program('\tprintln("12345")\n\tfmt.Println("6789")', ["fmt"]),
    most: 1000,
    exactly: 11,
    text: () => "output limit of",
  },
  {
    name: "heapBytes",
    source: program("\ts := make([][]int, 0)\n\tfor range 100 {\n\t\ts = append(s, make([]int, 10000))\n\t}"),
    most: 64 << 20,
    text: () => "heap limit of",
  },
];

async function endsWell(test, number) {
  const result = await engine.run(test.source, { limits: { [test.name]: number }, raw: true });
  return { ok: result.status === 0, result };
}

async function checkRunLimit(test) {
  let [low, high] = [1, test.most];
  if (!(await endsWell(test, high)).ok) return `${high} is not enough`;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await endsWell(test, middle)).ok) high = middle;
    else low = middle + 1;
  }
  if (test.exactly && low !== test.exactly) return `${low} is just enough, wants ${test.exactly}`;
  const at = await endsWell(test, low);
  const free = await engine.run(test.source, { raw: true });
  if (!at.result.raw.equals(free.raw)) return `the limit ${low}, which is enough, changes the trace`;
  const { result } = await endsWell(test, low - 1);
  if (result.status !== 3) return `exit status ${result.status} past the limit`;
  const message = result.stderr.split("\n").find((line) => line.startsWith("sluicebox: stopped: ")) ?? "";
  if (!message.includes(test.text(low - 1))) return `says ${JSON.stringify(result.stderr)}`;
  if (!(result.raw?.length > 0)) return "nothing was recorded";
  return null;
}

const repeated = (text, n) => text.repeat(n);
/// A constant string of 1 KiB doubled fourteen times: 16 MiB.
const doubled = (more, name) =>
  `package main\n\nconst s0 = "${repeated("x", 1024)}"\n` +
  Array.from({ length: 14 }, (_, i) => `const s${i + 1} = s${i} + s${i}\n`).join("") +
  `${more}\nfunc main() { println(len(${name})) }\n`;

/// Limits without a number of their own: { name, at, past: sources, says: of the one past, status: of the
/// one past }
const FIXED_LIMITS = [
  {
    name: "nesting of brackets",
    at: program(`\tx := ${repeated("(", 490)}1${repeated(")", 490)}\n\t_ = x`),
    past: program(`\tx := ${repeated("(", 501)}1${repeated(")", 501)}\n\t_ = x`),
    says: /exceeded max nesting depth/,
  },
  {
    name: "bits of a constant",
    at: program("\tconst c = 1 << 511\n\tprintln(c > 0)"),
    past: program("\tconst c = 1 << 511\n\tprintln(c*2 > 0)"),
    says: /constant multiplication overflow/,
  },
  {
    name: "characters of a constant",
    at: program(`\tprintln(${repeated("0", 9997)}.0 == 0)`),
    past: program(`\tprintln(${repeated("0", 9999)}.0 == 0)`),
    says: /excessively long constant/,
  },
  {
    name: "bytes of a constant string",
    at: doubled("", "s14"),
    past: doubled('const s15 = s14 + "x"\n', "s15"),
    says: /constant string is longer than 16777216 bytes/,
  },
  {
    name: "elements of an array",
    at: program("\tvar a [1 << 23]int\n\ta[1<<23-1] = 1\n\tprintln(a[1<<23-1])"),
    past: program("\tvar a [1<<24 + 1]int\n\ta[5] = 1"),
    says: /larger than address space/,
  },
];

async function checkFixedLimit(test) {
  const at = await engine.run(test.at, {});
  if (at.status !== 0) return `fails at the limit: ${at.stderr.slice(0, 300)}`;
  const past = await engine.run(test.past, {});
  if (past.status !== (test.status ?? 1)) return `exit status ${past.status} past the limit`;
  if (!test.says.test(past.stderr)) return `says ${JSON.stringify(past.stderr.slice(0, 300))}`;
  return null;
}

/// The deepest recursion that works, and one call more: Go's own words, not a limit's.
async function checkStackDepth() {
  const source = program('\tn, _ := strconv.Atoi(os.Args[1])\n\tprintln(down(n))', ["os", "strconv"]).concat(
    "\nfunc down(n int) int {\n\tif n == 0 {\n\t\treturn 0\n\t}\n\treturn down(n-1) + 1\n}\n",
  );
  const works = async (n) => (await engine.run(source, { args: [String(n)] })).status === 0;
  let [low, high] = [10_000, 1 << 24];
  if (!(await works(low))) return "ten thousand calls do not fit";
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (await works(middle)) low = middle;
    else high = middle;
  }
  const past = await engine.run(source, { args: [String(high)] });
  if (past.status !== 2 || !/goroutine stack exceeds|stack overflow/.test(past.stderr))
    return `exit status ${past.status}: ${past.stderr.slice(0, 200)}`;
  return low < 100_000 ? `only ${low} calls fit` : null;
}

const checks = [
  ...RUN_LIMITS.map((test) => [test.name, () => checkRunLimit(test)]),
  ...FIXED_LIMITS.map((test) => [test.name, () => checkFixedLimit(test)]),
  ["stack depth", checkStackDepth],
];
let passed = 0;
let failed = 0;
for (const [name, check] of checks) {
  const problem = await check().catch((error) => String(error.stack ?? error));
  if (problem === null) passed++;
  else {
    failed++;
    console.log(`FAIL ${name} [${engine.name}]: ${problem}`);
  }
}
await engine.close();
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed ? 1 : 0);
