// Zooming and moving the picture with mouse, fingers and touchpad. A module of its own, because most figures
// are only looked at.

import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import type { Transform } from './camera.ts';

export interface Gestures {
  /** Back to the whole picture. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Moves the picture by pixels. */
  panBy(dx: number, dy: number): void;
}

/** So far out, and so far in. */
const SCALES: [number, number] = [0.25, 8];

/**
 * Makes a canvas listen to gestures.
 * @param onMove told after each one how the picture lies on its fitted place
 */
export function gesturesOn(canvas: HTMLCanvasElement, onMove: (user: Transform) => void): Gestures {
  // In a frame the wheel belongs to the page around, which the reader scrolls; a touchpad's pinch has Ctrl.
  const framed = window.parent !== window;
  let user: Transform = zoomIdentity;
  const zoomer = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent(SCALES)
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return !framed || event.ctrlKey || event.metaKey;
      return !(event instanceof TouchEvent && event.touches.length < 2) || user.k > 1;
    })
    .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      user = event.transform;
      onMove(user);
    });
  const picture = select(canvas).call(zoomer).on('dblclick.zoom', null);
  return {
    fit: () => picture.call(zoomer.transform, zoomIdentity),
    zoomBy: (factor) => picture.call(zoomer.scaleBy, factor),
    panBy: (dx, dy) => picture.call(zoomer.translateBy, dx / user.k, dy / user.k),
  };
}
