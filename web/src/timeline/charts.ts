// Charts below the timeline, on the same axis of time: how long the queues are, how many goroutines are busy,
// how many values get through. uPlot is loaded only when somebody asks for charts.

import uPlot from 'uplot';
import { formatCount, formatDuration } from '../model/format.ts';
import type { RunIndex } from '../model/run_index.ts';
import { seriesOf, type Series } from '../model/series.ts';
import type { Palette } from '../stage/palette.ts';
import { GState } from '../model/lanes.ts';

/** Counts have no halves: labels are whole numbers apart. */
const STEPS = [1, 2, 5]
  .flatMap((n) => [n, n * 10, n * 100, n * 1e3, n * 1e4, n * 1e5, n * 1e6])
  .sort((a, b) => a - b);
const BUCKETS = 600;

export interface ChartPlace {
  readonly width: number;
  readonly height: number;
  /** Pixels that the timeline leaves free beside its lanes. */
  readonly left: number;
  readonly right: number;
}

interface Line {
  readonly label: string;
  readonly values: Float64Array;
  readonly color: string;
  readonly dash?: number[];
}

const DASHES: readonly (number[] | undefined)[] = [undefined, [6, 3], [2, 3], [8, 3, 2, 3], [1, 3]];

export class Charts {
  private plots: uPlot[] = [];
  private head = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly seek: (timeNs: number) => void,
  ) {}

  /** Draws the charts of a run anew. */
  show(run: RunIndex, palette: Palette, place: ChartPlace): void {
    this.destroy();
    const series = seriesOf(run, BUCKETS);
    const charts: [string, Line[]][] = [
      ['values waiting', queueLines(run, series, palette)],
      [
        'goroutines',
        [
          { label: 'running', values: series.running, color: palette.states[GState.Running]! },
          {
            label: 'not blocked',
            values: series.atWork,
            color: palette.states[GState.Sleeping]!,
            dash: [6, 3],
          },
        ],
      ],
      ['values per second', [{ label: 'received', values: series.throughput, color: palette.accent }]],
    ];
    const shown = charts.filter(([, lines]) => lines.length > 0);
    const height = Math.floor(place.height / charts.length);
    for (const [title, lines] of shown)
      this.plots.push(this.plot(title, lines, series.timesNs, palette, { ...place, height }));
  }

  private plot(
    title: string,
    lines: Line[],
    times: Float64Array,
    palette: Palette,
    place: ChartPlace,
  ): uPlot {
    const font = `10.5px ${palette.sans}`;
    const axis = {
      stroke: palette.muted,
      font,
      grid: { stroke: palette.line, width: 1 },
      ticks: { show: false },
    };
    const options: uPlot.Options = {
      title,
      width: place.width,
      height: place.height,
      padding: [6, place.right, 2, 0],
      legend: { show: true, live: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: { x: { time: false }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.08)] } },
      axes: [
        { ...axis, size: 4, values: () => [] },
        {
          ...axis,
          size: place.left,
          gap: 6,
          space: 20,
          incrs: STEPS,
          values: (_, ticks) => ticks.map(formatCount),
        },
      ],
      series: [
        { label: 'time', value: (_, ns) => (ns === null ? '' : formatDuration(ns)) },
        ...lines.map((line) => ({
          label: line.label,
          stroke: line.color,
          width: 1.6,
          ...(line.dash === undefined ? {} : { dash: line.dash }),
          paths: uPlot.paths.stepped!({ align: -1 }),
          points: { show: false },
        })),
      ],
      hooks: { draw: [(u) => this.drawHead(u, palette)] },
    };
    const plot = new uPlot(options, [times, ...lines.map((line) => line.values)], this.root);
    plot.over.addEventListener('click', (event) => this.seek(plot.posToVal(event.offsetX, 'x')));
    return plot;
  }

  private drawHead(u: uPlot, palette: Palette): void {
    const x = u.valToPos(this.head, 'x', true);
    const { left, top, width, height } = u.bbox;
    if (x < left || x > left + width) return;
    u.ctx.fillStyle = palette.ink;
    u.ctx.fillRect(x - 0.75 * devicePixelRatio, top, 1.5 * devicePixelRatio, height);
  }

  /** The playhead, and the part of the run that the timeline shows. */
  follow(timeNs: number, from: number, to: number): void {
    for (const plot of this.plots) {
      const { min, max } = plot.scales['x']!;
      if (min !== from || max !== to) plot.setScale('x', { min: from, max: to });
      else if (this.head !== timeNs) plot.redraw(false, false);
    }
    this.head = timeNs;
  }

  destroy(): void {
    for (const plot of this.plots) plot.destroy();
    this.plots = [];
  }
}

function queueLines(run: RunIndex, series: Series, palette: Palette): Line[] {
  return series.queues.map(({ object, values }, k) => {
    const dash = DASHES[k % DASHES.length];
    const color = palette.tokens[k % palette.tokens.length]!;
    const line = { label: run.entities.objectName(object), values, color };
    return dash === undefined ? line : { ...line, dash };
  });
}
