// Two runs on one clock: the session that is shown and another one, with other parameters, another seed or
// another program. And sweeps: one number of the run against every value of a slider.
//
// Invariants: the longer of the two runs leads, and the other one follows its virtual time (its part of the
// steps, when no time passes at all); the right session has an engine, a player and a frame loop of its own.

import { addressOf, openLink } from '../share/session_link.ts';
import { readLink } from '../share/link.ts';
import { PART_NAMES } from '../share/link_parts.ts';
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
    if (leader === right && left.player.step >= 0) right.player.seekTime(left.player.timeNs);
    if (left.player.playing && leader === right) right.player.play();
    this.follower.player.pause();
  }

  private changed(): void {
    this.align();
    void this.query().then((query) => (this.link = query));
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

  /** Takes the follower to the leader's moment. */
  private follow(moved: Session): void {
    const { leader, follower } = this;
    if (
      !this.aligned ||
      this.following ||
      moved !== leader ||
      leader.run === undefined ||
      follower.run === undefined
    )
      return;
    this.following = true;
    const target = this.stepFor(leader, follower, follower.run);
    const { player } = follower;
    if (target === player.step + 1 && leader.player.playing) player.stepBy(1);
    else if (target !== player.step) player.jump(target);
    player.timeNs = Math.min(leader.player.timeNs, follower.run.store.endTime);
    this.following = false;
  }

  private stepFor(leader: Session, follower: Session, run: RunIndex): number {
    const { player } = leader;
    if (player.step < 0 && player.timeNs <= 0) return -1;
    if (leader.run!.store.endTime === 0)
      return Math.round(((player.step + 1) / Math.max(1, player.length)) * follower.player.length) - 1;
    if (player.atEnd) return follower.player.length - 1;
    // At equal times the follower has done everything that happens before the leader's moment.
    return run.steps.stepOfEvent(run.store.indexAtTime(player.timeNs));
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

  private async query(): Promise<string> {
    const [query = '', hash] = (await addressOf(this.right)).split('#');
    const short = new URLSearchParams(query);
    for (const name of ['step', 'speed', 'tab']) short.delete(name);
    return `${short.toString()}${hash === undefined ? '' : `#${hash}`}`;
  }

  /** Left and right change places. */
  async swap(): Promise<void> {
    const [left, right] = [await addressOf(this.left), await addressOf(this.right)];
    const open = async (session: Session, address: string): Promise<void> => {
      const [search = '', hash = ''] = address.split('#');
      await openLink(session, readLink(search, hash, PART_NAMES));
    };
    await Promise.all([open(this.left, right), open(this.right, left)]);
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.sweep.cancel();
    this.sweep.dispose();
    this.right.player.pause();
    this.right.engine.stop();
  }
}
