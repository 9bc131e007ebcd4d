// Steps by statement of one goroutine, also between two events: a line that only computes is recorded
// nowhere, so an engine of its own runs up to it again.
//
// Invariants: a place between events belongs to one run and one step of the player and is forgotten when
// either changes; every statement is stopped at once, forwards and backwards at the same places: where the
// statement ends in an event (a send, a lock, output), at that event, otherwise where it begins. Wishes that
// come while the engine works are carried out one after the other.

import { beginsStatement, findStep } from '../model/find_step.ts';
import { lineIn, type Hit, type StatementPlace } from '../model/inspection.ts';
import { GState, type GStateNumber } from '../model/lanes.ts';
import type { RunIndex } from '../model/run_index.ts';
import { Probe } from './probe.ts';
import type { Session } from './session.ts';

/** A statement that begins at a place. */
interface Found {
  /** How many have happened then. */
  readonly events: number;
  readonly line: number;
}

/** Where a goroutine is about to execute a statement, between two events. */
export interface Between extends StatementPlace, Found {
  readonly run: RunIndex;
  readonly step: number;
}

/** Somebody who keeps the key down gets no further ahead of the engine than this. */
const MOST_WISHES = 20;
/** After so long the page says that it is working. */
const BLINK_MS = 200;

/** A place after `from` events. */
export function placeIn(
  run: RunIndex,
  goroutine: number,
  from: number,
  statement: number,
  until: number,
): StatementPlace {
  const before = from === 0 ? 0 : run.steps.firstEvent(run.steps.stepOfEvent(from - 1));
  return { goroutine, from, before, statement, until };
}

/** The last step that has been shown to happen after so many events; -1 before the first. */
export function lastStep(run: RunIndex, events: number): number {
  if (events === 0) return -1;
  const step = run.steps.stepOfEvent(events - 1);
  return run.steps.coreEvent(step) < events ? step : step - 1;
}

export class Statements {
  private place: Between | undefined;
  private readonly probe: Probe;
  private wishes = 0;
  private chain: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: Session,
    /** What the visitor is to hear; "" when there is nothing to say. */
    private readonly say: (text: string) => void,
  ) {
    this.probe = new Probe(session);
    // Whoever comes back to the step by another way stands at the step.
    session.on('step', () => {
      if (this.place !== this.between) this.leave();
    });
  }

  /** From the place between events back to the step before it. */
  leave(): void {
    this.place = undefined;
  }

  /** Where the chosen goroutine stands, when that is between two events. */
  get between(): Between | undefined {
    const { place } = this;
    const { run, player } = this.session;
    return place !== undefined && place.run === run && place.step === player.step ? place : undefined;
  }

  /** The state of a goroutine, `recorded` by the events before: between them it may run already. */
  stateOf(g: number, recorded: GStateNumber): GStateNumber {
    return this.between?.goroutine === g ? GState.Running : recorded;
  }

  /** Settles when no wish is left. */
  get idle(): Promise<void> {
    return this.chain;
  }

  /** A step of goroutine g, after those that are under way. */
  move(by: 1 | -1, g: number): Promise<void> {
    if (this.wishes >= MOST_WISHES) return this.chain;
    this.wishes++;
    this.chain = this.chain.then(() => this.step(by, g)).finally(() => this.wishes--);
    return this.chain;
  }

  /** Shows the place of a hit or of a link, after what is under way. */
  show(
    run: RunIndex,
    { goroutine, from, statement }: Pick<Hit, 'goroutine' | 'from' | 'statement'>,
    until = run.store.length,
  ): Promise<void> {
    const place = placeIn(run, goroutine, from, statement, until);
    this.chain = this.chain.then(() => this.go(run, place)).catch(() => this.probe.forget());
    return this.chain;
  }

  private async step(by: 1 | -1, g: number): Promise<void> {
    const { run } = this.session;
    if (run === undefined || g === 0) return;
    const slow = setTimeout(() => this.say('Running up to here again…'), BLINK_MS);
    try {
      await (by === 1 ? this.forward(run, g) : this.back(run, g));
    } catch (error) {
      this.probe.forget();
      this.say(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(slow);
    }
  }

  private async forward(run: RunIndex, g: number): Promise<void> {
    const { player, eventsNow } = this.session;
    const here = this.between?.goroutine === g ? this.between : undefined;
    const next = findStep(run, player.step, 1, (step) => beginsStatement(run, step, g));
    const own = next === player.step ? undefined : run.steps.coreEvent(next);
    const until = own === undefined ? run.store.length : own + 1;
    const place = placeIn(run, g, here?.from ?? eventsNow, (here?.statement ?? 0) + 1, until);
    const found = await this.find(place);
    // What ends in an event is shown when it happens.
    const merges =
      found !== undefined &&
      own !== undefined &&
      run.store.line(own) === found.line &&
      (await this.find({ ...place, statement: place.statement + 1 })) === undefined;
    if (run !== this.session.run) return;
    if (found !== undefined && !merges) this.stop(run, place, found);
    else if (own !== undefined) this.jump(next);
    else this.say(`${run.entities.goroutineName(g)} does nothing after this.`);
  }

  private async back(run: RunIndex, g: number): Promise<void> {
    const { player, eventsNow } = this.session;
    const here = this.between?.goroutine === g ? this.between : undefined;
    if (here !== undefined && here.statement > 1) {
      await this.go(run, { ...here, statement: here.statement - 1 });
      return;
    }
    const origin = here === undefined ? player.step : run.steps.stepOfEvent(here.from - 1);
    const isOwn = (step: number): boolean => beginsStatement(run, step, g);
    if (here !== undefined && (here.from === 0 || isOwn(origin))) {
      this.jump(origin);
      return;
    }
    const before = findStep(run, origin, -1, isOwn);
    const first = before === origin;
    const core = origin >= 0 && isOwn(origin) ? run.steps.coreEvent(origin) : undefined;
    const from = first ? 0 : run.steps.lastEvent(before) + 1;
    const until = core === undefined ? (here?.from ?? eventsNow) : core + 1;
    const place = placeIn(run, g, from, Infinity, until);
    let statement = (await this.probe.between(place, []))?.arrival.statement ?? 0;
    let found = await this.find({ ...place, statement });
    if (core !== undefined && found?.line === run.store.line(core))
      found = await this.find({ ...place, statement: --statement });
    if (run !== this.session.run) return;
    if (found !== undefined) this.stop(run, { ...place, statement }, found);
    else if (!first) this.jump(before);
    else this.say(`${run.entities.goroutineName(g)} does nothing before this.`);
  }

  /** The statement that begins there; undefined when none does. */
  private async find(place: StatementPlace): Promise<Found | undefined> {
    if (place.statement === 0) return undefined;
    const found = await this.probe.between(place, [place.goroutine]);
    if (found === undefined || found.arrival.statement < place.statement) return undefined;
    return { events: found.arrival.events, line: lineIn(found.inside, place.goroutine) };
  }

  /** Shows a place between events, if a statement begins there. */
  private async go(run: RunIndex, place: StatementPlace): Promise<void> {
    const found = await this.find(place);
    if (found !== undefined && run === this.session.run) this.stop(run, place, found);
  }

  private stop(run: RunIndex, place: StatementPlace, found: Found): void {
    const step = lastStep(run, found.events);
    this.place = { ...place, ...found, run, step };
    this.session.player.jump(step);
    this.say('');
  }

  private jump(step: number): void {
    this.place = undefined;
    this.session.player.jump(step);
    this.say('');
  }

  // --- links ---

  /** "g.from.statement.until" for a link; "" when the step says it all. */
  get link(): string {
    const { between } = this;
    if (between === undefined) return '';
    return [between.goroutine, between.from, between.statement, between.until].join('.');
  }

  /** Goes to the place of a link, as soon as its step has been reached. */
  restore(text: string): void {
    const [goroutine = 0, from = 0, statement = 0, until = 0] = text.split('.').map(Number);
    const { run } = this.session;
    if (run === undefined) return;
    const place = { goroutine, from: Math.min(from, run.store.length), statement };
    void this.show(run, place, until);
  }
}
