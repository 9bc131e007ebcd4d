// The inputs of a session as one edits them: what the outside world does to the program, and when.
//
// Invariants: `list` is what the run that comes next is given, in the order of the texts; inputs that the
// engine would refuse are never among them; a list that says what the program itself says is not kept as
// the visitor's own.

import {
  inputText,
  listens,
  MOST_INPUTS,
  readInputs,
  type Happening,
  type InputList,
} from '../model/outside.ts';
import type { Session } from './session.ts';

export class Outside {
  /** The input that is being edited, by its place in the list. */
  editing: number | undefined;
  /** The visitor has asked to see the inputs of a program that listens to none. */
  private asked = false;

  constructor(private readonly session: Session) {}

  /** What happens to the program. */
  get list(): readonly Happening[] {
    return this.now.inputs;
  }

  /** What is wrong with inputs that are left out, one sentence each. */
  get problems(): readonly string[] {
    return this.now.leftOut.map(({ text, problem }) => `“${text}” is left out: ${problem}`);
  }

  private read: InputList = readInputs([]);

  /** Read once, as the timeline asks in every frame; lists are never changed in place. */
  private get now(): InputList {
    const texts = this.session.inputs ?? this.session.usualInputs;
    if (this.read.texts !== texts) this.read = readInputs(texts);
    return this.read;
  }

  /** The same as texts, for the engine. */
  forEngine(): readonly string[] {
    return this.list.map(inputText);
  }

  /** The visitor, a link or an experiment has changed what the program asks for. */
  get changed(): boolean {
    return this.session.inputs !== undefined;
  }

  /** The page has reason to show inputs. */
  get shown(): boolean {
    return this.asked || this.changed || this.now.texts.length > 0 || listens(this.session.source);
  }

  /** Shows the inputs, or hides them where nothing speaks against it. */
  toggle(): void {
    this.asked = !this.asked;
    this.editing = undefined;
    this.session.emit('inputs');
  }

  /** Opens the editor of one input, or closes it. */
  edit(place: number | undefined): void {
    this.editing = place;
    if (place !== undefined) this.asked = true;
    this.session.emit('inputs');
  }

  /** Adds an input and opens its editor; false when there are too many. */
  add(input: Happening): boolean {
    const { list } = this;
    if (list.length >= MOST_INPUTS) return false;
    this.asked = true;
    this.editing = list.length;
    this.use([...list, input]);
    return true;
  }

  replace(place: number, input: Happening): void {
    this.use(this.list.map((old, k) => (k === place ? input : old)));
  }

  remove(place: number): void {
    this.editing = undefined;
    this.use(this.list.filter((_, k) => k !== place));
  }

  /** Back to what the program asks for. */
  reset(): void {
    this.editing = undefined;
    this.session.setInputs(undefined);
  }

  /** A run that is over has nobody left to hear a signal. */
  get over(): boolean {
    const { player, outcome } = this.session;
    return player.atEnd && player.complete && outcome !== undefined && outcome.kind !== 'deadlock';
  }

  /**
   * Lets something happen at the moment that is shown. Everything before it stays as it was, so the playhead
   * keeps its step, and goes on playing if it was. A request is like the latest one there is.
   */
  sendNow(kind: string): void {
    const { session } = this;
    const { player } = session;
    this.asked = true;
    const atNs = Math.floor(player.timeNs) + 1;
    const { count: _, every: __, ...same } = this.list.findLast((input) => input.kind === kind)?.values ?? {};
    const values = kind === 'HTTP' ? { path: '/', ...same } : {};
    session.inputs = [...this.list, { kind, atNs, values }].slice(-MOST_INPUTS).map(inputText);
    session.emit('inputs');
    session.rerunFrom(player.step, player.playing);
  }

  private use(list: readonly Happening[]): void {
    const texts = list.map(inputText);
    const usual = readInputs(this.session.usualInputs).inputs.map(inputText);
    const same = texts.length === usual.length && texts.every((text, k) => text === usual[k]);
    this.session.setInputs(same ? undefined : texts);
  }
}
