// The axis: virtual time with units, from nanoseconds to the whole run, or the numbers of steps. Where one
// has zoomed in so far that labels would all read the same, they count from the left edge.

import { scaleLinear } from 'd3-scale';
import { formatDuration } from '../model/format.ts';
import { label, type Ctx } from '../stage/brush.ts';
import type { Palette } from '../stage/palette.ts';
import type { Axis, UnitWindow } from './scale.ts';

const PER_LABEL = 110;

export interface Tick {
  readonly unit: number;
  readonly text: string;
}

/** The labels of a window that is `pixels` wide, and where they count from (0: the beginning of the run). */
export function axisTicks(axis: Axis, w: UnitWindow): { readonly base: number; readonly ticks: Tick[] } {
  const whole = ticksFrom(axis, w, 0);
  const differ = new Set(whole.map((tick) => tick.text)).size === whole.length;
  if (differ || axis.kind !== 'time' || w.from === 0) return { base: 0, ticks: whole };
  return { base: w.from, ticks: ticksFrom(axis, w, w.from) };
}

function ticksFrom(axis: Axis, w: UnitWindow, base: number): Tick[] {
  const count = Math.max(2, Math.floor((w.right - w.left) / PER_LABEL));
  const scale = scaleLinear().domain([w.from - base, w.to - base]);
  return scale.ticks(count).map((tick) => {
    if (base === 0) return { unit: tick, text: axis.label(tick) };
    return { unit: tick + base, text: tick === 0 ? '+0' : `+${formatDuration(tick)}` };
  });
}

export function drawAxis(
  ctx: Ctx,
  palette: Palette,
  axis: Axis,
  w: UnitWindow,
  y: number,
  width: number,
): void {
  const font = `10.5px ${palette.sans}`;
  const { base, ticks } = axisTicks(axis, w);
  if (base > 0) {
    const from = { x: w.left - 14, y: y + 16 };
    label(ctx, exact(base), from, font, palette.ink, 'right', w.left - 16);
  }
  for (const tick of ticks) {
    const x = w.left + ((tick.unit - w.from) / (w.to - w.from)) * (w.right - w.left);
    ctx.fillStyle = palette.line;
    ctx.fillRect(x, y, 1, 4);
    const nearEdge = x > w.right - 16;
    const at = { x: nearEdge ? width - 3 : x, y: y + 16 };
    label(ctx, tick.text, at, font, palette.muted, nearEdge ? 'right' : 'center');
  }
}

/** All digits of a time: "1.500 000 050 s". */
function exact(ns: number): string {
  const whole = Math.floor(ns / 1e9);
  const rest = String(Math.round(ns - whole * 1e9)).padStart(9, '0');
  return `${whole}.${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)} s`;
}
