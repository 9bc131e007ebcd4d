// One lane: thick where the goroutine runs, thin where it waits. A million segments cost as much as the
// pixels they cover.

import { GState, type GStateNumber, type Lane } from '../model/lanes.ts';
import type { Ctx } from '../stage/brush.ts';
import type { Palette } from '../stage/palette.ts';
import { unitOfX, xOfUnit, type Axis, type UnitWindow } from './scale.ts';

const ALPHA: Readonly<Record<number, number>> = {
  [GState.Running]: 1,
  [GState.Runnable]: 0.9,
  [GState.Blocked]: 0.55,
  [GState.Sleeping]: 0.8,
  [GState.Done]: 0.5,
};
const THINNEST_RUN = 3;
/** So many segments narrower than a pixel are looked at before the rest of the pixel is skipped. */
const MOST_PER_PIXEL = 24;

export interface LanePlace {
  readonly y: number;
  readonly height: number;
}

/** Draws a lane up to the end of the run: the state that lasts then is drawn to there. */
export function drawLane(
  ctx: Ctx,
  palette: Palette,
  axis: Axis,
  lane: Lane,
  w: UnitWindow,
  place: LanePlace,
): void {
  const runs: (readonly [number, number, GStateNumber])[] = [];
  let k = Math.max(0, lane.segmentAt(axis.eventAt(w.from - 1)));
  let lastX = -Infinity;
  let crowded = 0;
  while (k < lane.events.length) {
    const start = axis.unitOfEvent(lane.events.get(k));
    if (start > w.to) break;
    const state = lane.states.get(k) as GStateNumber;
    const next = k + 1 < lane.events.length ? axis.unitOfEvent(lane.events.get(k + 1)) : axis.end;
    const x0 = Math.max(w.left, xOfUnit(w, start));
    const x1 = Math.min(w.right, xOfUnit(w, next));
    if (state === GState.Running || state === GState.Runnable) runs.push([x0, x1, state]);
    else if (x1 - x0 > 0.2 || x0 - lastX > 1) bar(ctx, palette, state, x0, x1, place);
    lastX = Math.max(lastX, x1);
    crowded = x1 - x0 < 0.5 ? crowded + 1 : 0;
    if (crowded < MOST_PER_PIXEL) k++;
    else {
      k = skipPixel(axis, lane, w, k, x1);
      crowded = 0;
    }
  }
  for (const [x0, x1, state] of runs) if (state === GState.Runnable) bar(ctx, palette, state, x0, x1, place);
  for (const [x0, x1, state] of runs) if (state === GState.Running) bar(ctx, palette, state, x0, x1, place);
}

/** The first segment that begins half a pixel further on: what lies between could not be seen. */
function skipPixel(axis: Axis, lane: Lane, w: UnitWindow, k: number, x: number): number {
  const segment = lane.segmentAt(axis.eventAt(unitOfX(w, x + 0.5)));
  return Math.max(k + 1, segment);
}

/** So wide must a stretch be for its shape to be seen; below that only thickness and colour tell. */
const SHAPED = 7;
const THICKNESS: Readonly<Record<number, number>> = {
  [GState.Running]: 0.74,
  [GState.Runnable]: 0.5,
  [GState.Blocked]: 0.2,
  [GState.Sleeping]: 0.38,
  [GState.Done]: 0.1,
};

/**
 * Running is a thick solid bar, runnable a hollow one, sleeping a thin solid line, blocked a thin dashed one,
 * done a hair.
 */
function bar(
  ctx: Ctx,
  palette: Palette,
  state: GStateNumber,
  x0: number,
  x1: number,
  place: LanePlace,
): void {
  const thick = state === GState.Running;
  const h = Math.max(1.5, place.height * (THICKNESS[state] ?? 0.3));
  const w = Math.max(x1 - x0, thick ? THINNEST_RUN : 0.8);
  const color = palette.states[state]!;
  ctx.globalAlpha = ALPHA[state] ?? 1;
  ctx.fillStyle = color;
  const y = place.y + (place.height - h) / 2;
  if (w <= SHAPED || state === GState.Done) ctx.fillRect(x0, y, w, h);
  else if (state === GState.Blocked) dashes(ctx, color, x0, y, w, h);
  else if (state === GState.Runnable) {
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.4;
    ctx.strokeRect(x0 + 0.7, y + 0.7, w - 1.4, h - 1.4);
  } else {
    ctx.beginPath();
    ctx.roundRect(x0, y, w, h, 2.5);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

function dashes(ctx: Ctx, color: string, x: number, y: number, w: number, h: number): void {
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = h;
  ctx.setLineDash([8, 3]);
  ctx.beginPath();
  ctx.moveTo(x, y + h / 2);
  ctx.lineTo(x + w, y + h / 2);
  ctx.stroke();
  ctx.restore();
}
