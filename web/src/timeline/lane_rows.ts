// Which lanes the timeline shows, in which order: main first, then as the goroutines were started.

import type { RunIndex } from '../model/run_index.ts';

export interface LaneRow {
  readonly goroutine: number;
  readonly name: string;
}

export function laneRows(run: RunIndex): LaneRow[] {
  const rows: LaneRow[] = [];
  for (const id of run.entities.goroutines.keys())
    rows.push({ goroutine: id, name: run.entities.goroutineName(id) });
  return rows;
}
