// Reads a program out of whatever a highlighter has made of it.

/** What highlighters put beside the code: line numbers, buttons, badges. */
const BESIDE = [
  'button',
  'style',
  'script',
  '[aria-hidden="true"]',
  '.ln',
  '.lnt',
  '.lineno',
  '.linenos',
  '.linenodiv',
  '.blob-num',
  '.line-number',
  '.line-numbers-rows',
  '.hljs-ln-numbers',
  '.gutter',
  '.rouge-gutter',
  '.copy-button',
  '.toolbar',
].join(',');

const BLOCKS = 'pre code, pre, code, textarea, script[type^="text/"]';
/** Put where a `<br>` was: no text of a page has it. */
const BREAK = '\u0001';
const PACKAGE = /^[\s\d]*package\s+\w+/m;

/**
 * The text that is the program: of several blocks (line numbers in a table of their own, the same in another
 * language, what it prints) the longest that is Go, or else the longest. Some highlighters leave neither
 * `pre` nor one `code` for it all: then the rows of something are its lines.
 */
function programText(root: Element): string {
  const found = [...root.querySelectorAll(BLOCKS)];
  const blocks = (root.matches(BLOCKS) ? [root, ...found] : found).map(textOf);
  const whole = longest(blocks.filter((text) => PACKAGE.test(text)));
  if (whole.split('\n').length > 1) return whole;
  const rows = [root, ...root.querySelectorAll('div, tbody, table, ol, ul, td, section')]
    .map((element) => rowsOf(without(element)))
    .filter((text) => PACKAGE.test(text));
  return longest([...rows, whole]) || longest(blocks);
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (text.length > best.length ? text : best), '');

/** A copy without what stands beside the code. */
function without(block: Element): Element {
  const copy = block.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(BESIDE)) extra.remove();
  return copy;
}

/** One line for each child; nothing when there are too few to be lines. */
function rowsOf(parent: Element): string {
  const lines = [...parent.children];
  if (lines.length < 3) return '';
  return lines.map((line) => (line.textContent ?? '').replace(/\n$/, '')).join('\n');
}

/** The text of a block, with a line break wherever a reader sees one. */
function textOf(block: Element): string {
  if (block instanceof HTMLTextAreaElement) return block.value;
  if (block instanceof HTMLScriptElement) return block.textContent ?? '';
  const copy = without(block);
  for (const one of copy.querySelectorAll('br')) one.replaceWith(BREAK);
  // Editors that turn line ends into breaks leave the line ends behind them.
  const text = (copy.textContent ?? '').replace(/\u0001(?:[ \t]*\r?\n)?/g, '\n');
  if (text.trim().includes('\n')) return text;
  // One element for each line, and nothing between them: only the style sheet breaks the lines.
  return rowsOf(widest(copy)) || text;
}

function widest(root: Element): Element {
  let best = root;
  for (const element of root.querySelectorAll('pre, code, div, tbody, ol, ul, span'))
    if (element.children.length > best.children.length) best = element;
  return best;
}

/** Numbers that no class tells from the code: every line has one, and they count. */
function withoutNumbers(text: string): string {
  const lines = text.replace(/\s+$/, '').split('\n');
  const first = Number(/^\s*(\d+)/.exec(lines[0]!)?.[1] ?? NaN);
  const rest = lines.map((line, k) => {
    const start = line.trimStart();
    return start.startsWith(String(first + k)) ? start.slice(String(first + k).length) : undefined;
  });
  return lines.length < 3 || rest.includes(undefined) ? text : rest.join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#039': "'" };

/**
 * Takes back what editors of texts do to code: characters escaped twice, and typographer's quotes. Only where
 * the text cannot be Go as it stands: no straight quote in all of it, or no sign that was not escaped.
 */
function mended(text: string): string {
  let mended = text;
  if (/&(lt|gt|quot|amp);/.test(text) && !/[<>]|&(?!(lt|gt|quot|amp|#0?39);)/.test(text))
    mended = mended
      .replace(/&(lt|gt|quot|#0?39);/g, (_, name: string) => ENTITIES[name]!)
      .replace(/&amp;/g, '&');
  if (/[“”]/.test(mended) && !mended.includes('"'))
    mended = mended.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '--').replace(/…/g, '...');
  return mended;
}

/** The Go source in an element's content; "" when there is none. */
export function readListing(root: Element): string {
  const text = programText(root)
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*\n|\s+$/g, '');
  return text === '' ? '' : `${mended(withoutNumbers(text))}\n`;
}

/**
 * The program of `<sluice-box>`. Python-Markdown and WordPress put an opening tag that stands alone on its
 * line into a paragraph of its own, which ends there: then the listing is what comes next.
 */
export function listingOf(element: Element): string {
  const inside = readListing(element);
  if (inside !== '') return inside;
  const paragraph = element.parentElement;
  const alone = paragraph?.matches('p') === true && paragraph.lastElementChild === element;
  const next = (alone ? paragraph : element).nextElementSibling;
  const text = next === null || next.localName === element.localName ? '' : readListing(next);
  return PACKAGE.test(text) ? text : '';
}
