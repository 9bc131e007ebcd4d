// The search on index pages: hides what does not match. The list is complete without it.

/** Words of questions that say nothing about what is asked for. */
const SILENT = new Set(
  (
    'a an and are can do does for go golang how i in is it my of on or so than that the to ' +
    'versus vs what when which why with'
  ).split(' '),
);

/** What is looked for: the words of a query; all of them, if they are all silent ones. */
function wordsOf(query: string): string[] {
  const all = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}./+]+/u)
    .map((word) => word.replace(/^[./]+|[./]+$/g, ''))
    .filter((word) => word !== '');
  const telling = all.filter((word) => !SILENT.has(word));
  return telling.length > 0 ? telling : all;
}

/** The shortest stem that still says something: "leaks" is "leak", but "timed" is not "tim". */
const LEAST_STEM = 4;

/** "deadlocks", "leaking" and "pub/sub" are looked for as "deadlock", "leak" and "pubsub", too. */
function formsOf(word: string): string[] {
  const stems = [/s$/, /es$/, /ed$/, /ing$/].map((end) => word.replace(end, ''));
  return [word, word.replace(/[./]/g, ''), ...stems.filter((stem) => stem.length >= LEAST_STEM)];
}

/** Words as they stand, their parts ("sync.map" is found as "map"), and neighbours written together. */
function beginnings(text: string): string[] {
  const whole = text.split(/[^\p{L}\p{N}./]+/u);
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  return [...whole, ...parts, ...parts.map((part, k) => part + (parts[k + 1] ?? ''))];
}

/** How many words of the query a text has, and how many there are. */
function hits(text: string, query: string): { readonly found: number; readonly of: number } {
  const words = beginnings(text);
  const wanted = wordsOf(query);
  const isThere = (word: string): boolean =>
    formsOf(word).some((form) => words.some((candidate) => candidate.startsWith(form)));
  return { found: wanted.filter(isThere).length, of: wanted.length };
}

/** True when the text has every word of the query that says something. */
export function matches(text: string, query: string): boolean {
  const { found, of } = hits(text, query);
  return found === of;
}

/** Which of the texts to show: those with all words, or else those with the most of them. */
export function choose(
  texts: readonly string[],
  query: string,
): { readonly shown: readonly boolean[]; readonly all: boolean } {
  const counts = texts.map((text) => hits(text, query));
  const most = Math.max(0, ...counts.map((count) => count.found));
  const all = counts.some((count) => count.found === count.of);
  return { shown: counts.map((c) => (all ? c.found === c.of : most > 0 && c.found === most)), all };
}

function told(count: number, all: boolean): string {
  if (count === 0) return 'Nothing found. Try another word.';
  return all ? `${count} found` : `Nothing has all of these words; ${count} come closest.`;
}

export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const input = form?.querySelector('input');
  const found = form?.querySelector('.found');
  if (form === null || form === undefined || !input || !found) return;
  const items = [...document.querySelectorAll<HTMLElement>('[data-search]')];
  const texts = items.map((item) => item.dataset['search'] ?? '');
  const update = (): void => {
    const query = input.value.trim();
    const { shown, all } = choose(texts, query);
    items.forEach((item, k) => (item.hidden = !shown[k]!));
    for (const section of document.querySelectorAll<HTMLElement>('section.category'))
      section.hidden = section.querySelector('[data-search]:not([hidden])') === null;
    found.textContent =
      query === '' || items.length === 0 ? '' : told(shown.filter((yes) => yes).length, all);
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (items.length === 0) {
      const index = document.querySelector<HTMLAnchorElement>('header a[href$="patterns.html"]');
      const search = new URLSearchParams({ search: input.value.trim() });
      location.href = `${index?.href ?? 'patterns.html'}#${search}`;
      return;
    }
    document.querySelector<HTMLAnchorElement>('[data-search]:not([hidden]) a')?.click();
  });
  input.addEventListener('input', update);
  // The address may carry a search: patterns.html#search=errgroup
  const ask = (): void => {
    const asked = new URLSearchParams(location.hash.replace(/^#/, '')).get('search');
    if (asked !== null) input.value = asked;
    update();
  };
  window.addEventListener('hashchange', ask);
  ask();
}
