// The colours and fonts of the drawing, read from the page's CSS variables, so that one place decides
// what the page looks like and an author can override it.

import { GState } from '../model/lanes.ts';

export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly soft: string;
  readonly accent: string;
  readonly pipe: string;
  readonly pipeEdge: string;
  readonly onToken: string;
  /** By state number. */
  readonly states: readonly string[];
  /** Token families. */
  readonly tokens: readonly string[];
  readonly sans: string;
  readonly mono: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const get = (name: string): string => style.getPropertyValue(name).trim();
  const states: string[] = [];
  states[GState.None] = get('--done');
  states[GState.Running] = get('--run');
  states[GState.Runnable] = get('--ready');
  states[GState.Blocked] = get('--block');
  states[GState.Sleeping] = get('--sleep');
  states[GState.Done] = get('--done');
  return {
    paper: get('--paper'),
    panel: get('--panel'),
    ink: get('--ink'),
    muted: get('--muted'),
    line: get('--line'),
    soft: get('--soft'),
    accent: get('--accent'),
    pipe: get('--pipe'),
    pipeEdge: get('--pipe-edge'),
    onToken: get('--on-token'),
    states,
    tokens: [1, 2, 3, 4, 5, 6].map((n) => get(`--t${n}`)),
    sans: get('--sans'),
    mono: get('--mono'),
  };
}
