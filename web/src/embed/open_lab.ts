// From a figure to the laboratory: the same run at the same step, in a tab of its own.

import type { Session } from '../app/session.ts';
import { addressOf } from '../share/session_link.ts';

/**
 * Opens the laboratory; to be called while a click is handled. The link is made when it is wanted: packing a
 * program takes a moment.
 * @param tab the panel to open there; "" for the usual one
 */
export async function openLab(session: Session, tab = ''): Promise<void> {
  // Opened at once, or the browser takes it for an unasked-for window.
  const page = window.open('about:blank', '_blank');
  const address = new URL(`./lab.html${await addressOf(session)}`, document.baseURI);
  if (tab !== '') address.searchParams.set('tab', tab);
  if (page === null) return;
  page.opener = null;
  page.location.replace(address.href);
}
