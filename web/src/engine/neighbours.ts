// Figures in the same page know each other, so that the engine is fetched and compiled once for all of them.
//
// Frames of one origin below one page are in one agent cluster: they may touch each other's globals through
// `parent[i]`, whatever the origin of the page around them, and a compiled module of one may be handed to a
// worker of another. Where they may not (a sandbox without an origin, another partition) every access throws,
// and each compiles for itself, as a lone page does.

import { fetchPart } from './library_parts.ts';

interface Shared {
  /** Compiled modules by address. */
  readonly modules: Map<string, Promise<WebAssembly.Module>>;
  /** Parts of the library by address; figures of an older version have none. */
  readonly parts?: Map<string, Promise<string>>;
  threaded: boolean;
}

declare global {
  interface Window {
    sluiceboxShared?: Shared;
  }
}

/** A host page has no more figures than this; looking further would be slow. */
const MOST_FRAMES = 200;
/** A neighbour that was removed while it compiled never answers. */
const PATIENCE_MS = 4000;

function mine(): Shared {
  window.sluiceboxShared ??= { modules: new Map(), parts: new Map(), threaded: false };
  return window.sluiceboxShared;
}

function neighbours(): Shared[] {
  const found: Shared[] = [];
  if (window.parent === window) return found;
  for (let i = 0; i < Math.min(window.parent.length, MOST_FRAMES); i++) {
    try {
      const other = window.parent[i];
      if (other !== undefined && other !== window && other.sluiceboxShared !== undefined)
        found.push(other.sluiceboxShared);
    } catch {
      // A frame of somebody else's.
    }
  }
  return found;
}

/** How many other figures of this page use threads. */
export function threadedNeighbours(): number {
  return neighbours().filter((other) => other.threaded).length;
}

/** Tells the neighbours that this figure uses threads. */
export function announceThreads(): void {
  mine().threaded = true;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be fetched (${response.status})`);
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  // Hosts that do not know the type send it as something else.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The compiled module at an address: a neighbour's where there is one, else compiled here, once. */
export function sharedModule(url: string): Promise<WebAssembly.Module> {
  return shared(url, (of) => of.modules, compile);
}

/** The text of a part of the library at an address, likewise. */
export function sharedPart(url: string): Promise<string> {
  return shared(url, (of) => of.parts, fetchPart);
}

function shared<T>(
  url: string,
  store: (of: Shared) => Map<string, Promise<T>> | undefined,
  make: (url: string) => Promise<T>,
): Promise<T> {
  const own = store(mine());
  const had = own?.get(url);
  if (had !== undefined) return had;
  const theirs = neighbours()
    .map((other) => store(other)?.get(url))
    .find((made) => made !== undefined);
  const made = theirs === undefined ? make(url) : orAfter(theirs, () => make(url));
  own?.set(url, made);
  // A failure is not kept: the next attempt may find the network again.
  made.catch(() => own?.delete(url));
  return made;
}

function orAfter<T>(theirs: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => otherwise().then(resolve, reject), PATIENCE_MS);
    theirs.then(
      (made) => {
        clearTimeout(timer);
        resolve(made);
      },
      () => {
        clearTimeout(timer);
        otherwise().then(resolve, reject);
      },
    );
  });
}
