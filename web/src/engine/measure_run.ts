// Runs a program to its end for a few numbers, without sending its events anywhere.

import { EVENT_OFFSETS, RECORD_BYTES } from '../generated/events.ts';
import { Measurer, type Measures } from '../model/measure.ts';
import type { EngineObject } from './module.ts';
import { EngineState, type Outcome, type RunOptions } from './protocol.ts';
import { consume, readable } from './ring_reader.ts';

const SLICE_MS = 20;
const FIRST_BUDGET = 200_000;

/** Reads records in place; texts are not needed. */
function take(engine: EngineObject, measurer: Measurer): number {
  const control = engine.control();
  let bytes = 0;
  for (const part of readable(control, engine.ring())) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    for (let at = 0; at < part.byteLength; at += RECORD_BYTES) {
      measurer.add({
        timeNs: Number(view.getBigInt64(at + EVENT_OFFSETS.time, true)),
        kind: view.getUint16(at + EVENT_OFFSETS.kind, true),
        goroutine: view.getUint32(at + EVENT_OFFSETS.goroutine, true),
        object: view.getUint32(at + EVENT_OFFSETS.object, true),
        a: view.getUint32(at + EVENT_OFFSETS.a, true),
        b: view.getUint32(at + EVENT_OFFSETS.b, true),
      });
    }
    bytes += part.byteLength;
  }
  if (bytes > 0) consume(control, bytes);
  return bytes;
}

/**
 * The numbers of one run of the compiled program, and how it ended. Stops at `options.ahead` events,
 * with the kind "stopped".
 * @param breathe lets messages in, so that a run can be ended
 */
export async function measureRun(
  engine: EngineObject,
  options: RunOptions,
  breathe: () => Promise<void>,
  threaded: boolean,
  signal: AbortSignal,
): Promise<{ readonly measures: Measures; readonly outcome: Outcome }> {
  for (const [name, value] of Object.entries(options.limits)) engine.setLimit(name, value);
  engine.clearInputs();
  for (const input of options.inputs) {
    const problem = engine.addInput(input);
    if (problem !== '') throw new Error(problem);
  }
  if (options.schedule === '') engine.start(options.seed, options.processors);
  else engine.replay(options.schedule, options.processors);
  const measurer = new Measurer();
  let budget = FIRST_BUDGET;
  let read = 0;
  for (;;) {
    const began = performance.now();
    const state = engine.advance(budget);
    const bytes = take(engine, measurer);
    read += bytes / RECORD_BYTES;
    if (state === EngineState.Finished && bytes === 0) break;
    if (signal.aborted || read >= options.ahead) {
      engine.stop();
      break;
    }
    const took = performance.now() - began;
    if (took < SLICE_MS / 2) budget *= 2;
    else if (took > SLICE_MS * 2) budget = Math.max(1000, budget / 2);
    // With threads the run goes on by itself meanwhile.
    if (threaded && bytes === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    else await breathe();
    if (signal.aborted) {
      engine.stop();
      break;
    }
  }
  const stopped = signal.aborted || read >= options.ahead;
  const outcome = engine.outcome();
  return { measures: measurer.result(), outcome: stopped ? { ...outcome, kind: 'stopped' } : outcome };
}
