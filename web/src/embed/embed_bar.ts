// The controls of an embed in one row: play, step, scrub; in full also the views, the speed and the way into
// the laboratory.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatTime } from '../model/format.ts';
import { icons } from '../panels/icons.ts';
import { SessionElement } from '../panels/session_element.ts';
import { shared } from '../panels/shared_styles.ts';
import { SPEEDS } from '../player/player.ts';
import { VIEWS, type View } from './embed_app.ts';
import type { EmbedOptions } from './options.ts';
import { openLab } from './open_lab.ts';
import type { RangePlayer } from './range_player.ts';

const VIEW_NAMES = { picture: 'Picture', code: 'Code', output: 'Output' } as const;

@customElement('embed-bar')
export class EmbedBar extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status'];
  @property({ attribute: false }) range!: RangePlayer;
  @property({ attribute: false }) options!: EmbedOptions;
  @property({ attribute: false }) view: View = 'picture';
  @property({ attribute: false }) engineLine = '';

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 6px;
        padding: 6px 12px;
        background: var(--panel);
        font-size: 14px;
      }
      button {
        padding: 5px 7px;
      }
      .play {
        background: var(--accent);
        color: var(--on-accent);
        border-radius: 50%;
        width: 34px;
        height: 34px;
        padding: 0;
        display: grid;
        place-items: center;
        flex: none;
      }
      .play:hover:not(:disabled) {
        background: color-mix(in srgb, var(--accent) 86%, var(--ink));
      }
      input {
        flex: 1 1 80px;
        min-width: 60px;
        height: 24px;
        margin: 0 4px;
        accent-color: var(--accent);
      }
      .clock {
        font: 12.5px/1 var(--mono);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        color: var(--muted);
      }
      .whole {
        margin-left: -2px;
      }
      .views {
        display: flex;
        margin-right: 4px;
      }
      .views button {
        color: var(--muted);
        font-size: 13px;
      }
      .views button[aria-pressed='true'] {
        color: var(--ink);
        font-weight: 600;
        background: var(--soft);
      }
      select {
        border-radius: 8px;
        padding: 4px 2px;
        font-size: 13px;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        color: var(--accent);
        font-size: 13px;
        padding: 4px 6px;
        border-radius: 6px;
        text-decoration: none;
        white-space: nowrap;
      }
      a:hover {
        background: var(--soft);
      }
      .rest {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        margin-left: auto;
      }
      @media (max-width: 520px) {
        .whole {
          display: none;
        }
      }
      @media (max-width: 700px) {
        .rest {
          flex: 1 1 100%;
          margin-left: 0;
        }
        .rest a {
          margin-left: auto;
        }
      }
      @media (max-width: 380px) {
        :host {
          padding: 5px 8px;
          gap: 3px 4px;
        }
        .views {
          margin-right: 0;
        }
        .views button {
          padding: 5px 4px;
        }
        .rest {
          flex-wrap: nowrap;
          gap: 2px;
        }
        .rest select {
          width: 50px;
        }
        a {
          padding: 4px 0;
        }
      }
      @media (max-width: 330px) {
        .views button,
        .rest select,
        a {
          font-size: 12px;
        }
        a {
          gap: 3px;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { session, range, options } = this;
    const { player, run } = session;
    const none = player.length === 0;
    const full = options.controls === 'full';
    const end = run?.store.endTime ?? 0;
    const first = Math.max(-1, range.first);
    const last = Math.max(0, range.last);
    const go = (action: () => void) => (): void => {
      range.touch();
      action();
    };
    return html`<button
        class="play"
        title="Play or pause (space)"
        aria-label=${player.playing ? 'Pause' : 'Play'}
        ?disabled=${none}
        @click=${() => (player.playing ? range.pause() : range.play())}
      >
        ${player.playing ? icons.pause : icons.play}
      </button>
      <button
        title="One step back (←)"
        aria-label="Step back"
        ?disabled=${none || player.step <= first}
        @click=${go(() => player.stepBy(-1))}
      >
        ${icons.stepBack}
      </button>
      <button
        title="One step forward (→)"
        aria-label="Step forward"
        ?disabled=${none || player.step >= last}
        @click=${go(() => player.stepBy(1))}
      >
        ${icons.stepForward}
      </button>
      <input
        type="range"
        aria-label="Position in the run"
        aria-valuetext=${`step ${player.step + 1} of ${player.length}, ${formatTime(player.timeNs, end)}`}
        min=${first}
        max=${last}
        .value=${String(player.step)}
        ?disabled=${none}
        data-step=${player.step}
        data-steps=${player.length}
        @input=${(e: Event) => {
          const step = Number((e.target as HTMLInputElement).value);
          range.pause();
          player.jump(step);
        }}
      />
      <span class="clock" data-clock>${formatTime(player.timeNs, end)}</span>
      <span class="clock whole">of ${formatTime(end, end)}</span>
      ${full ? this.rest() : nothing}`;
  }

  private rest(): TemplateResult {
    const { player } = this.session;
    return html`<span class="rest">
      <span class="views" role="group" aria-label="View">
        ${VIEWS.map(
          (view) =>
            html`<button
              aria-pressed=${view === this.view ? 'true' : 'false'}
              data-view=${view}
              @click=${() => this.dispatchEvent(new CustomEvent('view', { detail: view }))}
            >
              ${VIEW_NAMES[view]}
            </button>`,
        )}
      </span>
      <select
        class="line"
        aria-label="Speed"
        @change=${(e: Event) => player.setSpeed(Number((e.target as HTMLSelectElement).value))}
      >
        ${SPEEDS.map(
          (speed) => html`<option value=${speed} ?selected=${speed === player.speed}>${speed}×</option>`,
        )}
      </select>
      <a
        href="./lab.html"
        target="_blank"
        rel="noopener"
        title=${`Open in Sluicebox: edit it, step through it, look inside. Engine: ${this.engineLine}`}
        data-engine=${this.engineLine}
        @click=${(e: MouseEvent) => {
          e.preventDefault();
          void openLab(this.session);
        }}
        >Sluicebox ↗</a
      >
    </span>`;
  }
}
