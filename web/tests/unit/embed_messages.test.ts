import { describe, expect, it } from 'vitest';
import { hostingFiles, ISOLATION_HEADERS } from '../../build/hosting.ts';
import { LONGEST_SOURCE, readCommand } from '../../src/embed/commands.ts';
import { shouldReload } from '../../src/offline/register.ts';
import { elementCode, hugoCode, iframeCode, markdownCode } from '../../src/share/embed_code.ts';

describe('messages to an embed', () => {
  const read = (message: object): unknown => readCommand({ sluicebox: 1, ...message });

  it.each([
    [{ type: 'play' }],
    [{ type: 'pause' }],
    [{ type: 'getState' }],
    [{ type: 'seek', step: 4 }],
    [{ type: 'step', by: -2 }],
    [{ type: 'setParameter', name: 'n', value: '3' }],
    [{ type: 'setSpeed', speed: 0.5 }],
    [{ type: 'theme', theme: 'dark', colors: { ink: '#000' } }],
    [{ type: 'load', source: 'package main', parameters: { n: '1' }, seed: 3, inputs: ['SIGINT at=1s'] }],
  ])('%j is a command', (command) => {
    expect(read({ ...command, id: 9 })).toEqual({ command, id: 9 });
  });

  it.each([
    [{ type: 'seek' }],
    [{ type: 'seek', step: 1.5 }],
    [{ type: 'seek', step: NaN }],
    [{ type: 'step', by: '1' }],
    [{ type: 'setParameter', name: 'n', value: 3 }],
    [{ type: 'setSpeed', speed: -1 }],
    [{ type: 'setSpeed', speed: Infinity }],
    [{ type: 'theme', theme: 'pink' }],
    [{ type: 'theme', theme: 'dark', colors: { ink: {} } }],
    [{ type: 'load' }],
    [{ type: 'load', source: 'x'.repeat(LONGEST_SOURCE + 1) }],
    [{ type: 'load', program: 'p', parameters: ['a'] }],
    [{ type: 'load', program: 'p', seed: -1 }],
    [{ type: 'load', program: 'p', inputs: 'SIGINT' }],
    [{ type: 'constructor' }],
    [{}],
  ])('of the wrong shape is refused in words: %#', (message) => {
    const answer = read({ ...message, id: 2 }) as { problem: string; id: number };
    expect(answer.problem.length).toBeGreaterThan(10);
    expect(answer.id).toBe(2);
  });

  it('that are none of ours are no concern of ours', () => {
    for (const data of [null, 'play', 5, [], { type: 'play' }, { sluicebox: 2, type: 'play' }])
      expect(readCommand(data)).toBeUndefined();
  });

  it('carry nothing that was not asked for', () => {
    expect(read({ type: 'play', extra: 'x', step: 3 })).toEqual({ command: { type: 'play' }, id: undefined });
  });
});

describe('lines for other pages', () => {
  const choice = {
    base: 'https://example.org/s/',
    link: '?p=worker_pool&numWorkers=4&seed=7&step=9&tab=try',
    title: 'A "pool" & more',
    controls: 'min',
    loop: true,
    range: { from: 3, to: 20 },
  } as const;
  const own = { ...choice, link: '?p=own&seed=2#c=AbC.defg' };

  it('hold the run and how it is shown, and break no quotes', () => {
    const frame = iframeCode(choice);
    expect(frame).toContain(
      'embed.html?p=worker_pool&amp;numWorkers=4&amp;seed=7&amp;range=3-20' + '&amp;loop=1&amp;controls=min"',
    );
    expect(frame).toContain('title="A &quot;pool&quot; &amp; more"');
    expect(iframeCode(own)).toContain('#c=AbC.defg"');
    expect(elementCode(choice, undefined)).toBe(
      '<script src="https://example.org/s/sluice-box.js" async></script>\n' +
        '<sluice-box program="worker_pool" params="numWorkers=4&amp;seed=7" controls="min" ' +
        'range="3-20" loop></sluice-box>',
    );
    expect(elementCode(own, 'if a < b && c {}\n')).toContain(
      '<pre><code>if a &lt; b &amp;&amp; c {}</code></pre></sluice-box>',
    );
    expect(hugoCode(choice, undefined)).toMatch(/^{{< sluicebox program="worker_pool" .*loop="1" \/>}}$/);
    expect(hugoCode(own, 'x := 1\n')).toMatch(/^{{< sluicebox .*>}}\nx := 1\n{{< \/sluicebox >}}$/);
    expect(markdownCode({ ...choice, title: 'a [b]', link: '?p=x&s=(1)' }, 'p.png')).toBe(
      '[![a \\[b\\]](p.png)](https://example.org/s/lab.html?p=x&s=%281%29)',
    );
  });
});

describe('files for hosts', () => {
  it.each(Object.entries(hostingFiles()).filter(([path]) => path !== '.nojekyll' && path !== 'LICENSES.txt'))(
    '%s names the four headers',
    (_, text) => {
      for (const [name, value] of Object.entries(ISOLATION_HEADERS)) {
        expect(text).toContain(name);
        expect(text).toContain(value);
      }
    },
  );

  it('are what they claim to be', async () => {
    const files = hostingFiles('engine-0123456789');
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.json')) expect(() => JSON.parse(text), path).not.toThrow();
  });

  // Inside a location nginx forgets all types but those that it is told, and Cloudflare takes one star a
  // line.
  it('keep every type of file under nginx, and one star in each line of _headers', () => {
    const files = hostingFiles('engine-0123456789');
    for (const ending of ['html', 'css', 'js', 'mjs', 'wasm', 'json', 'svg', 'png', 'webmanifest', 'txt'])
      expect(files['hosting/nginx.conf']).toMatch(
        new RegExp(`^ {4}\\S+/\\S+( \\w+)* ${ending}( \\w+)*;$`, 'm'),
      );
    const paths = files['_headers']!.split('\n').filter((line) => line.startsWith('/'));
    expect(paths).toEqual(['/*', '/assets/*', '/engine-0123456789/*']);
  });

  // Tried on the real servers: they send WebAssembly as it is unless they are told to compress it.
  it('compress WebAssembly, and cache what has a hash in its name', () => {
    const files = hostingFiles('engine-0123456789');
    for (const path of ['.htaccess', 'hosting/nginx.conf', 'hosting/Caddyfile']) {
      expect(files[path], path).toMatch(
        /(AddOutputFilterByType BROTLI_COMPRESS|gzip_types|Content-Type) .*application\/wasm/,
      );
      expect(files[path], path).toMatch(/no-cache|expires -1/);
      expect(files[path], path).toMatch(/max-age=31536000|expires max/);
    }
  });

  it('are the headers that our own server sends', async () => {
    const { readFileSync } = await import('node:fs');
    const server = readFileSync(new URL('../../../tools/serve.mjs', import.meta.url), 'utf8');
    const worker = readFileSync(new URL('../../src/offline/service_worker.ts', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(ISOLATION_HEADERS)) {
      expect(server).toContain(`"${name}": "${value}"`);
      expect(worker).toContain(`'${name}': '${value}'`);
    }
  });
});

describe('the one reload for threads', () => {
  const good = {
    isolated: false,
    framed: false,
    threadsWanted: true,
    sharedMemoryPossible: true,
    controlled: true,
    tried: false,
    busy: false,
  };
  it('happens when it helps', () => expect(shouldReload(good)).toBe(true));
  it.each([
    [{ isolated: true }],
    [{ framed: true }],
    [{ threadsWanted: false }],
    [{ sharedMemoryPossible: false }],
    [{ controlled: false }],
    [{ tried: true }],
    [{ busy: true }],
  ])('does not happen with %j', (change) => expect(shouldReload({ ...good, ...change })).toBe(false));
});
