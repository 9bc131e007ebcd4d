// The way of one value through the program, with what it was made from and what was made of it: every hand
// and channel it went through, and the events that moved it.

import type { RunIndex } from './run_index.ts';

export interface Journey {
  /** Messages of the family, oldest first. */
  readonly messages: ReadonlySet<number>;
  readonly goroutines: ReadonlySet<number>;
  readonly objects: ReadonlySet<number>;
  /** Events that moved it, ascending. */
  readonly events: readonly number[];
}

/** So many stations are told; a value that goes round for ever has more. */
const MOST_MESSAGES = 500;

/** The journey of the family that message `msg` belongs to. */
export function journeyOf(run: RunIndex, msg: number): Journey {
  const { messages } = run;
  const root = messages.root.get(msg);
  const members = new Set<number>();
  const goroutines = new Set<number>();
  const objects = new Set<number>();
  const events: number[] = [];
  for (let m = root; m < messages.root.length && members.size < MOST_MESSAGES; m++) {
    if (messages.root.get(m) !== root) continue;
    members.add(m);
    goroutines.add(messages.sender.get(m));
    objects.add(messages.channel.get(m));
    const sent = messages.sentAt.get(m);
    const taken = messages.taken.get(m);
    if (sent !== 0) events.push(sent - 1);
    if (taken === 0) continue;
    goroutines.add(messages.receiver.get(m));
    if (taken !== sent) events.push(taken - 1);
  }
  events.sort((p, q) => p - q);
  return { messages: members, goroutines, objects, events };
}
