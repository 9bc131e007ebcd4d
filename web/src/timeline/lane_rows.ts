// Which lanes the timeline shows, in which order: main first, then as the goroutines were started; or the
// processors.

import type { RunIndex } from '../model/run_index.ts';

/** What a lane stands for. */
export type LaneKind = 'goroutine' | 'processor';

export interface LaneRow {
  readonly kind: LaneKind;
  readonly id: number;
  readonly name: string;
}

export function laneRows(run: RunIndex, kind: LaneKind, processors: number): LaneRow[] {
  if (kind === 'processor')
    return Array.from({ length: processors }, (_, id) => ({ kind, id, name: `processor ${id}` }));
  const rows: LaneRow[] = [];
  for (const id of run.entities.goroutines.keys())
    rows.push({ kind, id, name: run.entities.goroutineName(id) });
  return rows;
}
