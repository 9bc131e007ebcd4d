// Traces as the page holds them.

import { RunIndex } from '../../src/model/run_index.ts';
import { TraceStore } from '../../src/model/trace_store.ts';
import type { FakeTrace } from './recorder.ts';

export function loadTrace(trace: FakeTrace): RunIndex {
  const store = new TraceStore();
  store.append(trace.records);
  store.appendTexts(trace.texts);
  const index = new RunIndex(store);
  index.extend(true);
  return index;
}
