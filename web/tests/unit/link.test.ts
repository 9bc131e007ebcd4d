import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parameterProblems } from '../../src/app/program_text.ts';
import type { Slider } from '../../src/engine/protocol.ts';
import { pack, unpack } from '../../src/share/code_pack.ts';
import { keepOptions, readLink, writeLink } from '../../src/share/link.ts';
import { inputsOf, inputsText, PART_NAMES } from '../../src/share/link_parts.ts';

interface Frozen {
  readonly link: string;
  readonly program: string;
  readonly parameters: Record<string, string>;
  readonly parts?: Record<string, string>;
  readonly seed: number;
  readonly processors: number;
  readonly step: number;
  readonly source?: string;
}

const frozen = (
  JSON.parse(readFileSync(new URL('./frozen/links_v1.json', import.meta.url), 'utf8')) as { links: Frozen[] }
).links;

function read(link: string): ReturnType<typeof readLink> {
  const url = new URL(link, 'https://example.org/');
  return readLink(url.search, url.hash, PART_NAMES);
}

describe('links that have been handed out', () => {
  it.each(frozen)('$link', async ({ link, source, parts = {}, ...meaning }) => {
    const found = read(link);
    expect(found).toMatchObject({ ...meaning, parts, problems: [] });
    expect(found.parameters).toEqual(meaning.parameters);
    if (source === undefined) expect(found.packed).toBe('');
    else expect(await unpack(found.packed)).toEqual({ text: source, whole: true });
  });
});

describe('a link', () => {
  const usual = {
    program: 'worker_pool',
    parameters: {},
    seed: 1,
    processors: 0,
    step: -1,
    packed: '',
    parts: {},
  };

  it('holds everything that makes a run, and nothing that is as usual', () => {
    const link = {
      program: 'pipeline',
      parameters: { buffer: '2', speed: '9', p: 'x' },
      seed: 7,
      processors: 2,
      step: 40,
      packed: 'abc.defg',
      parts: { tab: 'lesson', in: 'STDIN at=0s text="a; b & c"' },
    };
    expect(read(writeLink(link, PART_NAMES))).toEqual({ ...link, problems: [] });
    expect(writeLink({ ...usual, parts: { tab: '' } }, PART_NAMES)).toBe('?p=worker_pool');
  });

  it('keeps the options of the page when it is rewritten', () => {
    expect(keepOptions('?p=own#c=x', '?p=worker_pool&engine=st&theme=dark')).toBe(
      '?p=own&engine=st&theme=dark#c=x',
    );
  });

  it.each([
    ['?p=worker_pool&seed=-3&step=abc&procs=1e9', ['seed', 'number of processors', 'step']],
    ['?p=worker_pool&v=99&seed=4', ['newer']],
    ['?p=worker_pool&seed=4294967296', ['seed']],
  ])('with mistakes says which: %s', (link, words) => {
    const { problems, program } = read(link);
    expect(program).toBe('worker_pool');
    expect(problems).toHaveLength(words.length);
    for (const word of words) expect(problems.join(' ')).toContain(word);
  });

  it('with sliders that do not exist, or values they cannot have, says so', () => {
    const sliders = [{ name: 'n', kind: 'int', min: 1, max: 9 } as Slider];
    expect(parameterProblems(sliders, { n: '5', utm_source: 'x' })).toEqual([]);
    const problems = parameterProblems(sliders, { n: '50', m: '3' });
    expect(problems[0]).toContain('n cannot be 50');
    expect(problems[1]).toContain('no slider called “m”');
    expect(parameterProblems(sliders, { n: 'many' })[0]).toContain('“many”');
  });
});

describe('inputs in a link', () => {
  it('survive separators inside quotes', () => {
    const inputs = ['SIGINT at=2s', 'STDIN at=0s text="a; \\"b\\""'];
    expect(inputsOf(inputsText(inputs))).toEqual(inputs);
    expect(inputsOf(inputsText([]))).toEqual([]);
    expect(inputsOf('')).toEqual([]);
  });
});

describe('a program in a link', () => {
  afterEach(() => vi.unstubAllGlobals());
  const source = Array.from({ length: 60 }, (_, k) => `// line ${k}: größer 你好 ${k * 7919}`).join('\n');

  it('is short, and the same again', async () => {
    const packed = await pack(source);
    expect(packed).toMatch(/^[\w-]+\.[\w-]{4}$/);
    expect(packed.length).toBeLessThan(source.length / 2);
    expect(await unpack(packed)).toEqual({ text: source, whole: true });
    expect(await unpack(await pack(''))).toEqual({ text: '', whole: true });
  });

  it('is the same with and without the compression of the browser', async () => {
    const browser = await pack(source);
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    const library = await pack(source);
    expect(await unpack(browser)).toEqual({ text: source, whole: true });
    vi.unstubAllGlobals();
    expect(await unpack(library)).toEqual({ text: source, whole: true });
  });

  it('that has lost its tail is kept as far as it goes', async () => {
    const packed = await pack(source);
    const { text, whole } = await unpack(packed.slice(0, packed.length >> 1));
    expect(whole).toBe(false);
    expect(text.length).toBeGreaterThan(200);
    expect(source.startsWith(text.slice(0, 200))).toBe(true);
  });

  it('in which a character has changed is not taken for whole', async () => {
    const packed = await pack(source);
    for (let at = 3; at < packed.length - 5; at += 37) {
      const other = packed[at] === 'A' ? 'B' : 'A';
      const damaged = packed.slice(0, at) + other + packed.slice(at + 1);
      const { text, whole } = await unpack(damaged);
      expect(whole && text !== source).toBe(false);
    }
  });

  it.each(['', '!!!', 'A', '.', '....', 'ü', 'a b c'])('that is nonsense is nothing: %j', async (packed) => {
    const { whole } = await unpack(packed);
    expect(whole).toBe(false);
  });
});
