// Values as tokens: a disc that keeps its colour for life and shows its value.

import type { Point } from '../model/geometry.ts';
import { shorten } from '../model/format.ts';
import { circle, label, measure, roundRect, type Ctx } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';
import { placeOnPath, shortValue } from './tokens.ts';

const RADIUS = 12;
/** Size of the letters by their number. */
const SIZES = [12, 12, 12, 9.5, 8, 6.5] as const;

export function drawToken(
  ctx: Ctx,
  palette: Palette,
  moment: Moment,
  msg: number,
  at: Point,
  radius = RADIUS,
): void {
  const { messages, store } = moment.run;
  const followed = moment.journey?.messages.has(msg) === true;
  if (followed) {
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 2;
    circle(ctx, at, radius + 3);
    ctx.stroke();
  }
  ctx.fillStyle = palette.tokens[messages.family.get(msg) % palette.tokens.length]!;
  circle(ctx, at, radius);
  ctx.fill();
  const text = shortValue(store.value(messages.value.get(msg)));
  const size = SIZES[Math.min(text.length, SIZES.length - 1)]!;
  label(
    ctx,
    text,
    { x: at.x, y: at.y + size * 0.35 },
    `650 ${size}px ${palette.mono}`,
    palette.onToken,
    'center',
  );
}

/** A moving value whose text does not fit the disc carries it along. */
function drawFlag(ctx: Ctx, palette: Palette, moment: Moment, msg: number, at: Point): void {
  const text = moment.run.store.value(moment.run.messages.value.get(msg));
  if (text.length <= 3) return;
  const font = `11px ${palette.mono}`;
  const shown = shorten(text, 26);
  const w = measure(ctx, font, shown) + 14;
  roundRect(ctx, { x: at.x - w / 2, y: at.y - 36, w, h: 19 }, 6);
  ctx.fillStyle = palette.panel;
  ctx.fill();
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.stroke();
  label(ctx, shown, { x: at.x, y: at.y - 22.5 }, font, palette.ink, 'center');
}

/** All values: those at rest, those on their way, and those that fade because they have been used up. */
export function drawTokens(ctx: Ctx, palette: Palette, moment: Moment): void {
  const moving = new Set(moment.motions.map((motion) => motion.msg));
  const parents = new Set(moment.motions.map((motion) => moment.run.messages.parent.get(motion.msg)));
  for (const [msg, site] of moment.after) {
    if (moving.has(msg) && moment.t < 1) continue;
    drawToken(
      ctx,
      palette,
      moment,
      msg,
      site.at,
      site.kind === 'queue' || site.kind === 'hand' ? 10.5 : RADIUS,
    );
  }
  if (moment.t >= 1) return;
  for (const [msg, site] of moment.before) {
    if (moment.after.has(msg) || parents.has(msg)) continue;
    fade(ctx, 1 - moment.t, () => drawToken(ctx, palette, moment, msg, site.at, 10.5 * (1 - moment.t * 0.4)));
  }
  for (const motion of moment.motions) {
    if (moment.reducedMotion) {
      const last = motion.path[motion.path.length - 1]!;
      fade(ctx, 1 - moment.t, () => drawToken(ctx, palette, moment, motion.msg, motion.path[0]!));
      fade(ctx, moment.t, () => drawToken(ctx, palette, moment, motion.msg, last));
      continue;
    }
    const at = placeOnPath(motion, moment.t);
    drawToken(ctx, palette, moment, motion.msg, at, RADIUS + 1);
    drawFlag(ctx, palette, moment, motion.msg, at);
  }
}

function fade(ctx: Ctx, alpha: number, draw: () => void): void {
  const old = ctx.globalAlpha;
  ctx.globalAlpha = old * Math.max(0, alpha);
  draw();
  ctx.globalAlpha = old;
}
