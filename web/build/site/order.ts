// The order of lessons: categories, the learning path, relations.

import type { ComparisonPage, Lesson } from './facts.ts';

/** Categories in the order of the index. */
export const CATEGORIES = [
  { key: 'basics', title: 'First steps' },
  { key: 'channels', title: 'Channels' },
  { key: 'pools', title: 'Workers' },
  { key: 'pipelines', title: 'Pipelines' },
  { key: 'limits', title: 'Limits and rates' },
  { key: 'cancel', title: 'Stopping' },
  { key: 'sync', title: 'Shared state' },
  { key: 'resilience', title: 'Living with failures' },
  { key: 'messaging', title: 'Messages' },
  { key: 'trouble', title: 'What goes wrong' },
  { key: 'classics', title: 'Classics' },
] as const;

export const OTHER = { key: 'other', title: 'More' } as const;

/** Lessons by category; empty ones are left out. */
export function byCategory(
  lessons: readonly Lesson[],
): { readonly key: string; readonly title: string; readonly lessons: readonly Lesson[] }[] {
  const known: readonly string[] = CATEGORIES.map((c) => c.key);
  const of = (key: string): Lesson[] =>
    lessons
      .filter((l) => (known.includes(l.about.category ?? '') ? l.about.category : OTHER.key) === key)
      .sort((p, q) => placeOf(p) - placeOf(q) || (p.title < q.title ? -1 : 1));
  return [...CATEGORIES, OTHER]
    .map(({ key, title }) => ({ key, title, lessons: of(key) }))
    .filter((category) => category.lessons.length > 0);
}

function placeOf(lesson: Lesson): number {
  const place = Number(lesson.about.path ?? '');
  return place > 0 ? place : Infinity;
}

/** The lessons of the learning path, in order. */
export function learningPath(lessons: readonly Lesson[]): Lesson[] {
  return lessons.filter((l) => placeOf(l) < Infinity).sort((p, q) => placeOf(p) - placeOf(q));
}

function besideOnPath(lesson: Lesson, lessons: readonly Lesson[], by: 1 | -1): Lesson | undefined {
  const path = learningPath(lessons);
  const at = path.indexOf(lesson);
  return at < 0 ? undefined : path[at + by];
}
export const nextOnPath = (l: Lesson, all: readonly Lesson[]): Lesson | undefined => besideOnPath(l, all, 1);
export const previousOnPath = (l: Lesson, all: readonly Lesson[]): Lesson | undefined =>
  besideOnPath(l, all, -1);

/**
 * Pages by the names that texts call them by, in lower case: lessons by their titles, without what is in
 * brackets; comparisons by theirs, up to the first comma or question mark.
 */
export function linksByName(
  lessons: readonly Lesson[],
  comparisons: readonly ComparisonPage[],
): ReadonlyMap<string, string> {
  return new Map([
    ...comparisons.map(
      ({ id, title }) => [title.toLowerCase().replace(/[,?].*/, ''), `compare/${id}.html`] as const,
    ),
    ...lessons.map(
      ({ id, title }) => [title.toLowerCase().replace(/ \(.*/, ''), `lessons/${id}.html`] as const,
    ),
  ]);
}

/** The lessons that a lesson names as related; a name that does not exist is a mistake of its author. */
export function relatedTo(lesson: Lesson, lessons: readonly Lesson[]): Lesson[] {
  return (lesson.about.related ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const found = lessons.find((l) => l.id === name);
      if (found === undefined)
        throw new Error(`core/catalogue/${lesson.id}.go: related="…" names ${name}, which is no program`);
      return found;
    });
}
