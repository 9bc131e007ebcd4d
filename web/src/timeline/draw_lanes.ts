// One lane: thick where the goroutine runs, thin where it waits. A million segments cost as much as the
// pixels they cover.

import { GState, type GStateNumber, type Lane } from '../model/lanes.ts';
import type { Ctx } from '../stage/brush.ts';
import type { Palette } from '../stage/palette.ts';
import { unitOfX, xOfUnit, type Axis, type UnitWindow } from './scale.ts';

const ALPHA: Readonly<Record<number, number>> = {
  [GState.Running]: 1,
  [GState.Runnable]: 0.9,
  [GState.Blocked]: 0.45,
  [GState.Sleeping]: 0.75,
  [GState.Done]: 0.22,
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

function bar(
  ctx: Ctx,
  palette: Palette,
  state: GStateNumber,
  x0: number,
  x1: number,
  place: LanePlace,
): void {
  const thick = state === GState.Running;
  const h = thick ? place.height * 0.74 : place.height * (state === GState.Runnable ? 0.5 : 0.38);
  const w = Math.max(x1 - x0, thick ? THINNEST_RUN : 0.8);
  ctx.globalAlpha = ALPHA[state] ?? 1;
  ctx.fillStyle = palette.states[state]!;
  const y = place.y + (place.height - h) / 2;
  if (w > 5) {
    ctx.beginPath();
    ctx.roundRect(x0, y, w, h, 2.5);
    ctx.fill();
  } else ctx.fillRect(x0, y, w, h);
  ctx.globalAlpha = 1;
}
