// The cases of a select, on the edges that they would use: taken, ready but lost, not ready.

import { sample } from '../model/geometry.ts';
import type { Point } from '../model/geometry.ts';
import { GState } from '../model/lanes.ts';
import { circle, label, measure, roundRect, type Ctx } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';
import { placedGoroutine, placedObject, shelfCurve } from './places.ts';
import type { SelectCase } from './select_view.ts';

/** How far from the goroutine a sign stands on its edge: where edges have parted. */
const FROM_GOROUTINE = 0.56;
/** The same on the longer way down to the shelf. */
const FROM_SHELF = 0.16;
/** With more cases the words would lie on top of each other; the signs are enough. */
const MOST_WORDS = 6;

export function drawSelect(ctx: Ctx, palette: Palette, moment: Moment): void {
  const { select } = moment;
  if (select === undefined) return;
  // Where no case is ready, the sentence says so, and the words would only lie on those who wait.
  const words = select.cases.length <= MOST_WORDS && select.cases.some(({ ready }) => ready);
  const used = new Set<string>();
  select.cases.forEach((one, k) => {
    const at = placeOf(moment, select.goroutine, one);
    const shown = moment.reducedMotion ? 1 : lookedAt(moment.t, k, select.cases.length);
    if (at === undefined || shown === 0) return;
    const key = `${Math.round(at.x)},${Math.round(at.y)}`;
    if (used.has(key) && !one.taken) return;
    used.add(key);
    ctx.save();
    ctx.globalAlpha *= shown;
    ctx.translate(at.x, at.y);
    ctx.scale(0.4 + 0.6 * shown, 0.4 + 0.6 * shown);
    drawSign(ctx, palette, one, { x: 0, y: 0 });
    ctx.restore();
    if (words && shown === 1) drawWord(ctx, palette, one, at);
  });
  if (!select.tookDefault) return;
  const card = placedGoroutine(moment.layout, select.goroutine)?.body;
  if (card === undefined) return;
  drawPill(
    ctx,
    palette,
    'default',
    { x: card.x + card.w - 34, y: card.y - 2 },
    palette.states[GState.Running]!,
  );
}

/** A select looks at its cases one after the other, in this part of the step's motion. */
const LOOKING = 0.5;
const ONE_LOOK = 0.2;

/** How much of the k-th case's sign is there: 0 before the select has looked at it, then growing to 1. */
export function lookedAt(t: number, k: number, cases: number): number {
  const begins = ((LOOKING - ONE_LOOK) * k) / Math.max(1, cases - 1);
  return Math.max(0, Math.min(1, (t - begins) / ONE_LOOK));
}

/** On the edge between the goroutine and the case's channel. */
function placeOf(moment: Moment, g: number, one: SelectCase): Point | undefined {
  const goroutine = placedGoroutine(moment.layout, g);
  const object = placedObject(moment.layout, one.object);
  if (goroutine === undefined || object === undefined) return undefined;
  const role = one.send ? 'send' : 'receive';
  const edge = moment.layout.edges.find(
    ({ edge: e }) =>
      e.role === role &&
      (one.send
        ? e.from === goroutine.node.key && e.to === object.node.key
        : e.from === object.node.key && e.to === goroutine.node.key),
  );
  const points = sample(edge?.curve ?? shelfCurve(object, goroutine));
  if (edge === undefined) return points[Math.round((points.length - 1) * FROM_SHELF)];
  const t = one.send ? FROM_GOROUTINE : 1 - FROM_GOROUTINE;
  return points[Math.round((points.length - 1) * t)];
}

function drawSign(ctx: Ctx, palette: Palette, one: SelectCase, at: Point): void {
  const color = colorOf(palette, one);
  circle(ctx, at, 8.5);
  ctx.fillStyle = one.taken ? color : palette.paper;
  ctx.fill();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.8;
  ctx.setLineDash(one.ready ? [] : [2, 2.4]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  if (one.taken) {
    ctx.strokeStyle = palette.paper;
    ctx.lineWidth = 2.2;
    ctx.moveTo(at.x - 3.6, at.y + 0.4);
    ctx.lineTo(at.x - 0.9, at.y + 3.2);
    ctx.lineTo(at.x + 4, at.y - 3);
    ctx.stroke();
  } else if (one.ready) {
    ctx.fillStyle = color;
    circle(ctx, at, 3.4);
    ctx.fill();
  }
}

function colorOf(palette: Palette, one: SelectCase): string {
  if (one.taken) return palette.states[GState.Running]!;
  return one.ready ? palette.states[GState.Runnable]! : palette.muted;
}

function drawWord(ctx: Ctx, palette: Palette, one: SelectCase, at: Point): void {
  const text = one.taken ? 'taken' : one.ready ? 'ready, not taken' : 'not ready';
  drawPill(ctx, palette, text, { x: at.x, y: at.y + 19 }, colorOf(palette, one));
}

function drawPill(ctx: Ctx, palette: Palette, text: string, at: Point, color: string): void {
  const font = `600 10px ${palette.sans}`;
  const w = measure(ctx, font, text) + 10;
  roundRect(ctx, { x: at.x - w / 2, y: at.y - 8, w, h: 15 }, 5);
  ctx.fillStyle = palette.paper;
  ctx.globalAlpha *= 0.88;
  ctx.fill();
  ctx.globalAlpha /= 0.88;
  label(ctx, text, { x: at.x, y: at.y + 3 }, font, color, 'center');
}
