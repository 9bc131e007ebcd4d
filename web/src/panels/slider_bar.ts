// The sliders above the stage: one for each `//sluice:slider` of the program, and the number of processors.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import {
  inputStep,
  lastPosition,
  positionOf,
  sliderLabel,
  valueAt,
  valueLabel,
} from '../app/slider_values.ts';
import type { Slider } from '../engine/protocol.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const DEFAULT_PROCESSORS = 4;
const MOST_PROCESSORS = 16;

@customElement('slider-bar')
export class SliderBar extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source', 'status'];
  /** Names of the sliders to show, "processors" among them; undefined for all. */
  @property({ attribute: false }) only: readonly string[] | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        /* As wide as the names need, where there is room: --sliders is how many there are. */
        --share: calc((100% - (var(--sliders, 1) - 1) * 20px) / var(--sliders, 1));
        grid-template-columns: repeat(auto-fill, minmax(clamp(136px, var(--share), 230px), 1fr));
        gap: 8px 20px;
        padding: 12px 24px;
      }
      label {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 3px;
        font-size: 13px;
        color: var(--muted);
        min-width: 0;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 8px;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      b {
        color: var(--ink);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      input[type='range'] {
        width: 100%;
        margin: 0;
        height: 20px;
        accent-color: var(--accent);
      }
      input[type='checkbox'] {
        width: 18px;
        height: 18px;
        margin: 1px 0;
        accent-color: var(--accent);
      }
      @media (max-width: 760px) {
        :host {
          padding: 10px 16px;
          grid-template-columns: repeat(2, 1fr);
        }
        /* Nothing can be pointed at to read the rest of a name. */
        label {
          align-content: end;
        }
        .head {
          align-items: end;
        }
        .name {
          white-space: normal;
          line-height: 1.25;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const shown = (name: string): boolean => this.only === undefined || this.only.includes(name);
    const sliders = this.session.sliders.filter((slider) => shown(slider.name));
    return html`${sliders.map((slider) => this.one(slider))}${shown('processors') ? this.processors() : ''}`;
  }

  override updated(): void {
    const count = this.renderRoot.querySelectorAll('label').length;
    this.style.setProperty('--sliders', String(Math.max(1, count)));
  }

  private one(slider: Slider): TemplateResult {
    const value = this.session.sliderValue(slider);
    const change = (value: number): void => {
      this.session.setSlider(slider.name, value);
      this.requestUpdate();
    };
    const control =
      slider.kind === 'bool'
        ? html`<input
            type="checkbox"
            .checked=${value !== 0}
            @change=${(e: Event) => change((e.target as HTMLInputElement).checked ? 1 : 0)}
          />`
        : html`<input
            type="range"
            data-slider=${slider.name}
            min=${slider.log && slider.min > 0 ? 0 : slider.min}
            max=${lastPosition(slider)}
            step=${inputStep(slider)}
            .value=${String(positionOf(slider, value))}
            aria-valuetext=${valueLabel(slider, value)}
            @input=${(e: Event) => change(valueAt(slider, Number((e.target as HTMLInputElement).value)))}
          />`;
    return html`<label>
      <span class="head"
        ><span class="name" title=${`${sliderLabel(slider)} (${slider.name})`}>${sliderLabel(slider)}</span
        ><b>${valueLabel(slider, value)}</b></span
      >
      ${control}
    </label>`;
  }

  private processors(): TemplateResult {
    const value = this.session.processors === 0 ? DEFAULT_PROCESSORS : this.session.processors;
    return html`<label>
      <span class="head"><span class="name" title="GOMAXPROCS">processors</span><b>${value}</b></span>
      <input
        type="range"
        data-slider="processors"
        min="1"
        max=${MOST_PROCESSORS}
        .value=${String(value)}
        @input=${(e: Event) => {
          const chosen = Number((e.target as HTMLInputElement).value);
          this.session.setProcessors(chosen === DEFAULT_PROCESSORS ? 0 : chosen);
          this.requestUpdate();
        }}
      />
    </label>`;
  }
}
