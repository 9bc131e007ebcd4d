// What an engine takes from the files beside it when a program needs it: the library's Go texts, one file for
// each part of the library, and parts of its own code (wasm/code_parts.h).
//
// Invariants: a file is fetched once a worker, and a part's text is kept here, because the engine's memory
// may go back to a copy from before it came; a compile that lacks something has no result.

import type { EngineObject } from './module.ts';

/** The parts of the engine's code; missingParts() names the natives like a part of the library. */
const CODE_PARTS = ['natives', 'tools'] as const;
export type CodePart = (typeof CODE_PARTS)[number];
const isCode = (name: string): name is CodePart => (CODE_PARTS as readonly string[]).includes(name);
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

/** Throws MissingParts when parts of the engine's code are not there. */
export function demandCode(engine: Pick<EngineObject, 'hasCode'>, ...parts: readonly CodePart[]): void {
  const missing = parts.filter((part) => !engine.hasCode(part));
  if (missing.length > 0) throw new MissingParts(missing);
}

export async function fetchPart(url: string): Promise<string> {
  return (await fetchFile(url, "a part of Go's library that this program imports")).text();
}

export async function fetchCode(url: string): Promise<Uint8Array> {
  const response = await fetchFile(url, 'a part of the engine that this program needs');
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchFile(url: string, what: string): Promise<Response> {
  const name = url.slice(url.lastIndexOf('/') + 1);
  const sorry = (why: string): Error =>
    new Error(`${what} could not be fetched (${name}: ${why}); ` + 'check the connection and run it again');
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response;
  } catch (error) {
    throw sorry(error instanceof Error ? error.message : String(error));
  }
}

export class LibraryParts {
  private readonly texts = new Map<string, string>();
  private latest = '';

  constructor(
    private readonly engine: Pick<EngineObject, 'provide' | 'provideCode'>,
    /** Address of the bundle's glue. */
    private readonly url: string,
    private readonly get: (url: string) => Promise<string> = fetchPart,
    private readonly getCode: (url: string) => Promise<Uint8Array> = fetchCode,
  ) {}

  /** A part that has come already. What is none is left aside: it will be asked for. */
  take(name: string, text: string): void {
    if (this.engine.provide(text)) this.texts.set(name, text);
  }

  /**
   * Fetches what is missing, all at once, and gives it to the engine.
   * @param request number of the request that needs it; if it lacks the same again, it does not fit
   */
  async give(request: number, names: readonly string[]): Promise<void> {
    const wish = `${request} ${names.join(' ')}`;
    if (wish === this.latest)
      throw new Error(`the library's parts are of another version: ${names.join(', ')}`);
    this.latest = wish;
    await Promise.all(names.map((name) => (isCode(name) ? this.giveCode(name) : this.givePart(name))));
  }

  private async givePart(name: string): Promise<void> {
    const text = this.texts.get(name) ?? (await this.get(partAddress(this.url, name)));
    if (!this.engine.provide(text))
      throw new Error(`what came for ${name} is no part of Go's library: the site is not complete`);
    this.texts.set(name, text);
  }

  private async giveCode(name: CodePart): Promise<void> {
    const bytes = await this.getCode(this.url.replace(/\.mjs$/, `.${name}.wasm`));
    if (!this.engine.provideCode(name, bytes))
      throw new Error(`what came for the engine's ${name} does not fit it: the site is not complete`);
  }
}
