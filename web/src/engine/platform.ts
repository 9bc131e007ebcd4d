// Which bundle runs, decided before anything is imported: the threaded glue dies at load where
// SharedArrayBuffer is missing.

import type { Bundle } from './protocol.ts';

export interface Platform {
  readonly bundle: Bundle;
  /** One line for the page: what runs and why. */
  readonly reason: string;
}

/** What the browser and the page say about themselves. */
export interface Surroundings {
  /** The page is cross-origin isolated. */
  readonly isolated: boolean;
  readonly sharedMemory: boolean;
  /** The page came over https, or from this machine. */
  readonly secure: boolean;
  /** The page is inside another one. */
  readonly framed: boolean;
  /** The page is in a sandbox and has no origin. */
  readonly sandboxed: boolean;
  /** How many other figures in the same page use threads already. */
  readonly threadedNeighbours: number;
}

/** Each reserves address space for its memory and starts three threads; a page has only so much of both. */
export const MOST_THREADED_FIGURES = 4;

/**
 * @param forced a bundle that the address asks for ("st", "mt"), or null
 * @param built the bundles that this build of the page has
 */
export function choosePlatform(
  around: Surroundings,
  forced: string | null,
  built: readonly string[] = ['engine-st', 'engine-mt'],
): Platform {
  const single = (because: string): Platform => ({ bundle: 'engine-st', reason: `1 thread, ${because}` });
  if (forced === 'st') return single('because the address asks for it');
  const obstacle = whyNot(around, built);
  if (obstacle === '')
    return { bundle: 'engine-mt', reason: 'with threads: this page is cross-origin isolated' };
  const wish = forced === 'mt' ? ', so the wish for threads cannot be met' : '';
  return single(`because ${obstacle}${wish}; the results are the same`);
}

/** Why there can be no threads; "" when there can. */
function whyNot(around: Surroundings, built: readonly string[]): string {
  if (!built.includes('engine-mt')) return 'this build has no engine with threads';
  if (around.sandboxed) return 'this frame is in a sandbox';
  if (!around.secure) return 'this page did not come over https';
  if (!around.isolated && around.framed) return 'the page around this figure, or its host, is not isolated';
  if (!around.isolated) return 'this host does not isolate its pages';
  if (!around.sharedMemory) return 'this browser shares no memory';
  if (around.threadedNeighbours >= MOST_THREADED_FIGURES) return 'other figures on this page have threads';
  return '';
}
