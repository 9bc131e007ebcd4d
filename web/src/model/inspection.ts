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
}

export interface Inside {
  readonly goroutines: readonly InspectedGoroutine[];
  readonly package: readonly Value[];
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

export function parseValues(json: string): Value[] {
  const list = parse(json);
  return Array.isArray(list) ? (list as Value[]) : [];
}

/** What a variable shows: the insides of locks and the like would only confuse. */
export function shownValue(local: Value): string {
  if (isOpaque(local)) return '…';
  return local.value === local.type ? '' : local.value;
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
