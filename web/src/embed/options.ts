// How an embed looks and behaves, from its address. What is shown (program, parameters, seed, step …) is a
// link like any other; these names come on top. Reading never fails: what cannot be read is as usual, and
// `problems` says so.

export type Controls = 'full' | 'min' | 'none';

export interface EmbedOptions {
  readonly controls: Controls;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Play as soon as half of the figure can be seen. */
  readonly autoplay: boolean;
  /** From the end back to the beginning, up to MOST_LOOPS times. */
  readonly loop: boolean;
  /** First and last step that are shown; the same numbers as `step` in links. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  /** Names of the sliders to show; undefined: all of them in `full`, none else. */
  readonly sliders: readonly string[] | undefined;
  /** `content`: the page around makes the frame as high as the figure; `frame`: the figure fills it. */
  readonly fit: 'content' | 'frame';
  /** The only origin that is listened and spoken to; "" for any that embeds the figure. */
  readonly origin: string;
  /** Colours of the page around, by name; see theme.ts. */
  readonly colors: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** The names above in an address. */
export const EMBED_NAMES = ['controls', 'autoplay', 'loop', 'range', 'sliders', 'fit', 'origin', 'colors'];

/** Endless motion beside a text keeps people from reading it. */
export const MOST_LOOPS = 5;

function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly T[],
  problems: string[],
): T {
  const text = query.get(name);
  if (text === null || text === '') return values[0]!;
  const found = values.find((value) => value === text);
  if (found === undefined)
    problems.push(`${name} is one of ${values.join(', ')}, not “${text.slice(0, 40)}”.`);
  return found ?? values[0]!;
}

/** Present without a value, or with one of these, means yes. */
function flag(query: URLSearchParams, name: string, usual: boolean): boolean {
  const text = query.get(name);
  if (text === null) return usual;
  return !['0', 'no', 'false', 'off'].includes(text);
}

function rangeOf(text: string | null, problems: string[]): EmbedOptions['range'] {
  if (text === null || text === '') return undefined;
  const match = /^(\d*)\s*(?:\.\.|-|–)\s*(\d*)$/.exec(text);
  const from = match?.[1] ? Number(match[1]) : -1;
  const to = match?.[2] ? Number(match[2]) : Number.MAX_SAFE_INTEGER;
  if (match !== null && from <= to) return { from, to };
  problems.push(`range is two steps, as in 10-40, not “${text.slice(0, 40)}”.`);
  return undefined;
}

/** `paper:#fff,ink:#222` */
function colorsOf(text: string | null): Record<string, string> {
  const colors: Record<string, string> = {};
  for (const pair of (text ?? '').split(/[,;](?![^(]*\))/)) {
    const at = pair.indexOf(':');
    if (at > 0) colors[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return colors;
}

/** @param search the query of the frame's address */
export function readOptions(search: string): EmbedOptions {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const sliders = query.get('sliders');
  return {
    controls: oneOf(query, 'controls', ['full', 'min', 'none'], problems),
    theme: oneOf(query, 'theme', ['auto', 'light', 'dark'], problems),
    autoplay: flag(query, 'autoplay', true),
    loop: flag(query, 'loop', false),
    range: rangeOf(query.get('range'), problems),
    sliders:
      sliders === null || sliders === 'all'
        ? undefined
        : sliders === 'none'
          ? []
          : sliders.split(/[\s,]+/).filter((name) => name !== ''),
    fit: oneOf(query, 'fit', ['frame', 'content'], problems),
    origin: query.get('origin') ?? '',
    colors: colorsOf(query.get('colors')),
    problems,
  };
}
