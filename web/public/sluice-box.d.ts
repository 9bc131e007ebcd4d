/**
 * Types of the embed: of the messages between a page and the frame (`embed.html`), and of the element
 * `<sluice-box>` that wraps it. The page of the project itself is written against this file.
 */

/** What a figure shows at a moment. */
export interface SluiceBoxState {
  /** Name of the catalogue's program, or "own". */
  readonly program: string;
  /** The Go source as it runs, sliders included. */
  readonly source: string;
  readonly seed: number;
  /** Position: -1 before the first step. Seek takes the same numbers. */
  readonly step: number;
  /** Steps recorded so far; grows while `complete` is false. */
  readonly steps: number;
  readonly complete: boolean;
  readonly playing: boolean;
  readonly speed: number;
  /** Virtual time in nanoseconds. */
  readonly timeNs: number;
  /** The current step in plain words. */
  readonly sentence: string;
  readonly parameters: readonly SluiceBoxParameter[];
  /** "done", "deadlock", "panic", "exit", "limit", "waiting", "stopped"; "" while the run goes on. */
  readonly outcome: string;
  readonly exitCode: number;
  /** What the program has printed up to this step. */
  readonly output: string;
  /** Which engine runs, and why that one. */
  readonly engine: string;
}

export interface SluiceBoxParameter {
  readonly name: string;
  /** As a link writes it: "4", "250ms", "true". */
  readonly value: string;
  readonly min: string;
  readonly max: string;
}

/** What to show. Everything left out is as usual. */
export interface SluiceBoxProgram {
  /** A program of the catalogue … */
  readonly program?: string;
  /** … or a Go source of one's own, at most 200,000 characters. */
  readonly source?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly seed?: number;
  readonly processors?: number;
  /** "SIGINT at=2s" …; without it, what the program asks for. */
  readonly inputs?: readonly string[];
  readonly step?: number;
}

/** Commands, page → frame. Each may carry an `id`; the answer has the same. */
export type SluiceBoxCommand =
  | ({ readonly type: 'load' } & SluiceBoxProgram)
  | { readonly type: 'play' | 'pause' | 'getState' }
  | { readonly type: 'seek'; readonly step: number }
  /** One step, or `by` steps; negative ones go back. */
  | { readonly type: 'step'; readonly by?: number }
  | { readonly type: 'setParameter'; readonly name: string; readonly value: string }
  | { readonly type: 'setSpeed'; readonly speed: number }
  /** Colours of the page around, by the names in docs/embedding.md. */
  | {
      readonly type: 'theme';
      readonly theme: 'light' | 'dark';
      readonly colors?: Readonly<Record<string, string>>;
    };

/** Events and answers, frame → page. */
export type SluiceBoxEvent =
  /** The first run is there. */
  | { readonly type: 'ready'; readonly state: SluiceBoxState }
  /** The position changed; at most once a frame. */
  | { readonly type: 'step'; readonly step: number; readonly timeNs: number; readonly playing: boolean }
  /** The end of the run, or of the range, was reached while playing. */
  | { readonly type: 'ended'; readonly loops: number }
  /** The height in CSS pixels that the figure wants at its present width. */
  | { readonly type: 'resize'; readonly height: number }
  /** `where`: "program" (does not compile), "engine", "command". */
  | { readonly type: 'error'; readonly where: string; readonly message: string }
  /** The answer to every command once it has been done. */
  | { readonly type: 'state'; readonly state: SluiceBoxState };

/** Every message in either direction is one of these with this envelope. */
export interface SluiceBoxEnvelope {
  readonly sluicebox: 1;
  readonly id?: number;
}

/** `<sluice-box>`. Its events are `sluice-ready`, `sluice-step`, `sluice-ended` and `sluice-error`. */
export interface SluiceBoxElement extends HTMLElement {
  load(program: SluiceBoxProgram): Promise<SluiceBoxState>;
  play(): Promise<SluiceBoxState>;
  pause(): Promise<SluiceBoxState>;
  seek(step: number): Promise<SluiceBoxState>;
  step(by?: number): Promise<SluiceBoxState>;
  setParameter(name: string, value: string): Promise<SluiceBoxState>;
  setSpeed(speed: number): Promise<SluiceBoxState>;
  getState(): Promise<SluiceBoxState>;
}

declare global {
  interface HTMLElementTagNameMap {
    'sluice-box': SluiceBoxElement;
  }
}
