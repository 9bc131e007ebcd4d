// One value that can be opened, and its parts below it: fields, elements, entries, values in a buffer. Parts
// are asked for when they are opened; a value that leads back to one it is inside of says so and stays
// closed, so cycles do no harm.

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isOpaque, isWrapped, shownValue, unwrapped, type Value } from '../model/inspection.ts';

/** Parts shown at once; more on demand. */
const PAGE = 50;

export interface PartSource {
  parts(path: string, from: number, count: number): Promise<readonly Value[]>;
}

/** For the styles of a panel that shows values. */
export const valueStyles = css`
  value-tree {
    display: block;
    font: 12.5px/1.6 var(--mono);
  }
  value-tree .row {
    display: flex;
    align-items: baseline;
    gap: 6px;
    padding-left: 16px;
  }
  value-tree button.row {
    width: 100%;
    padding: 0;
    border: 0;
    border-radius: 4px;
    font: inherit;
    text-align: left;
    white-space: normal;
  }
  value-tree .sign {
    flex: none;
    width: 10px;
    color: var(--muted);
    transition: rotate 0.12s;
  }
  value-tree .open > .sign {
    rotate: 90deg;
  }
  value-tree .name {
    flex: none;
    color: var(--muted);
    max-width: 50%;
    overflow-wrap: anywhere;
  }
  value-tree .text {
    overflow: hidden;
    text-overflow: ellipsis;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }
  value-tree .type {
    color: var(--muted);
  }
  value-tree .again {
    color: var(--ready);
    font-family: var(--sans);
  }
  value-tree .parts {
    margin-left: 5px;
    padding-left: 10px;
    border-left: 1px solid var(--line);
  }
  value-tree .more {
    font: 12.5px/1.5 var(--sans);
    padding: 2px 8px;
    margin: 2px 0 4px 16px;
  }
`;

@customElement('value-tree')
export class ValueTree extends LitElement {
  @property({ attribute: false }) value!: Value;
  @property({ attribute: false }) source!: PartSource;
  /** Where the engine finds it (Run::parts). */
  @property() path = '';
  /** Changes whenever the moment does: what is open is asked for again. */
  @property() moment = '';
  /** Targets of the values this one is inside of. */
  @property({ attribute: false }) above: readonly string[] = [];
  @state() private open = false;
  @state() private parts: readonly Value[] = [];
  private asked = '';
  /** What an atomic holds. */
  @state() private held: ReturnType<typeof unwrapped>;

  /** In its panel's own tree: a value is text like all the rest there, to select, to find and to read out. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    const wrapped = isWrapped(this.value);
    if (!wrapped) this.held = undefined;
    if ((this.open || wrapped) && `${this.moment} ${this.path}` !== this.asked) void this.ask(PAGE);
  }

  private async ask(count: number): Promise<void> {
    const key = `${this.moment} ${this.path}`;
    this.asked = key;
    const parts = await this.source.parts(this.path, 0, Math.max(count, Math.min(this.parts.length, 1000)));
    if (this.asked !== key) return;
    this.parts = parts;
    this.held = isWrapped(this.value) ? unwrapped(this.value, parts) : undefined;
  }

  override render(): TemplateResult {
    const { held } = this;
    if (held !== undefined) {
      const { type } = held.value.parts > 0 ? held.value : this.value;
      const value = { ...held.value, name: this.value.name, type };
      return html`<value-tree
        .value=${value}
        .source=${this.source}
        .above=${this.above}
        path=${`${this.path}/${held.index}`}
        moment=${this.moment}
      ></value-tree>`;
    }
    const { value } = this;
    const back = value.target !== undefined && this.above.includes(value.target);
    const opens = value.parts > 0 && !back && !isOpaque(value);
    const text = html`<span class="name">${value.name}</span>
      <span class="text"
        >${shownValue(value)} <span class="type">${value.type}</span>${
          back ? html` <span class="again">↺ the same as above</span>` : nothing
        }</span
      >`;
    if (!opens) return html`<div class="row">${text}</div>`;
    return html`<button
        class="row ${this.open ? 'open' : ''}"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open = !this.open)}
      >
        <span class="sign" aria-hidden="true">▸</span>${text}
      </button>
      ${this.open ? this.inner() : nothing}`;
  }

  private inner(): TemplateResult {
    const { value } = this;
    const above = value.target === undefined ? this.above : [...this.above, value.target];
    const left = value.parts - this.parts.length;
    return html`<div class="parts" role="group" aria-label=${`Parts of ${value.name}`}>
      ${this.parts.map(
        (part, k) =>
          html`<value-tree
            .value=${part}
            .source=${this.source}
            .above=${above}
            path=${`${this.path}/${k}`}
            moment=${this.moment}
          ></value-tree>`,
      )}
      ${
        left > 0 && this.parts.length > 0
          ? html`<button class="line more" @click=${() => void this.ask(this.parts.length + 4 * PAGE)}>
              ${left} more
            </button>`
          : nothing
      }
    </div>`;
  }
}
