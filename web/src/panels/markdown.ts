// The little Markdown that package comments use: headings, paragraphs, lists, code blocks, bold,
// emphasis, code and links. It builds templates, never HTML from strings.

import { html, type TemplateResult } from 'lit';

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let items: string[] | undefined;
  let code: string[] | undefined;
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join(' ') });
    if (items !== undefined) blocks.push({ kind: 'list', items });
    if (code !== undefined) blocks.push({ kind: 'code', text: code.join('\n').trimEnd() });
    paragraph = [];
    items = undefined;
    code = undefined;
  };
  for (const line of source.split('\n')) {
    const heading = /^(#{1,4}) (.+)$/.exec(line);
    const item = /^\s*[-*] +(.+)$/.exec(line);
    if (heading !== null) {
      flush();
      blocks.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]! });
    } else if (item !== null && code === undefined) {
      if (items === undefined) flush();
      (items ??= []).push(item[1]!);
    } else if (line.trim() === '') {
      if (code !== undefined) code.push('');
      else if (items === undefined) flush();
    } else if (items !== undefined && /^ /.test(line)) items[items.length - 1] += ` ${line.trim()}`;
    else if (/^(\t| {4})/.test(line)) {
      if (code === undefined) flush();
      (code ??= []).push(line.replace(/^(\t| {4})/, ''));
    } else {
      if (items !== undefined || code !== undefined) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return blocks;
}

function inline(text: string): (TemplateResult | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\(https?:[^)]+\))/).map((piece) => {
    if (/^`.+`$/.test(piece)) return html`<code>${piece.slice(1, -1)}</code>`;
    if (/^\*\*.+\*\*$/.test(piece)) return html`<strong>${piece.slice(2, -2)}</strong>`;
    if (/^\*.+\*$/.test(piece)) return html`<em>${piece.slice(1, -1)}</em>`;
    const link = /^\[(.+)\]\((https?:.+)\)$/.exec(piece);
    return link === null ? piece : html`<a href=${link[2]!} rel="noreferrer">${link[1]}</a>`;
  });
}

export function markdown(source: string): TemplateResult[] {
  return parseBlocks(source).map((block) => {
    switch (block.kind) {
      case 'heading':
        return block.level === 1
          ? html`<h2>${inline(block.text)}</h2>`
          : html`<h3>${inline(block.text)}</h3>`;
      case 'list':
        return html`<ul>
          ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
        </ul>`;
      case 'code':
        return html`<pre>${block.text}</pre>`;
      default:
        return html`<p>${inline(block.text)}</p>`;
    }
  });
}
