// Makes the moment that is drawn from the step and how far it has got; keeps what only changes from step
// to step.

import type { Checkpoints } from '../model/checkpoints.ts';
import { EventKind as K } from '../generated/events.ts';
import { WORLD } from '../model/graph.ts';
import { journeyOf, type Journey } from '../model/journey.ts';
import type { Layout, PlacedEdge } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import { effectsOfStep, type Effect } from './effects.ts';
import type { Moment } from './moment.ts';
import { relationsOf, type Relation } from './relations.ts';
import { selectOfStep, type SelectView } from './select_view.ts';
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
  private effects: Effect[] = [];
  private relations: Relation[] = [];
  private select: SelectView | undefined;
  private journey: Journey | undefined;
  private journeyFor = '';

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
      effects: this.effects,
      relations: this.relations,
      select: this.select,
      journey: this.journey,
      reducedMotion,
    };
  }

  /** Follows a value through the run; 0 for none. */
  follow(msg: number): Journey | undefined {
    const key = msg === 0 ? '' : `${msg} ${this.run.store.length}`;
    if (key !== this.journeyFor) {
      this.journey = msg === 0 ? undefined : journeyOf(this.run, msg);
      this.journeyFor = key;
    }
    return this.journey;
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
    this.relations = relationsOf(this.run, this.layout, this.states.at(this.lastEvent(step)));
    this.effects = effectsOfStep(this.run, this.layout, step);
    this.select = selectOfStep(this.run, step);
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
    if (OUTSIDE.has(store.kind(core))) this.lit.add(WORLD);
    for (const move of this.moves) for (const edge of move.edges) this.litEdges.add(edge);
    if (actor === undefined || object === undefined) return;
    for (const edge of this.layout.edges) {
      const { from, to, role } = edge.edge;
      const joins = (from === actor.key && to === object.key) || (from === object.key && to === actor.key);
      if (joins && matchesRole(role, store.kind(core))) this.litEdges.add(edge);
    }
  }
}

const OUTSIDE = new Set<number>([K.Signal, K.Input, K.HttpRequest, K.HttpResponse, K.HttpServe, K.HttpDone]);
const RECEIVES = new Set<number>([
  K.ChanRecvBuffer,
  K.ChanRecvDirect,
  K.ChanRecvBlock,
  K.ChanRecvWake,
  K.ChanRecvClosed,
  K.ChanRecvEmpty,
]);
const SENDS = new Set<number>([
  K.ChanSendBuffer,
  K.ChanSendDirect,
  K.ChanSendBlock,
  K.ChanSendWake,
  K.ChanSendFull,
]);

function matchesRole(role: string, kind: number): boolean {
  if (role === 'receive') return RECEIVES.has(kind);
  return role === 'send' ? SENDS.has(kind) || kind === K.ChanClose : kind === K.ChanClose;
}
