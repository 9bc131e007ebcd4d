// Inputs as texts: what is read, what is refused and why, and that writing what was read changes nothing.

import { describe, expect, it } from 'vitest';
import { inputLabel, inputText, listens, readInput, readTime } from '../../src/model/outside.ts';
import { inputsOf, inputsText } from '../../src/share/link_parts.ts';
import { grainOf } from '../../src/timeline/timeline_view.ts';

const input = (text: string) => {
  const read = readInput(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.input;
};
const problem = (text: string): string => {
  const read = readInput(text);
  return 'problem' in read ? read.problem : '';
};

describe('an input', () => {
  it.each([
    ['SIGINT at=2s', 'SIGINT', 2e9, {}],
    ['sigterm at=1100ms', 'SIGTERM', 1.1e9, {}],
    ['SIGHUP', 'SIGHUP', 0, {}],
    [
      'HTTP at=300ms path=/slow count=3 every=10ms',
      'HTTP',
      3e8,
      { path: '/slow', count: '3', every: '10ms' },
    ],
    ['stdin at=0s text="4 2\\n\\"x\\""', 'STDIN', 0, { text: '4 2\n"x"' }],
    ['STDIN at=1m1.5s eof=true', 'STDIN', 61.5e9, { eof: 'true' }],
  ])('“%s” is read', (text, kind, atNs, values) => {
    expect(input(text)).toEqual({ kind, atNs, values });
  });

  it.each([
    ['', 'An input begins with its kind'],
    ['at=2s SIGINT', 'An input begins with its kind'],
    ['SIGINT 2s', 'is not key=value'],
    ['SIGINT at=soon', '“soon” is not a time'],
    ['SIGINT at=-1s', '“-1s” is not a time'],
    ['SIGINT at=1s path=/', 'SIGINT has no value called path'],
    ['SIGFOO at=1s', 'no input called SIGFOO'],
    ['HTTP at=1s count=many', 'count is a whole number'],
    ['HTTP at=1s count=9999999', 'count is a whole number up to'],
    ['HTTP at=1s every=fast', '“fast” is not a time'],
    ['STDIN text="open', 'quote is not closed'],
  ])('“%s” is refused with the reason', (text, reason) => {
    expect(problem(text)).toContain(reason);
  });

  it.each([
    'SIGINT at=2s',
    'HTTP at=300ms path="/a b;c" method=POST body="say \\"hi\\"\\n"',
    'STDIN at=1.000001s text="back\\\\slash\\tand; more"',
    'HTTP at=1h2m3.5s path=/x host=localhost port=8080',
  ])('“%s” means the same after writing and reading, also in a link', (text) => {
    const before = input(text);
    expect(input(inputText(before))).toEqual(before);
    expect(inputsOf(inputsText([inputText(before), 'SIGINT at=1s'])).map(input)).toEqual([
      before,
      input('SIGINT at=1s'),
    ]);
  });

  it('has a short name', () => {
    expect(inputLabel(input('HTTP at=0s path=/report count=2'))).toBe('GET /report ×2');
    expect(inputLabel(input('STDIN text="quit\\n"'))).toBe('“quit”');
    expect(inputLabel(input('STDIN eof=true'))).toBe('end of input');
    expect(inputLabel(input('SIGUSR1'))).toBe('SIGUSR1');
  });
});

describe('times', () => {
  it.each([
    ['2s', 2e9],
    ['1.5 s', 1.5e9],
    ['.5s', 5e8],
    ['1m30s', 90e9],
    ['10us', 1e4],
    ['10µs', 1e4],
    ['0', 0],
    ['7ns', 7],
  ])('%s', (text, ns) => expect(readTime(text)).toBe(ns));
  it.each(['', '2', 's', '1.2.3s', '-1s', '1e3s', '99999999h', '2 apples'])('“%s” is none', (text) =>
    expect(readTime(text)).toBeUndefined(),
  );
});

describe('a program listens to the outside', () => {
  it.each([
    ['import "os/signal"', true],
    ['import "bufio"\nbufio.NewScanner(os.Stdin)', true],
    ['fmt.Scanln(&x)', true],
    ['import "net/http"\nhttp.ListenAndServe(":80", nil)', true],
    ['import "net/http"\nhttp.Get("http://x")', false],
    ['// os.Stdin is not used\nfmt.Println()', false],
  ])('%j: %s', (source, wanted) => expect(listens(source)).toBe(wanted));
});

describe('the grain of a drag', () => {
  it('is a round number near the wanted share', () => {
    expect(grainOf(3e9, 500)).toBe(5e6);
    expect(grainOf(1e9, 500)).toBe(2e6);
    expect(grainOf(20, 500)).toBe(1);
    for (let whole = 1; whole < 1e12; whole *= 1.7) {
      const grain = grainOf(whole, 100);
      expect(Number(String(grain)[0])).toBeOneOf([1, 2, 5]);
      expect(grain).toBeGreaterThanOrEqual(1);
    }
  });
});
