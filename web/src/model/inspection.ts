// Stacks, variables and what they lead to, at one moment, as the engine tells them (wasm/views.h).

/** A variable, field, element or entry. */
export interface Value {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** What it leads to; equal texts, same target. Absent for values that lead nowhere. */
  readonly target?: string;
  /** Number of the channel it is. */
  readonly object?: number;
  /** How many parts it can be opened into. */
  readonly parts: number;
}

export interface Frame {
  readonly function: string;
  readonly line: number;
  readonly column: number;
  /** The frame is in a package of the library, not in the visitor's file. */
  readonly library: boolean;
  readonly locals: readonly Value[];
}

export interface InspectedGoroutine {
  readonly number: number;
  readonly name: string;
  readonly status: string;
  /** Why it waits, in Go's words; "" when it does not. */
  readonly reason: string;
  readonly frames: readonly Frame[];
  /** The frames are of the statement that the step belongs to: its function has returned since. */
  readonly past?: boolean;
}

export interface Inside {
  readonly goroutines: readonly InspectedGoroutine[];
  readonly package: readonly Value[];
}

/** A place between events: where a goroutine begins a statement that no event may tell of. */
export interface StatementPlace {
  readonly goroutine: number;
  /** Events that had happened when its statements began to be counted. */
  readonly from: number;
  /** So few events that whatever led to event `from` has not begun: one operation makes several events. */
  readonly before: number;
  /** From 1; Infinity: the last one before `until`. */
  readonly statement: number;
  /** It ends when so many events have happened; statements begun after that do not count. */
  readonly until: number;
}

/** A statement that somebody begins on one of some lines: a StatementPlace without its end. */
export interface Hit {
  /** Events that have happened when it begins. */
  readonly events: number;
  readonly goroutine: number;
  readonly line: number;
  readonly from: number;
  readonly statement: number;
}

/** Where the engine stands after it was sent to such a place. */
export interface Arrival {
  readonly events: number;
  /** The statements begun: fewer than were asked for when `until` or the end of the run came first. */
  readonly statement: number;
}

function parse(json: string): unknown {
  if (json === '') return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads the engine's answer; undefined when there is none. */
export function parseInside(json: string): Inside | undefined {
  const inside = parse(json);
  if (typeof inside !== 'object' || inside === null || !('goroutines' in inside)) return undefined;
  return inside as Inside;
}

/** Reads the engine's answer about a place between events; undefined when there is none. */
export function parseStop(json: string): { readonly arrival: Arrival; readonly inside: Inside } | undefined {
  const stop = parse(json);
  if (typeof stop !== 'object' || stop === null || !('arrival' in stop) || !('inside' in stop))
    return undefined;
  return stop as { arrival: Arrival; inside: Inside };
}

/** Reads a list of hits. */
export function parseHits(json: string): readonly Hit[] {
  const list = parse(json);
  return Array.isArray(list) ? (list as Hit[]) : [];
}

/** The line that a goroutine stands at in the visitor's file; 0 when it is not there. */
export function lineIn(inside: Inside, goroutine: number): number {
  const found = inside.goroutines.find((g) => g.number === goroutine);
  return found?.frames.find((frame) => !frame.library)?.line ?? 0;
}

export function parseValues(json: string): Value[] {
  const list = parse(json);
  return Array.isArray(list) ? (list as Value[]) : [];
}

/** What a variable shows: the insides of locks and the like would only confuse. */
export function shownValue(local: Value): string {
  if (isOpaque(local)) return '…';
  if (local.value === local.type) return '';
  return local.value.length > MOST_TEXT ? `${local.value.slice(0, MOST_TEXT)}…` : local.value;
}

/** A value of thousands of elements is opened, not read in one line, and not read out either. */
const MOST_TEXT = 200;

/** What sync/atomic wraps: its only field that is anybody's business is shown in its place. */
export function isWrapped(local: Value): boolean {
  return /^\*?atomic\./.test(local.type) && local.parts > 0;
}

/** The value inside such a wrapper, as a part of it with its place among the parts. */
export function unwrapped(
  local: Value,
  parts: readonly Value[],
): { readonly value: Value; readonly index: number } | undefined {
  const index = parts.findIndex(({ name }) => name === 'v' || name === 'p');
  const value = parts[index];
  if (value === undefined) return undefined;
  if (!local.type.endsWith('atomic.Bool')) return { value, index };
  return { value: { ...value, type: 'bool', value: value.value === '0' ? 'false' : 'true' }, index };
}

/** Library types whose fields are nobody's business. */
export function isOpaque(local: Value): boolean {
  return /^\*?(sync|atomic|time|context)\./.test(local.type) && local.value.includes('{');
}

/** Goroutines that have each channel in a variable, with the type they see it as: who could use it. */
export function holdersOf(
  inside: Inside,
): Map<number, { readonly goroutine: number; readonly type: string }[]> {
  const holders = new Map<number, { readonly goroutine: number; readonly type: string }[]>();
  for (const g of inside.goroutines) {
    for (const frame of g.frames) {
      for (const { object, type } of frame.locals) {
        if (object === undefined || object === 0) continue;
        const list = holders.get(object);
        if (list === undefined) holders.set(object, [{ goroutine: g.number, type }]);
        else list.push({ goroutine: g.number, type });
      }
    }
  }
  return holders;
}
