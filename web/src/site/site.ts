// What the static pages do beyond text: theme, search, progress on the learning path, old links.

import '../style.css';
import './site.css';
import './lists.css';
import './narrow.css';
import { currentTheme, startTheme, toggleTheme } from '../app/theme.ts';
import { startOffline } from '../offline/register.ts';
import { startProgress } from './progress.ts';
import { startSearch } from './search.ts';

/** Before the laboratory had an address of its own, links went to the site's first page. */
function followOldLink(): boolean {
  const { pathname, search, hash } = location;
  const isHome = pathname.endsWith('/') || pathname.endsWith('/index.html');
  if (!isHome || !/[?&](p|src)=/.test(search)) return false;
  location.replace(new URL(`lab.html${search}${hash}`, location.href));
  return true;
}

function startThemeButton(): void {
  startTheme(new URLSearchParams(location.search).get('theme'));
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (button === null) return;
  const label = (): void => {
    const next = currentTheme() === 'dark' ? 'Light' : 'Dark';
    button.textContent = next;
    button.setAttribute('aria-label', `${next} colours`);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    toggleTheme();
    label();
  });
  label();
}

if (!followOldLink()) {
  startThemeButton();
  startSearch();
  startProgress();
  // Whoever reads first and tries later finds the laboratory there, also without a network.
  if (import.meta.env.PROD) startOffline({ threadsWanted: false, onUpdate: () => {} });
}
