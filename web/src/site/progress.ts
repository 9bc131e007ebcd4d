// What the reader has understood: kept in this browser, shown on the learning path and in the index.

const KEY = 'sluicebox-understood';

export function readUnderstood(storage: Pick<Storage, 'getItem'>): Set<string> {
  try {
    const ids: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

function write(understood: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...understood]));
  } catch {
    // Storage may be forbidden; then it lasts as long as the page.
  }
}

function storage(): Pick<Storage, 'getItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null };
  }
}

export function startProgress(): void {
  const understood = readUnderstood(storage());
  const show = (): void => {
    for (const item of document.querySelectorAll<HTMLElement>('li[data-lesson]')) {
      const done = understood.has(item.dataset['lesson']!);
      item.classList.toggle('understood', done);
      const link = item.querySelector('a');
      if (done) link?.setAttribute('aria-description', 'understood');
      else link?.removeAttribute('aria-description');
    }
    const steps = [...document.querySelectorAll<HTMLElement>('.path li[data-lesson]')];
    const line = document.querySelector('.path .progress');
    const count = steps.filter((step) => step.classList.contains('understood')).length;
    if (line !== null && count > 0) line.textContent = `${count} of ${steps.length} understood.`;
  };
  const button = document.querySelector<HTMLButtonElement>('button.mark-done');
  const lesson = document.querySelector<HTMLElement>('article[data-lesson]')?.dataset['lesson'];
  if (button !== null && lesson !== undefined) {
    const label = (): void => button.setAttribute('aria-pressed', String(understood.has(lesson)));
    button.hidden = false;
    button.addEventListener('click', () => {
      if (understood.has(lesson)) understood.delete(lesson);
      else understood.add(lesson);
      write(understood);
      label();
    });
    label();
  }
  show();
}
