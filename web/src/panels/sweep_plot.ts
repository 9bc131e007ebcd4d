// One number of the run against a slider, as a line to read and points to click; and the same as a table, for
// those who do not see it.

import { css, html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import uplotCss from 'uplot/dist/uPlot.min.css?inline';
import { SWEEP_METRICS, type SweepMetric, type SweepPoint } from '../app/sweep.ts';
import { valueLabel } from '../app/slider_values.ts';
import type { Slider } from '../engine/protocol.ts';
import { formatDuration } from '../model/format.ts';
import { shared } from './shared_styles.ts';

const HEIGHT = 220;

export function metricText(unit: string, value: number): string {
  if (unit === 'ns') return formatDuration(value);
  return unit === 'part' ? `${Math.round(value * 100)} %` : String(Math.round(value));
}

@customElement('sweep-plot')
export class SweepPlot extends LitElement {
  @property({ attribute: false }) points: readonly SweepPoint[] = [];
  @property({ attribute: false }) slider!: Slider;
  @property() metric: SweepMetric = 'time';
  @query('.plot') private box!: HTMLElement;
  private plot: uPlot | undefined;
  private shape = '';
  private observer: ResizeObserver | undefined;

  static override styles = [
    shared,
    unsafeCSS(uplotCss),
    css`
      :host {
        display: block;
      }
      .plot {
        height: 230px;
        cursor: pointer;
        /* Large screens enlarge texts (app_styles.ts); a chart finds the pointer only at its own size. */
        zoom: calc(1 / var(--zoom, 1));
      }
      .u-legend {
        display: none;
      }
      details {
        font-size: 13px;
        color: var(--muted);
      }
      summary {
        cursor: pointer;
        width: fit-content;
        border-radius: 4px;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
        color: var(--ink);
      }
      td,
      th {
        padding: 1px 14px 1px 0;
        text-align: right;
        font-weight: 400;
      }
    `,
  ];

  private get chosen(): (typeof SWEEP_METRICS)[number] {
    return SWEEP_METRICS.find(({ key }) => key === this.metric)!;
  }

  override render(): TemplateResult {
    const { label, unit, of } = this.chosen;
    return html`<div
        class="plot"
        role="img"
        aria-label=${`${label} against ${this.slider.name}; the table below has the numbers`}
        @click=${() => this.pick()}
      ></div>
      ${
        this.points.length === 0
          ? nothing
          : html`<details>
              <summary>As a table</summary>
              <table>
                <tr>
                  <th scope="col">${this.slider.name}</th>
                  <th scope="col">${label}</th>
                  <th scope="col">ends</th>
                </tr>
                ${this.points.map(
                  ({ value, measures, outcome }) =>
                    html`<tr>
                      <th scope="row">${valueLabel(this.slider, value)}</th>
                      <td>${metricText(unit, of(measures))}</td>
                      <td>${outcome.kind}</td>
                    </tr>`,
                )}
              </table>
            </details>`
      }`;
  }

  protected override firstUpdated(): void {
    this.observer = new ResizeObserver(() => {
      if (this.box.clientWidth > 0) this.plot?.setSize({ width: this.box.clientWidth, height: HEIGHT });
    });
    this.observer.observe(this.box);
    window.addEventListener('sluice-theme', this.restyle);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    window.removeEventListener('sluice-theme', this.restyle);
    this.plot?.destroy();
    this.plot = undefined;
    this.shape = '';
  }

  private readonly restyle = (): void => {
    this.shape = '';
    this.requestUpdate();
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { of } = this.chosen;
    const data: uPlot.AlignedData = [
      this.points.map(({ value }) => value),
      this.points.map(({ measures }) => of(measures)),
    ];
    const shape = `${this.slider.name} ${this.metric}`;
    if (shape !== this.shape) {
      this.shape = shape;
      this.plot?.destroy();
      this.plot = new uPlot(this.options(), data, this.box);
    } else this.plot?.setData(data);
  }

  private options(): uPlot.Options {
    const style = getComputedStyle(this);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const { unit, label } = this.chosen;
    const axis = {
      stroke: colour('--muted'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { stroke: colour('--line'), width: 1 },
      font: `${Math.round(12 * (Number(style.getPropertyValue('--zoom')) || 1))}px system-ui, sans-serif`,
    };
    const logarithmic = this.slider.log && this.slider.min > 0;
    return {
      width: Math.max(200, this.box.clientWidth),
      height: HEIGHT,
      scales: {
        x: { time: false, distr: logarithmic ? 3 : 1 },
        y: { range: (_, __, max) => [0, max * 1.08 || 1] },
      },
      cursor: {
        points: { size: 9 },
        // Nothing is marked by dragging: a click is a click.
        drag: { x: false, y: false, setScale: false, click: () => {} },
      },
      series: [
        {},
        {
          label,
          stroke: colour('--accent'),
          width: 2,
          points: { show: true, size: 6, fill: colour('--accent') },
        },
      ],
      axes: [
        {
          ...axis,
          // Half a worker is none.
          ...(this.slider.kind === 'int'
            ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1e4, 1e5, 1e6] }
            : {}),
          values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : valueLabel(this.slider, tick))),
        },
        { ...axis, size: 62, values: (_, ticks) => ticks.map((tick) => metricText(unit, tick)) },
      ],
    };
  }

  /** A click takes the slider to the point below the pointer. */
  private pick(): void {
    const index = this.plot?.cursor.idx;
    const point = typeof index === 'number' ? this.points[index] : undefined;
    if (point !== undefined) this.dispatchEvent(new CustomEvent('pick', { detail: point.value }));
  }
}
