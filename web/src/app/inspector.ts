// What is inside the program at the step that is shown: asked of an engine of its own, so that neither the
// run nor the page waits for it.
//
// Invariants: `inside` belongs to `at`; what is asked for meanwhile replaces what was asked before; while an
// answer takes longer than a blink, `working` says so and the old answer stays.

import type { Engine } from '../engine/client.ts';
import { parseInside, parseValues, type Inside, type Value } from '../model/inspection.ts';
import { GState } from '../model/lanes.ts';
import type { Session } from './session.ts';

/** Goroutines that are asked about at once: those who are selected or act, then by number. */
const MOST_GOROUTINES = 60;
const BLINK_MS = 120;

export class Inspector {
  inside: Inside | undefined;
  /** Run and number of events that `inside` is about. */
  at = '';
  working = false;
  failure = '';
  private engine: Engine | undefined;
  private started = '';
  private wished = '';

  constructor(
    private readonly session: Session,
    /** Something is new. */
    private readonly onChange: () => void,
  ) {}

  /** Run, step and goroutines in one word. */
  private key(): string {
    const { run, player, runNumber, selected } = this.session;
    if (run === undefined) return '';
    const event = player.step < 0 ? 0 : run.steps.lastEvent(player.step) + 1;
    return `${runNumber} ${event} ${selected?.kind === 'goroutine' ? selected.id : 0}`;
  }

  /** Looks at the current step, now or as soon as the engine is free. */
  look(): void {
    const key = this.key();
    if (key === '' || key === this.at || key === this.wished) return;
    this.wished = key;
    // The engine gives up what it is doing as soon as it hears of something newer.
    void this.work();
  }

  private async work(): Promise<void> {
    const key = this.wished;
    const slow = setTimeout(() => {
      this.working = true;
      this.onChange();
    }, BLINK_MS);
    try {
      const answer = await this.ask();
      if (key !== this.wished || answer === '') return;
      this.inside = parseInside(answer);
      this.at = key;
      this.failure = '';
    } catch (error) {
      if (key !== this.wished) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.started = '';
    } finally {
      clearTimeout(slow);
      if (key === this.wished) {
        this.working = false;
        this.wished = '';
        this.onChange();
      }
    }
  }

  private async ask(): Promise<string> {
    const { run, player } = this.session;
    const event = player.step < 0 ? 0 : run!.steps.lastEvent(player.step) + 1;
    const goroutines = this.goroutines();
    await this.start();
    return this.engine!.inspect(event, goroutines);
  }

  /** Looks at another moment of the run, once. */
  async lookAt(event: number, goroutines: readonly number[]): Promise<Inside | undefined> {
    try {
      await this.start();
      return parseInside(await this.engine!.inspect(event, goroutines.slice(0, MOST_GOROUTINES)));
    } catch {
      this.started = '';
      return undefined;
    }
  }

  private async start(): Promise<void> {
    const { session } = this;
    this.engine ??= session.engine.another();
    const start = `${session.runNumber}`;
    if (this.started !== start) {
      this.started = start;
      await this.engine.inspectStart(session.ran!.source, session.ran!.options);
    }
  }

  /** Whom to ask about: the selected one, the acting one, then those who are alive, by number. */
  private goroutines(): number[] {
    const { run, states, player, selected } = this.session;
    const list: number[] = [];
    if (selected?.kind === 'goroutine') list.push(selected.id);
    if (run === undefined || states === undefined) return list;
    const acting = player.step < 0 ? 0 : run.store.goroutine(run.steps.coreEvent(player.step));
    if (acting !== 0) list.push(acting);
    const state = states.at(player.step < 0 ? -1 : run.steps.lastEvent(player.step));
    for (const g of run.entities.goroutines.keys()) {
      if (list.length >= MOST_GOROUTINES) break;
      const now = state.stateOf(g);
      if (now !== GState.None && now !== GState.Done && !list.includes(g)) list.push(g);
    }
    return list;
  }

  /** Opens a value of `inside`. */
  async parts(path: string, from: number, count: number): Promise<readonly Value[]> {
    const answer = (await this.engine?.inspectParts(path, from, count)) ?? '';
    return parseValues(answer);
  }

  dispose(): void {
    this.engine?.stop();
    this.engine = undefined;
    this.started = '';
  }
}
