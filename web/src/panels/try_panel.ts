// Experiments: the program's `//sluice:try` lines. The reader predicts first, then the run is shown and the
// engine says who was right.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { parseValue, sliderLabel, valueLabel } from '../app/slider_values.ts';
import type { Experiment, Report } from '../engine/protocol.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { tryStyles } from './try_styles.ts';

/** What the reader has done about one experiment. */
interface Attempt {
  /** The choice that was picked; -1: none, just run. */
  readonly picked: number;
  /** Absent while the engine is at work. */
  readonly report?: Report;
}

@customElement('try-panel')
export class TryPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source', 'status'];
  private attempts = new Map<string, Attempt>();
  private program = '';

  static override styles = [shared, tryStyles];

  override willUpdate(): void {
    if (this.program === this.session.program.id) return;
    this.program = this.session.program.id;
    this.attempts = new Map();
  }

  override updated(_: PropertyValues): void {
    const wanted = this.session.wantedExperiment;
    if (wanted === undefined || this.session.experiments.length === 0) return;
    this.session.wantedExperiment = undefined;
    const card = this.renderRoot.querySelectorAll<HTMLElement>('li')[wanted];
    card?.scrollIntoView({ block: 'start' });
    card?.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    const { experiments, program } = this.session;
    if (experiments.length === 0) {
      return html`<p>
        This program proposes no experiments. A line such as
        <code>//sluice:try "No buffer" buffer=0 -&gt; done</code> makes one.
      </p>`;
    }
    return html`<p>Say what will happen, then see who is right: you or the program.</p>
      <ol>
        ${experiments.map((experiment) => this.card(experiment))}
      </ol>
      ${
        program.id === 'own'
          ? nothing
          : html`<button class="line reset" @click=${() => this.session.reset()}>
              Every value as it was
            </button>`
      }`;
  }

  private key(experiment: Experiment): string {
    return `${experiment.line} ${experiment.title}`;
  }

  private card(experiment: Experiment): TemplateResult {
    const attempt = this.attempts.get(this.key(experiment));
    return html`<li class=${this.isSet(experiment) ? 'set' : ''}>
      <h2>${experiment.title}</h2>
      ${experiment.ask === '' ? nothing : html`<p class="ask">“${experiment.ask}”</p>`}
      <p class="changes">${this.changes(experiment)}</p>
      ${
        experiment.choices.length === 0
          ? html`<button class="line" @click=${() => this.attempt(experiment, -1)}>Run it</button>`
          : this.choices(experiment, attempt)
      }
      <div role="status">${attempt === undefined ? nothing : this.verdict(experiment, attempt)}</div>
    </li>`;
  }

  private choices(experiment: Experiment, attempt: Attempt | undefined): TemplateResult {
    const { report } = attempt ?? {};
    const happened = html`<span class="hidden"> (this is what happened)</span>`;
    return html`<div class="choices" role="group" aria-label="What will happen?">
      ${experiment.choices.map((choice, k) => {
        const right = report?.choices[k] === true;
        const picked = attempt?.picked === k;
        const mark = report === undefined ? '' : right ? '✓' : picked ? '✗' : '';
        return html`<button
          class="choice ${report === undefined ? '' : right ? 'right' : picked ? 'wrong' : 'other'}"
          aria-pressed=${picked ? 'true' : 'false'}
          @click=${() => this.attempt(experiment, k)}
        >
          <span class="mark" aria-hidden="true">${mark}</span>
          <span>${choice}${right ? happened : nothing}</span>
        </button>`;
      })}
    </div>`;
  }

  private verdict(experiment: Experiment, { picked, report }: Attempt): TemplateResult {
    if (report === undefined) return html`<p class="verdict">Running…</p>`;
    if (report.error !== '') return html`<p class="verdict bad">It could not be run: ${report.error}</p>`;
    const right = picked >= 0 && report.choices[picked] === true;
    return html`${
        picked < 0
          ? nothing
          : html`<p class="verdict ${right ? 'good' : 'bad'}">
              ${right ? 'You were right.' : 'The program disagrees.'}
            </p>`
      }
      ${experiment.because === '' ? nothing : html`<p>${experiment.because}</p>`}
      <details>
        <summary>What was measured</summary>
        <ul>
          ${report.claims.map(
            ({ claim, holds, found }) =>
              html`<li class="claim">
                <code>${claim}</code> ${holds ? 'holds' : 'does not hold'}${found === '' ? '' : `: ${found}`}
              </li>`,
          )}
        </ul>
      </details>`;
  }

  /** What an experiment changes, in the words of the sliders. */
  private changes(experiment: Experiment): string {
    const { sliders } = this.session;
    const parts = Object.entries(experiment.parameters).map(([name, value]) => {
      const slider = sliders.find((s) => s.name === name);
      if (slider === undefined) return `${name} = ${value}`;
      return `${sliderLabel(slider)} = ${valueLabel(slider, parseValue(slider, value))}`;
    });
    if (experiment.processors > 0) parts.push(`processors = ${experiment.processors}`);
    if (experiment.hasInputs) parts.push(experiment.inputs.join(', ') || 'nothing from outside');
    if (experiment.seeds > 1) parts.push(`over ${experiment.seeds} schedules`);
    return parts.length === 0 ? 'As it stands' : parts.join(' · ');
  }

  /** The program runs now as the experiment wants it. */
  private isSet(experiment: Experiment): boolean {
    const { sliders, processors } = this.session;
    const parameters = Object.entries(experiment.parameters);
    if (parameters.length === 0) return false;
    return (
      processors === experiment.processors &&
      parameters.every(([name, value]) => {
        const slider = sliders.find((s) => s.name === name);
        return slider !== undefined && slider.value === parseValue(slider, value);
      })
    );
  }

  private async attempt(experiment: Experiment, picked: number): Promise<void> {
    const key = this.key(experiment);
    const { attempts } = this;
    const set = (attempt: Attempt): void => {
      attempts.set(key, attempt);
      this.requestUpdate();
    };
    set({ picked });
    const judged = this.session.conduct(experiment);
    this.session.experiment(experiment);
    try {
      set({ picked, report: await judged });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      set({ picked, report: { title: '', line: 0, error: why, holds: false, claims: [], choices: [] } });
    }
  }
}
