// The lesson: the program's own package comment.

import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { lessonOf } from '../app/catalogue.ts';
import type { Topic } from '../app/session.ts';
import { markdown } from './markdown.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

@customElement('lesson-panel')
export class LessonPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source'];

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 14px 24px 28px;
      }
      article {
        max-width: 36em;
      }
      h2 {
        margin: 0 0 0.5em;
        font-size: 22px;
        line-height: 1.25;
        letter-spacing: -0.01em;
      }
      h3 {
        margin: 1.6em 0 0.4em;
        font-size: 15.5px;
      }
      p,
      ul {
        margin: 0.6em 0;
      }
      ul {
        padding-left: 1.15em;
      }
      li {
        margin: 0.45em 0;
      }
      li::marker {
        color: var(--accent);
      }
      code,
      pre {
        font-family: var(--mono);
        font-size: 0.88em;
        background: var(--soft);
        border-radius: 4px;
        padding: 1px 4px;
      }
      pre {
        padding: 10px 14px;
        overflow: auto;
      }
      a {
        color: var(--accent);
      }
      .none {
        color: var(--muted);
      }
    `,
  ];

  override render(): TemplateResult {
    const lesson = lessonOf(this.session.source);
    return html`<article>
      ${
        lesson === ''
          ? html`<p class="none">
              This program has no lesson. A comment in front of <code>package main</code> becomes one; it may
              use Markdown.
            </p>`
          : markdown(lesson)
      }
    </article>`;
  }
}
