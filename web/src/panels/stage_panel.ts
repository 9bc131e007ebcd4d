// The stage in the page: canvas, legend, zoom buttons, and what is shown instead when there is nothing to draw.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatCount } from '../model/format.ts';
import type { RunIndex } from '../model/run_index.ts';
import { StageView } from '../stage/stage_view.ts';
import { describeMoment } from '../stage/describe_moment.ts';
import { icons } from './icons.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const LEGEND = ['running', 'runnable', 'blocked', 'sleeping', 'done'] as const;

@customElement('stage-panel')
export class StagePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status', 'run'];
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('#picture') private description!: HTMLElement;
  @state() private zoomed = false;
  private view: StageView | undefined;
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  private observer: ResizeObserver | undefined;
  private shownRun: unknown;
  private wasAtEnd = false;
  private press: { x: number; y: number } | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        min-height: 0;
        overflow: hidden;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        touch-action: pan-y pinch-zoom;
        display: block;
      }
      .legend {
        position: absolute;
        left: 18px;
        bottom: 8px;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 12px;
        color: var(--muted);
        pointer-events: none;
        max-width: calc(100% - 130px);
      }
      .legend li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .legend svg {
        width: 13px;
        height: 13px;
      }
      .tools {
        position: absolute;
        right: 10px;
        bottom: 6px;
        display: flex;
        gap: 2px;
        color: var(--muted);
      }
      .tools button {
        padding: 5px;
      }
      .watches {
        position: absolute;
        left: 18px;
        top: 10px;
        margin: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        font-size: 12.5px;
        pointer-events: none;
      }
      .watches div {
        display: flex;
        gap: 8px;
        padding: 2px 10px;
        border-radius: 7px;
        background: var(--soft);
      }
      .watches dt {
        color: var(--muted);
        font-family: var(--mono);
      }
      .watches dd {
        margin: 0;
        font: 600 12.5px/1.5 var(--mono);
        font-variant-numeric: tabular-nums;
      }
      .note {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 8px;
        padding: 24px;
        text-align: center;
        color: var(--muted);
        pointer-events: none;
      }
      .note.over {
        inset: 12px 12px auto;
        padding: 6px 12px;
        place-content: initial;
        display: flex;
        justify-content: center;
        flex-wrap: wrap;
      }
      .note.over > span {
        background: var(--panel);
        border: 1px solid var(--line);
        border-left: 3px solid var(--block);
        border-radius: 8px;
        padding: 6px 12px;
        font-size: 13.5px;
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      .note b {
        color: var(--ink);
        font-weight: 600;
      }
      .spinner {
        width: 22px;
        height: 22px;
        border-radius: 50%;
        border: 2.5px solid var(--line);
        border-top-color: var(--accent);
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 1turn;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation: none;
        }
      }
      @media (max-width: 760px) {
        .legend {
          left: 12px;
          gap: 0 10px;
          font-size: 11px;
          max-width: calc(100% - 110px);
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<canvas
        role="img"
        aria-label="Goroutines and channels"
        aria-describedby="picture"
        tabindex="-1"
        @pointerdown=${(e: PointerEvent) => (this.press = { x: e.offsetX, y: e.offsetY })}
        @click=${(e: MouseEvent) => this.open(e)}
        @pointermove=${(e: PointerEvent) => this.hover(e)}
      ></canvas>
      <p class="hidden" id="picture"></p>
      ${this.note()} ${this.watches()}
      ${this.session.run === undefined ? nothing : this.controls()}`;
  }

  /** Watched variables, as they are at this step. */
  private watches(): TemplateResult | typeof nothing {
    const { run, player } = this.session;
    if (run === undefined || run.watches.size === 0) return nothing;
    const event = player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    return html`<dl class="watches" aria-label="Watched variables">${[...run.watches.keys()].map((name) => html`<div>
      <dt>${name}</dt><dd>${run.watched(name, event) ?? '–'}</dd></div>`)}</dl>`;
  }

  private controls(): TemplateResult {
    return html`<ul class="legend" aria-label="States">${LEGEND.map((name) => html`<li>${legendIcon(name)}${name}</li>`)}</ul>
      <div class="tools" role="group" aria-label="Zoom">
        <button title="Zoom in" aria-label="Zoom in" @click=${() => this.view?.zoomBy(1.3)}>${icons.plus}</button>
        <button title="Zoom out" aria-label="Zoom out" @click=${() => this.view?.zoomBy(1 / 1.3)}>${icons.minus}</button>
        <button title="Show all" aria-label="Show all" ?disabled=${!this.zoomed} @click=${() => this.fit()}>${icons.fit}</button>
      </div>`;
  }

  /** Empty, loading, failed, stopped at a limit: each says what it is and what to do. */
  private note(): TemplateResult | typeof nothing {
    const { status, run, failure, outcome, player } = this.session;
    if (status === 'loading') {
      return html`<div class="note" role="status"><span class="spinner"></span><span>Starting the engine…</span></div>`;
    }
    if (status === 'failed') {
      return html`<div class="note" role="alert"><b>The engine could not go on.</b><span>${failure}</span>
        <span>Change the program or reload the page to start it again.</span></div>`;
    }
    if (status === 'invalid' && run === undefined) {
      return html`<div class="note"><b>This program does not compile yet.</b><span>The problems are listed below the code.</span></div>`;
    }
    if (status === 'invalid') {
      return html`<div class="note over" role="status"><span>The code does not compile; this is the run before the last change.</span></div>`;
    }
    if (run !== undefined && run.steps.length === 0) return html`<div class="note"><b>Nothing happened in this run.</b></div>`;
    if (outcome?.kind === 'limit' && player.atEnd) {
      return html`<div class="note over"><span><b>Stopped at a limit.</b> ${outcome.message || 'The run was cut short.'}
        ${formatCount(outcome.events)} events were recorded and can be viewed.</span></div>`;
    }
    if (outcome?.kind === 'waiting' && player.atEnd) {
      return html`<div class="note over"><span>The program waits for something from outside that does not come.</span></div>`;
    }
    if (outcome?.kind === 'done' && run !== undefined && run.leaks.length > 0 && player.atEnd) return leakNote(run);
    if (outcome !== undefined && (outcome.kind === 'deadlock' || outcome.kind === 'panic' || outcome.kind === 'fatal') && player.atEnd) {
      return html`<div class="note over"><span><b>${firstLine(outcome.message)}</b></span></div>`;
    }
    return nothing;
  }

  protected override firstUpdated(): void {
    const view = new StageView(this.canvas);
    this.view = view;
    view.onChange = () => {
      this.zoomed = view.zoomed || view.hasExpanded;
      this.draw();
    };
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
    this.listen('frame', () => this.draw());
    this.listen('step', () => {
      this.describe();
      if ((this.session.run?.watches.size ?? 0) > 0 || this.session.player.atEnd !== this.wasAtEnd) this.requestUpdate();
      this.wasAtEnd = this.session.player.atEnd;
    });
    window.addEventListener('sluice-theme', this.restyle);
    this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    window.removeEventListener('sluice-theme', this.restyle);
  }

  private readonly restyle = (): void => {
    this.view?.restyle();
    this.draw();
  };

  private measure(): void {
    this.view?.resize(this.clientWidth, this.clientHeight, window.devicePixelRatio || 1);
    this.draw();
  }

  private draw(): void {
    const { run, states, player } = this.session;
    if (run !== this.shownRun) {
      this.shownRun = run;
      this.view?.setRun(run, states);
    }
    this.view?.draw({ step: player.step, t: player.t, timeNs: player.timeNs, reducedMotion: this.motion.matches });
  }

  /** The picture in words, for those who cannot see it and for tests. */
  private describe(): void {
    const { run, states, player } = this.session;
    if (run === undefined || states === undefined || player.playing) return;
    const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
    this.description.textContent = describeMoment(run, state, player.timeNs);
  }

  private fit(): void {
    this.view?.fit();
    this.view?.collapseAll();
  }

  private open(event: MouseEvent): void {
    const moved = this.press !== undefined && Math.hypot(event.offsetX - this.press.x, event.offsetY - this.press.y) > 4;
    if (moved) return;
    const placed = this.view?.hit({ x: event.offsetX, y: event.offsetY });
    if (placed?.node.kind === 'group') this.view?.toggleGroup(placed.node.key);
  }

  private hover(event: PointerEvent): void {
    const placed = this.view?.hit({ x: event.offsetX, y: event.offsetY });
    this.canvas.style.cursor = placed?.node.kind === 'group' ? 'pointer' : '';
    const { run } = this.session;
    if (placed === undefined || run === undefined) {
      this.canvas.removeAttribute('title');
      return;
    }
    const id = placed.node.members[0]!;
    const isGoroutine = placed.node.kind === 'goroutine' || placed.node.kind === 'group';
    this.canvas.title = isGoroutine ? goroutineTip(run.entities.goroutineName(id), run.entities.goroutines.get(id)?.pos ?? 0) : run.entities.objectName(id);
  }
}

/** A program that ends while goroutines still wait has left them behind: in a server they would pile up. */
function leakNote(run: RunIndex): TemplateResult {
  const names = run.leaks.slice(0, 3).map(({ goroutine }) => run.entities.goroutineName(goroutine)).join(', ');
  const more = run.leaks.length > 3 ? ` and ${formatCount(run.leaks.length - 3)} more` : '';
  const verb = run.leaks.length === 1 ? 'is' : 'are';
  return html`<div class="note over"><span><b>${names}${more}</b> ${verb} left behind: nothing would ever wake ${run.leaks.length === 1 ? 'it' : 'them'}.</span></div>`;
}

function goroutineTip(name: string, pos: number): string {
  return pos === 0 ? name : `${name}, started on line ${pos >>> 12}`;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}

function legendIcon(name: (typeof LEGEND)[number]): TemplateResult {
  const color = { running: '--run', runnable: '--ready', blocked: '--block', sleeping: '--sleep', done: '--done' }[name];
  const stroke = `var(${color})`;
  const hollow = name === 'runnable' || name === 'blocked';
  return html`<svg viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.4" fill=${hollow ? 'none' : stroke} stroke=${stroke} stroke-width="2" />
    <path
      fill=${name === 'running' ? 'var(--paper)' : 'none'}
      stroke=${name === 'blocked' ? stroke : 'var(--paper)'}
      stroke-width=${name === 'running' ? 0 : 2}
      stroke-linecap="round"
      d=${{ running: 'M6.8 5.2l6 3.8-6 3.8z', runnable: '', blocked: 'M6.8 6.2v5.6M11.2 6.2v5.6', sleeping: 'M9 4.6V9l3.2 1.9', done: '' }[name]}
    />
  </svg>`;
}
