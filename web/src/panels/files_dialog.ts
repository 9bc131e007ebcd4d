// One's own programs: open a file, begin a new one, go back to one that is kept here, save one as a file, and
// the way back to the catalogue's version.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Draft } from '../app/drafts.ts';
import { openFile } from '../app/open_file.ts';
import type { Topic } from '../app/session.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

@customElement('files-dialog')
export class FilesDialog extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program'];
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;
  @state() private problem = '';

  static override styles = [
    shared,
    css`
      dialog {
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--panel);
        color: var(--ink);
        padding: 20px 24px;
        box-shadow: var(--shadow);
        width: min(30em, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: #10141b66;
      }
      h2 {
        margin: 0 0 10px;
        font-size: 17px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-bottom: 14px;
      }
      ul {
        list-style: none;
        margin: 0 0 14px;
        padding: 0;
        max-height: 40vh;
        overflow: auto;
        border-top: 1px solid var(--line);
      }
      li {
        display: flex;
        align-items: center;
        border-bottom: 1px solid var(--line);
      }
      li .open {
        flex: 1;
        min-width: 0;
        text-align: left;
        overflow: hidden;
        text-overflow: ellipsis;
        border-radius: 0;
        padding: 7px 4px;
      }
      small {
        color: var(--muted);
        font-size: 12.5px;
        margin-left: 6px;
      }
      p {
        margin: 0 0 12px;
        color: var(--muted);
        font-size: 13.5px;
      }
      .problem {
        color: var(--block);
      }
    `,
  ];

  show(): void {
    this.problem = '';
    this.requestUpdate();
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { session } = this;
    const { own } = session.own.drafts;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">Your programs</h2>
      <div class="row">
        <button class="line" data-new @click=${() => this.and(() => session.own.begin())}>New program</button>
        <button class="line" @click=${() => this.input.click()}>Open a file…</button>
        <button class="line" data-download @click=${() => this.download()}>Save as a file</button>
        ${
          session.edited
            ? html`<button class="line" data-reset @click=${() => this.and(() => session.reset())}>
                Back to the catalogue’s version
              </button>`
            : nothing
        }
        <input
          type="file"
          accept=".go,text/plain"
          hidden
          aria-label="Go file"
          @change=${() => this.chosen()}
        />
      </div>
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        own.length === 0
          ? html`<p>Programs that you write are kept in this browser, and nowhere else.</p>`
          : html`<ul aria-label="Programs kept in this browser">
              ${own.map((draft) => this.one(draft))}
            </ul>`
      }
      <form method="dialog"><button class="line" autofocus>Close</button></form>
    </dialog>`;
  }

  private one(draft: Draft): TemplateResult {
    const { session } = this;
    const day = new Date(draft.changed).toLocaleString(undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return html`<li>
      <button class="open" data-draft=${draft.id} @click=${() => this.and(() => session.own.open(draft.id))}>
        ${draft.title}<small>${day}</small>
      </button>
      <button
        aria-label=${`Delete ${draft.title}`}
        title="Delete"
        @click=${() => {
          session.own.drafts.remove(draft.id);
          this.requestUpdate();
        }}
      >
        ✕
      </button>
    </li>`;
  }

  private and(act: () => void): void {
    act();
    this.dialog.close();
  }

  private async chosen(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file === undefined) return;
    this.problem = await openFile(this.session, file);
    if (this.problem === '') this.dialog.close();
  }

  private download(): void {
    const { session } = this;
    const url = URL.createObjectURL(new Blob([session.source], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${session.program.id === 'own' ? 'main' : session.program.id}.go`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }
}
