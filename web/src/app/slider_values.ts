// Between a slider's position, its value, and the Go expression that the reader sees in the code.

import type { Slider } from '../engine/protocol.ts';
import { formatDuration, goDuration } from '../model/format.ts';

/** Where a logarithmic slider stops in each power of ten: values that people would say, evenly apart. */
const STOPS = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9];

/**
 * The values that a logarithmic slider stops at, from its least to its greatest. A position of the input is
 * a place in this list, so that every press of a key leads to another value.
 */
function stopsOf({ min, max, kind }: Slider): number[] {
  const stops = [min];
  for (let exponent = Math.floor(Math.log10(min)); 10 ** exponent < max; exponent++) {
    for (const stop of STOPS) {
      // 10 ** -3 times 1.1 is not 0.0011 otherwise.
      const exact = exponent < 0 ? stop / 10 ** -exponent : stop * 10 ** exponent;
      const value = kind === 'float' ? Number(exact.toPrecision(6)) : Math.round(exact);
      if (value > stops.at(-1)! && value < max) stops.push(value);
    }
  }
  if (max > min) stops.push(max);
  return stops;
}

const isLogarithmic = (slider: Slider): boolean => slider.log && slider.min > 0;

/** The greatest position of a slider's range input. */
export function lastPosition(slider: Slider): number {
  return isLogarithmic(slider) ? stopsOf(slider).length - 1 : slider.max;
}

/** The position of a value, between two stops when it is none itself. */
export function positionOf(slider: Slider, value: number): number {
  if (!isLogarithmic(slider)) return value;
  const stops = stopsOf(slider);
  const next = stops.findIndex((stop) => stop >= value);
  if (next <= 0) return next === 0 ? 0 : stops.length - 1;
  const [low, high] = [stops[next - 1]!, stops[next]!];
  return next - 1 + Math.log(value / low) / Math.log(high / low);
}

export function valueAt(slider: Slider, position: number): number {
  if (!isLogarithmic(slider)) return slider.kind === 'float' ? position : Math.round(position);
  const stops = stopsOf(slider);
  return stops[Math.max(0, Math.min(stops.length - 1, Math.round(position)))]!;
}

/** Two significant digits, so that sliders stop at 250 ms and not at 247.3 ms. */
export function niceNumber(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** The step of the range input. */
export function inputStep(slider: Slider): number | 'any' {
  if (isLogarithmic(slider)) return 1;
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
