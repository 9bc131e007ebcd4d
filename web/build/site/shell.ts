// What all static pages have in common: head, navigation, foot.

import { headElements } from '../page_head.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './cards.ts';
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
  /** Path of the social picture; absent for the site's own. */
  readonly picture?: string;
  /** The element between navigation and foot. */
  readonly main: string;
  /** The page shows living programs. */
  readonly living?: boolean;
  /** Which entry of the navigation it belongs to. */
  readonly section?: string;
  /** The way to the site's root, where it does not follow from the path. */
  readonly root?: string;
}

/** In the navigation above every page. */
const SECTIONS = [
  { key: 'patterns', file: 'patterns.html', label: 'Patterns' },
  { key: 'compare', file: 'compare.html', label: 'Compare' },
  { key: 'questions', file: 'questions.html', label: 'Questions' },
  { key: 'authors', file: 'authors.html', label: 'For authors' },
] as const;

/** At the foot of every page: everything there is. */
const FOOT = [
  ...SECTIONS,
  { key: 'directives', file: 'directives.html', label: 'Directives' },
  { key: 'instruments', file: 'instruments.html', label: 'The instruments' },
  { key: 'lab', file: 'lab.html', label: 'Laboratory' },
] as const;

/** Where the site will be, with a slash at the end; undefined when the build was not told. */
export function siteAddress(): string | undefined {
  const given = process.env['SLUICEBOX_URL'];
  return given === undefined || given === '' ? undefined : given.replace(/\/?$/, '/');
}

/**
 * What other sites and searchers read about a page. Pictures and addresses are whole where the build knows
 * the site's address, because most of those who read them resolve nothing.
 */
export function socialTags(page: Pick<PageText, 'path' | 'title' | 'description' | 'picture'>): string {
  const site = siteAddress();
  const root = site ?? rootOf(page.path);
  const address = (site ?? rootOf(page.path)) + page.path.replace(/^index\.html$/, '');
  const picture = root + (page.picture ?? 'cards/sluicebox.png');
  return [
    `<link rel="canonical" href="${address}" />`,
    `<meta property="og:site_name" content="Sluicebox" />`,
    `<meta property="og:type" content="${page.path.includes('/') ? 'article' : 'website'}" />`,
    `<meta property="og:title" content="${escape(page.title)}" />`,
    `<meta property="og:description" content="${escape(page.description)}" />`,
    `<meta property="og:url" content="${address}" />`,
    `<meta property="og:image" content="${picture}" />`,
    `<meta property="og:image:width" content="${CARD_WIDTH}" />`,
    `<meta property="og:image:height" content="${CARD_HEIGHT}" />`,
    `<meta property="og:image:alt" content="${escape(page.title)}" />`,
    `<meta name="twitter:card" content="summary_large_image" />`,
  ].join('\n    ');
}

/** The way from a page to the site's root: "./" or "../". */
export function rootOf(path: string): string {
  return path.includes('/') ? '../' : './';
}

export const LOGO = `<svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true"><path d="M2 6h18M2 16h18" class="pipe"/><rect x="9" y="3" width="4" height="9" rx="1.2" class="gate"/></svg>`;

function links(
  root: string,
  entries: readonly { readonly key: string; readonly file: string; readonly label: string }[],
  section: string,
): string {
  return entries
    .map(
      ({ key, file, label }) =>
        `<a href="${root}${file}"${key === section ? ' aria-current="true"' : ''}>${label}</a>`,
    )
    .join('\n        ');
}

function navigation(root: string, section: string): string {
  return `<a class="skip" href="#main">Skip to the text</a>
    <header class="site">
      <a class="logo" href="${root}index.html">${LOGO} Sluicebox</a>
      <nav aria-label="Site">
        ${links(root, SECTIONS, section)}
      </nav>
      <a class="open-lab" href="${root}lab.html">Laboratory</a>
      <button class="theme" type="button" aria-label="Dark or light" hidden>Dark</button>
    </header>`;
}

/** A whole page. Its text is complete without any script. */
export function shell(page: PageText, assets: Assets): string {
  const root = page.root ?? rootOf(page.path);
  return `<!doctype html>
<html lang="en" class="site">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${headElements(root)}
    <title>${escape(page.title)}</title>
    <meta name="description" content="${escape(page.description)}" />
    ${page.root === undefined ? socialTags(page) : '<meta name="robots" content="noindex" />'}
    <script src="${root}theme.js"></script>
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
      <nav aria-label="Everything">
        ${links(root, FOOT, page.section ?? '')}
      </nav>
      <p>Sluicebox runs real Go programs in the page you are looking at. No server, no account, nothing is sent anywhere.</p>
    </footer>
  </body>
</html>
`;
}
