import { formatTime } from '../../src/model/format.ts';
import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../src/model/checkpoints.ts';
import { ProcessorLanes } from '../../src/model/processor_lanes.ts';
import { seriesOf } from '../../src/model/series.ts';
import { MOST_ROUNDS, Player } from '../../src/player/player.ts';
import { axisTicks } from '../../src/timeline/draw_axis.ts';
import { axisOf } from '../../src/timeline/scale.ts';
import { Span } from '../../src/timeline/span.ts';
import { loadTrace } from '../fake/load.ts';
import { workerPoolTrace } from '../fake/programs.ts';

describe('processor lanes', () => {
  it('never run one goroutine at two places, and agree with the states', () => {
    const run = loadTrace(workerPoolTrace());
    const processors = new ProcessorLanes(run.store);
    processors.extend();
    expect(processors.lanes.length).toBeGreaterThan(0);
    const states = new Checkpoints(run.store);
    for (let i = 0; i < run.store.length; i += 3) {
      const now = processors.lanes
        .map((lane) => lane.goroutines.get(lane.events.countUpTo(i) - 1))
        .filter((g) => g !== 0 && g !== undefined);
      expect(new Set(now).size).toBe(now.length);
      for (const g of now) expect(states.at(i).stateOf(g)).toBe(1);
    }
  });
});

describe('charts', () => {
  it('count the queue, the busy and the received as the trace tells them', () => {
    const run = loadTrace(workerPoolTrace({ workers: 3, jobs: 8 }));
    const series = seriesOf(run, 50);
    expect(series.timesNs[49]).toBe(run.store.endTime);
    const jobs = series.queues.find((q) => run.entities.objectName(q.object) === 'jobs')!;
    const states = new Checkpoints(run.store);
    let peak = 0;
    for (let i = 0; i < run.store.length; i++) {
      const c = states.at(i).channels.get(jobs.object);
      if (c !== undefined) peak = Math.max(peak, c.buffer.length + c.senders.length);
    }
    expect(Math.max(...jobs.values)).toBe(peak);
    const bucketSeconds = run.store.endTime / 50 / 1e9;
    const received = series.throughput.reduce((sum, perSecond) => sum + perSecond * bucketSeconds, 0);
    const moved = [...states.at(run.store.length - 1).channels.values()].reduce(
      (sum, c) => sum + c.received,
      0,
    );
    expect(received).toBeCloseTo(moved, 6);
    expect(Math.max(...series.running)).toBeLessThanOrEqual(Math.max(...series.atWork));
  });
});

describe('the part of the run that is shown', () => {
  it('keeps what is under the pointer where it is, and stays inside the run', () => {
    const span = new Span();
    span.zoom(4, 750, 1000, 1);
    expect(span.of(1000)).toEqual({ from: 562.5, to: 812.5 });
    span.zoom(1000, 600, 1000, 10);
    const { from, to } = span.of(1000);
    expect(to - from).toBeCloseTo(10);
    span.pan(1e9, 1000);
    expect(span.of(1000).to).toBe(1000);
    span.follow(5, 1000);
    expect(span.of(1000).from).toBeLessThanOrEqual(5);
    span.zoom(0.0001, 5, 1000, 10);
    expect(span.zoomed).toBe(false);
  });
});

describe('the axis', () => {
  it('has labels that all differ, from the whole run down to nanoseconds', () => {
    const run = loadTrace(workerPoolTrace());
    const axis = axisOf(run, 'time');
    for (const span of [axis.end, axis.end / 100, 1e6, 1e4, 500, 50]) {
      const from = span === axis.end ? 0 : axis.end * 0.6;
      const { ticks } = axisTicks(axis, { from, to: from + span, left: 100, right: 1100 });
      const texts = ticks.map((tick) => tick.text);
      expect(texts.length).toBeGreaterThan(2);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('seeking a time', () => {
  it('shows what had happened by then, not what the clock is about to jump to', () => {
    const run = loadTrace(workerPoolTrace());
    const player = new Player();
    player.setRun(run, true);
    for (let k = 0; k <= 40; k++) {
      const timeNs = (run.store.endTime * k) / 40;
      player.seekTime(timeNs);
      expect(player.timeNs).toBeLessThanOrEqual(timeNs);
      if (player.step >= 0)
        expect(run.store.time(run.steps.coreEvent(player.step))).toBeLessThanOrEqual(timeNs);
    }
  });
});

describe('a loop', () => {
  it('plays its stretch over and over, and rests after a few rounds', () => {
    const player = new Player();
    player.setRun(loadTrace(workerPoolTrace()), true);
    player.setLoop({ from: 10, to: 20 });
    player.play();
    const seen = new Map<number, number>();
    let last = -1;
    for (let k = 0; k < 1e6 && player.playing; k++) {
      player.tick(20);
      if (player.step !== last) seen.set(player.step, (seen.get(player.step) ?? 0) + 1);
      last = player.step;
    }
    expect(player.playing).toBe(false);
    expect([...seen.keys()].every((step) => step >= 9 && step <= 20)).toBe(true);
    expect(seen.get(15)).toBe(MOST_ROUNDS);
    player.play();
    expect(player.playing).toBe(true);
    player.setLoop(undefined);
    player.tick(1e6);
    expect(player.atEnd).toBe(true);
  });
});

// A run of one millisecond was measured in "1000.0 µs".
describe('times', () => {
  it('are in the unit that a run of this length would be told in', () => {
    expect(formatTime(1_000_000, 1_000_000)).toBe('1.000 ms');
    expect(formatTime(999_500, 999_500)).toBe('999.5 µs');
    expect(formatTime(12_500_000, 50_000_000)).toBe('12.5 ms');
  });
});
