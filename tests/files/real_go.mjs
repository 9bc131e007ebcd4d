// Real Go for the comparisons: builds a program, runs it, and keeps what it did.
//
// - Programs sleep for real here, and a busy machine may be late by more than a program's margin. So a
//   difference from real Go counts when it shows in ATTEMPTS runs one after the other.
// - An outcome that agreed is kept in build/go-results by the text of the program and its arguments: it is
//   still right tomorrow, and it is compared with ours again each time.
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repoRoot } from "./engines.mjs";

const ATTEMPTS = 3;
/** Longer than any program of the folders takes; who is still there then hangs. */
const HANG_MS = 60_000;
const MOST_OUTPUT_BYTES = 1 << 28;

/** Runs a command and returns what it printed and how it ended; never rejects. */
export function outcomeOf(file, args) {
  return new Promise((resolve) => {
    execFile(file, args, { timeout: HANG_MS, maxBuffer: MOST_OUTPUT_BYTES }, (error, stdout, stderr) => {
      const status = error ? (error.code ?? `killed by ${error.signal}`) : 0;
      resolve({ stdout, stderr: stderr || (typeof status === "number" ? "" : String(error)), status });
    });
  });
}

/** Runs the go command of `tools/setup go`. */
export const go = (...args) => outcomeOf(join(repoRoot, "tools/go"), args);

/** Real Go with a folder for its binaries; `close` removes it. */
export class RealGo {
  #scratch = mkdtempSync(join(tmpdir(), "sluicebox-go-"));
  #kept = join(repoRoot, "build/go-results");

  constructor() {
    mkdirSync(this.#kept, { recursive: true });
  }

  /** What `go vet` says of the file; "" when it has nothing to say. */
  async vet(path) {
    const { status, stderr } = await go("vet", path);
    return status === 0 ? "" : `go vet: ${stderr}`;
  }

  /**
   * Runs the program until `problemOf(outcome)` is "", at most ATTEMPTS times, and returns the last problem.
   * A program that does not compile has the compiler's messages as its outcome, with status 1.
   */
  async compare({ source, args = [] }, problemOf) {
    const key = createHash("sha256").update(source).update(JSON.stringify(args)).digest("hex");
    const kept = join(this.#kept, `${key}.json`);
    if (existsSync(kept)) {
      const problem = problemOf(JSON.parse(readFileSync(kept, "utf8")));
      if (problem === "") return "";
    }
    const binary = join(this.#scratch, key);
    const broken = await this.#build(source, binary);
    let problem = "";
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = broken ?? (await outcomeOf(binary, args));
      problem = problemOf(outcome);
      if (problem === "") writeFileSync(kept, JSON.stringify(outcome));
      if (problem === "" || broken) break;
    }
    rmSync(binary, { force: true });
    return problem;
  }

  /** Builds the program; null, or its outcome when it does not compile. */
  async #build(source, binary) {
    const file = `${binary}.go`;
    writeFileSync(file, source);
    const { status, stderr } = await go("build", "-o", binary, file);
    rmSync(file);
    if (status === 0) return null;
    const lines = stderr.split("\n").filter((line) => !line.startsWith("#"));
    const messages = lines.join("\n").replace(/^(?:\S*\/)?[0-9a-f]{64}\.go:/gm, "./prog.go:");
    return { stdout: "", stderr: messages, status: 1 };
  }

  close() {
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}
