// From world to screen: fit the whole picture, then what the visitor zoomed and dragged on top.

import type { Box, Point } from '../model/geometry.ts';

export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Large screens may magnify more. */
const largestFit = (width: number): number => Math.max(1.5, Math.min(2.5, width / 900));

/** Strips along the edges of the canvas, in its pixels, on which something else lies. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The legend lies over the bottom of the canvas, usually in one line. */
export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 30 };

/** Scale and shift that show `bounds` in the middle of what is free of a canvas of the given size. */
export function fitTransform(bounds: Box, width: number, height: number, insets = NO_INSETS): Transform {
  const w = Math.max(1, width - insets.right);
  const h = Math.max(1, height - insets.bottom - insets.top);
  const k = Math.min(w / bounds.w, h / bounds.h, largestFit(width));
  return {
    k,
    x: (w - bounds.w * k) / 2 - bounds.x * k,
    y: insets.top + (h - bounds.h * k) / 2 - bounds.y * k,
  };
}

export function compose(outer: Transform, inner: Transform): Transform {
  return { k: outer.k * inner.k, x: outer.k * inner.x + outer.x, y: outer.k * inner.y + outer.y };
}

export function toWorld(transform: Transform, at: Point): Point {
  return { x: (at.x - transform.x) / transform.k, y: (at.y - transform.y) / transform.k };
}
