// The caption of the figure: the current step as one sentence, in which names carry the colour of their
// state. A screen reader hears it too, but not every one of fifty a second.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import type { Checkpoints } from '../model/checkpoints.ts';
import { formatTime } from '../model/format.ts';
import { STATE_NAMES } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { captionOfStep, plainText, type Part } from '../model/narration.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const SPEAK_EVERY_MS = 1200;
/** More than these are counted. */
const MOST_HELD_NAMES = 6;

/** The address of the run in which nobody is held back; the steps before the hold are the same in both. */
function withoutHolds(address: string): string {
  const url = new URL(address);
  for (const name of ['hold', 'st']) url.searchParams.delete(name);
  return url.href;
}

@customElement('caption-line')
export class CaptionLine extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status', 'stepping'];
  /** Which of two compared runs it is about, "Left" or "Right"; "" for the only one. */
  @property() side = '';
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
        flex-wrap: wrap;
        gap: 6px 14px;
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
        flex: 1 1 12em;
        margin: 0;
        min-height: 1.5em;
        overflow-wrap: anywhere;
      }
      p.hidden {
        flex: none;
      }
      .said {
        max-width: 100%;
        color: var(--muted);
        text-align: right;
      }
      /* A line of its own: the sentence beside it would be squeezed into a column. */
      .holding {
        flex: 1 0 100%;
        box-sizing: border-box;
        padding: 1px 0 1px 10px;
        border-left: 3px solid var(--ready);
        font-size: 13.5px;
      }
      b {
        font-weight: 600;
      }
      a {
        color: var(--accent);
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
    const parts = this.betweenSteps(run) ?? captionOfStep(run, before, player.step);
    const text = plainText(parts);
    if (!player.playing || performance.now() - this.spokenAt > SPEAK_EVERY_MS) {
      this.spoken = text;
      this.spokenAt = performance.now();
    }
    const { said } = this.session.stepping;
    if (said !== '' && !player.playing) this.spoken = `${said} ${text}`;
    const time = player.step < 0 ? 0 : run.store.time(run.steps.coreEvent(player.step));
    return html`<time>${formatTime(time, run.store.endTime)}</time>
      <p aria-hidden="true" data-caption>
        ${parts.length === 0 ? 'Before the first step.' : parts.map((part) => this.piece(part))}
      </p>
      ${said === '' ? nothing : html`<small class="said" aria-hidden="true" data-said>${said}</small>`}
      ${this.holding()}
      <p class="hidden" role="status" aria-live="polite">
        ${this.side === '' ? '' : `${this.side}: `}${this.spoken}
      </p>`;
  }

  /** What the chosen goroutine is about to do, when that is no event. */
  private betweenSteps(run: RunIndex): readonly Part[] | undefined {
    const { between } = this.session.stepping.statements;
    if (between === undefined) return undefined;
    const code = this.session.ran?.source.split('\n')[between.line - 1]?.trim() ?? '';
    return [
      { role: 'goroutine', text: run.entities.goroutineName(between.goroutine), id: between.goroutine },
      { role: 'plain', text: ` is about to execute line ${between.line}: ` },
      { role: 'value', text: code },
    ];
  }

  /** Whoever is held back makes this another schedule than the seed's: that is said as long as it lasts. */
  private holding(): TemplateResult | typeof nothing {
    const { stepping, run, seed } = this.session;
    if (stepping.holds.length === 0 || run === undefined) return nothing;
    const names = [...new Set(stepping.holds.map((h) => run.entities.goroutineName(h.goroutine)))];
    const shown = names.length > MOST_HELD_NAMES ? `${names.length} goroutines` : names.join(', ');
    return html`<span class="holding" role="note" data-holding
      ><b>${shown}</b> ${names.length === 1 ? 'is' : 'are'} held back. This is a different run: not the
      schedule of seed ${seed}.
      <a
        href=${withoutHolds(location.href)}
        data-original
        @click=${(e: MouseEvent) => {
          if (e.ctrlKey || e.metaKey || e.shiftKey) return;
          e.preventDefault();
          stepping.releaseAll();
        }}
        >Back to the original run</a
      ></span
    >`;
  }

  private piece(part: Part): TemplateResult | string | typeof nothing {
    const { states, run, player } = this.session;
    if (part.role === 'plain' || states === undefined || run === undefined) return part.text;
    if (part.role === 'goroutine') {
      const recorded = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
      const g = part.id ?? 0;
      const state = this.session.stepping.statements.stateOf(g, recorded.stateOf(g));
      return html`<b class=${STATE_NAMES[state]}>${part.text}</b>`;
    }
    return html`<b class=${part.role === 'value' ? 'value' : ''}>${part.text}</b>`;
  }
}
