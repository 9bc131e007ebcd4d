import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../src/model/checkpoints.ts';
import { statusLine } from '../../src/model/describe.ts';
import { goDuration, goDurationText, formatDuration } from '../../src/model/format.ts';
import { captionOfStep, narrate, plainText } from '../../src/model/narration.ts';
import type { RunIndex } from '../../src/model/run_index.ts';
import { loadTrace } from '../fake/load.ts';
import { workerPoolTrace } from '../fake/programs.ts';

function captions(run: RunIndex): string[] {
  const states = new Checkpoints(run.store);
  return Array.from({ length: run.steps.length }, (_, k) =>
    plainText(captionOfStep(run, states.at(run.steps.coreEvent(k) - 1).copy(), k)),
  );
}

describe('narration', () => {
  const run = loadTrace(workerPoolTrace());
  const told = captions(run);

  it('has a sentence without holes for every event', () => {
    const states = new Checkpoints(run.store);
    for (let i = 0; i < run.store.length; i++) {
      const text = plainText(narrate(run, states.at(i - 1), i));
      expect(text.length).toBeGreaterThan(3);
      expect(text).not.toMatch(/undefined|NaN|\{|\}/);
    }
  });

  it('says who gets a value that is handed over', () => {
    expect(told).toContain('producer hands 1 over jobs to worker #1');
  });

  it('says what is left in a buffer, and who can run again', () => {
    expect(told).toContain('producer puts 4 into jobs; 4 of 5 slots left');
    expect(
      told.some((text) =>
        /^worker #\d is done|^worker #\d reports done to wg: 0 to go; closer can run again$/.test(text),
      ),
    ).toBe(true);
  });

  it('names the state of a goroutine on its card', () => {
    const states = new Checkpoints(run.store);
    const lines = new Set<string>();
    for (let i = 0; i < run.store.length; i++)
      for (const g of run.entities.goroutines.keys())
        lines.add(statusLine(run, states.at(i), g, i, run.store.time(i)));
    expect([...lines]).toEqual(
      expect.arrayContaining([
        'receiving from jobs',
        'waiting for wg',
        '570 ms to go',
        'sends 2',
        'woken by worker #1',
        'done',
      ]),
    );
  });
});

describe('durations', () => {
  it('read as people, Go programs and Go sources write them', () => {
    expect(formatDuration(1.25e9)).toBe('1.25 s');
    expect(formatDuration(300e6)).toBe('300 ms');
    expect(goDurationText(90e9)).toBe('1m30s');
    expect(goDurationText(1_500_000)).toBe('1.5ms');
    expect(goDuration(1.5e9)).toBe('1500 * time.Millisecond');
    expect(goDuration(1e9)).toBe('time.Second');
  });
});
