// Speaks with the page around the frame: takes commands from it alone, tells it what happens.
//
// Who is listened to: the window that embeds this one, and no other; where the address names an origin, that
// origin and no other. Answers go to the origin that asked; events to the origin of the address, or to
// whichever page embeds the figure: they say nothing that this page did not bring itself.
//
// Commands are carried out one after the other, in the order in which they came, and none before the first
// run is there: a page may say `load`, `setParameter` and `seek` in one breath.

import type { SluiceBoxCommand, SluiceBoxEvent, SluiceBoxState } from '../../public/sluice-box.d.ts';
import { readCommand } from './commands.ts';

export interface Actor {
  /** Does what a command asks; rejects with what is wrong. */
  perform(command: SluiceBoxCommand): Promise<void>;
  state(): SluiceBoxState;
}

/** A command that waits for its turn, and where its answer goes. */
interface Asked {
  readonly command: SluiceBoxCommand;
  readonly origin: string;
  readonly id: number | undefined;
}

/** Keeps what is said before anybody can listen: authors speak as soon as their frame has loaded. */
export function listenEarly(): MessageEvent<unknown>[] {
  const early: MessageEvent<unknown>[] = [];
  const keep = (event: MessageEvent<unknown>): number => early.push(event);
  window.addEventListener('message', keep);
  window.addEventListener(LISTENING, () => window.removeEventListener('message', keep), { once: true });
  return early;
}

const LISTENING = 'sluice-listening';
/** A page that says more than this at once is not waiting for any of it. */
const MOST_WAITING = 1000;

export class Host {
  private readonly waiting: Asked[] = [];
  private working = false;

  constructor(
    private readonly actor: Actor,
    /** The one origin to speak with; "" for any. */
    private readonly origin: string,
    /** When the first run is there, or why there is none. */
    private readonly first: Promise<void>,
    early: readonly MessageEvent<unknown>[],
  ) {
    if (window.parent === window) return;
    window.dispatchEvent(new Event(LISTENING));
    window.addEventListener('message', (event) => this.receive(event));
    for (const event of early) this.receive(event);
  }

  /** Tells the page around. */
  tell(event: SluiceBoxEvent): void {
    if (window.parent === window) return;
    this.post(event, this.origin === '' ? '*' : this.origin, undefined);
  }

  private post(event: SluiceBoxEvent, origin: string, id: number | undefined): void {
    try {
      window.parent.postMessage({ sluicebox: 1, ...event, ...(id === undefined ? {} : { id }) }, origin);
    } catch {
      // The address named something that is no origin: nobody is told anything.
    }
  }

  private receive(event: MessageEvent<unknown>): void {
    if (event.source !== window.parent) return;
    if (this.origin !== '' && event.origin !== this.origin) return;
    const read = readCommand(event.data);
    if (read === undefined) return;
    // A sandboxed page has no origin that could be named.
    const origin = event.origin === 'null' || event.origin === '' ? '*' : event.origin;
    if ('problem' in read) {
      this.post({ type: 'error', where: 'command', message: read.problem }, origin, read.id);
      return;
    }
    const asked = { command: read.command, origin, id: read.id };
    // Colours are not part of a run.
    if (read.command.type === 'theme') return void this.carryOut(read.command, [asked]);
    if (this.waiting.length >= MOST_WAITING) {
      const message = `more than ${MOST_WAITING} commands are waiting`;
      return this.post({ type: 'error', where: 'command', message }, origin, read.id);
    }
    this.waiting.push(asked);
    if (!this.working) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    await this.first;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const together = [next];
      // A slider that is dragged says more than anybody wants to see run.
      while (sameParameter(next.command, this.waiting[0]?.command)) {
        next = this.waiting.shift()!;
        together.push(next);
      }
      await this.carryOut(next.command, together);
    }
    this.working = false;
  }

  /** Does it, and answers everybody whose wish it was. */
  private async carryOut(command: SluiceBoxCommand, asked: readonly Asked[]): Promise<void> {
    let event: SluiceBoxEvent;
    try {
      await this.actor.perform(command);
      event = { type: 'state', state: this.actor.state() };
    } catch (error) {
      event = {
        type: 'error',
        where: 'command',
        message: error instanceof Error ? error.message : String(error),
      };
    }
    for (const { origin, id } of asked) this.post(event, origin, id);
  }
}

const sameParameter = (one: SluiceBoxCommand, next: SluiceBoxCommand | undefined): boolean =>
  one.type === 'setParameter' && next?.type === 'setParameter' && one.name === next.name;
