// The engine's class as Embind offers it (wasm/bindings.cpp).

import type { Directive, Diagnostic, Outcome, Slider } from './protocol.ts';

export interface EngineObject {
  /** Names of parts of the library that the latest compile, conduct or compare lacked, or "". */
  missingParts(): string;
  /** Takes the text of a part; false when it is none. */
  provide(text: string): boolean;
  /** Takes a part of the engine's code, for this thread and all later ones; false when it is not that. */
  provideCode(part: string, bytes: Uint8Array): boolean;
  /** A part is there. Without the tools format() and what comes after it below must not be called. */
  hasCode(part: string): boolean;
  clearParameters(): void;
  setParameter(name: string, value: string): void;
  compile(source: string): boolean;
  diagnosticCount(): number;
  /** All diagnostics as gc prints them. */
  problemText(): string;
  diagnostic(index: number): Diagnostic;
  sliderCount(): number;
  slider(index: number): Slider;
  directiveCount(): number;
  directive(index: number): Directive;
  packageComment(): string;
  experiments(): string;
  setLimit(name: string, value: number): void;
  clearInputs(): void;
  addInput(spec: string): string;
  start(seed: number, processors: number): boolean;
  replay(schedule: string, processors: number): boolean;
  advance(budget: number): number;
  pause(): void;
  resume(): void;
  stop(): void;
  control(): Uint32Array;
  ring(): Uint8Array;
  texts(from: number): Uint8Array;
  outcome(): Outcome;
  format(source: string): string;
  about(): string;
  conduct(source: string, index: number): string;
  compare(text: string, leftSource: string, rightSource: string): string;
  narration(from: number, to: number): string;
  stateAt(event: number): string;
  inspectStart(schedule: string, processors: number): boolean;
  inspectTo(event: number, statement: number, instructions: number): number;
  /** Goroutine 0: everybody; lines with commas, "": all of them. */
  inspectWatch(goroutine: number, fromEvent: number, untilEvent: number, lines: string): void;
  /** The last statement begun: "goroutine line from number". */
  inspectBegun(): string;
  inspectStatements(): number;
  inspectOver(): boolean;
  inspectState(goroutines: string): string;
  inspectParts(path: string, from: number, count: number): string;
}

export interface EngineModule {
  readonly Engine: new () => EngineObject;
  engineVersion(): string;
  engineThreaded(): boolean;
}

export type EngineFactory = (options?: Record<string, unknown>) => Promise<EngineModule>;
