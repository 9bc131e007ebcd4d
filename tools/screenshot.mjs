// Pictures of the built page, for README and for looking at: node tools/screenshot.mjs OUT_FOLDER
// [light|dark|phone …]
//
// Serves web/dist with the isolation headers, opens the worker pool in Debian's Chromium, some steps into
// the run, and saves PNG files.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const [folder = join(root, "docs"), ...names] = process.argv.slice(2);
const PORT = 8137;
/// A moment of the run with something of everything: values in pipes and hands, queues, output.
const STEP = 64;
const VIEWS = {
  light: { width: 1440, height: 860, colorScheme: "light", file: "worker-pool.png" },
  dark: { width: 1440, height: 860, colorScheme: "dark", file: "worker-pool-dark.png" },
  phone: { width: 390, height: 844, colorScheme: "light", file: "worker-pool-phone.png" },
};

mkdirSync(folder, { recursive: true });
const server = spawn(
  process.execPath,
  [join(root, "tools/serve.mjs"), join(root, "web/dist"), "--port", String(PORT)],
  { stdio: "inherit" },
);
const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  for (const name of names.length ? names : ["light"]) {
    const view = VIEWS[name];
    if (!view) throw new Error(`no view is called ${name}; there are ${Object.keys(VIEWS).join(", ")}`);
    const page = await browser.newPage({
      viewport: { width: view.width, height: view.height },
      colorScheme: view.colorScheme,
    });
    const address = `http://localhost:${PORT}/lab.html?p=worker_pool&step=${STEP}`;
    await page.goto(address, { waitUntil: "networkidle" });
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(folder, view.file) });
    console.log(join(folder, view.file));
  }
} finally {
  await browser.close();
  server.kill();
}
