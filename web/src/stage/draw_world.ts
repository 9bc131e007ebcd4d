// What lies outside the program: signals and requests come from here and answers go back.

import { formatCount, shorten } from '../model/format.ts';
import type { PlacedNode } from '../model/layout.ts';
import { label, roundRect, type Ctx } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';

const MOST_LINES = 2;

export function drawWorld(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { x, y, w, h } = placed.body;
  const lit = moment.lit.has(placed.node.key);
  roundRect(ctx, placed.body, 26);
  ctx.fillStyle = palette.soft;
  ctx.fill();
  ctx.strokeStyle = lit ? palette.accent : palette.pipeEdge;
  ctx.lineWidth = lit ? 2.2 : 1.4;
  ctx.setLineDash([2, 4]);
  ctx.lineCap = 'round';
  ctx.stroke();
  ctx.setLineDash([]);
  const middle = x + w / 2;
  label(ctx, 'outside world', { x: middle, y: y + 26 }, `600 13px ${palette.sans}`, palette.ink, 'center');
  const font = `11px ${palette.mono}`;
  const lines = worldLines(moment);
  lines.forEach((text, k) => {
    const at = { x: middle, y: y + h / 2 + 8 + k * 16 };
    label(ctx, text, at, font, palette.muted, 'center', w - 18);
  });
}

/** The requests under way, or the last signal. */
function worldLines(moment: Moment): string[] {
  const { state, run } = moment;
  const lines = state.requests.slice(0, MOST_LINES).map((r) => shorten(r.text, 24));
  const more = state.requests.length - lines.length;
  if (more > 0) lines[MOST_LINES - 1] = `+${formatCount(more + 1)} requests`;
  if (lines.length > 0) return lines;
  if (state.signalEvent >= 0) return [`signal: ${run.store.text(run.store.a(state.signalEvent))}`];
  return [];
}
