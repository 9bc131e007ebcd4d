// The page's side of the service worker: registers it, reloads once for threads, and says when a new version
// is there. Embeds do not register it: a figure leaves nothing behind in the browsers of another page's
// readers.

const GUARD = 'sluicebox-reloaded-for-threads';
/** Long enough for a visitor to have begun something; a reload would be rude. */
const WELCOME_MS = 15_000;

/** What the reload depends on, as plain values, so that it can be tested. */
export interface ReloadQuestion {
  readonly isolated: boolean;
  readonly framed: boolean;
  /** The address asks for one thread, or the build has no other. */
  readonly threadsWanted: boolean;
  readonly sharedMemoryPossible: boolean;
  readonly controlled: boolean;
  /** It has been tried in this tab already, or nothing can be remembered. */
  readonly tried: boolean;
  /** The visitor has clicked or typed, or has been here for a while. */
  readonly busy: boolean;
}

/** True when a reload would bring threads and disturb nobody. */
export function shouldReload(question: ReloadQuestion): boolean {
  return (
    !question.isolated &&
    !question.framed &&
    question.threadsWanted &&
    question.sharedMemoryPossible &&
    question.controlled &&
    !question.tried &&
    !question.busy
  );
}

function remembered(): boolean {
  try {
    return sessionStorage.getItem(GUARD) !== null;
  } catch {
    return true;
  }
}

/** False when nothing can be kept: then there is no guard, and so no reload. */
function remember(): boolean {
  try {
    sessionStorage.setItem(GUARD, '1');
    return sessionStorage.getItem(GUARD) !== null;
  } catch {
    return false;
  }
}

export interface OfflineOptions {
  readonly threadsWanted: boolean;
  /** A newer version has taken over; the page still runs the old one. */
  readonly onUpdate: () => void;
}

/** A file of the site by its path: scripts are one folder below its root, whatever page they are on. */
function siteFile(path: string): URL {
  const here = import.meta.url;
  return new URL(`../${path}`, here);
}

/** Registers the service worker when the page has come to rest. Failures leave the page as it is. */
export function startOffline(options: OfflineOptions): void {
  if (!('serviceWorker' in navigator) || !globalThis.isSecureContext) return;
  const { serviceWorker } = navigator;
  let touched = false;
  const touch = (): void => void (touched = true);
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const)
    addEventListener(type, touch, { once: true, passive: true, capture: true });
  const wasControlled = serviceWorker.controller !== null;
  const consider = (): void => {
    const question = {
      isolated: globalThis.crossOriginIsolated === true,
      framed: window.parent !== window,
      threadsWanted: options.threadsWanted,
      sharedMemoryPossible: typeof Atomics !== 'undefined',
      controlled: serviceWorker.controller !== null,
      tried: remembered(),
      busy: touched || performance.now() > WELCOME_MS,
    };
    if (shouldReload(question) && remember()) location.reload();
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (wasControlled) options.onUpdate();
    else consider();
  });
  const register = (): void => {
    serviceWorker.register(siteFile('sw.js'), { updateViaCache: 'none' }).then(consider, () => {});
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
