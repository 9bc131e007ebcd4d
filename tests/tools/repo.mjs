// What the tests of the repository's shape share: where it is and which files it has.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const skippedFolders = new Set([".git", ".tools", "build", "dist", "node_modules"]);

/** Every file below `folder`, relative to the repository with forward slashes, sorted. */
export function filesBelow(folder = ".") {
    const found = [];
    const walk = (path) => {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
            if (entry.isDirectory()) {
                if (!skippedFolders.has(entry.name)) walk(join(path, entry.name));
            } else if (entry.isFile()) {
                found.push(relative(root, join(path, entry.name)).split(sep).join("/"));
            }
        }
    };
    walk(join(root, folder));
    return found.sort();
}

/** The lines of a file, without the empty one after the last newline. */
export function linesOf(file) {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines;
}
