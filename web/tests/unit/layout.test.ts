import { describe, expect, it } from 'vitest';
import { along, sample } from '../../src/model/geometry.ts';
import { layoutFor, layoutRun, type Layout, type PlacedNode } from '../../src/model/layout.ts';
import { loadTrace } from '../fake/load.ts';
import { EventKind as K } from '../../src/generated/events.ts';
import { Recorder } from '../fake/recorder.ts';
import { deadlockTrace, pingPongTrace, pipelineTrace, workerPoolTrace } from '../fake/programs.ts';

function overlap(p: PlacedNode, q: PlacedNode): boolean {
  const a = p.box;
  const b = q.box;
  return a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5;
}

function node(layout: Layout, label: string, ordinal = 0): PlacedNode {
  return [...layout.nodes.values()].filter((n) => n.node.label === label)[ordinal]!;
}

const traces = {
  'worker pool': workerPoolTrace(),
  'worker pool of 16': workerPoolTrace({ workers: 16 }),
  'worker pool of 300': workerPoolTrace({ workers: 300 }),
  pipeline: pipelineTrace(4, 3),
  'ping pong': pingPongTrace(5),
  deadlock: deadlockTrace(),
};

describe.each(Object.entries(traces))('layout of the %s', (_, trace) => {
  const run = loadTrace(trace);

  it.each(['right', 'down'] as const)(
    'puts everything somewhere, nothing on top of another (flow %s)',
    (flow) => {
      const layout = layoutRun(run, flow);
      const nodes = [...layout.nodes.values()];
      for (const id of run.entities.goroutines.keys())
        expect(layout.graph.nodeOfGoroutine.has(id)).toBe(true);
      for (let k = 0; k < nodes.length; k++)
        for (let m = 0; m < k; m++) expect(overlap(nodes[k]!, nodes[m]!)).toBe(false);
      for (const { box } of nodes) {
        expect(box.x).toBeGreaterThanOrEqual(layout.bounds.x);
        expect(box.y + box.h).toBeLessThanOrEqual(layout.bounds.y + layout.bounds.h + 0.5);
      }
    },
  );

  it('is the same every time', () => {
    const image = (l: Layout): string =>
      JSON.stringify([...l.nodes.values()].map((n) => [n.node.key, n.box]));
    expect(image(layoutRun(run, 'right'))).toBe(image(layoutRun(loadTrace(trace), 'right')));
  });
});

describe('layers', () => {
  it('let values flow from left to right', () => {
    const layout = layoutRun(loadTrace(workerPoolTrace()), 'right');
    const order = ['producer', 'jobs', 'worker', 'results', 'main'].map((label) => node(layout, label).box.x);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('keep equal goroutines in the order of their numbers', () => {
    const layout = layoutRun(loadTrace(workerPoolTrace({ workers: 5 })), 'right');
    const ys = [0, 1, 2, 3, 4].map((k) => node(layout, 'worker', k).box.y);
    expect([...ys].sort((a, b) => a - b)).toEqual(ys);
  });

  it('lead what comes back around the outside', () => {
    const layout = layoutRun(loadTrace(pingPongTrace(3)), 'right');
    expect(layout.edges.some((edge) => edge.feedback)).toBe(true);
  });

  it('group many goroutines and take them apart on demand', () => {
    const run = loadTrace(workerPoolTrace({ workers: 16 }));
    const group = [...layoutRun(run, 'right').nodes.values()].find((n) => n.node.kind === 'group')!;
    expect(group.node.members.length).toBe(16);
    const apart = layoutRun(run, 'right', new Set([group.node.key]));
    expect([...apart.nodes.values()].filter((n) => n.node.label === 'worker').length).toBe(16);
  });
});

describe('curves', () => {
  it('start at the sender and end at the receiver', () => {
    const layout = layoutRun(loadTrace(workerPoolTrace()), 'right');
    for (const { edge, curve, feedback } of layout.edges) {
      if (feedback) continue;
      const from = layout.nodes.get(edge.from)!.body;
      const points = sample(curve);
      expect(points[0]!.x).toBeCloseTo(from.x + from.w);
      expect(along(points, 1).x).toBeCloseTo(layout.nodes.get(edge.to)!.body.x);
    }
  });
});

// Goroutines that only lock or count stood in one endless column, too small to read on a wide stage.
describe('goroutines that no value flows to or from', () => {
  const r = new Recorder();
  r.event(0, K.GoCreate, 0, 0, 0, 1, r.text('main'));
  r.event(0, K.GoStart, 1);
  for (let g = 2; g <= 25; g++)
    r.event(0, K.GoCreate, 1, 0, 10 + (g % 5), g, r.text(`part ${String(g % 5)}`));
  const run = loadTrace(r.finish());
  const scale = ({ bounds }: Layout, w: number, h: number): number => Math.min(w / bounds.w, h / bounds.h);

  it.each([
    [870, 340, 0.6],
    [390, 420, 0.5],
  ])('stand in a block where a column would be too small (%i × %i)', (w, h, least) => {
    const layout = layoutFor(run, w, h, new Set());
    expect(scale(layout, w, h)).toBeGreaterThan(least);
    const nodes = [...layout.nodes.values()];
    expect(nodes.length).toBe(25);
    for (let k = 0; k < nodes.length; k++)
      for (let m = 0; m < k; m++) expect(overlap(nodes[k]!, nodes[m]!)).toBe(false);
  });
});

describe('many channels between the same two', () => {
  const MAIN = 1;
  const SENDER = 2;
  const r = new Recorder();
  r.event(0, K.GoCreate, 0, 0, 0, MAIN, r.text('main'));
  r.event(0, K.GoStart, MAIN);
  r.event(0, K.GoCreate, MAIN, 0, 10, SENDER, r.text('sender'));
  for (let c = 1; c <= 8; c++) r.event(0, K.ChanMake, MAIN, c, 20, 1, r.text('result'));
  for (let c = 1; c <= 8; c++) {
    r.event(0, K.ChanSendBuffer, SENDER, c, 30, c);
    r.event(0, K.ChanRecvBuffer, MAIN, c, 40, c);
  }
  const run = loadTrace(r.finish());
  const channels = (layout: Layout): PlacedNode[] =>
    [...layout.nodes.values()].filter(({ node: { kind } }) => kind === 'channel');
  const columns = (layout: Layout): number =>
    new Set(channels(layout).map(({ box }) => Math.round(box.x + box.w / 2))).size;

  it('stand in several layers where one column would be too small, in the order of their numbers', () => {
    const layout = layoutFor(run, 870, 340, new Set());
    expect(channels(layout)).toHaveLength(8);
    expect(columns(layout)).toBeGreaterThan(1);
    expect(340 / layout.bounds.h).toBeGreaterThan(1.3 * (340 / layoutRun(run, 'right').bounds.h));
    const byColumn = new Map<number, number[]>();
    for (const { box } of channels(layout)) {
      const x = Math.round(box.x + box.w / 2);
      byColumn.set(x, [...(byColumn.get(x) ?? []), box.y]);
    }
    for (const ys of byColumn.values()) expect([...ys].sort((p, q) => p - q)).toEqual(ys);
    const nodes = [...layout.nodes.values()];
    for (let k = 0; k < nodes.length; k++)
      for (let m = 0; m < k; m++) expect(overlap(nodes[k]!, nodes[m]!)).toBe(false);
  });

  it('stand in one column where there is room for it', () => {
    expect(columns(layoutFor(run, 2000, 2000, new Set()))).toBe(1);
  });
});
