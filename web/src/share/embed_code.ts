// The lines that an author copies to show a run on their own page, in the words of the usual kinds of sites.

export interface EmbedChoice {
  /** Folder of this site, with a slash at the end. */
  readonly base: string;
  /** Query and fragment of the run. */
  readonly link: string;
  readonly title: string;
  readonly controls: 'full' | 'min' | 'none';
  readonly loop: boolean;
  /** First and last step to show; undefined for the whole run. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

const FRAME_HEIGHT = { full: 560, min: 420, none: 360 } as const;

const attribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Query and fragment for embed.html: the run, and how it is shown. */
function embedAddress(choice: EmbedChoice): { query: URLSearchParams; hash: string } {
  const [search = '', hash = ''] = choice.link.split('#');
  const query = new URLSearchParams(search);
  // The laboratory's own panels mean nothing to a figure.
  for (const name of ['tab', 'show', 'engine', 'theme']) query.delete(name);
  if (choice.range !== undefined) {
    query.delete('step');
    query.set('range', `${choice.range.from}-${choice.range.to}`);
  }
  if (choice.loop) query.set('loop', '1');
  if (choice.controls !== 'full') query.set('controls', choice.controls);
  return { query, hash };
}

export function iframeCode(choice: EmbedChoice): string {
  const { query, hash } = embedAddress(choice);
  const address = `${choice.base}embed.html?${query.toString()}${hash === '' ? '' : `#${hash}`}`;
  return (
    `<iframe src="${attribute(address)}" title="${attribute(choice.title)}" loading="lazy"\n` +
    `  width="100%" height="${FRAME_HEIGHT[choice.controls]}" style="border: 0"\n` +
    '  allow="cross-origin-isolated; clipboard-write"></iframe>'
  );
}

/** `<sluice-box>` with its attributes; a program of one's own goes in as a listing. */
export function elementCode(choice: EmbedChoice, ownSource: string | undefined): string {
  const { query } = embedAddress(choice);
  const program = query.get('p') ?? '';
  for (const name of ['p', 'controls', 'loop', 'range']) query.delete(name);
  const attributes = [
    ownSource === undefined ? `program="${attribute(program)}"` : '',
    query.size > 0 ? `params="${attribute(query.toString())}"` : '',
    choice.controls === 'full' ? '' : `controls="${choice.controls}"`,
    choice.range === undefined ? '' : `range="${choice.range.from}-${choice.range.to}"`,
    choice.loop ? 'loop' : '',
  ].filter((text) => text !== '');
  const opening = `<sluice-box${attributes.map((text) => ` ${text}`).join('')}>`;
  const content = ownSource === undefined ? '' : `<pre><code>${attribute(ownSource.trimEnd())}</code></pre>`;
  const script = `<script src="${attribute(choice.base)}sluice-box.js" async></script>`;
  return `${script}\n${opening}${content}</sluice-box>`;
}

export function hugoCode(choice: EmbedChoice, ownSource: string | undefined): string {
  const { query } = embedAddress(choice);
  const program = query.get('p') ?? '';
  for (const name of ['p', 'controls', 'loop', 'range']) query.delete(name);
  const attributes = [
    ownSource === undefined ? `program="${program}"` : '',
    query.size > 0 ? `params="${query.toString()}"` : '',
    choice.controls === 'full' ? '' : `controls="${choice.controls}"`,
    choice.range === undefined ? '' : `range="${choice.range.from}-${choice.range.to}"`,
    choice.loop ? 'loop="1"' : '',
  ].filter((text) => text !== '');
  const opening = `{{< sluicebox${attributes.map((text) => ` ${text}`).join('')}`;
  // Hugo wants a shortcode that may have a content to be closed in any case.
  return ownSource === undefined
    ? `${opening} />}}`
    : `${opening} >}}\n${ownSource.trimEnd()}\n{{< /sluicebox >}}`;
}

/** A picture that leads to the run, for places that allow nothing else; the author puts the picture there. */
export function markdownCode(choice: EmbedChoice, picture: string): string {
  const title = choice.title.replace(/[[\]]/g, '\\$&');
  const link = choice.link.replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
  return `[![${title}](${picture})](${choice.base}lab.html${link})`;
}
