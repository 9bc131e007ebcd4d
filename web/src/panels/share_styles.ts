// The look of the share dialog.

import { css } from 'lit';

export const shareStyles = css`
  dialog {
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--panel);
    color: var(--ink);
    padding: 18px 24px 16px;
    box-shadow: var(--shadow);
    width: min(42em, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow: auto;
  }
  dialog::backdrop {
    background: #10141b66;
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: start;
  }
  .head button {
    margin: -4px -10px 0 0;
    font-size: 18px;
  }
  h2 {
    margin: 0 0 4px;
    font-size: 17px;
  }
  section {
    border-top: 1px solid var(--line);
    padding: 12px 0 10px;
  }
  .head + section {
    border-top: 0;
    padding-top: 4px;
  }
  h3 {
    margin: 0 0 8px;
    font-size: 13px;
    font-weight: 600;
    color: var(--muted);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px 10px;
    font-size: 14px;
  }
  .row + .row,
  textarea + .row,
  .row + textarea {
    margin-top: 8px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    margin-right: auto;
  }
  .kinds button {
    color: var(--muted);
  }
  .kinds [aria-pressed='true'] {
    color: var(--ink);
    font-weight: 600;
    background: var(--soft);
  }
  label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  input[type='text'],
  input[type='number'],
  textarea {
    font: 12.5px/1.5 var(--mono);
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 6px 9px;
  }
  input[type='text'] {
    flex: 1;
    min-width: 0;
    text-overflow: ellipsis;
  }
  input[type='checkbox'] {
    accent-color: var(--accent);
    width: 16px;
    height: 16px;
  }
  .number {
    width: 5.5em;
  }
  textarea {
    width: 100%;
    resize: vertical;
    display: block;
  }
  p {
    margin: 8px 0 0;
    font-size: 13px;
    color: var(--muted);
  }
  .said {
    min-height: 1.5em;
    color: var(--ink);
  }
  progress {
    flex: 1;
    accent-color: var(--accent);
  }
  select {
    border-radius: 8px;
    padding: 4px;
  }
`;
