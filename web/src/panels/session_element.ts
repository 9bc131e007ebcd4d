// A panel: a Lit element that follows the session. Subclasses name the topics at which they want to be
// rendered again.

import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Session, Topic } from '../app/session.ts';

export abstract class SessionElement extends LitElement {
  @property({ attribute: false }) session!: Session;
  private stops: (() => void)[] = [];

  /** Topics after which the panel renders again. */
  protected abstract readonly topics: readonly Topic[];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of this.topics) this.listen(topic, () => this.requestUpdate());
  }

  /** Listens for as long as the panel is in the page. */
  protected listen(topic: Topic, listener: () => void): void {
    this.stops.push(this.session.on(topic, listener));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.stops = [];
  }
}
