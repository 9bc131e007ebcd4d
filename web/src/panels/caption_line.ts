// The caption of the figure: the current step as one sentence, in which names carry the colour of their
// state. A screen reader hears it too, but not every one of fifty a second.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import type { Checkpoints } from '../model/checkpoints.ts';
import { formatTime } from '../model/format.ts';
import { STATE_NAMES } from '../model/lanes.ts';
import { captionOfStep, plainText, type Part } from '../model/narration.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const SPEAK_EVERY_MS = 1200;

@customElement('caption-line')
export class CaptionLine extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status'];
  private spoken = '';
  private spokenAt = 0;
  /** A walk of its own: the caption needs the state before the step, everybody else the one after it. */
  private walk: Checkpoints | undefined;
  private walked: Checkpoints | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 14px;
        align-items: baseline;
        padding: 10px 24px;
        min-height: 46px;
        background: var(--panel);
      }
      time {
        color: var(--muted);
        font: 13px/1.6 var(--mono);
        font-variant-numeric: tabular-nums;
        flex: none;
        min-width: 5em;
      }
      p {
        margin: 0;
        min-height: 1.5em;
        overflow-wrap: anywhere;
      }
      b {
        font-weight: 600;
      }
      .value {
        font-family: var(--mono);
        font-size: 0.94em;
      }
      .running {
        color: var(--run);
      }
      .runnable {
        color: var(--ready);
      }
      .blocked {
        color: var(--block);
      }
      .sleeping {
        color: var(--sleep);
      }
      .done {
        color: var(--done);
      }
      @media (max-width: 760px) {
        :host {
          padding: 8px 16px;
          gap: 10px;
          min-height: 58px;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { run, states, player } = this.session;
    if (run === undefined || states === undefined) return html`<p></p>`;
    if (states !== this.walked) {
      this.walked = states;
      this.walk = states.another();
    }
    const before = this.walk!.at(player.step < 0 ? -1 : run.steps.coreEvent(player.step) - 1);
    const parts = captionOfStep(run, before, player.step);
    const text = plainText(parts);
    if (!player.playing || performance.now() - this.spokenAt > SPEAK_EVERY_MS) {
      this.spoken = text;
      this.spokenAt = performance.now();
    }
    const time = player.step < 0 ? 0 : run.store.time(run.steps.coreEvent(player.step));
    return html`<time>${formatTime(time, run.store.endTime)}</time>
      <p aria-hidden="true" data-caption>
        ${player.step < 0 ? 'Before the first step.' : parts.map((part) => this.piece(part))}
      </p>
      <p class="hidden" role="status" aria-live="polite">${this.spoken}</p>`;
  }

  private piece(part: Part): TemplateResult | string | typeof nothing {
    const { states, run, player } = this.session;
    if (part.role === 'plain' || states === undefined || run === undefined) return part.text;
    if (part.role === 'goroutine') {
      const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step)).stateOf(part.id ?? 0);
      return html`<b class=${STATE_NAMES[state]}>${part.text}</b>`;
    }
    return html`<b class=${part.role === 'value' ? 'value' : ''}>${part.text}</b>`;
  }
}
