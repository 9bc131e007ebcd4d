// Pages of other people's sites, on a host of their own: plain, isolated, with the figure in a sandbox, with
// listings as the usual highlighters leave them.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** Two blanks stand for a tab. */
export const PROGRAM = `package main

import "fmt"

//sluice:slider min=1 max=9
const count = 3

func main() {
  c := make(chan int)
  go func() {
    for i := range count {
      c <- i
    }
    close(c)
  }()
  for v := range c {
    fmt.Println("got", v)
  }
}
`.replace(/ {2}/g, '\t');

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const LINES = PROGRAM.trimEnd().split('\n');

/** The same listing as it looks after …; every one of them must be read back as PROGRAM. */
export const LISTINGS: Readonly<Record<string, string>> = {
  plain: `<pre><code>${escaped(PROGRAM)}</code></pre>`,
  'pre alone': `<pre>\n${escaped(PROGRAM)}</pre>`,
  'spans with a copy button':
    '<div class="highlight"><button class="copy">Copy</button><pre class="chroma"><code>' +
    LINES.map((line) => `<span class="line"><span class="cl">${escaped(line)}\n</span></span>`).join('') +
    '</code></pre></div>',
  'a table with line numbers':
    '<div class="highlight"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code>' +
    LINES.map((_, k) => `<span class="lnt">${k + 1}\n</span>`).join('') +
    '</code></pre></td><td class="lntd"><pre class="chroma"><code class="language-go">' +
    LINES.map((line) => `<span class="line"><span class="cl">${escaped(line)}\n</span></span>`).join('') +
    '</code></pre></td></tr></table></div>',
  'inline line numbers':
    '<pre class="chroma"><code>' +
    LINES.map(
      (line, k) => `<span class="line"><span class="ln">${k + 1}</span>${escaped(line)}\n</span>`,
    ).join('') +
    '</code></pre>',
  'breaks instead of line ends':
    '<pre><code>' +
    LINES.map((line) => `<span class="token-line" style="display:block">${escaped(line)}<br></span>`).join(
      '',
    ) +
    '</code></pre>',
  'one block for each line':
    '<pre><code><span>' +
    LINES.map((line) => `<span class="line" style="display:block">${escaped(line) || ' '}</span>`).join('') +
    '</span></code></pre>',
  'hard spaces and other line ends':
    '<pre><code>' + escaped(PROGRAM).replace(/ /g, '&nbsp;').replace(/\n/g, '\r\n') + '</code></pre>',
  'line numbers that no class tells from the code':
    '<pre tabindex="0"><code class="language-go">' +
    LINES.map(
      (line, k) =>
        `<span><span>${String(k + 1).padStart(2)}</span><span>${escaped(line)}\n</span></span>`,
    ).join('') +
    '</code></pre>',
  'breaks in one half and line ends in the other':
    '<pre><code>' +
    LINES.slice(0, 6).map(escaped).join('<br>') +
    '<br>\n' +
    LINES.slice(6).map(escaped).join('\n') +
    '</code></pre>',
  "typographer's quotes":
    '<pre><code>' + escaped(PROGRAM).replace(/"([^"]*)"/g, '&#8220;$1&#8221;') + '</code></pre>',
  'characters escaped twice': `<pre><code>${escaped(escaped(PROGRAM))}</code></pre>`,
  'one code element for each word, and rows without a pre':
    '<table><tr><td class="gutter"><div>1</div></td><td class="code"><div class="container">' +
    LINES.map(
      (line) =>
        `<div class="line">${line
          .split(/(?<= )/)
          .map((word) => `<code>${escaped(word)}</code>`)
          .join('')}</div>`,
    ).join('') +
    '</div></td></tr></table>',
  'beside a longer one in another language, and what it prints':
    `<pre><code>${escaped(PROGRAM)}</code></pre>` +
    `<pre><code>${'print("got")\n'.repeat(90)}</code></pre>`,
};

export interface Hosts {
  readonly url: string;
  readonly server: Server;
  /** Makes a page available and returns its address. */
  page(html: string, headers?: Record<string, string>): string;
}

/** A host on an origin other than the site's: 127.0.0.1 beside localhost. */
export async function startHosts(): Promise<Hosts> {
  const pages: { html: string; headers: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    const found = pages[Number(/\d+/.exec(request.url ?? '')?.[0] ?? NaN)];
    if (found === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...found.headers });
    response.end(found.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    server,
    page(html, headers = {}) {
      const document = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<link rel="icon" href="data:,">
<body style="font: 17px/1.6 serif; max-width: 720px; margin: 2em auto">${html}`;
      pages.push({ html: document, headers });
      return `${url}${pages.length - 1}`;
    },
  };
}

/** Host pages for the tests of one file; they end with them. */
export async function useHosts(): Promise<Hosts> {
  const hosts = await startHosts();
  afterAll(() => void hosts.server.close());
  return hosts;
}

export const ISOLATED: Record<string, string> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
