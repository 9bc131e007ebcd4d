// The arrows between the rooms of core/: every #include is checked against the one table, cmake/rooms.txt.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { filesBelow, linesOf, root } from "./repo.mjs";

/** room -> set of the rooms it may include, itself and everything further down the arrows. */
function readTable() {
    const arrows = new Map();
    for (const line of linesOf("cmake/rooms.txt")) {
        const match = /^([a-z]+):(.*)$/.exec(line);
        if (match) arrows.set(match[1], match[2].split(" ").filter(Boolean));
    }
    const reach = new Map();
    const follow = (room, path) => {
        assert.ok(arrows.has(room), `the table has an arrow to '${room}', which is no room`);
        assert.ok(!path.includes(room), `the arrows run in a circle: ${[...path, room].join(" -> ")}`);
        if (!reach.has(room)) {
            const set = new Set([room]);
            for (const below of arrows.get(room)) {
                for (const far of follow(below, [...path, room])) set.add(far);
            }
            reach.set(room, set);
        }
        return reach.get(room);
    };
    for (const room of arrows.keys()) follow(room, []);
    return reach;
}

/** [line number, included file] of every #include "…" in a file. */
function includesOf(file) {
    const found = [];
    linesOf(file).forEach((line, index) => {
        const match = /^\s*#\s*include\s+"([^"]+)"/.exec(line);
        if (match) found.push([index + 1, match[1]]);
    });
    return found;
}

const reach = readTable();
const sources = filesBelow("core").filter((file) => /\.(cpp|h|def)$/.test(file));

test("every folder of core/ is in the table", () => {
    const entries = readdirSync(join(root, "core"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const unknown = folders.filter((name) => !reach.has(name) && name !== "catalogue");
    assert.deepEqual(unknown, []);
});

for (const room of reach.keys()) {
    test(`core/${room} includes only what its arrows allow`, () => {
        const wrong = [];
        for (const file of sources.filter((name) => name.startsWith(`core/${room}/`))) {
            for (const [line, included] of includesOf(file)) {
                const target = included.split("/")[0];
                if (!included.includes("/") || !reach.has(target)) {
                    wrong.push(`${file}:${line}: "${included}" is not written from core/`);
                } else if (!reach.get(room).has(target)) {
                    wrong.push(`${file}:${line}: ${room} must not include ${target}`);
                } else if (!existsSync(join(root, "core", included))) {
                    wrong.push(`${file}:${line}: core/${included} does not exist`);
                }
            }
        }
        assert.deepEqual(wrong, []);
    });
}

test("core/ has no input or output, clock or thread", () => {
    // Headers whose use could make a run depend on something else than its arguments. Threads belong to
    // explore alone.
    const banned = /^\s*#\s*include\s+<(iostream|fstream|filesystem|chrono|ctime|random|regex)>/;
    const threads = /^\s*#\s*include\s+<(thread|mutex|future|condition_variable|pthread\.h)>/;
    const wrong = [];
    for (const file of sources) {
        linesOf(file).forEach((line, index) => {
            if (banned.test(line) || (threads.test(line) && !file.startsWith("core/explore/"))) {
                wrong.push(`${file}:${index + 1}: ${line.trim()}`);
            }
        });
    }
    assert.deepEqual(wrong, []);
});

test("wasm and tools reach core through its public headers only", () => {
    // The session header, what it hands out, and the table of Go files that the bundles have for themselves.
    const allowed = /^(api|base|trace|source|syntax)\/|^library\/embedded\.h$/;
    const wrong = [];
    const users = [...filesBelow("wasm"), ...filesBelow("tools")];
    for (const file of users.filter((name) => /\.(cpp|h)$/.test(name))) {
        for (const [line, included] of includesOf(file)) {
            const room = included.split("/")[0];
            if (included.includes("/") && reach.has(room) && !allowed.test(included)) {
                wrong.push(`${file}:${line}: "${included}" is not one of core's public headers`);
            }
        }
    }
    assert.deepEqual(wrong, []);
});
