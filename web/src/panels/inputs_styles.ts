// How the row of inputs looks: chips on one line, the editor of one of them below.

import { css } from 'lit';

export const inputStyles = css`
  :host {
    display: none;
    border-top: 1px solid var(--line);
    font-size: 13px;
  }
  :host([shown]) {
    display: block;
  }
  .row,
  .editor {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    padding: 7px 24px;
  }
  .title,
  .none {
    color: var(--muted);
  }
  .title {
    margin-right: 4px;
  }
  .row button,
  .row select,
  .editor button,
  .editor select,
  .editor input {
    font-size: 13px;
    padding: 3px 9px;
    border-radius: 8px;
  }
  .chip {
    display: inline-flex;
    gap: 7px;
    max-width: 100%;
    border: 1px solid var(--line);
    background: var(--panel);
  }
  .chip[aria-expanded='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .chip .what {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chip .at {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-left: auto;
  }
  .actions select {
    width: 6.4em;
  }
  .editor {
    align-items: end;
    padding-top: 0;
  }
  .editor label {
    display: grid;
    gap: 2px;
    color: var(--muted);
    min-width: 0;
  }
  .editor input,
  .editor select {
    color: var(--ink);
    background: var(--panel);
    border: 1px solid var(--line);
    min-width: 0;
    width: 100%;
  }
  .editor .short input {
    width: 7em;
  }
  .editor .check {
    display: flex;
    align-items: center;
    gap: 6px;
    padding-bottom: 5px;
  }
  .editor .check input {
    width: auto;
    margin: 0;
    accent-color: var(--accent);
  }
  .editor input[aria-invalid='true'] {
    border-color: var(--block);
  }
  .ends {
    display: inline-flex;
    gap: 6px;
    margin-left: auto;
  }
  .problem {
    flex-basis: 100%;
    margin: 0;
    color: var(--block);
  }
  .left-out {
    padding: 0 24px 7px;
  }
  @media (max-width: 760px) {
    .row,
    .editor {
      padding-left: 16px;
      padding-right: 16px;
    }
    .editor {
      padding-bottom: 9px;
    }
  }
`;
