// Reads the engine's ring of events in place: the same code in the worker (engine-st) and in the page
// (engine-mt), because Atomics work on plain memory too.

import { Control } from './protocol.ts';

/** As in the generated tables (a test compares them), which the worker does without until it measures. */
export const RECORD_BYTES = 32;

/** What is ready: at most two stretches of the ring, because it wraps. */
export function readable(control: Uint32Array, ring: Uint8Array): Uint8Array[] {
  const head = Atomics.load(control, Control.head);
  const tail = Atomics.load(control, Control.tail);
  const capacity = control[Control.capacity]!;
  const count = (head - tail) >>> 0;
  if (count === 0) return [];
  const first = tail & (capacity - 1);
  const whole = Math.min(count, capacity - first);
  const parts = [ring.subarray(first * RECORD_BYTES, (first + whole) * RECORD_BYTES)];
  if (count > whole) parts.push(ring.subarray(0, (count - whole) * RECORD_BYTES));
  return parts;
}

/** Tells the engine that `bytes` of what readable() gave are done with. */
export function consume(control: Uint32Array, bytes: number): void {
  const tail = Atomics.load(control, Control.tail);
  Atomics.store(control, Control.tail, (tail + bytes / RECORD_BYTES) >>> 0);
}

/** Copies several stretches into one buffer of their own. */
export function gather(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const total = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

const decoder = new TextDecoder();

/** Unpacks texts: {u32 byte length, bytes, zeros up to a multiple of 4} each. */
export function unpackTexts(packed: Uint8Array): string[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const texts: string[] = [];
  for (let at = 0; at + 4 <= packed.byteLength;) {
    const length = view.getUint32(at, true);
    texts.push(decoder.decode(packed.subarray(at + 4, at + 4 + length)));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return texts;
}
