// Every channel with the values in its buffer and who waits at each end, and every lock, wait group … with
// its holder and who waits: what the inspector lists below the goroutines.

import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../app/session.ts';
import type { ObjectInfo } from '../model/entities.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { ChannelState, State, SyncState } from '../model/state.ts';

const MOST_OBJECTS = 60;
const MOST_SLOTS = 40;
const MOST_NAMES = 12;

function names(run: RunIndex, list: readonly number[]): string {
  const shown = list.slice(0, MOST_NAMES).map((g) => run.entities.goroutineName(g));
  const more = list.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function channelCard(run: RunIndex, info: ObjectInfo, c: ChannelState): TemplateResult {
  const value = (msg: number): string => run.store.value(run.messages.value.get(msg)) || '·';
  const free = Math.max(0, Math.min(MOST_SLOTS, c.capacity) - c.buffer.length);
  const holds =
    c.capacity === 0
      ? 'unbuffered'
      : `${c.buffer.length} of ${c.capacity}${c.capacity === 1 ? ' slot' : ' slots'}`;
  return html`<p>${holds}${c.closed ? ' · closed' : ''} · ${c.sent} sent, ${c.received} received</p>
    ${
      c.capacity === 0
        ? nothing
        : html`<ol class="slots" aria-label=${`Buffer of ${info.name}, the next to be received first`}>
            ${c.buffer.slice(0, MOST_SLOTS).map((msg) => html`<li>${value(msg)}</li>`)}
            ${c.buffer.length > MOST_SLOTS ? html`<li>+${c.buffer.length - MOST_SLOTS}</li>` : nothing}
            ${Array.from({ length: free }, () => html`<li class="free">free</li>`)}
          </ol>`
    }
    ${
      c.senders.length === 0
        ? nothing
        : html`<p>
            waiting to send:
            ${c.senders
              .slice(0, MOST_NAMES)
              .map(
                (w) => `${run.entities.goroutineName(w.goroutine)}${w.msg === 0 ? '' : ` (${value(w.msg)})`}`,
              )
              .join(', ')}${c.senders.length > MOST_NAMES ? ` and ${c.senders.length - MOST_NAMES} more` : ''}
          </p>`
    }
    ${
      c.receivers.length === 0
        ? nothing
        : html`<p>
            waiting to receive:
            ${names(
              run,
              c.receivers.map((w) => w.goroutine),
            )}
          </p>`
    }`;
}

function syncCard(run: RunIndex, info: ObjectInfo, s: SyncState): TemplateResult {
  const says: string[] = [];
  const locks = info.kind === 'mutex' || info.kind === 'rwmutex';
  if (locks) says.push(s.owner === 0 ? 'not locked' : `locked by ${run.entities.goroutineName(s.owner)}`);
  if (info.kind === 'rwmutex' && s.counter > 0) says.push(`${s.counter} reading`);
  if (info.kind === 'waitgroup') says.push(`${s.counter} to go`);
  if (info.kind === 'semaphore') says.push(`${s.counter} held`);
  if (info.kind === 'once') says.push(s.over ? 'done' : 'not done yet');
  if (info.kind === 'context') says.push(s.over ? 'cancelled' : 'not cancelled');
  return html`${says.length === 0 ? nothing : html`<p>${says.join(' · ')}</p>`}${
    s.waiters.length === 0 ? nothing : html`<p>waiting: ${names(run, s.waiters.slice())}</p>`
  }`;
}

/** Cards of all objects that exist at the moment of `state`, the selected one first. */
export function objectCards(session: Session, state: State): TemplateResult | typeof nothing {
  const { run, selected } = session;
  if (run === undefined) return nothing;
  const chosen = selected?.kind === 'object' ? selected.id : 0;
  const all = [...run.entities.objects.values()].filter(
    (o) => o.event <= state.event && o.kind !== 'timer' && o.kind !== 'other' && o.kind !== 'pool',
  );
  if (all.length === 0) return nothing;
  all.sort((p, q) => Number(q.id === chosen) - Number(p.id === chosen));
  return html`<section aria-label="Channels and locks">
    <h2>Channels, locks and the like</h2>
    ${all.slice(0, MOST_OBJECTS).map((info) => {
      const c = state.channels.get(info.id);
      const s = state.syncs.get(info.id);
      return html`<article class="object ${info.id === chosen ? 'chosen' : ''}" data-object=${info.id}>
        <h3>
          <button
            class="name"
            aria-pressed=${info.id === chosen ? 'true' : 'false'}
            title="Choose this for stepping"
            @click=${() => session.select({ kind: 'object', id: info.id })}
          >
            ${run.entities.objectName(info.id)}
          </button>
          <span>${info.kind}</span>
        </h3>
        ${c !== undefined ? channelCard(run, info, c) : s !== undefined ? syncCard(run, info, s) : nothing}
      </article>`;
    })}
    ${all.length > MOST_OBJECTS ? html`<p>${all.length - MOST_OBJECTS} more.</p>` : nothing}
  </section>`;
}
