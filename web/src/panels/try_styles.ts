// How experiments look.

import { css } from 'lit';

export const tryStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 14px 20px 24px;
  }
  ol {
    margin: 0 0 16px;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 12px;
  }
  ol > li {
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--panel);
    padding: 12px 16px 14px;
    scroll-margin-top: 12px;
  }
  ol > li.set {
    border-color: var(--accent);
    box-shadow: inset 3px 0 var(--accent);
  }
  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 1.35;
  }
  p {
    margin: 0 0 12px;
    color: var(--muted);
    font-size: 14px;
  }
  li p {
    margin: 4px 0 0;
    color: var(--ink);
  }
  li p.ask {
    font-style: italic;
  }
  li p.changes {
    color: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    margin-bottom: 10px;
  }
  .choices {
    display: grid;
    gap: 6px;
  }
  .choice {
    display: flex;
    gap: 8px;
    width: 100%;
    text-align: left;
    white-space: normal;
    border: 1px solid var(--line);
    padding: 7px 12px;
  }
  .choice .mark {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    margin-top: 0.15em;
    border: 1.5px solid var(--muted);
    border-radius: 50%;
    font-size: 12px;
    line-height: 1;
    display: grid;
    place-items: center;
  }
  .choice.right {
    border-color: var(--run);
    box-shadow: inset 3px 0 var(--run);
  }
  .choice.right .mark,
  .choice.wrong .mark {
    border-color: transparent;
    font-weight: 700;
    font-size: 14px;
  }
  .choice.wrong {
    border-style: dashed;
  }
  .choice.other {
    color: var(--muted);
  }
  .verdict {
    font-weight: 600;
    margin-top: 10px;
  }
  details {
    margin-top: 8px;
    font-size: 13.5px;
  }
  summary {
    cursor: pointer;
    color: var(--muted);
  }
  details ul {
    margin: 6px 0 0;
    padding-left: 1.1em;
  }
  .claim {
    margin: 3px 0;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--mono);
    font-size: 0.9em;
    background: var(--soft);
    border-radius: 4px;
    padding: 1px 4px;
  }
`;
