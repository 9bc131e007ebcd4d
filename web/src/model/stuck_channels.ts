// Why goroutines wait for ever at channels, in selects and at semaphores: who would have been at the other
// end.

import { GState } from './lanes.ts';
import type { RunIndex } from './run_index.ts';
import { linesReached } from './find_step.ts';
import { general, isOver, names, one, plainWhy, type Moment, type Stuck, type Why } from './stuck_words.ts';
import { usersOf, type Role } from './users.ts';
import { casesBefore } from './wait_graph.ts';

/** Who, besides the group, has done one of these to any of its objects, by what became of them. */
function othersOf(
  { run, state }: Moment,
  group: Stuck,
  roles: readonly Role[],
): { over: number[]; alive: number[] } {
  const all = new Set<number>();
  for (const object of group.objects)
    for (const g of usersOf(run, object, roles)) if (!group.goroutines.includes(g)) all.add(g);
  const over = [...all].filter((g) => isOver(state, g));
  return { over, alive: [...all].filter((g) => !over.includes(g)) };
}

/** Lines of the program that would do it to a channel of this name, and at which nobody ever was. */
function unreached(run: RunIndex, object: number, role: 'send' | 'receive'): readonly number[] {
  const name = run.entities.objects.get(object)?.name ?? '';
  if (!/^\w+$/.test(name)) return [];
  const wanted =
    role === 'receive'
      ? new RegExp(`<-\\s*${name}\\b|\\brange\\s+${name}\\b`)
      : new RegExp(`\\b${name}\\s*<-|\\bclose\\(${name}\\)`);
  const lines: number[] = [];
  for (let line = 1; line <= run.lineCount; line++)
    if (wanted.test(run.sourceLine(line).replace(/\/\/.*/, ''))) lines.push(line);
  if (lines.length === 0) return lines;
  const reached = linesReached(run);
  return lines.filter((line) => !reached.has(line));
}

const list = (lines: readonly number[]): string =>
  one(lines) ? `line ${lines[0]!}` : `lines ${lines.slice(0, 3).join(', ')}`;

export function channelWhy(at: Moment, group: Stuck, role: 'send' | 'receive'): Why {
  const { run } = at;
  const sends = role === 'send';
  if (!sends && run.entities.contextOf.has(group.object)) return contextWhy(at, group);
  if (!sends && run.entities.timerOf.has(group.object)) return TIMER_WHY;
  const single = one(group.goroutines);
  const wants = sends
    ? `${single ? 'it has' : 'each has'} a value that nobody takes`
    : `${single ? 'it waits' : 'they wait'} for a value`;
  const other: readonly Role[] = sends ? ['receive'] : ['send', 'close'];
  const { over, alive } = othersOf(at, group, other);
  const ranges = !sends && /\brange\b/.test(run.sourceLine(group.line));
  // Who has to close is told about this channel by its name; what is about any channel stays the same text,
  // so that several goroutines share it.
  const { name = '' } = run.entities.objects.get(group.object) ?? {};
  const named = (text: string): string =>
    /^[\w.]+$/.test(name) && text.includes('close(ch)') ? text.replace(/\bch\b/g, name) : text;
  return {
    means: `${wants}${full(run, group, sends)}; ${whoWould(at, group, role, over, alive, ranges)}`,
    tries: (sends ? sendTries(over, alive) : receiveTries(over, alive, ranges, run)).map(named),
  };
}

function full(run: RunIndex, group: Stuck, sends: boolean): string {
  const capacity = run.entities.objects.get(group.object)?.capacity ?? 0;
  if (!sends || capacity === 0) return '';
  return capacity === 1 ? ', and the one place is taken' : `, and all ${capacity} places are taken`;
}

/** "b could help, but waits too": those at the other end who are still there. */
function couldHelp({ run, state }: Moment, others: readonly number[]): string {
  const wait = others.every((g) => state.stateOf(g) === GState.Blocked);
  const too = one(others) ? 'waits too' : 'wait too';
  return `${names(run, others)} could help, but ${wait ? too : 'did not'}`;
}

/** The other end of the channel: who was there, who still is, or which lines would be and are not reached. */
function whoWould(
  at: Moment,
  group: Stuck,
  role: 'send' | 'receive',
  over: readonly number[],
  alive: readonly number[],
  ranges: boolean,
): string {
  const { run } = at;
  const sends = role === 'send';
  if (alive.length > 0) return couldHelp(at, alive);
  if (sends && run.ending.kind === 'done' && over.includes(1))
    return `${run.entities.goroutineName(1)}, its receiver, went on without it`;
  if (over.length > 0) {
    const end = `its ${sends ? 'receiver' : 'sender'}${one(over) ? '' : 's'}`;
    const gone = `${names(run, over)}, ${end}, ${one(over) ? 'is' : 'are'} over`;
    return ranges ? `${gone}, and nobody closed it: a range ends only when the channel is closed` : gone;
  }
  const lines = unreached(run, group.object, sends ? 'receive' : 'send');
  const nobody = sends ? 'nobody else ever receives from it' : 'nobody else ever sends into it or closes it';
  if (lines.length === 0) return nobody;
  const are = one(lines) ? 'is' : 'are';
  return `${list(lines)}, which would ${sends ? 'receive' : 'send or close'}, ${are} never reached`;
}

function sendTries(over: readonly number[], alive: readonly number[]): readonly string[] {
  const wayOut = 'Give the sender a way out: select { case ch <- v: case <-ctx.Done(): }.';
  const room = 'Room for one value is enough when there is exactly one answer: make(chan T, 1).';
  if (alive.length > 0) return [wayOut];
  if (over.length > 0)
    return ['Receive until the channel is closed, or tell the sender when nobody wants more.', wayOut, room];
  return [
    'Is there a receiver, and does it start before the send? Receive in another goroutine.',
    room,
    wayOut,
  ];
}

function receiveTries(
  over: readonly number[],
  alive: readonly number[],
  ranges: boolean,
  run: RunIndex,
): readonly string[] {
  if (alive.length > 0) return [];
  const context = 'Leave early with a context: select { case v := <-ch: case <-ctx.Done(): }.';
  if (over.length === 0)
    return ['Send in another goroutine than the one that receives, and start it before.', context];
  if (over.length > 1)
    return ['Count the senders with a WaitGroup, and close behind it: go func() { wg.Wait(); close(ch) }().'];
  const close = `Close it after the last send: defer close(ch) in ${run.entities.goroutineName(over[0]!)}.`;
  return ranges
    ? [close]
    : ['Receive only as many values as are sent, or range over the channel.', close, context];
}

function contextWhy({ run }: Moment, group: Stuck): Why {
  const context = run.entities.objectName(run.entities.contextOf.get(group.object)!);
  return {
    means: `nobody cancels ${context}, and it has no deadline that is to come`,
    tries: [
      'Call the cancel function when the work is done: defer cancel() behind WithCancel.',
      'Where it may take too long, use context.WithTimeout.',
    ],
  };
}

const TIMER_WHY: Why = {
  means: 'the timer has been stopped, or its only value has been taken already',
  tries: [
    'A Timer sends once: Reset starts it again; a Ticker goes on.',
    'After Stop nothing comes any more: do not receive, or leave by another case of a select.',
  ],
};

/** Acquire of a weighted semaphore is a select in the library: what is told is who has its places. */
function semaphoreWhy({ run, state }: Moment, group: Stuck, semaphore: number): Why {
  const s = state.syncs.get(semaphore);
  const holders = [...new Set(s?.holders ?? [])];
  const hold = one(holders) ? 'holds' : 'hold';
  const held = `${names(run, holders)} ${hold} ${s?.counter ?? 0} of ${s?.size ?? 0}`;
  const wants = one(group.goroutines) ? 'it waits' : 'they wait';
  const name = run.entities.objectName(semaphore);
  return {
    means: `${wants} for places in ${name}; ${holders.length === 0 ? 'none is released' : held}`,
    tries: general('semaphore.Acquire'),
  };
}

export function selectWhy(at: Moment, group: Stuck): Why {
  const { run, state } = at;
  const cases = casesBefore(run, group.event, group.goroutines[0]!);
  const inside = cases.map(({ object }) => run.entities.insideOf.get(object)).find((o) => o !== undefined);
  if (inside !== undefined && run.entities.objects.get(inside)?.kind === 'semaphore')
    return semaphoreWhy(at, group, inside);
  const nil = cases.filter(({ object, direction }) => object === 0 || direction === 2).length;
  const cancels = new Set<string>();
  const told = cases
    .filter(({ object, direction }) => object !== 0 && direction !== 2)
    .map(({ object, direction }) => {
      const users = usersOf(run, object, direction === 1 ? ['receive'] : ['send', 'close']);
      const others = users.filter((g) => !group.goroutines.includes(g) && !isOver(state, g));
      const channel = run.entities.objectName(object);
      const context = run.entities.contextOf.get(object);
      if (context !== undefined) {
        cancels.add('Call the cancel function when the work is done: defer cancel() behind WithCancel.');
        return `${channel} (nobody cancels ${run.entities.objectName(context)})`;
      }
      if (others.length > 0) return `${channel} (${couldHelp(at, others)})`;
      return `${channel} (nobody ${direction === 1 ? 'receives' : 'sends or closes'})`;
    });
  if (nil > 0) told.push(nil === 1 ? 'a nil channel (never ready)' : `${nil} nil channels (never ready)`);
  if (told.length === 0) return plainWhy(group.reason);
  const usual = cancels.size > 0 ? [...cancels] : general(group.reason);
  const make = nil > 0 ? ['A nil channel is never ready: was it meant to be made?'] : [];
  return {
    means: `no case can become ready: ${told.join(', ')}`,
    tries: [...usual, ...make],
  };
}
