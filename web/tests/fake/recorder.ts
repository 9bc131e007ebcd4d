// Writes records in the engine's format, for tests that need a trace without an engine.

import { RECORD_BYTES } from '../../src/generated/events.ts';

export interface FakeTrace {
  readonly records: Uint8Array;
  /** Texts from number 1 on. */
  readonly texts: string[];
}

export class Recorder {
  private words = new Uint32Array(1024 * (RECORD_BYTES / 4));
  private count = 0;
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [];

  text(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      this.texts.push(text);
      id = this.texts.length;
      this.ids.set(text, id);
    }
    return id;
  }

  event(
    timeNs: number,
    kind: number,
    goroutine: number,
    object = 0,
    line = 0,
    a = 0,
    b = 0,
    processor = 0,
  ): void {
    const at = this.count * 8;
    if (at + 8 > this.words.length) {
      const next = new Uint32Array(this.words.length * 2);
      next.set(this.words);
      this.words = next;
    }
    const pos = line === 0 ? 0 : line * 4096 + 2;
    this.words.set(
      [timeNs >>> 0, Math.floor(timeNs / 4294967296), kind + processor * 65536, goroutine, object, pos, a, b],
      at,
    );
    this.count++;
  }

  finish(): FakeTrace {
    return {
      records: new Uint8Array(this.words.buffer, 0, this.count * RECORD_BYTES).slice(),
      texts: this.texts,
    };
  }
}
