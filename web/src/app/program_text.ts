// A program's text and the values in it.

import type { Slider } from '../engine/protocol.ts';
import { parseValue, rewrite } from './slider_values.ts';

/** The source with the values after every slider directive left out, to tell an edit from a moved slider. */
export function stripValues(source: string): string {
  return source.replace(/^(\s*\/\/sluice:slider[^\n]*\n[^=\n]*=).*$/gm, '$1');
}

/** The source with values from an address or an experiment; what no slider knows is left out. */
export function withParameters(
  source: string,
  sliders: readonly Slider[],
  parameters: Readonly<Record<string, string>>,
): string {
  const values = new Map<string, number>();
  for (const slider of sliders) {
    const text = parameters[slider.name];
    if (text === undefined) continue;
    const value = parseValue(slider, text);
    if (Number.isFinite(value)) values.set(slider.name, Math.min(slider.max, Math.max(slider.min, value)));
  }
  return rewrite(source, sliders, values);
}
