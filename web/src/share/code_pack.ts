// A program in a link: UTF-8, deflated, base64url, and a short check of what must come out. The browser's own
// compression where it has it, a small library where not; both read what the other wrote.

export interface Unpacked {
  readonly text: string;
  /** False when the link is damaged: `text` is what could be read of it, from its beginning. */
  readonly whole: boolean;
}

const CHECK_MARK = '.';

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Characters that cannot be part of it end it: a link may have lost its tail or gained a full stop. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const clean = /^[A-Za-z0-9_-]*/.exec(text)![0];
  const usable = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  const binary = atob(usable.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

/** 24 bits of FNV-1a over the UTF-8 bytes, as four characters. */
export function checkOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return toBase64Url(new Uint8Array([hash >>> 24, hash >>> 16, hash >>> 8]));
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof CompressionStream === 'undefined')
    return (await import('fflate')).deflateSync(bytes, { level: 9 });
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    // Browsers of 2022 have the class without this format.
    return (await import('fflate')).deflateSync(bytes, { level: 9 });
  }
}

/** As much as comes out before the first mistake. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<{ parts: Uint8Array[]; whole: boolean }> {
  const parts: Uint8Array[] = [];
  if (typeof DecompressionStream !== 'undefined') {
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      const reader = stream.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return { parts, whole: true };
        parts.push(value);
      }
    } catch {
      // Damaged, or a browser without this format: the library reads on where the stream gives nothing.
      parts.length = 0;
    }
  }
  const { Inflate } = await import('fflate');
  let whole = false;
  try {
    const inflater = new Inflate((chunk, final) => {
      parts.push(chunk);
      whole ||= final;
    });
    // Byte by byte, so that everything before a mistake has come out when it is found.
    for (let at = 0; at < bytes.length; at++)
      inflater.push(bytes.subarray(at, at + 1), at === bytes.length - 1);
  } catch {
    whole = false;
  }
  return { parts, whole };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A source for a link. */
export async function pack(source: string): Promise<string> {
  const bytes = new TextEncoder().encode(source);
  return toBase64Url(await deflate(bytes)) + CHECK_MARK + checkOf(bytes);
}

/** The source of a link of any version: those of version 1 have no check. Never throws. */
export async function unpack(packed: string): Promise<Unpacked> {
  const [data = '', check] = packed.split(CHECK_MARK);
  let compressed: Uint8Array<ArrayBuffer>;
  try {
    compressed = fromBase64Url(data);
  } catch {
    return { text: '', whole: false };
  }
  const { parts, whole } = await inflate(compressed);
  const bytes = joined(parts);
  const intact = whole && data.length > 0 && /^[A-Za-z0-9_-]*$/.test(data);
  const checked = check === undefined || check === checkOf(bytes);
  return { text: new TextDecoder().decode(bytes), whole: intact && checked };
}
