// The units of stepping with the words of their menu. Figures have no such menu and do not fetch it.

import type { StepUnit } from '../app/stepping.ts';

/** The units with the words of the menu. */
export const STEP_UNITS: readonly {
  readonly unit: StepUnit;
  readonly label: string;
  readonly what: string;
}[] = [
  { unit: 'event', label: 'event', what: 'one event' },
  { unit: 'statement', label: 'statement', what: 'the next statement of the chosen goroutine' },
  { unit: 'block', label: 'wait', what: 'where the chosen goroutine waits next' },
  { unit: 'object', label: 'channel', what: 'the next event on the chosen channel or lock' },
  { unit: 'output', label: 'output', what: 'the next line of output' },
  { unit: 'breakpoint', label: 'breakpoint', what: 'the next line with a breakpoint' },
];
