// The program as it runs, to read: each goroutine's line is marked. Nothing can be edited here; the
// laboratory is one click away.

import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { lessonOf } from '../app/catalogue.ts';
import { STATE_NAMES } from '../model/lanes.ts';
import { SessionElement } from '../panels/session_element.ts';
import { shared } from '../panels/shared_styles.ts';

const MOST_NAMES = 3;
/** Of more than these nobody reads the names. */
const MOST_GOROUTINES = 500;

@customElement('embed-code')
export class EmbedCode extends SessionElement {
  protected readonly topics: readonly Topic[] = ['source', 'program', 'step', 'run'];
  private shownLine = 0;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        font: 13px/1.6 var(--mono);
        background: var(--panel);
      }
      ol {
        margin: 0;
        padding: 8px 0;
        list-style: none;
        min-width: max-content;
      }
      li {
        display: flex;
        white-space: pre;
        tab-size: 4;
        padding-right: 16px;
      }
      li > span:first-child {
        flex: none;
        width: 3.4em;
        padding-right: 1em;
        text-align: right;
        color: var(--muted);
        user-select: none;
      }
      .now {
        background: color-mix(in srgb, var(--accent) 13%, transparent);
      }
      .directive {
        color: var(--comment);
      }
      small {
        font: 11.5px/1.8 var(--sans);
        margin-left: 2em;
        color: var(--muted);
      }
      .running {
        color: var(--run);
      }
      .runnable {
        color: var(--ready);
      }
      .blocked {
        color: var(--block);
      }
      .sleeping {
        color: var(--sleep);
      }
    `,
  ];

  override render(): TemplateResult {
    const { source } = this.session;
    const lines = source.replace(/\n$/, '').split('\n');
    // The lesson stands in the text around the figure.
    const skip =
      lessonOf(source) === ''
        ? 0
        : Math.max(
            0,
            lines.findIndex((line) => line.startsWith('package ')),
          );
    const here = this.whereabouts();
    const now = this.currentLine();
    return html`<ol tabindex="0" role="list" aria-label="Go source">
      ${lines.slice(skip).map((line, k) => {
        const number = skip + k + 1;
        return html`<li class=${number === now ? 'now' : ''} data-line=${number}>
          <span aria-hidden="true">${number}</span
          ><span class=${/^\s*\/\//.test(line) ? 'directive' : ''}>${line}</span>${here.get(number) ?? ''}
        </li>`;
      })}
    </ol>`;
  }

  private currentLine(): number {
    const { run, player } = this.session;
    return run === undefined || player.step < 0 ? 0 : run.store.line(run.steps.coreEvent(player.step));
  }

  /** The goroutines that are at each line. */
  private whereabouts(): Map<number, TemplateResult> {
    const { run, states, player } = this.session;
    const found = new Map<number, TemplateResult>();
    if (run === undefined || states === undefined || player.step < 0) return found;
    const state = states.at(run.steps.lastEvent(player.step));
    const names = new Map<number, { name: string; state: string }[]>();
    const ids = [...run.entities.goroutines.keys()].slice(0, MOST_GOROUTINES);
    for (const id of ids) {
      const line = state.pos(id) >>> 12;
      const stateName = STATE_NAMES[state.stateOf(id)] ?? '';
      if (line === 0 || stateName === 'done' || stateName === '') continue;
      const list = names.get(line) ?? [];
      list.push({ name: run.entities.goroutineName(id), state: stateName });
      names.set(line, list);
    }
    for (const [line, list] of names) {
      const more = list.length > MOST_NAMES ? ` +${list.length - MOST_NAMES}` : '';
      const shown = list
        .slice(0, MOST_NAMES)
        .map((one, k) => html`${k > 0 ? ', ' : ''}<b class=${one.state}>${one.name}</b>`);
      found.set(line, html`<small>${shown}${more}</small>`);
    }
    return found;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const now = this.currentLine();
    if (now === this.shownLine || this.hidden) return;
    this.shownLine = now;
    const line = this.renderRoot.querySelector<HTMLElement>('li.now');
    if (line === null) return;
    const top = line.offsetTop;
    const outside = top < this.scrollTop + 20 || top > this.scrollTop + this.clientHeight - 40;
    if (outside) this.scrollTop = Math.max(0, top - this.clientHeight / 2);
  }
}
