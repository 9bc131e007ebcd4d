// Sizes and curves in world coordinates: the pixels of the stage at zoom 1, y down. Nothing here knows
// about canvases.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Left top corner and size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A chain of cubic Bézier curves: p0 then (c1, c2, p) for each. */
export interface Curve {
  readonly start: Point;
  readonly parts: readonly (readonly [Point, Point, Point])[];
}

/** Which way values flow: to the right on wide stages, down on narrow ones. */
export type Flow = 'right' | 'down';

export const center = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

export function entry(box: Box, flow: Flow): Point {
  return flow === 'right' ? { x: box.x, y: box.y + box.h / 2 } : { x: box.x + box.w / 2, y: box.y };
}

export function exit(box: Box, flow: Flow): Point {
  return flow === 'right'
    ? { x: box.x + box.w, y: box.y + box.h / 2 }
    : { x: box.x + box.w / 2, y: box.y + box.h };
}

/** A smooth curve through points that leaves and arrives along the flow. */
export function flowCurve(points: readonly Point[], flow: Flow): Curve {
  const parts: (readonly [Point, Point, Point])[] = [];
  for (let k = 1; k < points.length; k++) {
    const from = points[k - 1]!;
    const to = points[k]!;
    if (flow === 'right') {
      const bend = Math.max(12, Math.abs(to.x - from.x) * 0.5);
      parts.push([{ x: from.x + bend, y: from.y }, { x: to.x - bend, y: to.y }, to]);
    } else {
      const bend = Math.max(12, Math.abs(to.y - from.y) * 0.5);
      parts.push([{ x: from.x, y: from.y + bend }, { x: to.x, y: to.y - bend }, to]);
    }
  }
  return { start: points[0]!, parts };
}

/** A line with one rounded corner after the other. */
export function roundedPath(points: readonly Point[], radius: number): Curve {
  const parts: (readonly [Point, Point, Point])[] = [];
  let at = points[0]!;
  const lineTo = (to: Point): void => {
    parts.push([between(at, to, 1 / 3), between(at, to, 2 / 3), to]);
    at = to;
  };
  for (let k = 1; k + 1 < points.length; k++) {
    const corner = points[k]!;
    const next = points[k + 1]!;
    const before = toward(corner, at, Math.min(radius, distance(corner, at) / 2));
    const after = toward(corner, next, Math.min(radius, distance(corner, next) / 2));
    lineTo(before);
    parts.push([between(before, corner, 0.6), between(after, corner, 0.6), after]);
    at = after;
  }
  lineTo(points[points.length - 1]!);
  return { start: points[0]!, parts };
}

export function distance(p: Point, q: Point): number {
  return Math.hypot(p.x - q.x, p.y - q.y);
}

export function between(p: Point, q: Point, t: number): Point {
  return { x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t };
}

function toward(from: Point, to: Point, length: number): Point {
  const d = distance(from, to);
  return d === 0 ? from : between(from, to, length / d);
}

function cubic(p0: Point, [c1, c2, p3]: readonly [Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return { x: a * p0.x + b * c1.x + c * c2.x + d * p3.x, y: a * p0.y + b * c1.y + c * c2.y + d * p3.y };
}

/** The curve as a polyline, fine enough to move along. */
export function sample(curve: Curve, perPart = 16): Point[] {
  const points: Point[] = [curve.start];
  let from = curve.start;
  for (const part of curve.parts) {
    for (let k = 1; k <= perPart; k++) points.push(cubic(from, part, k / perPart));
    from = part[2];
  }
  return points;
}

/** The point at the fraction t (0…1) of a polyline's length. */
export function along(points: readonly Point[], t: number): Point {
  let total = 0;
  for (let k = 1; k < points.length; k++) total += distance(points[k - 1]!, points[k]!);
  let left = total * t;
  for (let k = 1; k < points.length; k++) {
    const length = distance(points[k - 1]!, points[k]!);
    if (left <= length) return length === 0 ? points[k]! : between(points[k - 1]!, points[k]!, left / length);
    left -= length;
  }
  return points[points.length - 1]!;
}
