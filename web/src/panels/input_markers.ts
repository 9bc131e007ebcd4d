// The inputs on the timeline: a marker for each, which can be dragged, moved by arrow keys, opened and
// deleted. The run is made anew when a marker is let go, not while it moves: the axis under it would
// change.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatDuration } from '../model/format.ts';
import { inputLabel, isSignal, type Happening } from '../model/outside.ts';
import { grainOf, type TimelineView } from '../timeline/timeline_view.ts';
import { icons } from './icons.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { styled } from './styled.ts';

/** A press that moves less than this is a click. */
const LEAST_DRAG = 3;
const WIDE_STEP = 10;

interface Drag {
  readonly place: number;
  readonly x: number;
  readonly atNs: number;
  readonly moved: boolean;
}

@customElement('input-markers')
export class InputMarkers extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'inputs', 'run'];
  @property({ attribute: false }) view: TimelineView | undefined;
  @state() private drag: Drag | undefined;
  private placedAs = '';

  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        left: 20px;
        top: 0;
        width: 0;
        height: 0;
      }
      .marker {
        position: absolute;
        left: 0;
        top: 2px;
        width: 22px;
        height: 20px;
        margin-left: -11px;
        display: grid;
        place-items: center;
        border-radius: 6px;
        background: var(--panel);
        border: 1px solid var(--pipe-edge);
        color: var(--ink);
        cursor: ew-resize;
        touch-action: none;
        user-select: none;
      }
      .marker:hover,
      .marker.open {
        border-color: var(--accent);
        color: var(--accent);
      }
      .marker.dragged {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
        z-index: 1;
      }
      .marker.aside {
        opacity: 0.55;
        border-style: dashed;
      }
      .marker svg.icon {
        width: 14px;
        height: 14px;
      }
      .when {
        position: absolute;
        top: 23px;
        left: 50%;
        transform: translateX(-50%);
        padding: 1px 7px;
        border-radius: 6px;
        background: var(--ink);
        color: var(--paper);
        font: 12px/1.5 var(--sans);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        pointer-events: none;
      }
      @media (max-width: 760px) {
        :host {
          left: 12px;
          top: 4px;
        }
      }
    `,
  ];

  /** The window of the timeline may have changed: puts the markers where they belong. */
  place(): void {
    const { view } = this;
    if (view === undefined) return;
    const as = this.session.outside.list.map((input) => view.xOfTime(input.atNs).toFixed(1)).join(' ');
    if (as !== this.placedAs) this.requestUpdate();
    this.placedAs = as;
  }

  override render(): TemplateResult {
    return html`${this.session.outside.list.map((input, k) => this.marker(input, k))}`;
  }

  private marker(input: Happening, place: number): TemplateResult {
    const { view, drag } = this;
    const dragged = drag?.place === place && drag.moved;
    const atNs = dragged ? drag.atNs : input.atNs;
    const wanted = view?.xOfTime(atNs) ?? 0;
    const { left, right } = view?.laneEdges ?? { left: 0, right: 0 };
    const x = Math.max(left, Math.min(wanted, right));
    const open = this.session.outside.editing === place;
    const aside = wanted > right + 1 || wanted < left - 1;
    const end = Math.max(this.session.run?.store.endTime ?? 0, atNs);
    return html`<div
      class="marker ${dragged ? 'dragged' : ''} ${open ? 'open' : ''} ${aside ? 'aside' : ''}"
      role="slider"
      tabindex="0"
      aria-label=${`Input ${inputLabel(input)}`}
      aria-valuemin="0"
      aria-valuemax=${end / 1e6}
      aria-valuenow=${atNs / 1e6}
      aria-valuetext=${formatDuration(atNs)}
      title=${`${inputLabel(input)} at ${formatDuration(atNs)}: drag it, click to change, Delete to remove`}
      data-marker=${place}
      ${styled({ left: `${x}px` })}
      @pointerdown=${(e: PointerEvent) => this.down(e, place, input)}
      @pointermove=${(e: PointerEvent) => this.move(e)}
      @pointerup=${() => this.up()}
      @pointercancel=${() => (this.drag = undefined)}
      @keydown=${(e: KeyboardEvent) => this.key(e, place, input)}
    >
      ${isSignal(input.kind) ? icons.signal : input.kind === 'HTTP' ? icons.request : icons.typed}
      ${dragged ? html`<span class="when">${formatDuration(atNs)}</span>` : ''}
    </div>`;
  }

  private down(event: PointerEvent, place: number, input: Happening): void {
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.drag = { place, x: event.clientX, atNs: input.atNs, moved: false };
  }

  private move(event: PointerEvent): void {
    const { drag, view } = this;
    if (drag === undefined || view === undefined) return;
    const moved = drag.moved || Math.abs(event.clientX - drag.x) >= LEAST_DRAG;
    if (!moved) return;
    const x = event.clientX - this.getBoundingClientRect().left;
    const grain = grainOf(view.timeShown, 500);
    this.drag = { ...drag, moved, atNs: Math.max(0, Math.round(view.timeAt(x) / grain) * grain) };
  }

  private up(): void {
    const { drag } = this;
    this.drag = undefined;
    if (drag === undefined) return;
    const { outside } = this.session;
    if (!drag.moved) outside.edit(outside.editing === drag.place ? undefined : drag.place);
    else this.moveTo(drag.place, drag.atNs);
  }

  private moveTo(place: number, atNs: number): void {
    const { outside } = this.session;
    const input = outside.list[place];
    if (input !== undefined && input.atNs !== atNs) outside.replace(place, { ...input, atNs });
  }

  private key(event: KeyboardEvent, place: number, input: Happening): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { outside } = this.session;
    const step = grainOf(this.view?.timeShown ?? 1e9, 100) * (event.shiftKey ? WIDE_STEP : 1);
    const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
    if (by !== undefined) this.moveTo(place, Math.max(0, input.atNs + by));
    else if (event.key === 'Home') this.moveTo(place, 0);
    else if (event.key === 'Enter' || event.key === ' ') outside.edit(place);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.drop(place);
    else if (event.key === 'Escape' && this.drag !== undefined) this.drag = undefined;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private drop(place: number): void {
    this.session.outside.remove(place);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-marker="${Math.max(0, place - 1)}"]`)?.focus(),
    );
  }
}
