// What the outside world does to a program, between its text (`SIGINT at=2s`) and what the page edits.
//
// Invariants: the grammar and the rules are those of the engine (core/api/input_text.cpp,
// core/world/input.cpp), and a text that is read here without a problem is taken there too; writing what
// was read gives a text that means the same. Times are whole nanoseconds.

import { goDurationText } from './format.ts';

/** The signals that are offered; the engine knows some more, which may be written by hand. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;
const OTHER_SIGNALS = ['SIGABRT', 'SIGKILL', 'SIGPIPE', 'SIGALRM', 'SIGCHLD', 'SIGCONT'];
const ALL_SIGNALS: readonly string[] = [...SIGNALS, ...OTHER_SIGNALS];

/** A page cannot show more, and nobody writes more by hand. */
export const MOST_INPUTS = 100;
const MOST_NUMBER = 1_000_000;
/** Virtual times above this are not exact as numbers. */
const LATEST_NS = Number.MAX_SAFE_INTEGER;

const HTTP_KEYS = ['method', 'path', 'body', 'host', 'port', 'count', 'every'];
const STDIN_KEYS = ['text', 'eof'];

/** One thing that happens. */
export interface Happening {
  /** In capitals: a signal's name, HTTP or STDIN. */
  readonly kind: string;
  readonly atNs: number;
  /** Everything else, as written: path, count, text … */
  readonly values: Readonly<Record<string, string>>;
}

/** Why a text is no input, as a sentence; or the input. */
export type ReadInput = { readonly input: Happening } | { readonly problem: string };

export const isSignal = (kind: string): boolean => ALL_SIGNALS.includes(kind);

const UNIT_NS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/**
 * Reads `1.5s`, `200ms`, `1m30s`, `0`, with blanks allowed between number and unit; undefined when it is
 * none.
 */
export function readTime(text: string): number | undefined {
  const bare = text.replace(/\s+/g, '');
  if (/^\+?0+$/.test(bare)) return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(bare)) return undefined;
  let total = 0;
  for (const [, number, unit] of bare.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    total += Number(number) * UNIT_NS[unit!]!;
  return total > LATEST_NS ? undefined : Math.round(total);
}

/** Words with their quotes and backslashes resolved; undefined when a quote is not closed. */
function wordsOf(text: string): string[] | undefined {
  const words: string[] = [];
  let word = '';
  let inWord = false;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '\\' && i + 1 < text.length) {
      const next = text[++i]!;
      word += next === 'n' ? '\n' : next === 't' ? '\t' : next;
    } else if (c === '"') {
      quoted = !quoted;
      inWord = true;
    } else if (!quoted && /\s/.test(c)) {
      if (inWord) words.push(word);
      word = '';
      inWord = false;
    } else {
      word += c;
      inWord = true;
    }
  }
  if (inWord) words.push(word);
  return quoted ? undefined : words;
}

/** Reads an input as it stands in a directive, a link or an attribute. */
export function readInput(text: string): ReadInput {
  const words = wordsOf(text);
  if (words === undefined) return { problem: 'A quote is not closed.' };
  const [first = '', ...rest] = words;
  if (first === '' || first.includes('='))
    return { problem: 'An input begins with its kind, for example SIGINT at=2s.' };
  let atNs = 0;
  const values: Record<string, string> = {};
  for (const word of rest) {
    const equals = word.indexOf('=');
    if (equals < 0) return { problem: `“${word}” is not key=value.` };
    const [key, value] = [word.slice(0, equals), word.slice(equals + 1)];
    if (key !== 'at') values[key] = value;
    else {
      const time = readTime(value);
      if (time === undefined) return { problem: timeProblem(value) };
      atNs = time;
    }
  }
  const input = { kind: first.toUpperCase(), atNs, values };
  const problem = problemOf(input);
  return problem === '' ? { input } : { problem };
}

const SHOWN_LENGTH = 60;

/** Inputs as texts, and what they are. */
export interface InputList {
  readonly texts: readonly string[];
  readonly inputs: readonly Happening[];
  /** The texts that are none, cut for showing, and why. */
  readonly leftOut: readonly { readonly text: string; readonly problem: string }[];
}

export function readInputs(texts: readonly string[]): InputList {
  const inputs: Happening[] = [];
  const leftOut: { text: string; problem: string }[] = [];
  for (const text of texts) {
    const read = readInput(text);
    if ('input' in read) inputs.push(read.input);
    else leftOut.push({ text: text.slice(0, SHOWN_LENGTH), problem: read.problem });
  }
  return { texts, inputs, leftOut };
}

/** What is said of a text that is no time. */
export const timeProblem = (text: string): string =>
  text.trim() === ''
    ? 'When? Write a time such as 2s or 300ms.'
    : `“${text}” is not a time; write it like 2s or 300ms.`;

/** What is wrong with an input, as a sentence; "" when the world understands it. */
export function problemOf({ kind, values }: Happening): string {
  const known = isSignal(kind) ? [] : kind === 'HTTP' ? HTTP_KEYS : kind === 'STDIN' ? STDIN_KEYS : undefined;
  if (known === undefined)
    return `There is no input called ${kind}; there are HTTP, STDIN and signals such as SIGINT.`;
  for (const [key, value] of Object.entries(values)) {
    if (!known.includes(key)) return `${kind} has no value called ${key}.`;
    if (key === 'every' && readTime(value) === undefined) return timeProblem(value);
    if (key === 'count' || key === 'port') {
      const number = /^\d+$/.test(value) ? Number(value) : NaN;
      if (!(number <= MOST_NUMBER)) return `${key} is a whole number up to ${MOST_NUMBER}, not “${value}”.`;
    }
  }
  return '';
}

const quote = (text: string): string => {
  if (/^[^\s"\\;]+$/.test(text)) return text;
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  return `"${escaped}"`;
};

/** The text of an input: what the engine and links take. Empty values are left out. */
export function inputText({ kind, atNs, values }: Happening): string {
  const rest = Object.entries(values).filter(([, value]) => value !== '');
  const at = goDurationText(atNs).replace('µ', 'u');
  return [kind, `at=${at}`, ...rest.map(([key, value]) => `${key}=${quote(value)}`)].join(' ');
}

/** In a few words, for a marker: "SIGTERM", "GET /report ×2", "“quit”". */
export function inputLabel({ kind, values }: Happening): string {
  if (kind === 'STDIN') {
    const { text = '', eof } = values;
    if (text === '') return eof === 'true' ? 'end of input' : 'input';
    return `“${text.replace(/\n+$/, '').replace(/\n/g, '⏎')}”`;
  }
  if (kind !== 'HTTP') return kind;
  const count = Number(values['count'] ?? '1');
  return `${values['method'] ?? 'GET'} ${values['path'] ?? '/'}${count > 1 ? ` ×${count}` : ''}`;
}

/** What the program listens to, as the kind of input that it hears: SIGINT, HTTP, STDIN. */
export function hears(source: string): string[] {
  const code = source.replace(/\/\/.*$/gm, '');
  const kinds: string[] = [];
  if (/"os\/signal"/.test(code)) kinds.push('SIGINT');
  if (/"net\/http"/.test(code) && /\bListenAndServe|\bhttp\.Serve|\bhttp\.Server\b/.test(code))
    kinds.push('HTTP');
  if (/\bos\.Stdin\b|\bfmt\.Scan/.test(code)) kinds.push('STDIN');
  return kinds;
}

/** The program listens to the outside: inputs are worth offering without being asked. */
export const listens = (source: string): boolean => hears(source).length > 0;
