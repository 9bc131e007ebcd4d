// The heap objects that somebody's variables lead to: what the inspector lists for whatever is selected.
//
// Invariants: every object is listed once, with the shortest way to it; objects are told apart by where they
// are, not by what they look like, so equal ones are two and a cycle ends.

import { isOpaque, type Inside, type Value } from './inspection.ts';

/** A value that leads to a heap object, or contains ones that do, and where to ask for its parts. */
export interface Root {
  readonly value: Value;
  readonly path: string;
  /** How Go would write the way to it: "t.left.right", "registry["a"]". */
  readonly name: string;
}

export interface Reached extends Root {
  /** How many variables, fields and elements lead to it. */
  ways: number;
}

export interface Reach {
  readonly objects: readonly Reached[];
  /** There is more than has been looked at. */
  readonly cut: boolean;
}

/** More objects than these are nobody's list to read. */
const MOST_OBJECTS = 200;
/** Questions to the engine: each takes well under a millisecond. */
const MOST_QUESTIONS = 400;
/** Of a long slice or map only so many elements are followed. */
const MOST_ELEMENTS = 50;

/** A map's keys, indices of slices and slots of channels stand in brackets, fields behind a dot. */
function wayTo(parent: Root, part: Value): string {
  const { type } = parent.value;
  if (/^(map\[|\[)/.test(type)) return `${parent.name}[${part.name.replace(/^\[|\]$/g, '')}]`;
  if (type.startsWith('**')) return `(*${parent.name})`;
  if (/^(<-)?chan\b/.test(type)) return `${parent.name}, ${part.name}`;
  return `${parent.name}.${part.name}`;
}

/** Variables that belong to what is selected: a goroutine's own, or those that are the channel. */
export function rootsOf(inside: Inside, goroutine: number, object: number): Root[] {
  const roots: Root[] = [];
  for (const g of inside.goroutines) {
    g.frames.forEach((frame, k) =>
      frame.locals.forEach((value, n) => {
        const wanted =
          goroutine !== 0 ? g.number === goroutine && value.name !== '_' : value.object === object;
        if (wanted) roots.push({ value, path: `g${g.number}.${k}.${n}`, name: value.name });
      }),
    );
  }
  if (goroutine === 0)
    inside.package.forEach((value, k) => {
      if (value.object === object) roots.push({ value, path: `p${k}`, name: value.name });
    });
  // The same channel in many variables leads to the same things.
  return goroutine === 0 ? roots.slice(0, 1) : roots;
}

/**
 * Follows everything from `roots`, nearest first.
 * @param parts asks for a value's parts, as Run::parts does
 */
export async function reachable(
  roots: readonly Root[],
  parts: (path: string, from: number, count: number) => Promise<readonly Value[]>,
): Promise<Reach> {
  const seen = new Map<string, Reached>();
  const queue: Root[] = [...roots];
  let questions = 0;
  let cut = false;
  for (let at = 0; at < queue.length; at++) {
    const root = queue[at]!;
    const { target } = root.value;
    if (target !== undefined) {
      // Two types at one place are two things: a struct and its first field.
      const key = `${target} ${root.value.type}`;
      const known = seen.get(key);
      if (known !== undefined) {
        known.ways++;
        continue;
      }
      if (seen.size >= MOST_OBJECTS) return { objects: [...seen.values()], cut: true };
      seen.set(key, { ...root, ways: 1 });
    }
    if (root.value.parts === 0 || isOpaque(root.value)) continue;
    if (++questions > MOST_QUESTIONS) return { objects: [...seen.values()], cut: true };
    cut ||= root.value.parts > MOST_ELEMENTS;
    const list = await parts(root.path, 0, MOST_ELEMENTS);
    list.forEach((value, k) => {
      if (value.target !== undefined || value.parts > 0)
        queue.push({ value, path: `${root.path}/${k}`, name: wayTo(root, value) });
    });
  }
  return { objects: [...seen.values()], cut };
}
