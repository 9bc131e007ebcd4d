// How a synchronisation object stands, in a few words: on its card and for screen readers.

import type { ObjectInfo } from '../model/entities.ts';
import { formatCount, formatDuration } from '../model/format.ts';
import type { RunIndex } from '../model/run_index.ts';
import { limiterLevel, type State, type SyncState } from '../model/state.ts';
import { contextWaiters } from './relations.ts';

/** "3 to go", "held by worker #2", "2 of 4 taken". Who waits is said by waitersOf. */
export function syncState(run: RunIndex, s: SyncState | undefined, info: ObjectInfo, timeNs: number): string {
  if (s === undefined) return 'not made yet';
  switch (info.kind) {
    case 'waitgroup':
      return s.counter === 0 ? 'none to go' : `${formatCount(s.counter)} to go`;
    case 'mutex':
      return s.owner === 0 ? 'free' : `held by ${run.entities.goroutineName(s.owner)}`;
    case 'rwmutex':
      if (s.owner !== 0) return `written by ${run.entities.goroutineName(s.owner)}`;
      return s.counter === 0 ? 'free' : `${formatCount(s.counter)} reading`;
    case 'semaphore':
      return s.size === 0 ? `${s.counter} taken` : `${s.counter} of ${s.size} taken`;
    case 'limiter':
      return limiterState(s, timeNs);
    case 'once':
      if (s.owner !== 0) return `${run.entities.goroutineName(s.owner)} does it`;
      return s.over ? 'done' : 'not yet done';
    case 'context':
      return contextState(run, s, info, timeNs);
    case 'timer':
      return s.untilNs > timeNs ? `in ${formatDuration(s.untilNs - timeNs)}` : s.over ? 'fired' : 'stopped';
    case 'pool':
      return s.counter <= 0 ? 'empty' : `${formatCount(s.counter)} inside`;
    case 'cond':
      return 'condition';
    default:
      return info.type;
  }
}

function limiterState(s: SyncState, timeNs: number): string {
  if (s.intervalNs === 0) return 'no limit';
  const level = limiterLevel(s, timeNs);
  const shown = Math.trunc(level * 10) / 10;
  return shown < 0 ? `owes ${-shown} · holds ${s.size}` : `${shown} of ${s.size} tokens`;
}

function contextState(run: RunIndex, s: SyncState, info: ObjectInfo, timeNs: number): string {
  if (s.over) return 'cancelled';
  const deadline = run.deadlines.get(info.id);
  return deadline !== undefined && deadline > timeNs
    ? `alive, ${formatDuration(deadline - timeNs)} left`
    : 'alive';
}

/** Who waits for an object, in order. */
export function waitersOf(run: RunIndex, state: State, info: ObjectInfo): readonly number[] {
  if (info.kind === 'context') return contextWaiters(run, state, info.id) ?? [];
  return state.syncs.get(info.id)?.waiters.slice() ?? [];
}

/** All of it in one line: also what a screen reader is told. */
export function syncCaption(run: RunIndex, state: State, info: ObjectInfo, timeNs: number): string {
  const text = syncState(run, state.syncs.get(info.id), info, timeNs);
  const count = waitersOf(run, state, info).length;
  if (count === 0) return text;
  return `${text} · ${count === 1 ? '1 waits' : `${formatCount(count)} wait`}`;
}
