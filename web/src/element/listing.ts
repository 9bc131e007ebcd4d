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
  '.line-number',
  '.line-numbers-rows',
  '.hljs-ln-numbers',
  '.gutter',
  '.rouge-gutter',
  '.copy-button',
  '.toolbar',
].join(',');

/** The block whose text is the program: of several (line numbers in a table of their own) the longest. */
function codeBlock(root: Element): Element | undefined {
  const blocks = [...root.querySelectorAll('pre code, pre, code, textarea, script[type^="text/"]')];
  const length = (block: Element): number => textOf(block).length;
  let best: Element | undefined;
  for (const block of blocks) if (best === undefined || length(block) > length(best)) best = block;
  return best;
}

/** The text of a block, with a line break wherever a reader sees one. */
function textOf(block: Element): string {
  if (block instanceof HTMLTextAreaElement) return block.value;
  const copy = block.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(BESIDE)) extra.remove();
  const breaks = [...copy.querySelectorAll('br')];
  if (breaks.length > 0 && !/\n[^\n]*\S/.test(copy.textContent ?? ''))
    for (const one of breaks) one.replaceWith('\n');
  let text = copy.textContent ?? '';
  // One element for each line, and nothing between them: only the style sheet breaks the lines.
  if (!text.trim().includes('\n')) {
    const parent = widest(copy);
    const lines = [...parent.children];
    if (lines.length > 2) text = lines.map((line) => (line.textContent ?? '').replace(/\n$/, '')).join('\n');
  }
  return text;
}

function widest(root: Element): Element {
  let best = root;
  for (const element of root.querySelectorAll('*'))
    if (element.children.length > best.children.length && element.matches('pre, code, div, tbody, span'))
      best = element;
  return best;
}

/** The Go source in an element's content; "" when there is none. */
export function readListing(root: Element): string {
  const block = codeBlock(root);
  if (block === undefined) return '';
  return (block instanceof HTMLScriptElement ? (block.textContent ?? '') : textOf(block))
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .replace(/$/, '\n');
}
