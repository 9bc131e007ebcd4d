// Two programs side by side, with what was measured when the site was built.

import { parseValue, sliderLabel, valueLabel } from '../../src/app/slider_values.ts';
import type { ComparisonPage, Facts, Lesson, Measured, Side } from './facts.ts';
import { escape, linked, markdown, NEEDS_SCRIPT, summaryOf, timeText } from './html.ts';
import { linksByName } from './order.ts';
import type { PageText } from './shell.ts';

/** "Worker pool (workers: 4, jobs: 20)": the program and what was set, in the words of its sliders. */
function titleOfSide(side: Side, lessons: readonly Lesson[]): string {
  const lesson = lessons.find((l) => l.id === side.program);
  const parameters = Object.entries(side.parameters).map(([name, value]) => {
    const slider = lesson?.sliders.find((s) => s.name === name);
    if (slider === undefined) return `${name}: ${value}`;
    return `${sliderLabel(slider)}: ${valueLabel(slider, parseValue(slider, value))}`;
  });
  const title = lesson?.title ?? side.program;
  return parameters.length === 0 ? title : `${title} (${parameters.join(', ')})`;
}

/** The query that opens a side in the laboratory. */
function querySide(side: Side): URLSearchParams {
  const query = new URLSearchParams({ p: side.program, ...side.parameters });
  if (side.seed !== 1) query.set('seed', String(side.seed));
  return query;
}

/** The right value as a multiple of the left one. */
function ratio(left: number, right: number): string {
  if (left === right) return 'the same';
  return left === 0 || right === 0 ? '' : `× ${Number((right / left).toPrecision(2))}`;
}

function row(name: string, left: string, right: string, difference: string): string {
  return `<tr><th scope="row">${name}</th><td>${left}</td><td>${right}</td><td>${difference}</td></tr>`;
}

function largest(counts: Readonly<Record<string, number>>): [string, number] {
  return Object.entries(counts).reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0] as [
    string,
    number,
  ]);
}

const ENDS: Readonly<Record<string, string>> = {
  done: 'ends normally',
  panic: 'panics',
  deadlock: 'deadlocks',
  waiting: 'waits for something from outside',
  limit: 'does not end',
};

function table(page: ComparisonPage, left: string, right: string): string {
  const { leftRun: l, rightRun: r } = page;
  const queue = (run: Measured): string => {
    const [name, count] = largest(run.queues);
    return count === 0 ? 'none' : `${count} in <code>${escape(name)}</code>`;
  };
  const rows = [
    row('Time', timeText(l.timeNs), timeText(r.timeNs), ratio(l.timeNs, r.timeNs)),
    row('Goroutines at once', String(l.goroutines), String(r.goroutines), ratio(l.goroutines, r.goroutines)),
    row('Longest queue', queue(l), queue(r), ''),
    row('Left blocked', String(l.leaks), String(r.leaks), ratio(l.leaks, r.leaks)),
    row('How it ends', ENDS[l.end] ?? l.end, ENDS[r.end] ?? r.end, l.end === r.end ? 'the same' : ''),
  ];
  return `<div class="scroll" tabindex="0" role="region" aria-label="Measured"><table>
        <caption>Measured by running both when this page was built</caption>
        <thead><tr><td></td><th scope="col">${escape(left)}</th><th scope="col">${escape(right)}</th><th scope="col">Right against left</th></tr></thead>
        <tbody>${rows.join('')}</tbody>
      </table></div>`;
}

/** The first paragraph says what is compared and stands above the figures; the rest is read after them. */
function introAndRest(body: string): [string, string] {
  const at = body.search(/\n\s*\n/);
  return at < 0 ? [body, ''] : [body.slice(0, at), body.slice(at)];
}

export function comparePage({ lessons, comparisons }: Facts, page: ComparisonPage): PageText {
  const left = titleOfSide(page.left, lessons);
  const right = titleOfSide(page.right, lessons);
  const both = querySide(page.left);
  both.set('with', querySide(page.right).toString());
  if (page.sweepName !== '') both.set('sweep', page.sweepName);
  const names = linksByName(lessons, comparisons);
  const text = (part: string): string => linked(markdown(part), names, '../');
  const [intro, rest] = introAndRest(page.body);
  const box = (side: Side, title: string): string => {
    const query = new URLSearchParams(side.parameters).toString();
    const parameters = query === '' ? '' : ` params="${escape(query)}"`;
    const seed = side.seed === 1 ? '' : ` seed="${side.seed}"`;
    return `<section aria-label="${escape(title)}"><h2>${escape(title)}</h2>
          <sluice-box program="${side.program}"${parameters} controls="min"${seed} label="${escape(title)}, running">${NEEDS_SCRIPT}</sluice-box>
          <p class="under"><a href="../lessons/${side.program}.html">The program and its lesson</a></p>
        </section>`;
  };
  const main = `      <article class="compare">
      <h1>${escape(page.title)}</h1>
      <div class="prose">
${text(intro)}
      </div>
      <div class="pair">
        ${box(page.left, left)}
        ${box(page.right, right)}
      </div>
      ${table(page, left, right)}
      <p class="under"><a class="button strong" href="../lab.html?${escape(both.toString())}">Compare on one clock in the laboratory</a></p>
      <div class="prose">
${text(rest)}
      </div>
      </article>`;
  return {
    path: `compare/${page.id}.html`,
    title: `${page.title} · Sluicebox`,
    description: summaryOf(page.body) || page.title,
    main,
    living: true,
    section: 'compare',
  };
}

export function compareIndex(pages: readonly ComparisonPage[]): PageText {
  const items = pages
    .map((page) => {
      const { leftRun: l, rightRun: r } = page;
      const both = (left: string, right: string): string =>
        left === right ? `${left} both` : `${left} against ${right}`;
      const times = both(timeText(l.timeNs), timeText(r.timeNs));
      const counts = both(`${l.goroutines}`, `${r.goroutines}`);
      return `<li><a href="compare/${page.id}.html"><b>${escape(page.title)}</b><span>Time: ${times}. Goroutines: ${counts}.</span></a></li>`;
    })
    .join('\n        ');
  return {
    path: 'compare.html',
    title: 'Go concurrency: which of the two? · Sluicebox',
    description:
      'Worker pool or a goroutine per task, buffered or not, mutex or channel: both run side by side, measured.',
    main: `      <h1>Which of the two?</h1>
      <p class="lead">Both programs run side by side, and what differs is measured.</p>
      <ul class="cards">
        ${items}
      </ul>`,
    section: 'compare',
  };
}
