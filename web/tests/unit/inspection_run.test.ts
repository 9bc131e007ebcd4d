import { describe, expect, it } from 'vitest';
import { InspectionRun } from '../../src/engine/inspection_run.ts';
import type { EngineObject } from '../../src/engine/module.ts';
import type { RunOptions } from '../../src/engine/protocol.ts';

const OPTIONS: RunOptions = { seed: 1, processors: 0, inputs: [], limits: {}, ahead: 0, schedule: '' };
const LENGTH = 10_000;

/** An engine whose whole state is in its memory, as the real one's is; every slice takes a while. */
class MemoryEngine {
  memory = new Uint32Array(4);
  starts = 0;
  advanced = 0;
  schedules: string[] = [];

  clearParameters(): void {}
  clearInputs(): void {}
  missingParts(): string {
    return '';
  }
  compile(source: string): boolean {
    return source !== 'broken';
  }
  inspectStart(schedule: string): boolean {
    this.starts++;
    this.schedules.push(schedule);
    this.memory.fill(0);
    return true;
  }
  /** Whoever is watched begins a statement at every tenth event. */
  inspectWatch(_goroutine: number, from: number): void {
    this.memory[2] = from;
    this.memory[3] = 0;
  }
  inspectStatements(): number {
    return this.memory[3]!;
  }
  inspectTo(event: number, statement: number): number {
    const from = this.memory[2]!;
    const stop = statement > 0 ? from + statement * 10 : LENGTH;
    const now = Math.min(event, this.memory[0]! + 100, LENGTH, stop);
    this.memory[3] = Math.max(0, Math.floor((now - from) / 10));
    this.advanced += now - this.memory[0]!;
    this.memory[0] = now;
    this.memory[1] = now * 7;
    const until = performance.now() + 8;
    while (performance.now() < until);
    return now;
  }
  inspectOver(): boolean {
    return this.memory[0] === LENGTH;
  }
  inspectState(): string {
    return `${this.memory[0]} ${this.memory[1]}`;
  }
  control(): Uint32Array {
    return this.memory;
  }
}

function runOf(engine: MemoryEngine, copying: boolean): InspectionRun {
  return new InspectionRun(engine as unknown as EngineObject, () => Promise.resolve(), copying);
}

describe("the inspector's run", () => {
  it('goes back to a copy of the memory instead of running all again, and tells the same', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, true);
    expect(run.start('ok', OPTIONS)).toBe(true);
    expect(await run.seek(4000)).toBe(true);
    expect(run.state([])).toBe('4000 28000');
    const before = engine.advanced;
    expect(await run.seek(3900)).toBe(true);
    expect(run.state([])).toBe('3900 27300');
    expect(engine.starts).toBe(1);
    expect(engine.advanced - before).toBeLessThan(2000);
    expect(await run.seek(10)).toBe(true);
    expect(run.state([])).toBe('10 70');
    expect(await run.seek(4000)).toBe(true);
    expect(run.state([])).toBe('4000 28000');
  });

  it('goes between events, on from there, and back to a place before', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, true);
    run.start('ok', OPTIONS);
    const place = { goroutine: 1, from: 500, before: 490, until: 3000 };
    expect(await run.seekStatement({ ...place, statement: 3 })).toEqual({ events: 530, statement: 3 });
    const before = engine.advanced;
    expect(await run.seekStatement({ ...place, statement: 4 })).toEqual({ events: 540, statement: 4 });
    expect(engine.advanced - before).toBe(10);
    expect(await run.seekStatement({ ...place, statement: 2 })).toEqual({ events: 520, statement: 2 });
    expect(await run.seekStatement({ ...place, statement: Infinity })).toEqual({
      events: 3000,
      statement: 250,
    });
  });

  it('tells of the last statement before an event where it begins, not where the run was', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, true);
    run.start('ok', OPTIONS);
    const place = { goroutine: 1, from: 500, before: 490, until: 555 };
    expect(await run.seekStatement({ ...place, statement: Infinity })).toEqual({ events: 555, statement: 5 });
    expect(await run.seekStatement({ ...place, statement: 5 })).toEqual({ events: 550, statement: 5 });
  });

  it('does not take a place between events for the event before it', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, false);
    run.start('ok', OPTIONS);
    await run.seekStatement({ goroutine: 1, from: 500, before: 490, statement: 3, until: 3000 });
    expect(await run.seek(530)).toBe(true);
    expect(engine.starts).toBe(2);
  });

  it('runs again where memory must not be copied', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, false);
    run.start('ok', { ...OPTIONS, schedule: 's1:1;h2@5' });
    await run.seek(900);
    await run.seek(300);
    expect(engine.starts).toBe(2);
    expect(engine.schedules).toEqual(['s1:1;h2@5', 's1:1;h2@5']);
    expect(run.state([])).toBe('300 2100');
  });

  it('stops at the end of the run, and says nothing of a program that does not compile', async () => {
    const engine = new MemoryEngine();
    const run = runOf(engine, true);
    run.start('ok', OPTIONS);
    engine.memory[0] = LENGTH - 50;
    expect(await run.seek(LENGTH * 2)).toBe(true);
    expect(engine.memory[0]).toBe(LENGTH);
    expect(run.start('broken', OPTIONS)).toBe(false);
    expect(run.state([])).toBe('');
    expect(await run.seek(5)).toBe(false);
  });

  it('gives way to a newer wish', async () => {
    const engine = new MemoryEngine();
    const run = new InspectionRun(
      engine as unknown as EngineObject,
      () => new Promise((resolve) => setTimeout(resolve)),
      true,
    );
    run.start('ok', OPTIONS);
    const old = run.seek(5000);
    const newer = run.seek(200);
    expect(await newer).toBe(true);
    expect(await old).toBe(false);
    expect(run.state([])).toBe('200 1400');
  });
});
