// Two runs on one clock: the session that is shown and another one, with other parameters, another seed or
// another program. And sweeps: one number of the run against every value of a slider.
//
// Invariants: the longer of the two runs leads, and the other one follows its virtual time (its part of the
// steps, when no time passes at all); the right session has an engine, a player and a frame loop of its own.

import { addressOf, openLink } from '../share/session_link.ts';
import { readLink } from '../share/link.ts';
import { PART_NAMES } from '../share/link_parts.ts';
import { FoundIn } from '../model/findings.ts';
import { measure, type Measures } from '../model/measure.ts';
import type { RunIndex } from '../model/run_index.ts';
import { FrameLoop } from './frame_loop.ts';
import { Session } from './session.ts';
import { Sweep } from './sweep.ts';

/** One line of the difference between two runs. */
export interface Difference {
  readonly name: string;
  /** What is measured, for a title. */
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly unit: 'ns' | 'part' | 'count';
}

/** The numbers of two runs side by side. */
export function differences(left: Measures, right: Measures): Difference[] {
  const line = (
    name: string,
    what: string,
    of: (m: Measures) => number,
    unit: Difference['unit'],
  ): Difference => ({ name, what, left: of(left), right: of(right), unit });
  return [
    line('total time', 'virtual time from start to end', (m) => m.timeNs, 'ns'),
    line(
      'at work',
      'part of its life a goroutine besides main was running or sleeping',
      (m) => m.busy,
      'part',
    ),
    line(
      'processors busy',
      'part of the processors’ time in which a goroutine ran',
      (m) => m.processorBusy,
      'part',
    ),
    line('waiting', 'time that goroutines besides main were blocked, in sum', (m) => m.waitingNs, 'ns'),
    line('longest queue', 'most values in the buffer of a channel at once', (m) => m.longestQueue, 'count'),
    line('blocked at once', 'most goroutines blocked at the same time', (m) => m.mostBlocked, 'count'),
    line('goroutines', 'most goroutines alive at once', (m) => m.mostAlive, 'count'),
    line('values sent', 'values that went through a channel', (m) => m.sent, 'count'),
    line('left behind', 'goroutines that would wait for ever', (m) => m.leaks, 'count'),
  ];
}

/** The last step of a run at or before a time; -1 before the first. */
function stepsUntil(run: RunIndex, timeNs: number): number {
  const event = run.store.indexAtTime(timeNs);
  return event < 0 ? -1 : run.steps.stepOfEvent(event);
}

/** The step of a run of `length` steps that is as far along as a player. */
function partOf(player: { readonly step: number; readonly length: number }, length: number): number {
  return Math.round(((player.step + 1) / Math.max(1, player.length)) * length) - 1;
}

interface Meeting {
  readonly run: RunIndex;
  readonly step: number;
  readonly leaderRun: RunIndex;
  readonly leaderStep: number;
  readonly timeNs: number;
}

interface Measured {
  readonly run: RunIndex;
  readonly events: number;
  readonly measures: Measures;
}

export class Comparison {
  readonly right: Session;
  readonly sweep: Sweep;
  private readonly measured = new Map<Session, Measured>();
  private readonly stops: (() => void)[] = [];
  private following = false;

  /** @param query what a link says about the right side; "" for a copy of the left one */
  constructor(
    readonly left: Session,
    query: string,
    private readonly onChange: () => void,
  ) {
    this.right = new Session(left.engine.another(), false);
    this.right.found = new FoundIn();
    this.sweep = new Sweep(left, onChange);
    new FrameLoop(this.right);
    for (const session of [left, this.right]) {
      this.stops.push(session.on('frame', () => this.follow(session)));
      this.stops.push(session.on('step', () => this.follow(session)));
      for (const topic of ['run', 'status', 'program'] as const)
        this.stops.push(session.on(topic, () => this.changed()));
    }
    void this.open(query);
  }

  private async open(query: string): Promise<void> {
    const [search = '', hash = ''] = (query === '' ? await addressOf(this.left) : query).split('#');
    await openLink(this.right, readLink(search, hash, PART_NAMES));
  }

  /** The side whose run takes longer: its player is the clock of both. */
  get leader(): Session {
    const { left, right } = this;
    const leftEnd = left.run?.store.endTime ?? 0;
    const rightEnd = right.run?.store.endTime ?? 0;
    if (leftEnd !== rightEnd) return leftEnd > rightEnd ? left : right;
    return right.player.length > left.player.length && leftEnd === 0 ? right : left;
  }

  private get follower(): Session {
    return this.leader === this.left ? this.right : this.left;
  }

  /** What a link says about the right side, as far as it is known. */
  link = '';
  private wasLeading: Session | undefined;
  /** Both sides have run, and the clock stands where the left side, or a link, has it. */
  private aligned = false;

  /** The first time that both are there: the left side may stand at the step that a link names. */
  private align(): void {
    const { left, right, leader } = this;
    const there = (session: Session): boolean => session.status === 'ready' && session.run !== undefined;
    if (this.aligned || !there(left) || !there(right)) return;
    this.aligned = true;
    this.wasLeading = leader;
    this.met = undefined;
    if (this.startAt >= 0) leader.player.seekTime(this.startAt);
    else if (leader === right && left.player.step >= 0) right.player.seekTime(left.player.timeNs);
    if (left.player.playing && leader === right) right.player.play();
    this.follower.player.pause();
    this.startAt = -1;
  }

  /** Virtual time at which both begin, when that is not where the left one stands. */
  private startAt = -1;

  private changed(): void {
    this.align();
    void this.query(this.right).then((query) => (this.link = query));
    const { leader, follower } = this;
    if (this.aligned && leader !== this.wasLeading) {
      // The clock goes on where it was.
      if (this.wasLeading !== undefined && leader.run !== undefined) {
        leader.player.seekTime(this.wasLeading.player.timeNs);
        if (this.wasLeading.player.playing) leader.player.play();
      }
      follower.player.pause();
      this.wasLeading = leader;
    }
    this.follow(leader);
    this.sweepAsAsked();
    this.onChange();
  }

  /** A link may ask for a sweep: it begins with the first run. */
  private sweepAsAsked(): void {
    const { left } = this;
    const slider = left.sliders.find(({ name }) => name === left.beside.sweepFromLink);
    if (left.status !== 'ready' || left.outcome === undefined || slider === undefined) return;
    left.beside.sweepFromLink = '';
    void this.sweep.start(slider);
  }

  /** Where the two stood when one had been taken to the other's moment. */
  private met: Meeting | undefined;

  /** Takes the follower to the leader's moment, or the leader to that of a follower sent elsewhere. */
  private follow(moved: Session): void {
    const { leader, follower, met } = this;
    const { run } = follower;
    if (!this.aligned || this.following || leader.run === undefined || run === undefined) return;
    const { player } = follower;
    const same = met?.run === run && met.leaderRun === leader.run;
    const { timeNs, step } = leader.player;
    if (moved === follower && !(same && player.step !== met.step)) return;
    if (moved === leader && same && met.leaderStep === step && met.timeNs === timeNs) return;
    this.following = true;
    if (moved === follower) {
      leader.player.pause();
      if (leader.run.store.endTime === 0) leader.player.jump(partOf(player, leader.player.length));
      else leader.player.seekTime(player.timeNs);
    } else {
      const target = this.stepFor(leader, follower, run);
      if (target === player.step + 1 && leader.player.playing) player.stepBy(1);
      else if (target !== player.step) player.jump(target);
      player.timeNs = Math.min(leader.player.timeNs, run.store.endTime);
    }
    this.met = {
      run,
      step: player.step,
      leaderRun: leader.run,
      leaderStep: leader.player.step,
      timeNs: leader.player.timeNs,
    };
    this.following = false;
  }

  private stepFor(leader: Session, follower: Session, run: RunIndex): number {
    const { player } = leader;
    if (player.step < 0 && player.timeNs <= 0) return -1;
    if (leader.run!.store.endTime === 0) return partOf(player, follower.player.length);
    if (player.atEnd) return follower.player.length - 1;
    const last = stepsUntil(run, player.timeNs);
    // Much happens at one instant: the follower has done as large a part of it as the leader.
    if (player.step < 0 || leader.run!.store.time(leader.run!.steps.coreEvent(player.step)) !== player.timeNs)
      return last;
    const before = stepsUntil(leader.run!, player.timeNs - 1);
    const part = (player.step - before) / Math.max(1, stepsUntil(leader.run!, player.timeNs) - before);
    const first = stepsUntil(run, player.timeNs - 1);
    return first + Math.round(Math.min(1, part) * (last - first));
  }

  /** Virtual time at which the later of the two runs ends. */
  get clockEnd(): number {
    return Math.max(this.left.run?.store.endTime ?? 0, this.right.run?.store.endTime ?? 0);
  }

  private measuresOf(session: Session): Measures | undefined {
    const { run } = session;
    if (run === undefined) return undefined;
    const known = this.measured.get(session);
    if (known?.run === run && known.events === run.store.length) return known.measures;
    // A run that is still being recorded is measured at its end.
    if (known?.run === run && !session.player.complete) return known.measures;
    const measures = measure(run.store);
    this.measured.set(session, { run, events: run.store.length, measures });
    return measures;
  }

  /** The difference so far; empty until both have run. */
  get differences(): readonly Difference[] {
    const left = this.measuresOf(this.left);
    const right = this.measuresOf(this.right);
    return left === undefined || right === undefined ? [] : differences(left, right);
  }

  /** What a link says about one side: the clock, the panels and the comparison belong to both. */
  private async query(of: Session): Promise<string> {
    const [query = '', hash] = (await addressOf(of)).split('#');
    const short = new URLSearchParams(query);
    for (const name of ['step', 'st', 'speed', 'tab', 'with', 'sweep']) short.delete(name);
    return `${short.toString()}${hash === undefined ? '' : `#${hash}`}`;
  }

  /** Left and right change places; the clock stays where it is. */
  async swap(): Promise<void> {
    const { timeNs } = this.leader.player;
    const [left, right] = [await this.query(this.left), await this.query(this.right)];
    const open = async (session: Session, query: string): Promise<void> => {
      const { inputs } = session;
      session.player.pause();
      session.inputs = undefined;
      session.stepping.fromLink.holds = [];
      const [search = '', hash = ''] = query.split('#');
      const link = readLink(search, hash, PART_NAMES);
      await openLink(session, link);
      if (inputs !== session.inputs) session.emit('inputs');
    };
    this.sweep.forget();
    await Promise.all([open(this.left, right), open(this.right, left)]);
    this.aligned = false;
    this.startAt = timeNs;
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.sweep.cancel();
    this.sweep.dispose();
    this.right.player.pause();
    this.right.engine.stop();
  }
}
