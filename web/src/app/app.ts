// The page: panels around one session, laid out for a desk, a tablet and a phone.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../panels/app_header.ts';
import '../panels/caption_line.ts';
import '../panels/files_dialog.ts';
import type { FilesDialog } from '../panels/files_dialog.ts';
import '../panels/findings_panel.ts';
import '../panels/inputs_bar.ts';
import '../panels/inspect_panel.ts';
import '../panels/lesson_panel.ts';
import '../panels/log_panel.ts';
import '../panels/link_notice.ts';
import '../panels/output_panel.ts';
import '../panels/shortcut_sheet.ts';
import type { ShortcutSheet } from '../panels/shortcut_sheet.ts';
import '../panels/slider_bar.ts';
import '../panels/stage_panel.ts';
import '../panels/timeline_panel.ts';
import '../panels/transport_bar.ts';
import '../panels/try_panel.ts';
import { FoundIn } from '../model/findings.ts';
import { pressKey, type StepFinder } from '../player/keys.ts';
import { shared } from '../panels/shared_styles.ts';
import { styled } from '../panels/styled.ts';
// Here it comes with the page; the stage of a figure fetches it when it is wanted.
import '../stage/gestures.ts';
import { TimelineView } from '../timeline/timeline_view.ts';
import { appStyles } from './app_styles.ts';
import { formatCode } from './format_code.ts';
import type { Session } from './session.ts';

const TABS = ['lesson', 'code', 'try', 'inside', 'log', 'findings', 'compare'] as const;
type Tab = (typeof TABS)[number];
/** Tabs that tell of one run. */
const TOLD: ReadonlySet<Tab> = new Set(['inside', 'log', 'findings']);

/** How long it is told what a button has done. */
const TOLD_MS = 4000;
const MOST_TIMELINE = 208;
/** Lanes that there is room for before anything is known. */
const EXPECTED_LANES = 5;

@customElement('sluice-app')
export class SluiceApp extends LitElement {
  /** Set before the element enters the page, and never again. */
  @property({ attribute: false }) session!: Session;
  /** Which engine runs and why. */
  @property() engineLine = '';
  /** The open tab: part of the session, so that links carry it. */
  private get tab(): Tab {
    return TABS.find((tab) => tab === this.session.tab) ?? 'code';
  }
  private set tab(tab: Tab) {
    this.session.setTab(tab);
  }
  /** The panel for comparisons has been loaded, with the charts it needs. */
  @state() private comparing = false;
  /** The run that panels tell of when two are compared. */
  @state() private side: 'left' | 'right' = 'left';
  /** The editor has been loaded. */
  @state() private editor = false;
  @query('shortcut-sheet') private sheet!: ShortcutSheet;
  @query('files-dialog') private files!: FilesDialog;

  static override styles = [shared, appStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.found = new FoundIn();
    // The editor is the largest part of the page; the stage does not wait for it.
    void import('../panels/code_panel.ts').then(() => (this.editor = true));
    document.addEventListener('keydown', this.key);
    this.session.on('program', () => this.requestUpdate());
    this.session.on('run', () => this.requestUpdate());
    this.session.on('compare', () => this.requestUpdate());
    this.session.on('inputs', () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
  }

  /** On narrow screens the row of tabs scrolls: the open one is in sight. */
  protected override updated(): void {
    if (this.shownTab === this.tab) return;
    this.shownTab = this.tab;
    const button = this.renderRoot.querySelector<HTMLElement>(`[data-tab=${this.tab}]`);
    const row = button?.parentElement;
    if (button !== null && button !== undefined && row !== null && row !== undefined)
      keepInSight(button, row);
  }

  private shownTab = '';

  override willUpdate(): void {
    const wanted = this.tab === 'compare' || this.session.beside.comparison !== undefined;
    if (wanted && !this.comparing)
      void import('../panels/compare_panel.ts').then(() => (this.comparing = true));
  }

  override render(): TemplateResult {
    const { session, told } = this;
    const experiments = session.experiments.length;
    const findings = told.findings.length;
    const { comparison } = session.beside;
    return html` <app-header
        role="banner"
        .session=${session}
        @show-shortcuts=${() => this.sheet.show()}
      ></app-header>
      <main aria-label="The running program">
        <div class="above">
          <link-notice .session=${session}></link-notice>
          <slider-bar .session=${session} role="group" aria-label="Parameters"></slider-bar>
          <inputs-bar .session=${session}></inputs-bar>
        </div>
        ${this.stages()}
        <div class=${this.besideEachOther}>
          <caption-line .session=${session} side=${comparison === undefined ? '' : 'Left'}></caption-line>
          ${
            comparison === undefined
              ? nothing
              : html`<caption-line .session=${comparison.right} side="Right"></caption-line>`
          }
        </div>
        <div class=${this.besideEachOther}>
          ${this.timeline(session, comparison?.clockEnd ?? 0)}
          ${comparison === undefined ? nothing : this.timeline(comparison.right, comparison.clockEnd)}
        </div>
      </main>
      <aside aria-label="Lesson, code and output">
        <div class="tabs">
          <div role="tablist" aria-label="About the program">
            ${this.tabButton('lesson', 'Lesson')} ${this.tabButton('code', 'Code')}
            ${this.tabButton('try', experiments > 0 ? `Try it (${experiments})` : 'Try it')}
            ${this.tabButton('inside', 'Inside')} ${this.tabButton('log', 'Log')}
            ${this.tabButton('findings', findings === 0 ? 'Findings' : `Findings (${findings})`)}
            ${this.tabButton('compare', 'Compare')}
          </div>
          ${this.tab === 'code' ? this.formatButton() : this.sideButtons()}
        </div>
        <div class="panel" role="tabpanel" aria-label=${this.tab}>
          <lesson-panel tabindex="0" .session=${session} ?hidden=${this.tab !== 'lesson'}></lesson-panel>
          ${
            this.editor
              ? html`<code-panel
                  .session=${session}
                  ?hidden=${this.tab !== 'code'}
                  @format=${this.format}
                ></code-panel>`
              : nothing
          }
          <try-panel .session=${session} ?hidden=${this.tab !== 'try'}></try-panel>
          ${keyed(
            told,
            html`<inspect-panel
              tabindex="0"
              .session=${told}
              .open=${this.tab === 'inside'}
              ?hidden=${this.tab !== 'inside'}
            ></inspect-panel>`,
          )}
          ${keyed(
            told,
            html`<log-panel
              .session=${told}
              .open=${this.tab === 'log'}
              ?hidden=${this.tab !== 'log'}
            ></log-panel>`,
          )}
          ${keyed(
            told,
            html`<findings-panel
              tabindex="0"
              .session=${told}
              .open=${this.tab === 'findings'}
              ?hidden=${this.tab !== 'findings'}
            ></findings-panel>`,
          )}
          ${
            this.comparing
              ? html`<compare-panel
                  tabindex="0"
                  .session=${session}
                  ?hidden=${this.tab !== 'compare'}
                ></compare-panel>`
              : nothing
          }
        </div>
        <output-panel .session=${session} tabindex="0" role="region" aria-label="Output"></output-panel>
        <p class="engine" data-engine>${this.engineLine}</p>
      </aside>
      ${keyed(
        this.leader,
        html`<transport-bar .session=${this.leader} role="region" aria-label="Player"></transport-bar>`,
      )}
      <shortcut-sheet></shortcut-sheet> <files-dialog .session=${session}></files-dialog>`;
  }

  /** Whose player the controls are about: with two runs side by side, the longer one's. */
  private get leader(): Session {
    return this.session.beside.comparison?.leader ?? this.session;
  }

  /** The run that the panels about a run (inside, log, findings) tell of. */
  private get told(): Session {
    const { comparison } = this.session.beside;
    return this.side === 'right' && comparison !== undefined ? comparison.right : this.session;
  }

  /** Opens a panel that explains what one of the stages shows. */
  private explain(side: 'left' | 'right', panel: string): void {
    this.side = side;
    this.session.setTab(panel);
    void this.updateComplete.then(() => {
      // On a phone the panels are below the stage.
      const tabs = this.renderRoot.querySelector('.tabs')!;
      const { top, bottom } = tabs.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight * 0.8) tabs.scrollIntoView({ block: 'start' });
    });
  }

  /** With two runs side by side: which of them the open panel is about. */
  private sideButtons(): TemplateResult | typeof nothing {
    if (this.session.beside.comparison === undefined || !TOLD.has(this.tab)) return nothing;
    const right = this.told !== this.session;
    const button = (side: 'left' | 'right', label: string, on: boolean): TemplateResult =>
      html`<button
        class="quiet ${on ? 'on' : ''}"
        data-side=${side}
        aria-pressed=${on ? 'true' : 'false'}
        @click=${() => (this.side = side)}
      >
        ${label}
      </button>`;
    return html`<span class="beside" role="group" aria-label="The run that is told about">
      ${button('left', 'Left run', !right)} ${button('right', 'Right run', right)}
    </span>`;
  }

  /** The class of a row of the page that is there once, or once for each of two runs. */
  private get besideEachOther(): string {
    return this.session.beside.comparison === undefined ? 'once' : 'once two';
  }

  private timeline(session: Session, clockEnd: number): TemplateResult {
    const lanes = session.run?.entities.goroutines.size ?? EXPECTED_LANES;
    const height = Math.min(
      MOST_TIMELINE,
      TimelineView.wantedHeight(lanes + (session.outside.list.length > 0 ? 1 : 0)),
    );
    return html`${keyed(
      session,
      html`<timeline-panel
        .session=${session}
        .clockEnd=${clockEnd}
        ${styled({ height: `min(${height}px, 27vh)` })}
      ></timeline-panel>`,
    )}`;
  }

  /** One stage, or two beside each other. */
  private stages(): TemplateResult {
    const { session } = this;
    const { comparison } = session.beside;
    const title = (side: string, of: Session): TemplateResult =>
      html`<p class="side"><b>${side}</b> ${of.program.title}${of.seed === 1 ? '' : `, seed ${of.seed}`}</p>`;
    return html`<div class="stages ${comparison === undefined ? '' : 'two'}">
      <div class="side-box">
        ${comparison === undefined ? nothing : title('Left', session)}
        <stage-panel
          eager
          .session=${session}
          @explain=${(event: CustomEvent<string>) => this.explain('left', event.detail)}
        ></stage-panel>
      </div>
      ${
        comparison === undefined
          ? nothing
          : html`<div class="side-box" data-right>
              ${title('Right', comparison.right)}
              ${keyed(
                comparison,
                html`<stage-panel
                  eager
                  .session=${comparison.right}
                  @explain=${(event: CustomEvent<string>) => this.explain('right', event.detail)}
                ></stage-panel>`,
              )}
            </div>`
      }
    </div>`;
  }

  private formatButton(): TemplateResult {
    return html`<span class="beside">
      <small role="status" data-format>${this.formatted}</small>
      <button class="quiet" title="Open, keep and save programs" @click=${() => this.files.show()}>
        Files
      </button>
      <button
        class="quiet"
        title="Lay out the code as gofmt does (Shift+Alt+F in the code)"
        @click=${this.format}
      >
        Format
      </button>
    </span>`;
  }

  /** What came of formatting, for a moment. */
  @state() private formatted = '';
  private readonly format = async (): Promise<void> => {
    const told = await formatCode(this.session);
    this.formatted = told;
    setTimeout(() => {
      if (this.formatted === told) this.formatted = '';
    }, TOLD_MS);
  };

  private tabButton(tab: Tab, label: string): TemplateResult {
    const on = this.tab === tab;
    return html`<button
      role="tab"
      aria-selected=${on ? 'true' : 'false'}
      tabindex=${on ? 0 : -1}
      data-tab=${tab}
      @click=${() => (this.tab = tab)}
      @keydown=${(e: KeyboardEvent) => this.tabKey(e)}
    >
      ${label}
    </button>`;
  }

  private tabKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.stopPropagation();
    event.preventDefault();
    this.tab = TABS[(TABS.indexOf(this.tab) + by + TABS.length) % TABS.length]!;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-tab=${this.tab}]`)?.focus(),
    );
  }

  /** Keys work wherever the focus is, unless it is in something that uses them itself. */
  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement)) return;
    if (target.isContentEditable || target.closest('dialog') !== null) return;
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement;
    const isButton = target instanceof HTMLButtonElement;
    if (isField || (isButton && (event.key === ' ' || event.key === 'Enter'))) return;
    if (event.key === '?') this.sheet.show();
    else if (!pressKey(this.leader.player, event.key, event.shiftKey, this.finder)) return;
    event.preventDefault();
  };

  private readonly finder: StepFinder = {
    move: (by, unit) => this.leader.stepping.move(by, unit),
    selected: (by) => this.leader.stepping.followSelected(by),
    hold: () => this.leader.stepping.toggleHold(this.leader.stepping.goroutine),
  };
}

/** Scrolls a row sideways, as little as it takes to show all of one of its buttons. */
function keepInSight(button: HTMLElement, row: HTMLElement): void {
  const left = button.offsetLeft - row.offsetLeft;
  const right = left + button.offsetWidth;
  if (left < row.scrollLeft) row.scrollLeft = left;
  else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
}
