// What went wrong in this run, each finding where it happened: Go's words, ours, the chain of who waits for
// whom, and what to try.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MOST_GOROUTINES } from '../app/inspector.ts';
import { Probe } from '../app/probe.ts';
import type { Topic } from '../app/session.ts';
import { formatDuration } from '../model/format.ts';
import type { Finding } from '../model/findings.ts';
import { holdersOf } from '../model/inspection.ts';
import type { RunIndex } from '../model/run_index.ts';
import { chainOf } from '../model/wait_graph.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import './wait_chain.ts';

@customElement('findings-panel')
export class FindingsPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['run', 'status'];
  /** The tab is the one that is shown. */
  @property({ type: Boolean }) open = false;
  /** Who has which channel at the end of the run: makes the chains complete. */
  @state() private holders: ReturnType<typeof holdersOf> = new Map();
  private askedFor = -1;
  private probe: Probe | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 14px 20px 24px;
      }
      article {
        border-left: 3px solid var(--line);
        padding: 0 0 4px 14px;
        margin-bottom: 22px;
      }
      .error {
        border-color: var(--block);
      }
      .warning {
        border-color: var(--ready);
      }
      h2 {
        margin: 0 0 4px;
        font-size: 16px;
        line-height: 1.35;
      }
      h3 {
        margin: 10px 0 2px;
        font-size: 13px;
        color: var(--muted);
        font-weight: 600;
      }
      pre {
        margin: 4px 0 8px;
        font: 12.5px/1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        color: var(--block);
      }
      .warning pre,
      .note pre {
        color: var(--muted);
      }
      p {
        margin: 0 0 6px;
        font-size: 14.5px;
      }
      p.none {
        color: var(--muted);
      }
      ul {
        margin: 0;
        padding-left: 18px;
        font-size: 14px;
      }
      li {
        margin: 2px 0;
      }
      .go {
        font-size: 13px;
        padding: 3px 10px;
        margin-top: 8px;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { run, states, outcome } = this.session;
    if (run === undefined || states === undefined) return nothing;
    const { findings } = this.session;
    if (findings.length === 0) {
      return html`<p class="none">
        ${
          outcome === undefined
            ? 'The run has not ended yet. So far nothing went wrong.'
            : 'Nothing went wrong in this run: no deadlock, no panic that nobody caught, nobody left ' +
              'behind. Another seed may tell another story.'
        }
      </p>`;
    }
    return html`${findings.map((finding) => this.one(run, finding))}`;
  }

  private one(run: RunIndex, finding: Finding): TemplateResult {
    const step = run.steps.stepOfEvent(finding.event);
    const time = formatDuration(run.store.time(finding.event));
    return html`<article class=${finding.severity} data-finding=${finding.kind}>
      <h2>${finding.title}</h2>
      ${finding.go === '' ? nothing : html`<pre>${finding.go}</pre>`}
      ${finding.means.split('\n').map((text) => html`<p>${text}</p>`)} ${this.chain(run, finding)}
      ${
        finding.tries.length === 0
          ? nothing
          : html`<h3>What to try</h3>
              <ul>
                ${finding.tries.map((text) => html`<li>${text}</li>`)}
              </ul>`
      }
      <button class="line go" @click=${() => this.goTo(step, finding)}>
        Show the moment${finding.line === 0 ? '' : `, line ${finding.line}`} (${time})
      </button>
    </article>`;
  }

  private chain(run: RunIndex, finding: Finding): TemplateResult | typeof nothing {
    const waits = finding.kind === 'deadlock' || finding.kind === 'leak';
    const first = finding.goroutines[0];
    if (!waits || first === undefined) return nothing;
    const state = this.session.states!.another().at(run.store.length - 1);
    const chain = chainOf(run, state, first, this.holders);
    if (chain.waits.length === 0) return nothing;
    return html`<h3>Who waits for whom</h3>
      <wait-chain .chain=${chain} .run=${run} .state=${state}></wait-chain>`;
  }

  private goTo(step: number, finding: Finding): void {
    const { player, selected } = this.session;
    player.pause();
    player.jump(step);
    const g = finding.goroutines[0];
    if (g !== undefined && !(selected?.kind === 'goroutine' && selected.id === g))
      this.session.select({ kind: 'goroutine', id: g });
  }

  /** Channels in variables are asked of the engine once per run, when there is a chain to draw. */
  protected override updated(): void {
    const { runNumber, findings, run, outcome } = this.session;
    if (!this.open || run === undefined || outcome === undefined || this.askedFor === runNumber) return;
    if (!findings.some((f) => f.kind === 'deadlock' || f.kind === 'leak')) return;
    this.askedFor = runNumber;
    this.holders = new Map();
    this.probe ??= new Probe(this.session);
    void this.probe
      .at(run.store.length, findings.flatMap((f) => f.goroutines).slice(0, MOST_GOROUTINES))
      .then((inside) => {
        if (inside !== undefined && this.session.runNumber === runNumber) this.holders = holdersOf(inside);
      })
      // Without it the chain is drawn from what the events tell.
      .catch(() => this.probe?.forget());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.probe?.dispose();
    this.probe = undefined;
  }
}
