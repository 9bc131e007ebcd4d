// The search on index pages: hides what does not match. The list is complete without it.

/** True when every word of the query begins a word of the text. */
export function matches(text: string, query: string): boolean {
  const words = text.split(/[^\p{L}\p{N}./]+/u);
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)) || text.includes(part));
}

export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const input = form?.querySelector('input');
  const found = form?.querySelector('.found');
  if (form === null || form === undefined || !input || !found) return;
  const items = [...document.querySelectorAll<HTMLElement>('[data-search]')];
  const update = (): void => {
    const query = input.value.trim();
    let count = 0;
    for (const item of items) {
      const hit = matches(item.dataset['search'] ?? '', query);
      item.hidden = !hit;
      count += hit ? 1 : 0;
    }
    for (const section of document.querySelectorAll<HTMLElement>('section.category'))
      section.hidden = section.querySelector('[data-search]:not([hidden])') === null;
    found.textContent =
      query === '' || items.length === 0
        ? ''
        : count === 0
          ? 'Nothing found. Try another word.'
          : `${count} found`;
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (items.length === 0) {
      location.href = `patterns.html#${new URLSearchParams({ search: input.value.trim() })}`;
      return;
    }
    document.querySelector<HTMLAnchorElement>('[data-search]:not([hidden]) a')?.click();
  });
  input.addEventListener('input', update);
  // The address may carry a search: patterns.html#search=errgroup
  const asked = new URLSearchParams(location.hash.replace(/^#/, '')).get('search');
  if (asked !== null) input.value = asked;
  update();
}
