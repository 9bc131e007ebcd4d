// The programs that come with the page: Go files that describe themselves. Title and lesson are read
// from the package comment.

import { titleOf } from './program_text.ts';
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

/** What is shown when a link names none. */
export const FIRST_PROGRAM = 'worker_pool';

export const OWN_PROGRAM_ID = 'own';

export const OWN_PROGRAM: Program = { id: OWN_PROGRAM_ID, title: 'Your own program', source: OWN_SOURCE };

const loaderOf = (id: string): (() => Promise<string>) | undefined =>
  files[`../../../core/catalogue/${id}.go`];

/** The catalogue has a program of this name. */
export const isProgram = (id: string): boolean => loaderOf(id) !== undefined;

/** A program of the catalogue with its source; undefined when there is none of that name. */
export async function loadProgram(id: string): Promise<Program | undefined> {
  const source = await loaderOf(id)?.();
  return source === undefined ? undefined : { id, title: titleOf(source, id), source };
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
