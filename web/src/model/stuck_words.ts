// What the explanations of a stuck goroutine are made of: the goroutines it is about, the words for them, and
// the search back through the events for who did what.

import { STUCK_ADVICE } from './advice.ts';
import { GState } from './lanes.ts';
import type { RunIndex } from './run_index.ts';
import type { State } from './state.ts';

/** Goroutines that are stuck at the same place for the same reason. */
export interface Stuck {
  /** Event with which the first of them began to wait. */
  readonly event: number;
  /** Go's wait reason. */
  readonly reason: string;
  readonly line: number;
  /** What the first of them waits at; 0 for none. */
  readonly object: number;
  /** All that they wait at: goroutines of one kind may have a channel each. */
  readonly objects: ReadonlySet<number>;
  readonly goroutines: readonly number[];
}

/** Why, as a clause that goes behind a colon, and what to try. */
export interface Why {
  readonly means: string;
  readonly tries: readonly string[];
}

/** Chains of waits are followed for the list of findings only among so many goroutines: each looks at all. */
export const MOST_CHAINED = 2000;

/** A moment of a run. */
export interface Moment {
  readonly run: RunIndex;
  readonly state: State;
}

/** "a", "a and b", "a, b and c". */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]!}`;

/** "a", "a and b", "a, b, c and 4 more". */
export function names(run: RunIndex, list: readonly number[]): string {
  const shown = list.slice(0, 3).map((g) => run.entities.goroutineName(g));
  if (list.length > 3) return `${shown.join(', ')} and ${list.length - 3} more`;
  return joined(shown);
}

export const one = (list: readonly unknown[]): boolean => list.length === 1;
export const inLine = (line: number): string => (line === 0 ? '' : ` in line ${line}`);
export const since = (line: number): string => (line === 0 ? '' : ` since line ${line}`);
export const isOver = (state: State, g: number): boolean => state.stateOf(g) === GState.Done;
export const general = (reason: string): readonly string[] => STUCK_ADVICE[reason]?.tries ?? [];

/** The last event before `until` in which g (0: anybody) did one of these to the object; -1 for none. */
export function lastOf(
  run: RunIndex,
  object: number,
  kinds: readonly number[],
  g: number,
  until: number,
): number {
  const { store } = run;
  for (let i = until - 1; i >= 0; i--) {
    if (store.object(i) !== object || !kinds.includes(store.kind(i))) continue;
    if (g === 0 || store.goroutine(i) === g) return i;
  }
  return -1;
}

/** What Go's wait reason means in general. */
export function plainWhy(reason: string): Why {
  const means = STUCK_ADVICE[reason]?.means ?? 'Nobody would ever wake it.';
  return {
    means: means.replace(/^[A-Z]/, (c) => c.toLowerCase()).replace(/\.$/, ''),
    tries: general(reason),
  };
}
