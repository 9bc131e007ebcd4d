import { describe, expect, it } from 'vitest';
import { lessonOf, loadProgram } from '../../src/app/catalogue.ts';
import { CATALOGUE } from '../../src/app/catalogue_names.ts';
import {
  niceNumber,
  parseValue,
  positionOf,
  rewrite,
  valueAt,
  valueText,
  lastPosition,
} from '../../src/app/slider_values.ts';
import { choosePlatform } from '../../src/engine/platform.ts';
import { consume, gather, readable, unpackTexts } from '../../src/engine/ring_reader.ts';
import { parseBlocks } from '../../src/panels/markdown.ts';
import { slider } from '../fake/slider.ts';

describe('catalogue', () => {
  it('has the programs in the order of the story, each with title, lesson and experiments', async () => {
    expect(CATALOGUE.slice(0, 4).map((p) => p.id)).toEqual([
      'worker_pool',
      'pipeline',
      'generator',
      'fan_out_fan_in',
    ]);
    for (const { id } of CATALOGUE.slice(0, 4)) {
      const program = (await loadProgram(id))!;
      expect(program.title).not.toContain('_');
      expect(lessonOf(program.source)).toMatch(/^# /);
      expect(program.source).toMatch(/^\/\/sluice:try /m);
    }
  });
});

describe('sliders', () => {
  it('rewrite the constants, whatever their length, also behind letters of several bytes', () => {
    const source = '// größer\nconst a = 3\nconst d = 500 * time.Millisecond // pause\n';
    const bytes = (text: string): number =>
      new TextEncoder().encode(source.slice(0, source.indexOf(text))).length;
    const sliders = [
      slider({ name: 'a', offset: bytes('3'), length: 1 }),
      slider({ name: 'd', kind: 'duration', offset: bytes('500'), length: 22 }),
    ];
    expect(
      rewrite(
        source,
        sliders,
        new Map([
          ['a', 12],
          ['d', 2e9],
        ]),
      ),
    ).toBe('// größer\nconst a = 12\nconst d = 2 * time.Second // pause\n');
    expect(rewrite(source, sliders, new Map())).toBe(source);
  });

  it('stop at round values on a logarithmic scale', () => {
    const time = slider({ kind: 'duration', min: 1e7, max: 2e9, step: 0, log: true });
    const last = lastPosition(time);
    expect(valueAt(time, 0)).toBe(1e7);
    expect(valueAt(time, last)).toBe(2e9);
    for (let p = 0; p <= last; p++) {
      const value = valueAt(time, p);
      expect(niceNumber(value)).toBeCloseTo(value);
      expect(positionOf(time, value)).toBe(p);
    }
  });

  it('move on a logarithmic scale with every press of a key, also from values between the stops', () => {
    const scales = [
      slider({ kind: 'duration', min: 1e7, max: 2e9, step: 0, log: true }),
      slider({ kind: 'int', min: 1, max: 1e6, step: 0, log: true }),
      slider({ kind: 'float', min: 0.001, max: 10, step: 0, log: true }),
      slider({ kind: 'int', min: 3, max: 3, step: 0, log: true }),
    ];
    for (const scale of scales) {
      for (let p = 1; p <= lastPosition(scale); p++)
        expect(valueAt(scale, p), scale.kind).toBeGreaterThan(valueAt(scale, p - 1));
      const odd = (scale.min + scale.max) / 2.13;
      expect(positionOf(scale, odd)).toBeLessThanOrEqual(lastPosition(scale));
      expect(valueAt(scale, positionOf(scale, scale.max))).toBe(scale.max);
    }
  });

  it('read and write values for an address', () => {
    const time = slider({ kind: 'duration' });
    expect(parseValue(time, '1m30s')).toBe(90e9);
    expect(parseValue(time, '5 apples')).toBeNaN();
    expect(valueText(time, 250e6)).toBe('250ms');
    expect(parseValue(time, valueText(time, 123_457))).toBe(123_457);
    expect(parseValue(slider({ kind: 'bool' }), 'true')).toBe(1);
  });
});

describe('engine side', () => {
  it('takes the threaded bundle only where it can run, and says why not', () => {
    const good = {
      isolated: true,
      sharedMemory: true,
      secure: true,
      framed: false,
      sandboxed: false,
      threadedNeighbours: 0,
    };
    expect(choosePlatform(good, null)).toMatchObject({ bundle: 'engine-mt' });
    const why = (change: Partial<typeof good>, forced: string | null = null): string => {
      const { bundle, reason } = choosePlatform({ ...good, ...change }, forced);
      expect(bundle).toBe('engine-st');
      expect(reason).toMatch(/^1 thread, because /);
      return reason;
    };
    expect(why({ isolated: false })).toContain('this host does not isolate');
    expect(why({ isolated: false, framed: true })).toContain('the page around this figure');
    expect(why({ sandboxed: true })).toContain('sandbox');
    expect(why({ secure: false })).toContain('https');
    expect(why({ sharedMemory: false })).toContain('shares no memory');
    expect(why({ threadedNeighbours: 4 })).toContain('other figures');
    expect(why({ isolated: false }, 'mt')).toContain('cannot be met');
    expect(why({}, 'st')).toContain('the address asks');
    expect(choosePlatform(good, null, ['engine-st']).reason).toContain('this build');
  });

  it('reads a ring that wraps, and counters that overflow', () => {
    const ring = new Uint8Array(4 * 32);
    for (let k = 0; k < 4; k++) ring[k * 32] = k;
    const control = new Uint32Array(16);
    control[4] = 4;
    control[1] = 0xfffffffe;
    control[0] = 1;
    const parts = readable(control, ring);
    expect(parts.map((part) => part.length / 32)).toEqual([2, 1]);
    const all = gather(parts);
    expect([all[0], all[32], all[64]]).toEqual([2, 3, 0]);
    consume(control, all.byteLength);
    expect(control[1]).toBe(1);
    expect(readable(control, ring)).toEqual([]);
  });

  it('unpacks texts', () => {
    const packed = new Uint8Array([3, 0, 0, 0, 106, 111, 98, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0xc3, 0xa4, 0, 0]);
    expect(unpackTexts(packed)).toEqual(['job', '', 'ä']);
  });
});

describe('lesson', () => {
  it('knows headings, lists with long items, code and paragraphs', () => {
    const blocks = parseBlocks(
      '# Title\n\nOne\ntwo.\n\n  - first\n    goes on\n\n  - second\n\n\tx := 1\n\ny',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Title' },
      { kind: 'paragraph', text: 'One two.' },
      { kind: 'list', items: ['first goes on', 'second'] },
      { kind: 'code', text: 'x := 1' },
      { kind: 'paragraph', text: 'y' },
    ]);
  });
});
