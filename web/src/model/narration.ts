// Every event as one plain sentence, in parts, so that names can carry the colour of their state and
// values can stand out.
//
// Most sentences are the templates of the event table. Those that say more (who had been waiting, how
// many slots are left) are the same, word for word, as the engine's own (core/trace/narrate.cpp); a
// browser test compares the two.

import { EVENTS, EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { goDurationText } from './format.ts';
import type { RunIndex } from './run_index.ts';
import type { ChannelState, State } from './state.ts';

export interface Part {
  readonly text: string;
  readonly role: 'plain' | 'goroutine' | 'object' | 'value';
  /** Number of the goroutine or object. */
  readonly id?: number;
}

const LONGEST_TEXT_BYTES = 80;
export const OUTCOMES: readonly string[] = [
  'running',
  'waiting for a reader',
  'main returned',
  'os.Exit was called',
  'the program died',
  'deadlock',
  'waiting for input',
  'limit reached',
];

const plain = (text: string): Part => ({ text, role: 'plain' });
const value = (text: string): Part => ({ text, role: 'value' });

function goroutine(run: RunIndex, g: number): Part {
  return { text: run.entities.goroutineName(g), role: 'goroutine', id: g };
}

function object(run: RunIndex, id: number): Part {
  return { text: id === 0 ? 'a nil channel' : run.entities.objectName(id), role: 'object', id };
}

/** A value in a sentence; values without size have no text worth saying. */
function spoken(run: RunIndex, word: number): Part {
  const text = run.store.value(word);
  return text === '' || text === '{}' ? plain('a signal') : value(text);
}

/** The first line, and not too much of it: the output panel has the whole text. */
function shortened(text: string): string {
  const bare = text.replace(/\n+$/, '');
  const line = bare.split('\n')[0]!;
  const cut = cutBytes(line, LONGEST_TEXT_BYTES);
  return cut === bare ? bare : `${cut}…`;
}

function cutBytes(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > limit) return text.slice(0, end);
    end += char.length;
  }
  return text;
}

function setText(set: number): string {
  const items: number[] = [];
  for (let k = 0; k < 32; k++) if (((set >>> k) & 1) === 1) items.push(k);
  return `{${items.join(',')}}`;
}

/** What the event table says about an argument decides how it reads. */
function argument(run: RunIndex, i: number, kind: string, word: number): Part {
  const { store } = run;
  switch (kind) {
    case 'signed':
      return value(String(word | 0));
    case 'value':
      return store.kind(i) === K.Watch ? value(store.value(word)) : spoken(run, word);
    case 'text':
      return value(shortened(store.text(word)));
    case 'goroutine':
      return word === 0 ? plain('nobody') : goroutine(run, word);
    case 'reason':
      return plain(WAIT_REASONS[word]?.text ?? '');
    case 'timeLow':
      return value(goDurationText(store.wide(i)));
    case 'set':
      return plain(setText(word));
    case 'object':
      return word === 0 ? plain('') : object(run, word);
    case 'direction':
      return plain(word === 0 ? 'receive from' : word === 1 ? 'send to' : 'wait for ever at');
    case 'outcome':
      return plain(OUTCOMES[word] ?? 'ended');
    case 'message':
      return plain(word === 0 ? '' : String(word));
    case 'none':
    case 'timeHigh':
      return plain('');
    default:
      return value(String(word));
  }
}

function fromTemplate(run: RunIndex, i: number): Part[] {
  const { store } = run;
  const info = EVENTS[store.kind(i)];
  if (info === undefined) return [plain('something unknown happens')];
  const parts: Part[] = [];
  for (const piece of info.sentence.split(/(\{[goab]\})/)) {
    if (piece === '{g}') parts.push(goroutine(run, store.goroutine(i)));
    else if (piece === '{o}') parts.push(object(run, store.object(i)));
    else if (piece === '{a}') parts.push(argument(run, i, info.aKind, store.a(i)));
    else if (piece === '{b}') parts.push(argument(run, i, info.bKind, store.b(i)));
    else if (piece !== '') parts.push(plain(piece));
  }
  return parts;
}

/**
 * Sentences that say more than their template; undefined where the template does. `before`: the state
 * before the event.
 */
function special(run: RunIndex, before: State, i: number): Part[] | undefined {
  const { store } = run;
  const g = store.goroutine(i);
  const who = goroutine(run, g);
  const what = object(run, store.object(i));
  const c = before.channels.get(store.object(i));
  const a = store.a(i);
  switch (store.kind(i)) {
    case K.ChanSendDirect: {
      const first = c?.receivers.first?.goroutine;
      const receiver = first === undefined ? plain('a waiting receiver') : goroutine(run, first);
      if (g === 0) return [spoken(run, a), plain(' arrives in '), what, plain(' for '), receiver];
      return [who, plain(' hands '), spoken(run, a), plain(' over '), what, plain(' to '), receiver];
    }
    case K.ChanRecvDirect: {
      const first = c?.senders.first?.goroutine;
      const sender = first === undefined ? plain('a waiting sender') : goroutine(run, first);
      return [
        who,
        plain(' receives '),
        spoken(run, a),
        plain(' from '),
        what,
        plain('; '),
        sender,
        plain(' had been waiting to send it'),
      ];
    }
    case K.ChanSendBuffer:
      return g === 0 ? [spoken(run, a), plain(' arrives in '), what] : undefined;
    case K.GoCreate:
      return g === 0 ? [goroutine(run, a), plain(' starts')] : [who, plain(' starts '), goroutine(run, a)];
    case K.GoUnblock:
      return g === 0 ? [goroutine(run, a), plain(' wakes up')] : undefined;
    case K.WaitGroupAdd:
      if ((a | 0) >= 0) return undefined;
      return [
        who,
        plain(' takes '),
        value(String(-(a | 0))),
        plain(' off '),
        what,
        plain(`: ${store.b(i)} to go`),
      ];
    case K.MutexUnlock:
      return a === 0 ? [who, plain(' unlocks '), what] : undefined;
    case K.CondSignal:
      return a === 0 ? [who, plain(' signals '), what, plain('; nobody is waiting')] : undefined;
    case K.ContextMake:
      return a === 0 ? [what, plain(' has no parent context')] : undefined;
    case K.OnceDo:
      if (a !== 0) return [who, plain(' is the first at '), what, plain(' and does its work')];
      return [who, plain(' goes through '), what, plain('; it has been done')];
    case K.LimiterSet:
    case K.LimiterTake:
    case K.LimiterRefuse:
      return limiter(run, i, who, what);
    case K.HttpResponse:
      return a === 0 ? [who, plain(' gets no answer')] : undefined;
    case K.RunEnd: {
      const text = store.text(store.b(i));
      return [plain(`the run ends: ${text === '' ? (OUTCOMES[a] ?? 'ended') : text}`)];
    }
    default:
      return undefined;
  }
}

const NEVER_US = 0x7fffffff;

function limiter(run: RunIndex, i: number, who: Part, what: Part): Part[] {
  const { store } = run;
  const a = store.a(i);
  const b = store.signedB(i);
  const count = value(`${a} ${a === 1 ? 'token' : 'tokens'}`);
  switch (store.kind(i)) {
    case K.LimiterSet: {
      if (a === 0) return [what, plain(' lets everything through')];
      const every = a >= NEVER_US ? 'no new tokens' : `a token every ${goDurationText(a * 1000)}`;
      return [what, plain(` gets ${every} and holds at most `), value(String(b))];
    }
    case K.LimiterTake:
      if (b < 0)
        return [
          who,
          plain(' takes '),
          count,
          plain(' out of '),
          what,
          plain(', which owes it and makes it wait'),
        ];
      return [
        who,
        plain(' takes '),
        count,
        plain(' out of '),
        what,
        plain('; '),
        value(tenths(b)),
        plain(' left'),
      ];
    default:
      return [what, plain(' refuses '), who, plain(' '), count, plain('; it has '), value(tenths(b))];
  }
}

/** A number of thousandths, cut to one digit. */
export function tenths(thousandths: number): string {
  return String(Math.trunc(thousandths / 100) / 10);
}

function slots(c: ChannelState | undefined, change: number): string {
  if (c === undefined || c.capacity === 0) return '';
  const left = c.capacity - Math.min(c.buffer.length + change, c.capacity);
  return `; ${left} of ${c.capacity} ${c.capacity === 1 ? 'slot' : 'slots'} left`;
}

function ending(run: RunIndex, before: State, i: number): Part[] {
  const { store } = run;
  const c = before.channels.get(store.object(i));
  const a = store.a(i);
  switch (store.kind(i)) {
    case K.ChanMake:
      return [plain(a === 0 ? ', unbuffered' : ` with room for ${a}`)];
    case K.ChanSendBuffer:
    case K.ChanRefill:
      return [plain(slots(c, 1))];
    case K.ChanRecvBuffer:
      return [plain(slots(c, -1))];
    case K.ChanSendBlock:
      return [plain((c?.capacity ?? 0) === 0 ? '; nobody is receiving' : '; all slots are full')];
    case K.ChanRecvBlock:
      return [plain((c?.capacity ?? 0) === 0 ? '; nobody is sending' : '; it is empty')];
    case K.ChanClose:
      return a === 0 ? [] : [plain(a === 1 ? '; one goroutine wakes up' : `; ${a} goroutines wake up`)];
    case K.MutexBlock:
      return a === 0 ? [] : [plain(', held by '), goroutine(run, a)];
    case K.Leak:
      return store.object(i) === 0 ? [] : [plain(' at '), object(run, store.object(i))];
    default:
      return [];
  }
}

/** The sentence of event i. @param before the state after event i - 1 */
export function narrate(run: RunIndex, before: State, i: number): Part[] {
  const parts = special(run, before, i) ?? fromTemplate(run, i);
  return parts.concat(ending(run, before, i)).filter((part) => part.text !== '');
}

/** The caption of a step: the sentence of its core event, and what followed from it. */
export function captionOfStep(run: RunIndex, before: State, step: number): Part[] {
  const { store, steps } = run;
  if (step < 0 || step >= steps.length) return [];
  const core = steps.coreEvent(step);
  const parts = narrate(run, before, core);
  const named = new Set(parts.map((part) => (part.role === 'goroutine' ? part.id : undefined)));
  const woken: number[] = [];
  for (let i = core + 1; i <= steps.lastEvent(step); i++) {
    if (store.kind(i) === K.GoUnblock) woken.push(store.a(i));
    if (store.kind(i) === K.ChanRefill)
      parts.push(plain('; '), spoken(run, store.a(i)), plain(', which was waiting outside, moves up'));
  }
  return parts.concat(wakeClause(run, core, woken, named), choiceClause(run, step));
}

/** A select that could have gone another way says so. */
function choiceClause(run: RunIndex, step: number): Part[] {
  const { store, steps } = run;
  for (let i = steps.firstEvent(step); i <= steps.coreEvent(step); i++) {
    if (store.kind(i) !== K.SelectTake) continue;
    const ready = setText(store.b(i)).split(',').length;
    return ready > 1 ? [plain(`; its select had ${ready} cases to choose from`)] : [];
  }
  return [];
}

function wakeClause(
  run: RunIndex,
  core: number,
  woken: readonly number[],
  named: ReadonlySet<number | undefined>,
): Part[] {
  const kind = run.store.kind(core);
  if (woken.length === 0 || kind === K.GoUnblock) return [];
  if (woken.length > 3)
    return kind === K.ChanClose
      ? []
      : [plain(`; ${woken.length} goroutines that were waiting can run again`)];
  if (woken.length === 1 && named.has(woken[0])) return [];
  const closes = kind === K.ChanClose;
  const parts: Part[] = [plain(closes ? ': ' : '; ')];
  woken.forEach((g, k) => {
    if (k > 0) parts.push(plain(k === woken.length - 1 ? ' and ' : ', '));
    parts.push(goroutine(run, g));
  });
  if (!closes) parts.push(plain(' can run again'));
  return parts;
}

export function plainText(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
