// Why a goroutine is blocked, drawn: whom it waits for, whom that one waits for … and where the chain ends.
// A cycle is drawn as one, with an arrow back to where it began.

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { GState, STATE_NAMES } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import type { Chain, Wait } from '../model/wait_graph.ts';
import { shared } from './shared_styles.ts';

/** Others who could help, or have to, that are named. */
const MOST_OTHERS = 3;

@customElement('wait-chain')
export class WaitChain extends LitElement {
  @property({ attribute: false }) chain!: Chain;
  @property({ attribute: false }) run!: RunIndex;
  @property({ attribute: false }) state!: State;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        font-size: 13.5px;
        line-height: 1.5;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        position: relative;
      }
      .cycle {
        padding-right: 22px;
      }
      .cycle::before {
        content: '';
        position: absolute;
        top: 0.7em;
        bottom: 0.7em;
        right: 4px;
        width: 14px;
        border: 2px solid var(--block);
        border-left: 0;
        border-radius: 0 10px 10px 0;
      }
      .cycle::after {
        content: '';
        position: absolute;
        top: calc(0.7em - 4px);
        right: 15px;
        border: 5px solid transparent;
        border-right: 7px solid var(--block);
        border-left: 0;
      }
      li {
        position: relative;
        padding: 0 0 6px 18px;
      }
      li::before {
        content: '';
        position: absolute;
        left: 4px;
        top: 0.5em;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        border: 2px solid var(--block);
      }
      li:not(.last)::after {
        content: '';
        position: absolute;
        left: 8.5px;
        top: calc(0.5em + 12px);
        bottom: -0.5em;
        border-left: 2px dotted var(--block);
      }
      li.running::before {
        border-color: var(--run);
        background: var(--run);
      }
      li.runnable::before {
        border-color: var(--ready);
      }
      li.sleeping::before {
        border-color: var(--sleep);
      }
      p {
        margin: 2px 0 0;
        padding-left: 18px;
      }
      b {
        font-weight: 600;
      }
      .blocked {
        color: var(--block);
      }
      .running {
        color: var(--run);
      }
      .runnable {
        color: var(--ready);
      }
      .sleeping {
        color: var(--sleep);
      }
      li.running,
      li.runnable,
      li.sleeping,
      li.blocked {
        color: inherit;
      }
      small {
        color: var(--muted);
        font-size: 12.5px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { chain } = this;
    const before = chain.cycleFrom < 0 ? chain.waits : chain.waits.slice(0, chain.cycleFrom);
    const cycle = chain.cycleFrom < 0 ? [] : chain.waits.slice(chain.cycleFrom);
    const ends = chain.last === 0 && cycle.length === 0;
    return html`${
        before.length === 0 && chain.last === 0
          ? nothing
          : html`<ol aria-label="Who waits for whom">
              ${before.map((wait, k) => this.one(wait, ends && k === before.length - 1))}
              ${chain.last === 0 ? nothing : this.free(chain.last)}
            </ol>`
      }
      ${
        cycle.length === 0
          ? nothing
          : html`<ol class="cycle" aria-label="A cycle: each waits for the next, the last for the first">
              ${cycle.map((wait, k) => this.one(wait, k === cycle.length - 1))}
            </ol>`
      }
      <p>${this.verdict()}</p>`;
  }

  private name(g: number): TemplateResult {
    return html`<b class=${STATE_NAMES[this.state.stateOf(g)]}>${this.run.entities.goroutineName(g)}</b>`;
  }

  private one(wait: Wait, last: boolean): TemplateResult {
    const { waits, cycleFrom, last: free } = this.chain;
    const followed =
      waits[waits.indexOf(wait) + 1]?.goroutine ?? (free === 0 ? waits[cycleFrom]?.goroutine : free);
    const rest = wait.by.filter((g) => g !== followed);
    const more = rest.length > MOST_OTHERS ? ` and ${rest.length - MOST_OTHERS} more` : '';
    const others =
      rest.length === 0
        ? ''
        : ` (${wait.all ? 'and' : 'or'} ${this.names(rest.slice(0, MOST_OTHERS))}${more})`;
    return html`<li class="blocked ${last ? 'last' : ''}">
      ${this.name(wait.goroutine)} waits ${wait.what}
      <small>${wait.line === 0 ? '' : `line ${wait.line}`}${others}</small>
    </li>`;
  }

  private names(list: readonly number[]): string {
    return list.map((g) => this.run.entities.goroutineName(g)).join(', ');
  }

  private free(g: number): TemplateResult {
    const state = this.state.stateOf(g);
    const says =
      state === GState.Sleeping ? 'sleeps' : state === GState.Running ? 'is running' : 'is ready to run';
    return html`<li class="${STATE_NAMES[state]} last">${this.name(g)} ${says}</li>`;
  }

  private verdict(): string {
    const { chain } = this;
    const many = chain.waits.length - chain.cycleFrom;
    switch (chain.end) {
      case 'cycle':
        return many === 1
          ? 'It waits for itself: nobody else could ever wake it.'
          : `A cycle of ${many}: each waits for the next, and the last for the first. Nobody can begin.`;
      case 'nobody':
        return 'Nobody is left who could do that.';
      case 'time':
        return 'It goes on when its time has come.';
      case 'outside':
        return 'It goes on when something comes from outside.';
      default:
        return 'It goes on as soon as that one has done it.';
    }
  }
}
