// The narration of the whole run: one sentence a step, to search, to filter and to click. Only the rows in
// sight exist, so a million steps are as easy as ten.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatCount, formatTime } from '../model/format.ts';
import { Log, LOG_KINDS, WHOLE_LOG, type LogFilter, type LogKind } from '../model/log.ts';
import type { RunIndex } from '../model/run_index.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { styled } from './styled.ts';

const ROW = 26;
const ABOVE = 8;
/** Browsers stop laying out boxes that are much higher than this. */
const HIGHEST = 8_000_000;
const SEARCH_MS = 10;
const TYPING_MS = 160;
const MOST_CHOICES = 200;

@customElement('log-panel')
export class LogPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['step', 'run', 'status'];
  /** The tab is the one that is shown. */
  @property({ type: Boolean }) open = false;
  @state() private filter: LogFilter = WHOLE_LOG;
  @state() private top = 0;
  @query('.rows') private box!: HTMLElement;
  private log: Log | undefined;
  private logOf: RunIndex | undefined;
  private searching = 0;
  private typing = 0;
  private shownStep = -2;
  private height = 400;
  private observer: ResizeObserver | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
        position: relative;
      }
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 6px;
        padding: 10px 16px 8px;
        border-bottom: 1px solid var(--line);
      }
      input {
        grid-column: 1 / -1;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--panel);
        padding: 5px 9px;
        font-size: 14px;
        min-width: 0;
      }
      select {
        border-radius: 8px;
        padding: 4px;
        font-size: 13.5px;
        min-width: 0;
      }
      .count {
        grid-column: 1 / -1;
        color: var(--muted);
        font-size: 12.5px;
      }
      .rows {
        overflow: auto;
        position: relative;
      }
      .sheet {
        position: relative;
        overflow: hidden;
      }
      .window {
        position: absolute;
        left: 0;
        right: 0;
      }
      button {
        display: flex;
        gap: 10px;
        align-items: baseline;
        width: 100%;
        height: 26px;
        border: 0;
        border-radius: 0;
        padding: 2px 16px;
        font-size: 13.5px;
        text-align: left;
        overflow: hidden;
      }
      button[aria-current='step'] {
        background: color-mix(in srgb, var(--accent) 13%, transparent);
        box-shadow: inset 3px 0 var(--accent);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      time {
        flex: none;
        width: 5.6em;
        color: var(--muted);
        font: 12px/1.6 var(--mono);
        text-align: right;
      }
      .later {
        color: var(--muted);
      }
      button span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .none {
        padding: 14px 16px;
        margin: 0;
        color: var(--muted);
      }
    `,
  ];

  override render(): TemplateResult {
    const { run } = this.session;
    const log = this.log;
    return html`<form role="search" @submit=${(e: Event) => e.preventDefault()}>
        <input
          type="search"
          placeholder="Search what happened…"
          aria-label="Search the log"
          @input=${(e: Event) => this.typed((e.target as HTMLInputElement).value)}
        />
        <select
          class="line"
          aria-label="Kind of event"
          @change=${(e: Event) =>
            this.use({ ...this.filter, kind: (e.target as HTMLSelectElement).value as LogKind })}
        >
          ${LOG_KINDS.map(
            ({ key, label }) =>
              html`<option value=${key} ?selected=${key === this.filter.kind}>${label}</option>`,
          )}
        </select>
        ${this.subjects(run)}
        <span class="count" role="status">${this.count()}</span>
      </form>
      <div
        class="rows"
        role="list"
        aria-label="What happened, step by step"
        tabindex="-1"
        @scroll=${() => this.scrolled()}
        @keydown=${(e: KeyboardEvent) => this.key(e)}
      >
        ${log === undefined || run === undefined ? nothing : this.rows(run, log)}
      </div>`;
  }

  private subjects(run: RunIndex | undefined): TemplateResult {
    const { subject } = this.filter;
    const chosen = subject === undefined ? '' : `${subject.kind[0]}${subject.id}`;
    const goroutines = [...(run?.entities.goroutines.keys() ?? [])].slice(0, MOST_CHOICES);
    const objects = [...(run?.entities.objects.keys() ?? [])].slice(0, MOST_CHOICES);
    const option = (value: string, label: string): TemplateResult =>
      html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
    return html`<select
      class="line"
      aria-label="About whom"
      @change=${(e: Event) => this.choose((e.target as HTMLSelectElement).value)}
    >
      ${option('', 'about anybody')}
      <optgroup label="Goroutines">
        ${goroutines.map((g) => option(`g${g}`, run!.entities.goroutineName(g)))}
      </optgroup>
      <optgroup label="Channels, locks …">
        ${objects.map((o) => option(`o${o}`, run!.entities.objectName(o)))}
      </optgroup>
    </select>`;
  }

  private choose(value: string): void {
    const id = Number(value.slice(1));
    const kind = value.startsWith('g') ? 'goroutine' : 'object';
    this.use({ ...this.filter, subject: value === '' ? undefined : { kind, id } });
  }

  private count(): string {
    const { log } = this;
    const { run } = this.session;
    if (log === undefined || run === undefined) return '';
    if (log.isWhole) return `${formatCount(log.length)} steps`;
    const found = `${formatCount(log.length)} of ${formatCount(run.steps.length)} steps`;
    return log.searched < run.steps.length ? `${found}, searching…` : found;
  }

  private typed(text: string): void {
    clearTimeout(this.typing);
    this.typing = window.setTimeout(
      () => this.use({ ...this.filter, text: text.trim().toLowerCase() }),
      TYPING_MS,
    );
  }

  private use(filter: LogFilter): void {
    this.filter = filter;
    this.log = undefined;
    this.shownStep = -2;
  }

  /** Pixels of the sheet; rows beyond HIGHEST are reached in proportion. */
  private sheetHeight(length: number): number {
    return Math.min(HIGHEST, length * ROW);
  }

  private firstRow(length: number): number {
    const sheet = this.sheetHeight(length);
    if (length * ROW <= HIGHEST) return Math.max(0, Math.floor(this.top / ROW) - ABOVE);
    const part = this.top / Math.max(1, sheet - this.height);
    return Math.max(0, Math.min(length - 1, Math.round(part * (length - this.height / ROW))));
  }

  private rows(run: RunIndex, log: Log): TemplateResult {
    const { length } = log;
    if (length === 0) {
      const over = log.searched >= run.steps.length;
      return html`<p class="none">${over ? 'Nothing of this kind happened in this run.' : 'Searching…'}</p>`;
    }
    const first = this.firstRow(length);
    const count = Math.min(length - first, Math.ceil(this.height / ROW) + 2 * ABOVE);
    const whole = length * ROW <= HIGHEST;
    const at = whole ? first * ROW : this.top;
    const end = run.store.endTime;
    const { step: now } = this.session.player;
    const current = log.rowOf(now);
    return html`<div class="sheet" ${styled({ height: `${this.sheetHeight(length)}px` })}>
      <div class="window" ${styled({ top: `${at}px` })}>
        ${Array.from({ length: count }, (_, k) => {
          const row = first + k;
          const step = log.step(row);
          const sentence = log.shown(step);
          return html`<div role="listitem" aria-setsize=${length} aria-posinset=${row + 1}>
            <button
              data-row=${row}
              class=${step > now ? 'later' : ''}
              title=${sentence}
              tabindex=${row === Math.max(0, current) ? 0 : -1}
              aria-current=${row === current && step === now ? 'step' : 'false'}
              @click=${() => this.go(step)}
            >
              <time>${formatTime(run.store.time(run.steps.coreEvent(step)), end)}</time
              ><span>${sentence}</span>
            </button>
          </div>`;
        })}
      </div>
    </div>`;
  }

  private go(step: number): void {
    this.session.player.pause();
    this.session.player.jump(step);
  }

  /** Up and down move from row to row and take the run along. */
  private key(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const { log } = this;
    if (by === undefined || log === undefined || log.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const row = Math.max(0, Math.min(log.length - 1, log.rowOf(this.session.player.step) + by));
    this.go(log.step(row));
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus(),
    );
  }

  private scrolled(): void {
    this.top = this.box.scrollTop;
  }

  /** Behind another tab there is nothing to keep up with. */
  protected override shouldUpdate(): boolean {
    return this.open || !this.hasUpdated;
  }

  override willUpdate(): void {
    const { run, states } = this.session;
    if (!this.open || run === undefined || states === undefined) return;
    if (this.log === undefined || this.logOf !== run) {
      this.logOf = run;
      this.log = new Log(run, states, this.filter);
      this.shownStep = -2;
    }
    if (!this.log.search(SEARCH_MS)) this.searchOn();
  }

  private searchOn(): void {
    clearTimeout(this.searching);
    this.searching = window.setTimeout(() => this.requestUpdate(), 16);
  }

  protected override firstUpdated(): void {
    this.observer = new ResizeObserver(() => {
      this.height = this.box.clientHeight;
      this.requestUpdate();
    });
    this.observer.observe(this.box);
  }

  /** Keeps the current row in sight, unless somebody is reading elsewhere while nothing moves. */
  protected override updated(): void {
    const { log } = this;
    const { step } = this.session.player;
    if (!this.open || log === undefined || step === this.shownStep) return;
    this.shownStep = step;
    const row = Math.max(0, log.rowOf(step));
    if (log.length * ROW > HIGHEST) {
      const part = row / Math.max(1, log.length - this.height / ROW);
      this.box.scrollTop = Math.min(1, part) * (this.sheetHeight(log.length) - this.height);
      return;
    }
    const y = row * ROW;
    if (y < this.box.scrollTop || y + ROW > this.box.scrollTop + this.height)
      this.box.scrollTop = Math.max(0, y - this.height / 2);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    clearTimeout(this.searching);
    clearTimeout(this.typing);
  }
}
