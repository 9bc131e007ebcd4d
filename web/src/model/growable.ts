// A Uint32Array that grows: the columns of everything that is indexed per event, message or goroutine.

export class GrowableU32 {
  private data: Uint32Array;
  private length_ = 0;

  constructor(initial = 64) {
    this.data = new Uint32Array(initial);
  }

  get length(): number {
    return this.length_;
  }

  push(value: number): void {
    if (this.length_ === this.data.length) this.reserve(this.length_ + 1);
    this.data[this.length_++] = value;
  }

  /** Element i; 0 beyond the end, so that columns can be sparse. */
  get(i: number): number {
    return i < this.length_ ? this.data[i]! : 0;
  }

  set(i: number, value: number): void {
    if (i >= this.length_) {
      this.reserve(i + 1);
      this.length_ = i + 1;
    }
    this.data[i] = value;
  }

  /** For ascending columns: how many elements are ≤ value. */
  countUpTo(value: number): number {
    let low = 0;
    let high = this.length_;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.data[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private reserve(size: number): void {
    if (size <= this.data.length) return;
    const next = new Uint32Array(Math.max(size, this.data.length * 2));
    next.set(this.data);
    this.data = next;
  }
}
