// Which bundle runs, decided before anything is imported: the threaded glue dies at load where
// SharedArrayBuffer is missing.

import type { Bundle } from './protocol.ts';

export interface Platform {
  readonly bundle: Bundle;
  /** One line for the page: what runs and why. */
  readonly reason: string;
}

/**
 * @param forced a bundle that the address asks for ("st", "mt"), or null
 * @param built the bundles that this build of the page has
 */
export function choosePlatform(
  isolated: boolean,
  hasSharedMemory: boolean,
  forced: string | null,
  built: readonly string[] = ['engine-st', 'engine-mt'],
): Platform {
  const possible = isolated && hasSharedMemory;
  if (forced === 'st') return { bundle: 'engine-st', reason: 'one thread, as the address asks' };
  if (possible && !built.includes('engine-mt')) {
    return { bundle: 'engine-st', reason: 'one thread: this build has no engine with threads' };
  }
  if (possible) return { bundle: 'engine-mt', reason: 'with threads: this page is cross-origin isolated' };
  const wish = forced === 'mt' ? ', so the wish for threads cannot be met' : '';
  return {
    bundle: 'engine-st',
    reason: `one thread, as this page is not isolated${wish} (same results)`,
  };
}
