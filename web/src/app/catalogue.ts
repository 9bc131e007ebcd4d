// The programs that come with the page: Go files that describe themselves. Title and lesson are read
// from the package comment.

import OWN_SOURCE from './own_program.go?raw';

export interface Program {
  /** File name without .go; in the address. "" for the visitor's own program. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

const files: Record<string, string> = import.meta.glob('../../../core/catalogue/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The order in which the menu tells the story; what is not listed comes after it, by name. */
const ORDER = ['worker_pool', 'pipeline', 'generator', 'fan_out_fan_in'];

export const OWN_PROGRAM_ID = 'own';

export const OWN_PROGRAM: Program = { id: OWN_PROGRAM_ID, title: 'Your own program', source: OWN_SOURCE };

/** The first heading of the package comment, or the file's name in words. */
export function titleOf(source: string, id: string): string {
  const heading = /^\/\/ # (.+)$/m.exec(source);
  if (heading !== null) return heading[1]!.trim();
  const words = id.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function load(): Program[] {
  const programs = Object.entries(files).map(([path, source]) => {
    const id = path.replace(/^.*\/|\.go$/g, '');
    return { id, title: titleOf(source, id), source };
  });
  const rank = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return programs.sort((p, q) => rank(p.id) - rank(q.id) || (p.id < q.id ? -1 : 1));
}

export const CATALOGUE: readonly Program[] = load();

/** The package comment as Markdown: what stands before `package` in line comments, without directives. */
export function lessonOf(source: string): string {
  const lines: string[] = [];
  for (const line of source.split('\n')) {
    if (line.startsWith('//sluice:')) continue;
    if (line.startsWith('//')) lines.push(line.replace(/^\/\/ ?/, ''));
    else if (line.startsWith('package ')) break;
    else lines.length = 0;
  }
  return lines.join('\n').trim();
}

export interface Experiment {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly seed: number | undefined;
  readonly outcome: string;
}

/** Reads the text of a try directive: "title" NAME=VALUE… [seed=N] -> OUTCOME. */
export function parseExperiment(text: string): Experiment | undefined {
  const match = /^\s*"((?:[^"\\]|\\.)*)"\s*(.*?)\s*(?:->\s*(.*))?$/.exec(text);
  if (match === null) return undefined;
  const values: Record<string, string> = {};
  let seed: number | undefined;
  for (const pair of match[2]!.split(/\s+/)) {
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    if (pair.slice(0, at) === 'seed') seed = Number(pair.slice(at + 1));
    else values[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return { title: match[1]!.replace(/\\(.)/g, '$1'), values, seed, outcome: (match[3] ?? '').trim() };
}
