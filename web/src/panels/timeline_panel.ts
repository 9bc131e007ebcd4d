// The timeline in the page: click or drag to seek, drag along the axis (or with Shift) to loop a stretch,
// wheel to zoom, lanes by goroutine or by processor, charts below.

import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import chartStyles from 'uplot/dist/uPlot.min.css?inline';
import type { Topic } from '../app/session.ts';
import { readPalette } from '../stage/palette.ts';
import type { Charts } from '../timeline/charts.ts';
import { TimelineView } from '../timeline/timeline_view.ts';
import { icons } from './icons.ts';
import './input_markers.ts';
import type { InputMarkers } from './input_markers.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { timelineStyles } from './timeline_styles.ts';

/** A drag of fewer pixels along the axis is a click. */
const LEAST_BRUSH = 5;
const CHARTS_HEIGHT = 204;

const chartPlace = html`<div
  class="charts"
  role="img"
  aria-label="Charts over time: values waiting in channels, busy goroutines, values received per second"
></div>`;

@customElement('timeline-panel')
export class TimelinePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status', 'inputs', 'program'];
  @query('canvas.timeline') private canvas!: HTMLCanvasElement;
  @query('input-markers') private markers!: InputMarkers;
  @query('.charts') private chartRoot!: HTMLElement | null;
  @state() private zoomed = false;
  @state() private steps = false;
  @state() private processors = false;
  @state() private charting = false;
  @state() private looping = false;
  /** Virtual time at which the clock of two compared runs ends; 0 for one run. */
  @property({ type: Number }) clockEnd = 0;
  private view: TimelineView | undefined;
  private charts: Charts | undefined;
  private observer: ResizeObserver | undefined;
  private shownRun: unknown;
  private shownLength = 0;
  private chartedFor = '';
  private drag: { readonly x: number; readonly brush: boolean } | undefined;

  static override styles = [shared, unsafeCSS(chartStyles), timelineStyles];

  override render(): TemplateResult {
    return html`${this.tools()}
      <div class="lanes">
        <canvas
          class="timeline"
          role="img"
          aria-label="Timeline: a lane for each ${
            this.processors ? 'processor' : 'goroutine'
          }. The position slider below moves the playhead."
          title="Click to go there; drag along the axis to loop a stretch; wheel to zoom"
          @pointerdown=${(e: PointerEvent) => this.down(e)}
          @pointermove=${(e: PointerEvent) => this.move(e)}
          @pointerup=${(e: PointerEvent) => this.up(e)}
          @pointercancel=${() => (this.drag = undefined)}
        ></canvas>
        <input-markers .session=${this.session}></input-markers>
      </div>
      ${this.charting ? chartPlace : nothing}`;
  }

  private tools(): TemplateResult {
    const { session } = this;
    return html`<div class="tools" role="group" aria-label="Timeline">
      ${
        this.looping
          ? html`<button class="word" @click=${() => this.view?.zoomToBrush()}>Zoom to loop</button>
              <button class="word" aria-pressed="true" @click=${() => this.endLoop()}>End loop</button>`
          : nothing
      }
      ${this.inputsButton()}
      <button
        class="word"
        aria-pressed=${this.processors ? 'true' : 'false'}
        title="A lane for each processor instead of each goroutine"
        @click=${() => this.switchLanes()}
      >
        Processors
      </button>
      <button
        class="word"
        aria-pressed=${this.charting ? 'true' : 'false'}
        title="Queue lengths, busy goroutines and throughput"
        ?disabled=${session.run === undefined}
        @click=${() => void this.toggleCharts()}
      >
        Charts
      </button>
      <button
        class="word axis"
        title="What the axis measures"
        ?disabled=${session.run?.store.endTime === 0}
        @click=${() => this.view?.setAxis(this.steps ? 'time' : 'steps')}
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

  /** Most programs listen to nobody; a signal ends them all the same. */
  private inputsButton(): TemplateResult {
    const { outside } = this.session;
    return html`<button
      class="word"
      data-inputs
      aria-pressed=${outside.shown ? 'true' : 'false'}
      title="Signals, requests and lines of input from the outside world"
      @click=${() => outside.toggle()}
    >
      Inputs
    </button>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('clockEnd')) this.draw();
  }

  protected override firstUpdated(): void {
    const view = new TimelineView(this.canvas);
    this.view = view;
    this.markers.view = view;
    this.listen('inputs', () => this.draw());
    this.listen('program', () => this.draw());
    view.onChange = () => {
      this.zoomed = view.zoomed;
      this.steps = view.axisKind === 'steps';
      this.processors = view.laneKind === 'processor';
      this.draw();
    };
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.canvas);
    this.listen('frame', () => this.draw());
    window.addEventListener('sluice-theme', this.restyle);
    this.measure();
    if (this.session.shown.has('processors')) view.setLaneKind('processor');
    if (this.session.shown.has('charts')) void this.toggleCharts();
  }

  /** For the address. */
  private remember(name: string, open: boolean): void {
    if (open) this.session.shown.add(name);
    else this.session.shown.delete(name);
    this.session.emit('program');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.charts?.destroy();
    window.removeEventListener('sluice-theme', this.restyle);
  }

  private readonly restyle = (): void => {
    this.view?.restyle();
    this.chartedFor = '';
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
        this.looping = false;
        this.steps = view.axisKind === 'steps';
      });
    }
    if (run !== undefined && run.store.length !== this.shownLength) {
      this.shownLength = run.store.length;
      view.refresh();
    }
    view.clockEnd = this.clockEnd;
    view.setInputs(this.session.outside.list.map((input) => input.atNs));
    if (player.playing) view.follow(player.timeNs, player.step, player.t);
    view.draw(player.timeNs, player.step, player.t);
    this.markers.place();
    this.drawCharts();
  }

  private switchLanes(): void {
    this.view?.setLaneKind(this.processors ? 'goroutine' : 'processor');
    this.remember('processors', this.processors);
  }

  /** uPlot weighs more than the timeline: it comes when it is asked for. */
  private async toggleCharts(): Promise<void> {
    this.charting = !this.charting;
    this.toggleAttribute('charting', this.charting);
    this.remember('charts', this.charting);
    await this.updateComplete;
    this.charts?.destroy();
    this.charts = undefined;
    this.chartedFor = '';
    const root = this.chartRoot;
    if (!this.charting || root === null) return;
    const { Charts } = await import('../timeline/charts.ts');
    if (!root.isConnected) return;
    this.charts = new Charts(root, (timeNs) => {
      this.session.player.pause();
      this.session.player.seekTime(timeNs);
    });
    this.draw();
  }

  private drawCharts(): void {
    const { run, player } = this.session;
    const { charts, view } = this;
    if (charts === undefined || view === undefined || run === undefined) return;
    const width = this.canvas.clientWidth;
    const key = `${run.store.length} ${this.session.runNumber} ${width} ${this.session.status === 'ready'}`;
    // A trace that is still growing is charted when it is complete.
    if (key !== this.chartedFor && (this.session.status === 'ready' || this.chartedFor === '')) {
      this.chartedFor = key;
      charts.show(run, readPalette(this), { ...view.margins, width, height: CHARTS_HEIGHT });
    }
    const all = view.axisKind === 'time' ? view.shown : { from: 0, to: Math.max(1, run.store.endTime) };
    charts.follow(player.timeNs, all.from, all.to);
  }

  private headX(): number {
    const { player } = this.session;
    return this.view?.headX(player.timeNs, player.step, player.t) ?? 0;
  }

  private at(event: PointerEvent): { readonly x: number; readonly y: number } {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private down(event: PointerEvent): void {
    const { x, y } = this.at(event);
    const brush = event.shiftKey || this.view!.onAxis(y);
    this.drag = { x, brush };
    this.canvas.setPointerCapture(event.pointerId);
    if (!brush) this.seek(x);
  }

  private move(event: PointerEvent): void {
    const { drag, view } = this;
    const { x, y } = this.at(event);
    this.canvas.style.cursor = drag?.brush === true || view?.onAxis(y) === true ? 'col-resize' : '';
    if (drag === undefined || view === undefined) return;
    if (!drag.brush) return this.seek(x);
    if (Math.abs(x - drag.x) < LEAST_BRUSH) return;
    view.brushed = { from: view.unitAt(Math.min(x, drag.x)), to: view.unitAt(Math.max(x, drag.x)) };
    this.draw();
  }

  private up(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    if (drag === undefined || !drag.brush) return;
    const { x } = this.at(event);
    if (Math.abs(x - drag.x) < LEAST_BRUSH) {
      this.endLoop();
      this.seek(x);
    } else this.startLoop();
  }

  /** Plays what is marked over and over. */
  private startLoop(): void {
    const { run, player } = this.session;
    const brushed = this.view?.brushed;
    if (run === undefined || brushed === undefined) return;
    const stepAt = (unit: number): number => run.steps.stepOfEvent(this.view!.eventOfUnit(unit));
    const from = Math.max(0, stepAt(brushed.from));
    player.setLoop({ from, to: Math.max(from + 1, stepAt(brushed.to)) });
    this.looping = true;
    player.play();
  }

  private endLoop(): void {
    this.session.player.setLoop(undefined);
    this.view!.brushed = undefined;
    this.looping = false;
    this.draw();
  }

  private seek(x: number): void {
    const { player } = this.session;
    const view = this.view!;
    player.pause();
    if (view.axisKind === 'time') player.seekTime(view.unitAt(x));
    else player.jump(this.session.run?.steps.stepOfEvent(view.eventAt(x)) ?? -1);
  }
}
