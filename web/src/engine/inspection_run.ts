// The inspector's own run, in a worker of its own: it goes to any event and tells what is there.
//
// Going back means running again. So that this stays quick in long runs, the whole memory of the engine is
// copied every so often on the way (the engine with one thread keeps everything about a run in its linear
// memory), and going back starts from the nearest copy.
//
// Invariants: copies are ascending in `event` and all of the present program and run; a newer wish to go
// somewhere ends an older one; the copies together stay below MOST_BYTES. While a goroutine is watched, the
// run may stand between two events, so going to an event then means going back.

import { compileWhole } from './library_parts.ts';
import type { Arrival, Hit, StatementPlace } from '../model/inspection.ts';
import type { EngineObject } from './module.ts';
import type { RunOptions } from './protocol.ts';

/** Work between two copies, to begin with: copying 32 MiB takes about a third of it. */
const COPY_EVERY_MS = 30;
const MOST_BYTES = 160 * 1024 * 1024;
/** Work between two looks at the mailbox. */
const SLICE_MS = 12;
const FIRST_BUDGET = 300_000;

interface Copy {
  readonly event: number;
  readonly memory: Uint8Array;
}

export class InspectionRun {
  private at = 0;
  /** Whose statements are counted, and from which event on. */
  private watched: Omit<StatementPlace, 'statement' | 'before'> | undefined;
  private copies: Copy[] = [];
  private copyEveryMs = COPY_EVERY_MS;
  /** It stands at the beginning of a statement of whom is watched. */
  private atStatement = false;
  private workedMs = 0;
  private budget = FIRST_BUDGET;
  private ticket = 0;
  private options: RunOptions | undefined;

  constructor(
    private readonly engine: EngineObject,
    /** Lets messages in. */
    private readonly breathe: () => Promise<void>,
    /** False where the memory is shared with other threads and must not be copied about. */
    private readonly copying: boolean,
  ) {}

  /** Compiles and begins; false when there is nothing to run. Throws MissingParts. */
  start(source: string, options: RunOptions): boolean {
    this.ticket++;
    this.options = undefined;
    this.copies = [];
    this.copyEveryMs = COPY_EVERY_MS;
    const e = this.engine;
    e.clearParameters();
    if (!compileWhole(e, source)) return false;
    for (const [name, value] of Object.entries(options.limits)) e.setLimit(name, value);
    e.clearInputs();
    for (const input of options.inputs) {
      const problem = e.addInput(input);
      if (problem !== '') throw new Error(problem);
    }
    this.options = options;
    this.restart();
    return true;
  }

  private restart(): void {
    const { seed, processors, schedule } = this.options!;
    this.engine.inspectStart(schedule === '' ? `s1:${seed}` : schedule, processors);
    this.at = 0;
    this.watched = undefined;
    this.workedMs = 0;
  }

  /** Goes to where `event` events have happened; false when a newer wish came in between. */
  async seek(event: number): Promise<boolean> {
    if (this.options === undefined) return false;
    if (this.watched !== undefined || event < this.at) this.goBack(event);
    return this.goOn(event, 0);
  }

  /**
   * Goes to where the goroutine begins its statement number `statement` (from 1) after `from` events, or
   * until `until` events have happened. Undefined when a newer wish came in between.
   */
  async seekStatement(place: StatementPlace): Promise<Arrival | undefined> {
    if (this.options === undefined) return undefined;
    const { engine, watched } = this;
    const { goroutine, from, statement, until } = place;
    const same = watched?.goroutine === goroutine && watched.from === from && watched.until === until;
    const begun = engine.inspectStatements();
    // It stands where the last statement begins only when that was asked for; else it has gone on.
    if (!same || begun > statement || (begun === statement && !this.atStatement)) {
      if (!(await this.seek(place.before))) return undefined;
      engine.inspectWatch(goroutine, from, until, '');
      this.watched = { goroutine, from, until };
    }
    if (!(await this.goOn(until, statement))) return undefined;
    this.atStatement = engine.inspectStatements() === statement;
    return { events: this.at, statement: engine.inspectStatements() };
  }

  /**
   * Every statement that somebody begins on one of the lines before `until` events have happened, at most
   * `most`. Undefined when a newer wish came in between.
   */
  async hits(lines: readonly number[], until: number, most: number): Promise<readonly Hit[] | undefined> {
    if (this.options === undefined) return undefined;
    const { engine } = this;
    this.restart();
    engine.inspectWatch(0, 0, until, lines.join(','));
    this.watched = { goroutine: 0, from: 0, until };
    const hits: Hit[] = [];
    while (hits.length < most && this.at < until && !engine.inspectOver()) {
      if (!(await this.goOn(until, hits.length + 1))) return undefined;
      if (engine.inspectStatements() === hits.length) break;
      const [goroutine = 0, line = 0, from = 0, statement = 0] = engine.inspectBegun().split(' ').map(Number);
      hits.push({ events: this.at, goroutine, line, from, statement });
    }
    return hits;
  }

  /** Runs on to an event or to a statement of whom is watched (0: no matter); false after a newer wish. */
  private async goOn(event: number, statement: number): Promise<boolean> {
    const mine = ++this.ticket;
    const arrived = (): boolean =>
      this.at >= event || (statement > 0 && this.engine.inspectStatements() >= statement);
    while (!arrived() && !this.engine.inspectOver()) {
      const began = performance.now();
      this.at = this.engine.inspectTo(event, statement, this.budget);
      const took = performance.now() - began;
      if (took < SLICE_MS / 2) this.budget *= 2;
      else if (took > SLICE_MS * 2) this.budget = Math.max(1000, this.budget / 2);
      this.workedMs += took;
      if (!arrived()) {
        if (this.watched === undefined) this.copyWhenDue();
        await this.breathe();
        if (mine !== this.ticket) return false;
      }
    }
    return true;
  }

  private goBack(event: number): void {
    this.watched = undefined;
    const before = this.copies.findLast((copy) => copy.event <= event);
    if (before === undefined) {
      this.restart();
      return;
    }
    const memory = new Uint8Array(this.engine.control().buffer);
    memory.set(before.memory);
    // Memory that has grown since was zero then.
    memory.fill(0, before.memory.byteLength);
    this.at = before.event;
    this.workedMs = 0;
  }

  private copyWhenDue(): void {
    if (!this.copying || this.workedMs < this.copyEveryMs) return;
    this.workedMs = 0;
    const last = this.copies[this.copies.length - 1];
    if (last !== undefined && last.event >= this.at) return;
    this.copies.push({ event: this.at, memory: new Uint8Array(this.engine.control().buffer).slice() });
    const bytes = this.copies.reduce((sum, copy) => sum + copy.memory.byteLength, 0);
    if (bytes <= MOST_BYTES) return;
    // Half of them go, evenly, and the next ones are further apart.
    this.copies = this.copies.filter((_, k) => k % 2 === 1);
    this.copyEveryMs *= 2;
  }

  state(goroutines: readonly number[]): string {
    return this.options === undefined ? '' : this.engine.inspectState(goroutines.join(','));
  }

  parts(path: string, from: number, count: number): string {
    return this.options === undefined ? '' : this.engine.inspectParts(path, from, count);
  }
}
