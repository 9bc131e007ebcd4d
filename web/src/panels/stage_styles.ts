// How the stage's panel looks around its canvas.

import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: block;
    container-type: size;
    position: relative;
    min-height: 0;
    overflow: hidden;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    touch-action: pan-y pinch-zoom;
    display: block;
  }
  .legend {
    position: absolute;
    left: 18px;
    bottom: 8px;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
    color: var(--muted);
    pointer-events: none;
    max-width: calc(100% - 130px);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .legend svg {
    width: 13px;
    height: 13px;
  }
  .tools {
    position: absolute;
    right: 10px;
    bottom: 6px;
    display: flex;
    gap: 2px;
    color: var(--muted);
  }
  .tools button {
    padding: 5px;
  }
  .selection {
    position: absolute;
    right: 10px;
    top: 10px;
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 1px 4px 1px 12px;
    border: 1px solid var(--line);
    border-radius: 9px;
    background: var(--panel);
    font-size: 13px;
  }
  .selection {
    flex-wrap: wrap;
    max-width: min(340px, calc(100% - 24px));
    justify-content: flex-end;
  }
  [data-place] {
    position: absolute;
    top: var(--above, 10px);
    left: auto;
    right: 10px;
  }
  [data-place$='left'] {
    right: auto;
    left: 10px;
  }
  [data-place='top'],
  [data-place='bottom'] {
    right: auto;
    left: 50%;
    transform: translateX(-50%);
  }
  [data-place^='bottom'] {
    top: auto;
    bottom: var(--below, 40px);
  }
  .selection > b {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .journey {
    flex-basis: 100%;
    margin: 4px 0 4px;
    padding: 4px 0 0;
    list-style: none;
    max-height: min(190px, 26cqh);
    overflow: auto;
    border-top: 1px solid var(--line);
  }
  .journey button {
    display: flex;
    gap: 10px;
    width: 100%;
    text-align: left;
    padding: 2px 6px;
    border-radius: 5px;
  }
  .journey button[aria-current='step'] {
    background: var(--soft);
    box-shadow: inset 2px 0 var(--accent);
  }
  .journey .when {
    color: var(--muted);
    font: 11.5px/1.7 var(--mono);
    white-space: nowrap;
  }
  .journey code {
    font: 600 12px var(--mono);
  }
  .journey .more {
    color: var(--muted);
    padding: 2px 6px;
  }
  .tools .fold {
    font-size: 12px;
    padding: 2px 8px;
  }
  canvas:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .selection b {
    margin-right: 6px;
    font-weight: 600;
  }
  .selection button {
    font-size: 13px;
    padding: 2px 7px;
  }
  .watches {
    position: absolute;
    left: 18px;
    top: 10px;
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    font-size: 12.5px;
    pointer-events: none;
  }
  .watches div {
    display: flex;
    gap: 8px;
    padding: 2px 10px;
    border-radius: 7px;
    background: var(--soft);
  }
  .watches .changed {
    box-shadow: inset 0 0 0 1.5px var(--accent);
  }
  .watches dt {
    color: var(--muted);
    font-family: var(--mono);
  }
  .watches dd {
    margin: 0;
    font: 600 12.5px/1.5 var(--mono);
    font-variant-numeric: tabular-nums;
  }
  .note {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 24px;
    text-align: center;
    color: var(--muted);
    pointer-events: none;
  }
  .note.over {
    display: block;
    padding: 0;
  }
  .note.over > span {
    width: max-content;
    max-width: min(520px, calc(100% - 20px));
    background: var(--panel);
    border: 1px solid var(--line);
    border-left: 3px solid var(--block);
    border-radius: 8px;
    padding: 6px 12px;
    font-size: 13.5px;
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .note.over > .plain {
    border-left-color: var(--accent);
  }
  .note button {
    pointer-events: auto;
    margin-left: 8px;
    padding: 1px 9px;
  }
  .note b {
    color: var(--ink);
    font-weight: 600;
  }
  .spinner {
    width: 22px;
    height: 22px;
    border-radius: 50%;
    border: 2.5px solid var(--line);
    border-top-color: var(--accent);
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }
  @media (max-width: 760px) {
    .legend {
      left: 12px;
      gap: 0 10px;
      font-size: 11px;
      max-width: calc(100% - 110px);
    }
  }
`;
