// The run beside a session's own, when two are compared. What comparing needs is loaded when it is wanted.

import type { Comparison } from './comparison.ts';
import type { Session } from './session.ts';

export class Beside {
  comparison: Comparison | undefined;
  /** The slider that a link asks to sweep over, once there is a run. */
  sweepFromLink = '';

  constructor(private readonly session: Session) {}

  /** Puts another run beside this one. @param query what a link says about it; "" for a copy of this one */
  async compare(query: string): Promise<void> {
    const { Comparison } = await import('./comparison.ts');
    this.comparison?.dispose();
    this.comparison = new Comparison(this.session, query, () => this.session.emit('compare'));
    this.session.emit('compare');
  }

  end(): void {
    this.comparison?.dispose();
    this.comparison = undefined;
    this.session.emit('compare');
  }
}
