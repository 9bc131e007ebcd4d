// A lesson: title and problem, the living program, the text, the experiments, the listing.

import { sliderLabel } from '../../src/app/slider_values.ts';
import type { Facts, Lesson } from './facts.ts';
import { escape, highlightGo, linked, markdown, NEEDS_SCRIPT, summaryOf } from './html.ts';
import { linksByName, nextOnPath, previousOnPath, relatedTo } from './order.ts';
import type { PageText } from './shell.ts';

/** The address of the laboratory with a program, at an experiment (from 1) or at the start. */
export function labLink(root: string, id: string, experiment?: number): string {
  return `${root}lab.html?p=${id}${experiment === undefined ? '' : `&amp;try=${experiment}`}`;
}

function experiments(lesson: Lesson): string {
  if (lesson.experiments.length === 0) return '';
  const items = lesson.experiments.map((experiment, k) => {
    const ask = experiment.ask === '' ? '' : `<p class="ask">“${escape(experiment.ask)}”</p>`;
    const choices =
      experiment.choices.length === 0
        ? ''
        : `<ul class="choices">${experiment.choices.map((c) => `<li>${escape(c)}</li>`).join('')}</ul>`;
    return `<li id="try-${k + 1}">
          <h3>${escape(experiment.title)}</h3>
          ${ask}${choices}
          <a class="button" href="${labLink('../', lesson.id, k + 1)}">Predict, then try</a>
        </li>`;
  });
  return `      <section aria-labelledby="experiments" class="experiments">
        <h2 id="experiments">Try it</h2>
        <p>Say what will happen before you look. The program decides who was right.</p>
        <ol>
        ${items.join('\n        ')}
        </ol>
      </section>`;
}

function steps(lesson: Lesson, lessons: readonly Lesson[]): string {
  const before = previousOnPath(lesson, lessons);
  const after = nextOnPath(lesson, lessons);
  const related = relatedTo(lesson, lessons);
  const list = related.map((l) => `<li><a href="${l.id}.html">${escape(l.title)}</a></li>`).join('');
  const way = [
    before === undefined ? '' : `<a rel="prev" href="${before.id}.html">← ${escape(before.title)}</a>`,
    after === undefined ? '' : `<a rel="next" href="${after.id}.html">${escape(after.title)} →</a>`,
  ].join('');
  return `      ${list === '' ? '' : `<section aria-labelledby="related"><h2 id="related">Related</h2><ul class="links">${list}</ul></section>`}
      ${way === '' ? '' : `<nav class="way" aria-label="Learning path">${way}</nav>`}`;
}

export function lessonPage({ lessons, comparisons }: Facts, lesson: Lesson): PageText {
  const { about } = lesson;
  const others = lessons.filter((l) => l !== lesson);
  const sliders = lesson.sliders.map((s) => escape(sliderLabel(s))).join(', ');
  const features = (about.go ?? '')
    .split(',')
    .map((feature) => feature.trim())
    .filter((feature) => feature !== '')
    .map((feature) => `<li><code>${escape(feature)}</code></li>`)
    .join('');
  const main = `      <article class="lesson" data-lesson="${lesson.id}">
      <header>
        ${about.problem === undefined ? '' : `<p class="problem">“${escape(about.problem)}”</p>`}
        <h1>${escape(lesson.title)}</h1>
        ${features === '' ? '' : `<ul class="features" aria-label="Parts of Go that it uses">${features}</ul>`}
      </header>
      <div class="live">
        <sluice-box program="${lesson.id}" label="${escape(lesson.title)}, running">${NEEDS_SCRIPT}</sluice-box>
        <p class="under"><a class="button strong" href="${labLink('../', lesson.id)}">Open in the laboratory</a>${
          sliders === '' ? '' : `<span>You can change: ${sliders}.</span>`
        }</p>
      </div>
      <div class="prose">
${linked(markdown(lesson.text), linksByName(others, comparisons), '../')}
      </div>
${experiments(lesson)}
      <section aria-labelledby="program">
        <h2 id="program">The program</h2>
        <pre tabindex="0"><code>${highlightGo(withoutComment(lesson.source))}</code></pre>
      </section>
${steps(lesson, lessons)}
      <p class="done-line"><button type="button" class="button mark-done" hidden aria-pressed="false">I have understood this</button></p>
      </article>`;
  return {
    path: `lessons/${lesson.id}.html`,
    title: `${lesson.title} in Go, animated · Sluicebox`,
    description: summaryOf(lesson.text) || `${lesson.title}: a Go program you can watch, step and change.`,
    picture: `cards/${lesson.id}.png`,
    main,
    living: true,
    section: 'patterns',
  };
}

/** The program from `package` on, without directives: what a reader without scripts sees as the listing. */
export function withoutComment(source: string): string {
  const at = source.search(/^package /m);
  return source
    .slice(Math.max(at, 0))
    .replace(/^[ \t]*\/\/sluice:.*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}
