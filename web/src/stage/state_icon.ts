// The sign of a goroutine's state. Shape alone tells it: filled with ▶, hollow ring, ring with pause
// bars, clock, plain disc.

import type { Point } from '../model/geometry.ts';
import { GState, type GStateNumber } from '../model/lanes.ts';
import { circle, type Ctx } from './brush.ts';
import type { Palette } from './palette.ts';

export function drawStateIcon(
  ctx: Ctx,
  palette: Palette,
  at: Point,
  state: GStateNumber,
  radius: number,
): void {
  const color = palette.states[state]!;
  const unit = radius / 8;
  ctx.lineWidth = 2 * unit;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.setLineDash([]);
  circle(ctx, at, radius);
  if (state === GState.Runnable || state === GState.Blocked) ctx.stroke();
  else ctx.fill();
  ctx.lineCap = 'round';
  switch (state) {
    case GState.Running:
      ctx.fillStyle = palette.panel;
      ctx.beginPath();
      ctx.moveTo(at.x - 2.5 * unit, at.y - 4 * unit);
      ctx.lineTo(at.x + 4.2 * unit, at.y);
      ctx.lineTo(at.x - 2.5 * unit, at.y + 4 * unit);
      ctx.closePath();
      ctx.fill();
      break;
    case GState.Blocked:
      ctx.beginPath();
      ctx.moveTo(at.x - 2.5 * unit, at.y - 3.2 * unit);
      ctx.lineTo(at.x - 2.5 * unit, at.y + 3.2 * unit);
      ctx.moveTo(at.x + 2.5 * unit, at.y - 3.2 * unit);
      ctx.lineTo(at.x + 2.5 * unit, at.y + 3.2 * unit);
      ctx.stroke();
      break;
    case GState.Sleeping:
      ctx.strokeStyle = palette.panel;
      ctx.lineWidth = 1.8 * unit;
      ctx.beginPath();
      ctx.moveTo(at.x, at.y - 4.6 * unit);
      ctx.lineTo(at.x, at.y);
      ctx.lineTo(at.x + 3.4 * unit, at.y + 2 * unit);
      ctx.stroke();
      break;
    default:
  }
}
