// How long a step takes on screen at speed 1. Virtual time is told by logarithms: a microsecond is a
// blink, a second is half a second, so that nothing is too fast to see and nothing is waited for in
// vain.

import { EventKind as K } from '../generated/events.ts';
import type { RunIndex } from '../model/run_index.ts';

/** Motion of a value along an edge. */
const TRAVEL_MS = 340;
/** A change of state without travel. */
const CHANGE_MS = 220;
/** Things that only set the scene. */
const SCENE_MS = 130;
/** Time to look at the result before the next step. */
const REST_MS = 150;
const LONGEST_GAP_MS = 650;

const TRAVELS = new Set<number>([
  K.ChanSendBuffer,
  K.ChanSendDirect,
  K.ChanSendBlock,
  K.ChanRecvBuffer,
  K.ChanRecvDirect,
  K.ChanRecvWake,
]);
const SCENERY = new Set<number>([
  K.RunStart,
  K.RunEnd,
  K.GoStart,
  K.GoUnblock,
  K.GoYield,
  K.GoPreempt,
  K.GoSteal,
  K.TimeJump,
  K.Line,
  K.ObjectMake,
  K.ChanMake,
  K.ChanSendWake,
  K.AtomicOp,
  K.WaitGroupAdd,
]);

export interface StepPace {
  /** Waiting until its virtual time comes. */
  readonly gapMs: number;
  readonly motionMs: number;
  readonly restMs: number;
}

export function paceOfStep(run: RunIndex, step: number): StepPace {
  const { store, steps } = run;
  const core = steps.coreEvent(step);
  const kind = store.kind(core);
  const motionMs = TRAVELS.has(kind) ? TRAVEL_MS : SCENERY.has(kind) ? SCENE_MS : CHANGE_MS;
  const before = step === 0 ? 0 : store.time(steps.coreEvent(step - 1));
  const gapNs = Math.max(0, store.time(core) - before);
  const gapMs = gapNs < 1e5 ? 0 : Math.min(LONGEST_GAP_MS, 90 * Math.log10(1 + gapNs / 1e3));
  return { gapMs, motionMs, restMs: SCENERY.has(kind) ? 40 : REST_MS };
}
