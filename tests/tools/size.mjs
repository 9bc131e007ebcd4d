// The size budgets: what a visitor's browser downloads, compressed with brotli at its best, as static hosts
// send it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { ASIDE } from "../../wasm/aside.mjs";
import { root } from "./repo.mjs";

const KIB = 1024;
/// A bundle: what every visitor's browser fetches of an engine.
const BUNDLE_BUDGET = 300 * KIB;
/// A figure: page, engine, and of the library what its program needs; for the program of the catalogue that
/// needs most.
const EMBED_BUDGET = 500 * KIB;
/// The folder of the built site that holds the bundles: its name has a hash.
const dist = join(root, "web/dist");
const engines = existsSync(dist) ? readdirSync(dist).find((name) => name.startsWith("engine-")) : undefined;
const folder = `web/dist/${engines ?? "engine"}`;
const bundle = (kind) => [`${folder}/engine-${kind}.mjs`, `${folder}/engine-${kind}.wasm`];
const bundles = [
    ["engine-st", bundle("st")],
    ["engine-mt", bundle("mt")],
];

/// What embed.html fetches before its first picture, from the built site: the page, what its script imports,
/// the worker, and the largest program of the catalogue. The editor, charts and exports are not among them,
/// or the budget would say so.
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
    const chunks = readdirSync(assets).filter((name) =>
        programs.some((id) => name.startsWith(`${id}-`)),
    );
    const size = (name) => readFileSync(join(assets, name)).length;
    const largest = chunks.sort((p, q) => size(q) - size(p))[0];
    if (largest !== undefined) found.add(largest);
    return ["web/dist/embed.html", ...[...found].map((name) => `web/dist/assets/${name}`)];
}

const sizes = new Map();
function compressedSize(file) {
    if (sizes.has(file)) return sizes.get(file);
    const data = readFileSync(join(root, file));
    const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    };
    const size = brotliCompressSync(data, { params }).length;
    sizes.set(file, size);
    return size;
}
const sizeOf = (files) => files.reduce((sum, file) => sum + compressedSize(file), 0);

/// What engine-st fetches beside itself for a program of the catalogue: pages bring the base part along.
async function besideEngine(program) {
    const { default: create } = await import(pathToFileURL(join(root, folder, "engine-st.mjs")).href);
    const module = await create();
    const engine = new module.Engine();
    const source = readFileSync(join(root, "core/catalogue", program), "utf8");
    const fetched = [`${folder}/library/base.txt`];
    engine.provide(readFileSync(join(root, fetched[0]), "utf8"));
    for (;;) {
        engine.compile(source);
        const missing = engine.missingParts();
        if (missing === "") return fetched;
        for (const name of missing.split(" ")) {
            const file =
                name in ASIDE ? `${folder}/engine-st.${name}.wasm` : `${folder}/library/${name}.txt`;
            if (fetched.includes(file)) throw new Error(`${program} asks for ${name} again`);
            fetched.push(file);
            const data = readFileSync(join(root, file));
            name in ASIDE ? engine.provideCode(name, data) : engine.provide(data.toString());
        }
    }
}

const results = [];
function judge(name, size, budget) {
    const good = size <= budget;
    results.push(good);
    const found = Number.isFinite(size) ? `${(size / KIB).toFixed(1)} KiB` : "not built";
    console.log(`${good ? "ok  " : "FAIL"} ${name}: ${found}, budget ${budget / KIB} KiB`);
}
const isBuilt = (files) => files.every((file) => existsSync(join(root, file)));

for (const [name, files] of bundles) judge(name, isBuilt(files) ? sizeOf(files) : Infinity, BUNDLE_BUDGET);
const embed = embedFiles();
if (!isBuilt([...embed, ...bundles[0][1]]) || embed.length <= 4) {
    judge("embed with engine-st", Infinity, EMBED_BUDGET);
} else {
    const page = sizeOf(embed);
    const kib = (size) => `${(size / KIB).toFixed(1)} KiB`;
    const programs = readdirSync(join(root, "core/catalogue")).filter((name) => name.endsWith(".go"));
    const beside = [];
    for (const program of programs) beside.push([sizeOf(await besideEngine(program)), program]);
    beside.sort(([p], [q]) => p - q);
    const figure = (more) => page + sizeOf(bundles[0][1]) + more;
    const [usual] = beside[beside.length >> 1];
    const [most, largest] = beside.at(-1);
    judge("embed, median of the catalogue", figure(usual), EMBED_BUDGET);
    judge(`embed, most (${largest})`, figure(most), EMBED_BUDGET);
    console.log(`     its page ${kib(page)} in ${embed.length} files`);
}
const passed = results.filter((good) => good).length;
console.log(`RESULT ${passed} ${results.length - passed}`);
process.exit(passed === results.length ? 0 : 1);
