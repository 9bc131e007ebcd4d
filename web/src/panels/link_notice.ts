// Says what could not be done of a link: each problem in a sentence, until the visitor has read it.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

@customElement('link-notice')
export class LinkNotice extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'status', 'run'];

  static override styles = [
    shared,
    css`
      div {
        display: flex;
        gap: 12px;
        align-items: start;
        padding: 8px 24px;
        border-bottom: 1px solid var(--line);
        background: color-mix(in srgb, var(--ready) 10%, var(--panel));
        font-size: 14px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        flex: 1;
        overflow-wrap: anywhere;
      }
      button {
        margin: -3px -8px -3px 0;
      }
      @media (max-width: 760px) {
        div {
          padding: 8px 16px;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { linkProblems } = this.session;
    if (linkProblems.length === 0) return nothing;
    return html`<div role="status" data-link-problems>
      <ul>
        ${linkProblems.map((problem) => html`<li>${problem}</li>`)}
      </ul>
      <button aria-label="Close this note" @click=${() => this.session.forgetProblems()}>×</button>
    </div>`;
  }
}
