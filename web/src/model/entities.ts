// Who and what takes part in a run: goroutines, channels and the other things with a number, read from
// the events alone.

import { EventKind as K } from '../generated/events.ts';
import type { TraceStore } from './trace_store.ts';

export interface GoroutineInfo {
  readonly id: number;
  /** The function it was started with, as the engine names it: "worker", "main.func1". */
  readonly fn: string;
  readonly parent: number;
  /** Where the go statement is: line << 12 | column; 0 for main. */
  readonly pos: number;
  readonly event: number;
  /** 1, 2, 3 … among the goroutines of the same function. */
  readonly ordinal: number;
}

export type ObjectKind =
  | 'channel'
  | 'mutex'
  | 'rwmutex'
  | 'waitgroup'
  | 'cond'
  | 'once'
  | 'semaphore'
  | 'timer'
  | 'context'
  | 'pool'
  | 'limiter'
  | 'other';

export interface ObjectInfo {
  readonly id: number;
  readonly kind: ObjectKind;
  readonly type: string;
  readonly name: string;
  readonly capacity: number;
  readonly maker: number;
  readonly pos: number;
  readonly event: number;
  /** 1, 2, 3 … among the objects of the same name. */
  readonly ordinal: number;
}

const KINDS: readonly (readonly [RegExp, ObjectKind])[] = [
  [/rwmutex/i, 'rwmutex'],
  [/mutex/i, 'mutex'],
  [/waitgroup/i, 'waitgroup'],
  [/cond$/i, 'cond'],
  [/once/i, 'once'],
  [/sema/i, 'semaphore'],
  [/timer|ticker/i, 'timer'],
  [/context/i, 'context'],
  [/pool/i, 'pool'],
  [/limiter/i, 'limiter'],
  [/chan/i, 'channel'],
];

/** The kind of thing that a type's name stands for. */
export function kindOfType(type: string): ObjectKind {
  for (const [pattern, kind] of KINDS) if (pattern.test(type)) return kind;
  return 'other';
}

export class Entities {
  readonly goroutines = new Map<number, GoroutineInfo>();
  readonly objects = new Map<number, ObjectInfo>();
  /** Channels that belong to a timer, with the timer. */
  readonly timerOf = new Map<number, number>();
  /** Channels that close when a context ends, with the context; and the other way round. */
  readonly contextOf = new Map<number, number>();
  readonly doneOf = new Map<number, number>();
  /** Channels that semaphores and limiters use inside, with their owners. */
  readonly insideOf = new Map<number, number>();
  /** Contexts with their parents; 0 for those without. */
  readonly parentOf = new Map<number, number>();
  private readonly perFunction = new Map<string, number>();
  private readonly perName = new Map<string, number>();

  /** How many goroutines of the whole run (so far) were started with this function. */
  countOf(fn: string): number {
    return this.perFunction.get(fn) ?? 0;
  }

  private countOfName(name: string): number {
    return this.perName.get(name) ?? 0;
  }

  /** Takes event i into account; true when it brought something new. */
  add(store: TraceStore, i: number): boolean {
    switch (store.kind(i)) {
      case K.GoCreate:
        return this.addGoroutine(store.a(i), store.text(store.b(i)), store.goroutine(i), store.pos(i), i);
      case K.ChanMake:
        return this.addObject(store, i, 'chan', store.text(store.b(i)), store.a(i));
      case K.ObjectMake:
        return this.addObject(store, i, store.text(store.a(i)), store.text(store.b(i)), 0);
      case K.ContextMake:
        this.parentOf.set(store.object(i), store.a(i));
        return this.addObject(store, i, 'context', store.text(store.b(i)), 0) || true;
      case K.ObjectLink:
        this.link(store.object(i), store.a(i));
        if (store.b(i) === 0) return true;
        return this.rename(store.object(i), store.text(store.b(i)));
      default:
        return false;
    }
  }

  private link(channel: number, owner: number): void {
    const kind = this.objects.get(owner)?.kind;
    if (kind === 'timer') this.timerOf.set(channel, owner);
    if (kind === 'semaphore' || kind === 'limiter') this.insideOf.set(channel, owner);
    if (kind !== 'context') return;
    this.contextOf.set(channel, owner);
    this.doneOf.set(owner, channel);
  }

  /** A channel that turns out to belong to a timer is called after it from then on. */
  private rename(id: number, name: string): boolean {
    const info = this.objects.get(id);
    if (info === undefined || name === '') return false;
    const ordinal = this.countOfName(name) + 1;
    this.perName.set(name, ordinal);
    this.objects.set(id, { ...info, name, ordinal });
    return true;
  }

  private addGoroutine(id: number, fn: string, parent: number, pos: number, event: number): boolean {
    const ordinal = this.countOf(fn) + 1;
    this.perFunction.set(fn, ordinal);
    this.goroutines.set(id, { id, fn, parent, pos, event, ordinal });
    return true;
  }

  private addObject(store: TraceStore, i: number, type: string, given: string, capacity: number): boolean {
    const kind = kindOfType(type);
    const id = store.object(i);
    if (this.objects.has(id)) return false;
    const name = given === '' ? `${type} ${id}` : given;
    const ordinal = this.countOfName(name) + 1;
    this.perName.set(name, ordinal);
    this.objects.set(id, {
      id,
      kind,
      type,
      name,
      capacity,
      ordinal,
      maker: store.goroutine(i),
      pos: store.pos(i),
      event: i,
    });
    return true;
  }

  /** "worker #2", "main": with a number only where there are several. */
  goroutineName(id: number): string {
    const info = this.goroutines.get(id);
    if (info === undefined) return id === 0 ? 'the scheduler' : `goroutine ${id}`;
    return this.countOf(info.fn) > 1 ? `${info.fn} #${info.ordinal}` : info.fn;
  }

  objectName(id: number): string {
    const info = this.objects.get(id);
    if (info === undefined) return `#${id}`;
    return this.countOfName(info.name) > 1 ? `${info.name} #${info.ordinal}` : info.name;
  }
}
