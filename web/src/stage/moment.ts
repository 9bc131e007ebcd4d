// One moment as everything that draws needs it: the run, the step, how far its motion has got, and what
// takes part in it.

import type { Journey } from '../model/journey.ts';
import type { Layout, PlacedEdge } from '../model/layout.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import type { Effect } from './effects.ts';
import type { Relation } from './relations.ts';
import type { SelectView } from './select_view.ts';
import type { Motion, Sites } from './tokens.ts';

export interface Moment {
  readonly run: RunIndex;
  readonly layout: Layout;
  /** The state after the step. */
  readonly state: State;
  readonly step: number;
  /** The event that the step is about; -1 before the first step. */
  readonly core: number;
  readonly timeNs: number;
  /** How far the step's motion has got: 0 just begun, 1 all at rest. */
  readonly t: number;
  readonly before: Sites;
  readonly after: Sites;
  readonly motions: readonly Motion[];
  /** Keys of nodes that take part in the step. */
  readonly lit: ReadonlySet<string>;
  readonly litEdges: ReadonlySet<PlacedEdge>;
  /** Everything that moves and is not a value. */
  readonly effects: readonly Effect[];
  readonly relations: readonly Relation[];
  readonly select: SelectView | undefined;
  /** The way of the value that has been picked. */
  readonly journey: Journey | undefined;
  readonly reducedMotion: boolean;
}
