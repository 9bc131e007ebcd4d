// The command line program as people call it: options, outputs, exit statuses.
//
//   node tests/files/cli.mjs
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repoRoot } from "./engines.mjs";

const binary = process.env.SLUICEBOX ?? join(repoRoot, "build/release/tools/sluicebox/sluicebox");
const folder = mkdtempSync(join(tmpdir(), "sluicebox-cli-"));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const sluicebox = (args, input = "") =>
  spawnSync(binary, args, { cwd: folder, input, encoding: "utf8", maxBuffer: 1 << 28 });

const POOL = `package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=16
const workers = 3

//sluice:slider min=10ms max=2s log
const workTime = 1000 * time.Millisecond

func worker(jobs <-chan int, results chan<- int) {
	for j := range jobs {
		time.Sleep(workTime)
		results <- j
	}
}

func main() {
	start := time.Now()
	jobs, results := make(chan int, 5), make(chan int, 5)
	for range workers {
		go worker(jobs, results)
	}
	for j := range 5 {
		jobs <- j
	}
	close(jobs)
	for range 5 {
		<-results
	}
	fmt.Println(time.Since(start))
}
`;
file("pool.go", POOL);
file("hello.go", 'package main\n\nfunc main() { println("hello") }\n');
file("broken.go", "package main\n\nfunc main() {\n\tx := 1\n}\n");
file("panics.go", 'package main\n\nfunc main() { panic("boom") }\n');
file("stuck.go", "package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n");
file("exits.go", 'package main\n\nimport "os"\n\nfunc main() { os.Exit(7) }\n');
file("forever.go", "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n");
file("args.go", 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() { fmt.Println(os.Args[1:]) }\n');
file(
  "signal.go",
  `package main

import (
	"fmt"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	fmt.Println("got", <-c)
}
`,
);

/// [name, args, status, RegExp for stdout, RegExp for stderr, stdin]
const CASES = [
  ["runs a program", ["run", "hello.go"], 0, /^$/, /^hello\n$/],
  [
    "reads standard input",
    ["run", "-"],
    0,
    /^$/,
    /^from stdin\n$/,
    'package main\n\nfunc main() { println("from stdin") }\n',
  ],
  ["virtual time is exact", ["run", "pool.go"], 0, /^2s\n$/, /^$/],
  ["a parameter changes the run", ["run", "pool.go", "--param", "workers=5"], 0, /^1s\n$/, /^$/],
  ["a duration parameter", ["run", "pool.go", "--param", "workTime=20ms"], 0, /^40ms\n$/, /^$/],
  ["parameter out of range", ["run", "pool.go", "--param", "workers=99"], 1, /^$/, /workers.*16/],
  ["unknown parameter", ["run", "pool.go", "--param", "nobody=1"], 1, /^$/, /nobody/],
  ["parameter without a value", ["run", "pool.go", "--param", "workers"], 64, /^$/, /name=value/],
  ["compile error", ["run", "broken.go"], 1, /^$/, /^(\.\/)?broken\.go:4:2: declared and not used: x\n$/],
  [
    "check says the same",
    ["check", "broken.go"],
    1,
    /^$/,
    /^(\.\/)?broken\.go:4:2: declared and not used: x\n$/,
  ],
  ["check is silent when all is well", ["check", "pool.go", "hello.go"], 0, /^$/, /^$/],
  ["check with hints", ["check", "--hints", "broken.go"], 1, /^$/, /line 4: /],
  [
    "panic",
    ["run", "panics.go"],
    2,
    /^$/,
    /^panic: boom\n\ngoroutine 1 \[running\]:\nmain\.main\(\)\n\t.*panics\.go:3 .*\nexit status 2\n$/,
  ],
  [
    "deadlock with wait reason",
    ["run", "stuck.go"],
    2,
    /^$/,
    new RegExp(
      "^fatal error: all goroutines are asleep - deadlock!\\n\\n" +
        "goroutine 1 \\[chan receive\\]:\\nmain\\.main\\(\\)\\n\\t.*stuck\\.go:5",
    ),
  ],
  ["os.Exit", ["run", "exits.go"], 7, /^$/, /./],
  ["a limit", ["run", "forever.go", "--limit", "instructions=100000"], 3, /^$/, /instructions/],
  ["a limit that does not exist", ["run", "forever.go", "--limit", "patience=1"], 64, /^$/, /patience/],
  ["arguments of the program", ["run", "args.go", "a", "b c"], 0, /^\[a b c\]\n$/, /^$/],
  ["arguments that look like options", ["run", "args.go", "--", "--x", "-y"], 0, /^\[--x -y\]\n$/, /^$/],
  ["an input", ["run", "signal.go", "--input", "SIGINT at=2s"], 0, /^got interrupt\n$/, /^$/],
  ["waits for an input that never comes", ["run", "signal.go"], 0, /^$/, /waits for something from outside/],
  ["a malformed input", ["run", "signal.go", "--input", "SIGINT at=soon"], 64, /^$/, /at=soon/],
  ["trace", ["run", "pool.go", "--trace"], 0, /chan-make[^\n]*jobs/, /^$/],
  ["narration", ["run", "pool.go", "--narrate"], 0, /worker #2 /, /^$/],
  ["timeline", ["run", "pool.go", "--timeline"], 0, /worker #1 │.*~~~/, /^$/],
  ["csv", ["run", "pool.go", "--csv", "-"], 0, /go-create/, /^$/],
  ["chrome trace", ["run", "pool.go", "--chrome", "t.json"], 0, /^2s\n$/, /^$/],
  ["missing file", ["run", "nowhere.go"], 66, /^$/, /nowhere\.go/],
  ["a folder", ["run", "."], 66, /^$/, /directory/],
  ["no subcommand", [], 64, /./, /./],
  ["unknown option", ["run", "hello.go", "--fast"], 64, /./, /./],
  ["processors out of range", ["run", "hello.go", "--processors", "0"], 64, /./, /./],
  ["help", ["--help"], 0, /run[^]*check/, /^$/],
];

let passed = 0;
let failed = 0;
const verdict = (name, problem) => {
  if (problem === null) return void passed++;
  failed++;
  console.log(`FAIL ${name}: ${problem}`);
};
for (const [name, args, status, out, err, input] of CASES) {
  const got = sluicebox(args, input);
  const all = got.status === 64 ? got.stdout + got.stderr : null;
  if (got.status !== status)
    verdict(name, `exit status ${got.status}, wants ${status}; ${got.stderr}${got.stdout}`);
  else if (all !== null && !err.test(all)) verdict(name, `said ${JSON.stringify(all)}`);
  else if (all === null && !out.test(got.stdout))
    verdict(name, `printed ${JSON.stringify(got.stdout.slice(0, 400))}`);
  else if (all === null && !err.test(got.stderr))
    verdict(name, `said ${JSON.stringify(got.stderr.slice(0, 400))}`);
  else verdict(name, null);
}

file(
  "both.go",
  'package main\n\nimport "fmt"\n\n' +
    'func main() {\n\tfmt.Println("a")\n\tprintln("b")\n\tfmt.Println("c")\n}\n',
);
const both = spawnSync(`"${binary}" run both.go 2>&1`, {
  cwd: folder,
  shell: true,
  encoding: "utf8",
}).stdout;
verdict(
  "both streams into one file keep the order of the program",
  both === "a\nb\nc\n" ? null : `printed ${JSON.stringify(both)}`,
);
const chrome = JSON.parse(readFileSync(join(folder, "t.json"), "utf8"));
verdict(
  "chrome trace is JSON with events",
  (chrome.traceEvents ?? chrome).length > 20 ? null : "has no events",
);
const orders = new Set();
for (let seed = 1; seed <= 20; seed++)
  orders.add(sluicebox(["run", "pool.go", "--seed", String(seed), "--trace"]).stdout);
verdict("seeds give different interleavings", orders.size > 1 ? null : "20 seeds gave the same trace");
const once = sluicebox(["run", "pool.go", "--seed", "5", "--trace"]).stdout;
verdict(
  "the same seed gives the same trace",
  once === sluicebox(["run", "pool.go", "--seed", "5", "--trace"]).stdout ? null : "it does not",
);
const schedule = /schedule: (\S+)/.exec(
  sluicebox(["run", "pool.go", "--seed", "5", "--show-schedule"]).stderr,
)?.[1];
verdict(
  "a schedule replays its run",
  schedule && sluicebox(["run", "pool.go", "--schedule", schedule, "--trace"]).stdout === once
    ? null
    : `${schedule} does not`,
);

rmSync(folder, { recursive: true, force: true });
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed ? 1 : 0);
