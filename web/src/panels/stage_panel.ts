// The stage in the page: canvas, legend, zoom buttons, and what is shown instead when there is nothing
// to draw.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { EventKind } from '../generated/events.ts';
import type { Topic } from '../app/session.ts';
import { GState } from '../model/lanes.ts';
import type { PlacedNode } from '../model/layout.ts';
import { StageView } from '../stage/stage_view.ts';
import { describeMoment } from '../stage/describe_moment.ts';
import { icons } from './icons.ts';
import { journeyList, selectedName } from './journey_list.ts';
import { placeOverlays } from './place_overlays.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { askWhy, stageNote } from './stage_note.ts';
import { stageStyles } from './stage_styles.ts';

/** Alt and an arrow move the picture by so many pixels. */
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

/** Seeking is prepared in slices of so many milliseconds, with rests for the frames between. */
const WARM_MS = 6;
const WARM_REST_MS = 12;

const LEGEND = ['running', 'runnable', 'blocked', 'sleeping', 'done'] as const;

@customElement('stage-panel')
export class StagePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status', 'run', 'select'];
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('#picture') private description!: HTMLElement;
  /** In the laboratory: zooming and moving are there before somebody comes to the picture. */
  @property({ type: Boolean }) eager = false;
  @state() private zoomed = false;
  @state() private folded = true;
  private view: StageView | undefined;
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  private observer: ResizeObserver | undefined;
  private shownRun: unknown;
  private warming = false;
  private wasAtEnd = false;
  /** What the keyboard points at. */
  private pointed: PlacedNode | undefined;
  @state() private said = '';
  private press: { x: number; y: number } | undefined;

  static override styles = [shared, stageStyles];

  override render(): TemplateResult {
    return html`<canvas
        role="img"
        aria-label="Goroutines and channels"
        aria-describedby="picture"
        aria-keyshortcuts="J K Enter Z Shift+Z 0"
        tabindex="0"
        @keydown=${(e: KeyboardEvent) => this.keyed(e)}
        @pointerdown=${(e: PointerEvent) => (this.press = { x: e.offsetX, y: e.offsetY })}
        @click=${(e: MouseEvent) => this.open(e)}
        @pointermove=${(e: PointerEvent) => this.hover(e)}
      ></canvas>
      <p class="hidden" id="picture"></p>
      <p class="hidden" aria-live="polite">${this.said}</p>
      ${stageNote(this.session)} ${this.watches()} ${this.selection()}
      ${this.session.run === undefined ? nothing : this.controls()}`;
  }

  /** What has been picked, and the way to its other steps. */
  private selection(): TemplateResult | typeof nothing {
    const { selected, run } = this.session;
    this.wasBlocked = false;
    if (selected === undefined || run === undefined) return nothing;
    const name = selectedName(this.session);
    this.wasBlocked = this.isBlocked();
    return html`<div class="selection" role="group" aria-label="Steps of ${name}">
      <b>${name}</b>
      ${
        this.wasBlocked
          ? html`<button
              class="line"
              data-why-blocked
              title="Who waits for whom"
              @click=${(e: Event) => askWhy(e.target!, 'inside')}
            >
              Why blocked?
            </button>`
          : nothing
      }
      <button title="Its previous step (N)" @click=${() => this.session.stepping.followSelected(-1)}>
        previous
      </button>
      <button title="Its next step (n)" @click=${() => this.session.stepping.followSelected(1)}>next</button>
      <button aria-label="Deselect" @click=${() => this.session.select(undefined)}>×</button>
      ${journeyList(this.session)}
    </div>`;
  }

  /** What is picked is a goroutine that waits at this step. */
  private isBlocked(): boolean {
    const { selected, run, states, player } = this.session;
    if (selected?.kind !== 'goroutine' || run === undefined || states === undefined) return false;
    const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
    return state.stateOf(selected.id) === GState.Blocked;
  }
  private wasBlocked = false;

  /** Watched variables, as they are at this step. */
  private watches(): TemplateResult | typeof nothing {
    const { run, player } = this.session;
    if (run === undefined || run.watches.size === 0) return nothing;
    const event = player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    const core = player.step < 0 ? -1 : run.steps.coreEvent(player.step);
    const { store } = run;
    const changed = core >= 0 && store.kind(core) === EventKind.Watch ? store.text(store.a(core)) : '';
    return html`<dl class="watches" aria-label="Watched variables">
      ${[...run.watches.keys()].map(
        (name) =>
          html`<div class=${name === changed ? 'changed' : ''}>
            <dt>${name}</dt>
            <dd>${run.watched(name, event) ?? '–'}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private controls(): TemplateResult {
    return html`<ul class="legend" aria-label="States">
        ${LEGEND.map((name) => html`<li>${legendIcon(name)}${name}</li>`)}
      </ul>
      <div class="tools" role="group" aria-label="Zoom">
        ${
          this.folded
            ? nothing
            : html`<button class="fold" @click=${() => this.view?.collapseAll()}>Fold groups</button>`
        }
        <button title="Zoom in" aria-label="Zoom in" @click=${() => this.view?.zoomBy(1.3)}>
          ${icons.plus}
        </button>
        <button title="Zoom out" aria-label="Zoom out" @click=${() => this.view?.zoomBy(1 / 1.3)}>
          ${icons.minus}
        </button>
        <button title="Show all" aria-label="Show all" ?disabled=${!this.zoomed} @click=${() => this.fit()}>
          ${icons.fit}
        </button>
      </div>`;
  }

  /**
   * Nothing lies over a card that is of interest: what is picked finds a free corner, or the picture moves.
   */
  protected override updated(): void {
    const { view } = this;
    if (view === undefined) return;
    const find = (what: string): HTMLElement | null => this.renderRoot.querySelector(what);
    const before = view.seen.insets;
    const insets = placeOverlays(this, view, {
      legend: find('.legend'),
      watches: find('.watches'),
      selection: find('.selection'),
      note: find('.note.over > span'),
    });
    view.setInsets(insets);
    if (JSON.stringify(before) === JSON.stringify(insets)) return;
    this.draw();
  }

  protected override firstUpdated(): void {
    const view = new StageView(this.canvas);
    this.view = view;
    if (this.eager) view.listen();
    this.session.seen = () => view.seen;
    view.onChange = () => {
      this.zoomed = view.zoomed || view.hasExpanded;
      this.folded = !view.hasExpanded;
      this.draw();
    };
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
    this.listen('frame', () => this.draw());
    this.listen('step', () => {
      this.describe();
      const followed = this.session.selected?.kind === 'message';
      if (
        followed ||
        (this.session.run?.watches.size ?? 0) > 0 ||
        this.session.player.atEnd !== this.wasAtEnd ||
        this.isBlocked() !== this.wasBlocked
      )
        this.requestUpdate();
      this.wasAtEnd = this.session.player.atEnd;
    });
    window.addEventListener('sluice-theme', this.restyle);
    this.listen('run', () => this.warm());
    this.measure();
    this.warm();
  }

  /** Prepares seeking, a little at a time, whenever the page has nothing better to do. */
  private warm(): void {
    if (this.warming) return;
    this.warming = true;
    const go = (): void => {
      const { states } = this.session;
      const end = performance.now() + WARM_MS;
      const done = states === undefined || states.warm(() => performance.now() > end);
      if (done || !this.isConnected) this.warming = false;
      else setTimeout(go, WARM_REST_MS);
    };
    setTimeout(go, WARM_REST_MS);
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
    this.requestUpdate();
  }

  private draw(): void {
    const { run, states, player } = this.session;
    if (run !== this.shownRun) {
      this.shownRun = run;
      this.view?.setRun(run, states);
    }
    this.view?.draw({
      step: player.step,
      t: player.t,
      timeNs: player.timeNs,
      reducedMotion: this.motion.matches,
      selected: this.session.selected,
    });
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
    const at = { x: event.offsetX, y: event.offsetY };
    if (this.press !== undefined && Math.hypot(at.x - this.press.x, at.y - this.press.y) > 4) return;
    const msg = this.view?.hitToken(at) ?? 0;
    if (msg !== 0) this.session.select({ kind: 'message', id: msg });
    else this.pick(this.view?.hit(at));
  }

  /** Opens a group, selects anything else, or deselects. */
  private pick(placed: PlacedNode | undefined): void {
    if (placed?.node.kind === 'group') this.view?.toggleGroup(placed.node.key);
    else if (placed === undefined || placed.node.kind === 'world') this.session.select(undefined);
    else {
      const kind = placed.node.kind === 'goroutine' ? 'goroutine' : 'object';
      this.session.select({ kind, id: placed.node.members[0]! });
    }
  }

  /** The picture by keyboard: j and k go from thing to thing, Enter picks, z zooms, Alt and arrows move. */
  private keyed(event: KeyboardEvent): void {
    if (this.view === undefined || event.ctrlKey || event.metaKey) return;
    const pan = event.altKey ? PANS[event.key] : undefined;
    if (pan !== undefined) this.view.panBy(...pan);
    else if (event.key === 'z') this.view.zoomBy(1.3);
    else if (event.key === 'Z') this.view.zoomBy(1 / 1.3);
    else if (event.key === '0') this.fit();
    else if (event.key === 'j' || event.key === 'k') this.point(event.key === 'j' ? 1 : -1);
    else if (event.key === 'Enter') this.pick(this.pointed);
    else if (event.key === 'Escape') this.session.select(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private point(by: 1 | -1): void {
    const { order } = this.view!;
    if (order.length === 0) return;
    const at = order.findIndex((placed) => placed.node.key === this.pointed?.node.key);
    this.pointed = order[(at + by + order.length) % order.length];
    this.view!.pointed = this.pointed?.node.key;
    this.said = this.pointed === undefined ? '' : this.nameOf(this.pointed);
    this.draw();
  }

  private nameOf({ node }: PlacedNode): string {
    const { run } = this.session;
    if (run === undefined || node.kind === 'world') return 'the outside world';
    if (node.kind === 'goroutine') return run.entities.goroutineName(node.members[0]!);
    if (node.members.length > 1) return `${node.label}, ${node.members.length} of them`;
    return run.entities.objectName(node.members[0]!);
  }

  private hover(event: PointerEvent): void {
    const at = { x: event.offsetX, y: event.offsetY };
    const msg = this.view?.hitToken(at) ?? 0;
    const placed = this.view?.hit(at);
    this.canvas.style.cursor = placed === undefined && msg === 0 ? '' : 'pointer';
    const { run } = this.session;
    if (msg !== 0 && run !== undefined) {
      this.canvas.title = `${run.store.value(run.messages.value.get(msg))}: click to follow its way`;
      return;
    }
    if (placed === undefined || run === undefined) {
      this.canvas.removeAttribute('title');
      return;
    }
    const id = placed.node.members[0]!;
    if (placed.node.kind === 'world') {
      this.canvas.title = 'Signals and requests come from here';
      return;
    }
    const isGoroutine = placed.node.kind === 'goroutine' || placed.node.kind === 'group';
    this.canvas.title = isGoroutine
      ? goroutineTip(run.entities.goroutineName(id), run.entities.goroutines.get(id)?.pos ?? 0)
      : run.entities.objectName(id);
  }
}

function goroutineTip(name: string, pos: number): string {
  return pos === 0 ? name : `${name}, started on line ${pos >>> 12}`;
}

const LEGEND_MARKS = {
  running: 'M6.8 5.2l6 3.8-6 3.8z',
  runnable: '',
  blocked: 'M6.8 6.2v5.6M11.2 6.2v5.6',
  sleeping: 'M9 4.6V9l3.2 1.9',
  done: '',
} as const;

function legendIcon(name: (typeof LEGEND)[number]): TemplateResult {
  const color = {
    running: '--run',
    runnable: '--ready',
    blocked: '--block',
    sleeping: '--sleep',
    done: '--done',
  }[name];
  const stroke = `var(${color})`;
  const hollow = name === 'runnable' || name === 'blocked';
  return html`<svg viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.4" fill=${hollow ? 'none' : stroke} stroke=${stroke} stroke-width="2" />
    <path
      fill=${name === 'running' ? 'var(--paper)' : 'none'}
      stroke=${name === 'blocked' ? stroke : 'var(--paper)'}
      stroke-width=${name === 'running' ? 0 : 2}
      stroke-linecap="round"
      d=${LEGEND_MARKS[name]}
    />
  </svg>`;
}
