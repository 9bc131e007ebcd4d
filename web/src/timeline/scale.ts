// What the timeline's x axis measures: virtual time, or steps. Short programs do everything in no time
// at all, and even in long ones the interesting things happen at the same instant: then the order is
// what one wants to see.
//
// Coordinate spaces: units (nanoseconds or steps) and pixels of the canvas.

import { formatDuration } from '../model/format.ts';
import type { RunIndex } from '../model/run_index.ts';

export type AxisKind = 'time' | 'steps';

export interface Axis {
  readonly kind: AxisKind;
  /** The largest unit of the run. */
  readonly end: number;
  /** How far one can zoom in. */
  readonly finest: number;
  unitOfEvent(event: number): number;
  /** The last event at or before a unit; -1 before the first. */
  eventAt(unit: number): number;
  label(unit: number): string;
}

/** @param leastEnd an axis of time goes on to there, as far as that of the run beside this one */
export function axisOf(run: RunIndex, kind: AxisKind, leastEnd = 0): Axis {
  const { store, steps } = run;
  if (kind === 'time') {
    return {
      kind,
      end: Math.max(1, store.endTime, leastEnd),
      finest: 50,
      unitOfEvent: (event) => store.time(event),
      eventAt: (unit) => store.indexAtTime(unit),
      label: (unit) => (unit === 0 ? '0' : formatDuration(unit)),
    };
  }
  return {
    kind,
    end: Math.max(1, steps.length),
    finest: 8,
    unitOfEvent: (event) => Math.max(0, steps.stepOfEvent(event)),
    eventAt: (unit) =>
      unit < 0 || steps.length === 0 ? -1 : steps.lastEvent(Math.min(steps.length - 1, Math.floor(unit))),
    label: (unit) => (Number.isInteger(unit) ? String(unit) : ''),
  };
}

export interface UnitWindow {
  /** Units at the left and right edge. */
  readonly from: number;
  readonly to: number;
  /** Pixels of the left and right edge. */
  readonly left: number;
  readonly right: number;
}

export function xOfUnit(w: UnitWindow, unit: number): number {
  return w.left + ((unit - w.from) / (w.to - w.from)) * (w.right - w.left);
}

export function unitOfX(w: UnitWindow, x: number): number {
  return w.from + ((x - w.left) / (w.right - w.left)) * (w.to - w.from);
}
