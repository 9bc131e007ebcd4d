// Comparing: what stands on the right, by how much the two runs differ, and a sweep over a slider.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { OWN_PROGRAM } from '../app/catalogue.ts';
import { CATALOGUE } from '../app/catalogue_names.ts';
import type { Comparison, Difference } from '../app/comparison.ts';
import { SWEEP_METRICS, type SweepMetric } from '../app/sweep.ts';
import type { Topic } from '../app/session.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { metricText } from './sweep_plot.ts';
import './slider_bar.ts';
import './sweep_plot.ts';

@customElement('compare-panel')
export class ComparePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'run', 'status', 'compare'];
  @property({ type: Boolean }) open = false;
  @state() private chosen = '';

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 12px 20px 24px;
      }
      h2 {
        margin: 16px 0 6px;
        font-size: 14.5px;
      }
      h2:first-child {
        margin-top: 0;
      }
      p {
        margin: 0 0 8px;
        color: var(--muted);
        font-size: 14px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
        margin-bottom: 8px;
        font-size: 14px;
      }
      select {
        border-radius: 8px;
        padding: 4px;
        max-width: 100%;
        font-size: 14px;
      }
      input.seed {
        width: 4em;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--panel);
        padding: 4px 8px;
        font-size: 14px;
      }
      slider-bar {
        padding: 6px 0;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 13.5px;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 4px 0 4px 8px;
        text-align: right;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
      }
      thead th {
        color: var(--muted);
        font-size: 12.5px;
      }
      th:first-child {
        text-align: left;
        padding-left: 0;
      }
      td.same {
        color: var(--muted);
      }
      progress {
        accent-color: var(--accent);
        width: 8em;
      }
    `,
  ];

  override render(): TemplateResult {
    const { comparison } = this.session.beside;
    if (comparison === undefined) {
      return html`<h2>Two runs side by side</h2>
        <p>
          Put another run beside this one, on one clock: with other parameters, another seed, or another
          program.
        </p>
        <button class="line" data-compare @click=${() => this.session.beside.compare('')}>Compare</button>`;
    }
    return html`${this.rightSide(comparison)} ${this.table(comparison)} ${this.sweep(comparison)}`;
  }

  private rightSide(comparison: Comparison): TemplateResult {
    const { right } = comparison;
    return html`<h2 id="right">On the right</h2>
      <div class="row">
        <select
          class="line"
          aria-label="Program on the right"
          data-right-program
          @change=${(e: Event) => right.choose((e.target as HTMLSelectElement).value)}
        >
          ${CATALOGUE.map(
            (p) => html`<option value=${p.id} ?selected=${p.id === right.program.id}>${p.title}</option>`,
          )}
          <option value=${OWN_PROGRAM.id} ?selected=${right.program.id === OWN_PROGRAM.id}>
            ${OWN_PROGRAM.title}
          </option>
        </select>
        <label
          >seed
          <input
            class="seed"
            type="text"
            inputmode="numeric"
            data-right-seed
            .value=${String(right.seed)}
            @change=${(e: Event) => {
              const input = e.target as HTMLInputElement;
              const seed = Number(input.value);
              if (/^\d+$/.test(input.value.trim()) && Number.isSafeInteger(seed)) right.setSeed(seed);
              input.value = String(right.seed);
            }}
        /></label>
        <button class="line" title="Left and right change places" @click=${() => void comparison.swap()}>
          Swap
        </button>
        <button class="line" data-end @click=${() => this.session.beside.end()}>End comparison</button>
      </div>
      <slider-bar .session=${right} role="group" aria-label="Parameters on the right"></slider-bar>
      ${
        right.status === 'invalid' || right.status === 'failed'
          ? html`<p>The program on the right does not run: ${right.failure || 'it does not compile'}.</p>`
          : nothing
      }`;
  }

  private table(comparison: Comparison): TemplateResult {
    const lines = comparison.differences;
    if (lines.length === 0) return html`<p role="status">Running…</p>`;
    return html`<h2>The difference</h2>
      <p data-summary>${summary(lines)}</p>
      <table data-differences>
        <thead>
          <tr>
            <td></td>
            <th scope="col">left</th>
            <th scope="col">right</th>
            <th scope="col">right is</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) =>
              html`<tr title=${line.what}>
                <th scope="row">${line.name}</th>
                <td>${metricText(line.unit, line.left)}</td>
                <td>${metricText(line.unit, line.right)}</td>
                <td class=${line.left === line.right ? 'same' : ''}>${ratio(line)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private sweep(comparison: Comparison): TemplateResult | typeof nothing {
    const { sweep, left } = comparison;
    const sliders = left.sliders;
    if (sliders.length === 0) return nothing;
    const name = this.chosen || sweep.slider || sliders[0]!.name;
    const slider = sliders.find((s) => s.name === name) ?? sliders[0]!;
    const swept = sliders.find((s) => s.name === sweep.slider);
    return html`<h2>Against a parameter</h2>
      <div class="row">
        <select
          class="line"
          aria-label="What to show"
          @change=${(e: Event) => sweep.setMetric((e.target as HTMLSelectElement).value as SweepMetric)}
        >
          ${SWEEP_METRICS.map(
            ({ key, label }) =>
              html`<option value=${key} ?selected=${key === sweep.metric}>${label}</option>`,
          )}
        </select>
        against
        <select
          class="line"
          aria-label="Parameter"
          data-sweep-slider
          @change=${(e: Event) => (this.chosen = (e.target as HTMLSelectElement).value)}
        >
          ${sliders.map(
            (s) => html`<option value=${s.name} ?selected=${s.name === slider.name}>${s.name}</option>`,
          )}
        </select>
        ${
          sweep.running
            ? html`<button class="line" @click=${() => sweep.cancel()}>Stop</button>
                <progress aria-label="Runs done" max=${sweep.total} value=${sweep.points.length}></progress>`
            : html`<button class="line" data-sweep @click=${() => void sweep.start(slider)}>
                Run them all
              </button>`
        }
      </div>
      <p role="status">${sweep.failure}${this.points(comparison)}</p>
      ${
        swept === undefined
          ? nothing
          : html`<sweep-plot
              .points=${[...sweep.points]}
              .slider=${swept}
              metric=${sweep.metric}
              @pick=${(e: CustomEvent<number>) => this.session.setSlider(swept.name, e.detail)}
            ></sweep-plot>`
      }`;
  }

  private points({ sweep }: Comparison): string {
    if (sweep.slider === '' || sweep.running) return '';
    const cut = sweep.points.filter(({ outcome }) => outcome.kind === 'stopped').length;
    const told = cut === 0 ? '' : `${cut} of these runs were cut off because they do not end. `;
    return sweep.outdated ? `${told}The program has been changed since these runs.` : told.trim();
  }
}

/** The difference in total time as a sentence. */
function summary([time]: readonly Difference[]): string {
  if (time === undefined) return '';
  const { left, right } = time;
  if (left === right) return `Both runs take ${metricText('ns', left)}.`;
  const by = metricText('ns', Math.abs(left - right));
  return `The right run takes ${by} ${right > left ? 'longer' : 'less'} than the left one.`;
}

/** "half as much", "3 × as much": numbers people would say. */
function ratio({ left, right }: Difference): string {
  if (left === right) return 'the same';
  if (left === 0) return 'more';
  if (right === 0) return 'none';
  const times = right / left;
  if (times > 0.995 && times < 1.005) return 'the same';
  return times >= 2 ? `${Number(times.toFixed(1))} ×` : `${Math.round(times * 100)} %`;
}
