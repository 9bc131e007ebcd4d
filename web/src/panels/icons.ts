// The page's few signs, drawn on an 18 × 18 grid.

import { svg, html, type TemplateResult } from 'lit';

function icon(content: TemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 18 18" aria-hidden="true">${content}</svg>`;
}

export const icons = {
  play: icon(
    svg`<path
      class="solid"
      d="M5 3.2v11.6a.6.6 0 0 0 .9.5l9.4-5.8a.6.6 0 0 0 0-1L5.9 2.7a.6.6 0 0 0-.9.5z" />`,
  ),
  pause: icon(
    svg`<rect class="solid" x="4" y="3" width="3.6" height="12" rx="1" />
      <rect class="solid" x="10.4" y="3" width="3.6" height="12" rx="1" />`,
  ),
  stepForward: icon(svg`<path class="solid" d="M4 4v10l7-5z" /><path d="M13.5 4v10" />`),
  stepBack: icon(svg`<path class="solid" d="M14 4v10L7 9z" /><path d="M4.5 4v10" />`),
  restart: icon(svg`<path d="M4 3v4h4" /><path d="M4.3 7A6 6 0 1 1 3 10.5" />`),
  dice: icon(
    svg`<rect x="2.5" y="2.5" width="13" height="13" rx="3" />
      <circle class="solid" cx="6.2" cy="6.2" r="1.2" />
      <circle class="solid" cx="9" cy="9" r="1.2" />
      <circle class="solid" cx="11.8" cy="11.8" r="1.2" />`,
  ),
  light: icon(
    svg`<circle cx="9" cy="9" r="3.2" />
      <path d="M9 1.8v1.6M9 14.6v1.6M1.8 9h1.6M14.6 9h1.6M3.9 3.9 5 5
        M13 13l1.1 1.1M14.1 3.9 13 5M5 13l-1.1 1.1" />`,
  ),
  dark: icon(svg`<path d="M14.8 10.6A6.3 6.3 0 0 1 7.4 3.2a6.3 6.3 0 1 0 7.4 7.4z" />`),
  plus: icon(svg`<path d="M9 4v10M4 9h10" />`),
  minus: icon(svg`<path d="M4 9h10" />`),
  fit: icon(svg`<path d="M3 6.5V3h3.5M11.5 3H15v3.5M15 11.5V15h-3.5M6.5 15H3v-3.5" />`),
  signal: icon(svg`<path class="solid" d="M10.6 1.8 3.6 10h4.2l-1 6.2 7.4-8.8H9.6z" />`),
  request: icon(svg`<path d="M2.5 9h11M9.5 4.5 14 9l-4.5 4.5" />`),
  typed: icon(svg`<path d="M6.5 3.5h5M9 3.5v11M6.5 14.5h5" />`),
  down: icon(svg`<path d="M5 7.2 9 11l4-3.8" />`),
  keyboard: icon(
    svg`<rect x="1.8" y="4.5" width="14.4" height="9" rx="1.8" />
      <path d="M4.6 7.5h.1M7.6 7.5h.1M10.6 7.5h.1M13.4 7.5h.1M6 10.6h6" />`,
  ),
} as const;
