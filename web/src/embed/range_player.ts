// Plays a part of a run, or all of it, once or in a loop, and only while somebody can see it.
//
// Invariants: never more than MOST_LOOPS rounds without the visitor asking again; nothing plays while the
// figure is out of sight; what the visitor paused stays paused.

import type { Session } from '../app/session.ts';
import { MOST_LOOPS, type EmbedOptions } from './options.ts';

/** Time to look at the end before it begins again. */
const REST_MS = 1400;

export class RangePlayer {
  /** The end was reached while playing, for the n-th time. */
  onEnded: (loops: number) => void = () => {};
  private loops = 0;
  private visible = false;
  /** Paused because out of sight, not because the visitor wished it. */
  private waiting = false;
  /** The visitor, or a command, has taken over: nothing plays by itself any more. */
  private touched = false;
  private started = false;
  private wasPlaying = false;
  private looking = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly options: Pick<EmbedOptions, 'range' | 'loop' | 'autoplay'>,
    /** The visitor wants no motion that they have not asked for. */
    private readonly calm: boolean,
  ) {
    session.on('step', () => this.look());
    session.on('frame', () => this.look());
    session.on('run', () => this.begin());
  }

  get first(): number {
    return this.options.range?.from ?? -1;
  }

  /** The last step to show: of the range, or of what has been recorded. */
  get last(): number {
    return Math.min(this.options.range?.to ?? Infinity, this.session.player.length - 1);
  }

  /** The figure came into sight or left it. */
  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    const { player } = this.session;
    if (!visible) {
      clearTimeout(this.timer);
      if (player.playing) {
        this.waiting = true;
        player.pause();
      }
      return;
    }
    if (this.waiting) {
      this.waiting = false;
      player.play();
    } else this.begin();
  }

  /** Somebody plays, by button or command: from the beginning when at the end. */
  play(): void {
    this.touched = true;
    this.loops = 0;
    this.waiting = !this.visible;
    clearTimeout(this.timer);
    const { player } = this.session;
    if (player.step >= this.last && player.length > 0) player.jump(this.first);
    if (this.visible) player.play();
  }

  pause(): void {
    this.touch();
    this.session.player.pause();
  }

  /** Somebody moves through the run: nothing starts by itself any more. */
  touch(): void {
    this.touched = true;
    this.waiting = false;
    clearTimeout(this.timer);
  }

  /** The first run has steps: go to where the range begins, and play if that is wanted. */
  private begin(): void {
    const { player } = this.session;
    if (player.length === 0) return;
    if (!this.started) {
      this.started = true;
      if (this.first >= 0 && player.step < this.first) player.jump(this.first);
    }
    if (this.touched || !this.visible || !this.options.autoplay || this.calm || player.playing) return;
    if (this.loops === 0 && player.step < this.last) player.play();
  }

  /** Has the end been reached? What is done about it changes the position, and is not asked about again. */
  private look(): void {
    if (this.looking) return;
    this.looking = true;
    this.lookOnce();
    this.looking = false;
  }

  private lookOnce(): void {
    const { player } = this.session;
    const ran = this.wasPlaying;
    this.wasPlaying = player.playing;
    const there =
      player.step >= this.last && player.t >= 1 && (player.complete || this.last < player.length - 1);
    if (player.step > this.last && player.playing) player.jump(this.last);
    if (!ran || !there) return;
    this.wasPlaying = false;
    player.pause();
    this.loops++;
    this.onEnded(this.loops);
    if (!this.options.loop || this.loops >= MOST_LOOPS) return;
    this.timer = setTimeout(() => {
      player.jump(this.first);
      if (this.visible) player.play();
      else this.waiting = true;
    }, REST_MS);
  }
}
