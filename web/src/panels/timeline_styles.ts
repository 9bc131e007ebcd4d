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
    inset: 0 0 0 20px;
    width: calc(100% - 20px);
    height: 100%;
    cursor: crosshair;
    touch-action: pan-y;
  }
  :host([charting]) {
    height: auto !important;
  }
  :host([charting]) .lanes {
    flex: 0 0 124px;
  }
  .charts {
    flex: 0 0 auto;
    padding-left: 20px;
    border-top: 1px solid var(--line);
  }
  .charts .u-wrap {
    background: none;
  }
  .charts .uplot {
    position: relative;
    width: auto;
  }
  .charts .u-title {
    position: absolute;
    left: 4px;
    top: 8px;
    width: 64px;
    text-align: left;
    font: 11.5px/1.25 var(--sans);
    color: var(--ink);
  }
  .charts .u-legend {
    position: absolute;
    right: 24px;
    top: 4px;
    width: auto;
    margin: 0;
    font-size: 11px;
    color: var(--ink);
    background: color-mix(in srgb, var(--paper) 80%, transparent);
    border-radius: 5px;
  }
  .charts .u-legend th {
    padding: 0 4px;
    font-weight: 400;
  }
  .tools {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    padding: 1px 8px 0;
    color: var(--muted);
  }
  .tools button {
    padding: 3px 4px;
  }
  .tools .word {
    font-size: 12px;
    padding: 1px 8px;
  }
  .tools .word[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  @media (max-width: 760px) {
    :host {
      min-height: 150px;
    }
    canvas.timeline {
      inset: 4px 0 0 12px;
      width: calc(100% - 12px);
    }
    .charts {
      padding-left: 12px;
    }
  }
  @media (max-width: 400px) {
    .tools {
      padding: 1px 4px 0;
    }
    .tools .word {
      padding: 1px 5px;
    }
    .tools button {
      padding: 3px 2px;
    }
  }
`;
