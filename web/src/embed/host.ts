// Speaks with the page around the frame: takes commands from it alone, tells it what happens.
//
// Who is listened to: the window that embeds this one, and no other; where the address names an origin, that
// origin and no other. Answers go to the origin that asked; events to the origin of the address, or to
// whichever page embeds the figure: they say nothing that this page did not bring itself.

import type { SluiceBoxCommand, SluiceBoxEvent, SluiceBoxState } from '../../public/sluice-box.d.ts';
import { readCommand } from './commands.ts';

export interface Actor {
  /** Does what a command asks; rejects with what is wrong. */
  perform(command: SluiceBoxCommand): Promise<void>;
  state(): SluiceBoxState;
}

export class Host {
  constructor(
    private readonly actor: Actor,
    /** The one origin to speak with; "" for any. */
    private readonly origin: string,
  ) {
    if (window.parent !== window) window.addEventListener('message', (event) => this.receive(event));
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
    this.actor.perform(read.command).then(
      () => this.post({ type: 'state', state: this.actor.state() }, origin, read.id),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        this.post({ type: 'error', where: 'command', message }, origin, read.id);
      },
    );
  }
}
