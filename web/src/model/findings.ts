// What went wrong in a run, or would have: deadlock, panic, goroutines left behind, limits, an end that came
// too early. Each says where it happened, in Go's words and then in ours, and what to try.

import { EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { LIMIT_ADVICE, PANIC_ADVICE, PLAIN_LIMIT, PLAIN_PANIC, type Advice } from './advice.ts';
import type { Checkpoints } from './checkpoints.ts';
import { GState } from './lanes.ts';
import { OUTCOMES } from './narration.ts';
import type { RunIndex } from './run_index.ts';
import type { State } from './state.ts';
import { whyStuck } from './stuck.ts';
import { MOST_CHAINED, names, type Stuck } from './stuck_words.ts';
import { usersOf } from './users.ts';
import { chainOf } from './wait_graph.ts';

export type FindingKind = 'deadlock' | 'panic' | 'fatal' | 'leak' | 'limit' | 'waiting' | 'early' | 'exit';

export interface Finding {
  readonly kind: FindingKind;
  /** Errors ended the run; warnings would hurt a longer one; notes are worth knowing. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly title: string;
  /** What Go prints; "" where Go says nothing. */
  readonly go: string;
  readonly means: string;
  readonly tries: readonly string[];
  /** Event at which it shows. */
  readonly event: number;
  /** Line of the user's file, 0 if there is none. */
  readonly line: number;
  /** Those it is about; the first is the one whose chain of waits explains it. */
  readonly goroutines: readonly number[];
}

function reasonOf(run: RunIndex, state: State, g: number): string {
  const i = state.why(g);
  const { store } = run;
  switch (store.kind(i)) {
    case K.ChanSendBlock:
      return 'chan send';
    case K.ChanRecvBlock:
      return 'chan receive';
    case K.SelectBlock:
      return 'select';
    case K.MutexBlock:
      return 'sync.Mutex.Lock';
    case K.RWBlock:
      return 'sync.RWMutex.Lock';
    case K.RWRBlock:
      return 'sync.RWMutex.RLock';
    case K.WaitGroupBlock:
      return 'sync.WaitGroup.Wait';
    case K.CondWait:
      return 'sync.Cond.Wait';
    case K.OnceBlock:
      return 'sync.Once.Do';
    case K.SemaBlock:
      return 'semaphore.Acquire';
    case K.GoBlock:
      return WAIT_REASONS[store.a(i)]?.text ?? '';
    default:
      return '';
  }
}

/** Blocked goroutines, by where and why they are stuck, main's first. */
function stuck(run: RunIndex, state: State, goroutines: Iterable<number>): Stuck[] {
  const groups = new Map<string, Stuck & { objects: Set<number>; goroutines: number[] }>();
  for (const g of goroutines) {
    if (state.stateOf(g) !== GState.Blocked) continue;
    const event = state.why(g);
    const reason = reasonOf(run, state, g);
    const object = run.store.object(event);
    const line = run.store.line(event);
    const name = object === 0 ? '' : (run.entities.objects.get(object)?.name ?? '');
    const key = `${reason} ${line} ${name}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { event, reason, line, object, objects: new Set([object]), goroutines: [g] });
      continue;
    }
    group.goroutines.push(g);
    group.objects.add(object);
  }
  return [...groups.values()];
}

const adviceFor = (table: readonly Advice[], text: string, plain: Advice): Advice =>
  table.find(({ pattern }) => pattern.test(text)) ?? plain;

const isAre = (list: readonly unknown[]): string => (list.length === 1 ? 'is' : 'are');

/** " at jobs", " each at its own ch": where they wait. */
function whereOf(run: RunIndex, { object, objects }: Stuck): string {
  if (object === 0) return '';
  if (objects.size === 1) return ` at ${run.entities.objectName(object)}`;
  return `, each at its own ${run.entities.objects.get(object)?.name ?? 'channel'},`;
}

/** So many groups are told one by one; a run with more is told in part. */
const MOST_TOLD = 6;

const isLock = ({ group }: { readonly group: Stuck }): number => Number(/Mutex/.test(group.reason));

function deadlock(run: RunIndex, states: Checkpoints): Finding {
  const { event } = run.ending;
  const state = states.at(event);
  const groups = stuck(run, state, run.entities.goroutines.keys());
  const told = groups.slice(0, MOST_TOLD).map((group) => ({ group, why: whyStuck({ run, state }, group) }));
  const where = told.map(({ group, why }) => {
    const place = group.line === 0 ? '' : ` in line ${group.line}`;
    const who = `${names(run, group.goroutines)} ${isAre(group.goroutines)} stuck`;
    return `${who}${whereOf(run, group)}${place}: ${why.means}.`;
  });
  if (groups.length === 0) where.push('main called runtime.Goexit, and no other goroutine is left to go on.');
  if (groups.length > MOST_TOLD) where.push(`${groups.length - MOST_TOLD} more places are in Inside.`);
  const main = groups.find(({ goroutines }) => goroutines.includes(1)) ?? groups[0];
  return {
    kind: 'deadlock',
    severity: 'error',
    title: 'Deadlock: everybody waits, and nobody is left to wake anybody',
    go: reportOf(run, 0).split('\n')[0]!,
    means: where.join('\n'),
    // Locks come first: what waits elsewhere mostly waits for their holders.
    tries: [
      ...new Set(
        [...told]
          .filter(({ group }) => told.length === 1 || group.reason !== 'select (no cases)')
          .sort((p, q) => isLock(q) - isLock(p))
          .flatMap(({ why }) => why.tries),
      ),
    ].slice(0, 5),
    event,
    line: main?.line ?? 0,
    goroutines: main === undefined ? [] : [...main.goroutines, ...others(groups, main)],
  };
}

const others = (groups: readonly Stuck[], main: Stuck): number[] =>
  groups.filter((group) => group !== main).flatMap(({ goroutines }) => goroutines);

/** The closed channel that a send on a closed channel was about, and who closed it. */
function whoClosed(run: RunIndex, event: number): string {
  const { store } = run;
  const g = store.goroutine(event);
  const closes: number[] = [];
  for (let i = event - 1; i >= 0; i--) if (store.kind(i) === K.ChanClose) closes.push(i);
  const mine = closes.filter((i) => usersOf(run, store.object(i), ['send']).includes(g));
  const all = mine.length > 0 ? mine : closes;
  if (new Set(all.map((i) => store.object(i))).size !== 1) return '';
  const close = all[0]!;
  const line = store.line(close) === 0 ? '' : ` in line ${store.line(close)}`;
  const who = run.entities.goroutineName(store.goroutine(close));
  return ` ${who} had closed ${run.entities.objectName(store.object(close))}${line}.`;
}

/** Go begins the report of an uncaught panic with this. */
const PANICKED = 'panic: ';

/** The panic that ended the run: where it began, not where the goroutine's functions had all been left. */
function panicOf(run: RunIndex): number {
  const { store, ending } = run;
  if (ending.kind !== 'fatal' || !ending.text.startsWith(PANICKED)) return ending.event;
  const g = store.goroutine(ending.event);
  for (let i = ending.event - 1; i >= 0; i--)
    if (store.kind(i) === K.Panic && store.goroutine(i) === g) return i;
  return ending.event;
}

/** What Go printed about it: all up to the stacks of the goroutines. */
function reportOf(run: RunIndex, from: number): string {
  const { ending } = run;
  const printed = run.outputs.find(
    ({ event, stream, text }) => event >= from && stream === 2 && /^(panic|fatal error): /m.test(text),
  );
  if (printed !== undefined) return printed.text.split('\n\n')[0]!;
  return /^(panic|fatal error): /.test(ending.text)
    ? ending.text
    : `${ending.kind === 'panic' ? 'panic' : 'fatal error'}: ${ending.text}`;
}

function died(run: RunIndex): Finding {
  const { ending, store } = run;
  const event = panicOf(run);
  const advice = adviceFor(PANIC_ADVICE, ending.text, PLAIN_PANIC);
  const g = store.goroutine(event);
  const line = store.line(event);
  const place = line === 0 ? '' : ` in line ${line}`;
  const who = g === 0 ? '' : `It happened in ${run.entities.goroutineName(g)}${place}. `;
  const closed = /closed channel/.test(ending.text) ? whoClosed(run, event) : '';
  const found = advice.found?.(ending.text) ?? '';
  return {
    kind: ending.kind === 'fatal' && !ending.text.startsWith(PANICKED) ? 'fatal' : 'panic',
    severity: 'error',
    title: advice.title,
    go: reportOf(run, event),
    means: `${who}${found === '' ? '' : `${found} `}${advice.means}${closed}`,
    tries: advice.tries,
    event,
    line,
    goroutines: g === 0 ? [] : [g],
  };
}

function limit(run: RunIndex): Finding {
  const advice = adviceFor(LIMIT_ADVICE, run.ending.text, PLAIN_LIMIT);
  return {
    kind: 'limit',
    severity: 'warning',
    title: advice.title,
    go: run.ending.text,
    means: advice.means,
    tries: advice.tries,
    event: run.ending.event,
    line: 0,
    goroutines: [],
  };
}

/** Groups of goroutines that keep each other waiting, as far as the first of each is concerned. */
function circles(run: RunIndex, state: State, groups: readonly Stuck[]): Stuck[][] {
  const left = new Set(groups);
  const found: Stuck[][] = [];
  if (groups.length > MOST_TOLD || state.goroutineCount > MOST_CHAINED) return groups.map((group) => [group]);
  for (const group of groups) {
    if (!left.delete(group)) continue;
    const chain = chainOf(run, state, group.goroutines[0]!);
    const together = [group];
    if (chain.cycleFrom === 0)
      for (const { goroutine } of chain.waits)
        for (const other of left)
          if (other.goroutines.includes(goroutine) && left.delete(other)) together.push(other);
    found.push(together);
  }
  return found;
}

/** How Go heads the stacks of goroutines that wait, a few of them. */
const heads = (groups: readonly Stuck[]): string =>
  groups
    .slice(0, 3)
    .map(({ goroutines, reason }) => `goroutine ${goroutines[0]!} [${reason}]`)
    .join('\n');

const CIRCLE = 'wait for each other for ever';
const PILES_UP = 'In a program that goes on, such as a server, each one keeps its memory, and they pile up.';

function leaks(run: RunIndex, states: Checkpoints): Finding[] {
  if (run.leaks.length === 0) return [];
  const state = states.at(run.leaks[0]!.event);
  const left = run.leaks.map(({ goroutine }) => goroutine);
  return circles(run, state, stuck(run, state, left)).map((groups) => {
    const goroutines = groups.flatMap((group) => group.goroutines);
    const told = groups.map((group) => ({ group, why: whyStuck({ run, state }, group) }));
    const reasons = told.map(({ group, why }) => {
      const who = groups.length > 1 ? names(run, group.goroutines) : 'it';
      const subject = group.goroutines.length > 1 && groups.length === 1 ? 'they' : who;
      return `${subject} would wait${whereOf(run, group)} for ever: ${why.means}.`;
    });
    const circle = groups.length > 1;
    return {
      kind: 'leak',
      severity: 'warning',
      title: `${names(run, goroutines)} ${circle ? CIRCLE : `${isAre(goroutines)} left behind`}`,
      go: heads(groups),
      means: `The program is over, but ${reasons.join(' ')} ${PILES_UP}`,
      tries: [...new Set(told.flatMap(({ why }) => why.tries))],
      event: groups[0]!.event,
      line: groups[0]!.line,
      goroutines,
    };
  });
}

/** os.Exit, also in log.Fatal: nothing else has a chance to end well. */
function exited(run: RunIndex, states: Checkpoints): Finding[] {
  const { store } = run;
  const last = store.length - 1;
  const text = last < 0 || store.kind(last) !== K.RunEnd ? '' : store.text(store.b(last));
  if (OUTCOMES[store.a(last)] !== 'os.Exit was called' || !/^exit status/.test(text)) return [];
  const state = states.at(last);
  const alive = [...run.entities.goroutines.keys()].filter(
    (g) => g !== 1 && state.stateOf(g) !== GState.Done && state.stateOf(g) !== GState.None,
  );
  if (/ 0$/.test(text) && alive.length === 0) return [];
  let event = last;
  while (event > 0 && (store.goroutine(event) === 0 || store.line(event) === 0)) event--;
  const rest =
    alive.length === 0 ? '' : ` ${names(run, alive)} ${alive.length === 1 ? 'was' : 'were'} not done.`;
  return [
    {
      kind: 'exit',
      severity: 'note',
      title: `The program ended itself with ${text}`,
      go: text,
      means:
        'os.Exit (log.Fatal calls it, too) ends the program at once: deferred functions do not run, and ' +
        `other goroutines stop where they are.${rest}`,
      tries: ['Return an error up to main, and let only main decide to exit.'],
      event,
      line: store.line(event),
      goroutines: store.goroutine(event) === 0 ? [] : [store.goroutine(event)],
    },
  ];
}

/** Goroutines that still had something to do when main returned. */
function early(run: RunIndex, states: Checkpoints): Finding[] {
  const event = run.ending.event;
  if (run.ending.kind !== 'done' || event < 0) return [];
  const state = states.at(event);
  const leaked = new Set(run.leaks.map(({ goroutine }) => goroutine));
  const busy: number[] = [];
  for (const g of run.entities.goroutines.keys()) {
    const s = state.stateOf(g);
    if (g === 1 || leaked.has(g)) continue;
    if (s === GState.Running || s === GState.Runnable || s === GState.Sleeping) busy.push(g);
  }
  if (busy.length === 0) return [];
  return [
    {
      kind: 'early',
      severity: 'note',
      title: `main returned while ${names(run, busy)} still had work to do`,
      go: '',
      means:
        'When main returns, the program ends at once, whatever other goroutines are doing; what ' +
        'they would have printed is never printed.',
      tries: [
        'If their work matters, wait for it: a WaitGroup, a channel, or errgroup.',
        'If it does not, tell them to stop: a context.',
      ],
      event,
      line: run.store.line(event) || state.pos(1) >>> 12,
      goroutines: busy,
    },
  ];
}

/** Findings are looked for again only when something has happened that may be one. */
export class FoundIn {
  private key = '';
  private run: RunIndex | undefined;
  private found: readonly Finding[] = [];

  of(run: RunIndex, states: Checkpoints, outcome?: Ended): readonly Finding[] {
    const key = `${run.ending.event} ${run.leaks.length} ${outcome?.kind ?? ''}`;
    if (run !== this.run || key !== this.key) {
      this.run = run;
      this.key = key;
      this.found = findingsOf(run, states, outcome);
    }
    return this.found;
  }
}

/** How the engine says that a run ended. */
interface Ended {
  readonly kind: string;
  readonly message: string;
}

/** All findings of a run as far as it is recorded, the gravest first. */
export function findingsOf(run: RunIndex, states: Checkpoints, outcome?: Ended): Finding[] {
  const walk = states.another();
  const found: Finding[] = [];
  const { kind } = run.ending;
  if (kind === 'deadlock') found.push(deadlock(run, walk));
  else if (kind === 'panic' || kind === 'fatal') found.push(died(run));
  else if (kind === 'limit') found.push(limit(run));
  if (outcome?.kind === 'waiting') {
    found.push({
      kind: 'waiting',
      severity: 'note',
      title: 'The program waits for something from outside',
      go: '',
      means: outcome.message,
      tries: ['Give it an input: a signal, a request, a line of text.'],
      event: run.store.length - 1,
      line: 0,
      goroutines: [],
    });
  }
  return [...found, ...exited(run, walk), ...leaks(run, walk), ...early(run, walk)];
}
