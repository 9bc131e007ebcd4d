// What a selection leads to, followed through made-up values.

import { expect, it } from 'vitest';
import type { Inside, Value } from '../../src/model/inspection.ts';
import { reachable, rootsOf } from '../../src/model/reachable.ts';

const value = (
  name: string,
  type: string,
  target: string | undefined,
  parts: number,
  object?: number,
): Value => ({
  name,
  type,
  value: 'v',
  parts,
  ...(target === undefined ? {} : { target }),
  ...(object === undefined ? {} : { object }),
});

it('lists every object once, the shortest way first, and ends in a cycle', async () => {
  // a → {next: b}, b → {next: a}, m → map["k"] → a
  const tree: Record<string, Value[]> = {
    'g1.0.0': [value('next', '*node', '2', 1)],
    'g1.0.0/0': [value('next', '*node', '1', 1)],
    'g1.0.1': [value('["k"]', '*node', '1', 1)],
  };
  const inside: Inside = {
    goroutines: [
      {
        number: 1,
        name: 'main',
        status: '',
        reason: '',
        frames: [
          {
            function: 'main.main',
            line: 1,
            column: 1,
            library: false,
            locals: [value('a', '*node', '1', 1), value('m', 'map[string]*node', '9', 1)],
          },
        ],
      },
    ],
    package: [value('jobs', 'chan int', '7', 2, 4)],
  };
  const { objects, cut } = await reachable(rootsOf(inside, 1, 0), (path) =>
    Promise.resolve(tree[path] ?? []),
  );
  expect(objects.map(({ name, ways }) => `${name} ${ways}`)).toEqual(['a 3', 'm 1', 'a.next 1']);
  expect(cut).toBe(false);
  expect(rootsOf(inside, 0, 4).map(({ path }) => path)).toEqual(['p0']);
});

it('gives up on endless structures with what it has', async () => {
  let next = 0;
  const endless = value('x', '[]*T', '0', 50);
  const { objects, cut } = await reachable([{ value: endless, path: 'g1.0.0', name: 'x' }], () =>
    Promise.resolve(Array.from({ length: 50 }, (_, k) => value(`[${k}]`, '*T', String(++next), 1))),
  );
  expect(cut).toBe(true);
  expect(objects.length).toBe(200);
});
