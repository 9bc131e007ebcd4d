// Wait groups, mutexes and their relatives as small quiet cards: what they are, how they stand, who waits.

import { formatCount, formatDuration } from '../model/format.ts';
import type { ObjectInfo } from '../model/entities.ts';
import { GState } from '../model/lanes.ts';
import type { PlacedNode } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import { label, roundRect, type Ctx } from './brush.ts';
import type { Moment } from './moment.ts';
import type { Palette } from './palette.ts';

/** "3 to go", "held by worker #2 · 1 waits", "free": also what a screen reader is told. */
export function syncCaption(run: RunIndex, state: State, info: ObjectInfo, timeNs: number): string {
  const s = state.syncs.get(info.id);
  if (s === undefined) return 'not made yet';
  const waits =
    s.waiters.length === 0
      ? ''
      : s.waiters.length === 1
        ? ' · 1 waits'
        : ` · ${formatCount(s.waiters.length)} wait`;
  switch (info.kind) {
    case 'waitgroup':
      return `${s.counter} to go${waits}`;
    case 'mutex':
      return (s.owner === 0 ? 'free' : `held by ${run.entities.goroutineName(s.owner)}`) + waits;
    case 'rwmutex':
      if (s.owner !== 0) return `written by ${run.entities.goroutineName(s.owner)}${waits}`;
      return (s.counter === 0 ? 'free' : `${s.counter} reading`) + waits;
    case 'semaphore':
      return `${s.counter} taken${waits}`;
    case 'once':
      return (s.over ? 'done' : 'not yet') + waits;
    case 'context':
      return s.over ? 'cancelled' : `alive${waits}`;
    case 'timer':
      return s.untilNs > timeNs ? `in ${formatDuration(s.untilNs - timeNs)}` : s.over ? 'fired' : 'stopped';
    default:
      return waits === '' ? 'nobody waits' : waits.slice(3);
  }
}

export function drawSync(ctx: Ctx, palette: Palette, placed: PlacedNode, moment: Moment): void {
  const { body, node } = placed;
  const info = moment.run.entities.objects.get(node.members[0]!)!;
  const state = moment.state.syncs.get(info.id);
  const unborn = state === undefined && moment.state.event < info.event;
  if (unborn) ctx.globalAlpha *= 0.45;
  const lit = moment.lit.has(node.key);
  roundRect(ctx, body, 10);
  ctx.fillStyle = palette.soft;
  ctx.fill();
  ctx.strokeStyle = lit ? palette.accent : palette.line;
  ctx.lineWidth = lit ? 2 : 1;
  ctx.stroke();
  const name =
    node.kind === 'syncs'
      ? `${node.label} ×${formatCount(node.members.length)}`
      : moment.run.entities.objectName(info.id);
  label(
    ctx,
    name,
    { x: body.x + 12, y: body.y + 20 },
    `600 12px ${palette.mono}`,
    palette.ink,
    'left',
    body.w - 20,
  );
  const caption =
    node.kind === 'syncs'
      ? syncsCaption(moment, node.members)
      : syncCaption(moment.run, moment.state, info, moment.timeNs);
  const waits = (state?.waiters.length ?? 0) > 0;
  label(
    ctx,
    caption,
    { x: body.x + 12, y: body.y + 37 },
    `11.5px ${palette.sans}`,
    waits ? palette.states[GState.Blocked]! : palette.muted,
    'left',
    body.w - 18,
  );
  if (unborn) ctx.globalAlpha /= 0.45;
}

function syncsCaption(moment: Moment, members: readonly number[]): string {
  let busy = 0;
  for (const id of members) {
    const s = moment.state.syncs.get(id);
    if (s !== undefined && (s.owner !== 0 || s.counter > 0)) busy++;
  }
  return `${formatCount(busy)} in use`;
}
