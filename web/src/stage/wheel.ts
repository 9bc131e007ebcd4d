// Whether the wheel is for the picture or for the page around it.

/**
 * True when a turn of the wheel zooms. A figure lies in somebody's page, which is scrolled with the wheel:
 * there it zooms only with Ctrl or Cmd, as pinching on a touchpad gives.
 */
export function wheelIsOurs(event: Pick<WheelEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return window.parent === window || event.ctrlKey || event.metaKey;
}
