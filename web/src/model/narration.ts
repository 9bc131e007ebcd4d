// Every event as one plain sentence, from the templates of the event table; in parts, so that names can carry the colour of
// their state and values can stand out.

import { EVENTS, EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { goDurationText } from './format.ts';
import type { RunIndex } from './run_index.ts';

export interface Part {
  readonly text: string;
  readonly role: 'plain' | 'goroutine' | 'object' | 'value';
  /** Number of the goroutine or object. */
  readonly id?: number;
}

const plain = (text: string): Part => ({ text, role: 'plain' });

/** What the column headings of the event table say about an argument decides how it reads. */
function argument(run: RunIndex, i: number, heading: string, raw: number): Part {
  const { store, entities } = run;
  switch (heading) {
    case 'g':
    case 'owner g':
    case 'woken g':
      return { text: entities.goroutineName(raw), role: 'goroutine', id: raw };
    case 'value':
      return { text: store.value(raw), role: 'value' };
    case 'text':
    case 'name':
    case 'type':
      return { text: store.text(raw), role: 'value' };
    case 'reason':
      return plain(WAIT_REASONS[raw]?.text ?? 'waiting');
    case 'object':
    case 'parent':
      return { text: raw === 0 ? 'the background' : entities.objectName(raw), role: 'object', id: raw };
    case 'until ns low':
      return { text: goDurationText(store.wide(i) - store.time(i)), role: 'value' };
    case 'delta':
    case 'counter':
      return { text: String(raw | 0), role: 'value' };
    default:
      return { text: String(raw), role: 'value' };
  }
}

/** The sentence of event i. */
export function narrate(run: RunIndex, i: number): Part[] {
  const { store, entities } = run;
  const info = EVENTS[store.kind(i)];
  if (info === undefined) return [plain(`event ${store.kind(i)}`)];
  if (store.kind(i) === K.Line) return [goroutinePart(run, store.goroutine(i)), plain(` is at line ${store.line(i)}`)];
  const parts: Part[] = [];
  for (const piece of info.sentence.split(/(\{[goab]\})/)) {
    if (piece === '{g}') parts.push(goroutinePart(run, store.goroutine(i)));
    else if (piece === '{o}') parts.push({ text: entities.objectName(store.object(i)), role: 'object', id: store.object(i) });
    else if (piece === '{a}') parts.push(argument(run, i, info.a, store.a(i)));
    else if (piece === '{b}') parts.push(argument(run, i, info.b, store.b(i)));
    else if (piece !== '') parts.push(plain(piece));
  }
  return parts;
}

function goroutinePart(run: RunIndex, g: number): Part {
  return { text: run.entities.goroutineName(g), role: 'goroutine', id: g };
}

/** The caption of a step: the sentence of its core event, and what followed from it. */
export function captionOfStep(run: RunIndex, step: number): Part[] {
  const { store, steps } = run;
  if (step < 0 || step >= steps.length) return [];
  const core = steps.coreEvent(step);
  const parts = narrate(run, core);
  const woken: number[] = [];
  for (let i = core + 1; i <= steps.lastEvent(step); i++) {
    if (store.kind(i) === K.GoUnblock) woken.push(store.a(i));
    if (store.kind(i) === K.ChanRefill) parts.push(plain('; '), ...narrate(run, i));
  }
  return parts.concat(wakeClause(run, core, woken));
}

function wakeClause(run: RunIndex, core: number, woken: readonly number[]): Part[] {
  if (woken.length === 0) return [];
  if (woken.length > 3) return [plain(`; ${woken.length} goroutines that were waiting can run again`)];
  if (run.store.kind(core) === K.GoUnblock) return [];
  const parts: Part[] = [plain('; ')];
  woken.forEach((g, k) => {
    if (k > 0) parts.push(plain(k === woken.length - 1 ? ' and ' : ', '));
    parts.push(goroutinePart(run, g));
  });
  parts.push(plain(woken.length === 1 ? ', which was waiting, can run again' : ', which were waiting, can run again'));
  return parts;
}

export function plainText(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('').replace(/\s+$/, '');
}
