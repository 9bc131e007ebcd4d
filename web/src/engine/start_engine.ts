// Chooses the engine for a page and makes its client; the one place that both pages, the laboratory and the
// embed, get their engine from.

import { EngineClient } from './client.ts';
import { announceThreads, sharedModule, threadedNeighbours } from './neighbours.ts';
import { choosePlatform } from './platform.ts';
import type { Bundle } from './protocol.ts';

export interface StartedEngine {
  readonly client: EngineClient;
  /** Which engine runs and why; changes when threads turn out not to work. */
  line: string;
  onLine: () => void;
}

export function startEngine(asked: string | null): StartedEngine {
  const platform = choosePlatform(
    {
      isolated: globalThis.crossOriginIsolated === true,
      sharedMemory: typeof SharedArrayBuffer !== 'undefined',
      secure: globalThis.isSecureContext,
      framed: window.parent !== window,
      threadedNeighbours: threadedNeighbours(),
    },
    asked,
    __ENGINE_BUNDLES__,
  );
  const address = (bundle: Bundle, ending: string): string =>
    new URL(`${__ENGINE_FOLDER__}/${bundle}.${ending}`, document.baseURI).href;
  if (platform.bundle === 'engine-mt') announceThreads();
  const client = new EngineClient(
    platform.bundle,
    (bundle) => address(bundle, 'mjs'),
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    (bundle) => sharedModule(address(bundle, 'wasm')),
    // Looking inside and comparing need no threads, and with one thread the memory can be copied to go back.
    __ENGINE_BUNDLES__.includes('engine-st') ? 'engine-st' : platform.bundle,
  );
  const started: StartedEngine = {
    client,
    line: `${platform.bundle} · ${platform.reason}`,
    onLine: () => {},
  };
  client.onFallback = (why) => {
    started.line = `engine-st · 1 thread, because threads could not be started (${why})`;
    started.onLine();
  };
  // The download begins now, beside that of the rest of the page.
  sharedModule(address(platform.bundle, 'wasm')).catch(() => {});
  return started;
}
