// What every panel has in common: buttons, focus rings, hidden texts.

import { css } from 'lit';

export const shared = css`
  :host {
    box-sizing: border-box;
    min-width: 0;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    background: none;
    border: 1px solid transparent;
    border-radius: 8px;
    padding: 5px 10px;
    font-size: 14px;
    line-height: 1.4;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    background: var(--soft);
  }
  button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  button.line,
  select.line {
    border: 1px solid var(--line);
    background: var(--panel);
  }
  button.line:hover:not(:disabled) {
    background: var(--soft);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg.icon {
    width: 18px;
    height: 18px;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg.icon .solid {
    fill: currentColor;
    stroke: none;
  }
`;
