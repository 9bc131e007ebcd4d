// A page from a Markdown document of the project.

import { markdown, summaryOf } from './html.ts';
import type { PageText } from './shell.ts';

/** @param text the document; its first line is the title */
export function documentPage(path: string, text: string, section: string): PageText {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
  const body = text.replace(/^# .+\n/, '');
  return {
    path,
    title: `${title} · Sluicebox`,
    description: summaryOf(body) || title,
    main: `      <article class="prose document">
      <h1>${title}</h1>
${liveExamples(markdown(body))}
      </article>`,
    living: true,
    section,
  };
}

/**
 * An HTML example whose first word is `<sluice-box` is shown as text and lives below it: what readers copy is
 * what they see.
 */
function liveExamples(html: string): string {
  return html.replace(
    /<pre tabindex="0"><code>((?:&lt;script[^\n]*\n+)?&lt;sluice-box[\s\S]*?)<\/code><\/pre>/g,
    (whole, code: string) => {
      // An ellipsis stands for something: that is no whole example.
      if (code.includes('…')) return whole;
      const example = code
        .replace(/^&lt;script[^\n]*\n+/, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      return `${whole}\n<div class="live">${example}</div>`;
    },
  );
}
