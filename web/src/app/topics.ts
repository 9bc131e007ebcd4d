// What a session tells its listeners about, and the words for how it stands.

import type { RunOptions } from '../engine/protocol.ts';

export type Status = 'loading' | 'busy' | 'ready' | 'invalid' | 'failed';
export type Topic =
  | 'select'
  | 'program'
  | 'source'
  | 'run'
  | 'step'
  | 'frame'
  | 'status'
  /** The unit of stepping, breakpoints, held goroutines, or what stepping has to say. */
  | 'stepping'
  /** A comparison begins, changes or ends. */
  | 'compare'
  /** What the outside world does, or what of it is being edited. */
  | 'inputs';

/** The arguments of a run. */
export interface Ran {
  readonly source: string;
  readonly options: RunOptions;
}
