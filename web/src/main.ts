// The page with the real engine.

import './style.css';
import { startPage } from './app/start.ts';
import { EngineClient } from './engine/client.ts';
import { choosePlatform } from './engine/platform.ts';

const asked = new URLSearchParams(location.search).get('engine');
const platform = choosePlatform(
  globalThis.crossOriginIsolated,
  typeof SharedArrayBuffer !== 'undefined',
  asked,
  __ENGINE_BUNDLES__,
);
const url = new URL(`${__ENGINE_FOLDER__}/${platform.bundle}.mjs`, document.baseURI).href;
const makeWorker = (): Worker =>
  new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module', name: 'engine' });

// Looking inside and comparing need no threads, and with one thread the memory can be copied to go back.
const spare = __ENGINE_BUNDLES__.includes('engine-st') ? 'engine-st' : platform.bundle;
const spareUrl = new URL(`${__ENGINE_FOLDER__}/${spare}.mjs`, document.baseURI).href;

startPage(
  new EngineClient(platform.bundle, url, makeWorker, { bundle: spare, url: spareUrl }),
  `${platform.bundle} · ${platform.reason}`,
);
