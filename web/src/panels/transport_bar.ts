// Play, step, scrub, speed, seed: the controls of the recorded run.

import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import type { StepUnit } from '../app/stepping.ts';
import { formatCount, formatTime, formatTimeBare } from '../model/format.ts';
import { SPEEDS } from '../player/player.ts';
import { icons } from './icons.ts';
import { STEP_UNITS } from './step_units.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { ScrubTicks } from './scrub_ticks.ts';

@customElement('transport-bar')
export class TransportBar extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status', 'stepping', 'select'];
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('#clock') private clock!: HTMLElement;
  private ticks: ScrubTicks | undefined;
  private observer: ResizeObserver | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 20px;
        background: var(--panel);
      }
      .play {
        background: var(--accent);
        color: var(--on-accent);
        border-radius: 50%;
        width: 38px;
        height: 38px;
        padding: 0;
        display: grid;
        place-items: center;
        flex: none;
      }
      .play:hover:not(:disabled) {
        background: color-mix(in srgb, var(--accent) 86%, var(--ink));
      }
      .with-icon {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .scrub {
        position: relative;
        flex: 1;
        min-width: 90px;
        height: 30px;
        margin: 0 8px;
      }
      canvas {
        position: absolute;
        inset: 0 8px auto;
        width: calc(100% - 16px);
        height: 10px;
        pointer-events: none;
      }
      .scrub input {
        position: absolute;
        left: 0;
        right: 0;
        bottom: 0;
        width: 100%;
        height: 22px;
        margin: 0;
        accent-color: var(--accent);
      }
      .clock {
        font: 13px/1 var(--mono);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        text-align: right;
      }
      .clock small {
        display: block;
        margin-top: 4px;
        color: var(--muted);
        font-size: 11px;
      }
      select {
        border-radius: 8px;
        padding: 5px 4px;
        font-size: 14px;
      }
      .by {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        font-size: 14px;
        color: var(--muted);
      }
      .by select {
        color: var(--ink);
      }
      .by .about {
        max-width: 9em;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 13px;
      }
      .seed {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: 14px;
        border: 1px solid var(--line);
        border-radius: 8px;
        padding-left: 9px;
        background: var(--panel);
      }
      .seed input {
        width: 3.6em;
        border: 0;
        background: none;
        padding: 5px 0;
        font-variant-numeric: tabular-nums;
        border-radius: 4px;
      }
      .seed span {
        color: var(--muted);
      }
      .seed button {
        padding: 6px;
      }
      @media (max-width: 1080px) {
        .word {
          display: none;
        }
      }
      @media (max-width: 760px) {
        :host {
          flex-wrap: wrap;
          padding: 6px 12px 8px;
          gap: 4px 6px;
        }
        .scrub {
          order: -1;
          flex-basis: 100%;
          margin: 0;
        }
        .clock {
          margin-left: auto;
        }
        .seed input {
          width: 2.4em;
        }
        .seed span {
          display: none;
        }
        .seed {
          padding-left: 8px;
        }
      }
      @media (max-width: 400px) {
        button.restart {
          display: none;
        }
      }
      @media (max-width: 420px) {
        button {
          padding: 5px 7px;
        }
        .seed,
        .total,
        .clock small,
        .by .about {
          display: none;
        }
        select {
          max-width: 58px;
        }
        .by select {
          max-width: 76px;
        }
      }
      @media (max-width: 350px) {
        :host {
          padding: 6px 8px 8px;
          gap: 4px 2px;
        }
        .by select {
          max-width: 66px;
        }
        select {
          max-width: 50px;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { player, run, stepping } = this.session;
    const none = player.length === 0;
    const end = run?.store.endTime ?? 0;
    return html` <button
        class="restart"
        title="From the beginning (Home)"
        aria-label="Restart"
        ?disabled=${none}
        @click=${() => this.restart()}
      >
        ${icons.restart}
      </button>
      <button
        class="with-icon"
        title="One step back (←)"
        aria-label="Step back"
        ?disabled=${none || player.step < 0}
        @click=${() => stepping.move(-1)}
      >
        ${icons.stepBack}<span class="word">step</span>
      </button>
      <button
        class="play"
        title="Play or pause (space)"
        aria-label=${player.playing ? 'Pause' : 'Play'}
        ?disabled=${none}
        @click=${() => player.toggle()}
      >
        ${player.playing ? icons.pause : icons.play}
      </button>
      <button
        class="with-icon"
        title="One step forward (→)"
        aria-label="Step forward"
        ?disabled=${none || player.step >= player.length - 1}
        @click=${() => stepping.move(1)}
      >
        <span class="word">step</span>${icons.stepForward}
      </button>
      ${this.units()}
      <div class="scrub">
        <canvas aria-hidden="true"></canvas>
        <input
          type="range"
          aria-label="Position in the run"
          aria-valuetext=${`step ${player.step + 1} of ${player.length}, ${formatTime(player.timeNs, end)}`}
          min="-1"
          max=${Math.max(0, player.length - 1)}
          .value=${String(player.step)}
          ?disabled=${none}
          data-step=${player.step}
          data-steps=${player.length}
          @input=${(e: Event) => this.scrub(Number((e.target as HTMLInputElement).value))}
        />
      </div>
      <div class="clock">
        <span id="clock"></span><span class="total">${this.total()}</span
        ><small
          >step ${formatCount(player.step + 1)} of
          ${formatCount(player.length)}${player.complete ? '' : '+'}</small
        >
      </div>
      <select
        class="line"
        aria-label="Speed"
        title="Speed (+ and −)"
        @change=${(e: Event) => player.setSpeed(Number((e.target as HTMLSelectElement).value))}
      >
        ${SPEEDS.map(
          (speed) => html`<option value=${speed} ?selected=${speed === player.speed}>${speed}×</option>`,
        )}
      </select>
      <span
        class="seed"
        title="The seed decides everything that is left to chance: another seed, another schedule"
      >
        <label
          ><span>seed</span>
          <input
            type="text"
            inputmode="numeric"
            aria-label="Seed"
            .value=${String(this.session.seed)}
            @change=${(e: Event) => this.seed((e.target as HTMLInputElement).value)}
        /></label>
        <button
          title="Another seed"
          aria-label="Another seed"
          @click=${() => this.session.setSeed(this.session.seed + 1)}
        >
          ${icons.dice}
        </button>
      </span>`;
  }

  /** By what the step buttons and the arrow keys move. */
  private units(): TemplateResult {
    const { stepping } = this.session;
    const chosen = STEP_UNITS.find((u) => u.unit === stepping.unit)!;
    const about = stepping.about;
    return html`<label class="by" title=${about === '' ? chosen.what : `${chosen.what}: ${about}`}
      ><span class="word">by</span>
      <select
        class="line"
        aria-label="Step by"
        data-step-by
        @change=${(e: Event) => stepping.setUnit((e.target as HTMLSelectElement).value as StepUnit)}
      >
        ${STEP_UNITS.map(
          ({ unit, label }) =>
            html`<option value=${unit} ?selected=${unit === stepping.unit}>${label}</option>`,
        )}
      </select>
      ${about === '' ? nothing : html`<span class="about">${about}</span>`}
    </label>`;
  }

  private restart(): void {
    const { player } = this.session;
    const { playing } = player;
    player.jump(-1);
    if (playing) player.play();
  }

  private scrub(step: number): void {
    this.session.player.pause();
    this.session.player.jump(step);
  }

  private seed(text: string): void {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= 0) this.session.setSeed(value);
    this.requestUpdate();
  }

  private total(): string {
    const end = this.session.run?.store.endTime ?? 0;
    return `\u00a0/ ${formatTime(end, end)}`;
  }

  /** The time now, as wide as the end's, so that nothing moves while it counts. */
  private time(): string {
    const { player, run } = this.session;
    const end = run?.store.endTime ?? 0;
    return formatTimeBare(player.timeNs, end).padStart(formatTimeBare(end, end).length, '\u2007');
  }

  protected override firstUpdated(): void {
    this.ticks = new ScrubTicks(this.canvas);
    this.observer = new ResizeObserver(() => this.drawTicks());
    this.observer.observe(this.canvas);
    this.listen('run', () => this.drawTicks());
    this.listen('frame', () => (this.clock.textContent = this.time()));
    window.addEventListener('sluice-theme', this.drawTicks);
    this.drawTicks();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.clock.textContent = this.time();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    window.removeEventListener('sluice-theme', this.drawTicks);
  }

  private readonly drawTicks = (): void => this.ticks?.draw(this.session.run);
}
