// One lane for a processor: who runs on it, by name where there is room; a thin line where it is idle.

import { GState } from '../model/lanes.ts';
import type { ProcessorLane } from '../model/processor_lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { label, type Ctx } from '../stage/brush.ts';
import type { Palette } from '../stage/palette.ts';
import type { LanePlace } from './draw_lanes.ts';
import { unitOfX, xOfUnit, type Axis, type UnitWindow } from './scale.ts';

const ROOM_FOR_NAME = 26;
const MOST_PER_PIXEL = 24;

export function drawProcessorLane(
  ctx: Ctx,
  palette: Palette,
  axis: Axis,
  run: RunIndex,
  lane: ProcessorLane,
  w: UnitWindow,
  place: LanePlace,
): void {
  const middle = place.y + place.height / 2;
  ctx.fillStyle = palette.line;
  ctx.fillRect(w.left, middle - 0.75, w.right - w.left, 1.5);
  let k = Math.max(0, lane.events.countUpTo(axis.eventAt(w.from - 1)) - 1);
  let crowded = 0;
  while (k < lane.events.length) {
    const start = axis.unitOfEvent(lane.events.get(k));
    if (start > w.to) break;
    const next = k + 1 < lane.events.length ? axis.unitOfEvent(lane.events.get(k + 1)) : axis.end;
    const g = lane.goroutines.get(k);
    const x0 = Math.max(w.left, xOfUnit(w, start));
    const x1 = Math.min(w.right, xOfUnit(w, next));
    if (g !== 0) drawTurn(ctx, palette, run, g, x0, x1, place);
    crowded = x1 - x0 < 0.5 ? crowded + 1 : 0;
    if (crowded < MOST_PER_PIXEL) k++;
    else {
      k = Math.max(k + 1, lane.events.countUpTo(axis.eventAt(unitOfX(w, x1 + 0.5))) - 1);
      crowded = 0;
    }
  }
}

/** Neighbours are told apart by two shades; the name says who it is. */
function drawTurn(
  ctx: Ctx,
  palette: Palette,
  run: RunIndex,
  g: number,
  x0: number,
  x1: number,
  place: LanePlace,
): void {
  const h = place.height * 0.74;
  const y = place.y + (place.height - h) / 2;
  const w = Math.max(1.5, x1 - x0);
  ctx.fillStyle = palette.states[GState.Running]!;
  ctx.globalAlpha = g % 2 === 0 ? 1 : 0.72;
  if (w > 5) {
    ctx.beginPath();
    ctx.roundRect(x0 + 0.5, y, w - 1, h, 2.5);
    ctx.fill();
  } else ctx.fillRect(x0, y, w, h);
  ctx.globalAlpha = 1;
  if (w < ROOM_FOR_NAME) return;
  const at = { x: x0 + w / 2, y: place.y + place.height / 2 + 3.8 };
  label(ctx, run.entities.goroutineName(g), at, `600 10.5px ${palette.sans}`, palette.paper, 'center', w - 6);
}
