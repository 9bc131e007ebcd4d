// Lengths of files and lines, and no notes to ourselves in the code. Generated files and test programs are
// exempt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filesBelow, linesOf } from "./repo.mjs";

const maxColumns = 110;
const aimLines = 400;
const maxLines = 500;

const isCode = (file) =>
    /\.(cpp|h|def|ts|mjs|css|html|cmake|sh|go)$/.test(file) || /(^|\/)CMakeLists\.txt$/.test(file) ||
    /^(tools\/[a-z-]+|tools\/test\.d\/[^/]+|\.ci\/run)$/.test(file);
// Programs of the tests are as their authors write them: some are long or ugly on purpose.
const isProgram = (file) => /^tests\/.*\.go$/.test(file);
const isGenerated = (lines) => lines.slice(0, 3).some((line) => /\bgenerated (by|from)\b/i.test(line));

const files = filesBelow()
    .filter((file) => isCode(file) && !isProgram(file))
    .map((file) => ({ file, lines: linesOf(file) }))
    .filter(({ lines }) => !isGenerated(lines));

test("there is code to check", () => assert.ok(files.length > 50));

test(`lines have at most ${maxColumns} columns`, () => {
    const wrong = [];
    for (const { file, lines } of files) {
        lines.forEach((line, index) => {
            const columns = [...line].length;
            // A row of a table is one line, whatever its width: that is what makes it a table.
            if (/\.def$/.test(file) && /^[A-Z_]+\(/.test(line)) return;
            // So is a directive of a program: it ends with its line.
            if (/\.go$/.test(file) && line.startsWith("//sluice:")) return;
            if (columns > maxColumns) wrong.push(`${file}:${index + 1}: ${columns} columns`);
        });
    }
    assert.deepEqual(wrong, []);
});

test(`files have at most ${maxLines} lines`, (context) => {
    const long = files.filter(({ lines }) => lines.length > aimLines);
    const described = ({ file, lines }) => `${file} has ${lines.length} lines`;
    for (const one of long) context.diagnostic(`${described(one)}; aim for ${aimLines}`);
    const wrong = long.filter(({ lines }) => lines.length > maxLines).map(described);
    assert.deepEqual(wrong, []);
});

test("no tabs in C++ and TypeScript, no spaces at the ends of lines", () => {
    const wrong = [];
    for (const { file, lines } of files) {
        lines.forEach((line, index) => {
            if (/[ \t]$/.test(line)) wrong.push(`${file}:${index + 1}: space at the end of the line`);
            // Tests hold Go programs as strings, and gofmt indents with tabs.
            const holdsGo = /^tests\/(unit|files|fuzz)\//.test(file);
            const spacesOnly = /\.(cpp|h|def|ts|mjs)$/.test(file) && !holdsGo;
            if (spacesOnly && line.includes("\t")) wrong.push(`${file}:${index + 1}: tab`);
        });
    }
    assert.deepEqual(wrong, []);
});

test("no notes to ourselves", () => {
    const note = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|")})\\b`);
    const wrong = [];
    for (const { file, lines } of files) {
        lines.forEach((line, index) => {
            // Go's context package has a function of that name.
            if (note.test(line.replace(/context\.TO(?:DO)|\bTO(?:DO)\(\)|"TO(?:DO)"/g, ""))) {
                wrong.push(`${file}:${index + 1}: ${line.trim()}`);
            }
        });
    }
    assert.deepEqual(wrong, []);
});
