// Social pictures: a card with the title and the pipe motif, drawn as SVG and rendered to PNG (other sites
// show no SVG). The font comes with the build, so that every machine draws the same.

import { Resvg } from '@resvg/resvg-js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { escape } from './html.ts';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
const TITLE_SIZE = 76;
const TITLE_CHARACTERS = 24;
const MOST_LINES = 3;
const TOKENS = ['#0072b2', '#c24e00', '#00805e', '#b0508a', '#7d6100'];

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** Breaks a title into lines of about TITLE_CHARACTERS. */
function linesOf(title: string): string[] {
  const lines: string[] = [''];
  for (const word of title.split(' ')) {
    const last = lines[lines.length - 1]!;
    if (last !== '' && last.length + word.length >= TITLE_CHARACTERS) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]!}…`];
}

function pipe(x: number, y: number, width: number, slots: number, values: readonly number[]): string {
  const slot = (width - 40) / slots;
  const tokens = values.map((value, k) => {
    const cx = x + 20 + slot * (slots - k - 0.5);
    return `<circle cx="${cx}" cy="${y + 44}" r="27" fill="${TOKENS[value % TOKENS.length]}"/><text x="${cx}" y="${y + 53}" font-size="26" font-weight="bold" fill="#fff" text-anchor="middle">${value}</text>`;
  });
  const marks = Array.from({ length: slots - 1 }, (_, k) => {
    const at = x + 20 + slot * (k + 1);
    return `<path d="M${at} ${y + 18}v52" stroke="#9fb3c4" stroke-width="2" stroke-dasharray="4 6"/>`;
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="88" rx="44" fill="#d9e2ea" stroke="#9fb3c4" stroke-width="3"/>${marks.join('')}${tokens.join('')}`;
}

/** The picture for a page as PNG. */
export function card(title: string, under: string): Uint8Array {
  const lines = linesOf(title);
  const text = lines
    .map((line, k) => `<tspan x="80" y="${200 + k * TITLE_SIZE * 1.15}">${escape(line)}</tspan>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" font-family="DejaVu Sans">
<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="#fbfaf7"/><rect width="${CARD_WIDTH}" height="14" fill="#0b6e6e"/>
<text font-size="30" fill="#5d6675" x="80" y="105">${escape(under)}</text>
<text font-size="${TITLE_SIZE}" font-weight="bold" fill="#1c2330">${text}</text>
<path d="M80 506h180M700 506h90" stroke="#9fb3c4" stroke-width="4"/>${pipe(260, 462, 440, 5, [3, 4, 5])}
<circle cx="126" cy="506" r="46" fill="#fff" stroke="#07745a" stroke-width="5"/><path d="M113 483l32 23-32 23z" fill="#07745a"/>
<circle cx="836" cy="506" r="46" fill="#fff" stroke="#2f60c4" stroke-width="5"/><path d="M836 480v28h20" stroke="#2f60c4" stroke-width="6" fill="none" stroke-linecap="round"/>
<text font-size="34" font-weight="bold" fill="#0b6e6e" x="1120" y="519" text-anchor="end">Sluicebox</text>
</svg>`;
  return new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(fonts, name)),
      defaultFontFamily: 'DejaVu Sans',
    },
  })
    .render()
    .asPng();
}
