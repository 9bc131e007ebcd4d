// What the engine says about the programs and comparisons of the catalogue: the pages are made from it, so
// nothing on them is written twice.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openBundle } from '../../../wasm/open_bundle.mjs';
import type { EngineObject } from '../../src/engine/module.ts';
import type { Experiment, Slider } from '../../src/engine/protocol.ts';
import { titleOf } from '../../src/app/program_text.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = resolve(root, 'core/catalogue');

/** The pairs of a program's `//sluice:about` line; all optional. */
export interface About {
  readonly category?: string;
  /** "I must limit concurrent requests" */
  readonly problem?: string;
  /** Go features, separated by commas. */
  readonly go?: string;
  /** Place on the learning path, from 1. */
  readonly path?: string;
  /** Ids of related programs, separated by commas. */
  readonly related?: string;
  /** Other names that people search by, separated by commas. */
  readonly name?: string;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Markdown without the title. */
  readonly text: string;
  readonly about: About;
  readonly sliders: readonly Slider[];
  readonly experiments: readonly Experiment[];
}

export interface Measured {
  readonly end: string;
  readonly outcome: string;
  readonly timeNs: number;
  readonly leaks: number;
  readonly goroutines: number;
  readonly working: Readonly<Record<string, number>>;
  readonly queues: Readonly<Record<string, number>>;
  readonly lines: number;
}

export interface Side {
  readonly program: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly processors: number;
}

/** A comparison after it was run; api/comparison.h writes it. */
export interface ComparisonPage {
  readonly id: string;
  readonly title: string;
  readonly left: Side;
  readonly right: Side;
  readonly sweepName: string;
  readonly sweepFrom: number;
  readonly sweepTo: number;
  readonly body: string;
  readonly error: string;
  readonly leftRun: Measured;
  readonly rightRun: Measured;
}

export interface Facts {
  readonly lessons: readonly Lesson[];
  readonly comparisons: readonly ComparisonPage[];
}

async function openEngine(): Promise<EngineObject> {
  const path = resolve(root, 'build/wasm-st/wasm/engine-st.mjs');
  if (!existsSync(path)) throw new Error(`${path} is not built: run tools/run, which builds it first`);
  const module = await openBundle(path);
  return new module.Engine();
}

/** The package comment without its title, which the page shows as its own. */
function withoutTitle(comment: string): string {
  return comment.replace(/^\s*# [^\n]*\n/, '').trim();
}

function lessonOf(engine: EngineObject, name: string): Lesson {
  const id = name.replace(/\.go$/, '');
  const source = readFileSync(resolve(folder, name), 'utf8');
  engine.clearParameters();
  if (!engine.compile(source)) {
    const { line, message } = engine.diagnostic(0);
    throw new Error(`core/catalogue/${name}:${line}: ${message}`);
  }
  return {
    id,
    title: titleOf(source, id),
    source,
    text: withoutTitle(engine.packageComment()),
    about: JSON.parse(engine.about()) as About,
    sliders: Array.from({ length: engine.sliderCount() }, (_, k) => engine.slider(k)),
    experiments: JSON.parse(engine.experiments()) as Experiment[],
  };
}

function comparisonOf(engine: EngineObject, name: string, lessons: readonly Lesson[]): ComparisonPage {
  const text = readFileSync(resolve(folder, 'compare', name), 'utf8');
  const sourceOf = (id: string): string => {
    const lesson = lessons.find((l) => l.id === id);
    if (lesson === undefined) throw new Error(`core/catalogue/compare/${name}: there is no program ${id}`);
    return lesson.source;
  };
  const { left, right } = JSON.parse(engine.compare(text, '', '')) as ComparisonPage;
  const page = JSON.parse(
    engine.compare(text, sourceOf(left.program), sourceOf(right.program)),
  ) as ComparisonPage;
  if (page.error !== '') throw new Error(`core/catalogue/compare/${name}: ${page.error}`);
  return { ...page, id: name.replace(/\.md$/, '') };
}

/** Compiles every program and runs every comparison of the catalogue. */
export async function readFacts(): Promise<Facts> {
  const engine = await openEngine();
  const names = readdirSync(folder).sort();
  const lessons = names.filter((name) => name.endsWith('.go')).map((name) => lessonOf(engine, name));
  const compare = resolve(folder, 'compare');
  const comparisons = existsSync(compare)
    ? readdirSync(compare)
        .sort()
        .filter((name) => name.endsWith('.md'))
        .map((name) => comparisonOf(engine, name, lessons))
    : [];
  return { lessons, comparisons };
}
