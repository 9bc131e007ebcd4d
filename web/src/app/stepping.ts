// Stepping: by what one press moves, breakpoints, and goroutines that are held back.
//
// Invariants: every kind of step works in both directions; a jump stops at a breakpoint on its way; without
// a further step of the kind the playhead stays where it is, and `said` tells why. Holding a goroutine is a
// different schedule and so a different run: the page says so and keeps the way back.

import { beginsWaiting, concerns, findStep, prints, reachesLine, type Subject } from '../model/find_step.ts';
import type { RunIndex } from '../model/run_index.ts';
import { Hits } from './hits.ts';
import { scheduleText, type Hold } from './holds.ts';
import type { Session } from './session.ts';
import { Statements } from './statements.ts';

export type StepUnit = 'event' | 'statement' | 'block' | 'object' | 'output' | 'breakpoint';

export class Stepping {
  unit: StepUnit = 'event';
  /** Lines of the program at which the player stops. */
  readonly breakpoints = new Set<number>();
  /** Goroutines held back in the run that is shown. */
  holds: readonly Hold[] = [];
  /** What the last step had to say: where it stopped, or why it did not move. */
  private remark: { readonly text: string; readonly run: RunIndex | undefined; readonly step: number } = {
    text: '',
    run: undefined,
    step: -1,
  };
  /** Statements, also those that no event tells of. */
  readonly statements: Statements;
  /** Breakpoints where nothing is recorded. */
  private readonly hits: Hits;

  constructor(private readonly session: Session) {
    session.player.stopAt = (step) => this.stopsAt(step);
    this.hits = new Hits(session, () => session.emit('stepping'));
    const look = (): void => this.hits.look(this.breakpoints);
    session.on('run', look);
    session.on('stepping', look);
    this.statements = new Statements(session, (text) => this.say(text));
  }

  /** What the engine is to follow; "" for the plain seed. */
  schedule(): string {
    return scheduleText(this.session.seed, this.holds);
  }

  /** The remark of the last step, for as long as the playhead stays where it was made. */
  get said(): string {
    const { text, run, step } = this.remark;
    return run === this.session.run && step === this.session.player.step ? text : '';
  }

  setUnit(unit: StepUnit): void {
    this.unit = unit;
    this.session.emit('stepping');
  }

  /** The goroutine that statements and waits are about: the selected one, else the one that acts now. */
  get goroutine(): number {
    const { selected, run, player } = this.session;
    if (selected?.kind === 'goroutine') return selected.id;
    if (run === undefined) return 0;
    const { between } = this.statements;
    if (between !== undefined) return between.goroutine;
    // At the very beginning, and where nobody acts, it is main.
    const step = Math.max(0, player.step);
    if (run.steps.length === 0) return 1;
    return run.store.goroutine(run.steps.coreEvent(step)) || 1;
  }

  /** The object that its unit is about: the selected one, else that of the current step; 0 for none. */
  get object(): number {
    const { selected, run, player } = this.session;
    if (selected?.kind === 'object') return selected.id;
    if (run === undefined || run.steps.length === 0) return 0;
    return run.store.object(run.steps.coreEvent(Math.max(0, player.step)));
  }

  /** The name of whom the unit is about; "" for units about nobody. */
  get about(): string {
    const { run } = this.session;
    if (run === undefined) return '';
    if (this.unit === 'statement' || this.unit === 'block') return run.entities.goroutineName(this.goroutine);
    return this.unit === 'object' && this.object !== 0 ? run.entities.objectName(this.object) : '';
  }

  /** Moves by one unit; with a unit given, by that one. */
  move(by: 1 | -1, unit: StepUnit = this.unit): void {
    const { session } = this;
    const { run, player } = session;
    if (run === undefined) return;
    this.remember('');
    if (unit === 'event') {
      player.stepBy(by);
      return;
    }
    player.pause();
    if (unit === 'statement') {
      void this.statements.move(by, this.goroutine);
      return;
    }
    const test = this.test(run, unit);
    if (test === undefined) return this.say('Choose a channel or a lock on the stage first.');
    if (unit === 'breakpoint' && this.breakpoints.size === 0)
      return this.say('There is no breakpoint. Click beside a line number, or press F9 in the code.');
    const { between } = this.statements;
    // Behind the events of a step, the step itself is what was before.
    const here = between !== undefined && by === -1 ? player.step + 1 : player.step;
    const target = findStep(run, here, by, (step) => test(step) || this.isRecordedBreakpoint(step));
    const hit = this.hits.from(player.step, between, by);
    // A hit comes after the events of its step.
    if (hit !== undefined && (target === here || (by === 1 ? hit.step < target : hit.step >= target))) {
      void this.statements.show(run, hit).then(() => this.say(`Breakpoint at line ${hit.line}.`));
      return;
    }
    if (target === here) return this.say(this.nothingMore(by, unit));
    this.statements.leave();
    player.jump(target);
    if (this.isRecordedBreakpoint(target) && (unit === 'breakpoint' || !test(target)))
      this.say(`Breakpoint at line ${run.store.line(run.steps.coreEvent(target))}.`);
    else session.emit('stepping');
  }

  /** To the next (by 1) or previous (by -1) step that has to do with what is selected. */
  followSelected(by: 1 | -1): void {
    const { run, player, selected } = this.session;
    if (run === undefined) return;
    if (selected === undefined) return this.say('Pick a goroutine or an object on the stage first.');
    player.pause();
    const target = findStep(run, player.step, by, (step) => concerns(run, step, selected));
    if (target !== player.step) player.jump(target);
    else this.say(`Nothing happens to what is picked ${by === 1 ? 'after' : 'before'} this.`);
  }

  private test(run: RunIndex, unit: StepUnit): ((step: number) => boolean) | undefined {
    const g = this.goroutine;
    switch (unit) {
      case 'block':
        return (step) => beginsWaiting(run, step, g);
      case 'output':
        return (step) => prints(run, step);
      case 'object': {
        const subject: Subject = { kind: 'object', id: this.object };
        return subject.id === 0 ? undefined : (step) => concerns(run, step, subject);
      }
      default:
        return () => false;
    }
  }

  private nothingMore(by: 1 | -1, unit: StepUnit): string {
    const where = by === 1 ? 'after this' : 'before this';
    const who = this.session.run!.entities.goroutineName(this.goroutine);
    switch (unit) {
      case 'block':
        return `${who} does not begin to wait ${where}.`;
      case 'object':
        return `Nothing happens to ${this.session.run!.entities.objectName(this.object)} ${where}.`;
      case 'output':
        return `Nothing is printed ${where}.`;
      default:
        return `No breakpoint is reached ${where}.`;
    }
  }

  private remember(text: string): void {
    const { run, player } = this.session;
    this.remark = { text, run, step: player.step };
  }

  private say(text: string): void {
    this.remember(text);
    this.session.emit('stepping');
  }

  // --- breakpoints ---

  /** True when the player stops at the step or right after it. */
  isBreakpoint(step: number): boolean {
    return this.isRecordedBreakpoint(step) || this.hits.follows(step);
  }

  private isRecordedBreakpoint(step: number): boolean {
    const { run } = this.session;
    return run !== undefined && this.breakpoints.size > 0 && reachesLine(run, step, this.breakpoints);
  }

  toggleBreakpoint(line: number): void {
    if (!this.breakpoints.delete(line)) this.breakpoints.add(line);
    this.session.emit('stepping');
  }

  /** The editor has moved lines, or a link brings others. */
  setBreakpoints(lines: Iterable<number>): void {
    const next = [...lines];
    if (next.length === this.breakpoints.size && next.every((line) => this.breakpoints.has(line))) return;
    this.breakpoints.clear();
    for (const line of next) if (Number.isSafeInteger(line) && line > 0) this.breakpoints.add(line);
    this.session.emit('stepping');
  }

  /** False for a line that nobody comes to in this run, as far as is known. */
  isReached(line: number): boolean {
    return this.hits.isRecorded(line) || this.hits.isHit(line);
  }

  /** Grows when more is known of what isReached tells. */
  get timesLooked(): number {
    return this.hits.timesFound;
  }

  /** Playing comes to a step: true when it is to stop there. */
  private stopsAt(step: number): boolean {
    if (this.isRecordedBreakpoint(step)) return true;
    const hit = this.hits.firstAfter(step);
    const { run } = this.session;
    if (hit === undefined || run === undefined) return false;
    void this.statements.show(run, hit);
    return true;
  }

  // --- holding ---

  isHeld(g: number): boolean {
    const now = this.session.eventsNow;
    return this.holds.some((h) => h.goroutine === g && now >= h.from && now < h.until);
  }

  /** Holds a goroutine back from the current step on, or lets it go here when it is held. */
  toggleHold(g: number): void {
    const now = this.session.eventsNow;
    const held = this.holds.find((h) => h.goroutine === g && now >= h.from && now < h.until);
    if (held === undefined) {
      this.useHolds([...this.holds, { goroutine: g, from: now, until: Infinity }]);
      return;
    }
    const others = this.holds.filter((h) => h !== held);
    this.useHolds(now > held.from ? [...others, { ...held, until: now }] : others);
  }

  /** Back to the run that the seed alone makes. */
  releaseAll(): void {
    this.useHolds([]);
  }

  private useHolds(holds: readonly Hold[]): void {
    this.holds = holds;
    // Everything up to here stays as it was, so the step keeps its number.
    this.session.rerunFrom(this.session.player.step);
    this.session.emit('stepping');
  }

  /** What a link says about the program that comes next. */
  readonly fromLink: { holds: readonly Hold[]; breakpoints: readonly number[]; place: string } = {
    holds: [],
    breakpoints: [],
    place: '',
  };

  /** The step that a link names has been reached. */
  arrive(): void {
    const { place } = this.fromLink;
    this.fromLink.place = '';
    if (place !== '') this.statements.restore(place);
  }

  /** Another program: its lines and goroutines are others. What a link said is used once. */
  take(): void {
    this.breakpoints.clear();
    for (const line of this.fromLink.breakpoints) this.breakpoints.add(line);
    this.holds = this.fromLink.holds;
    this.fromLink.holds = [];
    this.fromLink.breakpoints = [];
    this.remember('');
    this.session.emit('stepping');
  }
}
