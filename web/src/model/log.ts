// The narration of a whole run as a list that can be searched and filtered: which steps pass, found in
// slices so that a million of them never block the page.
//
// Invariants: `steps` are ascending; the slices of one filter follow each other; of the sentences only those
// lately in sight are kept.

import { EVENTS } from '../generated/events.ts';
import { Checkpoints } from './checkpoints.ts';
import { concerns, type Subject } from './find_step.ts';
import { GrowableU32 } from './growable.ts';
import { captionOfStep, plainText } from './narration.ts';
import type { RunIndex } from './run_index.ts';

/** Groups of event kinds as people think of them. The prefixes are of the words in the event table. */
export const LOG_KINDS = [
  { key: 'all', label: 'everything', prefixes: [] },
  { key: 'channels', label: 'channels and select', prefixes: ['chan-', 'select-'] },
  {
    key: 'sync',
    label: 'locks and wait groups',
    prefixes: ['mutex-', 'rwmutex-', 'waitgroup-', 'cond-', 'once-', 'sema-', 'pool-', 'atomic'],
  },
  { key: 'goroutines', label: 'starts, ends and waits', prefixes: ['go-'] },
  { key: 'time', label: 'time and contexts', prefixes: ['timer-', 'context-', 'time-', 'go-sleep'] },
  { key: 'output', label: 'output', prefixes: ['output'] },
  { key: 'outside', label: 'the outside world', prefixes: ['signal', 'http-', 'input'] },
  {
    key: 'trouble',
    label: 'panics and findings',
    prefixes: ['panic', 'recover', 'fatal', 'deadlock', 'leak', 'limit-'],
  },
] as const;

export type LogKind = (typeof LOG_KINDS)[number]['key'];

export interface LogFilter {
  readonly kind: LogKind;
  /** A goroutine or object, or undefined for all. */
  readonly subject: Subject | undefined;
  /** Text to look for in the sentence, in small letters; "" for all. */
  readonly text: string;
}

export const WHOLE_LOG: LogFilter = { kind: 'all', subject: undefined, text: '' };

const kindSets = new Map<LogKind, Uint8Array>();

function kindSet(kind: LogKind): Uint8Array {
  let set = kindSets.get(kind);
  if (set === undefined) {
    set = new Uint8Array(4096);
    const { prefixes } = LOG_KINDS.find((k) => k.key === kind)!;
    EVENTS.forEach((info, number) => {
      if (info !== undefined && (prefixes.length === 0 || prefixes.some((p) => info.word.startsWith(p))))
        set![number] = 1;
    });
    kindSets.set(kind, set);
  }
  return set;
}

const MOST_KEPT = 1000;

export class Log {
  /** Steps that pass, found so far. */
  readonly steps = new GrowableU32();
  private seen = 0;
  private readonly kept = new Map<number, string>();
  private readonly walk: Checkpoints;
  private readonly kinds: Uint8Array;

  constructor(
    private readonly run: RunIndex,
    walk: Checkpoints,
    readonly filter: LogFilter,
  ) {
    this.walk = walk.another();
    this.kinds = kindSet(filter.kind);
  }

  /** Every step passes: nothing needs to be searched. */
  get isWhole(): boolean {
    return this.filter.kind === 'all' && this.filter.subject === undefined && this.filter.text === '';
  }

  get length(): number {
    return this.isWhole ? this.run.steps.length : this.steps.length;
  }

  /** How far the search has come; the number of steps when it is over. */
  get searched(): number {
    return this.isWhole ? this.run.steps.length : this.seen;
  }

  step(row: number): number {
    return this.isWhole ? row : this.steps.get(row);
  }

  /** The last row whose step is at or before `step`; -1 when there is none. */
  rowOf(step: number): number {
    return this.isWhole ? Math.min(step, this.length - 1) : this.steps.countUpTo(step) - 1;
  }

  /** Searches on for about so many milliseconds; true when it has come to the end. */
  search(forMs: number, now: () => number = () => performance.now()): boolean {
    if (this.isWhole) return true;
    const until = now() + forMs;
    while (this.seen < this.run.steps.length) {
      const step = this.seen++;
      if (this.passes(step)) this.steps.push(step);
      if ((step & 127) === 0 && now() >= until) break;
    }
    return this.seen >= this.run.steps.length;
  }

  private passes(step: number): boolean {
    const { run, filter } = this;
    if (this.kinds[run.store.kind(run.steps.coreEvent(step))] === 0) return false;
    if (filter.subject !== undefined && !concerns(run, step, filter.subject)) return false;
    return filter.text === '' || this.sentence(step).toLowerCase().includes(filter.text);
  }

  /** The sentence of a step in sight. */
  shown(step: number): string {
    let text = this.kept.get(step);
    if (text === undefined) {
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      text = this.sentence(step);
      // The last step may still grow.
      if (step < this.run.steps.length - 1) this.kept.set(step, text);
    }
    return text;
  }

  private sentence(step: number): string {
    return plainText(captionOfStep(this.run, this.walk.at(this.run.steps.coreEvent(step) - 1), step));
  }
}
