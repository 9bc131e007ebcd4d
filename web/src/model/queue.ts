// A line of things that mostly leave at the front: the buffer of a channel, those who wait. With 100,000
// in it, taking the first one out must not move all the others.
//
// Invariant: the things in the line are items[head …]; what lies before is garbage.

const LEAST_GARBAGE = 64;

export class Queue<T> implements Iterable<T> {
  private items: T[];
  private head = 0;

  constructor(items: T[] = []) {
    this.items = items;
  }

  get length(): number {
    return this.items.length - this.head;
  }

  /** Who is next; undefined when nobody is. */
  get first(): T | undefined {
    return this.items[this.head];
  }

  push(item: T): void {
    this.items.push(item);
  }

  /** Takes out the first one that matches, if there is one. */
  remove(matches: (item: T) => boolean): void {
    for (let k = this.head; k < this.items.length; k++) {
      if (!matches(this.items[k]!)) continue;
      if (k === this.head) this.head++;
      else this.items.splice(k, 1);
      break;
    }
    if (this.head >= LEAST_GARBAGE && this.head * 2 >= this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
  }

  /** As Array.slice, for counts from the front. */
  slice(from = 0, to = this.length): T[] {
    return this.items.slice(this.head + from, this.head + Math.min(to, this.length));
  }

  map<U>(f: (item: T, k: number) => U): U[] {
    return this.slice().map(f);
  }

  forEach(f: (item: T, k: number) => void): void {
    for (let k = this.head; k < this.items.length; k++) f(this.items[k]!, k - this.head);
  }

  some(f: (item: T) => boolean): boolean {
    for (let k = this.head; k < this.items.length; k++) if (f(this.items[k]!)) return true;
    return false;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let k = this.head; k < this.items.length; k++) yield this.items[k]!;
  }

  copy(): Queue<T> {
    return new Queue(this.slice());
  }
}
