// Draws what happens during a step. With reduced motion nothing travels: things appear where they arrive.

import { between } from '../model/geometry.ts';
import { circle, label, measure, roundRect, type Ctx } from './brush.ts';
import type { Effect, Tone } from './effects.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';

const SPREAD = 16;

function colorOf(palette: Palette, tone: Tone): string {
  return tone === 'accent' ? palette.accent : palette.states[tone]!;
}

/** Lines go from one to another behind everything that stands on the stage: texts stay readable. */
export function drawLines(ctx: Ctx, palette: Palette, moment: Moment): void {
  drawThose(ctx, palette, moment, (effect) => effect.kind === 'line');
}

/** Everything else happens in front. */
export function drawEffects(ctx: Ctx, palette: Palette, moment: Moment): void {
  drawThose(ctx, palette, moment, (effect) => effect.kind !== 'line');
}

function drawThose(ctx: Ctx, palette: Palette, moment: Moment, wanted: (effect: Effect) => boolean): void {
  if (moment.t >= 1) return;
  const eased = 1 - (1 - moment.t) ** 3;
  for (const effect of moment.effects.filter(wanted)) {
    ctx.save();
    ctx.strokeStyle = colorOf(palette, effect.tone);
    ctx.fillStyle = ctx.strokeStyle;
    draw(ctx, palette, effect, moment.t, eased, moment.reducedMotion);
    ctx.restore();
  }
}

function draw(ctx: Ctx, palette: Palette, effect: Effect, t: number, eased: number, still: boolean): void {
  switch (effect.kind) {
    case 'ring': {
      const { x, y, w, h } = effect.box;
      const out = still ? 5 : 3 + SPREAD * eased;
      ctx.globalAlpha *= 1 - t;
      ctx.lineWidth = 2.5;
      roundRect(ctx, { x: x - out, y: y - out, w: w + 2 * out, h: h + 2 * out }, 12 + out);
      ctx.stroke();
      return;
    }
    case 'grow': {
      const { x, y, w, h } = effect.box;
      const part = still ? 1 : 0.3 + 0.7 * eased;
      ctx.globalAlpha *= Math.min(1, 3 * (1 - t));
      ctx.lineWidth = 2.5;
      roundRect(
        ctx,
        { x: x + (w * (1 - part)) / 2, y: y + (h * (1 - part)) / 2, w: w * part, h: h * part },
        12,
      );
      ctx.stroke();
      return;
    }
    case 'line': {
      ctx.globalAlpha *= Math.min(1, 2.4 * (1 - t));
      ctx.lineWidth = 2;
      ctx.setLineDash([5, 4]);
      const end = still ? effect.to : between(effect.from, effect.to, Math.min(1, eased * 1.3));
      ctx.beginPath();
      ctx.moveTo(effect.from.x, effect.from.y);
      ctx.lineTo(end.x, end.y);
      ctx.stroke();
      return;
    }
    case 'flag': {
      ctx.globalAlpha *= Math.min(1, 5 * t, 3 * (1 - t));
      pill(ctx, palette, effect.text, effect.at.x, effect.at.y - 13 - (still ? 4 : 8 * eased));
      return;
    }
    default: {
      const at = still ? effect.to : between(effect.from, effect.to, eased);
      ctx.globalAlpha *= still ? Math.min(1, 3 * (1 - t)) : Math.min(1, 6 * (1 - t));
      drawShape(ctx, palette, effect, at.x, at.y);
    }
  }
}

function pill(ctx: Ctx, palette: Palette, text: string, x: number, y: number): void {
  const font = `600 11px ${palette.mono}`;
  const edge = ctx.strokeStyle as string;
  const w = measure(ctx, font, text) + 16;
  roundRect(ctx, { x: x - w / 2, y: y - 10, w, h: 20 }, 6);
  ctx.fillStyle = palette.panel;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.stroke();
  label(ctx, text, { x, y: y + 4 }, font, edge, 'center');
}

function drawShape(ctx: Ctx, palette: Palette, effect: Effect & { kind: 'fly' }, x: number, y: number): void {
  switch (effect.shape) {
    case 'text':
      return pill(ctx, palette, effect.text, x, y);
    case 'key':
      ctx.lineWidth = 2.4;
      circle(ctx, { x: x - 5, y }, 4.5);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x - 0.5, y);
      ctx.lineTo(x + 9, y);
      ctx.moveTo(x + 8, y);
      ctx.lineTo(x + 8, y + 4);
      ctx.moveTo(x + 4.5, y);
      ctx.lineTo(x + 4.5, y + 3);
      ctx.stroke();
      return;
    case 'drop':
      ctx.beginPath();
      ctx.moveTo(x, y - 9);
      ctx.bezierCurveTo(x + 3, y - 3, x + 6, y, x + 6, y + 3);
      ctx.arc(x, y + 3, 6, 0, Math.PI);
      ctx.bezierCurveTo(x - 6, y, x - 3, y - 3, x, y - 9);
      ctx.fill();
      return;
    case 'unit':
      roundRect(ctx, { x: x - 7, y: y - 7, w: 14, h: 14 }, 4);
      ctx.fill();
      if (effect.text !== '')
        label(ctx, effect.text, { x, y: y + 4 }, `700 11px ${palette.sans}`, palette.panel, 'center');
      return;
    default:
      circle(ctx, { x, y }, 4.5);
      ctx.fill();
      ctx.globalAlpha *= 0.3;
      circle(ctx, { x, y }, 9);
      ctx.fill();
  }
}
