// Puts the page together around an engine: what main.ts does with the real one and tests do with theirs.

import type { Engine } from '../engine/client.ts';
import type { SluiceApp } from './app.ts';
import { FrameLoop } from './frame_loop.ts';
import { Session } from './session.ts';
import { startTheme } from './theme.ts';
import { keepOptions, readLink } from '../share/link.ts';
import { PART_NAMES } from '../share/link_parts.ts';
import { addressOf, openLink } from '../share/session_link.ts';

const URL_PAUSE_MS = 400;

export function startPage(engine: Engine, engineLine: string): Promise<SluiceApp> {
  const query = new URLSearchParams(location.search);
  startTheme(query.get('theme'));
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const session = new Session(engine, !calm);
  new FrameLoop(session);
  keepAddress(session);
  const app = openApp(session, engineLine);
  const open = (): void => void openLink(session, readLink(location.search, location.hash, PART_NAMES));
  open();
  // Another link typed or pasted into the address bar that differs only in its program.
  addEventListener('hashchange', open);
  return app;
}

async function openApp(session: Session, engineLine: string): Promise<SluiceApp> {
  const { SluiceApp } = await import('./app.ts');
  const app = new SluiceApp();
  app.session = session;
  app.engineLine = engineLine;
  document.body.append(app);
  return app;
}

/** The address follows what is on the screen, but never while it moves. */
function keepAddress(session: Session): void {
  let timer = 0;
  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      if (session.player.playing || session.status !== 'ready') return;
      history.replaceState(null, '', keepOptions(await addressOf(session), location.search));
    }, URL_PAUSE_MS);
  };
  for (const topic of ['step', 'run', 'program'] as const) session.on(topic, later);
}
