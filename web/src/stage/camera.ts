// From world to screen: fit the whole picture, then what the visitor zoomed and dragged on top.

import type { Box, Point } from '../model/geometry.ts';

export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Large screens may magnify more. */
const largestFit = (width: number): number => Math.max(1.5, Math.min(2.5, width / 900));
/** The legend lies over the bottom of the canvas. */
const LEGEND = 30;

/** Scale and shift that show `bounds` in the middle of a canvas of the given size. */
export function fitTransform(bounds: Box, width: number, whole: number): Transform {
  const height = Math.max(1, whole - LEGEND);
  const k = Math.min(width / bounds.w, height / bounds.h, largestFit(width));
  return { k, x: (width - bounds.w * k) / 2 - bounds.x * k, y: (height - bounds.h * k) / 2 - bounds.y * k };
}

export function compose(outer: Transform, inner: Transform): Transform {
  return { k: outer.k * inner.k, x: outer.k * inner.x + outer.x, y: outer.k * inner.y + outer.y };
}

export function toWorld(transform: Transform, at: Point): Point {
  return { x: (at.x - transform.x) / transform.k, y: (at.y - transform.y) / transform.k };
}
