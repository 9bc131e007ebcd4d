// What the stage says when there is nothing to draw, or when how a run ended needs a word.

import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../app/session.ts';
import { formatCount } from '../model/format.ts';
import type { RunIndex } from '../model/run_index.ts';

/** Empty, loading, failed, stopped at a limit: each says what it is and what to do. */
export function stageNote(session: Session): TemplateResult | typeof nothing {
  const { status, run, failure, outcome, player } = session;
  if (status === 'loading') {
    return html`<div class="note" role="status">
      <span class="spinner"></span><span>Starting the engine…</span>
    </div>`;
  }
  if (status === 'failed') {
    return html`<div class="note" role="alert">
      <b>The engine could not go on.</b><span>${failure}</span>
      <span>Change the program or reload the page to start it again.</span>
    </div>`;
  }
  if (status === 'invalid' && run === undefined) {
    return html`<div class="note">
      <b>This program does not compile yet.</b><span>What is wrong is listed below.</span>
    </div>`;
  }
  if (status === 'invalid') {
    return html`<div class="note over" role="status">
      <span>The code does not compile; this is the run before the last change.</span>
    </div>`;
  }
  if (session.lasting && !session.holding) {
    return html`<div class="note over" role="status">
      <span class="plain"
        >Still running, ${formatCount(run?.store.length ?? 0)} events so far.
        <button class="line" @click=${() => session.halt()}>Stop</button></span
      >
    </div>`;
  }
  if (outcome?.kind === 'stopped' && player.atEnd) {
    return html`<div class="note over">
      <span class="plain">Stopped here. What was recorded can be viewed.</span>
    </div>`;
  }
  if (run !== undefined && run.steps.length === 0)
    return html`<div class="note"><b>Nothing happened in this run.</b></div>`;
  if (outcome?.kind === 'limit' && player.atEnd) {
    return html`<div class="note over">
      <span
        ><b>Stopped at a limit.</b> ${outcome.message || 'The run was cut short.'}
        ${formatCount(outcome.events)} events were recorded and can be viewed.</span
      >
    </div>`;
  }
  if (outcome?.kind === 'waiting' && player.atEnd) {
    return html`<div class="note over">
      <span>The program waits for something from outside that does not come.</span>
    </div>`;
  }
  if (outcome?.kind === 'done' && run !== undefined && run.leaks.length > 0 && player.atEnd)
    return leakNote(run);
  if (
    outcome !== undefined &&
    (outcome.kind === 'deadlock' || outcome.kind === 'panic' || outcome.kind === 'fatal') &&
    player.atEnd
  ) {
    return html`<div class="note over">
      <span><b>${firstLine(outcome.message)}</b> ${explain()}</span>
    </div>`;
  }
  return nothing;
}

/** A program that ends while goroutines still wait has left them behind: in a server they would pile up. */
function leakNote(run: RunIndex): TemplateResult {
  const names = run.leaks
    .slice(0, 3)
    .map(({ goroutine }) => run.entities.goroutineName(goroutine))
    .join(', ');
  const more = run.leaks.length > 3 ? ` and ${formatCount(run.leaks.length - 3)} more` : '';
  const verb = run.leaks.length === 1 ? 'is' : 'are';
  return html`<div class="note over">
    <span
      ><b>${names}${more}</b> ${verb} left behind: nothing would ever wake
      ${run.leaks.length === 1 ? 'it' : 'them'}. ${explain()}</span
    >
  </div>`;
}

/** Asks for the findings, where what happened is explained: a panel of the laboratory. */
const explain = (): TemplateResult =>
  html`<button class="line" data-explain @click=${(e: Event) => askWhy(e.target!, 'findings')}>Why?</button>`;

/** Tells the page around the stage which panel would explain. */
export function askWhy(from: EventTarget, panel: 'findings' | 'inside'): void {
  from.dispatchEvent(new CustomEvent('explain', { detail: panel, bubbles: true, composed: true }));
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}
