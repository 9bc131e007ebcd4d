// Small parts of HTML: escaping, Markdown, highlighted Go.

import { highlightCode, classHighlighter } from '@lezer/highlight';
import { parser } from '@lezer/go';
import { Marked } from 'marked';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `text` as the content of an element or of a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** Go source as spans with the classes tok-keyword, tok-string, tok-comment …; the text is unchanged. */
export function highlightGo(source: string): string {
  let out = '';
  highlightCode(
    source,
    parser.parse(source),
    classHighlighter,
    (text, classes) =>
      (out += classes === '' ? escape(text) : `<span class="${classes}">${escape(text)}</span>`),
    () => (out += '\n'),
  );
  return out;
}

const marked = new Marked({
  renderer: {
    code({ text, lang }) {
      const isGo = lang === 'go' || /^(package|func|type|const|var|import|\/\/) ?/.test(text);
      const body = isGo ? highlightGo(text) : escape(text);
      return `<pre tabindex="0"><code>${body}</code></pre>\n`;
    },
    // Lessons are written by us; HTML in them would be a mistake.
    html: ({ text }) => escape(text),
  },
});

/** Markdown as HTML; headings begin one level lower, because the page has a title of its own. */
export function markdown(text: string): string {
  const lower = text.replace(/^(#{1,4}) /gm, (_, marks: string) => `${marks.length === 1 ? '##' : marks} `);
  return marked.parse(lower, { async: false }) as string;
}

/**
 * Emphasised names of pages as links to them: "(see *actor loop*)".
 * @param pages addresses from the site's root, by name in lower case
 */
export function linked(html: string, pages: ReadonlyMap<string, string>, root: string): string {
  return html.replace(/<em>([^<]+)<\/em>/g, (whole, name: string) => {
    const page = pages.get(name.replace(/\s+/g, ' ').toLowerCase());
    return page === undefined ? whole : `<a href="${root}${page}">${name}</a>`;
  });
}

/** Stands in a figure's place for readers without scripts. */
export const NEEDS_SCRIPT =
  '<noscript><p class="note">The moving figure needs JavaScript. The text and the program are complete without it.</p></noscript>';

/** The first paragraph of a Markdown text as plain text, for descriptions. */
export function summaryOf(text: string, most = 200): string {
  const paragraph = text.split(/\n\s*\n/).find((block) => !/^\s*(#|[-*] |\||\t| {4})/.test(block)) ?? '';
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', most))}…`;
}

/** Virtual time for people: 2.5 s, 300 ms. */
export function timeText(nanoseconds: number): string {
  const units: [number, string][] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
  ];
  for (const [size, name] of units)
    if (nanoseconds >= size) return `${Number((nanoseconds / size).toPrecision(3))} ${name}`;
  return `${nanoseconds} ns`;
}
