// Everything about a whole run that does not depend on the step one looks at: built once, as the events
// arrive.

import { EventKind as K } from '../generated/events.ts';
import { Edges } from './edges.ts';
import { Entities } from './entities.ts';
import { GrowableU32 } from './growable.ts';
import { Lanes } from './lanes.ts';
import { Messages } from './messages.ts';
import { Steps } from './steps.ts';
import type { TraceStore } from './trace_store.ts';

export interface OutputLine {
  readonly event: number;
  readonly timeNs: number;
  readonly goroutine: number;
  /** 1 standard output, 2 standard error. */
  readonly stream: number;
  readonly text: string;
}

/** How a run ended, as far as the events tell. */
export interface Ending {
  readonly event: number;
  readonly kind: 'running' | 'done' | 'panic' | 'deadlock' | 'fatal' | 'limit';
  readonly text: string;
}

const TIMER_MAKERS: ReadonlySet<string> = new Set(['After', 'AfterFunc', 'NewTicker', 'NewTimer', 'Tick']);
/** Calls that wait on channels of their own. */
const KEEP_THEIR_CHANNELS: ReadonlySet<string> = new Set(['Shutdown']);

export class RunIndex {
  readonly entities = new Entities();
  readonly messages = new Messages();
  readonly edges = new Edges();
  readonly lanes = new Lanes();
  readonly steps = new Steps();
  readonly outputs: OutputLine[] = [];
  /** Goroutines that would wait for ever, with the event that says so. */
  readonly leaks: { readonly event: number; readonly goroutine: number }[] = [];
  /** Watched variables by name: the events in which they changed and the value words. */
  readonly watches = new Map<string, { readonly events: GrowableU32; readonly values: GrowableU32 }>();
  /**
   * Who deals with the outside world: bit 1 it answers requests from there, bit 2 it asks. 0 stands for the
   * world itself and is there when anything comes from outside.
   */
  readonly outside = new Map<number, number>();
  /** Objects that somebody had to wait for, with the longest queue there was room to show. */
  readonly queued = new Set<number>();
  /** When contexts with a deadline end. */
  readonly deadlines = new Map<number, number>();
  /** Largest counter of each wait group. */
  readonly peaks = new Map<number, number>();
  ending: Ending = { event: -1, kind: 'running', text: '' };
  /** Grows whenever somebody new takes part or a new edge appears: the layout is made again then. */
  topology = 0;
  private seen = 0;
  /** Contexts that wait for their timer, by the goroutine that makes them. */
  private readonly timed = new Map<number, number>();

  /** @param source the program, where it is known: tells its own timers from those of the library */
  constructor(
    readonly store: TraceStore,
    source = '',
  ) {
    this.lines = source.split('\n');
  }

  private readonly lines: readonly string[];

  /** Lines of the program; 0 when it is not known. */
  get lineCount(): number {
    return this.lines.length;
  }
  /** A line of the program, 1 for the first; "" where there is none. */
  sourceLine(line: number): string {
    return this.lines[line - 1] ?? '';
  }

  /**
   * A channel that a function of the library made for itself, as Server.Shutdown does: a timer's, although
   * the program's call at its position is none that makes timers, or one that only that call can see.
   */
  isLibraryChannel(channel: number): boolean {
    const pos = this.entities.objects.get(channel)?.pos ?? 0;
    if (pos === 0) return false;
    const call = /^[\w.]*?(\w+)\(/.exec((this.lines[(pos >>> 12) - 1] ?? '').slice((pos & 0xfff) - 1))?.[1];
    if (call === undefined) return false;
    return this.entities.timerOf.has(channel) ? !TIMER_MAKERS.has(call) : KEEP_THEIR_CHANNELS.has(call);
  }

  /** Takes in the events that are new; `complete` when no more will come. */
  extend(complete: boolean): void {
    const { store } = this;
    for (; this.seen < store.length; this.seen++) {
      const i = this.seen;
      if (this.entities.add(store, i)) this.topology++;
      if (this.edges.add(store, i)) this.topology++;
      this.messages.add(store, i);
      this.lanes.add(store, i);
      this.note(i);
    }
    this.steps.extend(store, complete);
  }

  private note(i: number): void {
    const { store } = this;
    switch (store.kind(i)) {
      case K.Output:
        this.outputs.push({
          event: i,
          timeNs: store.time(i),
          goroutine: store.goroutine(i),
          stream: store.b(i),
          text: store.text(store.a(i)),
        });
        break;
      case K.Signal:
      case K.Input:
        this.meetWorld(0, 0);
        break;
      case K.HttpServe:
        this.meetWorld(0, 0);
        break;
      case K.HttpDone:
        this.meetWorld(store.goroutine(i), 1);
        break;
      case K.HttpRequest:
        this.meetWorld(store.goroutine(i), 2);
        break;
      case K.WaitGroupAdd:
        this.peaks.set(store.object(i), Math.max(this.peaks.get(store.object(i)) ?? 0, store.signedB(i)));
        break;
      case K.MutexBlock:
      case K.RWBlock:
      case K.RWRBlock:
      case K.WaitGroupBlock:
      case K.CondWait:
      case K.OnceBlock:
      case K.SemaBlock:
        this.wait(store.object(i));
        break;
      case K.ChanRecvBlock:
      case K.SelectCase: {
        const context = this.entities.contextOf.get(store.object(i));
        if (context !== undefined) this.wait(context);
        break;
      }
      case K.ContextMake:
        if (store.text(store.b(i)) === 'WithDeadline') this.timed.set(store.goroutine(i), store.object(i));
        break;
      case K.TimerStart:
        this.noteDeadline(i);
        break;
      case K.Panic:
        this.ending = { event: i, kind: 'panic', text: store.text(store.a(i)) };
        break;
      case K.Recover:
        this.ending = { event: -1, kind: 'running', text: '' };
        break;
      case K.Fatal:
        if (this.ending.kind !== 'deadlock')
          this.ending = { event: i, kind: 'fatal', text: store.text(store.a(i)) };
        break;
      case K.Deadlock:
        this.ending = { event: i, kind: 'deadlock', text: 'all goroutines are asleep - deadlock!' };
        break;
      case K.Watch:
        this.watch(i);
        break;
      case K.Leak:
        this.leaks.push({ event: i, goroutine: store.goroutine(i) });
        break;
      case K.LimitReached:
        this.ending = { event: i, kind: 'limit', text: store.text(store.a(i)) };
        break;
      case K.MainReturn:
        if (this.ending.kind === 'running') this.ending = { event: i, kind: 'done', text: '' };
        break;
      default:
    }
  }

  /** A context with a deadline is made first, then its timer, by the same goroutine. */
  private noteDeadline(i: number): void {
    const g = this.store.goroutine(i);
    const context = this.timed.get(g);
    if (context === undefined) return;
    this.timed.delete(g);
    this.deadlines.set(context, this.store.wide(i));
  }

  private meetWorld(g: number, direction: number): void {
    const known = this.outside.get(g);
    if (known !== undefined && (known & direction) === direction) return;
    this.outside.set(g, (known ?? 0) | direction);
    if (!this.outside.has(0)) this.outside.set(0, 0);
    this.topology++;
  }

  private wait(object: number): void {
    if (this.queued.has(object)) return;
    this.queued.add(object);
    this.topology++;
  }

  private watch(i: number): void {
    const name = this.store.text(this.store.a(i));
    let changes = this.watches.get(name);
    if (changes === undefined) {
      changes = { events: new GrowableU32(8), values: new GrowableU32(8) };
      this.watches.set(name, changes);
    }
    changes.events.push(i);
    changes.values.push(this.store.b(i));
  }

  /** The value of a watched variable after event i; undefined before its first change. */
  watched(name: string, i: number): string | undefined {
    const changes = this.watches.get(name);
    const count = changes === undefined || i < 0 ? 0 : changes.events.countUpTo(i);
    return count === 0 ? undefined : this.store.value(changes!.values.get(count - 1));
  }

  /** How many output lines there are up to event i. */
  outputsUpTo(i: number): number {
    let low = 0;
    let high = this.outputs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.outputs[middle]!.event <= i) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
