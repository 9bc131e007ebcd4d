// The program's code, live: what the visitor types is compiled and run at once, what the run does shows
// on its lines.

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { go } from '@codemirror/lang-go';
import { bracketMatching, codeFolding, foldEffect, foldGutter, indentUnit } from '@codemirror/language';
import { setDiagnostics, type Diagnostic as LintDiagnostic } from '@codemirror/lint';
import { EditorState, Transaction, type Text } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { openFile } from '../app/open_file.ts';
import type { Topic } from '../app/session.ts';
import type { Diagnostic } from '../engine/protocol.ts';
import { markerWord } from '../model/describe.ts';
import { GState, STATE_NAMES } from '../model/lanes.ts';
import { breakpointGutter, breakpointLines, showBreakpoints } from './code_breakpoints.ts';
import { codeTheme } from './code_theme.ts';
import { knobField, markerField, setKnobs, setMarkers, type Marker } from './code_markers.ts';
import { explanation, problemList, problemStyles } from './problem_list.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const TYPING_PAUSE_MS = 350;
/** While a run plays. */
const MARKERS_EVERY_MS = 60;
const MOST_MARKERS = 200;

const FOLD_SIGNS = {
  markerDOM: (open: boolean): HTMLElement => {
    const sign = document.createElement('span');
    sign.textContent = open ? '⌄' : '›';
    sign.title = open ? 'Fold' : 'Unfold';
    return sign;
  },
};

@customElement('code-panel')
export class CodePanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status', 'program'];
  @query('.editor') private host!: HTMLElement;
  private view: EditorView | undefined;
  private timer = 0;
  private lastLine = 0;
  private folded = '';

  static override styles = [
    shared,
    problemStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        min-height: 0;
      }
      .editor {
        min-height: 0;
        overflow: hidden;
      }
      .mine {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 10px;
        align-items: center;
        padding: 6px 20px;
        border-bottom: 1px solid var(--line);
        background: var(--soft);
        font-size: 13.5px;
      }
      .mine button {
        font-size: 13px;
        padding: 2px 9px;
      }
      :host(.dropping) .editor {
        outline: 3px dashed var(--accent);
        outline-offset: -6px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { diagnostics, run } = this.session;
    return html`${this.recovery()}
      <div class="editor"></div>
      ${
        diagnostics.length === 0
          ? nothing
          : html`<div data-diagnostics>
              ${problemList(diagnostics, run !== undefined, (d) => this.goTo(d))}
            </div>`
      }`;
  }

  /** A version of this program that was typed here earlier and is not the one that is shown. */
  private recovery(): TemplateResult {
    const { session } = this;
    const draft = session.own.recoverable;
    if (draft === undefined) return html`<div></div>`;
    return html`<div class="mine" role="note" data-recovery>
      <span>You have changed this program before.</span>
      <button class="line" @click=${() => session.own.recover()}>Show my version</button>
      <button class="line" @click=${() => session.own.forget(draft.id)}>Forget it</button>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.view = new EditorView({
      parent: this.host,
      root: this.renderRoot as ShadowRoot,
      state: EditorState.create({
        doc: this.session.source,
        extensions: [
          breakpointGutter((line) => this.session.stepping.toggleBreakpoint(line)),
          codeFolding({ placeholderText: ' … the lesson' }),
          foldGutter(FOLD_SIGNS),
          history(),
          drawSelection(),
          bracketMatching(),
          go(),
          indentUnit.of('\t'),
          EditorState.tabSize.of(4),
          keymap.of([{ key: 'Shift-Alt-f', run: () => this.dispatchEvent(new Event('format')) }]),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          // Whoever comes here by Tab on the way to somewhere else goes on by Tab and changes nothing.
          EditorView.domEventHandlers({
            focus: (_, view) => {
              if (!this.pressed) view.setTabFocusMode(true);
            },
            pointerdown: (_, view) => view.setTabFocusMode(false),
          }),
          EditorView.contentAttributes.of({
            'aria-label': 'Go source',
            'aria-description': 'Tab leaves the code until something is typed, Escape and Tab afterwards',
            spellcheck: 'false',
            tabindex: '0',
            autocapitalize: 'off',
          }),
          codeTheme,
          markerField,
          knobField,
          EditorView.updateListener.of((update) => {
            const typed =
              update.docChanged &&
              update.transactions.some((t) => t.annotation(Transaction.userEvent) !== undefined);
            if (update.docChanged) this.session.stepping.setBreakpoints(breakpointLines(update.view));
            if (!typed) return;
            update.view.setTabFocusMode(false);
            this.typed();
          }),
        ],
      }),
    });
    this.session.takeTyped = this.flush;
    this.listen('source', () => this.showSource());
    this.listen('program', () => this.showProgram());
    this.listen('status', () => this.showProgram());
    this.listen('step', () => this.showMarkers());
    this.listen('stepping', () => {
      this.showBreakpoints();
      this.showMarkers();
    });
    this.listen('run', () => this.showBreakpoints());
    this.foldLesson();
    this.showProgram();
    this.showMarkers();
  }

  /** The program that is being typed into, until the session has heard of it; "" when it has. */
  private typing = '';

  private typed(): void {
    clearTimeout(this.timer);
    this.typing = this.session.own.typingId;
    this.timer = window.setTimeout(this.flush, TYPING_PAUSE_MS);
  }

  /** Tells the session what has been typed; also when the page is about to go. */
  private readonly flush = (): void => {
    clearTimeout(this.timer);
    if (this.typing === '' || this.typing !== this.session.own.typingId) return;
    this.typing = '';
    this.session.edit(this.view!.state.doc.toString());
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.flush);
    this.addEventListener('pointerdown', this.press);
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, this.press);
    this.addEventListener('dragover', this.drag);
    this.addEventListener('dragleave', this.drag);
    this.addEventListener('drop', this.drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.flush);
    for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, this.press);
  }

  /** A pointer is down in the code. */
  private pressed = false;
  private readonly press = (event: Event): void => {
    this.pressed = event.type === 'pointerdown';
  };

  private readonly drag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.classList.toggle('dropping', event.type === 'dragover');
  };

  private readonly drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.classList.remove('dropping');
    if (file === undefined) return;
    event.preventDefault();
    void openFile(this.session, file);
  };

  /** Replaces only what differs, so that cursor and scrolling stay where they are. */
  private showSource(): void {
    const view = this.view!;
    const old = view.state.doc.toString();
    const next = this.session.source;
    if (old === next) return;
    if (this.typing !== '' && this.typing === this.session.own.typingId) return; // what is typed comes first
    if (this.typing !== '') this.session.own.drafts.put(this.typing, old);
    this.typing = '';
    clearTimeout(this.timer);
    let from = 0;
    while (from < old.length && from < next.length && old[from] === next[from]) from++;
    let oldEnd = old.length;
    let newEnd = next.length;
    while (oldEnd > from && newEnd > from && old[oldEnd - 1] === next[newEnd - 1]) {
      oldEnd--;
      newEnd--;
    }
    view.dispatch({
      changes: { from, to: oldEnd, insert: next.slice(from, newEnd) },
      // Undo takes back one text that came from outside at a time, however fast they came.
      annotations: isolateHistory.of('full'),
    });
    if (this.session.program.id !== this.folded) this.foldLesson();
  }

  /** The package comment has a tab of its own: here only its first line is shown. */
  private foldLesson(): void {
    this.folded = this.session.program.id;
    const { doc } = this.view!.state;
    let last = 1;
    while (last < doc.lines && doc.line(last + 1).text.startsWith('//')) last++;
    if (last < 3 || !doc.line(last + 1).text.startsWith('package ')) return;
    this.view!.dispatch({ effects: foldEffect.of({ from: doc.line(1).to, to: doc.line(last).to }) });
    this.view!.scrollDOM.scrollTop = 0;
  }

  /** Mistakes are underlined, and the lines at which this run's findings show. */
  private marks(doc: Text): LintDiagnostic[] {
    const { diagnostics, findings, source, ran } = this.session;
    const marks = diagnostics.filter((d) => d.line > 0).map((d) => toLint(doc, d));
    // Findings are about the program that ran: they say nothing about lines that have been edited since.
    if (ran?.source !== source || diagnostics.length > 0) return marks;
    for (const { line, title, means, severity } of findings) {
      if (line < 1 || line > doc.lines || severity === 'note') continue;
      const { from, to, text } = doc.line(line);
      marks.push({
        from: from + text.length - text.trimStart().length,
        to,
        severity: 'warning',
        source: title,
        message: means,
      });
    }
    return marks.sort((p, q) => p.from - q.from);
  }

  private showProgram(): void {
    const { session } = this;
    const view = this.view!;
    if (view.state.doc.toString() !== session.source) return;
    view.dispatch({
      effects: setKnobs.of({
        sliders: session.sliders,
        onInput: (name, value) => session.setSlider(name, value),
      }),
    });
    view.dispatch(setDiagnostics(view.state, this.marks(view.state.doc)));
  }

  private shownBreakpoints = '';

  private showBreakpoints(): void {
    const { stepping, runNumber } = this.session;
    const lines = stepping.breakpoints;
    const { complete } = this.session.player;
    const known = lines.size === 0 ? '' : `${runNumber} ${complete} ${stepping.timesLooked}`;
    const key = `${[...lines].sort((p, q) => p - q).join(',')} ${known}`;
    if (this.view === undefined || key === this.shownBreakpoints) return;
    this.shownBreakpoints = key;
    this.view.dispatch({
      effects: showBreakpoints.of({ lines, reached: (line) => stepping.isReached(line) }),
    });
  }

  private markedAt = 0;
  private markersLater = 0;

  private showMarkers(): void {
    const { run, states, player, stepping } = this.session;
    const { between } = stepping.statements;
    if (this.view === undefined || run === undefined || states === undefined) return;
    // While a run plays fast, nobody reads sixty sets of markers a second.
    clearTimeout(this.markersLater);
    const wait = player.playing ? this.markedAt + MARKERS_EVERY_MS - performance.now() : 0;
    if (wait > 0) {
      this.markersLater = window.setTimeout(() => this.showMarkers(), wait);
      return;
    }
    this.markedAt = performance.now();
    const core = player.step < 0 ? -1 : run.steps.coreEvent(player.step);
    const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
    const acting = between?.goroutine ?? (core < 0 ? 0 : run.store.goroutine(core));
    const markers: Marker[] = [];
    for (const g of run.entities.goroutines.keys()) {
      const line = g === between?.goroutine ? between.line : state.pos(g) >>> 12;
      const now = stepping.statements.stateOf(g, state.stateOf(g));
      if (line === 0 || now === GState.None || now === GState.Done || markers.length >= MOST_MARKERS)
        continue;
      const name = run.entities.goroutineName(g);
      const text = `${name} ${g === acting ? '' : markerWord(state, g)}`.trim();
      markers.push({ line, text, state: STATE_NAMES[now], acting: g === acting });
    }
    this.view.dispatch({ effects: setMarkers.of(markers) });
    this.reveal(markers.find((m) => m.acting)?.line ?? 0);
  }

  /**
   * Scrolls to the acting line when it is out of sight; never while somebody types, or moves a slider in
   * the code: a line that leaves the screen takes its slider out of the page, in the middle of the drag.
   */
  private reveal(line: number): void {
    const view = this.view!;
    const used = (this.renderRoot as ShadowRoot).activeElement;
    if (view.hasFocus || this.pressed || (used !== null && view.contentDOM.contains(used))) return;
    if (line === 0 || line === this.lastLine || line > view.state.doc.lines) return;
    this.lastLine = line;
    const block = view.lineBlockAt(view.state.doc.line(line).from);
    const { scrollTop, clientHeight } = view.scrollDOM;
    if (block.top < scrollTop + 8 || block.bottom > scrollTop + clientHeight - 8) {
      view.scrollDOM.scrollTop = Math.max(0, block.top - clientHeight / 2);
    }
  }

  private goTo(diagnostic: Diagnostic): void {
    const view = this.view!;
    if (diagnostic.line === 0) return;
    const { from } = toLint(view.state.doc, diagnostic);
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    view.focus();
  }
}

/** Columns and lengths count bytes; the editor counts UTF-16 units. */
function toLint(doc: Text, d: Diagnostic): LintDiagnostic {
  const line = doc.line(Math.min(Math.max(1, d.line), doc.lines));
  const from = line.from + unitsOfBytes(line.text, d.column - 1);
  const to = Math.max(from + 1, line.from + unitsOfBytes(line.text, d.column - 1 + Math.max(1, d.length)));
  return {
    from: Math.min(from, doc.length),
    to: Math.min(to, doc.length),
    severity: d.severity === 'warning' ? 'warning' : 'error',
    message: `${d.message}\n${explanation(d)}`.trim(),
  };
}

function unitsOfBytes(text: string, bytes: number): number {
  let left = bytes;
  let units = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) break;
    units += char.length;
  }
  return units;
}
