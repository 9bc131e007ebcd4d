// The head of the page: what it is, which program is open, and the few things that concern the whole page.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { OWN_PROGRAM } from '../app/catalogue.ts';
import { CATALOGUE } from '../app/catalogue_names.ts';
import type { Topic } from '../app/session.ts';
import { currentTheme, toggleTheme } from '../app/theme.ts';
import type { ShareDialog } from './share_dialog.ts';
import { icons } from './icons.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

@customElement('app-header')
export class AppHeader extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source'];
  @state() private sharing = false;

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 9px 20px;
      }
      .logo {
        display: flex;
        gap: 8px;
        align-items: center;
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      .logo svg {
        width: 22px;
        height: 22px;
        flex: none;
      }
      .crumb {
        color: var(--muted);
      }
      .menu {
        position: relative;
        display: inline-flex;
        align-items: center;
        min-width: 0;
      }
      .menu select {
        appearance: none;
        field-sizing: content;
        border: 0;
        background: none;
        font-weight: 600;
        padding: 4px 26px 4px 6px;
        border-radius: 8px;
        cursor: pointer;
        min-width: 0;
        max-width: 100%;
        text-overflow: ellipsis;
      }
      .menu select:hover {
        background: var(--soft);
      }
      .menu option {
        background: var(--panel);
        color: var(--ink);
        font-weight: 400;
      }
      .menu svg {
        position: absolute;
        right: 5px;
        width: 16px;
        height: 16px;
        pointer-events: none;
        color: var(--muted);
      }
      .edited {
        color: var(--muted);
        font-size: 13px;
        white-space: nowrap;
      }
      nav {
        margin-left: auto;
        display: flex;
        gap: 4px;
        align-items: center;
      }
      nav .square {
        padding: 6px 8px;
      }
      @media (max-width: 760px) {
        :host {
          padding: 8px 12px;
          gap: 8px;
        }
        .crumb,
        .own,
        .edited,
        .keys {
          display: none;
        }
      }
      @media (max-width: 420px) {
        .logo b {
          display: none;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { program, edited } = this.session;
    const own = program.id === OWN_PROGRAM.id;
    const reset = (): void => this.session.reset();
    const openOwn = (): void => this.session.choose(OWN_PROGRAM.id);
    return html` <span class="logo">
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <path d="M2 6h18M2 16h18" stroke="var(--accent)" stroke-width="2.4" stroke-linecap="round" />
          <rect x="9" y="3" width="4" height="9" rx="1.2" fill="var(--ink)" />
          <circle cx="5.5" cy="11" r="2" fill="var(--t2)" />
          <circle cx="16.5" cy="11" r="2" fill="var(--t1)" />
        </svg>
        <b>Sluicebox</b>
        <h1 class="hidden">Sluicebox: ${program.title}</h1>
      </span>
      <a class="crumb" href="patterns.html">Patterns</a>
      <span class="crumb" aria-hidden="true">/</span>
      <span class="menu">
        <select
          aria-label="Program"
          @change=${(e: Event) => this.session.choose((e.target as HTMLSelectElement).value)}
        >
          ${CATALOGUE.map(
            (p) => html`<option value=${p.id} ?selected=${p.id === program.id}>${p.title}</option>`,
          )}
          <option value=${OWN_PROGRAM.id} ?selected=${OWN_PROGRAM.id === program.id}>
            ${OWN_PROGRAM.title}
          </option>
        </select>
        ${icons.down}
      </span>
      ${edited ? html`<span class="edited">edited <button @click=${reset}>undo</button></span>` : nothing}
      <nav aria-label="Page">
        ${own ? nothing : html`<button class="own" @click=${openOwn}>Your own program</button>`}
        <button
          class="square"
          title=${currentTheme() === 'dark' ? 'Light colours' : 'Dark colours'}
          aria-label="Light or dark colours"
          @click=${() => this.theme()}
        >
          ${currentTheme() === 'dark' ? icons.light : icons.dark}
        </button>
        <button
          class="square keys"
          title="Keyboard shortcuts (?)"
          aria-label="Keyboard shortcuts"
          @click=${() => this.dispatchEvent(new CustomEvent('show-shortcuts'))}
        >
          ${icons.keyboard}
        </button>
        <button class="line" title="Link, embed, save as a file" @click=${() => void this.share()}>
          Share
        </button>
      </nav>
      ${this.sharing ? html`<share-dialog .session=${this.session}></share-dialog>` : nothing}`;
  }

  private theme(): void {
    toggleTheme();
    this.requestUpdate();
  }

  /** The dialog comes with encoders and exports that most visits do not need. */
  private async share(): Promise<void> {
    await import('./share_dialog.ts');
    this.sharing = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<ShareDialog>('share-dialog')?.show();
  }
}
