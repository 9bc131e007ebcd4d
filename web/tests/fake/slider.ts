// A slider for tests: whole numbers from 1 to 16.

import type { Slider } from '../../src/engine/protocol.ts';

export const slider = (change: Partial<Slider>): Slider => ({
  name: 'n',
  label: '',
  kind: 'int',
  value: 3,
  min: 1,
  max: 16,
  step: 1,
  log: false,
  line: 1,
  column: 1,
  offset: 0,
  length: 1,
  ...change,
});
