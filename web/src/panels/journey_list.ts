// The way of one value as a list of steps; a click goes there.

import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../app/session.ts';
import { formatTime, shorten } from '../model/format.ts';
import { journeyOf } from '../model/journey.ts';

const MOST_SHOWN = 60;

/** The list for the value that has been picked; nothing when none has. */
export function journeyList(session: Session): TemplateResult | typeof nothing {
  const { selected, run, player } = session;
  if (selected?.kind !== 'message' || run === undefined) return nothing;
  const journey = journeyOf(run, selected.id);
  const { store, steps, entities, messages } = run;
  const now = player.step;
  const rows = journey.events.slice(0, MOST_SHOWN).map((event) => {
    const msg = store.b(event);
    const sent = messages.sentAt.get(msg) === event + 1;
    const g = sent ? messages.sender.get(msg) : messages.receiver.get(msg);
    const who = g === 0 ? 'outside' : entities.goroutineName(g);
    const value = shorten(store.value(messages.value.get(msg)), 18);
    const channel = entities.objectName(messages.channel.get(msg));
    const step = steps.stepOfEvent(event);
    return html`<li>
      <button
        aria-current=${step === now ? 'step' : 'false'}
        @click=${() => {
          player.pause();
          player.jump(step);
        }}
      >
        <span class="when">${formatTime(store.time(event), store.endTime)}</span>
        <span
          ><b>${who}</b> ${sent ? 'sends' : 'receives'} <code>${value}</code> ${sent ? 'to' : 'from'}
          <code>${channel}</code></span
        >
      </button>
    </li>`;
  });
  const more = journey.events.length - rows.length;
  return html`<ol class="journey" aria-label="The way of this value">
    ${rows} ${more > 0 ? html`<li class="more">and ${more} more</li>` : nothing}
  </ol>`;
}

/** What the picked thing is called. */
export function selectedName(session: Session): string {
  const { selected, run } = session;
  if (selected === undefined || run === undefined) return '';
  switch (selected.kind) {
    case 'goroutine':
      return run.entities.goroutineName(selected.id);
    case 'object':
      return run.entities.objectName(selected.id);
    case 'message':
      return `value ${shorten(run.store.value(run.messages.value.get(selected.id)), 24)}`;
  }
}
