// Puts an embed together: session, player of the range, what is seen, and the wire to the page around.

import { FrameLoop } from '../app/frame_loop.ts';
import { Session } from '../app/session.ts';
import type { StartedEngine } from '../engine/start_engine.ts';
import { readLink } from '../share/link.ts';
import { PART_NAMES } from '../share/link_parts.ts';
import { openLink } from '../share/session_link.ts';
import { SessionActor } from './actor.ts';
import { SluiceEmbed } from './embed_app.ts';
import { Host } from './host.ts';
import type { EmbedOptions } from './options.ts';
import { RangePlayer } from './range_player.ts';

/** Half of the figure, or all of a narrow screen that it fills. */
const VISIBLE_SHARE = 0.4;
/** Commands do not wait longer than this for the first run: the engine may have a long way. */
const FIRST_RUN_MS = 60_000;
/** Out of sight for this long, the engine gives its memory back; the next run starts it again. */
const IDLE_MS = 20_000;

export function startEmbed(
  engine: StartedEngine,
  options: EmbedOptions,
  optionNames: readonly string[],
  /** What the page around has said meanwhile. */
  early: readonly MessageEvent<unknown>[],
): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const session = new Session(engine.client, false);
  new FrameLoop(session);
  const range = new RangePlayer(session, options, calm);
  const app = new SluiceEmbed();
  app.session = session;
  app.options = options;
  app.range = range;
  app.engineLine = engine.line;
  engine.onLine = () => (app.engineLine = engine.line);
  document.body.append(app);
  const actor = new SessionActor(session, range, () => engine.line);
  const host = new Host(actor, options.origin, actor.settled(FIRST_RUN_MS), early);
  tellWhatHappens(session, range, host, actor);
  watchSight(app, session, range);
  tellHeight(app, options, host);
  openAddress(session, options, optionNames);
}

/** The program of the address; `#s=` is a source as its author's page has it, not packed. */
function openAddress(session: Session, options: EmbedOptions, optionNames: readonly string[]): void {
  const link = readLink(location.search, location.hash, [...PART_NAMES, ...optionNames]);
  const given = new URLSearchParams(location.hash.slice(1)).get('s') ?? undefined;
  void openLink(session, { ...link, problems: [...link.problems, ...options.problems] }, given);
}

function tellWhatHappens(session: Session, range: RangePlayer, host: Host, actor: SessionActor): void {
  let ready = false;
  let told = '';
  let failure = '';
  session.on('run', () => {
    if (ready || session.player.length === 0) return;
    ready = true;
    host.tell({ type: 'ready', state: actor.state() });
  });
  session.on('step', () => {
    const { step, timeNs, playing } = session.player;
    const now = `${step} ${playing}`;
    if (now === told) return;
    told = now;
    host.tell({ type: 'step', step, timeNs, playing });
  });
  session.on('status', () => {
    const [diagnostic] = session.diagnostics;
    const message =
      session.status === 'failed'
        ? session.failure
        : session.status === 'invalid' && diagnostic !== undefined
          ? `${diagnostic.line}:${diagnostic.column}: ${diagnostic.message}`
          : '';
    if (message === failure) return;
    failure = message;
    if (message !== '')
      host.tell({ type: 'error', where: session.status === 'failed' ? 'engine' : 'program', message });
  });
  range.onEnded = (loops) => host.tell({ type: 'ended', loops });
}

/** Plays only in sight, and lets the engine rest when nobody has looked for a while. */
function watchSight(app: HTMLElement, session: Session, range: RangePlayer): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = false;
  const apply = (): void => {
    const visible = seen && !document.hidden;
    range.setVisible(visible);
    clearTimeout(timer);
    if (!visible)
      timer = setTimeout(() => {
        if (session.status === 'ready' && session.player.complete) session.engine.stop();
      }, IDLE_MS);
  };
  new IntersectionObserver(
    (entries) => {
      const last = entries[entries.length - 1]!;
      const fills = last.rootBounds !== null && last.intersectionRect.height > last.rootBounds.height * 0.6;
      seen = last.intersectionRatio >= VISIBLE_SHARE || fills;
      apply();
    },
    { threshold: [0, 0.2, VISIBLE_SHARE, 0.6] },
  ).observe(app);
  document.addEventListener('visibilitychange', apply);
}

/** The height that the figure wants, whenever it changes. */
function tellHeight(app: SluiceEmbed, options: EmbedOptions, host: Host): void {
  if (options.fit !== 'content') return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(app.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    host.tell({ type: 'resize', height });
  }).observe(app);
}
