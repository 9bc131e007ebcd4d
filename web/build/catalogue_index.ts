// `virtual:catalogue`: names and titles of the programs in core/catalogue, without their sources, so that a
// page which shows one program does not carry the others.

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { titleOf } from '../src/app/program_text.ts';

const folder = resolve(import.meta.dirname, '../../core/catalogue');
const MODULE = 'virtual:catalogue';

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
}

/** All programs, by name. */
export function readCatalogue(): CatalogueEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.go'))
    .sort()
    .map((name) => {
      const id = name.replace(/\.go$/, '');
      return { id, title: titleOf(readFileSync(resolve(folder, name), 'utf8'), id) };
    });
}

export function catalogueIndex(): Plugin {
  return {
    name: 'sluicebox-catalogue',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(readCatalogue())};` : undefined),
  };
}
