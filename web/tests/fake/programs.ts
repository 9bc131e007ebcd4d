// Traces of programs everybody knows, made by the simulation.

import { Simulation, type Body, type FakeChannel, type FakeWaitGroup } from './simulation.ts';
import type { FakeTrace } from './recorder.ts';

const MS = 1_000_000;

export interface PoolOptions {
  readonly workers: number;
  readonly jobs: number;
  readonly jobsBuffer: number;
  readonly resultsBuffer: number;
  readonly workMs: number;
}

export const POOL: PoolOptions = { workers: 3, jobs: 8, jobsBuffer: 5, resultsBuffer: 0, workMs: 500 };

/** main starts the workers and a producer, workers square their jobs, main prints the results. */
export function workerPoolTrace(options: Partial<PoolOptions> = {}): FakeTrace {
  const o = { ...POOL, ...options };
  return new Simulation().run(function* main(sim): Body {
    const jobs = sim.channel('jobs', o.jobsBuffer, 20);
    const results = sim.channel('results', o.resultsBuffer, 21);
    const wg = sim.waitGroup('wg', 22);
    for (let w = 1; w <= o.workers; w++) {
      yield { op: 'add', wg, n: 1, line: 24 };
      yield { op: 'go', name: 'worker', body: worker(w, jobs, results, wg, o.workMs * MS), line: 25 };
    }
    yield { op: 'go', name: 'producer', body: producer(jobs, o.jobs), line: 27 };
    yield { op: 'go', name: 'closer', body: closer(results, wg), line: 28 };
    for (;;) {
      const result = yield { op: 'receive', from: results, line: 32 };
      if (result === undefined) return;
      yield { op: 'print', text: `result ${result}\n`, line: 33 };
    }
  });
}

function* worker(
  id: number,
  jobs: FakeChannel,
  results: FakeChannel,
  wg: FakeWaitGroup,
  workNs: number,
): Body {
  for (;;) {
    const job = yield { op: 'receive', from: jobs, line: 10 };
    if (job === undefined) break;
    yield { op: 'print', text: `worker ${id} starts job ${job}\n`, line: 11 };
    yield { op: 'sleep', ns: workNs + id * 70 * MS, line: 12 };
    yield { op: 'send', to: results, value: String(Number(job) * 2), line: 13 };
  }
  yield { op: 'done', wg, line: 15 };
}

function* producer(jobs: FakeChannel, count: number): Body {
  for (let j = 1; j <= count; j++) yield { op: 'send', to: jobs, value: String(j), line: 40 };
  yield { op: 'close', what: jobs, line: 42 };
}

function* closer(results: FakeChannel, wg: FakeWaitGroup): Body {
  yield { op: 'wait', wg, line: 46 };
  yield { op: 'close', what: results, line: 47 };
}

/** Two goroutines that hand a value back and forth: `rounds` round trips, as many events as one wants. */
export function pingPongTrace(rounds: number): FakeTrace {
  return new Simulation().run(function* main(sim): Body {
    const ping = sim.channel('ping', 0, 3);
    const pong = sim.channel('pong', 0, 4);
    yield { op: 'go', name: 'player', body: player(ping, pong), line: 6 };
    for (let k = 0; k < rounds; k++) {
      yield { op: 'send', to: ping, value: String(k % 100), line: 8 };
      yield { op: 'receive', from: pong, line: 9 };
    }
  });
}

function* player(ping: FakeChannel, pong: FakeChannel): Body {
  for (;;) {
    const ball = yield { op: 'receive', from: ping, line: 14 };
    if (ball === undefined) return;
    yield { op: 'send', to: pong, value: ball, line: 15 };
  }
}

/** One goroutine per stage, each with its own channel named "out", as in the Go blog's pipelines. */
export function pipelineTrace(stages: number, values: number): FakeTrace {
  return new Simulation().run(function* main(sim): Body {
    let from = sim.channel('out', 0, 5);
    yield { op: 'go', name: 'generate', body: producer(from, values), line: 6 };
    for (let s = 0; s < stages; s++) {
      const to = sim.channel('out', 0, 12);
      yield { op: 'go', name: s === 0 ? 'square' : 'filter', body: stage(from, to), line: 13 };
      from = to;
    }
    for (;;) {
      const value = yield { op: 'receive', from, line: 20 };
      if (value === undefined) return;
      yield { op: 'print', text: `${value}\n`, line: 21 };
    }
  });
}

function* stage(from: FakeChannel, to: FakeChannel): Body {
  for (;;) {
    const value = yield { op: 'receive', from, line: 14 };
    if (value === undefined) break;
    yield { op: 'send', to, value: String(Number(value) * 3), line: 15 };
  }
  yield { op: 'close', what: to, line: 17 };
}

/** A main that receives from a channel nobody sends into. */
export function deadlockTrace(): FakeTrace {
  return new Simulation().run(function* main(sim): Body {
    const never = sim.channel('never', 0, 4);
    yield { op: 'receive', from: never, line: 5 };
  });
}
