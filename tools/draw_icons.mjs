// Draws the PNG icons of the installed page from web/public/icon.svg in Chromium: node tools/draw_icons.mjs.
// The results are committed; run it again when the drawing changes.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const folder = join(root, "web/public");
const drawing = readFileSync(join(folder, "icon.svg"), "utf8");

/// A maskable icon may be cut to a circle of 80 %: paper to the edge, the drawing well within.
const ICONS = [
  { file: "icon-192.png", size: 192, share: 0.84, paper: "#fbfaf7", round: 22 },
  { file: "icon-512.png", size: 512, share: 0.84, paper: "#fbfaf7", round: 22 },
  { file: "icon-maskable-512.png", size: 512, share: 0.6, paper: "#fbfaf7", round: 0 },
];

const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync),
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const { file, size, share, paper, round } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = Math.round(size * share);
  await page.setContent(`<style>html, body { margin: 0; background: transparent }
    main { width: ${size}px; height: ${size}px; display: grid; place-items: center;
      background: ${paper}; border-radius: ${round}% }
    svg { width: ${inner}px; height: ${inner}px }</style><main>${drawing}</main>`);
  await page.screenshot({ path: join(folder, file), omitBackground: true });
  await page.close();
}
await browser.close();
