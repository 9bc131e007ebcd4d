/// <reference types="vite/client" />

/**
 * Folder of the engine's bundles, relative to the page; its name holds a hash of their content. Set by
 * vite.config.ts.
 */
declare const __ENGINE_FOLDER__: string;
