// What the inspector looks like: a card for each goroutine and object, edged in the colour of its state.

import { css } from 'lit';

export const inspectStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 4px 20px 24px;
    position: relative;
  }
  .work {
    position: sticky;
    top: 0;
    min-height: 20px;
    font-size: 12.5px;
    color: var(--muted);
    background: var(--paper);
    z-index: 1;
  }
  p {
    margin: 0;
    color: var(--muted);
    font-size: 14px;
  }
  section {
    margin-bottom: 16px;
  }
  h2 {
    margin: 0 0 6px;
    font-size: 13px;
    font-weight: 600;
    color: var(--muted);
  }
  h2 small {
    font-weight: 400;
    font-size: 12.5px;
  }
  article {
    border-left: 3px solid var(--line);
    padding: 2px 0 6px 12px;
    margin-bottom: 12px;
  }
  article.chosen {
    background: var(--soft);
    border-radius: 0 8px 8px 0;
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  h3 {
    flex: 1;
    margin: 0;
    font-size: 14.5px;
    font-weight: 600;
    min-width: 0;
  }
  h3 span {
    font-weight: 400;
    font-size: 13px;
  }
  button.name {
    padding: 0 4px;
    margin-left: -4px;
    font: inherit;
    white-space: normal;
    text-align: left;
  }
  button.hold {
    font-size: 12.5px;
    padding: 1px 8px;
  }
  .running {
    border-color: var(--run);
  }
  .runnable {
    border-color: var(--ready);
  }
  .blocked {
    border-color: var(--block);
  }
  .sleeping {
    border-color: var(--sleep);
  }
  .running h3 span {
    color: var(--run);
  }
  .runnable h3 span {
    color: var(--ready);
  }
  .blocked h3 span {
    color: var(--block);
  }
  .sleeping h3 span {
    color: var(--sleep);
  }
  .done h3 span {
    color: var(--done);
  }
  details {
    margin: 3px 0;
    font-size: 13.5px;
  }
  summary {
    cursor: pointer;
    color: var(--block);
    border-radius: 4px;
    width: fit-content;
  }
  .frame p {
    margin: 4px 0 0;
    font: 12.5px/1.6 var(--mono);
    color: var(--muted);
  }
  .frame p b {
    color: var(--ink);
    font-weight: 600;
  }
  .object {
    border-color: var(--pipe-edge);
    font-size: 13.5px;
  }
  .object p {
    color: var(--ink);
    font-size: 13.5px;
  }
  .slots {
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
    margin: 4px 0;
    padding: 0;
    list-style: none;
    font: 12px/1.5 var(--mono);
  }
  .slots li {
    border: 1px solid var(--pipe-edge);
    border-radius: 4px;
    background: var(--pipe);
    color: var(--ink);
    padding: 0 6px;
    max-width: 12em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .slots li.free {
    background: none;
    border-style: dashed;
    color: var(--muted);
  }
`;
