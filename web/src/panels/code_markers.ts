// What the running program adds to its code: the line of the acting goroutine lit up, and on the line of
// every other goroutine a small marker with its name. And the sliders, right beside the constants they
// change.

import { RangeSetBuilder, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { inputStep, lastPosition, positionOf, valueAt, valueLabel } from '../app/slider_values.ts';
import type { Slider } from '../engine/protocol.ts';

export interface Marker {
  readonly line: number;
  readonly text: string;
  /** "running", "blocked" … */
  readonly state: string;
  /** The goroutine that the current step is about. */
  readonly acting: boolean;
}

class Pill extends WidgetType {
  constructor(private readonly markers: readonly Marker[]) {
    super();
  }
  override eq(other: Pill): boolean {
    return JSON.stringify(this.markers) === JSON.stringify(other.markers);
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('span');
    box.className = 'pills';
    for (const marker of this.markers) {
      const pill = document.createElement('span');
      pill.className = `pill ${marker.state}`;
      pill.textContent = marker.text;
      box.append(pill);
    }
    return box;
  }
  /** A click on a name is a click on its line. */
  override ignoreEvent(): boolean {
    return false;
  }
}

/** The words on one line never grow without end: the rest is a number. */
const MOST_PILLS = 3;

function buildMarkers(doc: Text, markers: readonly Marker[]): DecorationSet {
  const byLine = new Map<number, Marker[]>();
  for (const marker of markers) {
    if (marker.line < 1 || marker.line > doc.lines) continue;
    const list = byLine.get(marker.line);
    if (list === undefined) byLine.set(marker.line, [marker]);
    else list.push(marker);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const line of [...byLine.keys()].sort((p, q) => p - q)) {
    const here = byLine.get(line)!.sort((p, q) => Number(q.acting) - Number(p.acting));
    const at = doc.line(line);
    const main = here.find((m) => m.acting) ?? here[0]!;
    builder.add(
      at.from,
      at.from,
      Decoration.line({ class: `at-${main.state}${main.acting ? ' acting' : ''}` }),
    );
    const shown = here.slice(0, MOST_PILLS);
    if (here.length > MOST_PILLS) {
      shown.push({
        line,
        text: `+${here.length - MOST_PILLS}`,
        state: here[MOST_PILLS]!.state,
        acting: false,
      });
    }
    builder.add(at.to, at.to, Decoration.widget({ widget: new Pill(shown), side: 2 }));
  }
  return builder.finish();
}

export const setMarkers = StateEffect.define<readonly Marker[]>();

export const markerField: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMarkers)) return buildMarkers(transaction.state.doc, effect.value);
    return transaction.docChanged ? decorations.map(transaction.changes) : decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Knob extends WidgetType {
  constructor(
    private readonly slider: Slider,
    private readonly onInput: (value: number) => void,
  ) {
    super();
  }
  override eq(other: Knob): boolean {
    return JSON.stringify(this.slider) === JSON.stringify(other.slider);
  }
  override updateDOM(dom: HTMLElement): boolean {
    const input = dom.querySelector('input');
    if (input === null || dom.dataset['knob'] !== this.shape) return false;
    // While it is used, what the hand does comes first.
    if ((dom.getRootNode() as ShadowRoot).activeElement !== input) this.show(input);
    else this.tell(input, this.slider.value);
    return true;
  }
  /** What the element is made for; another value is no other element. */
  private get shape(): string {
    const { name, kind, min, max, step, log } = this.slider;
    return [name, kind, min, max, step, log].join(' ');
  }
  private show(input: HTMLInputElement): void {
    const { slider } = this;
    if (slider.kind === 'bool') input.checked = slider.value !== 0;
    else input.value = String(positionOf(slider, slider.value));
    this.tell(input, slider.value);
  }
  /** The value in words; a position on a logarithmic scale says nothing. */
  private tell(input: HTMLInputElement, value: number): void {
    if (this.slider.kind !== 'bool') input.setAttribute('aria-valuetext', valueLabel(this.slider, value));
  }
  override toDOM(): HTMLElement {
    const { slider } = this;
    const box = document.createElement('span');
    box.className = 'knob';
    box.dataset['name'] = slider.name;
    box.dataset['knob'] = this.shape;
    const input = document.createElement('input');
    input.setAttribute('aria-label', `${slider.name} in the code`);
    if (slider.kind === 'bool') {
      input.type = 'checkbox';
      input.addEventListener('change', () => this.onInput(input.checked ? 1 : 0));
      this.show(input);
      box.append(input);
      return box;
    }
    input.type = 'range';
    input.min = String(slider.log && slider.min > 0 ? 0 : slider.min);
    input.max = String(lastPosition(slider));
    input.step = String(inputStep(slider));
    input.addEventListener('input', () => {
      const value = valueAt(slider, Number(input.value));
      this.tell(input, value);
      this.onInput(value);
    });
    this.show(input);
    const range = document.createElement('span');
    if (slider.kind === 'int') range.textContent = `${slider.min}–${slider.max}`;
    box.title = `${slider.name}: ${valueLabel(slider, slider.min)} to ${valueLabel(slider, slider.max)}`;
    box.append(input, range);
    return box;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

export interface KnobSet {
  readonly sliders: readonly Slider[];
  readonly onInput: (name: string, value: number) => void;
}

export const setKnobs = StateEffect.define<KnobSet>();

function buildKnobs(doc: Text, { sliders, onInput }: KnobSet): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const slider of [...sliders].sort((p, q) => p.line - q.line)) {
    if (slider.line < 1 || slider.line > doc.lines) continue;
    const at = doc.line(slider.line);
    builder.add(
      at.to,
      at.to,
      Decoration.widget({ widget: new Knob(slider, (value) => onInput(slider.name, value)), side: 1 }),
    );
  }
  return builder.finish();
}

export const knobField: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setKnobs)) return buildKnobs(transaction.state.doc, effect.value);
    return transaction.docChanged ? decorations.map(transaction.changes) : decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});
