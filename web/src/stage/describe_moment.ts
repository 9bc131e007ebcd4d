// The picture in words: every goroutine with its state and every channel with what is in it. For screen
// readers and tests.

import { statusLine } from '../model/describe.ts';
import { STATE_NAMES, GState } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import { syncCaption } from './sync_caption.ts';

const MOST_NAMED = 24;

export function describeMoment(run: RunIndex, state: State, timeNs: number): string {
  const parts: string[] = [];
  let rest = 0;
  for (const g of run.entities.goroutines.keys()) {
    const now = state.stateOf(g);
    if (now === GState.None) continue;
    if (parts.length >= MOST_NAMED) rest++;
    else {
      const status = statusLine(run, state, g, -1, timeNs);
      const name = run.entities.goroutineName(g);
      parts.push(
        status === STATE_NAMES[now] ? `${name}: ${status}` : `${name}: ${STATE_NAMES[now]}, ${status}`,
      );
    }
  }
  if (rest > 0) parts.push(`and ${rest} more goroutines`);
  for (const [id, c] of state.channels) {
    if (parts.length >= 2 * MOST_NAMED) break;
    const values = c.buffer.map((msg) => run.store.value(run.messages.value.get(msg))).join(', ');
    const inside =
      c.capacity === 0
        ? 'unbuffered'
        : `${c.buffer.length} of ${c.capacity}${values === '' ? '' : ` (${values})`}`;
    const toSend = c.senders.length === 0 ? '' : `, ${c.senders.length} waiting to send`;
    const toReceive = c.receivers.length === 0 ? '' : `, ${c.receivers.length} waiting to receive`;
    const waiting = toSend + toReceive;
    parts.push(`channel ${run.entities.objectName(id)}: ${inside}${c.closed ? ', closed' : ''}${waiting}`);
  }
  for (const id of state.syncs.keys()) {
    const info = run.entities.objects.get(id);
    if (info === undefined || parts.length >= 3 * MOST_NAMED) continue;
    parts.push(`${run.entities.objectName(id)}: ${syncCaption(run, state, info, timeNs)}`);
  }
  return parts.join('; ');
}
