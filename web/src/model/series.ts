// Numbers over time for the charts: how long the queues are, how many goroutines are busy, how many values
// get through. One pass over the trace, in as many buckets as there are pixels to fill.

import { EventKind as K } from '../generated/events.ts';
import { GState, stateAfter } from './lanes.ts';
import type { RunIndex } from './run_index.ts';

export interface Series {
  /** Virtual time of each bucket's end, in ns. */
  readonly timesNs: Float64Array;
  /** The buffered channels (or those with the longest queues) with the most values and waiting senders. */
  readonly queues: readonly { readonly object: number; readonly values: Float64Array }[];
  /** Most goroutines that were running at once in a bucket, and most that were not blocked. */
  readonly running: Float64Array;
  readonly atWork: Float64Array;
  /** Values received per second. */
  readonly throughput: Float64Array;
}

const MOST_QUEUES = 5;

class Queue {
  length = 0;
  peak = 0;
  readonly values: Float64Array;
  constructor(
    readonly object: number,
    buckets: number,
  ) {
    this.values = new Float64Array(buckets);
  }
}

/** Change of a channel's queue (buffer and waiting senders) that an event of a kind means. */
const QUEUE_CHANGE = new Map<number, number>([
  [K.ChanSendBuffer, 1],
  [K.ChanSendBlock, 1],
  [K.ChanRecvBuffer, -1],
  [K.ChanRecvDirect, -1],
]);
const RECEIVED = new Set<number>([K.ChanRecvBuffer, K.ChanRecvDirect, K.ChanRecvWake]);

/** @param buckets how many points each line has */
export function seriesOf(run: RunIndex, buckets: number): Series {
  const { store } = run;
  const span = Math.max(1, store.endTime);
  const timesNs = Float64Array.from({ length: buckets }, (_, k) => (span * (k + 1)) / buckets);
  const queues = new Map<number, Queue>();
  const running = new Float64Array(buckets);
  const atWork = new Float64Array(buckets);
  const throughput = new Float64Array(buckets);
  const states = new Map<number, number>();
  const totals = [0, 0, 0, 0, 0, 0];
  let bucket = 0;
  const enter = (g: number, state: number): void => {
    totals[states.get(g) ?? 0]!--;
    totals[state]!++;
    states.set(g, state);
  };
  const note = (): void => {
    running[bucket] = Math.max(running[bucket]!, totals[GState.Running]!);
    const busy = totals[GState.Running]! + totals[GState.Runnable]! + totals[GState.Sleeping]!;
    atWork[bucket] = Math.max(atWork[bucket]!, busy);
  };
  const advance = (to: number): void => {
    while (bucket < to) {
      bucket++;
      running[bucket] = totals[GState.Running]!;
      atWork[bucket] = totals[GState.Running]! + totals[GState.Runnable]! + totals[GState.Sleeping]!;
      for (const queue of queues.values()) queue.values[bucket] = queue.length;
    }
  };
  for (let i = 0; i < store.length; i++) {
    advance(Math.min(buckets - 1, Math.floor((store.time(i) / span) * buckets)));
    const kind = store.kind(i);
    const g = store.goroutine(i);
    if (kind === K.GoCreate || kind === K.GoUnblock) enter(store.a(i), GState.Runnable);
    const state = stateAfter(store, i);
    if (g !== 0 && state !== GState.None) enter(g, state);
    if (RECEIVED.has(kind)) throughput[bucket]!++;
    const change = QUEUE_CHANGE.get(kind);
    if (change !== undefined) countQueue(queues, store.object(i), change, buckets, bucket);
    note();
  }
  advance(buckets - 1);
  for (let k = 0; k < buckets; k++) throughput[k]! *= (buckets / span) * 1e9;
  const longest = [...queues.values()]
    .filter((queue) => queue.peak > 0 && !run.entities.timerOf.has(queue.object))
    .sort((p, q) => q.peak - p.peak || p.object - q.object)
    .slice(0, MOST_QUEUES);
  return { timesNs, queues: longest, running, atWork, throughput };
}

function countQueue(
  queues: Map<number, Queue>,
  object: number,
  change: number,
  buckets: number,
  bucket: number,
): void {
  let queue = queues.get(object);
  if (queue === undefined) {
    queue = new Queue(object, buckets);
    queues.set(object, queue);
  }
  queue.length = Math.max(0, queue.length + change);
  queue.peak = Math.max(queue.peak, queue.length);
  queue.values[bucket] = Math.max(queue.values[bucket]!, queue.length);
}
