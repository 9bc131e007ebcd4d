// What a step looks like while it happens: each kind of event has its own motion. Values that travel are
// tokens (tokens.ts); this is everything else.

import { EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { formatDuration, shorten } from '../model/format.ts';
import type { Box, Point } from '../model/geometry.ts';
import type { Layout } from '../model/layout.ts';
import { GState } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { goroutinePoint, objectPoint, placedGoroutine, placedObject } from './places.ts';
import { WORLD } from '../model/graph.ts';

/** Colours by meaning: a state's number, or the accent. */
export type Tone = number | 'accent';

export type Effect =
  /** Something small goes from here to there: a key, a spark, a counted unit, a drop, a letter. */
  | {
      readonly kind: 'fly';
      readonly shape: 'key' | 'spark' | 'unit' | 'drop' | 'text';
      readonly from: Point;
      readonly to: Point;
      readonly tone: Tone;
      readonly text: string;
    }
  /** A ring spreads from something. */
  | { readonly kind: 'ring'; readonly box: Box; readonly tone: Tone }
  /** Something comes into being, or begins: its outline grows to its size. */
  | { readonly kind: 'grow'; readonly box: Box; readonly tone: Tone }
  /** A line grows from one to the other and stays until the step is over. */
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly tone: Tone }
  /** A word over a card. */
  | { readonly kind: 'flag'; readonly at: Point; readonly text: string; readonly tone: Tone };

const LONGEST_FLAG = 30;
const LONGEST_NAME = 14;
/** About half of a letter of a name in a tag. */
const HALF_LETTER = 3.4;
const MAIN = 1;
/** A broadcast wakes many; so many sparks are enough to see it. */
const MOST_SPARKS = 24;

/** The effects of a step, in the order in which they are drawn. */
export function effectsOfStep(run: RunIndex, layout: Layout, step: number): Effect[] {
  const effects: Effect[] = [];
  if (step < 0) return effects;
  const core = run.steps.coreEvent(step);
  const last = Math.min(run.steps.lastEvent(step), core + MOST_SPARKS);
  new EffectMaker(run, layout, core, effects).make();
  for (let i = core + 1; i <= last; i++)
    if (run.store.kind(i) === K.GoUnblock) new EffectMaker(run, layout, i, effects).wake();
  return effects;
}

class EffectMaker {
  private readonly g: number;
  private readonly o: number;
  private readonly kind: number;
  private readonly actor: Point | undefined;
  private readonly thing: Point | undefined;

  constructor(
    private readonly run: RunIndex,
    private readonly layout: Layout,
    private readonly i: number,
    private readonly into: Effect[],
  ) {
    const { store } = run;
    this.g = store.goroutine(i);
    this.o = store.object(i);
    this.kind = store.kind(i);
    this.actor = goroutinePoint(layout, this.g);
    this.thing = objectPoint(layout, this.o);
  }

  make(): void {
    switch (this.kind) {
      case K.GoCreate:
        return this.create();
      case K.GoUnblock:
        return this.wake();
      case K.GoEnd:
        return this.ring(this.g, GState.Done);
      case K.GoPreempt:
      case K.GoYield:
        return this.flag(this.kind === K.GoYield ? 'yields' : 'time slice over', GState.Runnable);
      case K.GoHold:
        return this.flag('held back', GState.Runnable);
      case K.Deadlock:
        return this.allBlocked();
      case K.Panic:
      case K.Fatal:
        this.ring(this.g, GState.Blocked);
        return this.flag(this.text(), GState.Blocked);
      case K.Recover:
        return this.flag('recovers', GState.Running);
      case K.Output:
        return this.flag(this.text(), 'accent');
      case K.Watch:
        return this.flag(`${this.text()} = ${this.run.store.value(this.run.store.b(this.i))}`, 'accent');
      case K.AtomicOp:
        return this.flag(`atomic ${this.text()}`, 'accent');
      case K.Leak:
        return this.ring(this.g, GState.Blocked);
      case K.ChanRecvBlock:
        return this.queue();
      case K.ChanSendWake:
        return this.flag('value taken', GState.Running);
      case K.ChanMake:
      case K.ObjectMake:
      case K.ContextMake:
      case K.ObjectLink:
      case K.SemaMake:
      case K.LimiterSet:
        return this.made();
      default:
        if (this.kind <= K.GoHold) return this.life();
        if (this.kind >= K.Signal && this.kind <= K.HttpDone) return this.outside();
        return this.kind >= K.TimerStart && this.kind <= K.ContextCancel ? this.timed() : this.sync();
    }
  }

  /** A spark from the one who wakes to the one who can run again. */
  wake(): void {
    const to = goroutinePoint(this.layout, this.run.store.a(this.i));
    if (to === undefined) return;
    if (this.g === 0 || this.actor === undefined) return this.ring(this.run.store.a(this.i), GState.Runnable);
    this.into.push({ kind: 'fly', shape: 'spark', from: this.actor, to, tone: GState.Runnable, text: '' });
  }

  private create(): void {
    const child = this.run.store.a(this.i);
    const to = goroutinePoint(this.layout, child);
    if (to !== undefined && this.actor !== undefined && this.g !== 0)
      this.into.push({ kind: 'line', from: this.actor, to, tone: GState.Running });
    this.ring(child, GState.Runnable);
  }

  /** The run and its goroutines: beginning, going on, waiting for no object, ending. */
  private life(): void {
    const { store } = this.run;
    const time = store.time(this.i);
    switch (this.kind) {
      case K.RunStart:
        return this.ring(MAIN, 'accent');
      case K.RunEnd:
      case K.LimitReached:
        return this.ring(MAIN, GState.Done);
      case K.MainReturn:
        return this.flag('returns', GState.Done);
      case K.Processors:
        return this.flag(`GOMAXPROCS = ${store.a(this.i)}`, 'accent');
      case K.GoStart:
        return this.start();
      case K.GoBlock:
        return this.flag(`waits: ${WAIT_REASONS[store.a(this.i)]?.text ?? ''}`, GState.Blocked);
      case K.GoSleep:
        return this.flag(`sleeps ${formatDuration(store.wide(this.i) - time)}`, GState.Sleeping);
      case K.GoSteal:
        return this.flag('to another processor', GState.Runnable);
      default:
    }
  }

  /** A card of its own lights up; in a crowd only the one who starts. */
  private start(): void {
    const placed = placedGoroutine(this.layout, this.g);
    if (placed?.node.kind === 'goroutine') this.grow(placed.body, GState.Running);
    else this.ring(this.g, GState.Running);
  }

  /** A deadlock is about everybody who waits. */
  private allBlocked(): void {
    for (const g of this.run.entities.goroutines.keys()) {
      const lane = this.run.lanes.lane(g);
      const k = lane?.segmentAt(this.i) ?? -1;
      if (lane === undefined || k < 0 || lane.states.get(k) !== GState.Blocked) continue;
      this.ring(g, GState.Blocked);
      if (this.into.length >= MOST_SPARKS) return;
    }
  }

  /** A new object: reached for by its maker, or by the context above it, and growing to its size. */
  private made(): void {
    const { store } = this.run;
    const box = placedObject(this.layout, this.o)?.body;
    if (box === undefined || this.thing === undefined) return;
    const above = this.kind === K.ContextMake ? store.a(this.i) : this.kind === K.ObjectLink ? this.o : 0;
    const owner = this.kind === K.ObjectLink ? store.a(this.i) : this.o;
    const from = (above === 0 ? undefined : objectPoint(this.layout, above)) ?? this.actor;
    const to = objectPoint(this.layout, owner);
    if (from !== undefined && to !== undefined) this.into.push({ kind: 'line', from, to, tone: 'accent' });
    if (this.kind === K.ObjectLink) return;
    const at = { x: box.x + box.w / 2, y: box.y };
    if (this.kind === K.SemaMake)
      this.into.push({ kind: 'flag', at, text: `room for ${store.a(this.i)}`, tone: 'accent' });
    else if (this.kind === K.LimiterSet)
      this.into.push({ kind: 'flag', at, text: `bucket of ${store.b(this.i)}`, tone: 'accent' });
    else this.grow(box, 'accent');
  }

  /** Who waits for a value goes and stands at the end where values come out. */
  private queue(): void {
    const placed = placedObject(this.layout, this.o);
    if (this.actor === undefined || this.thing === undefined || placed === undefined) return;
    const { x, y, w, h } = placed.body;
    const right = this.layout.flow === 'right';
    const text = shorten(this.run.entities.goroutineName(this.g), LONGEST_NAME);
    const out = right ? 12 + text.length * HALF_LETTER : 14;
    const end = right ? { x: x + w + out, y: y + h / 2 } : { x: x + w / 2, y: y + h + out };
    this.into.push({
      kind: 'fly',
      shape: 'text',
      from: this.actor,
      to: placed.node.kind === 'channel' ? end : this.thing,
      tone: GState.Blocked,
      text,
    });
  }

  private sync(): void {
    const { store } = this.run;
    switch (this.kind) {
      case K.MutexLock:
      case K.RWLock:
      case K.RWRLock:
        return this.fly('key', 'toActor', GState.Running, '');
      case K.MutexUnlock:
      case K.RWUnlock:
      case K.RWRUnlock:
        return this.fly('key', 'toThing', GState.Running, '');
      case K.MutexBlock:
      case K.RWBlock:
      case K.RWRBlock:
      case K.WaitGroupBlock:
      case K.CondWait:
      case K.OnceBlock:
      case K.SemaBlock:
        return this.line(GState.Blocked);
      case K.MutexTryFail:
        return this.flag('locked: goes on', GState.Blocked);
      case K.WaitGroupAdd: {
        const delta = store.signedA(this.i);
        return this.fly('text', 'toThing', GState.Running, delta < 0 ? String(delta) : `+${delta}`);
      }
      case K.WaitGroupDone:
        return this.fly('text', 'toThing', GState.Running, '−1');
      case K.WaitGroupWait:
      case K.OnceDo:
      case K.OnceDone:
        return this.line(GState.Running);
      case K.CondSignal:
      case K.CondBroadcast:
        return this.ringObject(GState.Runnable);
      case K.SemaAcquire:
      case K.SemaRelease: {
        const count = store.a(this.i);
        const way = this.kind === K.SemaAcquire ? 'toActor' : 'toThing';
        return this.fly('unit', way, GState.Running, count === 1 ? '' : String(count));
      }
      case K.LimiterTake:
        return this.fly('drop', 'toActor', store.signedB(this.i) < 0 ? GState.Runnable : GState.Running, '');
      case K.LimiterRefuse:
        return this.flag('refused', GState.Blocked);
      case K.PoolGet:
      case K.PoolPut:
        return this.fly('unit', this.kind === K.PoolGet ? 'toActor' : 'toThing', 'accent', '');
      case K.ChanClose:
        return this.ringObject(GState.Done);
      case K.ChanSendFull:
      case K.ChanRecvEmpty:
        return this.flag(
          this.kind === K.ChanSendFull ? 'full: goes on' : 'nothing: goes on',
          GState.Runnable,
        );
      case K.ChanRecvClosed:
        return this.flag('closed', GState.Done);
      default:
    }
  }

  private timed(): void {
    const { store, entities } = this.run;
    switch (this.kind) {
      case K.TimerStart: {
        const left = store.wide(this.i) - store.time(this.i);
        return this.flag(`alarm in ${formatDuration(left)}`, GState.Sleeping);
      }
      case K.TimerStop:
        return this.flag('stops the alarm', GState.Sleeping);
      case K.TimerFire: {
        for (const [channel, timer] of entities.timerOf)
          if (timer === this.o)
            return this.ringBox(placedObject(this.layout, channel)?.body, GState.Sleeping);
        return;
      }
      case K.ContextCancel: {
        this.ringObject(GState.Blocked);
        const parent = objectPoint(this.layout, store.b(this.i));
        if (parent !== undefined && this.thing !== undefined && entities.objects.has(store.b(this.i)))
          this.into.push({ kind: 'line', from: parent, to: this.thing, tone: GState.Blocked });
        return;
      }
      default:
    }
  }

  /** Signals and requests, between the world's card and the program. */
  private outside(): void {
    const { store } = this.run;
    const world = this.layout.nodes.get(WORLD);
    if (world === undefined) return;
    const { x, y, w, h } = world.body;
    const at = { x: x + w / 2, y: y + h / 2 };
    const status = String(store.a(this.i) === 0 ? 'no answer' : store.a(this.i));
    switch (this.kind) {
      case K.Signal:
      case K.HttpServe:
        this.ringBox(world.body, 'accent');
        this.into.push({ kind: 'flag', at: { x: at.x, y }, text: this.text(), tone: 'accent' });
        break;
      case K.HttpRequest:
        this.flyBetween(this.actor, at, this.text());
        break;
      case K.HttpDone:
        this.flyBetween(this.actor, at, status);
        break;
      case K.HttpResponse:
        this.flyBetween(at, this.actor, status);
        break;
      default:
    }
  }

  private flyBetween(from: Point | undefined, to: Point | undefined, text: string): void {
    if (from === undefined || to === undefined) return;
    this.into.push({
      kind: 'fly',
      shape: 'text',
      from,
      to,
      tone: 'accent',
      text: shorten(text, LONGEST_FLAG),
    });
  }

  private text(): string {
    return shorten(this.run.store.text(this.run.store.a(this.i)).replace(/\s+$/, ''), LONGEST_FLAG);
  }

  private fly(
    shape: 'key' | 'unit' | 'drop' | 'text',
    way: 'toActor' | 'toThing',
    tone: Tone,
    text: string,
  ): void {
    if (this.actor === undefined || this.thing === undefined) return;
    const [from, to] = way === 'toActor' ? [this.thing, this.actor] : [this.actor, this.thing];
    this.into.push({ kind: 'fly', shape, from, to, tone, text });
  }

  private line(tone: Tone): void {
    if (this.actor === undefined || this.thing === undefined) return;
    this.into.push({ kind: 'line', from: this.actor, to: this.thing, tone });
  }

  private flag(text: string, tone: Tone): void {
    const placed = placedGoroutine(this.layout, this.g);
    if (placed === undefined || this.actor === undefined || text === '') return;
    const single = placed.node.kind === 'goroutine';
    const at = single ? { x: placed.body.x + placed.body.w / 2, y: placed.body.y } : this.actor;
    this.into.push({ kind: 'flag', at, text, tone });
  }

  private ring(g: number, tone: Tone): void {
    const placed = placedGoroutine(this.layout, g);
    if (placed?.node.kind === 'goroutine') return this.ringBox(placed.body, tone);
    const at = goroutinePoint(this.layout, g);
    if (at !== undefined) this.ringBox({ x: at.x - 8, y: at.y - 8, w: 16, h: 16 }, tone);
  }

  private grow(box: Box | undefined, tone: Tone): void {
    if (box !== undefined) this.into.push({ kind: 'grow', box, tone });
  }

  private ringObject(tone: Tone): void {
    this.ringBox(placedObject(this.layout, this.o)?.body, tone);
  }

  private ringBox(box: Box | undefined, tone: Tone): void {
    if (box !== undefined) this.into.push({ kind: 'ring', box, tone });
  }
}
