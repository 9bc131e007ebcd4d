// Light or dark, and the colours of the page around. Only names that the page has are taken, and only values
// that are colours, so that an address cannot bring anything else in.

/** Names of the page's CSS variables (without `--`) that an author may set. */
export const COLOR_NAMES = [
  'paper',
  'panel',
  'ink',
  'muted',
  'line',
  'soft',
  'accent',
  'on-accent',
  'run',
  'ready',
  'block',
  'sleep',
  'done',
  'pipe',
  'pipe-edge',
  'on-token',
  't1',
  't2',
  't3',
  't4',
  't5',
  't6',
  'keyword',
  'literal',
  'comment',
] as const;

export function applyColors(colors: Readonly<Record<string, string>>): void {
  const { style } = document.documentElement;
  for (const name of COLOR_NAMES) {
    const value = colors[name];
    const usable = value !== undefined && !value.includes('var(') && CSS.supports('color', value);
    if (usable) style.setProperty(`--${name}`, value);
    else style.removeProperty(`--${name}`);
  }
}

export function applyTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
  window.dispatchEvent(new Event('sluice-theme'));
}

/** Follows the system, or rather the page around: frames inherit its colour scheme. */
export function startTheme(theme: 'auto' | 'light' | 'dark', colors: Readonly<Record<string, string>>): void {
  applyColors(colors);
  if (theme !== 'auto') return applyTheme(theme);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => applyTheme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  follow();
}
