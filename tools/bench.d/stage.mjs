// How fast the stage and the timeline are, in the system's Chromium, with the built page:
//
//   node tools/bench.d/stage.mjs [--seconds N] [--json FILE]
//
// frames/s  while the run plays at speed 16, and how long the page's own work in a frame takes (a machine
//           without a graphics card draws in software, so frames/s says as much about it as about us)
// seek      from a click to the drawn frame, at places spread over a run of at least a million events
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../serve.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "5" }, json: { type: "string" } },
});
const SECONDS = Number(values.seconds);
const SEEKS = 60;
const MILLION = 1_000_000;
const crowd = readFileSync(join(root, "web/tests/fixtures/crowd.go"), "utf8");
const withSizes = (workers, jobs) =>
  crowd
    .replace("const workers = 1000", `const workers = ${workers}`)
    .replace("const jobs = 2000", `const jobs = ${jobs}`);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];

/// Runs a program of the visitor's own to its end, however far ahead of the viewer that is.
async function open(browser, url, source, events) {
  // The service worker would reload the page once for threads.
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, serviceWorkers: "block" });
  await page.goto(`${url}lab.html?p=own`);
  await page.waitForFunction(() => document.querySelector("sluice-app")?.session?.status === "ready");
  await page.evaluate((text) => {
    const { session } = document.querySelector("sluice-app");
    session.player.pause();
    session.edit(text);
    session.emit("source");
  }, source);
  await page.waitForFunction(
    (wanted) => {
      const { session } = document.querySelector("sluice-app");
      if (session.status !== "ready" || session.run === undefined) return false;
      if (session.player.complete) return true;
      // The engine waits for the viewer to come near the end of what is recorded.
      session.player.jump(session.player.length - 1);
      return session.run.store.length >= wanted;
    },
    events,
    { timeout: 300_000, polling: 50 },
  );
  return page;
}

/// Frames per second and the page's own milliseconds per frame while playing from the middle.
async function frames(page) {
  return page.evaluate(async (seconds) => {
    const { session } = document.querySelector("sluice-app");
    const { player } = session;
    player.jump(Math.floor(player.length / 2));
    player.setSpeed(16);
    const work = [];
    const emit = session.emit.bind(session);
    session.emit = (topic) => {
      const begun = performance.now();
      emit(topic);
      if (topic === "frame") work.push(performance.now() - begun);
    };
    player.play();
    let count = 0;
    const begun = performance.now();
    while (performance.now() - begun < seconds * 1000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      count++;
    }
    const fps = (count * 1000) / (performance.now() - begun);
    player.pause();
    session.emit = emit;
    return { fps, work };
  }, SECONDS);
}

async function seeks(page) {
  return page.evaluate(async (count) => {
    const { session } = document.querySelector("sluice-app");
    const { player } = session;
    player.pause();
    const times = [];
    for (let k = 0; k < count; k++) {
      const step = Math.floor((((k * 0.6180339887) % 1) * player.length) | 0);
      const begun = performance.now();
      player.jump(step);
      session.emit("frame");
      times.push(performance.now() - begun);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { times, events: session.run.store.length, memory: performance.memory?.usedJSHeapSize ?? 0 };
  }, SEEKS);
}

const server = await serve(join(root, "web/dist"), { isolation: false });
const url = `http://localhost:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"],
});
const rows = [];
try {
  for (const [name, workers, jobs] of [
    ["1,000 goroutines", 1000, 4000],
    ["100,000 goroutines", 100_000, 100_000],
  ]) {
    const page = await open(browser, url, withSizes(workers, jobs), MILLION * 10);
    const { fps, work } = await frames(page);
    rows.push({ name: `stage, ${name}`, fps, workMs: median(work), slowestMs: at(work, 0.95) });
    await page.close();
  }
  const page = await open(browser, url, withSizes(1000, 80_000), MILLION);
  const { times, events, memory } = await seeks(page);
  const heapMiB = memory / 2 ** 20;
  rows.push({ name: `seek, ${events} events`, seekMs: median(times), slowestMs: at(times, 0.95), heapMiB });
} finally {
  await browser.close();
  server.close();
}
for (const row of rows) {
  const figures = Object.entries(row).slice(1);
  console.log(row.name.padEnd(28), figures.map(([key, value]) => `${key} ${value.toFixed(1)}`).join("   "));
}
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
