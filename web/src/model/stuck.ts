// Why goroutines that wait for ever do so, in the words of this run: who holds the lock and since which line,
// who used to receive and is over, how many Done are missing, which signal came too early.
//
// Everything said here is read from the recorded events and the program's own lines; what Go's wait reason
// means in general (advice.ts) is the fallback where a run says no more.

import { EventKind as K } from '../generated/events.ts';
import { GState } from './lanes.ts';
import { channelWhy, selectWhy } from './stuck_channels.ts';
import {
  general,
  inLine,
  isOver,
  joined,
  lastOf,
  MOST_CHAINED,
  names,
  one,
  plainWhy,
  since,
  type Moment,
  type Stuck,
  type Why,
} from './stuck_words.ts';
import { chainOf, waitOf } from './wait_graph.ts';

export function whyStuck(at: Moment, group: Stuck): Why {
  switch (group.reason) {
    case 'chan send':
      return channelWhy(at, group, 'send');
    case 'chan receive':
      return channelWhy(at, group, 'receive');
    case 'select':
      return selectWhy(at, group);
    case 'sync.Mutex.Lock':
    case 'sync.RWMutex.Lock':
    case 'sync.RWMutex.RLock':
      return lockWhy(at, group);
    case 'sync.WaitGroup.Wait':
      return waitGroupWhy(at, group);
    case 'sync.Cond.Wait':
      return condWhy(at, group);
    case 'sync.Once.Do':
      return onceWhy(at, group);
    default:
      return plainWhy(group.reason);
  }
}

function onceWhy({ run, state }: Moment, group: Stuck): Why {
  const plain = plainWhy(group.reason);
  const owner = state.syncs.get(group.object)?.owner ?? 0;
  if (owner === 0) return plain;
  if (owner === group.goroutines[0])
    return { ...plain, means: 'it is in the first call of this Once itself' };
  return { ...plain, means: `${run.entities.goroutineName(owner)} is in its first call and waits itself` };
}

/** "a and b", "a, b and c": names that a reader can compare. */
function inOrder(all: readonly string[]): string {
  return joined([...all].sort((p, q) => p.localeCompare(q, 'en', { numeric: true })));
}

function lockWhy(at: Moment, group: Stuck): Why {
  const { run, state } = at;
  const { object, reason } = group;
  const g = group.goroutines[0]!;
  const lock = run.entities.objectName(object);
  const owner = state.syncs.get(object)?.owner ?? 0;
  const taken = lastOf(run, object, [K.MutexLock, K.RWLock], owner, state.event + 1);
  const line = taken < 0 ? 0 : run.store.line(taken);
  if (owner === 0) return readersWhy(at, group);
  if (owner === g && one(group.goroutines)) {
    return {
      means: `it holds ${lock} itself${since(line)}`,
      tries: [
        'A lock cannot be taken twice by the same goroutine: split off a function that expects it held.',
        'Unlock it before you call what locks it again.',
      ],
    };
  }
  const name = run.entities.goroutineName(owner);
  if (isOver(state, owner)) {
    return {
      means: `${name} locked it${inLine(line)} and is over without unlocking it`,
      tries: [`Write defer ${lock}.Unlock() right behind the Lock${inLine(line)}.`],
    };
  }
  if (state.stateOf(owner) !== GState.Blocked)
    return { means: `${name} still holds it${since(line)}`, tries: general(reason).slice(0, 1) };
  const chain = state.goroutineCount > MOST_CHAINED ? undefined : chainOf(run, state, g);
  const cycle = chain === undefined || chain.cycleFrom < 0 ? [] : chain.waits.slice(chain.cycleFrom);
  const locks = [...new Set(cycle.map((wait) => wait.object))]
    .filter((o) => (state.syncs.get(o)?.owner ?? 0) !== 0)
    .sort((p, q) => p - q);
  const order =
    cycle.length > 1 && locks.length === cycle.length
      ? `Take ${inOrder(locks.map((o) => run.entities.objectName(o)))} always in the same order.`
      : `Do not wait for something else while holding ${lock}: unlock it first.`;
  return { means: `${name} holds it${since(line)} and waits itself`, tries: [order] };
}

/** An rwmutex that nobody holds for writing: readers hold it, or a writer who waits goes first. */
function readersWhy({ run, state }: Moment, group: Stuck): Why {
  const by = waitOf(run, state, group.goroutines[0]!)?.by ?? [];
  const holders = [...(state.syncs.get(group.object)?.holders ?? [])];
  const all = holders.length > 0 ? [...new Set(holders)] : [...by];
  if (group.reason === 'sync.RWMutex.RLock') {
    const self = all.includes(group.goroutines[0]!) ? ', which it reads already itself' : '';
    return {
      means: `a writer waits for the lock${self}, and new readers queue behind a waiting writer`,
      tries: ['Do not take a read lock twice in one goroutine: a waiting writer gets in between.'],
    };
  }
  if (all.length === 0) return plainWhy(group.reason);
  if (all.includes(group.goroutines[0]!)) {
    return {
      means: 'it holds the same lock for reading',
      tries: ['A reader cannot become a writer: RUnlock before Lock, and look again at what was read.'],
    };
  }
  const gone = all.filter((g) => isOver(state, g));
  const held = gone.length > 0 ? `and ${one(gone) ? 'is' : 'are'} over without RUnlock` : 'and waits itself';
  return {
    means: `${names(run, gone.length > 0 ? gone : all)} locked it for reading ${held}`,
    tries: gone.length > 0 ? ['Pair every RLock with RUnlock: defer mu.RUnlock() right behind it.'] : [],
  };
}

function waitGroupWhy({ run, state }: Moment, group: Stuck): Why {
  const { store } = run;
  let added = 0;
  let done = 0;
  for (let i = 0; i <= state.event; i++) {
    if (store.object(i) !== group.object) continue;
    if (store.kind(i) === K.WaitGroupDone) done++;
    else if (store.kind(i) === K.WaitGroupAdd) added += store.signedA(i);
  }
  const missing = state.syncs.get(group.object)?.counter ?? 0;
  const waiting = waitOf(run, state, group.goroutines[0]!)?.by ?? [];
  const called = done === 0 ? 'never called' : done === 1 ? 'called once' : `called ${done} times`;
  const counts = `Add announced ${added} in all and Done was ${called}`;
  const { name } = run.entities.objects.get(group.object) ?? {};
  const copies = [...run.entities.objects.values()].filter((o) => o.kind === 'waitgroup' && o.name === name);
  if (waiting.length === 0 && copies.length > 1) {
    return {
      means: `${counts}. There are ${copies.length} wait groups of this name, and each counts for itself`,
      tries: ['Pass the wait group as a pointer: who gets a copy reports done to the copy.'],
    };
  }
  if (waiting.length === 0) {
    return {
      means: `${counts}, and nobody is left to report the other ${missing === 1 ? 'one' : missing}`,
      tries: general(group.reason).slice(0, 2),
    };
  }
  const sending = waiting.some((g) => store.kind(state.why(g)) === K.ChanSendBlock);
  const held = waiting.filter((g) => state.stateOf(g) === GState.Blocked).length === waiting.length;
  const but = held ? `, but ${one(waiting) ? 'is' : 'are'} stuck` : '';
  return {
    means: `${counts}; ${names(run, waiting)} could still report done${but}`,
    tries: sending ? general(group.reason).slice(2) : [],
  };
}

function condWhy({ run, state }: Moment, group: Stuck): Why {
  const cond = run.entities.objectName(group.object);
  const wakes = [K.CondSignal, K.CondBroadcast];
  const last = lastOf(run, group.object, wakes, 0, state.event + 1);
  const waiting = (waitOf(run, state, group.goroutines[0]!)?.by ?? []).filter((g) => !isOver(state, g));
  const loop = 'Test what you wait for in a loop, under the lock: for !ready { c.Wait() }.';
  if (waiting.length > 0)
    return { means: `${names(run, waiting)} would signal ${cond}, but waits too`, tries: [] };
  if (last < 0) {
    return {
      means: `nobody ever signals ${cond}`,
      tries: ['Signal or Broadcast after every change of what is waited for.', loop],
    };
  }
  const who = run.entities.goroutineName(run.store.goroutine(last));
  const when = `the last signal came from ${who}${inLine(run.store.line(last))}`;
  if (last < group.event) {
    return {
      means: `${when}, before this Wait: a signal wakes only those who wait already`,
      tries: [loop, 'Signal after every change of what is waited for.'],
    };
  }
  const single = run.store.kind(last) === K.CondSignal;
  return {
    means: `${when}, and it woke somebody else`,
    tries: single ? ['Broadcast instead of Signal when several wait.', loop] : [loop],
  };
}
