// How the timeline's panel looks around its canvas.

import { css } from 'lit';

export const timelineStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-height: 0;
    overflow: hidden;
  }
  .lanes {
    position: relative;
    flex: 1 1 auto;
    min-height: 60px;
  }
  canvas.timeline {
    display: block;
    position: absolute;
    inset: 6px 0 0 20px;
    width: calc(100% - 20px);
    height: calc(100% - 6px);
    cursor: crosshair;
    touch-action: pan-y;
  }
  .charts {
    flex: 0 0 auto;
    padding-left: 20px;
    border-top: 1px solid var(--line);
    max-height: 60vh;
    overflow: auto;
  }
  .charts .u-legend {
    font-size: 11px;
    color: var(--muted);
    text-align: left;
    margin: 0 0 2px;
  }
  .charts .u-legend tr:first-child {
    display: none;
  }
  .tools {
    position: absolute;
    right: 8px;
    top: 2px;
    display: flex;
    align-items: center;
    color: var(--muted);
    opacity: 0;
    transition: opacity 0.15s;
    background: var(--paper);
    border-radius: 8px;
  }
  :host(:hover) .tools,
  .tools:focus-within,
  .tools.on {
    opacity: 1;
  }
  @media (hover: none) {
    .tools {
      opacity: 1;
    }
  }
  .tools button {
    padding: 4px;
  }
  .tools .word {
    font-size: 12px;
    padding: 2px 8px;
  }
  .tools .word[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  @media (max-width: 760px) {
    canvas.timeline {
      inset: 4px 0 0 12px;
      width: calc(100% - 12px);
    }
    .charts {
      padding-left: 12px;
    }
  }
`;
