// A sweep: the program is run once for each of a slider's values, in a worker, and its numbers are kept.
//
// Invariants: at most one sweep is under way, a newer one ends it; points come in order of the values; a run
// that does not end is cut off at MOST_EVENTS and says so.

import type { Engine } from '../engine/client.ts';
import type { Outcome, Slider } from '../engine/protocol.ts';
import type { Measures } from '../model/measure.ts';
import type { Session } from './session.ts';
import { niceNumber, rewrite, valueText } from './slider_values.ts';

const MOST_POINTS = 24;
const MOST_EVENTS = 400_000;

export interface SweepPoint {
  readonly value: number;
  readonly measures: Measures;
  readonly outcome: Outcome;
}

/** What a sweep shows against the slider. */
export const SWEEP_METRICS = [
  { key: 'time', label: 'total time', unit: 'ns', of: (m: Measures) => m.timeNs },
  { key: 'busy', label: 'at work', unit: 'part', of: (m: Measures) => m.busy },
  { key: 'processors', label: 'processors busy', unit: 'part', of: (m: Measures) => m.processorBusy },
  { key: 'waiting', label: 'waiting, in sum', unit: 'ns', of: (m: Measures) => m.waitingNs },
  { key: 'queue', label: 'longest queue', unit: 'count', of: (m: Measures) => m.longestQueue },
  { key: 'goroutines', label: 'goroutines alive', unit: 'count', of: (m: Measures) => m.mostAlive },
  { key: 'blocked', label: 'blocked at once', unit: 'count', of: (m: Measures) => m.mostBlocked },
  { key: 'leaks', label: 'left behind', unit: 'count', of: (m: Measures) => m.leaks },
] as const;

export type SweepMetric = (typeof SWEEP_METRICS)[number]['key'];

/** Values of a slider to try: all of them, or two dozen spread over its range. */
export function sweepValues(slider: Slider): number[] {
  const { min, max } = slider;
  if (slider.kind === 'bool') return [0, 1];
  const step = slider.step > 0 ? slider.step : slider.kind === 'int' ? 1 : 0;
  if (step > 0 && !slider.log && (max - min) / step < MOST_POINTS)
    return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, k) => min + k * step);
  const values = new Set<number>();
  for (let k = 0; k < MOST_POINTS; k++) {
    const part = k / (MOST_POINTS - 1);
    const raw = slider.log && min > 0 ? min * (max / min) ** part : min + (max - min) * part;
    const nice = slider.kind === 'float' || raw === 0 ? raw : niceNumber(raw);
    const value = slider.kind === 'int' || slider.kind === 'duration' ? Math.round(nice) : nice;
    values.add(Math.min(max, Math.max(min, value)));
  }
  return [...values].sort((p, q) => p - q);
}

export class Sweep {
  /** Name of the slider, "" before the first sweep; "processors" for GOMAXPROCS. */
  slider = '';
  metric: SweepMetric = 'time';
  points: SweepPoint[] = [];
  total = 0;
  running = false;
  failure = '';
  private engine: Engine | undefined;
  private ticket = 0;

  constructor(
    private readonly session: Session,
    private readonly onChange: () => void,
  ) {}

  /** Runs the session's program for every value of a slider. */
  async start(slider: Slider): Promise<void> {
    this.cancel();
    const mine = ++this.ticket;
    const { session } = this;
    this.slider = slider.name;
    this.points = [];
    this.sweptKey = this.key(slider.name);
    this.failure = '';
    this.running = true;
    const values = sweepValues(slider);
    this.total = values.length;
    this.engine ??= session.engine.another();
    const options = { ...session.runOptions(), ahead: MOST_EVENTS, schedule: '' };
    const { source } = session;
    this.onChange();
    try {
      for (const value of values) {
        const parameters = { [slider.name]: valueText(slider, value) };
        const { measures, outcome } = await this.engine.measure(source, parameters, options);
        if (mine !== this.ticket) return;
        this.points.push({ value, measures, outcome });
        this.onChange();
      }
    } catch (error) {
      if (mine !== this.ticket) return;
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.running = false;
    this.onChange();
  }

  /** What the runs of a sweep have in common: everything but the value of its slider. */
  private key(name: string): string {
    const { source, sliders, seed, processors, inputs } = this.session;
    const least = new Map(sliders.filter((s) => s.name === name).map((s) => [name, s.min]));
    return JSON.stringify([rewrite(source, sliders, least), seed, processors, inputs]);
  }

  /** The program has been changed since. */
  get outdated(): boolean {
    return (
      this.points.length > 0 && this.session.status === 'ready' && this.sweptKey !== this.key(this.slider)
    );
  }
  private sweptKey = '';

  /** The program of a sweep has gone. */
  forget(): void {
    this.cancel();
    this.slider = '';
    this.points = [];
  }

  /** Ends a sweep; the points so far stay. */
  cancel(): void {
    this.ticket++;
    if (!this.running) return;
    this.running = false;
    this.engine?.halt();
    this.onChange();
  }

  setMetric(metric: SweepMetric): void {
    this.metric = metric;
    this.onChange();
  }

  dispose(): void {
    this.ticket++;
    this.engine?.stop();
    this.engine = undefined;
  }
}
