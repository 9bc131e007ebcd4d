// Everything that makes a run in the page's address: program, parameters, seed, processors, step. Old
// links keep working: `v` names the version of this format and is left out for version 1.

export interface UrlState {
  readonly program: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: number;
  /** 0: the engine's default. */
  readonly processors: number;
  /** -1: from the beginning. */
  readonly step: number;
  /** The visitor's own source, packed; "" for a program of the catalogue. */
  readonly packed: string;
}

const RESERVED = new Set(['p', 'seed', 'procs', 'step', 'src', 'v', 'engine', 'theme']);

export function readUrl(search: string): UrlState {
  const query = new URLSearchParams(search);
  const parameters: Record<string, string> = {};
  for (const [name, value] of query) if (!RESERVED.has(name)) parameters[name] = value;
  const number = (name: string, fallback: number): number => {
    const text = query.get(name);
    const value = text === null ? NaN : Number(text);
    return Number.isSafeInteger(value) && value >= 0 ? value : fallback;
  };
  return {
    program: query.get('p') ?? '',
    parameters,
    seed: number('seed', DEFAULT_SEED),
    processors: number('procs', 0),
    step: number('step', -1),
    packed: query.get('src') ?? '',
  };
}

export const DEFAULT_SEED = 1;

/** The query for a state; options that are not part of it (engine, theme) are kept from `current`. */
export function writeUrl(state: UrlState, current: string): string {
  const query = new URLSearchParams();
  query.set('p', state.program);
  if (state.packed !== '') query.set('src', state.packed);
  for (const [name, value] of Object.entries(state.parameters)) query.set(name, value);
  if (state.seed !== DEFAULT_SEED) query.set('seed', String(state.seed));
  if (state.processors !== 0) query.set('procs', String(state.processors));
  if (state.step >= 0) query.set('step', String(state.step));
  const old = new URLSearchParams(current);
  for (const name of ['engine', 'theme']) {
    const value = old.get(name);
    if (value !== null) query.set(name, value);
  }
  return `?${query.toString()}`;
}

/** Compresses a source for the address. */
export async function pack(source: string): Promise<string> {
  const stream = new Blob([source]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The source of a packed address; undefined when it is damaged. */
export async function unpack(packed: string): Promise<string | undefined> {
  try {
    const binary = atob(packed.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await new Response(stream).text();
  } catch {
    return undefined;
  }
}
