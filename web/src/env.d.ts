/// <reference types="vite/client" />

/**
 * Folder of the engine's bundles, relative to the page; its name holds a hash of their content. Set by
 * vite.config.ts.
 */
declare const __ENGINE_FOLDER__: string;

/** The bundles in that folder. Set by vite.config.ts. */
declare const __ENGINE_BUNDLES__: readonly string[];

/** Names and titles of the catalogue's programs, by name; made by build/catalogue_index.ts. */
declare module 'virtual:catalogue' {
  const index: readonly { readonly id: string; readonly title: string }[];
  export default index;
}

/** The GIF encoder brings no types of its own; these are of the parts that are used. */
declare module 'gifenc' {
  type Palette = number[][];
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, most: number): Palette;
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette: Palette; delay: number; repeat: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
