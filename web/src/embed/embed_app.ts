// What is seen of an embed: the stage, its caption, and the controls that its author wants.

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../panels/caption_line.ts';
import '../panels/stage_panel.ts';
import '../panels/slider_bar.ts';
import { shared } from '../panels/shared_styles.ts';
import { pressKey, type StepFinder } from '../player/keys.ts';
import type { Session } from '../app/session.ts';
import './embed_bar.ts';
import { openLab } from './open_lab.ts';
import type { EmbedOptions } from './options.ts';
import type { RangePlayer } from './range_player.ts';

export const VIEWS = ['picture', 'code', 'output'] as const;
export type View = (typeof VIEWS)[number];

@customElement('sluice-embed')
export class SluiceEmbed extends LitElement {
  /** Set before the element enters the page, and never again. */
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) options!: EmbedOptions;
  @property({ attribute: false }) range!: RangePlayer;
  /** Which engine runs and why. */
  @property() engineLine = '';
  @state() private view: View = 'picture';

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--paper);
        color: var(--ink);
        overflow: hidden;
      }
      .view {
        position: relative;
        flex: 1 1 auto;
        min-height: 120px;
        display: grid;
      }
      :host([content]) .view {
        flex: none;
        height: clamp(280px, 50vw, 420px);
      }
      .view > * {
        grid-area: 1 / 1;
        min-height: 0;
        min-width: 0;
      }
      .view > [hidden] {
        display: none;
      }
      .under {
        flex: none;
        border-top: 1px solid var(--line);
      }
      caption-line {
        padding: 8px 16px;
        min-height: 62px;
        font-size: 15px;
      }
      @media (min-width: 560px) {
        caption-line {
          min-height: 44px;
        }
      }
      slider-bar {
        flex: 0 1 auto;
        min-height: 0;
        overflow: auto;
        padding: 8px 16px;
        grid-template-columns: repeat(auto-fill, minmax(clamp(110px, var(--share), 230px), 1fr));
      }
      /* In a small figure the picture comes first; the sliders scroll below it. */
      @media (max-height: 620px) {
        slider-bar {
          max-height: max(66px, 24vh);
        }
      }
      .problems {
        flex: none;
        max-height: 5.5em;
        overflow: auto;
        margin: 0;
        padding: 6px 16px;
        font-size: 13px;
        background: color-mix(in srgb, var(--ready) 12%, var(--panel));
        overflow-wrap: anywhere;
      }
      .alone {
        position: absolute;
        inset: auto 10px 10px auto;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'main');
    this.setAttribute('aria-label', 'A running Go program');
    this.toggleAttribute('content', this.options.fit === 'content');
    document.addEventListener('keydown', this.key);
    for (const topic of ['program', 'status'] as const) this.session.on(topic, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
  }

  override render(): TemplateResult {
    const { session, options, view } = this;
    return html`<div class="view">
        <h1 class="hidden">${session.program.title || 'A Go program'}</h1>
        <stage-panel
          .session=${session}
          ?hidden=${view !== 'picture'}
          @explain=${(event: CustomEvent<string>) => void openLab(session, event.detail)}
        ></stage-panel>
        ${view === 'code' ? html`<embed-code .session=${session}></embed-code>` : nothing}
        ${
          view === 'output'
            ? html`<output-panel
                .session=${session}
                tabindex="0"
                role="region"
                aria-label="Output"
              ></output-panel>`
            : nothing
        }
      </div>
      ${this.problems()}
      <caption-line class="under" .session=${session}></caption-line>
      ${this.outside()} ${this.sliders()}
      ${
        options.controls === 'none'
          ? nothing
          : html`<embed-bar
              class="under"
              role="region"
              aria-label="Player"
              .session=${session}
              .range=${this.range}
              .options=${options}
              .view=${view}
              .engineLine=${this.engineLine}
              @view=${(event: CustomEvent<View>) => void this.turnTo(event.detail)}
            ></embed-bar>`
      }`;
  }

  /** Most readers look at the picture alone: the other views come when they are wanted. */
  private async turnTo(view: View): Promise<void> {
    // An element has to be known before it is given its session.
    if (view === 'code') await import('./embed_code.ts');
    if (view === 'output') await import('../panels/output_panel.ts');
    this.view = view;
  }

  /** What the author should know: a misspelt slider, a program that does not compile. */
  private problems(): TemplateResult | typeof nothing {
    const { linkProblems, status, diagnostics } = this.session;
    const [diagnostic] = diagnostics;
    const lines = [
      ...linkProblems,
      ...(status === 'invalid' && diagnostic !== undefined
        ? [`prog.go:${diagnostic.line}:${diagnostic.column}: ${diagnostic.message}`]
        : []),
    ];
    return lines.length === 0
      ? nothing
      : html`<p class="problems" role="status" data-problems>${lines.join(' ')}</p>`;
  }

  /** Few programs listen to the outside: what sends them something comes after the picture. */
  private outside(): TemplateResult | typeof nothing {
    if (this.options.controls !== 'full' || !this.session.outside.shown) return nothing;
    // Only what is defined may stand in the page: an element that is upgraded there has no session yet.
    if (customElements.get('embed-outside') === undefined) {
      import('./embed_outside.ts').then(
        () => this.requestUpdate(),
        () => {},
      );
      return nothing;
    }
    return html`<embed-outside .session=${this.session}></embed-outside>`;
  }

  private sliders(): TemplateResult | typeof nothing {
    const { session, options } = this;
    const names = options.sliders ?? (options.controls === 'full' ? session.sliders.map((s) => s.name) : []);
    const some = names.includes('processors') || session.sliders.some((s) => names.includes(s.name));
    return some
      ? html`<slider-bar
          class="under"
          role="group"
          aria-label="Parameters"
          .session=${session}
          .only=${names}
        ></slider-bar>`
      : nothing;
  }

  /** The same keys as in the laboratory, once the figure has the focus. */
  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    const isControl =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter'));
    if (isControl) return;
    if (event.key === ' ') {
      if (this.session.player.playing) this.range.pause();
      else this.range.play();
    } else if (!pressKey(this.session.player, event.key, event.shiftKey, this.finder)) return;
    else this.range.touch();
    event.preventDefault();
  };

  private readonly finder: StepFinder = {
    move: (by, unit) => this.session.stepping.move(by, unit),
    selected: (by) => this.session.stepping.followSelected(by),
    // A held goroutine makes another run: that is for the laboratory, where it can be seen and undone.
    hold: () => {},
  };
}
