// tests/run/COVERAGE.md names programs: each must exist, and the corpus must keep its size.
import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPrograms } from "../files/expect.mjs";

const corpus = join(dirname(fileURLToPath(import.meta.url)), "../run");

test("every program that COVERAGE.md names exists", () => {
  const text = readFileSync(join(corpus, "COVERAGE.md"), "utf8");
  const named = [...text.matchAll(/`([a-z]+\/[a-z0-9_]+)`/g)].map((match) => match[1]);
  assert.ok(named.length > 60, `only ${named.length} programs are named`);
  const missing = named.filter((name) => !existsSync(join(corpus, `${name}.go`)));
  assert.deepEqual(missing.filter((name) => !name.startsWith("tests/")), []);
});

test("the corpus has at least 200 programs, each with its outcome", () => {
  const programs = findPrograms(corpus);
  assert.ok(programs.length >= 200, `${programs.length} programs`);
  const bare = programs.filter((path) => !existsSync(path.replace(/\.go$/, ".want")));
  assert.deepEqual(bare, []);
});
