// What the outside world does to the program: a chip for each input, an editor for one of them, and a button
// that sends a signal now. Every change makes a new run.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Topic } from '../app/session.ts';
import { formatDuration, goDurationText } from '../model/format.ts';
import {
  inputLabel,
  isSignal,
  MOST_INPUTS,
  problemOf,
  readTime,
  SIGNALS,
  timeProblem,
  type Happening,
} from '../model/outside.ts';
import { inputStyles } from './inputs_styles.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** What one can add, with what it is to begin with. */
const NEW: readonly { readonly what: string; readonly input: Omit<Happening, 'atNs'> }[] = [
  { what: 'a signal', input: { kind: 'SIGINT', values: {} } },
  { what: 'an HTTP request', input: { kind: 'HTTP', values: { path: '/' } } },
  { what: 'a line on standard input', input: { kind: 'STDIN', values: { text: 'hello\n' } } },
];

@customElement('inputs-bar')
export class InputsBar extends SessionElement {
  protected readonly topics: readonly Topic[] = ['program', 'source', 'run', 'inputs', 'status'];
  /** What is wrong with what has been typed; nothing of it is used until it is right. */
  @state() private problem = '';
  private editedBefore: number | undefined;
  private wasOver = false;

  static override styles = [shared, inputStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    // Whether there is still somebody to hear a signal changes with the step.
    this.listen('step', () => {
      if (this.wasOver !== this.session.outside.over) this.requestUpdate();
    });
  }

  protected override willUpdate(): void {
    const { editing, shown } = this.session.outside;
    if (editing !== this.editedBefore) this.problem = '';
    this.toggleAttribute('shown', shown);
    this.wasOver = this.session.outside.over;
  }

  protected override updated(): void {
    const { editing } = this.session.outside;
    const opened = editing !== undefined && editing !== this.editedBefore;
    this.editedBefore = editing;
    if (opened) this.renderRoot.querySelector<HTMLInputElement>('input[name=at]')?.select();
  }

  override render(): TemplateResult | typeof nothing {
    const { outside } = this.session;
    if (!outside.shown) return nothing;
    const { list, editing } = outside;
    const edited = editing === undefined ? undefined : list[editing];
    return html`<div class="row" role="group" aria-label="What the outside world does">
        <span class="title">Outside world</span>
        ${list.length === 0 ? html`<span class="none">does nothing</span>` : nothing}
        ${list.map((input, k) => this.chip(input, k, k === editing))} ${this.actions(list.length)}
      </div>
      ${outside.problems.map((problem) => html`<p class="problem left-out" role="status">${problem}</p>`)}
      ${edited === undefined ? nothing : this.editor(edited, editing!)}`;
  }

  private chip(input: Happening, place: number, open: boolean): TemplateResult {
    return html`<button
      class="chip"
      data-input=${place}
      aria-expanded=${open ? 'true' : 'false'}
      title="Change, move or delete it"
      @click=${() => this.session.outside.edit(open ? undefined : place)}
    >
      <span class="what">${inputLabel(input)}</span> <span class="at">${formatDuration(input.atNs)}</span>
    </button>`;
  }

  private actions(count: number): TemplateResult {
    const { outside } = this.session;
    const { over } = outside;
    return html`<span class="actions">
      <button
        class="line"
        data-send-now
        title=${
          over
            ? 'The program has ended here: go back to a moment at which it runs'
            : 'Interrupts the program at the moment that is shown (Ctrl+C in a terminal)'
        }
        ?disabled=${over || count >= MOST_INPUTS}
        @click=${() => outside.sendNow('SIGINT')}
      >
        Send SIGINT now
      </button>
      <select
        class="line"
        aria-label="Add an input"
        ?disabled=${count >= MOST_INPUTS}
        @change=${(e: Event) => this.add(e.target as HTMLSelectElement)}
      >
        <option value="" selected>Add…</option>
        ${NEW.map(({ what }, k) => html`<option value=${k}>${what}</option>`)}
      </select>
      ${
        outside.changed
          ? html`<button title="Back to what the program asks for" @click=${() => outside.reset()}>
              Reset
            </button>`
          : nothing
      }
    </span>`;
  }

  private add(select: HTMLSelectElement): void {
    const fresh = NEW[Number(select.value)];
    select.value = '';
    if (fresh === undefined) return;
    const { player } = this.session;
    this.session.outside.add({ ...fresh.input, atNs: Math.round(player.timeNs) });
  }

  private editor(input: Happening, place: number): TemplateResult {
    const { outside } = this.session;
    return html`<form
      class="editor"
      aria-label="One input"
      @submit=${(e: Event) => {
        e.preventDefault();
        if (this.apply(e.currentTarget as HTMLFormElement, place)) outside.edit(undefined);
      }}
      @change=${(e: Event) => this.apply(e.currentTarget as HTMLFormElement, place)}
      @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Escape') this.close(place);
      }}
    >
      <label
        >What
        <select class="line" name="kind">
          ${this.kinds(input.kind).map(
            (kind) => html`<option value=${kind} ?selected=${kind === input.kind}>${kindName(kind)}</option>`,
          )}
        </select></label
      >
      ${this.field('When', 'at', goDurationText(input.atNs), 'short')} ${this.details(input)}
      <span class="ends">
        <button type="button" class="line" data-delete @click=${() => this.drop(place)}>Delete</button>
        <button class="line">Done</button>
      </span>
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
    </form>`;
  }

  private kinds(kind: string): readonly string[] {
    const usual = [...SIGNALS, 'HTTP', 'STDIN'];
    return usual.includes(kind) ? usual : [kind, ...usual];
  }

  private field(name: string, key: string, value: string, size = ''): TemplateResult {
    return html`<label class=${size}
      >${name}<input
        type="text"
        name=${key}
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${this.problem === '' ? 'false' : 'true'}
        .value=${value}
    /></label>`;
  }

  private details({ kind, values }: Happening): TemplateResult | typeof nothing {
    if (kind === 'STDIN')
      return html`${this.field('Text', 'text', (values['text'] ?? '').replace(/\n$/, ''))}
        <label class="check"
          ><input type="checkbox" name="eof" .checked=${values['eof'] === 'true'} />then the input ends</label
        >`;
    if (kind !== 'HTTP') return nothing;
    const { method = 'GET' } = values;
    const methods = METHODS.includes(method) ? METHODS : [method, ...METHODS];
    return html`<label
        >Method
        <select class="line" name="method">
          ${methods.map((one) => html`<option value=${one} ?selected=${one === method}>${one}</option>`)}
        </select></label
      >
      ${this.field('Path', 'path', values['path'] ?? '/')}
      ${method === 'GET' || method === 'HEAD' ? nothing : this.field('Body', 'body', values['body'] ?? '')}
      ${this.field('How many', 'count', values['count'] ?? '1', 'short')}
      ${
        Number(values['count'] ?? '1') > 1
          ? this.field('One every', 'every', values['every'] ?? '0s', 'short')
          : nothing
      }`;
  }

  /** Takes what the form says, or tells what is wrong with it; true when it was taken. */
  private apply(form: HTMLFormElement, place: number): boolean {
    const before = this.session.outside.list[place];
    if (before === undefined) return false;
    const data = new FormData(form);
    const text = (key: string): string => String(data.get(key) ?? '');
    const atNs = readTime(text('at'));
    if (atNs === undefined) {
      this.problem = timeProblem(text('at'));
      return false;
    }
    const input = { kind: text('kind'), atNs, values: valuesOf(text, before) };
    this.problem = problemOf(input);
    if (this.problem !== '') return false;
    this.session.outside.replace(place, input);
    return true;
  }

  private drop(place: number): void {
    this.session.outside.remove(place);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.chip, [data-send-now]')?.focus(),
    );
  }

  /** Closes the editor; what was typed and could not be taken is forgotten. */
  private close(place: number): void {
    this.session.outside.edit(undefined);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-input="${place}"]`)?.focus(),
    );
  }
}

const kindName = (kind: string): string =>
  kind === 'HTTP' ? 'HTTP request' : kind === 'STDIN' ? 'standard input' : kind;

/** What the form says besides kind and time; values that the form has no field for stay as they are. */
function valuesOf(text: (key: string) => string, before: Happening): Record<string, string> {
  const kind = text('kind');
  const kept = kind === before.kind ? before.values : {};
  if (isSignal(kind)) return {};
  if (kind === 'STDIN') {
    if (before.kind !== 'STDIN') return { text: 'hello\n' };
    return {
      text: text('text') === '' ? '' : `${text('text')}\n`,
      ...(text('eof') === '' ? {} : { eof: 'true' }),
    };
  }
  if (before.kind !== 'HTTP') return { path: '/' };
  const values: Record<string, string> = { ...kept };
  const usual: Readonly<Record<string, string>> = { method: 'GET', count: '1', every: '0s', body: '' };
  for (const key of ['method', 'path', 'body', 'count', 'every']) {
    const value = text(key).trim();
    if (value === '' || value === usual[key]) delete values[key];
    else values[key] = value;
  }
  return values;
}
