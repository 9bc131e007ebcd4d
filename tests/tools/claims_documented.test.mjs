// The table of claims that authors read is the table that the engine reads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const rows = [
  ...readFileSync(join(root, "core/syntax/claims.def"), "utf8").matchAll(
    /^SLUICE_CLAIM\(\d+, \w+, "([^"]+)",\s*"([^"]+)"\)/gm,
  ),
].map(([, pattern, meaning]) => `| \`${pattern}\` | ${meaning} |`);
const documented = readFileSync(join(root, "docs/directives.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"));

test("docs/directives.md has every row of claims.def, in its order and words", () => {
  assert.ok(rows.length > 20);
  assert.deepEqual(documented, rows);
});
