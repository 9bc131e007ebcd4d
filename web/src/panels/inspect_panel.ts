// Looks inside: at the current step, every goroutine's stack with its variables and why it waits; every
// channel's buffer and queues; what values lead to, opened on demand. An engine of its own runs up to the
// step to tell the values, so they are only asked for at rest and while the tab is open.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Inspector } from '../app/inspector.ts';
import type { Topic } from '../app/session.ts';
import { holdersOf, type Frame, type InspectedGoroutine, type Value } from '../model/inspection.ts';
import { GState, STATE_NAMES } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import type { State } from '../model/state.ts';
import { reachable, rootsOf, type Reach } from '../model/reachable.ts';
import { chainOf } from '../model/wait_graph.ts';
import { inspectStyles } from './inspect_styles.ts';
import { objectCards } from './object_cards.ts';
import { SessionElement } from './session_element.ts';
import { shared } from './shared_styles.ts';
import { valueStyles } from './value_tree.ts';
import './wait_chain.ts';

const PAUSE_MS = 90;

@customElement('inspect-panel')
export class InspectPanel extends SessionElement {
  protected readonly topics: readonly Topic[] = ['status', 'select', 'stepping'];
  /** The tab is the one that is shown. */
  @property({ type: Boolean }) open = false;
  private inspector: Inspector | undefined;
  private timer = 0;

  static override styles = [shared, inspectStyles, valueStyles];

  override render(): TemplateResult {
    const { run, states, player } = this.session;
    if (player.playing) return html`<p>Pause to look inside.</p>`;
    if (run === undefined || states === undefined) return html`<p>Nothing runs yet.</p>`;
    const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
    const { inside, working = false, failure = '' } = this.inspector ?? {};
    return html`<div class="work" role="status">
        ${working ? 'Running up to this step again…' : failure === '' ? nothing : failure}
      </div>
      ${
        inside === undefined
          ? html`<p>${failure === '' ? 'Looking inside…' : 'This step cannot be looked into.'}</p>`
          : html`${this.sections(run, state)}`
      }
      ${objectCards(this.session, state)}`;
  }

  private sections(run: RunIndex, state: State): TemplateResult {
    const inside = this.inspector!.inside!;
    const { selected } = this.session;
    const chosen = selected?.kind === 'goroutine' ? selected.id : 0;
    const sorted = [...inside.goroutines].sort(
      (p, q) => Number(q.number === chosen) - Number(p.number === chosen) || p.number - q.number,
    );
    const alive = state.goroutineCount - state.totals[GState.Done]!;
    return html`<section aria-label="Goroutines">
        <h2>Goroutines <small>${alive} alive</small></h2>
        ${sorted.map((g) => this.goroutine(run, state, g, g.number === chosen))}
        ${
          alive > sorted.length
            ? html`<p>${alive - sorted.length} more. Select one on the stage to see it here.</p>`
            : nothing
        }
      </section>
      ${this.leadsTo(run)}
      ${
        inside.package.length === 0
          ? nothing
          : html`<section aria-label="Package variables">
              <h2>Package variables</h2>
              ${inside.package.map((value, k) => this.value(value, `p${k}`))}
            </section>`
      }`;
  }

  private goroutine(run: RunIndex, state: State, g: InspectedGoroutine, chosen: boolean): TemplateResult {
    const name = run.entities.goroutineName(g.number);
    const { stepping } = this.session;
    const now = stepping.statements.stateOf(g.number, state.stateOf(g.number));
    const held = stepping.isHeld(g.number);
    const chain = now === GState.Blocked ? chainOf(run, state, g.number, this.holders()) : undefined;
    return html`<article class="${STATE_NAMES[now]} ${chosen ? 'chosen' : ''}" data-goroutine=${g.number}>
      <header>
        <h3>
          <button
            class="name"
            aria-pressed=${chosen ? 'true' : 'false'}
            title="Choose this goroutine for stepping"
            @click=${() => this.session.select({ kind: 'goroutine', id: g.number })}
          >
            ${name}
          </button>
          <span>${g.reason === '' ? STATE_NAMES[now] : g.reason}${held ? ' · held back' : ''}</span>
        </h3>
        <button
          class="line hold"
          aria-pressed=${held ? 'true' : 'false'}
          title="Another schedule: this goroutine stays where it is while others can go on"
          @click=${() => stepping.toggleHold(g.number)}
        >
          ${held ? 'Let go' : 'Hold'}
        </button>
      </header>
      ${
        chain === undefined
          ? nothing
          : html`<details ?open=${chosen} data-why>
              <summary>Why is it blocked?</summary>
              <wait-chain .chain=${chain} .run=${run} .state=${state}></wait-chain>
            </details>`
      }
      ${this.noStack(run, state, g)} ${g.frames.map((frame, k) => this.frame(g, frame, k))}
    </article>`;
  }

  /** Between its last event and its end a goroutine has nothing left that could be shown: that is told. */
  private noStack(
    run: RunIndex,
    state: State,
    { number: g, frames, past = false }: InspectedGoroutine,
  ): TemplateResult | typeof nothing {
    if (frames.length > 0 && !past) return nothing;
    const event = state.why(g);
    // The answer may be about a step that has been left: at this one, nobody has heard of the goroutine.
    if (event < 0) return nothing;
    const line = run.store.line(event);
    const begun = state.stateOf(g) !== GState.Runnable || run.store.goroutine(event) === g;
    if (!begun) return html`<p>It has not executed anything yet.</p>`;
    if (state.stateOf(g) === GState.Done)
      return html`<p>It has ended${line === 0 ? '' : ` at line ${line}`}.</p>`;
    return html`<p>
      Its function has returned: ${past ? 'this was its last statement' : 'its stack is empty'}.
    </p>`;
  }

  private frame(g: InspectedGoroutine, frame: Frame, index: number): TemplateResult {
    return html`<div class="frame ${frame.library ? 'library' : ''}">
      <p><b>${frame.function.replace(/^main\./, '')}</b> line ${frame.line}</p>
      ${frame.locals.map((local, k) =>
        local.name === '_' ? nothing : this.value(local, `g${g.number}.${index}.${k}`),
      )}
    </div>`;
  }

  private reach: Reach | undefined;
  private reachAt = '';

  /** Looks for the heap objects that the selected one leads to, once for each moment and selection. */
  private async follow(): Promise<void> {
    const { inspector } = this;
    const { selected } = this.session;
    const key = `${inspector?.at ?? ''} ${selected?.kind} ${selected?.id}`;
    if (key === this.reachAt || inspector?.inside === undefined) return;
    this.reachAt = key;
    this.reach = undefined;
    if (selected === undefined) return;
    const { kind, id } = selected;
    const roots = rootsOf(inspector.inside, kind === 'goroutine' ? id : 0, kind === 'object' ? id : 0);
    const reach = await reachable(roots, (path, from, count) => inspector.parts(path, from, count));
    if (key !== this.reachAt) return;
    this.reach = reach;
    this.requestUpdate();
  }

  private leadsTo(run: RunIndex): TemplateResult | typeof nothing {
    const { reach } = this;
    const { selected } = this.session;
    if (reach === undefined || selected === undefined) return nothing;
    const { entities } = run;
    const name =
      selected.kind === 'goroutine' ? entities.goroutineName(selected.id) : entities.objectName(selected.id);
    const count = `${reach.objects.length}${reach.cut ? ' and more' : ''}`;
    return html`<section aria-label=${`Heap objects reachable from ${name}`} data-reachable>
      <h2>Heap objects reachable from ${name} <small>${count}</small></h2>
      ${
        reach.objects.length === 0
          ? html`<p>Its variables lead to none.</p>`
          : reach.objects.map(({ value, path, name: way, ways }) =>
              this.value({ ...value, name: ways === 1 ? way : `${way} (${ways} ways)` }, path),
            )
      }
    </section>`;
  }

  private value(value: Value, path: string): TemplateResult {
    return html`<value-tree
      .value=${value}
      .source=${this.inspector!}
      path=${path}
      moment=${this.inspector!.at}
    ></value-tree>`;
  }

  private heldBy: ReturnType<typeof holdersOf> = new Map();
  private heldAt = '';
  private holders(): ReturnType<typeof holdersOf> {
    const inspector = this.inspector!;
    if (this.heldAt !== inspector.at) {
      this.heldAt = inspector.at;
      this.heldBy = holdersOf(inspector.inside!);
    }
    return this.heldBy;
  }

  protected override firstUpdated(): void {
    for (const topic of ['step', 'run', 'select'] as const) this.listen(topic, () => this.later());
  }

  protected override updated(): void {
    if (!this.open) return;
    this.later();
    void this.follow().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.inspector?.dispose();
    this.inspector = undefined;
  }

  private later(): void {
    clearTimeout(this.timer);
    if (this.open) this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
  }

  private wasPlaying = false;
  private ask(): void {
    const { playing } = this.session.player;
    if (playing !== this.wasPlaying) {
      this.wasPlaying = playing;
      this.requestUpdate();
    }
    if (playing) return;
    this.inspector ??= new Inspector(this.session, () => this.requestUpdate());
    this.inspector.look();
  }
}
