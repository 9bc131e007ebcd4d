// The parts of the static pages that are plain functions.

import { describe, expect, it } from 'vitest';
import { escape, highlightGo, markdown, summaryOf, timeText } from '../../build/site/html.ts';
import { withoutComment } from '../../build/site/lesson_page.ts';
import { readUnderstood } from '../../src/site/progress.ts';
import { matches } from '../../src/site/search.ts';

describe('text', () => {
  it('is escaped', () => {
    expect(escape('a < b && "c"')).toBe('a &lt; b &amp;&amp; &quot;c&quot;');
    expect(markdown('x <script>alert(1)</script>')).not.toContain('<script>');
  });

  it('keeps Go source as it is when it is highlighted', () => {
    const source = 'func f(c <-chan int) { // "x"\n\tgo f(c)\n}\n';
    const html = highlightGo(source);
    const text = html
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"');
    expect(text).toBe(source);
    expect(html).toContain('class="tok-keyword"');
  });

  it('is summed up by its first paragraph, without marks', () => {
    expect(summaryOf('## Head\n\nA **few** [workers](x) share\none `queue`.\n\nMore.')).toBe(
      'A few workers share one queue.',
    );
    expect(summaryOf(`${'word '.repeat(100)}`, 20)).toBe('word word word word…');
  });

  it('says times as people do', () => {
    expect([0, 999, 1500, 2_500_000, 2e9].map(timeText)).toEqual([
      '0 ns',
      '999 ns',
      '1.5 µs',
      '2.5 ms',
      '2 s',
    ]);
  });

  it('shows a listing from package on, without directives', () => {
    const source = '// # T\npackage main\n\n//sluice:slider min=1 max=2\nconst n = 1\n';
    expect(withoutComment(source)).toBe('package main\n\nconst n = 1');
  });
});

describe('search', () => {
  it('wants every word to begin a word of the text', () => {
    const text = 'worker pool i must limit requests sync.waitgroup';
    expect(matches(text, '')).toBe(true);
    expect(matches(text, 'Pool work')).toBe(true);
    expect(matches(text, 'sync.Wait')).toBe(true);
    expect(matches(text, 'pool zebra')).toBe(false);
  });
});

describe('progress', () => {
  it('survives whatever is in the storage', () => {
    const read = (text: string | null): string[] => [...readUnderstood({ getItem: () => text })];
    expect(read('["a","b"]')).toEqual(['a', 'b']);
    expect(read(null)).toEqual([]);
    expect(read('{')).toEqual([]);
    expect(read('{"a":1}')).toEqual([]);
    expect(read('[1,"a"]')).toEqual(['a']);
  });
});
