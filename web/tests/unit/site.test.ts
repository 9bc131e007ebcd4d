// The parts of the static pages that are plain functions.

import { describe, expect, it } from 'vitest';
import { escape, highlightGo, linked, markdown, summaryOf, timeText } from '../../build/site/html.ts';
import { withoutComment } from '../../build/site/lesson_page.ts';
import { readUnderstood } from '../../src/site/progress.ts';
import { sliderLabel, valueLabel } from '../../src/app/slider_values.ts';
import type { Slider } from '../../src/engine/protocol.ts';
import { choose, matches } from '../../src/site/search.ts';

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

  it('hears what is asked: silent words, plurals, and words written apart', () => {
    const text = 'deadlock: the nil channel; fan-out, fan-in; sync.map or a map with an rwmutex?';
    for (const query of ['deadlocks', 'a deadlock in Go', 'fan in', 'fan-out', 'sync.Map vs RWMutex?'])
      expect(matches(text, query), query).toBe(true);
    expect(matches('fan-in, pub sub', 'fanin pub/sub pubsub')).toBe(true);
    expect(matches('graceful shutdown, concurrency', 'race')).toBe(false);
    expect(matches('go statement', 'go')).toBe(true);
    expect(matches('channel', 'go')).toBe(false);
  });

  it('shows what comes closest when nothing has all words', () => {
    const texts = ['worker pool', 'worker pool with errors', 'tee'];
    expect(choose(texts, 'worker errors zebra')).toEqual({ shown: [false, true, false], all: false });
    expect(choose(texts, 'zebra').shown).toEqual([false, false, false]);
    expect(choose(texts, '')).toEqual({ shown: [true, true, true], all: true });
  });
});

describe('texts', () => {
  it('link what they call by its name, and nothing else', () => {
    const pages = new Map([['actor loop', 'lessons/actor.html']]);
    expect(linked('<p>(see <em>actor\nloop</em>, <em>once</em>)</p>', pages, '../')).toBe(
      '<p>(see <a href="../lessons/actor.html">actor\nloop</a>, <em>once</em>)</p>',
    );
  });

  it('say a slider with words for its values as people do', () => {
    const slider = {
      name: 'policy',
      label: 'policy (0 block, 1 drop, 2 cut off)',
      kind: 'int',
      min: 0,
      max: 2,
    } as Slider;
    expect(sliderLabel(slider)).toBe('policy');
    expect(valueLabel(slider, 2)).toBe('2 cut off');
    expect(valueLabel({ ...slider, label: 'writes (of ten)' }, 2)).toBe('2');
    expect(sliderLabel({ name: 'numWorkers', label: '' })).toBe('num workers');
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
