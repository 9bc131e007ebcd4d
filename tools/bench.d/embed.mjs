// How soon an embed moves, and how smooth many of them are: `tools/bench embed [--runs N]`.
//
// The built site is served from one origin and the page around from another, as on a tutorial. "First motion"
// is from the beginning of the page's load, with nothing in any cache, to the first frame in which the figure
// is playing a step; medians over the runs, each in a browser profile of its own. Throttled means that
// Chromium slows the page's and the figure's own thread down four times; for that the two must share a
// process, so the site is served without isolation then.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../serve.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const MANY = 20;
const LOOKING_MS = 4000;
const BUDGET_MS = 1000;

const dist = join(root, "web/dist");
if (!existsSync(join(dist, "embed.html"))) {
  console.error("The site has not been built: run tools/run --build first.");
  process.exit(1);
}
const sites = { isolated: await serve(dist, {}), plain: await serve(dist, { isolation: false }) };
const box = '<sluice-box program="worker_pool" controls="min" loop></sluice-box>';
const host = createServer((request, response) => {
  const query = new URL(request.url, "http://x").searchParams;
  const count = Number(query.get("n"));
  const base = `http://localhost:${sites[query.get("site")].address().port}/`;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html><title>bench</title><link rel="icon" href="data:,">
<script src="${base}sluice-box.js"></script>${box.repeat(count)}`);
});
await new Promise((done) => host.listen(0, "localhost", done));
const page = (count, site) => `http://localhost:${host.address().port}/?n=${count}&site=${site}`;

const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu"],
});

/// Milliseconds from the beginning of the load to the figure's first motion.
async function firstMotion(throttle) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await tab.addInitScript(() => {
    addEventListener("sluice-step", (event) => {
      if (event.detail.playing && window.moved === undefined) window.moved = performance.now();
    });
  });
  await tab.goto(page(1, throttle === 1 ? "isolated" : "plain"));
  const moved = await tab.waitForFunction(() => window.moved);
  const time = await moved.jsonValue();
  await context.close();
  return time;
}

/// Frames a second of the page around while many figures are in it, those in sight playing.
async function smoothness() {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(page(MANY, "isolated"));
  await tab.evaluate(() =>
    Promise.all([...document.querySelectorAll("sluice-box")].map((box) => box.getState())),
  );
  const rate = await tab.evaluate(
    (looking) =>
      new Promise((done) => {
        let frames = 0;
        const began = performance.now();
        const tick = (now) => {
          frames++;
          if (now - began < looking) requestAnimationFrame(tick);
          else done((frames * 1000) / (now - began));
        };
        requestAnimationFrame(tick);
      }),
    LOOKING_MS,
  );
  const memory = await tab.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  await context.close();
  return { rate, memory };
}

try {
  for (const throttle of [1, 4]) {
    const times = [];
    for (let i = 0; i < runs; i++) times.push(await firstMotion(throttle));
    const shown = times.map((time) => time.toFixed(0)).join(" ");
    const name = throttle === 1 ? "first motion of an embed" : `the same, processor ${throttle}× slower`;
    console.log(`${name.padEnd(36)} ${median(times).toFixed(0)} ms  (budget ${BUDGET_MS} ms; ${shown})`);
  }
  const { rate, memory } = await smoothness();
  const megabytes = (memory / 1e6).toFixed(0);
  const name = `${MANY} embeds on one page`.padEnd(36);
  console.log(`${name} ${rate.toFixed(0)} frames/s, ${megabytes} MB of JavaScript in the page around`);
} finally {
  await browser.close();
  for (const site of Object.values(sites)) site.close();
  host.close();
}
