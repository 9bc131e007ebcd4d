// The page's own event plumbing: a few named topics, listeners in order of subscription, nothing else.

export class Emitter<Topic extends string> {
  private readonly listeners = new Map<Topic, Set<() => void>>();

  /** Returns how to stop listening. */
  on(topic: Topic, listener: () => void): () => void {
    let set = this.listeners.get(topic);
    if (set === undefined) {
      set = new Set();
      this.listeners.set(topic, set);
    }
    set.add(listener);
    return () => set.delete(listener);
  }

  emit(topic: Topic): void {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }
}
