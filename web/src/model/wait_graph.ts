// Who waits for whom at one moment: for each blocked goroutine what it waits at and who could wake it, and
// from there the chain of waits that answers "why is it blocked?".
//
// Who could wake is read from the run itself: the holder of a lock is known; for channels, wait groups and
// the like it is everybody who uses the other end at some time in the run, or has it in a variable at this
// moment (Holders), and has not ended. A cycle is a chain that comes back to where it began; when everybody
// in it can only be woken from inside, nobody ever goes on.

import { EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { GState } from './lanes.ts';
import type { RunIndex } from './run_index.ts';
import type { State } from './state.ts';
import { usersOf, type Role } from './users.ts';

/** Goroutines that have a channel in a variable, by the channel's number, with the variable's type. */
export type Holders = ReadonlyMap<number, readonly { readonly goroutine: number; readonly type: string }[]>;

const NO_HOLDERS: Holders = new Map();

export interface Wait {
  readonly goroutine: number;
  /** The object it waits at; 0 when there is none (a nil channel, select {} …). */
  readonly object: number;
  /** "to receive from jobs", "for mu" …: goes behind "waits". */
  readonly what: string;
  /** Line of the user's file, 0 if unknown. */
  readonly line: number;
  /** Goroutines that could wake it, most likely first; empty when nobody can. */
  readonly by: readonly number[];
  /** All of them have to, not only one: a wait group. */
  readonly all: boolean;
}

/** What a chain ends in. */
export type ChainEnd = 'cycle' | 'nobody' | 'running' | 'time' | 'outside';

export interface Chain {
  readonly waits: readonly Wait[];
  readonly end: ChainEnd;
  /** Index into `waits` at which the cycle begins; -1 without one. */
  readonly cycleFrom: number;
  /** The goroutine that is not blocked and could end it all; 0 when there is none. */
  readonly last: number;
}

const LONGEST_CHAIN = 64;

const isAlive = (state: State, g: number): boolean => {
  const s = state.stateOf(g);
  return s !== GState.None && s !== GState.Done;
};

/** Those who run come first, then those who are ready, asleep, blocked: the likeliest to do it. */
function likeliestFirst(state: State, list: number[]): number[] {
  const rank = [9, 0, 1, 3, 2, 9];
  return list.sort((p, q) => rank[state.stateOf(p)]! - rank[state.stateOf(q)]! || p - q);
}

/** The events of the last select of g up to event i: its cases. */
export function casesBefore(run: RunIndex, i: number, g: number): { object: number; direction: number }[] {
  const cases: { object: number; direction: number }[] = [];
  const { store } = run;
  for (let j = i - 1; j >= 0 && store.goroutine(j) === g && store.kind(j) !== K.SelectEnter; j--)
    if (store.kind(j) === K.SelectCase) cases.push({ object: store.object(j), direction: store.b(j) });
  return cases.reverse();
}

/** Who could do something to an object: those who do it in this run, and those who have it at hand. */
function candidates(view: View, object: number, roles: readonly Role[], g: number): number[] {
  const { run, state, holders } = view;
  const all = usersOf(run, object, roles);
  for (const { goroutine, type } of holders.get(object) ?? []) {
    const can = roles.includes('receive') ? !type.startsWith('chan<-') : !type.startsWith('<-chan');
    if (can) all.push(goroutine);
  }
  return [...new Set(all)].filter((other) => other !== g && isAlive(state, other));
}

/** Goroutines that were started after somebody had announced them to the wait group, and are still there. */
function announced(view: View, object: number, g: number): number[] {
  const { run, state } = view;
  const adders = usersOf(run, object, ['add']);
  const since = run.entities.objects.get(object)?.event ?? 0;
  const found: number[] = [];
  for (const info of run.entities.goroutines.values()) {
    if (info.event < since || info.id === g || !adders.includes(info.parent)) continue;
    if (isAlive(state, info.id)) found.push(info.id);
  }
  return found;
}

/** A moment to look at. */
interface View {
  readonly run: RunIndex;
  readonly state: State;
  readonly holders: Holders;
}

/** What goroutine g waits for in this state; undefined when it is not blocked. */
export function waitOf(
  run: RunIndex,
  state: State,
  g: number,
  holders: Holders = NO_HOLDERS,
): Wait | undefined {
  if (state.stateOf(g) !== GState.Blocked) return undefined;
  const i = state.why(g);
  const { store, entities } = run;
  const object = store.object(i);
  const name = object === 0 ? '' : entities.objectName(object);
  const wait = (what: string, by: number[], all = false): Wait => ({
    goroutine: g,
    object,
    what,
    line: store.line(i),
    by: likeliestFirst(state, by),
    all,
  });
  const view: View = { run, state, holders };
  const users = (...roles: Role[]): number[] => candidates(view, object, roles, g);
  switch (store.kind(i)) {
    case K.ChanSendBlock:
      return wait(`for somebody to receive from ${name}`, users('receive'));
    case K.ChanRecvBlock:
      return wait(`for somebody to send to ${name}`, users('send', 'close'));
    case K.SelectBlock: {
      const by: number[] = [];
      const names: string[] = [];
      for (const { object: o, direction } of casesBefore(run, i, g)) {
        if (o === 0 || direction === 2) continue;
        names.push(entities.objectName(o));
        const roles: Role[] = direction === 1 ? ['receive'] : ['send', 'close'];
        for (const user of candidates(view, o, roles, g)) if (!by.includes(user)) by.push(user);
      }
      return wait(
        names.length === 0 ? 'in a select that no case can end' : `in a select: ${names.join(', ')}`,
        by,
      );
    }
    case K.MutexBlock:
    case K.RWRBlock:
    case K.RWBlock: {
      const owner = state.syncs.get(object)?.owner ?? 0;
      const holders = owner !== 0 ? [owner] : readers(run, state, object, i);
      // A lock that its own goroutine waits for is the shortest cycle; who is over never unlocks.
      const by = holders.filter((other) => isAlive(state, other));
      const gone = by.length > 0 ? undefined : holders[0];
      const left = gone === undefined ? '' : `; ${entities.goroutineName(gone)} had locked it and is over`;
      return wait(`for ${name} to be unlocked${left}`, by);
    }
    case K.WaitGroupBlock: {
      const toGo = state.syncs.get(object)?.counter ?? 0;
      const known = users('done');
      // Whoever was started first after the Add is meant by it; later ones have nothing to do with it.
      const others = announced(view, object, g).filter((other) => !known.includes(other));
      return wait(
        `for ${name}: ${toGo} to go`,
        [...known, ...others.slice(0, Math.max(0, toGo - known.length))],
        true,
      );
    }
    case K.CondWait:
      return wait(`for ${name} to be signalled`, users('signal'));
    case K.OnceBlock:
      return wait(`for the first call of ${name} to be done`, store.a(i) === 0 ? [] : [store.a(i)]);
    case K.SemaBlock:
      return wait(`for a place in ${name}`, users('release'));
    default:
      return wait(`for ever (${WAIT_REASONS[store.a(i)]?.text ?? 'waiting'})`, []);
  }
}

/** Those who have read-locked a lock and not unlocked it up to event i. */
function readers(run: RunIndex, state: State, object: number, i: number): number[] {
  const count = new Map<number, number>();
  const { store } = run;
  for (let k = 0; k <= Math.max(i, state.event); k++) {
    if (store.object(k) !== object) continue;
    const change = store.kind(k) === K.RWRLock ? 1 : store.kind(k) === K.RWRUnlock ? -1 : 0;
    if (change !== 0) count.set(store.goroutine(k), (count.get(store.goroutine(k)) ?? 0) + change);
  }
  return [...count].filter(([, held]) => held > 0).map(([g]) => g);
}

/** Channels that time itself sends to: tickers, timers, contexts with a deadline. */
function wokenByTime(run: RunIndex, state: State, wait: Wait): boolean {
  const i = state.why(wait.goroutine);
  const objects =
    run.store.kind(i) === K.SelectBlock
      ? casesBefore(run, i, wait.goroutine).map((c) => c.object)
      : [wait.object];
  return objects.some((o) => {
    const timer = run.entities.timerOf.get(o);
    return timer !== undefined && (state.syncs.get(timer)?.untilNs ?? 0) > 0;
  });
}

/** Everybody who waits, and all who could wake them: can anybody of them ever go on without g's help? */
function canGoOn(view: View, g: number, seen: Set<number>): boolean {
  if (seen.has(g)) return false;
  seen.add(g);
  const wait = waitOf(view.run, view.state, g, view.holders);
  if (wait === undefined || wokenByTime(view.run, view.state, wait)) return true;
  return wait.by.some((other) => canGoOn(view, other, seen));
}

/** Why g is blocked: whom it waits for, whom that one waits for, and so on. */
export function chainOf(run: RunIndex, state: State, g: number, holders: Holders = NO_HOLDERS): Chain {
  const view: View = { run, state, holders };
  const waits: Wait[] = [];
  const at = new Map<number, number>();
  let now = g;
  while (waits.length < LONGEST_CHAIN) {
    const wait = waitOf(run, state, now, holders);
    if (wait === undefined) {
      const asleep = state.stateOf(now) === GState.Sleeping;
      return { waits, end: asleep ? 'time' : 'running', cycleFrom: -1, last: now };
    }
    at.set(now, waits.length);
    waits.push(wait);
    if (wokenByTime(run, state, wait)) return { waits, end: 'time', cycleFrom: -1, last: 0 };
    if (wait.by.length === 0) return { waits, end: 'nobody', cycleFrom: -1, last: 0 };
    // Follow whoever can help; where nobody can, the one that closes a cycle, else the likeliest.
    const helpful = wait.by.find((other) => canGoOn(view, other, new Set([now])));
    const next = helpful ?? wait.by.find((other) => at.has(other)) ?? wait.by[0]!;
    const known = at.get(next);
    if (known !== undefined) return { waits, end: 'cycle', cycleFrom: known, last: 0 };
    now = next;
  }
  return { waits, end: 'nobody', cycleFrom: -1, last: 0 };
}
