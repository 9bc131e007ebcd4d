// Builds one TypeScript file into one plain script: for what is loaded by name and cannot be split, the
// element's script and the service worker.

import { build } from 'vite';

/**
 * @param entry path of the source
 * @param define constants, as JSON
 */
export async function singleFile(entry: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: 'es2020',
      minify: true,
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'sluicebox', fileName: () => 'script.js' },
    },
  });
  const bundle = (Array.isArray(result) ? result[0] : result) as {
    output: { type: string; code?: string }[];
  };
  const chunk = bundle.output.find((file) => file.type === 'chunk');
  if (chunk?.code === undefined) throw new Error(`${entry} gave no script`);
  return ascii(chunk.code);
}

/**
 * A plain script is read in the encoding of the page around it, where the host does not say another, and not
 * all pages are in UTF-8.
 */
const ascii = (code: string): string =>
  code.replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
