// The look of the page around, as it is seen at the element: its colours, and whether it is light or dark.

import { COLOR_NAMES } from '../embed/theme.ts';

/** Red, green, blue, 0–255, and opacity 0–1, of a computed colour. */
function channels(color: string): [number, number, number, number] | undefined {
  const match = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? ?\/? ?([\d.]+%?))?\)$/.exec(color);
  if (match === null) return undefined;
  const alpha = match[4] === undefined ? 1 : parseFloat(match[4]) / (match[4].endsWith('%') ? 100 : 1);
  return [Number(match[1]), Number(match[2]), Number(match[3]), alpha];
}

/** Dark when what lies behind the element is: themes are told in too many ways to know them all. */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color === undefined || color[3] < 0.5) continue;
    const [red, green, blue] = color;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === 'dark') return true;
  return scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The host's `--sluice-…` variables, by the names that the figure knows. */
export function hostColors(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  const colors: Record<string, string> = {};
  for (const name of COLOR_NAMES) {
    const value = style.getPropertyValue(`--sluice-${name}`).trim();
    if (value !== '') colors[name] = value;
  }
  return colors;
}
