// Share: the link to exactly this run, the lines that put it on another page, and the run as files. Loaded
// when it is opened for the first time.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { OWN_PROGRAM_ID } from '../app/catalogue.ts';
import type { Topic } from '../app/session.ts';
import { captionOfStep, plainText } from '../model/narration.ts';
import { elementCode, hugoCode, iframeCode, markdownCode, type EmbedChoice } from '../share/embed_code.ts';
import { addressOf } from '../share/session_link.ts';
import { gifOf, pngOf, svgOf, type Scene } from '../export/picture.ts';
import { chromeTraceOf, csvOf, storyOf } from '../export/trace_text.ts';
import { SessionElement } from './session_element.ts';
import { shareStyles } from './share_styles.ts';
import { shared } from './shared_styles.ts';

const KINDS = ['element', 'iframe', 'hugo', 'markdown'] as const;
type Kind = (typeof KINDS)[number];
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  element: 'HTML element',
  iframe: 'iframe',
  hugo: 'Hugo',
  markdown: 'Markdown',
};

const PICTURE = { width: 1040, height: 560 };
const CLIP = { width: 720, height: 400 };
/** Steps of an animation when the range is left alone: what is seen in a quarter of a minute. */
const USUAL_CLIP = 40;

@customElement('share-dialog')
export class ShareDialog extends SessionElement {
  protected readonly topics: readonly Topic[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private link = '';
  @state() private kind: Kind = 'element';
  @state() private controls: EmbedChoice['controls'] = 'full';
  @state() private loop = false;
  @state() private from = 0;
  @state() private to = 0;
  /** Pictures show what the visitor sees, or the whole stage. */
  @state() private asSeen = false;
  @state() private said = '';
  /** Share of the animation that is done; -1 when none is being made. */
  @state() private progress = -1;

  static override styles = [shared, shareStyles];

  /** Opens with what the session shows now. */
  async show(): Promise<void> {
    const { player } = this.session;
    player.pause();
    this.said = '';
    const seen = this.session.seen?.();
    this.asSeen = seen !== undefined && (seen.user.k !== 1 || seen.expanded.length > 0);
    this.from = Math.max(0, player.step);
    this.to = Math.max(0, Math.min(player.length - 1, this.from + USUAL_CLIP));
    this.link = await addressOf(this.session);
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  private get base(): string {
    return new URL('.', document.baseURI).href;
  }

  private get whole(): string {
    return `${this.base}lab.html${this.link}`;
  }

  private get caption(): string {
    const { run, states, player } = this.session;
    if (run === undefined || states === undefined || player.step < 0) return '';
    const before = states.another().at(run.steps.coreEvent(player.step) - 1);
    return plainText(captionOfStep(run, before, player.step));
  }

  private get fileName(): string {
    const { program, player } = this.session;
    return `${program.id.replace(/[^\w-]/g, '') || 'program'}-${player.step + 1}`;
  }

  private code(): string {
    const { session } = this;
    const own = session.program.id === OWN_PROGRAM_ID || session.edited;
    const choice: EmbedChoice = {
      base: this.base,
      link: this.link,
      title: `${session.program.title}, as a running Go program`,
      controls: this.controls,
      loop: this.loop,
      range: this.loop ? { from: this.from, to: this.to } : undefined,
    };
    switch (this.kind) {
      case 'element':
        return elementCode(choice, own ? session.source : undefined);
      case 'iframe':
        return iframeCode(choice);
      case 'hugo':
        return hugoCode(choice, own ? session.source : undefined);
      case 'markdown':
        return markdownCode(choice, `${this.fileName}.png`);
    }
  }

  override render(): TemplateResult {
    const link = this.whole;
    return html`<dialog aria-labelledby="title" @close=${() => (this.progress = -1)}>
      <div class="head">
        <h2 id="title">Share this run</h2>
        <button aria-label="Close" @click=${() => this.dialog.close()}>×</button>
      </div>
      <section aria-labelledby="h-link">
        <h3 id="h-link">Link</h3>
        <div class="row">
          <input type="text" readonly aria-label="Link" .value=${link} @focus=${selectAll} data-link />
          <button class="line" autofocus @click=${() => void this.copy(link, 'The link')}>Copy link</button>
        </div>
        <p>Program, parameters, seed and step are in it. Whoever opens it sees exactly this.</p>
      </section>
      ${this.embedding()} ${this.files()}
      <p class="said" role="status">${this.said}</p>
    </dialog>`;
  }

  private embedding(): TemplateResult {
    return html`<section aria-labelledby="h-embed">
      <h3 id="h-embed">On another page</h3>
      <div class="row wrap">
        <div class="kinds" role="group" aria-label="Kind of page">
          ${KINDS.map(
            (kind) =>
              html`<button
                aria-pressed=${kind === this.kind ? 'true' : 'false'}
                data-kind=${kind}
                @click=${() => (this.kind = kind)}
              >
                ${KIND_NAMES[kind]}
              </button>`,
          )}
        </div>
        <label
          >controls
          <select
            class="line"
            @change=${(e: Event) => (this.controls = chosen(e) as EmbedChoice['controls'])}
          >
            <option value="full">full</option>
            <option value="min">few</option>
            <option value="none">none</option>
          </select></label
        >
        <label
          ><input
            type="checkbox"
            .checked=${this.loop}
            @change=${(e: Event) => (this.loop = (e.target as HTMLInputElement).checked)}
          />
          loop steps ${this.from + 1}–${this.to + 1}</label
        >
      </div>
      <textarea
        readonly
        rows="4"
        aria-label="Lines to copy"
        .value=${this.code()}
        @focus=${selectAll}
      ></textarea>
      <div class="row">
        <button class="line" data-copy-code @click=${() => void this.copy(this.code(), 'The code')}>
          Copy code
        </button>
        ${
          this.kind === 'markdown'
            ? html`<span>Save the PNG below beside your text: the picture leads to this run.</span>`
            : nothing
        }
      </div>
    </section>`;
  }

  private files(): TemplateResult {
    const last = Math.max(0, this.session.player.length - 1);
    const busy = this.progress >= 0;
    const number = (label: string, value: number, set: (n: number) => void): TemplateResult =>
      html`<label
        >${label}
        <input
          class="number"
          type="number"
          min="1"
          max=${last + 1}
          .value=${String(value + 1)}
          @change=${(e: Event) => set(Math.max(0, Math.min(last, Number(chosen(e)) - 1 || 0)))}
      /></label>`;
    return html`<section aria-labelledby="h-files">
      <h3 id="h-files">As a file</h3>
      <div class="row wrap">
        ${this.file('PNG', 'The picture at this step', () => this.png())}
        ${this.file('SVG', 'The same as a drawing', () => this.svg())}
        ${this.file('Trace', 'For ui.perfetto.dev and chrome://tracing', () => this.trace())}
        ${this.file('CSV', 'Every event as a row', () => this.csv())}
        ${this.file('Text', 'Every step as a sentence', () => this.story())}
      </div>
      <div class="row wrap">
        <label
          >pictures show
          <select class="line" data-picture @change=${(e: Event) => (this.asSeen = chosen(e) === 'seen')}>
            <option value="seen" ?selected=${this.asSeen}>the stage as you see it</option>
            <option value="whole" ?selected=${!this.asSeen}>the whole stage</option>
          </select></label
        >
      </div>
      <div class="row wrap">
        <button class="line" data-file="GIF" ?disabled=${busy} @click=${() => void this.gif()}>GIF</button>
        ${number('from step', this.from, (n) => (this.from = Math.min(n, this.to)))}
        ${number('to step', this.to, (n) => (this.to = Math.max(n, this.from)))}
        ${
          busy
            ? html`<progress max="1" .value=${this.progress} aria-label="Animation"></progress
                ><button @click=${() => (this.progress = -1)}>Stop</button>`
            : nothing
        }
      </div>
    </section>`;
  }

  private file(name: string, title: string, make: () => Promise<void>): TemplateResult {
    const click = (): void =>
      void make().catch((error: unknown) => (this.said = `${name}: ${String(error)}`));
    return html`<button class="line" title=${title} data-file=${name} @click=${click}>${name}</button>`;
  }

  private scene(): Scene {
    const { run, states, seen, selected } = this.session;
    if (run === undefined || states === undefined) throw new Error('there is no run yet');
    const whole = { run, states, within: this };
    return this.asSeen && seen !== undefined ? { ...whole, seen: seen(), selected } : whole;
  }

  private async png(): Promise<void> {
    this.save(await pngOf(this.scene(), this.session.player.step, PICTURE, this.caption), 'png');
  }
  private async svg(): Promise<void> {
    const text = svgOf(this.scene(), this.session.player.step, PICTURE, this.caption);
    this.save(new Blob([text], { type: 'image/svg+xml' }), 'svg');
  }
  private async trace(): Promise<void> {
    this.save(new Blob([await chromeTraceOf(this.scene())], { type: 'application/json' }), 'json');
  }
  private async csv(): Promise<void> {
    this.save(new Blob([await csvOf(this.scene())], { type: 'text/csv' }), 'csv');
  }
  private async story(): Promise<void> {
    const { session } = this;
    const title = `${session.program.title}\n${this.whole}`;
    this.save(new Blob([await storyOf(this.scene(), title)], { type: 'text/plain' }), 'txt');
  }

  private async gif(): Promise<void> {
    this.progress = 0;
    const clip = { ...CLIP, from: this.from, to: this.to, speed: this.session.player.speed };
    try {
      const blob = await gifOf(this.scene(), clip, (share) => {
        if (this.progress < 0) return false;
        this.progress = share;
        return true;
      });
      if (blob !== undefined) this.save(blob, 'gif');
    } catch (error) {
      this.said = `GIF: ${String(error)}`;
    }
    this.progress = -1;
  }

  private save(blob: Blob, ending: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${this.fileName}.${ending}`;
    link.click();
    // The download has its own hold on the data once it has begun.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.said = `${link.download} has been saved.`;
  }

  private async copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.said = `${what} has been copied.`;
    } catch {
      this.said = 'The browser does not allow copying here: select the text and copy it yourself.';
    }
  }
}

const chosen = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const selectAll = (event: Event): void => (event.target as HTMLInputElement | HTMLTextAreaElement).select();
