// Wait groups, mutexes, contexts and their relatives as quiet cards: a sign, how they stand, and who
// waits, in order. Lines to those who hold them and wait for them are there only while it is so.

import { formatCount, shorten } from '../model/format.ts';
import type { ObjectInfo } from '../model/entities.ts';
import { GState } from '../model/lanes.ts';
import type { PlacedNode } from '../model/layout.ts';
import { SYNC_QUEUE_HEIGHT } from '../model/sizes.ts';
import { limiterLevel, type SyncState } from '../model/state.ts';
import { arrowHead, label, measure, roundRect, tracePath, type Ctx, UNBORN } from './brush.ts';
import { drawGlyph } from './glyphs.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';
import { syncState, waitersOf } from './sync_caption.ts';

export function drawSync(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { body, node } = placed;
  const info = moment.run.entities.objects.get(node.members[0]!)!;
  const s = moment.state.syncs.get(info.id);
  const unborn = s === undefined && moment.state.event < info.event;
  if (unborn) ctx.globalAlpha *= UNBORN;
  const lit = moment.lit.has(node.key);
  const color = toneOf(palette, info, s);
  roundRect(ctx, body, 10);
  ctx.fillStyle = palette.soft;
  ctx.fill();
  ctx.strokeStyle = lit ? palette.accent : palette.line;
  ctx.lineWidth = lit ? 2 : 1;
  ctx.stroke();
  const at = { x: body.x + 20, y: body.y + 26 };
  drawGlyph(ctx, info.kind, at, color, { on: isOn(info, s), level: levelOf(moment, info, s) });
  const many = node.kind === 'syncs';
  const name = many
    ? `${node.label} ×${formatCount(node.members.length)}`
    : moment.run.entities.objectName(info.id);
  const font = `600 12.5px ${palette.mono}`;
  label(ctx, name, { x: body.x + 38, y: body.y + 21 }, font, palette.ink, 'left', body.w - 46);
  const caption = many ? syncsCaption(moment, node.members) : syncState(moment.run, s, info, moment.timeNs);
  const place = { x: body.x + 38, y: body.y + 38 };
  label(ctx, caption, place, `11.5px ${palette.sans}`, palette.muted, 'left', body.w - 44);
  if (body.h >= SYNC_QUEUE_HEIGHT) drawQueue(ctx, palette, placed, moment, many ? node.members : [info.id]);
  if (unborn) ctx.globalAlpha /= UNBORN;
}

function isOn(info: ObjectInfo, s: SyncState | undefined): boolean {
  if (s === undefined) return false;
  return info.kind === 'once' || info.kind === 'context' ? s.over : s.owner !== 0;
}

/** The colour of the sign: quiet when nothing is held, the state's colour when something is. */
function toneOf(palette: Palette, info: ObjectInfo, s: SyncState | undefined): string {
  if (s === undefined) return palette.muted;
  switch (info.kind) {
    case 'mutex':
    case 'rwmutex':
      return s.owner !== 0 || s.counter > 0 ? palette.states[GState.Running]! : palette.muted;
    case 'context':
      return s.over ? palette.states[GState.Blocked]! : palette.states[GState.Running]!;
    case 'waitgroup':
    case 'semaphore':
    case 'limiter':
    case 'timer':
      return palette.accent;
    default:
      return palette.muted;
  }
}

function levelOf(moment: Moment, info: ObjectInfo, s: SyncState | undefined): number {
  if (s === undefined) return 0;
  switch (info.kind) {
    case 'waitgroup': {
      const peak = moment.run.peaks.get(info.id) ?? 1;
      return peak === 0 ? 1 : 1 - Math.max(0, s.counter) / peak;
    }
    case 'semaphore':
      return s.size === 0 ? Math.min(1, s.counter) : s.counter / s.size;
    case 'limiter':
      return s.size === 0 ? 0 : limiterLevel(s, moment.timeNs) / s.size;
    default:
      return 0;
  }
}

/** Those who wait, first in line first, as many as there is room for. */
function drawQueue(
  ctx: Ctx,
  palette: Palette,
  placed: PlacedNode,
  moment: Moment,
  members: readonly number[],
): void {
  const { body } = placed;
  const { entities } = moment.run;
  const y = body.y + 61;
  const waiting = members.flatMap((id) => waitersOf(moment.run, moment.state, entities.objects.get(id)!));
  const font = `600 10px ${palette.sans}`;
  const red = palette.states[GState.Blocked]!;
  if (waiting.length === 0) {
    label(ctx, 'nobody waits', { x: body.x + 12, y: y + 4 }, `11px ${palette.sans}`, palette.muted);
    return;
  }
  let x = body.x + 10;
  const kinds = new Set(waiting.map((g) => entities.goroutines.get(g)?.fn));
  for (let k = 0; k < waiting.length; k++) {
    const g = waiting[k]!;
    const info = entities.goroutines.get(g);
    const numbered = info !== undefined && entities.countOf(info.fn) > 1;
    // "#3" is enough where all are of one kind; "func1 #3" tells which one where they are not.
    const whole = shorten(entities.goroutineName(g), 16);
    const last = numbered ? `${info.fn.replace(/^.*\./, '')} #${info.ordinal}` : whole;
    const text = numbered && waiting.length > 1 ? (kinds.size > 1 ? last : `#${info.ordinal}`) : whole;
    const w = measure(ctx, font, text) + 12;
    const rest = waiting.length - k;
    if (k > 0 && x + w > body.x + body.w - (rest > 1 ? 36 : 8)) {
      label(ctx, `+${formatCount(rest)}`, { x: x + 3, y: y + 3.5 }, font, red);
      return;
    }
    roundRect(ctx, { x, y: y - 9, w, h: 18 }, 9);
    ctx.fillStyle = palette.paper;
    ctx.fill();
    ctx.strokeStyle = red;
    ctx.lineWidth = 1.3;
    ctx.setLineDash([3, 2]);
    ctx.stroke();
    ctx.setLineDash([]);
    label(ctx, text, { x: x + w / 2, y: y + 3.5 }, font, red, 'center');
    x += w + 4;
  }
}

function syncsCaption(moment: Moment, members: readonly number[]): string {
  let busy = 0;
  let over = 0;
  for (const id of members) {
    const s = moment.state.syncs.get(id);
    if (s !== undefined && (s.owner !== 0 || s.counter > 0)) busy++;
    if (s?.over === true) over++;
  }
  const info = moment.run.entities.objects.get(members[0]!)!;
  if (info.kind === 'context') return `${formatCount(over)} cancelled`;
  return `${formatCount(busy)} in use`;
}

/** From each context to its children; red where the cancellation has gone through. */
export function drawBranches(ctx: Ctx, palette: Palette, moment: Moment): void {
  for (const branch of moment.layout.branches) {
    const over = [branch.from, branch.to].every((key) => {
      const id = moment.layout.nodes.get(key)!.node.members[0]!;
      return moment.state.syncs.get(id)?.over === true;
    });
    ctx.strokeStyle = over ? palette.states[GState.Blocked]! : palette.pipeEdge;
    ctx.fillStyle = ctx.strokeStyle;
    ctx.lineWidth = 1.5;
    tracePath(ctx, branch.curve);
    ctx.stroke();
    arrowHead(ctx, branch.curve, 7);
  }
}

/** Lines between the shelf and those who hold (whole) or wait for (dashed) what is on it. */
export function drawRelations(ctx: Ctx, palette: Palette, moment: Moment): void {
  ctx.save();
  for (const relation of moment.relations) {
    const lit = moment.lit.has(relation.shelf) && moment.lit.has(relation.goroutine);
    const waits = relation.kind === 'waits';
    ctx.strokeStyle = palette.states[waits ? GState.Blocked : GState.Running]!;
    ctx.globalAlpha = lit ? 1 : 0.42;
    ctx.lineWidth = lit ? 2.2 : 1.4;
    ctx.setLineDash(waits ? [4, 4] : []);
    tracePath(ctx, relation.curve);
    ctx.stroke();
  }
  ctx.restore();
}
