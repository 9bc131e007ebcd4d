// Channels as pipes with a slot per place in the buffer, the oldest value nearest the receivers; an
// unbuffered channel is a gate at which sender and receiver must meet. Who waits stands in a queue at
// the end it waits at.

import { EventKind as K } from '../generated/events.ts';
import { formatCount, formatDuration, shorten } from '../model/format.ts';
import type { Point } from '../model/geometry.ts';
import type { PlacedNode } from '../model/layout.ts';
import { isCompressed, receiverPlace, senderPlace, slotCenter, slotCount } from '../model/sizes.ts';
import type { ChannelState } from '../model/state.ts';
import { circle, label, measure, roundRect, type Ctx, UNBORN } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';
import { GState } from '../model/lanes.ts';

const MOST_QUEUED = 3;

/** "2 of 5 · closed", "unbuffered · 1 waits". */
export function channelCaption(c: ChannelState): string {
  const parts: string[] = [];
  if (c.capacity > 0) parts.push(`${formatCount(c.buffer.length)} of ${formatCount(c.capacity)}`);
  else parts.push('unbuffered');
  if (c.closed) parts.push('closed');
  const waiting = c.senders.length + c.receivers.length;
  if (waiting > 0) parts.push(waiting === 1 ? '1 waits' : `${formatCount(waiting)} wait`);
  return parts.join(' · ');
}

export function drawChannel(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const id = placed.node.members[0]!;
  const info = moment.run.entities.objects.get(id)!;
  const c = moment.state.channels.get(id);
  const name = moment.run.entities.objectName(id);
  const made = c !== undefined;
  if (!made) ctx.globalAlpha *= UNBORN;
  drawBody(ctx, palette, placed, moment, info.capacity, c);
  drawLabels(
    ctx,
    palette,
    placed,
    moment,
    name,
    made ? timerCaption(moment, id) || channelCaption(c) : 'not made yet',
  );
  if (!made) ctx.globalAlpha /= UNBORN;
  if (made) drawQueues(ctx, palette, placed, moment, c);
}

/** A channel that a timer sends into says when. */
function timerCaption(moment: Moment, id: number): string {
  const timer = moment.run.entities.timerOf.get(id);
  const state = timer === undefined ? undefined : moment.state.syncs.get(timer);
  if (state === undefined) return '';
  if (state.untilNs > moment.timeNs) return `timer, in ${formatDuration(state.untilNs - moment.timeNs)}`;
  return state.over ? 'timer, has gone off' : 'timer, stopped';
}

function drawBody(
  ctx: Ctx,
  palette: Palette,
  placed: PlacedNode,
  moment: Moment,
  capacity: number,
  c: ChannelState | undefined,
): void {
  const { body } = placed;
  const right = moment.layout.flow === 'right';
  roundRect(ctx, body, capacity === 0 ? 14 : 21);
  ctx.fillStyle = palette.pipe;
  ctx.fill();
  const lit = moment.lit.has(placed.node.key);
  ctx.strokeStyle = lit ? palette.accent : palette.pipeEdge;
  ctx.lineWidth = lit ? 2.2 : 1.5;
  ctx.stroke();
  if (capacity === 0) {
    drawGate(ctx, palette, placed, moment, c);
    return;
  }
  ctx.strokeStyle = palette.pipeEdge;
  ctx.lineWidth = 1.2;
  ctx.setLineDash([2, 3]);
  for (let k = 0; k < slotCount(capacity); k++) {
    circle(ctx, slotCenter(body, k, moment.layout.flow), 12.5);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  if (isCompressed(capacity) && c !== undefined)
    drawLevel(ctx, palette, placed, right, c.buffer.length / capacity);
  if (c?.closed === true) drawCap(ctx, palette, placed, right);
}

/** How full a buffer is that has more places than can be drawn. */
function drawLevel(ctx: Ctx, palette: Palette, placed: PlacedNode, right: boolean, level: number): void {
  const { x, y, w, h } = placed.body;
  ctx.fillStyle = palette.accent;
  if (right) ctx.fillRect(x + 18 + (w - 36) * (1 - level), y + h - 4, (w - 36) * level, 2.5);
  else ctx.fillRect(x + w - 4, y + 18 + (h - 36) * (1 - level), 2.5, (h - 36) * level);
}

/** A closed channel has a lid where values used to enter. */
function drawCap(ctx: Ctx, palette: Palette, placed: PlacedNode, right: boolean): void {
  const { x, y, w, h } = placed.body;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 3;
  ctx.lineCap = 'round';
  ctx.beginPath();
  if (right) {
    ctx.moveTo(x + 1, y + 9);
    ctx.lineTo(x + 1, y + h - 9);
  } else {
    ctx.moveTo(x + 9, y + 1);
    ctx.lineTo(x + w - 9, y + 1);
  }
  ctx.stroke();
}

/** Two leaves that stand apart while a value passes. */
function drawGate(
  ctx: Ctx,
  palette: Palette,
  placed: PlacedNode,
  moment: Moment,
  c: ChannelState | undefined,
): void {
  const { x, y, w, h } = placed.body;
  const open =
    (c?.handed.length ?? 0) > 0 ||
    moment.motions.some((m) => moment.t < 1 && m.edges.some((e) => touches(e.edge, placed)));
  const leaf = open ? 8 : 18;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 3;
  ctx.lineCap = 'round';
  ctx.beginPath();
  if (moment.layout.flow === 'right') {
    ctx.moveTo(x + w / 2, y + 5);
    ctx.lineTo(x + w / 2, y + 5 + leaf);
    ctx.moveTo(x + w / 2, y + h - 5 - leaf);
    ctx.lineTo(x + w / 2, y + h - 5);
  } else {
    ctx.moveTo(x + 5, y + h / 2);
    ctx.lineTo(x + 5 + leaf, y + h / 2);
    ctx.moveTo(x + w - 5 - leaf, y + h / 2);
    ctx.lineTo(x + w - 5, y + h / 2);
  }
  ctx.stroke();
  drawHandshake(ctx, palette, placed, moment);
  if (c?.closed === true) drawCap(ctx, palette, placed, moment.layout.flow === 'right');
}

const MEETINGS = new Set<number>([K.ChanSendDirect, K.ChanRecvDirect, K.ChanRecvWake]);

/** Sender and receiver meet: two hands close around the value while it passes. */
function drawHandshake(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { store } = moment.run;
  if (moment.core < 0 || moment.t >= 1 || !MEETINGS.has(store.kind(moment.core))) return;
  if (!placed.node.members.includes(store.object(moment.core))) return;
  const { x, y, w, h } = placed.body;
  const right = moment.layout.flow === 'right';
  const apart = moment.reducedMotion ? 15 : 26 - 11 * Math.min(1, moment.t * 2.2);
  ctx.globalAlpha *= Math.min(1, 3 * (1 - moment.t));
  ctx.strokeStyle = palette.states[GState.Running]!;
  ctx.lineWidth = 3;
  for (const side of [-1, 1]) {
    const middle = {
      x: x + w / 2 + (right ? side * (apart - 15) : 0),
      y: y + h / 2 + (right ? 0 : side * (apart - 15)),
    };
    const facing = (right ? 0 : Math.PI / 2) + (side < 0 ? Math.PI : 0);
    ctx.beginPath();
    ctx.arc(middle.x, middle.y, 16, facing - 0.95, facing + 0.95);
    ctx.stroke();
  }
  ctx.globalAlpha /= Math.min(1, 3 * (1 - moment.t));
}

function touches(edge: { from: string; to: string }, placed: PlacedNode): boolean {
  return edge.from === placed.node.key || edge.to === placed.node.key;
}

function drawLabels(
  ctx: Ctx,
  palette: Palette,
  placed: PlacedNode,
  moment: Moment,
  name: string,
  caption: string,
): void {
  const { body, box } = placed;
  const nameFont = `600 13px ${palette.mono}`;
  const captionFont = `11.5px ${palette.sans}`;
  if (moment.layout.flow === 'right') {
    const middle = body.x + body.w / 2;
    label(ctx, name, { x: middle, y: body.y - 10 }, nameFont, palette.ink, 'center', box.w + 40);
    label(
      ctx,
      caption,
      { x: middle, y: body.y + body.h + 17 },
      captionFont,
      palette.muted,
      'center',
      box.w + 60,
    );
    return;
  }
  const left = body.x + body.w + 10;
  const y = body.y + body.h / 2;
  label(ctx, name, { x: left, y: y - 3 }, nameFont, palette.ink, 'left', 110);
  label(ctx, caption, { x: left, y: y + 13 }, captionFont, palette.muted, 'left', 130);
}

/**
 * Receivers stand as small tags at the exit; senders are shown by the values they hold, those beyond
 * four by a number.
 */
function drawQueues(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment, c: ChannelState): void {
  const { body } = placed;
  const { flow } = moment.layout;
  const font = `600 10px ${palette.sans}`;
  c.senders.slice(0, MOST_QUEUED).forEach((waiter, k) => {
    if (waiter.msg === 0)
      drawTag(ctx, palette, senderPlace(body, k, flow), 19, queueName(moment, waiter.goroutine, 2), font);
  });
  let out = 0;
  let shown = 0;
  const coming = onItsWay(moment);
  for (const waiter of c.receivers) {
    const text = queueName(moment, waiter.goroutine, c.receivers.length === 1 ? 7 : 2);
    const w = Math.max(18, measure(ctx, font, text) + 10);
    const length = flow === 'right' ? w + 3 : 21;
    const more = shown + 1 < c.receivers.length ? 18 : 0;
    if (shown > 0 && out + length + more > moment.layout.gap - 8) break;
    const first = receiverPlace(body, 0, flow);
    const at =
      flow === 'right'
        ? { x: body.x + body.w + 5 + out + w / 2, y: first.y }
        : { x: first.x, y: first.y + out };
    out += length;
    shown++;
    if (waiter.goroutine !== coming) drawTag(ctx, palette, at, w, text, font);
  }
  if (c.receivers.length > shown) {
    const first = receiverPlace(body, 0, flow);
    const at =
      flow === 'right' ? { x: body.x + body.w + 8 + out, y: first.y } : { x: first.x - 8, y: first.y + out };
    label(
      ctx,
      `+${c.receivers.length - shown}`,
      { x: at.x, y: at.y + 4 },
      font,
      palette.states[GState.Blocked]!,
    );
  }
  if (c.senders.length > MOST_QUEUED) {
    const at = senderPlace(body, MOST_QUEUED, flow);
    label(
      ctx,
      `+${c.senders.length - MOST_QUEUED}`,
      { x: at.x + 6, y: at.y + 4 },
      font,
      palette.states[GState.Blocked]!,
      'right',
    );
  }
}

/** The goroutine whose tag is still flying to the queue (effects.ts); 0 for nobody. */
function onItsWay({ run, core, t, reducedMotion }: Moment): number {
  if (reducedMotion || t > 0.85 || core < 0 || run.store.kind(core) !== K.ChanRecvBlock) return 0;
  return run.store.goroutine(core);
}

/** As much of a name as there is room for: "#3" where the number tells, else the first letters. */
function queueName(moment: Moment, g: number, letters: number): string {
  const info = moment.run.entities.goroutines.get(g);
  const many = info !== undefined && moment.run.entities.countOf(info.fn) > 1;
  return many ? `#${info.ordinal}` : shorten(info?.fn ?? '?', letters);
}

function drawTag(ctx: Ctx, palette: Palette, at: Point, w: number, text: string, font: string): void {
  roundRect(ctx, { x: at.x - w / 2, y: at.y - 9, w, h: 18 }, 9);
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.strokeStyle = palette.states[GState.Blocked]!;
  ctx.lineWidth = 1.4;
  ctx.setLineDash([3, 2]);
  ctx.stroke();
  ctx.setLineDash([]);
  label(ctx, text, { x: at.x, y: at.y + 3.5 }, font, palette.states[GState.Blocked]!, 'center');
}

/** Many channels made at one place: how many, and how many values they hold together. */
export function drawChannels(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { body, node } = placed;
  let values = 0;
  let closed = 0;
  for (const id of node.members) {
    const c = moment.state.channels.get(id);
    values += (c?.buffer.length ?? 0) + (c?.handed.length ?? 0);
    if (c?.closed === true) closed++;
  }
  roundRect(ctx, body, 21);
  ctx.fillStyle = palette.pipe;
  ctx.fill();
  ctx.strokeStyle = moment.lit.has(node.key) ? palette.accent : palette.pipeEdge;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  const middle = body.x + body.w / 2;
  label(
    ctx,
    `${node.label} ×${formatCount(node.members.length)}`,
    { x: middle, y: body.y + 23 },
    `600 13px ${palette.mono}`,
    palette.ink,
    'center',
    body.w - 20,
  );
  const text =
    closed > 0
      ? `${formatCount(values)} inside · ${formatCount(closed)} closed`
      : `${formatCount(values)} inside`;
  label(
    ctx,
    text,
    { x: middle, y: body.y + 41 },
    `11.5px ${palette.sans}`,
    palette.muted,
    'center',
    body.w - 16,
  );
}
