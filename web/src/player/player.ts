// Plays a recorded run: a position (which step, how far) that time, keys and the pointer move. Pure; a
// clock calls tick().
//
// Invariants: -1 ≤ step < steps.length; `t` is the progress of the step's motion (1 = at rest); the
// shown virtual time never runs ahead of the next step.

import type { RunIndex } from '../model/run_index.ts';
import { paceOfStep } from './pace.ts';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 64] as const;

/** A quick motion also for single steps, so that the eye can follow. */
const SINGLE_STEP_MS = 320;

/** Steps that are played over and over: from the first to the last. */
export interface Loop {
  readonly from: number;
  readonly to: number;
}

/** Nothing moves for ever: a loop rests after so many rounds. */
export const MOST_ROUNDS = 5;

export class Player {
  step = -1;
  t = 1;
  timeNs = 0;
  playing = false;
  speed = 1;
  /** The trace is complete; otherwise playing waits at its end for more. */
  complete = false;
  /** Called when the step changes, and when playing starts or stops. */
  onChange: () => void = () => {};
  /** Playing stops when it comes to such a step (a breakpoint). */
  stopAt: (step: number) => boolean = () => false;
  private run: RunIndex | undefined;
  private phase: 'gap' | 'motion' | 'rest' = 'rest';
  private elapsed = 0;
  private single = false;
  private loop_: Loop | undefined;
  private rounds = 0;

  setRun(run: RunIndex | undefined, complete: boolean): void {
    this.run = run;
    this.loop_ = undefined;
    this.complete = complete;
    this.step = -1;
    this.t = 1;
    this.timeNs = 0;
    this.phase = 'rest';
    this.elapsed = 0;
    this.onChange();
  }

  get length(): number {
    return this.run?.steps.length ?? 0;
  }

  get atEnd(): boolean {
    return this.step >= this.length - 1 && this.t >= 1;
  }

  /** Plays a stretch over and over, or (undefined) everything once again. */
  setLoop(loop: Loop | undefined): void {
    this.loop_ = loop;
    this.rounds = 0;
    if (loop !== undefined && (this.step < loop.from || this.step > loop.to)) this.jump(loop.from - 1);
    else this.onChange();
  }

  get loop(): Loop | undefined {
    return this.loop_;
  }

  /** Something moves: frames are wanted. */
  get moving(): boolean {
    return this.playing || this.t < 1;
  }

  play(): void {
    if (this.length === 0) return;
    const loop = this.loop_;
    if (loop !== undefined && (this.step >= loop.to || this.step < loop.from - 1)) this.jump(loop.from - 1);
    else if (this.atEnd && this.complete) this.jump(-1);
    this.rounds = 0;
    this.playing = true;
    this.single = false;
    this.onChange();
  }

  pause(): void {
    if (!this.playing) return;
    this.playing = false;
    this.onChange();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** To a step at once, at rest. */
  jump(step: number): void {
    this.restAt(step, 0);
  }

  /** At rest at a step, no earlier than a time: whoever hears of it sees both. */
  private restAt(step: number, timeNs: number): void {
    this.step = Math.max(-1, Math.min(step, this.length - 1));
    this.t = 1;
    this.phase = 'rest';
    this.elapsed = 0;
    this.timeNs = Math.max(timeNs, this.timeOfStep(this.step));
    this.onChange();
  }

  /** One step with its motion (forwards) or at once (backwards). */
  stepBy(delta: number): void {
    this.playing = false;
    if (delta !== 1) {
      this.jump(this.step + delta);
      return;
    }
    if (this.step + 1 >= this.length) {
      this.jump(this.length - 1);
      return;
    }
    this.step++;
    this.t = 0;
    this.elapsed = 0;
    this.phase = 'motion';
    this.single = true;
    this.timeNs = this.timeOfStep(this.step);
    this.onChange();
  }

  seekTime(timeNs: number): void {
    if (this.run === undefined) return;
    // The clock's jump to a later time belongs to the step that happens then.
    const step = this.run.steps.stepOfEvent(this.run.store.indexAtTime(timeNs));
    const end = this.run.store.endTime;
    this.restAt(this.timeOfStep(step) > timeNs ? step - 1 : step, Math.min(timeNs, end));
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.onChange();
  }

  /** Time passes on the wall: dt in milliseconds. */
  tick(dt: number): void {
    if (this.run === undefined) return;
    if (!this.playing) {
      this.finishMotion(dt);
      return;
    }
    const before = this.step;
    let left = dt * this.speed;
    while (left > 0 && this.playing) left = this.advance(left);
    if (this.step !== before) this.onChange();
  }

  private finishMotion(dt: number): void {
    if (this.t >= 1) return;
    this.elapsed += dt;
    this.t = Math.min(1, this.elapsed / SINGLE_STEP_MS);
    if (this.t >= 1) this.phase = 'rest';
  }

  /** Uses up to `left` milliseconds; returns what is over. */
  private advance(left: number): number {
    const run = this.run!;
    if (this.phase === 'rest') return this.rest(left);
    const pace = paceOfStep(run, this.phase === 'gap' ? this.step + 1 : this.step);
    const length = this.phase === 'gap' ? pace.gapMs : this.single ? SINGLE_STEP_MS : pace.motionMs;
    const used = Math.min(left, Math.max(0, length - this.elapsed));
    this.elapsed += used;
    const done = this.elapsed >= length;
    if (this.phase === 'gap') {
      const from = this.timeOfStep(this.step);
      const to = this.timeOfStep(this.step + 1);
      this.timeNs =
        length === 0 || done ? to : Math.max(this.timeNs, from + ((to - from) * this.elapsed) / length);
      if (done) this.beginMotion();
    } else {
      this.t = length === 0 ? 1 : Math.min(1, this.elapsed / length);
      if (done) {
        this.t = 1;
        this.phase = 'rest';
        this.elapsed = 0;
      }
    }
    return left - used;
  }

  private rest(left: number): number {
    if (this.loop_ !== undefined && this.step >= this.loop_.to) return this.nextRound(this.loop_, left);
    if (this.step >= this.length - 1) {
      if (this.complete) {
        this.playing = false;
        this.onChange();
      }
      return 0;
    }
    const rest = this.step < 0 ? 0 : paceOfStep(this.run!, this.step).restMs;
    const used = Math.min(left, Math.max(0, rest - this.elapsed));
    this.elapsed += used;
    if (this.elapsed >= rest) {
      this.phase = 'gap';
      this.elapsed = 0;
    }
    return left - used;
  }

  private nextRound(loop: Loop, left: number): number {
    this.rounds++;
    if (this.rounds < MOST_ROUNDS) {
      this.jump(loop.from - 1);
      return left;
    }
    this.playing = false;
    this.onChange();
    return 0;
  }

  private beginMotion(): void {
    this.step++;
    this.single = false;
    this.t = 0;
    this.phase = 'motion';
    this.elapsed = 0;
    this.timeNs = this.timeOfStep(this.step);
    if (!this.stopAt(this.step)) return;
    // The step's own motion still finishes.
    this.playing = false;
    this.single = true;
    this.onChange();
  }

  private timeOfStep(step: number): number {
    if (this.run === undefined || step < 0) return 0;
    return this.run.store.time(this.run.steps.coreEvent(step));
  }
}
