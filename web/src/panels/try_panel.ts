// Experiments: the program's `//sluice:try` lines as buttons, each with what it changes and what is expected.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { parseExperiment, type Experiment } from '../app/catalogue.ts';
import type { Topic } from '../app/session.ts';
import { parseValue } from '../app/slider_values.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { sliderLabel } from './slider_bar.ts';

@customElement('try-panel')
export class TryPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source', 'status'];

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 14px 20px 24px;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: 10px;
      }
      button {
        display: block;
        width: 100%;
        text-align: left;
        padding: 10px 14px;
        white-space: normal;
        border: 1px solid var(--line);
        background: var(--panel);
      }
      button[aria-pressed='true'] {
        border-color: var(--accent);
        box-shadow: inset 3px 0 var(--accent);
      }
      b {
        display: block;
        font-weight: 600;
        font-size: 14.5px;
      }
      small {
        color: var(--muted);
        font-size: 13px;
      }
      p {
        margin: 0 0 12px;
        color: var(--muted);
        font-size: 14px;
      }
    `,
  ];

  override render(): TemplateResult {
    const experiments = this.session.experiments.map(parseExperiment).filter((e) => e !== undefined);
    if (experiments.length === 0) {
      return html`<p>
        This program proposes no experiments. A line such as
        <code>//sluice:try "No buffer" buffer=0 -&gt; done</code> makes one.
      </p>`;
    }
    return html`<p>What will happen? Make up your mind first, then try.</p>
      <ol>
        ${experiments.map((experiment) => this.one(experiment))}
      </ol>
      ${
        this.session.program.id === 'own'
          ? nothing
          : html`<p></p>
              <button @click=${() => this.session.reset()}>
                <b>Back to the start</b><small>every value as it was</small>
              </button>`
      }`;
  }

  private one(experiment: Experiment): TemplateResult {
    const { sliders } = this.session;
    const changes = Object.entries(experiment.values).map(([name, value]) => {
      const slider = sliders.find((s) => s.name === name);
      return `${slider === undefined ? name : sliderLabel(slider)} ${value}`;
    });
    const set = Object.entries(experiment.values).every(([name, value]) => {
      const slider = sliders.find((s) => s.name === name);
      return slider !== undefined && slider.value === parseValue(slider, value);
    });
    const ends =
      experiment.outcome === '' || experiment.outcome === 'done' ? '' : ` · ends in ${experiment.outcome}`;
    return html`<li>
      <button
        aria-pressed=${set ? 'true' : 'false'}
        @click=${() => this.session.experiment(experiment.values, experiment.seed)}
      >
        <b>${experiment.title}</b><small>${changes.join(', ')}${ends}</small>
      </button>
    </li>`;
  }
}
