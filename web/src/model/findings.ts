// What went wrong in a run, or would have: deadlock, panic, goroutines left behind, limits, an end that came
// too early. Each says where it happened, in Go's words and then in ours, and what to try.

import { EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { LIMIT_ADVICE, PANIC_ADVICE, PLAIN_LIMIT, PLAIN_PANIC, STUCK_ADVICE, type Advice } from './advice.ts';
import type { Checkpoints } from './checkpoints.ts';
import { GState } from './lanes.ts';
import type { RunIndex } from './run_index.ts';
import type { State } from './state.ts';
import { usersOf } from './users.ts';

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

/** Goroutines that are stuck at the same place for the same reason share one finding. */
interface Stuck {
  readonly event: number;
  readonly reason: string;
  readonly line: number;
  readonly object: number;
  readonly goroutines: number[];
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
    case K.GoBlock:
      return WAIT_REASONS[store.a(i)]?.text ?? '';
    default:
      return '';
  }
}

/** Blocked goroutines, by where and why they are stuck, main's first. */
function stuck(run: RunIndex, state: State, goroutines: Iterable<number>): Stuck[] {
  const groups = new Map<string, Stuck>();
  for (const g of goroutines) {
    if (state.stateOf(g) !== GState.Blocked) continue;
    const event = state.why(g);
    const reason = reasonOf(run, state, g);
    const object = run.store.object(event);
    const line = run.store.line(event);
    const name = object === 0 ? '' : (run.entities.objects.get(object)?.name ?? '');
    const key = `${reason} ${line} ${name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { event, reason, line, object, goroutines: [g] });
    else group.goroutines.push(g);
  }
  return [...groups.values()];
}

function names(run: RunIndex, list: readonly number[]): string {
  const shown = list.slice(0, 3).map((g) => run.entities.goroutineName(g));
  if (list.length > 3) return `${shown.join(', ')} and ${list.length - 3} more`;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]!}`;
}

const adviceFor = (table: readonly Advice[], text: string, plain: Advice): Advice =>
  table.find(({ pattern }) => pattern.test(text)) ?? plain;

const isAre = (list: readonly unknown[]): string => (list.length === 1 ? 'is' : 'are');

function deadlock(run: RunIndex, states: Checkpoints): Finding {
  const { event } = run.ending;
  const state = states.at(event);
  const groups = stuck(run, state, run.entities.goroutines.keys());
  const tries = [...new Set(groups.flatMap(({ reason }) => STUCK_ADVICE[reason]?.tries ?? []))];
  const where = groups.map(({ goroutines, reason, line, object }) => {
    const what = object === 0 ? '' : ` at ${run.entities.objectName(object)}`;
    const means =
      STUCK_ADVICE[reason]?.means.replace(/^[A-Z]/, (c) => c.toLowerCase()).replace(/\.$/, '') ?? 'it waits';
    const place = line === 0 ? '' : ` in line ${line}`;
    return `${names(run, goroutines)} ${isAre(goroutines)} stuck${what}${place}: ${means}.`;
  });
  const main = groups.find(({ goroutines }) => goroutines.includes(1)) ?? groups[0];
  return {
    kind: 'deadlock',
    severity: 'error',
    title: 'Deadlock: everybody waits, and nobody is left to wake anybody',
    go: 'fatal error: all goroutines are asleep - deadlock!',
    means: where.join(' '),
    tries: tries.slice(0, 5),
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

function died(run: RunIndex): Finding {
  const { ending, store } = { ending: run.ending, store: run.store };
  const advice = adviceFor(PANIC_ADVICE, ending.text, PLAIN_PANIC);
  const g = store.goroutine(ending.event);
  const line = store.line(ending.event);
  const who =
    g === 0 ? '' : `${run.entities.goroutineName(g)} did it${line === 0 ? '' : ` in line ${line}`}. `;
  const closed = /closed channel/.test(ending.text) ? whoClosed(run, ending.event) : '';
  return {
    kind: ending.kind === 'fatal' ? 'fatal' : 'panic',
    severity: 'error',
    title: advice.title,
    go: `${ending.kind === 'fatal' ? 'fatal error' : 'panic'}: ${ending.text}`,
    means: `${who}${advice.means}${closed}`,
    tries: advice.tries,
    event: ending.event,
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

function leaks(run: RunIndex, states: Checkpoints): Finding[] {
  if (run.leaks.length === 0) return [];
  const state = states.at(run.leaks[0]!.event);
  const left = run.leaks.map(({ goroutine }) => goroutine);
  return stuck(run, state, left).map(({ event, reason, line, object, goroutines }) => {
    const advice = STUCK_ADVICE[reason] ?? { means: 'Nobody would ever wake it.', tries: [] };
    const at = object === 0 ? '' : ` at ${run.entities.objectName(object)}`;
    const those = goroutines.length === 1 ? 'this goroutine' : 'these goroutines';
    return {
      kind: 'leak',
      severity: 'warning',
      title: `${names(run, goroutines)} ${isAre(goroutines)} left behind`,
      go: `goroutine ${goroutines[0]!} [${reason}]`,
      means:
        `The program is over, but ${those} would wait${at} for ever. ${advice.means} ` +
        'In a program that goes on, such as a server, each one keeps its memory, and they pile up.',
      tries: advice.tries,
      event,
      line,
      goroutines,
    };
  });
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
      line: run.store.line(event),
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
  return [...found, ...leaks(run, walk), ...early(run, walk)];
}
