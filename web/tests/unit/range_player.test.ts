// The player of an embed on a simulated run: loops, ranges, sight.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Emitter } from '../../src/app/emitter.ts';
import type { Session, Topic } from '../../src/app/session.ts';
import { readOptions } from '../../src/embed/options.ts';
import { RangePlayer } from '../../src/embed/range_player.ts';
import { Player } from '../../src/player/player.ts';
import { loadTrace } from '../fake/load.ts';
import { workerPoolTrace } from '../fake/programs.ts';

class FakeSession extends Emitter<Topic> {
  readonly player = new Player();
  constructor() {
    super();
    this.player.onChange = () => this.emit('step');
    this.player.setRun(loadTrace(workerPoolTrace()), true);
  }
  /** Time passes on the wall, in frames. */
  pass(ms: number): void {
    for (let at = 0; at < ms; at += 16) {
      vi.advanceTimersByTime(16);
      this.player.tick(16);
      this.emit('frame');
    }
  }
}

const make = (
  options: Partial<{ loop: boolean; autoplay: boolean; range: { from: number; to: number } }>,
  calm = false,
): { session: FakeSession; range: RangePlayer; ended: number[] } => {
  const session = new FakeSession();
  const ended: number[] = [];
  const range = new RangePlayer(
    session as unknown as Session,
    { loop: false, autoplay: true, range: undefined, ...options },
    calm,
  );
  range.onEnded = (loops) => ended.push(loops);
  return { session, range, ended };
};

describe('the player of an embed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('plays its range once, told once, however fast', () => {
    for (const speed of [1, 64]) {
      const { session, range, ended } = make({ range: { from: 2, to: 8 } });
      session.player.setSpeed(speed);
      range.setVisible(true);
      expect(session.player.step).toBe(2);
      session.pass(20_000);
      expect(ended).toEqual([1]);
      expect(session.player.step).toBe(8);
      expect(session.player.playing).toBe(false);
    }
  });

  it('loops five times and no more, until the visitor asks', () => {
    const { session, range, ended } = make({ loop: true, range: { from: 0, to: 4 } });
    session.player.setSpeed(64);
    range.setVisible(true);
    session.pass(30_000);
    expect(ended).toEqual([1, 2, 3, 4, 5]);
    range.play();
    session.pass(30_000);
    expect(ended).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
  });

  it('moves only in sight, and only if motion is welcome', () => {
    const hidden = make({});
    hidden.session.pass(1000);
    expect(hidden.session.player.step).toBe(-1);
    const calm = make({}, true);
    calm.range.setVisible(true);
    calm.session.pass(1000);
    expect(calm.session.player.step).toBe(-1);
    calm.range.play();
    calm.session.pass(1000);
    expect(calm.session.player.step).toBeGreaterThan(-1);
    const seen = make({});
    seen.range.setVisible(true);
    seen.session.pass(1500);
    const { step } = seen.session.player;
    expect(step).toBeGreaterThan(0);
    seen.range.setVisible(false);
    seen.session.pass(2000);
    expect(seen.session.player.playing).toBe(false);
    seen.range.setVisible(true);
    seen.session.pass(2000);
    expect(seen.session.player.step).toBeGreaterThan(step);
  });

  it('leaves paused what the visitor has paused', () => {
    const { session, range } = make({ loop: true });
    range.setVisible(true);
    session.pass(500);
    range.pause();
    range.setVisible(false);
    range.setVisible(true);
    session.pass(3000);
    expect(session.player.playing).toBe(false);
  });
});

describe('the options of an embed', () => {
  it('are as usual when nothing is said', () => {
    expect(readOptions('')).toEqual({
      controls: 'full',
      theme: 'auto',
      autoplay: true,
      loop: false,
      range: undefined,
      sliders: undefined,
      fit: 'frame',
      origin: '',
      colors: {},
      problems: [],
    });
  });

  it('are read, and mistakes are told', () => {
    const read = readOptions(
      '?controls=min&theme=dark&autoplay=no&loop&range=3-9&sliders=a,b&fit=content' +
        '&origin=https://x.example&colors=paper:%23fff;ink:rgb(1,2,3)',
    );
    expect(read).toMatchObject({
      controls: 'min',
      theme: 'dark',
      autoplay: false,
      loop: true,
      range: { from: 3, to: 9 },
      sliders: ['a', 'b'],
      fit: 'content',
      origin: 'https://x.example',
      colors: { paper: '#fff', ink: 'rgb(1,2,3)' },
      problems: [],
    });
    expect(readOptions('?range=5-').range).toEqual({ from: 5, to: Number.MAX_SAFE_INTEGER });
    expect(readOptions('?range=..7').range).toEqual({ from: -1, to: 7 });
    expect(readOptions('?sliders=none').sliders).toEqual([]);
    const wrong = readOptions('?controls=some&theme=pink&range=9-3');
    expect(wrong).toMatchObject({ controls: 'full', theme: 'auto', range: undefined });
    expect(wrong.problems).toHaveLength(3);
  });
});
