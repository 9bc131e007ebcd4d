// Serves a folder of static files: `node tools/serve.mjs FOLDER [--port 8000] [--no-isolation] [--host
// 127.0.0.1]`.
//
// With the four isolation headers (the default) the page gets threads at top level, inside isolated hosts
// and, in Chromium, inside ordinary hosts; --no-isolation serves as a plain static host does, where the page
// falls back to one thread. A file with a neighbour `name.br` is sent compressed. Nothing outside the folder
// is ever sent.
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";

const isolationHeaders = {
    "Document-Isolation-Policy": "isolate-and-require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "cross-origin",
};

// For figures in sandboxes without an origin, and for scripts as modules: everything here is public.
const openHeaders = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };

const types = {
    ".css": "text/css; charset=utf-8",
    ".go": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
};

// File names with a hash (Vite's `index-B3d9_xYz.js`) never change; everything else is asked for again each
// time.
const hashed = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** The file that `urlPath` names inside `root`, or undefined: folders mean their index.html. */
function find(root, urlPath) {
    let path;
    try {
        path = normalize(decodeURIComponent(urlPath));
    } catch {
        return undefined;
    }
    if (path.includes("\0")) return undefined;
    let file = join(root, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    // A link inside the folder must not lead out of it.
    return realpathSync(file).startsWith(realpathSync(root) + sep) ? file : undefined;
}

function answer(root, isolation, request, response) {
    const headers = { ...(isolation ? isolationHeaders : {}), ...openHeaders };
    if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { ...headers, Allow: "GET, HEAD" }).end();
        return;
    }
    const path = new URL(request.url, "http://localhost").pathname;
    const file = find(root, path);
    if (!file) {
        const wantsPage = /\btext\/html\b/.test(request.headers.accept ?? "");
        const page = wantsPage ? find(root, "/404.html") : undefined;
        response.writeHead(404, { ...headers, "Content-Type": page ? types[".html"] : types[".txt"] });
        response.end(page ? readFileSync(page) : `${path}: not found\n`);
        return;
    }
    let body = file;
    headers["Content-Type"] = types[extname(file)] ?? "application/octet-stream";
    headers["Cache-Control"] = hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
    headers["Vary"] = "Accept-Encoding";
    if (existsSync(`${file}.br`) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
        body = `${file}.br`;
        headers["Content-Encoding"] = "br";
    }
    const info = statSync(body);
    headers["Content-Length"] = info.size;
    headers["ETag"] = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`;
    if (request.headers["if-none-match"] === headers["ETag"]) {
        response.writeHead(304, headers).end();
        return;
    }
    response.writeHead(200, headers);
    if (request.method === "HEAD") response.end();
    else createReadStream(body).on("error", () => response.destroy()).pipe(response);
}

/**
 * Starts a server and resolves to it when it listens; port 0 takes a free one. Tests use this directly.
 * @param {string} folder
 * @param {{ port?: number, host?: string, isolation?: boolean }} [options]
 */
export function serve(folder, { port = 0, host = "127.0.0.1", isolation = true } = {}) {
    const root = resolve(folder);
    const server = createServer((request, response) => {
        try {
            answer(root, isolation, request, response);
        } catch (error) {
            response.writeHead(500).end(String(error));
        }
    });
    return new Promise((done, failed) => {
        server.once("error", failed);
        server.listen(port, host, () => done(server));
    });
}

async function main() {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            port: { type: "string", default: "8000" },
            host: { type: "string", default: "127.0.0.1" },
            "no-isolation": { type: "boolean", default: false },
        },
    });
    const [folder] = positionals;
    if (!folder || !existsSync(folder)) {
        console.error("usage: node tools/serve.mjs FOLDER [--port N] [--host ADDRESS] [--no-isolation]");
        process.exit(2);
    }
    const isolation = !values["no-isolation"];
    try {
        const server = await serve(folder, { port: Number(values.port), host: values.host, isolation });
        console.log(`Sluicebox is at http://localhost:${server.address().port}/  (Ctrl-C stops it)`);
        console.log(isolation ? "Served with isolation headers: the page can use threads."
            : "Served without isolation headers: the page uses one thread.");
    } catch (error) {
        const inUse = error.code === "EADDRINUSE";
        console.error(inUse ? `Port ${values.port} is in use: choose another with --port.` : String(error));
        process.exit(1);
    }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
