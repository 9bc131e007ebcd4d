// The compiler's errors below the code: gc's message first, then what it means in general and what to try.

import { css, html, nothing, type TemplateResult } from 'lit';
import type { Diagnostic } from '../engine/protocol.ts';
import { DIAGNOSTICS } from '../generated/diagnostics.ts';

const sentence = (text: string): string => {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
};

/** What a diagnostic means and what to do, as one text for a tooltip. */
export function explanation(d: Diagnostic): string {
  const info = DIAGNOSTICS[d.code];
  const hint = d.hint === '' ? (info?.hint ?? '') : d.hint;
  return [info === undefined ? '' : sentence(info.meaning), hint === '' ? '' : `Try: ${hint}.`]
    .filter((part) => part !== '')
    .join(' ');
}

export const problemStyles = css`
  .problems ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .problems {
    padding: 8px 20px 10px;
    max-height: 13em;
    overflow: auto;
    border-top: 1px solid var(--line);
    background: color-mix(in srgb, var(--block) 6%, var(--panel));
    font-size: 13px;
  }
  .problems li {
    display: flex;
    gap: 10px;
    align-items: baseline;
    padding: 3px 0;
  }
  .problems li button {
    all: unset;
    cursor: pointer;
    font-family: var(--mono);
    color: var(--block);
    flex: none;
  }
  .problems li button:focus-visible {
    outline: 2px solid var(--accent);
  }
  .problems b {
    font: 600 12.5px/1.5 var(--mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    tab-size: 2;
  }
  .problems small {
    display: block;
    color: var(--muted);
    font-size: 13px;
  }
  .problems code {
    font-family: var(--mono);
    white-space: pre-wrap;
  }
  .problems p {
    margin: 0 0 4px;
    color: var(--muted);
  }
`;

/**
 * @param older an older run is still on the stage
 * @param goTo shows the place of a diagnostic in the code
 */
export function problemList(
  diagnostics: readonly Diagnostic[],
  older: boolean,
  goTo: (d: Diagnostic) => void,
): TemplateResult {
  const count = diagnostics.length === 1 ? 'One problem' : `${diagnostics.length} problems`;
  const first = diagnostics[0]!;
  // A list that is read out whole at every key would drown what is typed: the first one is enough.
  return html`<p class="hidden" role="alert">
      ${count}. ${first.line === 0 ? '' : `Line ${first.line}: `}${first.message}
    </p>
    <div class="problems">
      <p>${count}.${older ? ' The stage still shows the last program that compiled.' : ''}</p>
      <ul aria-label="Problems">
        ${diagnostics.map((d) => one(d, goTo))}
      </ul>
    </div>`;
}

/** A text in which names of Go stand between back quotes. */
function withCode(text: string): (string | TemplateResult)[] {
  return text.split('`').map((part, k) => (k % 2 === 1 ? html`<code>${part}</code>` : part));
}

function one(d: Diagnostic, goTo: (d: Diagnostic) => void): TemplateResult {
  const info = DIAGNOSTICS[d.code];
  const hint = d.hint === '' ? (info?.hint ?? '') : d.hint;
  return html`<li>
    <button title="Go to the line" @click=${() => goTo(d)}>
      ${d.line === 0 ? '' : `${d.line}:${d.column}`}
    </button>
    <span
      ><b>${d.message}</b> ${
        info === undefined
          ? nothing
          : html`<small>${sentence(info.meaning)} For example: <code>${info.example}</code></small>`
      }
      ${hint === '' ? nothing : html`<small>What to try: ${withCode(hint)}.</small>`}</span
    >
  </li>`;
}
