// Cause and effect: from the lane of the one who starts or wakes a goroutine to the lane of that goroutine.

import { EventKind as K } from '../generated/events.ts';
import { GState } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { Ctx } from '../stage/brush.ts';
import type { Palette } from '../stage/palette.ts';

/** More arrows than these in one window would be a grey veil. */
const MOST_ARROWS = 120;

export interface ArrowSpace {
  /** x of an event; undefined when it is outside the window. */
  x(event: number): number | undefined;
  /** Middle of a goroutine's lane; undefined when it is scrolled away. */
  y(goroutine: number): number | undefined;
}

/** All arrows between two events, quietly; none when there are too many. */
export function drawArrows(
  ctx: Ctx,
  palette: Palette,
  run: RunIndex,
  from: number,
  to: number,
  space: ArrowSpace,
): void {
  const { wakeEvents, wakeFrom, wakeTo } = run.lanes;
  const first = wakeEvents.countUpTo(from - 1);
  const last = wakeEvents.countUpTo(to);
  if (last - first > MOST_ARROWS) return;
  ctx.globalAlpha = 0.5;
  for (let k = first; k < last; k++)
    drawArrow(ctx, palette, space, wakeEvents.get(k), wakeFrom.get(k), wakeTo.get(k), false);
  ctx.globalAlpha = 1;
}

/** The arrows of one step, clearly. */
export function drawStepArrows(
  ctx: Ctx,
  palette: Palette,
  run: RunIndex,
  step: number,
  space: ArrowSpace,
): void {
  const { store, steps } = run;
  for (let i = steps.firstEvent(step); i <= steps.lastEvent(step); i++) {
    const kind = store.kind(i);
    if (kind !== K.GoUnblock && kind !== K.GoCreate) continue;
    drawArrow(ctx, palette, space, i, store.goroutine(i), store.a(i), true);
  }
}

function drawArrow(
  ctx: Ctx,
  palette: Palette,
  space: ArrowSpace,
  event: number,
  from: number,
  to: number,
  clear: boolean,
): void {
  const x = space.x(event);
  const y0 = space.y(from);
  const y1 = space.y(to);
  if (x === undefined || y0 === undefined || y1 === undefined || from === to) return;
  ctx.strokeStyle = palette.states[clear ? GState.Running : GState.Runnable]!;
  ctx.fillStyle = ctx.strokeStyle;
  ctx.lineWidth = clear ? 1.8 : 1;
  ctx.setLineDash(clear ? [] : [2, 2.5]);
  ctx.beginPath();
  ctx.moveTo(x, y0);
  ctx.lineTo(x, y1);
  ctx.stroke();
  ctx.setLineDash([]);
  const size = clear ? 7 : 5;
  const down = y1 > y0 ? 1 : -1;
  ctx.beginPath();
  ctx.moveTo(x, y1);
  ctx.lineTo(x - size * 0.6, y1 - size * down);
  ctx.lineTo(x + size * 0.6, y1 - size * down);
  ctx.fill();
  ctx.beginPath();
  ctx.arc(x, y0, size * 0.36, 0, Math.PI * 2);
  ctx.fill();
}
