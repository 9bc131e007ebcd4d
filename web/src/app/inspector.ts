// What is inside the program at the step that is shown: asked of an engine of its own, so that neither the
// run nor the page waits for it.
//
// Invariants: `inside` belongs to `at`; what is asked for meanwhile replaces what was asked before; while an
// answer takes longer than a blink, `working` says so and the old answer stays.

import { beginsStatement, findStep } from '../model/find_step.ts';
import type { Frame, Inside, Value } from '../model/inspection.ts';
import { GState } from '../model/lanes.ts';
import { Probe } from './probe.ts';
import type { Session } from './session.ts';
import { placeIn } from './statements.ts';

/** Goroutines that are asked about at once: those who are selected or act, then by number. */
export const MOST_GOROUTINES = 60;
const BLINK_MS = 120;

export class Inspector {
  inside: Inside | undefined;
  /** Run and number of events that `inside` is about. */
  at = '';
  working = false;
  failure = '';
  private readonly probe: Probe;
  private wished = '';

  constructor(
    private readonly session: Session,
    /** Something is new. */
    private readonly onChange: () => void,
  ) {
    this.probe = new Probe(session);
  }

  /** Run, step, place between two steps and goroutines in one word. */
  private key(): string {
    const { run, runNumber, selected, stepping, eventsNow } = this.session;
    if (run === undefined) return '';
    const { between } = stepping.statements;
    const within = between === undefined ? '' : `${between.goroutine}.${between.from}.${between.statement}`;
    return `${runNumber} ${eventsNow} ${within} ${selected?.kind === 'goroutine' ? selected.id : 0}`;
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
      if (key !== this.wished || answer === undefined) return;
      this.inside = answer;
      this.at = key;
      this.failure = '';
    } catch (error) {
      if (key !== this.wished) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.probe.forget();
    } finally {
      clearTimeout(slow);
      if (key === this.wished) {
        this.working = false;
        this.wished = '';
        this.onChange();
      }
    }
  }

  private async ask(): Promise<Inside | undefined> {
    const { stepping, eventsNow } = this.session;
    const goroutines = this.goroutines();
    const { between } = stepping.statements;
    if (between !== undefined) return (await this.probe.between(between, goroutines))?.inside;
    const inside = await this.probe.at(eventsNow, goroutines);
    const acting = this.acting();
    const gone = inside?.goroutines.find((g) => g.number === acting && g.frames.length === 0);
    if (inside === undefined || gone === undefined) return inside;
    const frames = await this.before(acting);
    // The engine stands elsewhere now; values are opened where everybody else is.
    await this.probe.at(eventsNow, goroutines);
    const shown = { ...gone, frames, past: true };
    return { ...inside, goroutines: inside.goroutines.map((g) => (g === gone ? shown : g)) };
  }

  /** Who does the current step; 0 for nobody. */
  private acting(): number {
    const { run, player } = this.session;
    return run === undefined || player.step < 0 ? 0 : run.store.goroutine(run.steps.coreEvent(player.step));
  }

  /**
   * The stack where a goroutine begins the statement of the current step. After it the goroutine may have
   * run on to its end, of which nothing is recorded yet: then this is what there is to see.
   */
  private async before(g: number): Promise<readonly Frame[]> {
    const { run, player } = this.session;
    if (run === undefined) return [];
    const { step } = player;
    const own = findStep(run, step, -1, (s) => beginsStatement(run, s, g));
    const from = own === step ? 0 : run.steps.lastEvent(own) + 1;
    const place = placeIn(run, g, from, Infinity, run.steps.coreEvent(step) + 1);
    const statement = (await this.probe.between(place, []))?.arrival.statement ?? 0;
    if (statement === 0) return [];
    const found = await this.probe.between({ ...place, statement }, [g]);
    const frames = found?.inside.goroutines.find((other) => other.number === g)?.frames ?? [];
    const closed = (value: Value): Value => ({ ...value, parts: 0 });
    return frames.map((frame) => ({ ...frame, locals: frame.locals.map(closed) }));
  }

  /** Whom to ask about: the selected one, the acting one, then those who are alive, by number. */
  private goroutines(): number[] {
    const { run, states, player, selected } = this.session;
    const list: number[] = [];
    if (selected?.kind === 'goroutine') list.push(selected.id);
    if (run === undefined || states === undefined) return list;
    const acting = this.acting();
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
  parts(path: string, from: number, count: number): Promise<readonly Value[]> {
    return this.probe.parts(path, from, count);
  }

  dispose(): void {
    this.probe.dispose();
  }
}
