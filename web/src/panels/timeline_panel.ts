// The timeline in the page: click or drag to seek, wheel to zoom.

import { css, html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { TimelineView } from '../timeline/timeline_view.ts';
import { icons } from './icons.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

@customElement('timeline-panel')
export class TimelinePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status'];
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private zoomed = false;
  @state() private steps = false;
  private view: TimelineView | undefined;
  private observer: ResizeObserver | undefined;
  private shownRun: unknown;
  private shownLength = 0;
  private dragging = false;

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
        display: block;
        position: absolute;
        inset: 6px 0 0 20px;
        width: calc(100% - 20px);
        height: calc(100% - 6px);
        cursor: crosshair;
        touch-action: pan-y;
      }
      .tools {
        position: absolute;
        right: 8px;
        top: 2px;
        display: flex;
        color: var(--muted);
        opacity: 0;
        transition: opacity 0.15s;
        background: var(--paper);
        border-radius: 8px;
      }
      :host(:hover) .tools,
      .tools:focus-within,
      .tools.on {
        opacity: 1;
      }
      .tools button {
        padding: 4px;
      }
      .tools .axis {
        font-size: 12px;
        padding: 2px 8px;
      }
      @media (max-width: 760px) {
        canvas {
          inset: 4px 0 0 12px;
          width: calc(100% - 12px);
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<canvas
        role="img"
        aria-label="Timeline: a lane for each goroutine. The position slider below moves the playhead."
        @pointerdown=${(e: PointerEvent) => this.down(e)}
        @pointermove=${(e: PointerEvent) => this.dragging && this.seek(e)}
        @pointerup=${() => (this.dragging = false)}
        @pointercancel=${() => (this.dragging = false)}
      ></canvas>
      <div class="tools ${this.zoomed ? 'on' : ''}" role="group" aria-label="Timeline">
        <button
          class="axis"
          title="What the axis measures"
          ?disabled=${this.session.run?.store.endTime === 0}
          @click=${() => this.switchAxis()}
        >
          ${this.steps ? 'by steps' : 'by time'}
        </button>
        <button title="Zoom in" aria-label="Zoom in" @click=${() => this.view?.zoom(2, this.headX())}>
          ${icons.plus}
        </button>
        <button title="Zoom out" aria-label="Zoom out" @click=${() => this.view?.zoom(0.5, this.headX())}>
          ${icons.minus}
        </button>
        <button
          title="Whole run"
          aria-label="Whole run"
          ?disabled=${!this.zoomed}
          @click=${() => this.view?.showAll()}
        >
          ${icons.fit}
        </button>
      </div>`;
  }

  protected override firstUpdated(): void {
    const view = new TimelineView(this.canvas);
    this.view = view;
    view.onChange = () => {
      this.zoomed = view.zoomed;
      this.steps = view.axisKind === 'steps';
      this.draw();
    };
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.canvas);
    this.listen('frame', () => this.draw());
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
    this.view?.resize(this.canvas.clientWidth, this.canvas.clientHeight, window.devicePixelRatio || 1);
    this.draw();
  }

  private draw(): void {
    const { run, player } = this.session;
    const view = this.view;
    if (view === undefined) return;
    if (run !== this.shownRun) {
      this.shownRun = run;
      view.setRun(run);
      void this.updateComplete.then(() => {
        this.zoomed = false;
        this.steps = view.axisKind === 'steps';
      });
    }
    if (run !== undefined && run.store.length !== this.shownLength) {
      this.shownLength = run.store.length;
      view.refresh();
    }
    if (player.playing) view.follow(player.timeNs, player.step, player.t);
    view.draw(player.timeNs, player.step, player.t);
  }

  private switchAxis(): void {
    this.view?.setAxis(this.steps ? 'time' : 'steps');
  }

  private headX(): number {
    const { player } = this.session;
    return this.view?.headX(player.timeNs, player.step, player.t) ?? 0;
  }

  private down(event: PointerEvent): void {
    this.dragging = true;
    this.canvas.setPointerCapture(event.pointerId);
    this.seek(event);
  }

  private seek(event: PointerEvent): void {
    const { player } = this.session;
    const x = event.clientX - this.canvas.getBoundingClientRect().left;
    player.pause();
    const view = this.view!;
    if (view.axisKind === 'time') player.seekTime(view.unitAt(x));
    else player.jump(this.session.run?.steps.stepOfEvent(view.eventAt(x)) ?? -1);
  }
}
