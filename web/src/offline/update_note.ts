// "A newer version is there": said once, quietly, with a button. The address holds the run, so that a reload
// loses nothing.

import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../panels/shared_styles.ts';

@customElement('update-note')
export class UpdateNote extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        left: 50%;
        top: 14px;
        transform: translateX(-50%);
        z-index: 10;
        display: flex;
        gap: 10px;
        align-items: center;
        width: max-content;
        max-width: calc(100vw - 24px);
        padding: 8px 10px 8px 16px;
        border-radius: 12px;
        background: var(--panel);
        box-shadow: var(--shadow);
        font-size: 14px;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<span role="status">A newer Sluicebox is ready.</span>
      <button class="line" @click=${() => location.reload()}>Use it</button>
      <button aria-label="Not now" @click=${() => this.remove()}>×</button>`;
  }
}
