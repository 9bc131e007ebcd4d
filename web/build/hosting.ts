// The headers that a host should send, in the words of each common host. One table; tools/serve.mjs sends the
// same (a test compares them).

/** Why these four: ARCHITECTURE.md, "Threads". */
export const ISOLATION_HEADERS: Readonly<Record<string, string>> = {
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const ALL: Readonly<Record<string, string>> = {
  ...ISOLATION_HEADERS,
  // For figures in sandboxes without an origin, and for scripts as modules: everything here is public.
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
};
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What the site's files are, for hosts that do not know all of them or must be told all at once. */
const TYPES: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'text/css': 'css',
  'text/javascript': 'js mjs',
  'text/plain': 'txt ts',
  'application/json': 'json',
  'application/manifest+json': 'webmanifest',
  'application/wasm': 'wasm',
  'image/svg+xml': 'svg',
  'image/png': 'png',
};

const lines = (format: (name: string, value: string) => string): string =>
  Object.entries(ALL)
    .map(([name, value]) => format(name, value))
    .join('\n');

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Inside a location, nginx's `types` takes the place of all types known before, so that it has to be a whole
 * list; the one that comes with nginx lacks .mjs, and browsers take no module of an unknown type.
 */
function nginx(): string {
  const types = Object.entries(TYPES).map(([type, endings]) => `    ${type} ${endings};`);
  return (
    '# Inside the location that serves this folder.\n' +
    `${lines((name, value) => `add_header ${name} "${value}" always;`)}\n` +
    `types {\n${types.join('\n')}\n}\ncharset utf-8;\n`
  );
}

/**
 * Files by their path in the built site.
 * @param engine the folder of the engine; like `assets` its files never change, because its name holds a hash
 */
export function hostingFiles(engine = 'engine-*'): Record<string, string> {
  const keyed = Object.entries(ALL).map(([key, value]) => ({ key, value }));
  const cached = { key: 'Cache-Control', value: FOR_EVER };
  return {
    _headers:
      `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n` +
      ['assets', engine].map((folder) => `/${folder}/*\n  Cache-Control: ${FOR_EVER}\n`).join(''),
    'vercel.json': json({
      headers: [
        { source: '/(.*)', headers: keyed },
        { source: '/assets/(.*)', headers: [cached] },
        { source: `/${engine}/(.*)`, headers: [cached] },
      ],
    }),
    '.htaccess':
      `<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n` +
      `  <If "%{REQUEST_URI} =~ m#/(assets|engine-[0-9a-f]+)/#">\n` +
      `    Header set Cache-Control "${FOR_EVER}"\n  </If>\n</IfModule>\n` +
      'AddType application/wasm .wasm\nAddType text/javascript .mjs .js\n' +
      'AddType application/manifest+json .webmanifest\n',
    'hosting/nginx.conf': nginx(),
    'hosting/firebase.json': json({
      hosting: {
        public: '.',
        headers: [
          { source: '**', headers: keyed },
          { source: `/@(assets|${engine})/**`, headers: [cached] },
        ],
      },
    }),
    'hosting/Caddyfile': `header {\n${lines((name, value) => `\t${name} "${value}"`)}\n}\n`,
    'hosting/staticwebapp.config.json': json({
      globalHeaders: ALL,
      mimeTypes: { '.mjs': 'text/javascript', '.wasm': 'application/wasm' },
    }),
    // GitHub's pages leave out what begins with an underscore unless told not to.
    '.nojekyll': '',
  };
}
