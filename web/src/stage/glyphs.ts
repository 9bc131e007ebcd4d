// A small sign for each kind of synchronisation object; it also tells how the object stands.

import type { Point } from '../model/geometry.ts';
import type { ObjectKind } from '../model/entities.ts';
import { circle, roundRect, type Ctx } from './brush.ts';

export interface GlyphState {
  /** Somebody holds it, it is cancelled, its work is done. */
  readonly on: boolean;
  /** 0 … 1: how full a bucket is, how far a count has got. */
  readonly level: number;
}

/** Draws the sign around `at`, 18 pixels wide, in one colour. */
export function drawGlyph(ctx: Ctx, kind: ObjectKind, at: Point, color: string, state: GlyphState): void {
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = 1.7;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  (SIGNS[kind] ?? other)(ctx, state);
  ctx.restore();
}

function line(ctx: Ctx, ...points: readonly (readonly [number, number])[]): void {
  ctx.beginPath();
  points.forEach(([x, y], k) => (k === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.stroke();
}

function padlock(ctx: Ctx, { on }: GlyphState): void {
  roundRect(ctx, { x: -6, y: -1, w: 12, h: 9 }, 2);
  if (on) ctx.fill();
  else ctx.stroke();
  ctx.beginPath();
  ctx.arc(on ? 0 : 3.5, -2.5, 3.6, Math.PI, on ? 0 : -0.35);
  ctx.moveTo(on ? -3.6 : -0.1, -2.5);
  ctx.lineTo(on ? -3.6 : -0.1, -1);
  if (on) {
    ctx.moveTo(3.6, -2.5);
    ctx.lineTo(3.6, -1);
  }
  ctx.stroke();
}

function book(ctx: Ctx, state: GlyphState): void {
  if (state.on) return padlock(ctx, state);
  ctx.beginPath();
  ctx.moveTo(0, -5);
  ctx.bezierCurveTo(-3, -7.5, -6, -7, -8, -6);
  ctx.lineTo(-8, 6);
  ctx.bezierCurveTo(-6, 5, -3, 5, 0, 7);
  ctx.bezierCurveTo(3, 5, 6, 5, 8, 6);
  ctx.lineTo(8, -6);
  ctx.bezierCurveTo(6, -7, 3, -7.5, 0, -5);
  ctx.lineTo(0, 7);
  ctx.stroke();
}

function counter(ctx: Ctx, { level }: GlyphState): void {
  ctx.globalAlpha *= 0.35;
  circle(ctx, { x: 0, y: 0 }, 7);
  ctx.stroke();
  ctx.globalAlpha /= 0.35;
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.arc(0, 0, 7, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * level);
  if (level > 0) ctx.stroke();
}

function once(ctx: Ctx, { on }: GlyphState): void {
  circle(ctx, { x: 0, y: 0 }, 7.5);
  ctx.stroke();
  if (on) line(ctx, [-3.4, 0.3], [-0.8, 3], [3.8, -2.8]);
  else line(ctx, [-2, -2], [0.5, -3.8], [0.5, 3.8]);
}

function bell(ctx: Ctx): void {
  ctx.beginPath();
  ctx.moveTo(-7, 4.5);
  ctx.bezierCurveTo(-4.5, 2, -6, -6.5, 0, -6.5);
  ctx.bezierCurveTo(6, -6.5, 4.5, 2, 7, 4.5);
  ctx.closePath();
  ctx.stroke();
  line(ctx, [-1.5, 7.2], [1.5, 7.2]);
}

function units(ctx: Ctx, { level }: GlyphState): void {
  for (let k = 0; k < 4; k++) {
    roundRect(ctx, { x: k % 2 === 0 ? -7 : 1, y: k < 2 ? -7 : 1, w: 6, h: 6 }, 1.5);
    if (k < Math.ceil(level * 4 - 1e-9)) ctx.fill();
    else ctx.stroke();
  }
}

function bucket(ctx: Ctx, { level }: GlyphState): void {
  const full = Math.max(0, Math.min(1, level));
  const top = 8 - 14 * full;
  const half = (y: number): number => 5 + ((8 - y) / 15) * 2.6;
  ctx.globalAlpha *= 0.45;
  ctx.beginPath();
  ctx.moveTo(-half(top), top);
  ctx.lineTo(half(top), top);
  ctx.lineTo(5, 8);
  ctx.lineTo(-5, 8);
  ctx.fill();
  ctx.globalAlpha /= 0.45;
  line(ctx, [-7.6, -7], [-5, 8], [5, 8], [7.6, -7]);
}

function context(ctx: Ctx, { on }: GlyphState): void {
  if (on) {
    circle(ctx, { x: 0, y: 0 }, 7.5);
    ctx.fill();
    ctx.globalCompositeOperation = 'destination-out';
    line(ctx, [-3, -3], [3, 3]);
    line(ctx, [3, -3], [-3, 3]);
    ctx.globalCompositeOperation = 'source-over';
    return;
  }
  circle(ctx, { x: -5, y: 0 }, 2.6);
  ctx.fill();
  line(ctx, [-5, 0], [5, -5]);
  line(ctx, [-5, 0], [5, 5]);
  circle(ctx, { x: 5.5, y: -5 }, 2);
  ctx.fill();
  circle(ctx, { x: 5.5, y: 5 }, 2);
  ctx.fill();
}

function clock(ctx: Ctx): void {
  circle(ctx, { x: 0, y: 0 }, 7.5);
  ctx.stroke();
  line(ctx, [0, -4.5], [0, 0], [3, 2]);
}

function pool(ctx: Ctx): void {
  for (const [x, y] of [
    [-4, 3.5],
    [4, 3.5],
    [0, -3.5],
  ] as const) {
    circle(ctx, { x, y }, 3.4);
    ctx.stroke();
  }
}

function other(ctx: Ctx): void {
  roundRect(ctx, { x: -6, y: -6, w: 12, h: 12 }, 3);
  ctx.stroke();
}

const SIGNS: Partial<Record<ObjectKind, (ctx: Ctx, state: GlyphState) => void>> = {
  mutex: padlock,
  rwmutex: book,
  waitgroup: counter,
  once,
  cond: bell,
  semaphore: units,
  limiter: bucket,
  context,
  timer: clock,
  pool,
};
