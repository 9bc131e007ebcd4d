// Puts what all pages have in common into their head: the policy, icons, the manifest.

import type { Plugin } from 'vite';
import { CSP } from './csp.ts';

/** The elements for a page whose way to the site's root is `root` ("./", "../"). */
export function headElements(root: string): string {
  return [
    `<meta http-equiv="Content-Security-Policy" content="${CSP}" />`,
    '<meta name="color-scheme" content="light dark" />',
    '<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />',
    '<meta name="theme-color" content="#11151c" media="(prefers-color-scheme: dark)" />',
    `<link rel="icon" type="image/svg+xml" href="${root}icon.svg" />`,
    `<link rel="apple-touch-icon" href="${root}icon-192.png" />`,
    `<link rel="manifest" href="${root}manifest.webmanifest" />`,
  ].join('\n    ');
}

/**
 * Replaces `<!-- head -->` in pages. Only the built site has the policy: the development server injects
 * scripts and styles of its own.
 */
export function pageHead(): Plugin {
  let building = false;
  return {
    name: 'sluicebox-page-head',
    config: (_, { command }) => void (building = command === 'build'),
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<!-- head -->', building ? headElements('./') : '<link rel="icon" href="/icon.svg" />'),
    },
  };
}
