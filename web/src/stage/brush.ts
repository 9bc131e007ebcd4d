// The few strokes that everything on the stage is drawn with.

import type { Box, Curve, Point } from '../model/geometry.ts';

export type Ctx = CanvasRenderingContext2D;

/** How faint a thing is that is made later: its place is kept, and its name can be read. */
export const UNBORN = 0.62;

export function roundRect(ctx: Ctx, box: Box, radius: number): void {
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.w, box.h, radius);
}

export function circle(ctx: Ctx, at: Point, radius: number): void {
  ctx.beginPath();
  ctx.arc(at.x, at.y, radius, 0, Math.PI * 2);
}

export function tracePath(ctx: Ctx, curve: Curve): void {
  ctx.beginPath();
  ctx.moveTo(curve.start.x, curve.start.y);
  for (const [c1, c2, to] of curve.parts) ctx.bezierCurveTo(c1.x, c1.y, c2.x, c2.y, to.x, to.y);
}

/** An arrow head whose tip is at the end of the curve. */
export function arrowHead(ctx: Ctx, curve: Curve, size: number): void {
  const last = curve.parts[curve.parts.length - 1];
  if (last === undefined) return;
  const [, c2, tip] = last;
  const angle = Math.atan2(tip.y - c2.y, tip.x - c2.x);
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  ctx.lineTo(tip.x - size * Math.cos(angle - 0.42), tip.y - size * Math.sin(angle - 0.42));
  ctx.lineTo(tip.x - size * Math.cos(angle + 0.42), tip.y - size * Math.sin(angle + 0.42));
  ctx.closePath();
  ctx.fill();
}

/** Many rectangles that are drawn at once, and again in the next frame. */
export class Rects {
  private readonly flat: number[] = [];
  private path: Path2D | undefined;

  add(x: number, y: number, w: number, h: number): void {
    this.flat.push(x, y, w, h);
  }

  fill(ctx: Ctx): void {
    if (this.reusable(ctx)) return ctx.fill(this.path!);
    this.trace(ctx);
    ctx.fill();
  }

  stroke(ctx: Ctx): void {
    if (this.reusable(ctx)) return ctx.stroke(this.path!);
    this.trace(ctx);
    ctx.stroke();
  }

  /** Drawings that become SVG know no ready-made paths. */
  private reusable(ctx: Ctx): boolean {
    if (typeof CanvasRenderingContext2D === 'undefined' || !(ctx instanceof CanvasRenderingContext2D))
      return false;
    if (this.path === undefined) this.trace((this.path = new Path2D()));
    return true;
  }

  private trace(path: Path2D | Ctx): void {
    if ('beginPath' in path) path.beginPath();
    const { flat } = this;
    for (let i = 0; i < flat.length; i += 4) path.rect(flat[i]!, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!);
  }
}

const widths = new Map<string, number>();
const MOST_WIDTHS = 4000;

/** Width of a text, remembered: measuring is the slowest thing a frame could do. */
export function measure(ctx: Ctx, font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = font;
    width = ctx.measureText(text).width;
    if (widths.size > MOST_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/**
 * As much of a text as fits, with "…" for the rest. What tells one from another is never cut: the number at
 * the end of "worker #12" and the closure's of "main.func1 #12".
 */
function cut(ctx: Ctx, text: string, font: string, room: number): string {
  const tail = / [#×][\d\u2009]+$/.exec(text)?.[0] ?? '';
  // "func1" says as much as "main.func1", and more than "main.f…".
  const head = text.slice(0, text.length - tail.length).replace(/\w+\.(func\d[\d.]*)$/, '$1');
  if (measure(ctx, font, head + tail) <= room) return head + tail;
  let low = 0;
  let high = head.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(ctx, font, `${head.slice(0, middle)}…${tail}`) <= room) low = middle;
    else high = middle - 1;
  }
  return `${head.slice(0, low)}…${tail}`;
}

/** Draws a text, cut with "…" to fit `room`. The text is placed by its alphabetic baseline. */
export function label(
  ctx: Ctx,
  text: string,
  at: Point,
  font: string,
  color: string,
  align: CanvasTextAlign = 'left',
  room = Infinity,
): void {
  const shown = measure(ctx, font, text) <= room ? text : cut(ctx, text, font, room);
  ctx.font = font;
  ctx.fillStyle = color;
  ctx.textAlign = align;
  ctx.fillText(shown, at.x, at.y);
}
