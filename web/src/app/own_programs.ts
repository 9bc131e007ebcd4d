// The visitor's own programs and changes, between the session and the drafts that are kept: which one is
// open, under which name its edits go, and the way back to an earlier version.

import { OWN_PROGRAM, OWN_PROGRAM_ID } from './catalogue.ts';
import { browserStorage, Drafts, type Draft } from './drafts.ts';
import type { Session } from './session.ts';

export class OwnPrograms {
  readonly drafts = new Drafts(browserStorage());
  private source = '';
  /** The kept program that edits go to; "" until there is one. */
  private id = '';

  constructor(private readonly session: Session) {}

  /** A source from a link: kept only once it is edited. */
  take(source: string): void {
    this.source = source;
    this.id = '';
  }

  /** The own program to show: the one at hand, else the newest that is kept, else the first one. */
  current(): string {
    if (this.source === '') {
      const draft = this.drafts.own[0];
      this.id = draft?.id ?? '';
      this.source = draft?.source ?? OWN_PROGRAM.source;
    }
    return this.source;
  }

  /** Under which name what is typed now is kept. */
  get typingId(): string {
    const { program } = this.session;
    if (program.id !== OWN_PROGRAM_ID) return `edit:${program.id}`;
    if (this.id === '') this.id = this.drafts.freshId();
    return this.id;
  }

  /** The program in the editor has changed. */
  edited(source: string): void {
    const { program } = this.session;
    if (program.id === OWN_PROGRAM_ID) this.source = source;
    // A change that has been taken back is none.
    else if (!this.session.edited) return this.drafts.remove(this.typingId);
    this.drafts.put(this.typingId, source);
  }

  /** The visitor's version of the program shown, when it is another than the one in the editor. */
  get recoverable(): Draft | undefined {
    const { session } = this;
    if (session.program.id === OWN_PROGRAM_ID || session.edited) return undefined;
    return this.drafts.find(`edit:${session.program.id}`);
  }

  recover(): void {
    const draft = this.recoverable;
    if (draft === undefined) return;
    this.session.edit(draft.source);
    this.session.emit('source');
  }

  forget(id: string): void {
    this.drafts.remove(id);
    this.session.emit('program');
  }

  /** Begins a program, the usual first one unless its text is given. */
  begin(source: string = OWN_PROGRAM.source): void {
    this.id = this.drafts.freshId();
    this.source = source;
    if (source !== OWN_PROGRAM.source) this.drafts.put(this.id, source);
    this.session.choose(OWN_PROGRAM_ID);
  }

  open(id: string): void {
    const draft = this.drafts.find(id);
    if (draft === undefined) return;
    this.id = id;
    this.source = draft.source;
    this.session.choose(OWN_PROGRAM_ID);
  }
}
