// A program's text and the values in it.

import type { Slider } from '../engine/protocol.ts';
import { parseValue, rewrite } from './slider_values.ts';

/** The first heading of the package comment, or the file's name in words. */
export function titleOf(source: string, id: string): string {
  const heading = /^\/\/ # (.+)$/m.exec(source);
  if (heading !== null) return heading[1]!.trim();
  const words = id.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The source with the values after every slider directive left out, to tell an edit from a moved slider. */
export function stripValues(source: string): string {
  return source.replace(/^(\s*\/\/sluice:slider[^\n]*\n[^=\n]*=).*$/gm, '$1');
}

/** Names that other sites add to links of their own accord. */
const FOREIGN = /^(utm_\w+|fbclid|gclid|ref)$/;

/** What is wrong with values from a link, one sentence each; withParameters makes the best of them. */
export function parameterProblems(
  sliders: readonly Slider[],
  parameters: Readonly<Record<string, string>>,
): string[] {
  const problems: string[] = [];
  for (const [name, text] of Object.entries(parameters)) {
    if (FOREIGN.test(name)) continue;
    const slider = sliders.find((s) => s.name === name);
    const value = slider === undefined ? NaN : parseValue(slider, text);
    if (slider === undefined) problems.push(`This program has no slider called “${name}”.`);
    else if (!Number.isFinite(value)) problems.push(`${name} cannot be “${text}”; its usual value is used.`);
    else if (value < slider.min || value > slider.max)
      problems.push(`${name} cannot be ${text}; the nearest value that it can have is used.`);
  }
  return problems;
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
