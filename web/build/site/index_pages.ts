// The pages that lead to lessons: home, the index of patterns, the questions.

import type { ComparisonPage, Lesson } from './facts.ts';
import { escape, NEEDS_SCRIPT, summaryOf } from './html.ts';
import { labLink } from './lesson_page.ts';
import { byCategory, learningPath } from './order.ts';
import { siteAddress, type PageText } from './shell.ts';

/** An RWMutex is a mutex, too. */
function searched(text: string): string {
  return text
    .replace(/_/g, ' ')
    .toLowerCase()
    .replace(/rwmutex/g, 'rwmutex mutex');
}

/** What the search looks at: everything a reader may call a pattern by. */
function searchText(lesson: Lesson): string {
  const { title, id, about } = lesson;
  const asks = lesson.experiments.map((e) => e.ask).join(' ');
  return searched([title, id, about.problem, about.go, about.name, asks].join(' '));
}

function entry(lesson: Lesson): string {
  return `<li data-search="${escape(searchText(lesson))}" data-lesson="${lesson.id}">
            <a href="lessons/${lesson.id}.html">
              <b>${escape(lesson.title)}</b>
              ${lesson.about.problem === undefined ? '' : `<span>${escape(lesson.about.problem)}</span>`}
            </a>
          </li>`;
}

function categories(lessons: readonly Lesson[]): string {
  return byCategory(lessons)
    .map(
      (category) => `<section class="category" aria-labelledby="c-${category.key}">
          <h2 id="c-${category.key}">${category.title}</h2>
          <ul>
          ${category.lessons.map(entry).join('\n          ')}
          </ul>
        </section>`,
    )
    .join('\n        ');
}

const SEARCH = `<form class="search" role="search" hidden>
          <label for="search">What do you want to do?</label>
          <input id="search" type="search" autocomplete="off" placeholder="limit requests, stop goroutines, errgroup, select …" />
          <p class="found" role="status"></p>
        </form>`;

function path(lessons: readonly Lesson[]): string {
  const steps = learningPath(lessons);
  if (steps.length === 0) return '';
  return `<section class="path" aria-labelledby="path">
        <h2 id="path">From goroutine to graceful shutdown</h2>
        <p>${steps.length} steps, in this order. What you have understood is remembered in this browser only. <span class="progress" role="status"></span></p>
        <ol>
          ${steps.map((l) => `<li data-lesson="${l.id}"><a href="lessons/${l.id}.html">${escape(l.title)}</a></li>`).join('\n          ')}
        </ol>
      </section>`;
}

/**
 * Experiments that show in a moment what can go wrong: the first of each kind on the learning path, and of
 * another lesson for each.
 */
function mishaps(lessons: readonly Lesson[]): string {
  const kinds = [
    { claim: /^deadlock$/, title: 'Make it deadlock' },
    { claim: /^leaks (=|>)/, title: 'Make it leak' },
    { claim: /^panic/, title: 'Make it panic' },
    { claim: /^output (unsorted|differs)$/, title: 'Lose the order' },
  ];
  const shown = new Set<Lesson>();
  const cards = kinds.flatMap(({ claim, title }) => {
    for (const lesson of [...learningPath(lessons), ...lessons]) {
      const k = lesson.experiments.findIndex((e) => e.claims.some((c) => claim.test(c)));
      if (k < 0 || shown.has(lesson)) continue;
      shown.add(lesson);
      return [
        `<li><a href="${labLink('./', lesson.id, k + 1)}"><b>${title}</b><span>${escape(lesson.title)}: ${escape(lesson.experiments[k]!.title)}</span></a></li>`,
      ];
    }
    return [];
  });
  return cards.length === 0
    ? ''
    : `<section aria-labelledby="break"><h2 id="break">Break it on purpose</h2><ul class="cards four">${cards.join('')}</ul></section>`;
}

export function homePage(lessons: readonly Lesson[], comparisons: readonly ComparisonPage[]): PageText {
  const compare = comparisons
    .map((c) => `<li><a href="compare/${c.id}.html">${escape(c.title)}</a></li>`)
    .join('');
  const main = `      <section class="hero">
        <div class="words">
          <h1>See what your goroutines do.</h1>
          <p>Real Go programs, run step by step in this page: goroutines, the values in every channel, who waits for whom. Forwards and backwards. Change a number, break it on purpose, paste your own.</p>
          <p class="buttons">
            <a class="button strong" href="lab.html">Open the laboratory</a>
            <a class="button" href="patterns.html">Find a pattern</a>
          </p>
        </div>
        <div class="live">
          <sluice-box program="worker_pool" controls="min" step="30" autoplay label="A worker pool, running">${NEEDS_SCRIPT}</sluice-box>
          <p class="under">A producer fills a channel with jobs, three workers take them one by one, main collects the results.</p>
        </div>
      </section>
      ${SEARCH}
      ${path(lessons)}
      ${mishaps(lessons)}
      ${compare === '' ? '' : `<section aria-labelledby="which"><h2 id="which">Which of the two?</h2><ul class="links columns">${compare}</ul></section>`}
      <section class="authors" aria-labelledby="own">
        <h2 id="own">You write about Go?</h2>
        <p>One line puts a living program into your page, or makes your own listing move: <a href="authors.html">how to embed</a>.</p>
      </section>`;
  return {
    path: 'index.html',
    title: 'Sluicebox: see what your goroutines do',
    description:
      'A laboratory for Go concurrency in the browser: real Go programs, every goroutine and channel animated, step by step, forwards and backwards.',
    main,
    living: true,
  };
}

/** Comparisons stand among the patterns, too: "sync.Map vs mutex" is a search for both. */
function comparisonEntries(comparisons: readonly ComparisonPage[]): string {
  const items = comparisons.map((c) => {
    const text = `${c.title} ${c.left.program} ${c.right.program} ${summaryOf(c.body)}`;
    return `<li data-search="${escape(searched(text))}"><a href="compare/${c.id}.html"><b>${escape(c.title)}</b><span>Both, side by side and measured</span></a></li>`;
  });
  if (items.length === 0) return '';
  return `<section class="category" aria-labelledby="c-compare">
          <h2 id="c-compare">Which of the two?</h2>
          <ul>${items.join('')}</ul>
        </section>`;
}

export function patternsPage(lessons: readonly Lesson[], comparisons: readonly ComparisonPage[]): PageText {
  const main = `      <h1>Patterns</h1>
      ${SEARCH}
      <div class="categories">
        ${categories(lessons)}
        ${comparisonEntries(comparisons)}
      </div>`;
  return {
    path: 'patterns.html',
    title: 'Go concurrency patterns, by problem · Sluicebox',
    description: `${lessons.length} Go concurrency patterns you can watch, step through and break: worker pools, pipelines, context, errgroup, rate limiters, deadlocks and leaks.`,
    main,
    section: 'patterns',
  };
}

/** What hosts show for an address that leads nowhere. It may stand in for any path, so its links are whole. */
export function missingPage(): PageText {
  return {
    path: '404.html',
    title: 'No such page · Sluicebox',
    description: 'This address leads to no page of Sluicebox.',
    root: siteAddress() ?? '/',
    main: `      <h1>There is no such page.</h1>
      <p class="lead">The address may be mistyped, or the page has moved; or there is no network, and it is newer than what this browser has kept. A link to a run begins with <code>lab.html?p=</code> and needs everything after it.</p>
      ${SEARCH}`,
  };
}

export function questionsPage(lessons: readonly Lesson[]): PageText {
  const groups = byCategory(lessons)
    .map((category) => {
      const items = category.lessons.flatMap((lesson) =>
        lesson.experiments.flatMap((experiment, k) =>
          experiment.ask === ''
            ? []
            : [
                `<li data-search="${escape(searched(`${experiment.ask} ${lesson.title} ${lesson.about.name ?? ''}`))}"><a href="${labLink('./', lesson.id, k + 1)}"><b>${escape(experiment.ask)}</b><span>${escape(lesson.title)}: ${escape(experiment.title)}</span></a></li>`,
              ],
        ),
      );
      return items.length === 0
        ? ''
        : `<section class="category" aria-labelledby="q-${category.key}"><h2 id="q-${category.key}">${category.title}</h2><ul>${items.join('')}</ul></section>`;
    })
    .join('\n      ');
  const main = `      <h1>Questions you may be asked</h1>
      <p class="lead">Each is answered by an experiment: you predict, the program runs, and you see.</p>
      ${SEARCH.replace('What do you want to do?', 'Search the questions').replace(/placeholder="[^"]*"/, 'placeholder="close, leak, buffered, mutex …"')}
      <div class="categories">
      ${groups}
      </div>`;
  return {
    path: 'questions.html',
    title: 'Go concurrency interview questions, answered by experiments · Sluicebox',
    description: summaryOf(
      'Interview questions about goroutines, channels, select, context and sync, each answered by a Go program you can run, step through and change.',
    ),
    main,
    section: 'questions',
  };
}
