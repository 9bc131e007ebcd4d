// Looks inside: the stack of every goroutine at the current step, with its lines and local variables.
// The engine runs again up to the step to tell them, so this is only asked for at rest and while the tab
// is open.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { STATE_NAMES } from '../model/lanes.ts';
import { parseInspection, shownValue, type Frame, type InspectedGoroutine } from '../model/inspection.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const PAUSE_MS = 120;
const MOST_GOROUTINES = 100;

@customElement('inspect-panel')
export class InspectPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status'];
  /** The tab is the one that is shown. */
  @property({ type: Boolean }) open = false;
  @state() private goroutines: readonly InspectedGoroutine[] = [];
  private timer = 0;
  private asked = '';

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 12px 20px 24px;
      }
      p {
        margin: 0;
        color: var(--muted);
        font-size: 14px;
      }
      section {
        border-left: 3px solid var(--line);
        padding: 2px 0 6px 12px;
        margin-bottom: 12px;
      }
      h2 {
        margin: 0;
        font-size: 14.5px;
        font-weight: 600;
      }
      h2 span {
        font-weight: 400;
        font-size: 13px;
      }
      .running {
        border-color: var(--run);
      }
      .runnable {
        border-color: var(--ready);
      }
      .blocked {
        border-color: var(--block);
      }
      .sleeping {
        border-color: var(--sleep);
      }
      .running h2 span {
        color: var(--run);
      }
      .runnable h2 span {
        color: var(--ready);
      }
      .blocked h2 span {
        color: var(--block);
      }
      .sleeping h2 span {
        color: var(--sleep);
      }
      .done h2 span {
        color: var(--done);
      }
      .frame {
        margin: 4px 0 0;
        font: 12.5px/1.6 var(--mono);
        color: var(--muted);
      }
      .frame b {
        color: var(--ink);
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 14px;
        margin: 2px 0 0 14px;
        font: 12.5px/1.6 var(--mono);
      }
      dt {
        color: var(--muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dd i {
        color: var(--muted);
        font-style: normal;
      }
    `,
  ];

  override render(): TemplateResult {
    if (this.session.player.playing) return html`<p>Pause to look inside.</p>`;
    if (this.goroutines.length === 0) return html`<p>Nothing to see at this step.</p>`;
    return html`${this.ordered().map((g) => this.goroutine(g))}`;
  }

  /** The acting goroutine first, then the others by number. */
  private ordered(): InspectedGoroutine[] {
    const { run, player } = this.session;
    const acting =
      run === undefined || player.step < 0 ? 0 : run.store.goroutine(run.steps.coreEvent(player.step));
    return [...this.goroutines]
      .sort((p, q) => Number(q.number === acting) - Number(p.number === acting) || p.number - q.number)
      .slice(0, MOST_GOROUTINES);
  }

  private goroutine(g: InspectedGoroutine): TemplateResult {
    const { states, run, player } = this.session;
    const last = run === undefined || player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    const now = STATE_NAMES[states?.at(last).stateOf(g.number) ?? 0];
    const name = run?.entities.goroutineName(g.number) ?? g.name;
    return html`<section class=${now} data-goroutine=${g.number}>
      <h2>${name} <span>${g.reason === '' || g.reason === 'sleep' ? now : `${now}: ${g.reason}`}</span></h2>
      ${g.frames.filter((frame) => !frame.library).map((frame) => this.frame(frame))}
    </section>`;
  }

  private frame(frame: Frame): TemplateResult {
    const locals = frame.locals.filter((local) => local.name !== '_');
    return html`<p class="frame"><b>${frame.function.replace(/^main\./, '')}</b> line ${frame.line}</p>
      ${
        locals.length === 0
          ? nothing
          : html`<dl>
              ${locals.map((local) => {
                return html`<dt>${local.name}</dt>
                  <dd>${shownValue(local)} <i>${local.type}</i></dd>`;
              })}
            </dl>`
      }`;
  }

  protected override firstUpdated(): void {
    this.listen('step', () => this.later());
    this.listen('run', () => this.later());
  }

  protected override updated(): void {
    if (this.open) this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    if (this.open) this.timer = window.setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    const { run, player, engine } = this.session;
    if (player.playing) {
      this.requestUpdate();
      return;
    }
    if (run === undefined) return;
    const last = player.step < 0 ? -1 : run.steps.lastEvent(player.step);
    const key = `${this.session.runNumber} ${last}`;
    if (key === this.asked) return;
    this.asked = key;
    const answer = await engine.stateAt(last + 1).catch(() => '');
    if (key === this.asked) this.goroutines = parseInspection(answer);
  }
}
