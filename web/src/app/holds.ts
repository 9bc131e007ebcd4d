// Goroutines that are held back, as the engine's schedules and the page's address write them.

export interface Hold {
  readonly goroutine: number;
  /** Number of events recorded when the hold begins, and when it ends (Infinity: with the run). */
  readonly from: number;
  readonly until: number;
}

const one = (hold: Hold): string =>
  `${hold.goroutine}@${hold.from}${hold.until === Infinity ? '' : `-${hold.until}`}`;

/** "3@120-400,2@500": for an address. */
export function holdsText(holds: readonly Hold[]): string {
  return holds.map(one).join(',');
}

/** Reads what holdsText writes; undefined when it is damaged. */
export function readHolds(text: string): Hold[] | undefined {
  if (text === '') return [];
  const holds: Hold[] = [];
  for (const part of text.split(',')) {
    const match = /^([1-9]\d{0,8})@(\d{1,12})(?:-(\d{1,12}))?$/.exec(part);
    if (match === null) return undefined;
    const hold = {
      goroutine: Number(match[1]),
      from: Number(match[2]),
      until: match[3] === undefined ? Infinity : Number(match[3]),
    };
    if (hold.until <= hold.from) return undefined;
    holds.push(hold);
  }
  return holds;
}

/** The engine's schedule string for a seed and holds (core/sched/strategy.h); "" when the seed is enough. */
export function scheduleText(seed: number, holds: readonly Hold[]): string {
  return holds.length === 0 ? '' : `s1:${seed}${holds.map((hold) => `;h${one(hold)}`).join('')}`;
}
