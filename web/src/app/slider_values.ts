// Between a slider's position, its value, and the Go expression that the reader sees in the code.

import type { Slider } from '../engine/protocol.ts';
import { formatDuration, goDuration } from '../model/format.ts';

/** Positions of a range input: 0 … STEPS for logarithmic sliders, the value itself for the others. */
export const LOG_STEPS = 200;

export function positionOf(slider: Slider, value: number): number {
  if (!slider.log || slider.min <= 0) return value;
  return (Math.log(value / slider.min) / Math.log(slider.max / slider.min)) * LOG_STEPS;
}

export function valueAt(slider: Slider, position: number): number {
  if (!slider.log || slider.min <= 0) return slider.kind === 'float' ? position : Math.round(position);
  const raw = slider.min * (slider.max / slider.min) ** (position / LOG_STEPS);
  return Math.min(slider.max, Math.max(slider.min, niceNumber(raw)));
}

/** Two significant digits, so that sliders stop at 250 ms and not at 247.3 ms. */
export function niceNumber(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** The step of the range input. */
export function inputStep(slider: Slider): number | 'any' {
  if (slider.log && slider.min > 0) return 1;
  if (slider.step > 0) return slider.step;
  return slider.kind === 'int' || slider.kind === 'bool' ? 1 : 'any';
}

/** "policy (0 block, 1 drop)" is a name, and a word for each value. */
function wordsOf(label: string): { readonly name: string; readonly words: ReadonlyMap<number, string> } {
  const [, name, list] = /^(.+?) \((\d+ [^()]*)\)$/.exec(label) ?? [];
  const parts = list?.split(/,\s*/).map((part) => /^(\d+) (.+)$/.exec(part)) ?? [];
  if (name === undefined || parts.length < 2 || parts.includes(null))
    return { name: label, words: new Map() };
  return { name, words: new Map(parts.map((part) => [Number(part![1]), part![2]!])) };
}

/** What people read beside a slider. */
export function sliderLabel(slider: Pick<Slider, 'label' | 'name'>): string {
  if (slider.label !== '') return wordsOf(slider.label).name;
  return slider.name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A value for people: "250 ms", "yes", or with its word, "1 drop". */
export function valueLabel(slider: Slider, value: number): string {
  if (slider.kind === 'duration') return formatDuration(value);
  if (slider.kind === 'bool') return value === 0 ? 'no' : 'yes';
  const word = wordsOf(slider.label).words.get(value);
  if (word !== undefined) return `${value} ${word}`;
  return String(slider.kind === 'float' ? Number(value.toPrecision(3)) : value);
}

/** The value as Go source. */
export function goSource(slider: Slider, value: number): string {
  if (slider.kind === 'duration') return goDuration(Math.round(value));
  if (slider.kind === 'bool') return value === 0 ? 'false' : 'true';
  return slider.kind === 'float' ? String(Number(value.toPrecision(6))) : String(Math.round(value));
}

const UNIT_NS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Reads a value as it stands in an address or a directive: 5, 200ms, 1m30s, true. NaN when it is none. */
export function parseValue(slider: Slider, text: string): number {
  if (slider.kind === 'bool') return text === 'true' ? 1 : text === 'false' ? 0 : NaN;
  if (slider.kind !== 'duration') return text.trim() === '' ? NaN : Number(text);
  let total = 0;
  let rest = text;
  while (rest !== '') {
    const match = /^(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/.exec(rest);
    if (match === null) return NaN;
    total += Number(match[1]) * UNIT_NS[match[2]!]!;
    rest = rest.slice(match[0].length);
  }
  return text === '' ? NaN : total;
}

/** The value for an address: short and exact. */
export function valueText(slider: Slider, value: number): string {
  if (slider.kind === 'bool') return value === 0 ? 'false' : 'true';
  if (slider.kind !== 'duration') return String(value);
  for (const unit of ['s', 'ms', 'us'] as const) {
    const ns = UNIT_NS[unit]!;
    if (value >= ns && value % ns === 0) return `${value / ns}${unit}`;
  }
  return `${Math.round(value)}ns`;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The source with the sliders' expressions replaced. Offsets are bytes of `source`. */
export function rewrite(
  source: string,
  sliders: readonly Slider[],
  values: ReadonlyMap<string, number>,
): string {
  let bytes = encoder.encode(source);
  const changes = sliders.filter((s) => values.has(s.name)).sort((p, q) => q.offset - p.offset);
  for (const slider of changes) {
    const text = encoder.encode(goSource(slider, values.get(slider.name)!));
    const next = new Uint8Array(bytes.length - slider.length + text.length);
    next.set(bytes.subarray(0, slider.offset));
    next.set(text, slider.offset);
    next.set(bytes.subarray(slider.offset + slider.length), slider.offset + text.length);
    bytes = next;
  }
  return decoder.decode(bytes);
}
