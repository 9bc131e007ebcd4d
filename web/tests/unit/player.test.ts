import { describe, expect, it } from 'vitest';
import { EventKind } from '../../src/generated/events.ts';
import { concerns, findStep, prints } from '../../src/model/find_step.ts';
import { Player } from '../../src/player/player.ts';
import { loadTrace } from '../fake/load.ts';
import { workerPoolTrace } from '../fake/programs.ts';

function playerOf(): Player {
  const player = new Player();
  player.setRun(loadTrace(workerPoolTrace()), true);
  return player;
}

describe('player', () => {
  it('plays every step once, in order, with time that never runs back, and stops at the end', () => {
    const player = playerOf();
    const seen: number[] = [];
    player.onChange = () => {
      if (seen[seen.length - 1] !== player.step) seen.push(player.step);
    };
    player.play();
    let time = 0;
    for (let k = 0; k < 100_000 && player.playing; k++) {
      player.tick(16);
      expect(player.timeNs).toBeGreaterThanOrEqual(time);
      time = player.timeNs;
    }
    expect(player.playing).toBe(false);
    expect(player.atEnd).toBe(true);
    expect(seen.filter((step) => step >= 0)).toEqual(Array.from({ length: player.length }, (_, k) => k));
  });

  it('steps forwards and back to the same place', () => {
    const player = playerOf();
    for (let k = 0; k < 20; k++) player.stepBy(1);
    expect(player.step).toBe(19);
    expect(player.t).toBe(0);
    player.tick(1000);
    expect(player.t).toBe(1);
    for (let k = 0; k < 25; k++) player.stepBy(-1);
    expect(player.step).toBe(-1);
    expect(player.timeNs).toBe(0);
  });

  it('starts again from the beginning when played at the end', () => {
    const player = playerOf();
    player.jump(1e9);
    expect(player.atEnd).toBe(true);
    player.play();
    expect(player.step).toBe(-1);
    expect(player.playing).toBe(true);
  });

  it('is faster at a higher speed, in proportion', () => {
    const length = (speed: number): number => {
      const player = playerOf();
      player.setSpeed(speed);
      player.play();
      let ticks = 0;
      while (player.playing && ticks < 1e6) {
        player.tick(4);
        ticks++;
      }
      return ticks;
    };
    const ratio = length(1) / length(4);
    expect(ratio).toBeGreaterThan(3.5);
    expect(ratio).toBeLessThan(4.5);
  });

  it('waits at the end of an incomplete trace instead of stopping', () => {
    const player = new Player();
    player.setRun(loadTrace(workerPoolTrace()), false);
    player.jump(player.length - 1);
    player.play();
    player.tick(5000);
    expect(player.playing).toBe(true);
  });

  it('seeks by virtual time', () => {
    const player = playerOf();
    player.seekTime(0.6e9);
    expect(player.timeNs).toBe(0.6e9);
    player.seekTime(-5);
    expect(player.step).toBe(-1);
  });
});

describe('finding steps', () => {
  it('goes to what prints and to what concerns a goroutine or a channel, in both directions', () => {
    const run = loadTrace(workerPoolTrace());
    const printing = findStep(run, -1, 1, (step) => prints(run, step));
    expect(run.store.kind(run.steps.coreEvent(printing))).toBe(EventKind.Output);
    expect(findStep(run, printing + 1, -1, (step) => prints(run, step))).toBe(printing);
    const about = (step: number): boolean => concerns(run, step, { kind: 'object', id: 2 });
    const seen: number[] = [];
    for (let step = -1; ;) {
      const next = findStep(run, step, 1, about);
      if (next === step) break;
      seen.push(next);
      step = next;
    }
    expect(seen.length).toBeGreaterThan(8);
    const mine = (step: number): boolean => concerns(run, step, { kind: 'goroutine', id: 5 });
    expect(findStep(run, 5, -1, mine)).toBe(5);
  });
});
