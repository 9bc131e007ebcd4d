// The size budgets: what a visitor's browser downloads, compressed with brotli at its best, as static hosts
// send it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./repo.mjs";

const KIB = 1024;
// The design wants 300 KiB for each bundle. What stands in the way (ARCHITECTURE.md, "What travels to a
// visitor"): the Go sources of the library take about 85 KiB of it, the glue 12, and the code of the checker,
// the compiler and the natives most of the rest. Until the library is a file of its own that is fetched in
// parts, this ceiling keeps the bundles from growing again. Lower it whenever a bundle shrinks.
const TARGET = 300 * KIB;
const CEILING = 490 * KIB;
const budgets = [
    ["engine-st", ["build/wasm-st/wasm/engine-st.mjs", "build/wasm-st/wasm/engine-st.wasm"], CEILING],
    ["engine-mt", ["build/wasm-mt/wasm/engine-mt.mjs", "build/wasm-mt/wasm/engine-mt.wasm"], CEILING],
];

// An embed without its engine: the design wants 500 KiB with it.
const EMBED_CEILING = 140 * KIB;
const EMBED_TARGET = 500 * KIB;

/// Everything that embed.html fetches before its first picture, from the built site: the page, what its
/// script imports, the worker, and the largest program of the catalogue. The editor, charts and exports are
/// not among them, or the ceiling would say so.
function embedFiles() {
    const assets = join(root, "web/dist/assets");
    if (!existsSync(join(root, "web/dist/embed.html"))) return ["web/dist/embed.html"];
    const html = readFileSync(join(root, "web/dist/embed.html"), "utf8");
    const found = new Set();
    const follow = (name) => {
        if (found.has(name) || !existsSync(join(assets, name))) return;
        found.add(name);
        if (!name.endsWith(".js")) return;
        const code = readFileSync(join(assets, name), "utf8");
        for (const [, next] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) follow(next);
        for (const [, next] of code.matchAll(/["'`.\/](start_embed-[\w-]+\.js|worker-[\w-]+\.js)["'`]/g))
            follow(next);
    };
    for (const [, name] of html.matchAll(/assets\/([\w.-]+)/g)) follow(name);
    const programs = readdirSync(join(root, "core/catalogue")).map((name) => basename(name, ".go"));
    const chunks = readdirSync(assets).filter((name) => programs.some((id) => name.startsWith(`${id}-`)));
    const size = (name) => readFileSync(join(assets, name)).length;
    const largest = chunks.sort((p, q) => size(q) - size(p))[0];
    if (largest !== undefined) found.add(largest);
    return ["web/dist/embed.html", ...[...found].map((name) => `web/dist/assets/${name}`)];
}

function compressedSize(file) {
    const data = readFileSync(join(root, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
    return brotliCompressSync(data, { params }).length;
}

let passed = 0;
let failed = 0;
for (const [name, files, budget] of budgets) {
    const missing = files.filter((file) => !existsSync(join(root, file)));
    const size = missing.length ? Infinity : files.reduce((sum, file) => sum + compressedSize(file), 0);
    const good = size <= budget;
    good ? passed++ : failed++;
    const found = missing.length ? `${missing.join(", ")} not built` : `${(size / KIB).toFixed(1)} KiB`;
    const limits = `ceiling ${budget / KIB} KiB, target ${TARGET / KIB} KiB`;
    console.log(`${good ? "ok  " : "FAIL"} ${name}: ${found}, ${limits}`);
}
const embed = embedFiles();
const embedSize = embed.every((file) => existsSync(join(root, file)))
    ? embed.reduce((sum, file) => sum + compressedSize(file), 0)
    : Infinity;
const whole = embedSize + budgets[0][1].reduce((sum, file) => sum + compressedSize(file), 0);
const small = embedSize <= EMBED_CEILING && embed.length > 4;
small ? passed++ : failed++;
console.log(
    `${small ? "ok  " : "FAIL"} embed without engine: ${(embedSize / KIB).toFixed(1)} KiB in ` +
    `${embed.length} files, ceiling ${EMBED_CEILING / KIB} KiB; with engine-st ` +
    `${(whole / KIB).toFixed(1)} KiB, target ${EMBED_TARGET / KIB} KiB`,
);
console.log(`RESULT ${passed} ${failed}`);
process.exit(failed ? 1 : 0);
