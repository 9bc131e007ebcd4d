// Stacks and local variables of every goroutine at one event, as the engine tells them (its stateAt).

export interface Local {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export interface Frame {
  readonly function: string;
  readonly line: number;
  readonly column: number;
  /** The frame is in a package of the library, not in the visitor's file. */
  readonly library: boolean;
  readonly locals: readonly Local[];
}

export interface InspectedGoroutine {
  readonly number: number;
  readonly name: string;
  readonly status: string;
  /** Why it waits, in Go's words; "" when it does not. */
  readonly reason: string;
  readonly frames: readonly Frame[];
}

/** Reads the engine's answer; an empty list when there is none. */
export function parseInspection(json: string): InspectedGoroutine[] {
  if (json === '') return [];
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? (list as InspectedGoroutine[]) : [];
  } catch {
    return [];
  }
}

/** What a variable shows: the insides of locks and the like would only confuse. */
export function shownValue(local: Local): string {
  if (/^\*?(sync|atomic|time|context)\./.test(local.type) && local.value.includes('{')) return '…';
  return local.value === local.type ? '' : local.value;
}
