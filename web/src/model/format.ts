// Numbers for people: tabular, always with a unit, the same number of digits while they change.

/** "1.500 s": a point in virtual time, to the millisecond, or finer when the whole run is short. */
export function formatTime(ns: number, spanNs: number): string {
  if (spanNs === 0) return '0 s';
  if (spanNs > 0 && spanNs < 2e4) return `${Math.round(ns)} ns`;
  if (spanNs > 0 && spanNs < 1e6) return `${(ns / 1e3).toFixed(1)} µs`;
  if (spanNs > 0 && spanNs < 2e6) return `${(ns / 1e6).toFixed(3)} ms`;
  if (spanNs > 0 && spanNs < 2e8) return `${(ns / 1e6).toFixed(1)} ms`;
  return `${(ns / 1e9).toFixed(3)} s`;
}

/** The same without the unit, for "1.500 / 3.000 s". */
export function formatTimeBare(ns: number, spanNs: number): string {
  return formatTime(ns, spanNs).replace(/ .*/, '');
}

const UNITS: readonly (readonly [number, string])[] = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
  [1, 'ns'],
];

/** "300 ms", "1.25 s": a length of time, three digits at most. */
export function formatDuration(ns: number): string {
  if (ns <= 0) return '0 s';
  for (const [size, unit] of UNITS) {
    if (ns < size) continue;
    const value = ns / size;
    const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
    return `${Number(value.toFixed(digits))} ${unit}`;
  }
  return `${ns} ns`;
}

/** A duration as Go source: `500 * time.Millisecond`. */
export function goDuration(ns: number): string {
  const units: readonly (readonly [number, string])[] = [
    [3600e9, 'time.Hour'],
    [60e9, 'time.Minute'],
    [1e9, 'time.Second'],
    [1e6, 'time.Millisecond'],
    [1e3, 'time.Microsecond'],
  ];
  for (const [size, unit] of units) {
    if (ns >= size && ns % size === 0) return ns === size ? unit : `${ns / size} * ${unit}`;
  }
  return `${Math.round(ns)} * time.Nanosecond`;
}

/** A duration as Go prints it: 1.5s, 500ms, 1m30s. */
export function goDurationText(ns: number): string {
  if (ns === 0) return '0s';
  const sign = ns < 0 ? '-' : '';
  const n = Math.abs(ns);
  if (n < 1e3) return `${sign}${n}ns`;
  if (n < 1e6) return `${sign}${trim(n / 1e3, 3)}µs`;
  if (n < 1e9) return `${sign}${trim(n / 1e6, 6)}ms`;
  const hours = Math.floor(n / 3600e9);
  const minutes = Math.floor((n % 3600e9) / 60e9);
  const seconds = `${trim((n % 60e9) / 1e9, 9)}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${sign}${minutes}m${seconds}` : `${sign}${seconds}`;
}

function trim(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(1, limit - 1))}…`;
}

/** "12 480": digits in groups of three, with thin spaces. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
