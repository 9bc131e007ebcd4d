// Chooses the engine for a page and makes its client; the one place that both pages, the laboratory and the
// embed, get their engine from.

import { EngineClient } from './client.ts';
import { BASE_PART, partAddress } from './library_parts.ts';
import { announceThreads, sharedModule, sharedPart, threadedNeighbours } from './neighbours.ts';
import { choosePlatform } from './platform.ts';
import type { Bundle } from './protocol.ts';
import workerAddress from './worker.ts?worker&url';

export interface StartedEngine {
  readonly client: EngineClient;
  /** Which engine runs and why; changes when threads turn out not to work. */
  line: string;
  onLine: () => void;
}

/**
 * What a frame without an origin starts instead: a worker of its own making that loads the real one and hands
 * it what has arrived meanwhile. A classic one, because Chromium starts no blob of such a frame as a module.
 */
const detour = (address: string): string => `const early = [];
const keep = (event) => early.push(event.data);
addEventListener('message', keep);
import(${JSON.stringify(address)}).then(() => {
  removeEventListener('message', keep);
  for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
}, (error) => setTimeout(() => { throw error; }));`;

function makeWorker(): Worker {
  const address = new URL(workerAddress, import.meta.url).href;
  if (self.origin !== 'null') return new Worker(address, { type: 'module', name: 'engine' });
  return new Worker(URL.createObjectURL(new Blob([detour(address)], { type: 'text/javascript' })));
}

export function startEngine(asked: string | null): StartedEngine {
  const platform = choosePlatform(
    {
      isolated: globalThis.crossOriginIsolated === true,
      sharedMemory: typeof SharedArrayBuffer !== 'undefined',
      secure: globalThis.isSecureContext,
      framed: window.parent !== window,
      sandboxed: self.origin === 'null',
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
    makeWorker,
    (bundle) => sharedModule(address(bundle, 'wasm')),
    // Looking inside and comparing need no threads, and with one thread the memory can be copied to go back.
    __ENGINE_BUNDLES__.includes('engine-st') ? 'engine-st' : platform.bundle,
    (bundle) => sharedPart(partAddress(address(bundle, 'mjs'), BASE_PART)),
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
  sharedPart(partAddress(address(platform.bundle, 'mjs'), BASE_PART)).catch(() => {});
  return started;
}
