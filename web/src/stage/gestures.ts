// Zooming and moving the picture with mouse, fingers and touchpad. A module of its own, because most figures
// are only looked at.

import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import type { Transform } from './camera.ts';
import { wheelIsOurs } from './wheel.ts';

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
  let user: Transform = zoomIdentity;
  const zoomer = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent(SCALES)
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return wheelIsOurs(event);
      // Browsers without a touch screen may not know the word.
      if ('TouchEvent' in window && event instanceof TouchEvent)
        return event.touches.length > 1 || user.k > 1;
      return !(event instanceof MouseEvent && event.button !== 0);
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
