// Where the small boxes on the stage go, so that they lie over nothing: legend and watched variables keep a
// strip at the bottom and at the top; what is picked, and what is said about the end, take the first place
// with nothing in it, or else the picture makes room.

import type { Box } from '../model/geometry.ts';
import { NO_INSETS, type Insets } from '../stage/camera.ts';
import type { StageView } from '../stage/stage_view.ts';

/** Between a box and the edge, and between a box and the picture. */
const EDGE = 10;
const AIR = 8;

const PLACES = ['top-right', 'top', 'bottom-right', 'top-left', 'bottom-left', 'bottom'] as const;
type Place = (typeof PLACES)[number];

/** The boxes as they are on the stage now; null for those that are not there. */
export interface Overlays {
  readonly legend: HTMLElement | null;
  readonly watches: HTMLElement | null;
  /** What is picked, with its steps. */
  readonly selection: HTMLElement | null;
  /** What is said about the run as a whole. */
  readonly note: HTMLElement | null;
}

/** Puts the boxes into their places; returns the strips that the picture has to leave free. */
export function placeOverlays(panel: HTMLElement, view: StageView, overlays: Overlays): Insets {
  const { legend, watches, selection, note } = overlays;
  const top = watches === null ? 0 : watches.offsetHeight + EDGE;
  const bottom = legend === null ? NO_INSETS.bottom : Math.max(NO_INSETS.bottom, legend.offsetHeight + EDGE);
  let insets: Insets = { top, right: 0, bottom };
  // Places are looked at in the picture as it is without the boxes.
  view.setInsets(insets);
  const taken: Box[] = [];
  for (const box of [note, selection]) {
    if (box === null) continue;
    const place = freePlace(panel, view, box, insets, taken);
    const chosen = place ?? (box === note ? 'top' : 'top-right');
    box.dataset['place'] = chosen;
    box.style.setProperty('--above', `${insets.top + EDGE}px`);
    box.style.setProperty('--below', `${bottom + AIR}px`);
    if (place === undefined) {
      const beside = { ...insets, right: box.offsetWidth + EDGE + AIR };
      const below = { ...insets, top: insets.top + box.offsetHeight + EDGE };
      insets = box === selection && view.scaleWith(beside) > view.scaleWith(below) ? beside : below;
      view.setInsets(insets);
    }
    taken.push(rectOf(chosen, panel, box, insets));
  }
  return insets;
}

function freePlace(
  panel: HTMLElement,
  view: StageView,
  box: HTMLElement,
  insets: Insets,
  taken: readonly Box[],
): Place | undefined {
  return PLACES.find((place) => {
    const rect = rectOf(place, panel, box, insets);
    return !view.isBelow(rect) && !taken.some((other) => meet(rect, other));
  });
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function rectOf(place: Place, panel: HTMLElement, box: HTMLElement, insets: Insets): Box {
  const { offsetWidth: w, offsetHeight: h } = box;
  const free = panel.clientWidth - w;
  const x = place.endsWith('right') ? free - EDGE : place.endsWith('left') ? EDGE : free / 2;
  const y = place.startsWith('top') ? insets.top + EDGE : panel.clientHeight - insets.bottom - AIR - h;
  return { x: x - AIR, y: y - AIR, w: w + 2 * AIR, h: h + 2 * AIR };
}
