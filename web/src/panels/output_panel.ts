// What the program has printed so far, newest at the bottom, each line with its virtual time; and how it
// ended, in Go's words.

import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatTime } from '../model/format.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const MOST_LINES = 400;
/** Height of the heading that stays at the top. */
const HEADING = 32;

@customElement('output-panel')
export class OutputPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status'];

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        overflow: auto;
        padding: 0 0 10px;
        font: 12.5px/1.65 var(--mono);
      }
      h2 {
        position: sticky;
        top: 0;
        margin: 0 0 2px;
        padding: 8px 20px 2px;
        background: var(--paper);
        font: 600 12px/1.5 var(--sans);
        color: var(--muted);
      }
      div {
        display: flex;
        padding: 0 20px;
      }
      div.now {
        background: color-mix(in srgb, var(--accent) 9%, transparent);
      }
      time {
        flex: none;
        width: 6.6em;
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      span {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .error span {
        color: var(--block);
      }
      .empty {
        padding: 0 20px;
        margin: 0;
        color: var(--muted);
        font-family: var(--sans);
      }
      pre {
        margin: 6px 20px 0;
        padding: 8px 12px;
        border-left: 3px solid var(--block);
        background: color-mix(in srgb, var(--block) 8%, transparent);
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  private shown = '';

  /** Most steps print nothing: laying the lines out again would cost a frame each. */
  protected override shouldUpdate(): boolean {
    const { run, player, runNumber, outcome } = this.session;
    const last = player.step < 0 || run === undefined ? -1 : run.steps.lastEvent(player.step);
    const first = player.step < 0 || run === undefined ? 0 : run.steps.firstEvent(player.step);
    const count = run?.outputsUpTo(last) ?? 0;
    const fresh = count - (run?.outputsUpTo(first - 1) ?? 0);
    const shown = `${runNumber} ${count} ${fresh} ${player.atEnd} ${outcome?.kind} ${run?.store.endTime}`;
    if (shown === this.shown) return false;
    this.shown = shown;
    return true;
  }

  override render(): TemplateResult {
    const { run, player } = this.session;
    return html`<h2>Output</h2>
      ${run === undefined ? nothing : this.lines()}${this.ending(player.atEnd)}`;
  }

  private lines(): TemplateResult | TemplateResult[] {
    const { run, player } = this.session;
    if (run === undefined) return [];
    const last = player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    const first = player.step < 0 ? 0 : run.steps.firstEvent(player.step);
    const count = run.outputsUpTo(last);
    if (count === 0) return html`<p class="empty">Nothing printed yet.</p>`;
    const shown = run.outputs.slice(Math.max(0, count - MOST_LINES), count);
    return shown.map(
      (line) =>
        html`<div class="${line.event >= first ? 'now' : ''} ${line.stream === 2 ? 'error' : ''}" data-output>
          <time>${formatTime(line.timeNs, run.store.endTime)}</time
          ><span>${line.text.replace(/\n$/, '')}</span>
        </div>`,
    );
  }

  /** Once the playhead is at the end, what Go prints about it. */
  private ending(atEnd: boolean): TemplateResult | typeof nothing {
    const { outcome, run } = this.session;
    if (!atEnd || outcome === undefined || outcome.message === '' || outcome.kind === 'done') return nothing;
    if (run?.outputs.some((line) => line.stream === 2 && line.text.includes(outcome.message)) === true)
      return nothing;
    return html`<pre>${outcome.message.trimEnd()}</pre>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const last = this.renderRoot.lastElementChild;
    const tall = last instanceof HTMLElement && last.offsetHeight > this.clientHeight - HEADING;
    this.scrollTop = tall ? last.offsetTop - HEADING : this.scrollHeight;
  }
}
