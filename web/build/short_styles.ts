// Styles of components are texts in scripts, and scripts are shortened without a look into texts: here the
// comments and line ends of a css`…` go before that.

import type { Plugin } from 'vite';

/** A style as short as can be without understanding it. */
export function shortStyle(style: string): string {
  return style
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}

export function shortStyles(): Plugin {
  return {
    name: 'sluicebox-short-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('css`')) return undefined;
      const short = code.replace(/\bcss`([^`$\\]*)`/g, (_, style: string) => `css\`${shortStyle(style)}\``);
      return short === code ? undefined : { code: short, map: null };
    },
  };
}
