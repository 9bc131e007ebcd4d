// Breakpoints on lines that only compute: no event tells of them, so an engine of its own runs the program
// once more and notes where somebody comes to them.
//
// Invariants: `hits` belong to one run and one set of lines, in the order of time; what is asked for
// meanwhile replaces what was asked before; a run that is still being recorded is asked about again when it
// is complete.

import { linesReached } from '../model/find_step.ts';
import type { Hit } from '../model/inspection.ts';
import type { RunIndex } from '../model/run_index.ts';
import { Probe } from './probe.ts';
import type { Session } from './session.ts';
import { lastStep, type Between } from './statements.ts';

/** A loop may come to its line for ever; nobody steps through more than this. */
const MOST_HITS = 1000;

/** A hit with the step after which it comes. */
export interface SteppedHit extends Hit {
  readonly step: number;
}

export class Hits {
  private found: readonly SteppedHit[] = [];
  /** Grows with every answer. */
  timesFound = 0;
  private bySteps = new Set<number>();
  /** The run and the breakpoints that `found` is about. */
  private foundFor = '';
  private reached: ReadonlySet<number> = new Set();
  private reachedOf: RunIndex | undefined;
  private reachedTo = 0;
  private readonly probe: Probe;

  constructor(
    private readonly session: Session,
    private readonly onChange: () => void,
  ) {
    this.probe = new Probe(session);
  }

  /** True when the run records something on the line. */
  isRecorded(line: number): boolean {
    const { run } = this.session;
    if (run === undefined) return true;
    if (this.reachedOf !== run || this.reachedTo !== run.store.length) {
      this.reachedOf = run;
      this.reachedTo = run.store.length;
      this.reached = linesReached(run);
    }
    return this.reached.has(line);
  }

  /** True when somebody comes to the line, as far as is known. */
  isHit(line: number): boolean {
    return this.found.some((hit) => hit.line === line);
  }

  /** True when somebody comes to one of the lines right after the step. */
  follows(step: number): boolean {
    return this.bySteps.has(step);
  }

  /** Looks for the lines among `breakpoints` on which nothing is recorded. */
  look(breakpoints: ReadonlySet<number>): void {
    const { run, runNumber, player } = this.session;
    const all = [...breakpoints].sort((p, q) => p - q);
    // Not again for every piece of a run that is being recorded.
    const key = `${runNumber} ${player.complete} ${all.join(',')}`;
    if (key === this.foundFor) return;
    this.foundFor = key;
    this.take([]);
    const lines = all.filter((line) => !this.isRecorded(line));
    if (run !== undefined && lines.length > 0) void this.ask(run, key, lines);
    else this.probe.dispose();
  }

  private async ask(run: RunIndex, key: string, lines: readonly number[]): Promise<void> {
    try {
      const hits = await this.probe.hits(lines, run.store.length, MOST_HITS);
      if (hits === undefined || key !== this.foundFor || run !== this.session.run) return;
      this.take(hits.map((hit) => ({ ...hit, step: lastStep(run, hit.events) })));
      this.onChange();
    } catch {
      // The dot stays hollow: it says that the player cannot stop there.
      this.probe.forget();
    }
  }

  private take(found: readonly SteppedHit[]): void {
    this.found = found;
    this.timesFound++;
    this.bySteps = new Set(found.map((hit) => hit.step));
  }

  /** The first hit after the step. */
  firstAfter(step: number): SteppedHit | undefined {
    return this.found.find((hit) => hit.step === step);
  }

  /** The next (by 1) or previous (by -1) hit, from a place between events or from a step. */
  from(step: number, between: Between | undefined, by: 1 | -1): SteppedHit | undefined {
    const here = this.indexOf(between);
    if (here >= 0) return this.found[here + by];
    const events = between?.events ?? 0;
    return by === 1
      ? this.found.find((hit) => hit.step >= step && hit.events > events)
      : this.found.findLast((hit) => hit.step < step || (hit.step === step && hit.events < events));
  }

  private indexOf(between: Between | undefined): number {
    if (between === undefined) return -1;
    const { goroutine, from, statement } = between;
    return this.found.findIndex(
      (hit) => hit.goroutine === goroutine && hit.from === from && hit.statement === statement,
    );
  }
}
