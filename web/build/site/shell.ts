// What all static pages have in common: head, navigation, foot.

import { headElements } from '../page_head.ts';
import { escape } from './html.ts';

/** Files whose names carry a hash. */
export interface Assets {
  readonly script: string;
  readonly styles: readonly string[];
}

export interface PageText {
  /** Path in the site: "lessons/worker_pool.html". */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Path of the social picture, or "" for the site's own. */
  readonly picture?: string;
  /** The element between navigation and foot. */
  readonly main: string;
  /** The page shows living programs. */
  readonly living?: boolean;
  /** Which entry of the navigation it belongs to. */
  readonly section?: string;
}

const SECTIONS = [
  { key: 'patterns', file: 'patterns.html', label: 'Patterns' },
  { key: 'compare', file: 'compare.html', label: 'Compare' },
  { key: 'questions', file: 'questions.html', label: 'Questions' },
  { key: 'authors', file: 'authors.html', label: 'For authors' },
] as const;

/** The way from a page to the site's root: "./" or "../". */
export function rootOf(path: string): string {
  return path.includes('/') ? '../' : './';
}

export const LOGO = `<svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true"><path d="M2 6h18M2 16h18" class="pipe"/><rect x="9" y="3" width="4" height="9" rx="1.2" class="gate"/></svg>`;

function navigation(root: string, section: string): string {
  const links = SECTIONS.map(
    ({ key, file, label }) =>
      `<a href="${root}${file}"${key === section ? ' aria-current="true"' : ''}>${label}</a>`,
  ).join('\n        ');
  return `<a class="skip" href="#main">To the text</a>
    <header class="site">
      <a class="logo" href="${root}index.html">${LOGO} Sluicebox</a>
      <nav aria-label="Site">
        ${links}
      </nav>
      <a class="open-lab" href="${root}lab.html">Laboratory</a>
      <button class="theme" type="button" aria-label="Dark or light" hidden></button>
    </header>`;
}

/** A whole page. Its text is complete without any script. */
export function shell(page: PageText, assets: Assets): string {
  const root = rootOf(page.path);
  const picture = page.picture ?? 'cards/sluicebox.png';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${headElements(root)}
    <title>${escape(page.title)}</title>
    <meta name="description" content="${escape(page.description)}" />
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${escape(page.title)}" />
    <meta property="og:description" content="${escape(page.description)}" />
    <meta property="og:image" content="${root}${picture}" />
    <meta name="twitter:card" content="summary_large_image" />
    ${assets.styles.map((style) => `<link rel="stylesheet" href="${root}${style}" />`).join('\n    ')}
    <script type="module" src="${root}${assets.script}"></script>
    ${page.living === true ? `<script defer src="${root}sluice-box.js"></script>` : ''}
  </head>
  <body class="site">
    ${navigation(root, page.section ?? '')}
    <main id="main">
${page.main}
    </main>
    <footer class="site">
      <p>Sluicebox runs real Go programs in the page you are looking at. No server, no account, nothing is sent anywhere.</p>
    </footer>
  </body>
</html>
`;
}
