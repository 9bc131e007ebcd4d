// The recorded run as columns over the engine's own 32-byte records.
//
// Invariants: records are only appended, in order of virtual time; a record never changes; chunk c holds
// the records c * CHUNK … (c + 1) * CHUNK - 1, so an index is split by a shift and a mask and nothing is
// ever copied twice.

import { RECORD_BYTES } from '../generated/events.ts';

const CHUNK_SHIFT = 15;
const CHUNK = 1 << CHUNK_SHIFT;
const CHUNK_MASK = CHUNK - 1;
const WORDS = RECORD_BYTES / 4;

export class TraceStore {
  private readonly chunks: Uint32Array[] = [];
  private readonly texts_: string[] = [''];
  private length_ = 0;

  /** Number of events recorded so far. */
  get length(): number {
    return this.length_;
  }

  /** Appends whole records, little-endian, as the engine wrote them. The bytes are copied. */
  append(bytes: Uint8Array): void {
    let done = 0;
    const count = Math.floor(bytes.byteLength / RECORD_BYTES);
    while (done < count) {
      const at = this.length_ & CHUNK_MASK;
      if (at === 0) this.chunks.push(new Uint32Array(CHUNK * WORDS));
      const chunk = this.chunks[this.chunks.length - 1]!;
      const take = Math.min(count - done, CHUNK - at);
      const from = bytes.subarray(done * RECORD_BYTES, (done + take) * RECORD_BYTES);
      new Uint8Array(chunk.buffer).set(from, at * RECORD_BYTES);
      this.length_ += take;
      done += take;
    }
  }

  /** Appends interned texts; text number n is the n-th ever appended, text 0 is "". */
  appendTexts(texts: readonly string[]): void {
    for (const text of texts) this.texts_.push(text);
  }

  get textCount(): number {
    return this.texts_.length;
  }

  text(id: number): string {
    return this.texts_[id] ?? '';
  }

  /**
   * What a value argument stands for: with the top bit set a small integer in itself (31 bits), else the
   * id of a text.
   */
  value(word: number): string {
    return word >>> 31 === 1 ? String((word << 1) >> 1) : this.text(word);
  }

  private word(i: number, w: number): number {
    return this.chunks[i >> CHUNK_SHIFT]![(i & CHUNK_MASK) * WORDS + w]!;
  }

  /** Virtual time of event i in nanoseconds. */
  time(i: number): number {
    return this.word(i, 0) + (this.word(i, 1) | 0) * 4294967296;
  }
  kind(i: number): number {
    return this.word(i, 2) & 0xffff;
  }
  processor(i: number): number {
    return this.word(i, 2) >>> 16;
  }
  goroutine(i: number): number {
    return this.word(i, 3);
  }
  object(i: number): number {
    return this.word(i, 4);
  }
  pos(i: number): number {
    return this.word(i, 5);
  }
  line(i: number): number {
    return this.word(i, 5) >>> 12;
  }
  a(i: number): number {
    return this.word(i, 6);
  }
  b(i: number): number {
    return this.word(i, 7);
  }
  /** Argument a as a signed number (deltas). */
  signedA(i: number): number {
    return this.word(i, 6) | 0;
  }
  signedB(i: number): number {
    return this.word(i, 7) | 0;
  }
  /** The 64-bit number that a (low) and b (high) hold together. */
  wide(i: number): number {
    return this.word(i, 6) + this.word(i, 7) * 4294967296;
  }

  /** Virtual time of the last event; 0 for an empty trace. */
  get endTime(): number {
    return this.length_ === 0 ? 0 : this.time(this.length_ - 1);
  }

  /** The last event at or before `timeNs`; -1 when there is none. Binary search: times never decrease. */
  indexAtTime(timeNs: number): number {
    let low = 0;
    let high = this.length_;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.time(middle) <= timeNs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
