import { describe, expect, it } from 'vitest';
import { LibraryParts, MissingParts, compileWhole, demandCode } from '../../src/engine/library_parts.ts';

/** An engine that knows two parts, and needs both for every program. */
class PartsEngine {
  given: string[] = [];
  code: string[] = [];
  provideCode(part: string, bytes: Uint8Array): boolean {
    if (bytes.length > 0) this.code.push(part);
    return bytes.length > 0;
  }
  hasCode(part: string): boolean {
    return this.code.includes(part);
  }
  provide(text: string): boolean {
    const known = text === 'text of base' || text === 'text of os';
    if (known) this.given.push(text);
    return known;
  }
  compile(): boolean {
    return this.given.length === 2;
  }
  missingParts(): string {
    return ['base', 'os'].filter((name) => !this.given.includes(`text of ${name}`)).join(' ');
  }
}

const names = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return (error as MissingParts).names;
  }
};

describe("parts of Go's library", () => {
  it('are asked for by a compile that lacks them, and fetched once', async () => {
    const engine = new PartsEngine();
    const fetched: string[] = [];
    const parts = new LibraryParts(engine, 'http://site/engine-1/engine-st.mjs', (url) => {
      fetched.push(url);
      return Promise.resolve(`text of ${/(\w+)\.txt$/.exec(url)![1]}`);
    });
    parts.take('base', 'text of base');
    expect(names(() => compileWhole(engine, ''))).toEqual(['os']);
    await parts.give(1, ['os']);
    expect(compileWhole(engine, '')).toBe(true);
    expect(fetched).toEqual(['http://site/engine-1/library/os.txt']);
    // The engine's memory goes back to a copy from before: what has come is given again.
    engine.given = [];
    await parts.give(
      2,
      names(() => compileWhole(engine, '')),
    );
    expect(compileWhole(engine, '')).toBe(true);
    expect(fetched).toHaveLength(1);
  });

  it('that are none are refused with a clear error, and asked for again the next time', async () => {
    const engine = new PartsEngine();
    let answer = '<!doctype html>not found';
    const parts = new LibraryParts(engine, 'http://site/e/engine-st.mjs', () => Promise.resolve(answer));
    parts.take('base', answer);
    expect(engine.given).toEqual([]);
    await expect(parts.give(1, ['os'])).rejects.toThrow("what came for os is no part of Go's library");
    answer = 'text of os';
    await parts.give(2, ['os']);
    expect(engine.given).toEqual(['text of os']);
  });

  it('come together with parts of the code where a program needs both', async () => {
    const engine = new PartsEngine();
    const fetched: string[] = [];
    const parts = new LibraryParts(
      engine,
      'http://site/e/engine-mt.mjs',
      () => Promise.resolve('text of os'),
      (url) => {
        fetched.push(url);
        return Promise.resolve(new Uint8Array(fetched.length === 1 ? 0 : 9));
      },
    );
    await expect(parts.give(1, ['os', 'natives'])).rejects.toThrow('does not fit');
    await parts.give(2, ['natives']);
    expect(engine.code).toEqual(['natives']);
    expect(names(() => demandCode(engine, 'tools', 'natives'))).toEqual(['tools']);
    expect(fetched).toEqual(Array(2).fill('http://site/e/engine-mt.natives.wasm'));
  });

  it('of another version end in an error instead of going on for ever', async () => {
    const parts = new LibraryParts(new PartsEngine(), 'http://site/e/engine-st.mjs', () =>
      Promise.resolve('text of os'),
    );
    await parts.give(7, ['os']);
    await expect(parts.give(7, ['os'])).rejects.toThrow('another version');
  });
});
