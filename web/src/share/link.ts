// Everything that makes a run, and what is looked at, in the page's address.
//
//     ?p=worker_pool&numWorkers=4&seed=7&step=38&tab=try
//     ?p=own&seed=7#c=PROGRAM
//
// Version 1 links name the program (p), the seed, the processors (procs), the step and, by their own names,
// the sliders that are not at their usual value; one's own program is `src` in the query. Since then more
// names have been added (share/link_parts.ts), and the program travels as `c` in the fragment, which no
// server sees and no server shortens. A slider whose name has a meaning of its own is written with a `~`
// before it. Links of version 1 need no `v`; `v` is for the day on which a name changes its meaning, and old
// links are read by the rules of their version for ever.
//
// Reading never fails: what cannot be read is left out and `problems` says so in plain words.

export const LINK_VERSION = 1;
export const DEFAULT_SEED = 1;
const LARGEST_SEED = 4294967295;
const MOST_PROCESSORS = 64;

export interface Link {
  /** Name of a program of the catalogue, "own", or "" when none is named. */
  readonly program: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: number;
  /** 0: the engine's default. */
  readonly processors: number;
  /** -1: from the beginning. */
  readonly step: number;
  /** The visitor's own source, packed; "" for a program of the catalogue. */
  readonly packed: string;
  /** Values of what else a link may say, by the names in LINK_PARTS. */
  readonly parts: Readonly<Record<string, string>>;
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[];
}

/** What a session begins with: a link whose program has been unpacked and looked up. */
export interface Beginning extends Pick<Link, 'program' | 'parameters' | 'seed' | 'processors' | 'step'> {
  /** The source of the program "own". */
  readonly ownSource?: string | undefined;
  readonly problems: readonly string[];
}

/** Names with a meaning in every link. */
const CORE_NAMES = ['p', 'seed', 'procs', 'step', 'src', 'v'];
/** Options of the page that are no part of a run; they are kept when the address is rewritten. */
export const PAGE_OPTIONS = ['engine', 'theme'];
const ESCAPE = '~';

/** `n` as a whole number between `least` and `most`, or a problem. */
function numberOf(
  query: URLSearchParams,
  name: string,
  what: string,
  most: number,
  fallback: number,
  problems: string[],
): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  problems.push(`The ${what} in this link, “${text.slice(0, 40)}”, is not a number it can have.`);
  return fallback;
}

/**
 * Reads an address.
 * @param partNames the names in LINK_PARTS, and options that the page understands besides
 */
export function readLink(search: string, hash: string, partNames: readonly string[]): Link {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: string[] = [];
  const version = numberOf(query, 'v', 'version', Number.MAX_SAFE_INTEGER, LINK_VERSION, problems);
  if (version > LINK_VERSION)
    problems.push('This link was made by a newer Sluicebox; what this one understands of it has been kept.');
  const parameters: Record<string, string> = {};
  const parts: Record<string, string> = {};
  for (const [name, value] of query) {
    if (partNames.includes(name)) parts[name] = value;
    else if (name.startsWith(ESCAPE)) parameters[name.slice(ESCAPE.length)] = value;
    else if (!CORE_NAMES.includes(name) && !PAGE_OPTIONS.includes(name)) parameters[name] = value;
  }
  return {
    program: query.get('p') ?? '',
    parameters,
    seed: numberOf(query, 'seed', 'seed', LARGEST_SEED, DEFAULT_SEED, problems),
    processors: numberOf(query, 'procs', 'number of processors', MOST_PROCESSORS, 0, problems),
    step: numberOf(query, 'step', 'step', Number.MAX_SAFE_INTEGER, -1, problems),
    packed: fragment.get('c') ?? query.get('src') ?? '',
    parts,
    problems,
  };
}

/** The query and fragment for a link; what is usual is left out, so that links stay short. */
export function writeLink(link: Omit<Link, 'problems'>, partNames: readonly string[]): string {
  const query = new URLSearchParams();
  query.set('p', link.program);
  const taken = new Set([...CORE_NAMES, ...PAGE_OPTIONS, ...partNames]);
  for (const [name, value] of Object.entries(link.parameters))
    query.set(taken.has(name) ? ESCAPE + name : name, value);
  if (link.seed !== DEFAULT_SEED) query.set('seed', String(link.seed));
  if (link.processors !== 0) query.set('procs', String(link.processors));
  if (link.step >= 0) query.set('step', String(link.step));
  for (const [name, value] of Object.entries(link.parts)) if (value !== '') query.set(name, value);
  return `?${query.toString()}${link.packed === '' ? '' : `#c=${link.packed}`}`;
}

/** A new address with those options of the present one that are no part of a run. */
export function keepOptions(address: string, current: string): string {
  const [query = '', hash] = address.split('#');
  const next = new URLSearchParams(query);
  const old = new URLSearchParams(current);
  for (const name of PAGE_OPTIONS) {
    const value = old.get(name);
    if (value !== null) next.set(name, value);
  }
  return `?${next.toString()}${hash === undefined ? '' : `#${hash}`}`;
}
