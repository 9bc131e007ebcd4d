// The one protocol between the page and the worker that holds the engine, for both bundles.
//
// Every request carries a fresh `id`; the worker answers each with exactly one reply of the same id,
// documented beside the request. A run also sends batches while it works, and engine-mt wishes for threads
// (threads.ts), which the page makes. Errors are replies too ("failed"), flattened to a text; after a failure
// the page throws the worker away. Bulk data travels as transferable ArrayBuffers (engine-st) or stays in the
// shared ring, which the page reads in place (engine-mt).

import type { StatementPlace } from '../model/inspection.ts';
import type { Measures } from '../model/measure.ts';
import type { ThreadWish } from './threads.ts';

export type Bundle = 'engine-st' | 'engine-mt';

export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  /** Bytes from the start of the source. */
  readonly offset: number;
  readonly length: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export interface Slider {
  readonly name: string;
  readonly label: string;
  readonly kind: 'int' | 'float' | 'duration' | 'bool';
  /** Durations in nanoseconds, bools 0 or 1. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 0: any value. */
  readonly step: number;
  readonly log: boolean;
  readonly line: number;
  readonly column: number;
  /** The bytes of the source that a new value replaces. */
  readonly offset: number;
  readonly length: number;
}

export interface Directive {
  readonly verb: string;
  readonly text: string;
  readonly line: number;
}

/** A `//sluice:try` line with the choice and because lines below it; api/experiment.h writes it. */
export interface Experiment {
  readonly title: string;
  /** The question that it answers; "" for none. */
  readonly ask: string;
  /** Why it is so, told afterwards; "" for none. */
  readonly because: string;
  readonly line: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: number;
  /** Above 1: it is judged over the seeds 1…seeds. */
  readonly seeds: number;
  /** 0: the default. */
  readonly processors: number;
  readonly hasInputs: boolean;
  readonly inputs: readonly string[];
  /** What must happen, in the author's words. */
  readonly claims: readonly string[];
  /** What a reader may predict. */
  readonly choices: readonly string[];
}

/** What came of an experiment. */
export interface Report {
  readonly title: string;
  readonly line: number;
  /** Why nothing could be judged; "" when it could. */
  readonly error: string;
  readonly holds: boolean;
  readonly claims: readonly { readonly claim: string; readonly holds: boolean; readonly found: string }[];
  /** For each choice: it came true. */
  readonly choices: readonly boolean[];
}

export interface Compiled {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly sliders: readonly Slider[];
  readonly directives: readonly Directive[];
  readonly experiments: readonly Experiment[];
  readonly packageComment: string;
}

export interface Outcome {
  readonly kind: string;
  readonly exitCode: number;
  /** What Go prints about the end: the panic, the goroutine traces. */
  readonly message: string;
  readonly timeNs: number;
  readonly events: number;
  readonly instructions: number;
  readonly schedule: string;
}

export interface RunOptions {
  readonly seed: number;
  /** 0: the engine's default. */
  readonly processors: number;
  /** "SIGINT at=2s" … */
  readonly inputs: readonly string[];
  readonly limits: Readonly<Record<string, number>>;
  /** How many events to record before waiting for "more". */
  readonly ahead: number;
  /** A schedule to follow instead of the seed; "" for none. */
  readonly schedule: string;
}

export type Request =
  /**
   * The bundle's glue, its module where the page has compiled it already, and the base part of the library
   * where the page has it. → Loaded
   */
  | {
      readonly type: 'load';
      readonly id: number;
      readonly bundle: Bundle;
      readonly url: string;
      readonly module?: WebAssembly.Module;
      readonly base?: string;
    }
  /** → CompiledReply */
  | {
      readonly type: 'compile';
      readonly id: number;
      readonly source: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  /**
   * → Batch (an empty one when it has begun; in engine-st more with the events), then Finished. A newer
   * run or "stop" ends it early with kind "stopped".
   */
  | { readonly type: 'run'; readonly id: number; readonly options: RunOptions }
  /** Record up to `until` events in all. → Done */
  | { readonly type: 'more'; readonly id: number; readonly until: number }
  /** Texts from number `from` on, for a page that reads the ring itself. → Texts */
  | { readonly type: 'texts'; readonly id: number; readonly from: number }
  /** → Done */
  | { readonly type: 'pause' | 'resume' | 'stop'; readonly id: number }
  /** Stacks, locals and heap at an event, as JSON; "" when not available. → Text */
  | { readonly type: 'stateAt'; readonly id: number; readonly event: number }
  /** Compiles for the inspector and begins its own run. → Done, or Failed when there is nothing to run */
  | {
      readonly type: 'inspectStart';
      readonly id: number;
      readonly source: string;
      readonly options: RunOptions;
    }
  /**
   * Goes to where `event` events have happened and tells these goroutines and the package variables. → Text
   * (JSON); "" when a newer request came in between.
   */
  | {
      readonly type: 'inspect';
      readonly id: number;
      readonly event: number;
      readonly goroutines: readonly number[];
    }
  /**
   * The same for a place between events. → Text: {"arrival": Arrival, "inside": …} as JSON; "" when a newer
   * request came in between.
   */
  | {
      readonly type: 'inspectStatement';
      readonly id: number;
      readonly place: StatementPlace;
      readonly goroutines: readonly number[];
    }
  /**
   * Where statements begin on these lines, before `until` events have happened. → Text: Hits as JSON,
   * "" when a newer request came in between.
   */
  | {
      readonly type: 'inspectHits';
      readonly id: number;
      readonly lines: readonly number[];
      readonly until: number;
      readonly most: number;
    }
  /** Parts of a value where the inspector's run stands. → Text (JSON) */
  | {
      readonly type: 'inspectParts';
      readonly id: number;
      readonly path: string;
      readonly from: number;
      readonly count: number;
    }
  /** Runs a program to its end and keeps nothing but a few numbers. "stop" ends it early. → Measured */
  | {
      readonly type: 'measure';
      readonly id: number;
      readonly source: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly options: RunOptions;
    }
  /** The engine's own sentences, one a line. → Text */
  | { readonly type: 'narrate'; readonly id: number; readonly from: number; readonly to: number }
  /** Runs experiment `index` of a program and judges it: a Report as JSON. → Text */
  | { readonly type: 'conduct'; readonly id: number; readonly source: string; readonly index: number }
  /** The source as gofmt would have it; unchanged when it does not parse. → Text */
  | { readonly type: 'format'; readonly id: number; readonly source: string };

export interface SharedMemory {
  readonly control: Uint32Array;
  readonly ring: Uint8Array;
}

export interface Loaded {
  readonly type: 'loaded';
  readonly id: number;
  readonly version: string;
  readonly threaded: boolean;
  /** Views of shared memory in engine-mt; absent in engine-st. */
  readonly shared?: SharedMemory;
}

export interface CompiledReply {
  readonly type: 'compiled';
  readonly id: number;
  readonly result: Compiled;
}

/** New texts first, then the events that name them. Both buffers are transferred. */
export interface Batch {
  readonly type: 'batch';
  readonly id: number;
  readonly texts: ArrayBuffer;
  readonly records: ArrayBuffer;
}

export interface Finished {
  readonly type: 'finished';
  readonly id: number;
  readonly outcome: Outcome;
}

export interface Measured {
  readonly type: 'measured';
  readonly id: number;
  readonly measures: Measures;
  readonly outcome: Outcome;
}

export type Reply =
  | ThreadWish
  | Measured
  | Loaded
  | CompiledReply
  | Batch
  | Finished
  | { readonly type: 'texts'; readonly id: number; readonly texts: ArrayBuffer }
  | { readonly type: 'text'; readonly id: number; readonly text: string }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** Indices of the control words; the engine's shared_ring.h has the same list. */
export const Control = { head: 0, tail: 1, state: 2, command: 3, capacity: 4, texts: 5 } as const;
/** What control word `state` says. */
export const EngineState = {
  Idle: 0,
  Running: 1,
  NeedsDrain: 2,
  Paused: 3,
  Finished: 4,
  BudgetUsed: 5,
} as const;
/** What the page may write into control word `command`. */
export const Command = { Run: 0, Pause: 1, Stop: 2 } as const;
