// The library's Go texts on their way to the engine: files beside it, one for each part of the library,
// fetched when a program reaches what is in them.
//
// Invariants: a part is fetched once a worker, and kept here, because the engine's memory may go back to a
// copy from before the part came; a compile that lacks parts has no result.

import type { EngineObject } from './module.ts';

/** What nearly every program needs; pages fetch it together with the engine. */
export const BASE_PART = 'base';
/** A host that does not answer for so long will not. */
const PATIENCE_MS = 30_000;

/** Where a part lies. @param engine address of the bundle's glue */
export function partAddress(engine: string, part: string): string {
  return new URL(`library/${part}.txt`, engine).href;
}

/** Thrown by a compile that needs parts of the library first. */
export class MissingParts extends Error {
  constructor(readonly names: readonly string[]) {
    super(`parts of the library are missing: ${names.join(', ')}`);
  }
}

/** Throws MissingParts when what the engine did last needs parts that it has not got. */
export function demandWhole(engine: Pick<EngineObject, 'missingParts'>): void {
  const missing = engine.missingParts();
  if (missing !== '') throw new MissingParts(missing.split(' '));
}

/** As the engine's compile(); throws MissingParts. */
export function compileWhole(
  engine: Pick<EngineObject, 'compile' | 'missingParts'>,
  source: string,
): boolean {
  const ok = engine.compile(source);
  demandWhole(engine);
  return ok;
}

export async function fetchPart(url: string): Promise<string> {
  const name = url.slice(url.lastIndexOf('/') + 1);
  const sorry = (why: string): Error =>
    new Error(
      `a part of Go's library that this program imports could not be fetched (${name}: ${why}); ` +
        'check the connection and run it again',
    );
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.text();
  } catch (error) {
    throw sorry(error instanceof Error ? error.message : String(error));
  }
}

export class LibraryParts {
  private readonly texts = new Map<string, string>();
  private latest = '';

  constructor(
    private readonly engine: Pick<EngineObject, 'provide'>,
    /** Address of the bundle's glue. */
    private readonly url: string,
    private readonly get: (url: string) => Promise<string> = fetchPart,
  ) {}

  /** A part that has come already. What is none is left aside: it will be asked for. */
  take(name: string, text: string): void {
    if (this.engine.provide(text)) this.texts.set(name, text);
  }

  /**
   * Fetches parts, all at once, and gives them to the engine.
   * @param request number of the request that needs them; if it lacks the same again, they do not fit
   */
  async give(request: number, names: readonly string[]): Promise<void> {
    const wish = `${request} ${names.join(' ')}`;
    if (wish === this.latest)
      throw new Error(`the library's parts are of another version: ${names.join(', ')}`);
    this.latest = wish;
    const texts = await Promise.all(
      names.map((name) => this.texts.get(name) ?? this.get(partAddress(this.url, name))),
    );
    names.forEach((name, k) => {
      if (!this.engine.provide(texts[k]!))
        throw new Error(`what came for ${name} is no part of Go's library: the site is not complete`);
      this.texts.set(name, texts[k]!);
    });
  }
}
