// Edges are quiet until something moves on them. The count at the goroutine's end says how many values
// went along.

import { formatCount } from '../model/format.ts';
import type { PlacedEdge } from '../model/layout.ts';
import { arrowHead, label, tracePath, type Ctx } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';

/** The moves of an edge that stands for many, in order, and how long the trace was then. */
const merged = new WeakMap<PlacedEdge, { readonly events: Float64Array; readonly length: number }>();

function movesOf(moment: Moment, placed: PlacedEdge): Float64Array {
  const known = merged.get(placed);
  const { length } = moment.run.store;
  if (known !== undefined && known.length === length) return known.events;
  const events: number[] = [];
  for (const [g, o] of placed.edge.pairs) {
    const moves = moment.run.edges.find(g, o, placed.edge.role)?.moves;
    for (let k = 0; k < (moves?.length ?? 0); k++) events.push(moves!.get(k));
  }
  const sorted = Float64Array.from(events).sort();
  merged.set(placed, { events: sorted, length });
  return sorted;
}

function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many values have gone along an edge by the step of the moment. */
export function edgeCount(moment: Moment, placed: PlacedEdge): number {
  const { pairs, role } = placed.edge;
  if (pairs.length !== 1) return countUpTo(movesOf(moment, placed), moment.state.event);
  return moment.run.edges.find(...pairs[0]!, role)?.moves.countUpTo(moment.state.event) ?? 0;
}

export function drawEdges(ctx: Ctx, palette: Palette, moment: Moment): void {
  for (const placed of moment.layout.edges)
    if (!moment.litEdges.has(placed)) drawEdge(ctx, palette, moment, placed, false);
  for (const placed of moment.litEdges) drawEdge(ctx, palette, moment, placed, true);
}

/** While one follows a value, the edges that it never took step back. */
function isAside(moment: Moment, placed: PlacedEdge): boolean {
  const { journey } = moment;
  if (journey === undefined) return false;
  return !placed.edge.pairs.some(([g, o]) => journey.goroutines.has(g) && journey.objects.has(o));
}

function drawEdge(ctx: Ctx, palette: Palette, moment: Moment, placed: PlacedEdge, lit: boolean): void {
  const close = placed.edge.role === 'close';
  const color = lit ? palette.states[1]! : palette.pipeEdge;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = lit ? 3 : 1.5;
  const quiet = isAside(moment, placed) ? 0.2 : close && !lit ? 0.55 : 1;
  ctx.globalAlpha *= quiet;
  ctx.setLineDash(close ? [3, 4] : []);
  tracePath(ctx, placed.curve);
  ctx.stroke();
  ctx.setLineDash([]);
  arrowHead(ctx, placed.curve, lit ? 11 : 8);
  ctx.globalAlpha /= quiet;
  if (!close) drawCount(ctx, palette, moment, placed);
}

function drawCount(ctx: Ctx, palette: Palette, moment: Moment, placed: PlacedEdge): void {
  const count = edgeCount(moment, placed);
  if (count === 0) return;
  const font = `10.5px ${palette.sans}`;
  const right = moment.layout.flow === 'right';
  const { start, parts } = placed.curve;
  const end = parts[parts.length - 1]![2];
  if (placed.edge.role === 'send') {
    const at = right ? { x: start.x + 8, y: start.y - 6 } : { x: start.x + 6, y: start.y + 14 };
    label(ctx, formatCount(count), at, font, palette.muted);
  } else if (!placed.feedback) {
    const at = right ? { x: end.x - 12, y: end.y - 13 } : { x: end.x + 7, y: end.y - 12 };
    label(ctx, formatCount(count), at, font, palette.muted, right ? 'right' : 'left');
  } else label(ctx, formatCount(count), placed.label, font, palette.muted, 'center');
}
