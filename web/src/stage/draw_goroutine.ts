// Goroutines as cards: name, sign of the state, what it is doing; and crowds of them as one card with a
// dot for each.

import { statusLine } from '../model/describe.ts';
import { formatCount } from '../model/format.ts';
import { GState, STATE_NAMES, type GStateNumber } from '../model/lanes.ts';
import type { PlacedNode } from '../model/layout.ts';
import { dotGrid, rosterGrid, rosterRow } from '../model/sizes.ts';
import { label, Rects, roundRect, type Ctx, UNBORN } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';
import { drawStateIcon } from './state_icon.ts';

const ORDER: readonly GStateNumber[] = [
  GState.Running,
  GState.Runnable,
  GState.Sleeping,
  GState.Blocked,
  GState.Done,
];

function outline(ctx: Ctx, palette: Palette, placed: PlacedNode, state: GStateNumber, lit: boolean): void {
  const color = palette.states[state]!;
  const radius = placed.node.compact ? 10 : 12;
  if (lit) {
    ctx.globalAlpha *= 0.16;
    ctx.fillStyle = color;
    const { x, y, w, h } = placed.body;
    roundRect(ctx, { x: x - 5, y: y - 5, w: w + 10, h: h + 10 }, radius + 5);
    ctx.fill();
    ctx.globalAlpha /= 0.16;
  }
  roundRect(ctx, placed.body, radius);
  ctx.fillStyle = palette.panel;
  ctx.fill();
  ctx.strokeStyle = color;
  ctx.lineWidth = state === GState.Running ? 2.5 : 1.6;
  ctx.setLineDash(state === GState.Blocked ? [5, 4] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

export function drawGoroutine(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const g = placed.node.members[0]!;
  const state = moment.state.stateOf(g);
  const { x, y, w, h } = placed.body;
  if (state === GState.None) {
    drawUnborn(ctx, palette, placed, moment.run.entities.goroutineName(g));
    return;
  }
  outline(ctx, palette, placed, state, moment.lit.has(placed.node.key));
  const holds = moment.state.hand(g) !== 0;
  const room = w - 36 - (holds ? 32 : 8);
  const name = moment.run.entities.goroutineName(g);
  const ink = state === GState.Done ? palette.muted : palette.ink;
  const status = statusLine(moment.run, moment.state, g, moment.core, moment.timeNs);
  if (placed.node.compact) {
    drawStateIcon(ctx, palette, { x: x + 16, y: y + h / 2 }, state, 6.5);
    label(ctx, name, { x: x + 29, y: y + h / 2 - 1 }, `600 12px ${palette.sans}`, ink, 'left', w - 60);
    label(
      ctx,
      status,
      { x: x + 29, y: y + h / 2 + 12 },
      `10px ${palette.sans}`,
      palette.states[state]!,
      'left',
      w - 60,
    );
    return;
  }
  drawStateIcon(ctx, palette, { x: x + 20, y: y + h / 2 }, state, 8);
  label(ctx, name, { x: x + 36, y: y + 24 }, `600 14px ${palette.sans}`, ink, 'left', room);
  label(
    ctx,
    status,
    { x: x + 36, y: y + 41 },
    `11.5px ${palette.sans}`,
    palette.states[state]!,
    'left',
    room,
  );
}

/** A goroutine that will be started later keeps its place as a faint outline. */
function drawUnborn(ctx: Ctx, palette: Palette, placed: PlacedNode, name: string): void {
  const { x, y, h } = placed.body;
  ctx.globalAlpha *= UNBORN;
  roundRect(ctx, placed.body, 12);
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1.4;
  ctx.setLineDash([2, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  label(ctx, name, { x: x + 20, y: y + h / 2 + 4 }, `500 13px ${palette.sans}`, palette.muted);
  ctx.globalAlpha /= UNBORN;
}

export function drawGroup(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { node, body } = placed;
  const counts = new Uint32Array(6);
  for (const g of node.members) counts[moment.state.stateOf(g)]!++;
  const alive = node.members.length - counts[GState.None]!;
  const main = ORDER.find((s) => counts[s]! > 0) ?? GState.Done;
  const lit = moment.lit.has(node.key);
  ctx.fillStyle = palette.panel;
  for (const shift of [6, 3]) {
    roundRect(ctx, { ...body, x: body.x + shift, y: body.y + shift }, 12);
    ctx.fill();
    ctx.strokeStyle = palette.line;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  outline(ctx, palette, placed, lit ? main : main === GState.Blocked ? GState.Blocked : main, lit);
  label(
    ctx,
    `${node.label} ×${formatCount(node.members.length)}`,
    { x: body.x + 14, y: body.y + 22 },
    `600 14px ${palette.sans}`,
    palette.ink,
    'left',
    body.w - 28,
  );
  if (rosterGrid(node.members.length) !== undefined) {
    drawRoster(ctx, palette, placed, moment);
    return;
  }
  const grid = dotGrid(node.members.length);
  if (grid.rows === 0) {
    drawShares(ctx, palette, placed, counts);
    return;
  }
  label(
    ctx,
    countsText(counts, alive),
    { x: body.x + 14, y: body.y + 39 },
    `11px ${palette.sans}`,
    palette.muted,
    'left',
    body.w - 24,
  );
  drawDots(ctx, palette, placed, moment, grid);
}

/** Each member with its number and its state; the one that acts stands out. */
function drawRoster(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { node, body } = placed;
  const acting = moment.core < 0 ? 0 : moment.run.store.goroutine(moment.core);
  node.members.forEach((g, k) => {
    const row = rosterRow(body, node.members.length, k);
    const state = moment.state.stateOf(g);
    const middle = row.y + row.h / 2;
    if (g === acting) {
      ctx.globalAlpha *= 0.16;
      ctx.fillStyle = palette.states[state]!;
      roundRect(ctx, { x: row.x, y: row.y + 1, w: row.w - 1, h: row.h - 2 }, 7);
      ctx.fill();
      ctx.globalAlpha /= 0.16;
    }
    const ordinal = moment.run.entities.goroutines.get(g)?.ordinal ?? g;
    if (state === GState.None) {
      label(ctx, `#${ordinal}`, { x: row.x + 26, y: middle + 4 }, `500 12px ${palette.sans}`, palette.line);
      return;
    }
    drawStateIcon(ctx, palette, { x: row.x + 13, y: middle }, state, 6.5);
    const ink = state === GState.Done ? palette.muted : palette.ink;
    label(ctx, `#${ordinal}`, { x: row.x + 26, y: middle + 4 }, `600 12px ${palette.sans}`, ink);
  });
}

function countsText(counts: Uint32Array, alive: number): string {
  if (alive === 0) return 'not started yet';
  return ORDER.filter((s) => counts[s]! > 0)
    .map((s) => `${formatCount(counts[s]!)} ${STATE_NAMES[s]}`)
    .join(' · ');
}

/**
 * The dots of a group as they stand after an event: they change from step to step, not from frame to frame.
 */
const dotsOf = new WeakMap<
  PlacedNode,
  { readonly event: number; readonly paths: Map<GStateNumber, Rects> }
>();

function dotPaths(
  placed: PlacedNode,
  moment: Moment,
  grid: { cols: number; pitch: number },
): Map<GStateNumber, Rects> {
  const known = dotsOf.get(placed);
  if (known?.event === moment.state.event) return known.paths;
  const { node, body } = placed;
  const size = grid.pitch - (grid.pitch > 6 ? 3 : 1.5);
  // One path for each state: a thousand strokes of their own would cost the frame.
  const paths = new Map<GStateNumber, Rects>();
  node.members.forEach((g, k) => {
    const state = moment.state.stateOf(g);
    const x = body.x + 14 + (k % grid.cols) * grid.pitch;
    const y = body.y + 50 + Math.floor(k / grid.cols) * grid.pitch;
    let path = paths.get(state);
    if (path === undefined) paths.set(state, (path = new Rects()));
    if (isHollow(state)) path.add(x + 0.6, y + 0.6, size - 1.2, size - 1.2);
    else path.add(x, y, size, size);
  });
  dotsOf.set(placed, { event: moment.state.event, paths });
  return paths;
}

function drawDots(
  ctx: Ctx,
  palette: Palette,
  placed: PlacedNode,
  moment: Moment,
  grid: { cols: number; pitch: number },
): void {
  for (const [state, path] of dotPaths(placed, moment, grid)) {
    const over = state === GState.None || state === GState.Done;
    const color = over ? palette.line : palette.states[state]!;
    ctx.fillStyle = color;
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.2;
    if (isHollow(state)) path.stroke(ctx);
    else path.fill(ctx);
  }
}

function isHollow(state: GStateNumber): boolean {
  return state === GState.Blocked || state === GState.Runnable;
}

/** Too many for dots: one bar, divided by state, and how many there are of each. */
function drawShares(ctx: Ctx, palette: Palette, placed: PlacedNode, counts: Uint32Array): void {
  const { node, body } = placed;
  let x = body.x + 14;
  const width = body.w - 28;
  ctx.fillStyle = palette.line;
  ctx.fillRect(x, body.y + 32, width, 14);
  let row = 0;
  for (const state of ORDER) {
    const count = counts[state]!;
    const faint = state === GState.Done ? 0.4 : 1;
    const w = (count / node.members.length) * width;
    if (count > 0) {
      ctx.fillStyle = palette.states[state]!;
      ctx.globalAlpha *= faint;
      ctx.fillRect(x, body.y + 32, Math.max(w, 1), 14);
      ctx.globalAlpha /= faint;
      x += w;
    }
    const y = body.y + 62 + row++ * 18;
    ctx.globalAlpha *= count === 0 ? 0.45 : 1;
    drawStateIcon(ctx, palette, { x: body.x + 21, y: y - 4 }, state, 5.5);
    const font = `11.5px ${palette.sans}`;
    label(ctx, STATE_NAMES[state], { x: body.x + 33, y }, font, palette.muted);
    label(ctx, formatCount(count), { x: body.x + body.w - 14, y }, `600 ${font}`, palette.ink, 'right');
    ctx.globalAlpha /= count === 0 ? 0.45 : 1;
  }
}
