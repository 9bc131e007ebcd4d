// The menu of programs. Figures have none, and do without these names.

import index from 'virtual:catalogue';
import { FIRST_PROGRAM, type ProgramName } from './catalogue.ts';

/** The order in which the menu tells the story; what is not listed comes after it, by name. */
const ORDER = [FIRST_PROGRAM, 'pipeline', 'generator', 'fan_out_fan_in'];

function inOrder(): ProgramName[] {
  const rank = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return [...index].sort((p, q) => rank(p.id) - rank(q.id) || (p.id < q.id ? -1 : 1));
}

export const CATALOGUE: readonly ProgramName[] = inOrder();
