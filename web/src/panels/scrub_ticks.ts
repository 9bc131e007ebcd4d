// The small ticks above the position slider: where goroutines block, wake, sleep and print, by the
// colour of the state.

import { EventKind as K } from '../generated/events.ts';
import { GState, stateAfter } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { readPalette } from '../stage/palette.ts';

export class ScrubTicks {
  constructor(private readonly canvas: HTMLCanvasElement) {}

  draw(run: RunIndex | undefined): void {
    const { canvas } = this;
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    if (run === undefined || run.steps.length === 0 || width === 0) return;
    const ctx = canvas.getContext('2d')!;
    ctx.scale(ratio, ratio);
    const palette = readPalette(canvas);
    const pixels = Math.floor(width / 3);
    for (let k = 0; k < Math.min(pixels, run.steps.length); k++) {
      const step = run.steps.length <= pixels ? k : Math.floor((k * run.steps.length) / pixels);
      const event = run.steps.coreEvent(step);
      const state = run.store.kind(event) === K.Output ? GState.Running : stateAfter(run.store, event);
      if (state === GState.None || state === GState.Done) continue;
      ctx.fillStyle = palette.states[state]!;
      ctx.globalAlpha = 0.75;
      ctx.fillRect(((step + 1) / run.steps.length) * (width - 2), 2, 1.5, 5);
    }
  }
}
