// Light or dark: the system's wish until the visitor has one of their own.

const KEY = 'sluicebox-theme';

export type Theme = 'light' | 'dark';

function stored(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    return undefined;
  }
}

export function currentTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

function apply(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  window.dispatchEvent(new Event('sluice-theme'));
}

/** @param asked a theme from the address, or null */
export function startTheme(asked: string | null): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const wish = asked === 'light' || asked === 'dark' ? asked : stored();
  apply(wish ?? (system.matches ? 'dark' : 'light'));
  system.addEventListener('change', () => {
    if (wish === undefined && stored() === undefined) apply(system.matches ? 'dark' : 'light');
  });
}

export function toggleTheme(): void {
  const theme = currentTheme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden in an embedded page; the choice then lasts as long as the page.
  }
  apply(theme);
}
