// What authors of other sites take from here: a shortcode for Hugo, and oEmbed answers as static files.

import { readCatalogue } from './catalogue_index.ts';

const WIDTH = 760;
const HEIGHT = 560;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The frame that shows a program of the catalogue; `base` ends with a slash. */
export function frameCode(base: string, id: string, title: string): string {
  return (
    `<iframe src="${base}embed.html?p=${id}" title="${escaped(title)}" width="${WIDTH}" height="${HEIGHT}" ` +
    'loading="lazy" allow="cross-origin-isolated; clipboard-write" style="border:0;width:100%"></iframe>'
  );
}

/** oembed/NAME.json for every program, as oembed.com describes it. */
function oembedFiles(base: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { id, title } of readCatalogue()) {
    files[`oembed/${id}.json`] = `${JSON.stringify(
      {
        version: '1.0',
        type: 'rich',
        title: `${title}, as a running Go program`,
        provider_name: 'Sluicebox',
        provider_url: base,
        width: WIDTH,
        height: HEIGHT,
        html: frameCode(base, id, title),
      },
      null,
      2,
    )}\n`;
  }
  return files;
}

/** layouts/shortcodes/sluicebox.html of a Hugo site. */
function hugoShortcode(base: string): string {
  return `{{- /* Sluicebox: {{< sluicebox program="worker_pool" params="numWorkers=4" />}} (with the slash), or
     around a listing: {{< sluicebox controls="min" >}} package main … {{< /sluicebox >}}
     The site's own copy: set params.sluicebox in the configuration to the folder it is in. */ -}}
{{- $base := .Site.Params.sluicebox | default "${base}" -}}
{{- if not (.Page.Scratch.Get "sluicebox") -}}
{{- .Page.Scratch.Set "sluicebox" true -}}
<script src="{{ $base }}sluice-box.js" async></script>
{{- end }}
<sluice-box{{ range $name, $value := .Params }} {{ $name | safeHTMLAttr }}="{{ $value }}"{{ end }}>
{{- with .Inner }}{{ highlight (trim . "\\n") "go" "" }}{{ end -}}
</sluice-box>
`;
}

/**
 * Files by their path in the built site.
 * @param base where the site will be, with a slash at the end; "/" when the build does not know
 */
export function authorFiles(base: string): Record<string, string> {
  return { ...oembedFiles(base), 'hugo/sluicebox.html': hugoShortcode(base) };
}
