// The outside world of a figure: what happens to the program, and buttons that let something happen now. The
// editor for all of it comes when it is asked for.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatDuration } from '../model/format.ts';
import { hears, inputLabel, MOST_INPUTS } from '../model/outside.ts';
import { SessionElement } from '../panels/session_element.ts';
import { shared } from '../panels/shared_styles.ts';

const OVER = 'The program has ended here: go back to a moment at which it runs';
/** What happens later than these few is told by the editor. */
const MOST_TOLD = 4;

@customElement('embed-outside')
export class EmbedOutside extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source', 'run', 'inputs', 'status'];
  /** The editor has come and takes this row's place. */
  @state() private editing = false;
  @state() private problem = '';
  private wasOver = false;

  static override styles = [
    shared,
    css`
      :host {
        flex: none;
        font-size: 13px;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 5px 8px;
        padding: 6px 16px;
        border-top: 1px solid var(--line);
      }
      button {
        font-size: 13px;
        padding: 3px 9px;
        border-radius: 8px;
      }
      .told {
        color: var(--muted);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // Whether there is still somebody to hear changes with the step.
    this.listen('step', () => {
      if (this.wasOver !== this.session.outside.over) this.requestUpdate();
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { outside, source, player } = this.session;
    this.wasOver = outside.over;
    if (!outside.shown) return nothing;
    if (this.editing) return html`<inputs-bar .session=${this.session}></inputs-bar>`;
    const { list } = outside;
    const given = list.map(({ kind }) => (kind === 'HTTP' || kind === 'STDIN' ? kind : 'SIGINT'));
    const kinds = new Set([...hears(source), ...given]);
    const full = list.length >= MOST_INPUTS;
    const send = (kind: string, words: string): TemplateResult =>
      html`<button
        class="line"
        data-send=${kind}
        title=${outside.over ? OVER : 'At the moment that is shown'}
        ?disabled=${outside.over || full}
        @click=${() => outside.sendNow(kind)}
      >
        ${words}
      </button>`;
    return html`<div role="group" aria-label="What the outside world does">
      <span class="told" data-told>${this.told()}</span>
      ${kinds.has('SIGINT') ? send('SIGINT', 'Send SIGINT now') : nothing}
      ${kinds.has('HTTP') ? send('HTTP', 'Send a request now') : nothing}
      ${
        kinds.has('STDIN')
          ? html`<button
              class="line"
              data-send="STDIN"
              ?disabled=${full}
              @click=${() => {
                const atNs = Math.round(player.timeNs);
                void this.edit().then(() =>
                  outside.add({ kind: 'STDIN', atNs, values: { text: 'hello\n' } }),
                );
              }}
            >
              Type a line…
            </button>`
          : nothing
      }
      <button class="line" data-edit @click=${() => void this.edit()}>Change…</button>
      ${this.problem}
    </div>`;
  }

  private told(): string {
    const { list } = this.session.outside;
    const some = list
      .slice(-MOST_TOLD)
      .map((input) => `${inputLabel(input)} at ${formatDuration(input.atNs)}`);
    if (list.length === 0) return 'Outside world: does nothing';
    return `Outside world: ${list.length > MOST_TOLD ? '… ' : ''}${some.join(', ')}`;
  }

  private async edit(): Promise<void> {
    try {
      await import('../panels/inputs_bar.ts');
      this.editing = true;
    } catch {
      this.problem = 'The editor could not be fetched.';
      throw new Error(this.problem);
    }
  }
}
