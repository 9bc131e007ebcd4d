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
/** Folders whose files never change: their names hold a hash. */
const LASTING = ['assets', 'engine-*'];

const lines = (format: (name: string, value: string) => string): string =>
  Object.entries(ALL)
    .map(([name, value]) => format(name, value))
    .join('\n');

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Files by their path in the built site. */
export function hostingFiles(): Record<string, string> {
  const keyed = Object.entries(ALL).map(([key, value]) => ({ key, value }));
  const cached = { key: 'Cache-Control', value: FOR_EVER };
  return {
    _headers:
      `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n` +
      LASTING.map((folder) => `/${folder}/*\n  Cache-Control: ${FOR_EVER}\n`).join(''),
    'vercel.json': json({
      headers: [
        { source: '/(.*)', headers: keyed },
        { source: '/assets/(.*)', headers: [cached] },
        { source: '/engine-:hash/(.*)', headers: [cached] },
      ],
    }),
    '.htaccess':
      `<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n` +
      `  <If "%{REQUEST_URI} =~ m#/(assets|engine-[0-9a-f]+)/#">\n` +
      `    Header set Cache-Control "${FOR_EVER}"\n  </If>\n</IfModule>\n` +
      'AddType application/wasm .wasm\nAddType text/javascript .mjs .js\n' +
      'AddType application/manifest+json .webmanifest\n',
    'hosting/nginx.conf':
      '# Inside the location that serves this folder.\n' +
      `${lines((name, value) => `add_header ${name} "${value}" always;`)}\n` +
      'types { application/wasm wasm; }\n',
    'hosting/firebase.json': json({
      hosting: {
        public: '.',
        headers: [
          { source: '**', headers: keyed },
          { source: '/@(assets|engine-*)/**', headers: [cached] },
        ],
      },
    }),
    'hosting/Caddyfile': `header {\n${lines((name, value) => `\t${name} "${value}"`)}\n}\n`,
    'hosting/staticwebapp.config.json': json({ globalHeaders: ALL }),
    // GitHub's pages leave out what begins with an underscore unless told not to.
    '.nojekyll': '',
  };
}
