// The short line under a goroutine's name on its card, and the words of the marker on its line of code.

import { EventKind as K, WAIT_REASONS } from '../generated/events.ts';
import { formatDuration, shorten } from './format.ts';
import { GState } from './lanes.ts';
import type { RunIndex } from './run_index.ts';
import type { State } from './state.ts';

const LONGEST_VALUE = 12;

function value(run: RunIndex, i: number): string {
  return shorten(run.store.value(run.store.a(i)), LONGEST_VALUE);
}

/** Go's reasons that are wider than a card, in short; the sentence under the stage has them whole. */
const SHORT_REASONS: Readonly<Record<string, string>> = {
  'chan send (nil chan)': 'send to nil',
  'chan receive (nil chan)': 'receive from nil',
  'select (no cases)': 'select, no cases',
};

function blockedBy(run: RunIndex, i: number): string {
  const { store, entities } = run;
  const object = entities.objectName(store.object(i));
  switch (store.kind(i)) {
    case K.ChanSendBlock:
      return `sending ${value(run, i)} to ${object}`;
    case K.ChanRecvBlock:
      return `receiving from ${object}`;
    case K.SelectBlock:
      return selecting(run, i);
    case K.MutexBlock:
    case K.RWBlock:
      return `locking ${object}`;
    case K.RWRBlock:
      return `reading ${object}`;
    case K.WaitGroupBlock:
    case K.CondWait:
    case K.OnceBlock:
      return `waiting for ${object}`;
    case K.SemaBlock:
      return `acquiring ${object}`;
    case K.GoBlock: {
      const reason = WAIT_REASONS[store.a(i)]?.text ?? 'waiting';
      return SHORT_REASONS[reason] ?? reason;
    }
    default:
      return 'waiting';
  }
}

/** A select of the library's own stands for the thing that it waits for. */
function selecting(run: RunIndex, i: number): string {
  const { store, entities } = run;
  const g = store.goroutine(i);
  for (let k = i - 1; k >= 0 && store.kind(k) === K.SelectCase && store.goroutine(k) === g; k--) {
    const owner = entities.insideOf.get(store.object(k));
    if (owner !== undefined) return `waiting for ${entities.objectName(owner)}`;
  }
  return 'in a select';
}

/** What an event looks like while it is happening, said of the goroutine that does it. */
function doing(run: RunIndex, i: number): string {
  const { store, entities } = run;
  const object = entities.objectName(store.object(i));
  switch (store.kind(i)) {
    case K.ChanSendBuffer:
    case K.ChanSendDirect:
      return `sends ${value(run, i)}`;
    case K.ChanSendWake:
      return `sent ${value(run, i)}`;
    case K.ChanRecvBuffer:
    case K.ChanRecvDirect:
    case K.ChanRecvWake:
      return `received ${value(run, i)}`;
    case K.ChanRecvClosed:
      return `${object} is closed`;
    case K.ChanClose:
      return `closes ${object}`;
    case K.ChanMake:
    case K.ObjectMake:
      return `makes ${object}`;
    case K.GoCreate:
      return `starts ${entities.goroutineName(store.a(i))}`;
    case K.Output:
      return 'prints';
    case K.MutexLock:
    case K.RWLock:
      return `locks ${object}`;
    case K.MutexUnlock:
    case K.RWUnlock:
      return `unlocks ${object}`;
    case K.WaitGroupAdd:
      return `${object} +${store.signedA(i)}`;
    case K.WaitGroupDone:
      return `done for ${object}`;
    case K.ContextCancel:
      return `cancels ${object}`;
    case K.Panic:
      return 'panics';
    default:
      return 'running';
  }
}

/**
 * The status line of goroutine g; `core` is the event that the current step is about, `timeNs` what the
 * clock shows.
 */
export function statusLine(run: RunIndex, state: State, g: number, core: number, timeNs: number): string {
  const { store } = run;
  switch (state.stateOf(g)) {
    case GState.Running:
      return core >= 0 && store.goroutine(core) === g ? doing(run, core) : 'running';
    case GState.Runnable:
      return state.waker(g) > 0 ? `woken by ${run.entities.goroutineName(state.waker(g))}` : 'ready to run';
    case GState.Blocked:
      return blockedBy(run, state.why(g));
    case GState.Sleeping: {
      const why = state.why(g);
      if (store.kind(why) !== K.GoSleep) return 'sleeping';
      const left = store.wide(why) - timeNs;
      return left <= 0 ? 'about to wake up' : `${formatDuration(roundTo3(left))} to go`;
    }
    case GState.Done:
      return 'done';
    default:
      return '';
  }
}

/** Two significant steps of a countdown, so that it does not flicker. */
function roundTo3(ns: number): number {
  if (ns <= 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(ns)) - 1);
  return Math.ceil(ns / unit) * unit;
}

/** What the pill on the line of code says after the goroutine's name. */
export function markerWord(state: State, g: number): string {
  switch (state.stateOf(g)) {
    case GState.Blocked:
      return 'waits';
    case GState.Sleeping:
      return 'sleeps';
    case GState.Runnable:
      return 'ready';
    default:
      return '';
  }
}
