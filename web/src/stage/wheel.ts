// Whether the wheel is for the picture or for the page around it.

/** A figure lies in somebody's page, which is being scrolled with the wheel. */
const inFrame = window.parent !== window;

/** True when a turn of the wheel zooms. In a frame only with Ctrl or Cmd, as pinching on a touchpad gives. */
export function wheelIsOurs(event: Pick<WheelEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return !inFrame || event.ctrlKey || event.metaKey;
}
