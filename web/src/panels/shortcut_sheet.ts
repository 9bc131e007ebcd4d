// Which keys do what; opened with "?".

import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { SHORTCUTS } from '../player/shortcuts.ts';
import { shared } from './shared_styles.ts';

@customElement('shortcut-sheet')
export class ShortcutSheet extends LitElement {
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    shared,
    css`
      dialog {
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--panel);
        color: var(--ink);
        padding: 20px 26px 22px;
        box-shadow: var(--shadow);
        max-width: min(30em, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: #10141b66;
      }
      h2 {
        margin: 0 0 10px;
        font-size: 17px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 7px 18px;
        margin: 0 0 16px;
      }
      dt {
        display: flex;
        gap: 4px;
        justify-content: flex-end;
      }
      dd {
        margin: 0;
      }
      a {
        color: var(--accent);
      }
      kbd {
        font: 12.5px/1.5 var(--mono);
        background: var(--soft);
        border: 1px solid var(--line);
        border-bottom-width: 2px;
        border-radius: 5px;
        padding: 0 6px;
        white-space: nowrap;
      }
    `,
  ];

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">Keyboard</h2>
      <dl>
        ${SHORTCUTS.map(
          ({ keys, what }) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${what}</dd>`,
        )}
      </dl>
      <p>What each panel does: <a href="./instruments.html" target="_blank">The instruments</a></p>
      <form method="dialog"><button class="line" autofocus>Close</button></form>
    </dialog>`;
  }
}
