// Makes the moment that is drawn from the step and how far it has got; keeps what only changes from step
// to step.

import type { Checkpoints } from '../model/checkpoints.ts';
import type { Layout, PlacedEdge } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { Moment } from './moment.ts';
import { motions, tokenSites, type Motion, type Sites } from './tokens.ts';

const EMPTY: Sites = new Map();

export class MomentMaker {
  private step = -2;
  private before: Sites = EMPTY;
  private after: Sites = EMPTY;
  private moves: Motion[] = [];
  private lit = new Set<string>();
  private litEdges = new Set<PlacedEdge>();
  private stepCount = -1;

  constructor(
    private readonly run: RunIndex,
    private readonly states: Checkpoints,
    private readonly layout: Layout,
  ) {}

  /** @param t progress of the step's motion, 1 when all is at rest */
  make(step: number, t: number, timeNs: number, reducedMotion: boolean): Moment {
    if (step !== this.step || this.run.steps.length !== this.stepCount) this.enter(step);
    const { run, layout } = this;
    return {
      run,
      layout,
      state: this.states.at(this.lastEvent(step)),
      step,
      core: step < 0 ? -1 : run.steps.coreEvent(step),
      timeNs,
      t,
      before: this.before,
      after: this.after,
      motions: this.moves,
      lit: this.lit,
      litEdges: this.litEdges,
      reducedMotion,
    };
  }

  private lastEvent(step: number): number {
    return step < 0 ? -1 : this.run.steps.lastEvent(step);
  }

  private enter(step: number): void {
    const forward = step === this.step + 1;
    this.before = forward
      ? this.after
      : step > 0
        ? tokenSites(this.layout, this.states.at(this.lastEvent(step - 1)))
        : EMPTY;
    this.after = tokenSites(this.layout, this.states.at(this.lastEvent(step)));
    this.moves = motions(this.run, this.layout, this.before, this.after);
    this.step = step;
    this.stepCount = this.run.steps.length;
    this.light(step);
  }

  /** Who takes part: the acting goroutine, the thing it acts on, who is woken, and the edges between them. */
  private light(step: number): void {
    this.lit = new Set();
    this.litEdges = new Set();
    if (step < 0) return;
    const { store } = this.run;
    const { nodeOfGoroutine, nodeOfObject } = this.layout.graph;
    const core = this.run.steps.coreEvent(step);
    const actor = nodeOfGoroutine.get(store.goroutine(core));
    const object = nodeOfObject.get(store.object(core));
    if (actor !== undefined) this.lit.add(actor.key);
    if (object !== undefined) this.lit.add(object.key);
    for (const move of this.moves) for (const edge of move.edges) this.litEdges.add(edge);
    if (actor === undefined || object === undefined) return;
    for (const edge of this.layout.edges) {
      const { from, to, role } = edge.edge;
      const joins = (from === actor.key && to === object.key) || (from === object.key && to === actor.key);
      if (joins && matchesRole(role, store.kind(core))) this.litEdges.add(edge);
    }
  }
}

const RECEIVES = new Set([34, 35, 36, 37, 39, 43]);
const SENDS = new Set([31, 32, 33, 38, 42]);

function matchesRole(role: string, kind: number): boolean {
  if (role === 'receive') return RECEIVES.has(kind);
  return role === 'send' ? SENDS.has(kind) || kind === 40 : kind === 40;
}
