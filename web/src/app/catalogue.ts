// The programs that come with the page: Go files that describe themselves. Title and lesson are read
// from the package comment.

import index from 'virtual:catalogue';
import OWN_SOURCE from './own_program.go?raw';

export interface ProgramName {
  /** File name without .go; in the address. */
  readonly id: string;
  readonly title: string;
}

export interface Program extends ProgramName {
  readonly source: string;
}

/** The sources, each a file of its own that is fetched when its program is opened. */
const files: Record<string, () => Promise<string>> = import.meta.glob<string>(
  '../../../core/catalogue/*.go',
  { query: '?raw', import: 'default', eager: false },
);

/** The order in which the menu tells the story; what is not listed comes after it, by name. */
const ORDER = ['worker_pool', 'pipeline', 'generator', 'fan_out_fan_in'];

export const OWN_PROGRAM_ID = 'own';

export const OWN_PROGRAM: Program = { id: OWN_PROGRAM_ID, title: 'Your own program', source: OWN_SOURCE };

function inOrder(): ProgramName[] {
  const rank = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return [...index].sort((p, q) => rank(p.id) - rank(q.id) || (p.id < q.id ? -1 : 1));
}

export const CATALOGUE: readonly ProgramName[] = inOrder();

/** A program of the catalogue with its source; undefined when there is none of that name. */
export async function loadProgram(id: string): Promise<Program | undefined> {
  const name = CATALOGUE.find((p) => p.id === id);
  const load = files[`../../../core/catalogue/${id}.go`];
  return name === undefined || load === undefined ? undefined : { ...name, source: await load() };
}

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
