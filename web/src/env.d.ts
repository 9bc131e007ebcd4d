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
