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

/** What is worth compressing; most servers leave WebAssembly as it is, which makes it three times as long. */
const PRESSED = Object.keys(TYPES).filter((type) => !type.endsWith('png'));
const HASHED = '/(assets|engine-[0-9a-f]+)/';

/**
 * Inside a location, nginx's `types` takes the place of all types known before, so that it has to be a whole
 * list; the one that comes with nginx lacks .mjs, and browsers take no module of an unknown type. `add_header`
 * in an inner location would make it forget the headers outside; `expires` does not.
 */
function nginx(): string {
  const types = Object.entries(TYPES).map(([type, endings]) => `    ${type} ${endings};`);
  return (
    '# Inside the location (or server) that serves this folder.\n' +
    `${lines((name, value) => `add_header ${name} "${value}" always;`)}\n` +
    `types {\n${types.join('\n')}\n}\ncharset utf-8;\n` +
    // What is HTML is compressed in any case, and must not be named again.
    `gzip on;\ngzip_vary on;\ngzip_min_length 500;\n` +
    `gzip_types ${PRESSED.filter((type) => type !== 'text/html').join(' ')};\n` +
    `expires -1;\nlocation ~ ${HASHED} {\n    expires max;\n}\n`
  );
}

function apache(): string {
  const filter = (module: string, name: string): string =>
    `<IfModule ${module}>\n  AddOutputFilterByType ${name} ${PRESSED.join(' ')}\n</IfModule>\n`;
  return (
    `<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n` +
    '  Header set Cache-Control "no-cache"\n' +
    `  <If "%{REQUEST_URI} =~ m#${HASHED}#">\n` +
    `    Header set Cache-Control "${FOR_EVER}"\n  </If>\n</IfModule>\n` +
    'AddType application/wasm .wasm\nAddType text/javascript .mjs .js\n' +
    'AddType application/manifest+json .webmanifest\nAddDefaultCharset utf-8\n' +
    filter('mod_brotli.c', 'BROTLI_COMPRESS') +
    filter('mod_deflate.c', 'DEFLATE')
  );
}

function caddy(): string {
  return (
    '# Inside the site block that serves this folder.\n' +
    `header {\n${lines((name, value) => `\t${name} "${value}"`)}\n}\n` +
    '@manifest path *.webmanifest\nheader @manifest {\n\tContent-Type application/manifest+json\n\tdefer\n}\n' +
    `@hashed path_regexp ${HASHED}\n@asked not path_regexp ${HASHED}\n` +
    `header @hashed Cache-Control "${FOR_EVER}"\nheader @asked Cache-Control no-cache\n` +
    `encode {\n\tgzip\n\tmatch {\n${PRESSED.map((type) => `\t\theader Content-Type ${type}*\n`).join('')}\t}\n}\n`
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
    '.htaccess': apache(),
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
    'hosting/Caddyfile': caddy(),
    'hosting/staticwebapp.config.json': json({
      globalHeaders: ALL,
      routes: ['assets', engine].map((folder) => ({
        route: `/${folder}/*`,
        headers: { [cached.key]: cached.value },
      })),
      mimeTypes: {
        '.mjs': 'text/javascript',
        '.wasm': 'application/wasm',
        '.webmanifest': 'application/manifest+json',
      },
    }),
    // GitHub's pages leave out what begins with an underscore unless told not to.
    '.nojekyll': '',
  };
}
