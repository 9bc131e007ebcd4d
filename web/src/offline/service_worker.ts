// The service worker: the site works without a network after the first visit, and its pages are isolated also
// on hosts that cannot send headers.
//
// Invariants: the files of one version are fetched all or not at all; a page gets its files from the version
// that has them, so that a page of the last version still finds what it loads late; nothing but this site's
// own files is ever touched.

/** Set by the build: every file of the site, relative to it, and a hash of them all. */
declare const __SITE_FILES__: readonly string[];
declare const __SITE_VERSION__: string;

interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as WorkerScope;
const PREFIX = 'sluicebox-';
const CACHE = PREFIX + __SITE_VERSION__;
/** This one and the one before it: pages that are still open may load late what only the old one has. */
const KEPT_VERSIONS = 2;
/** A network that takes longer than this is as good as none. */
const PATIENCE_MS = 3000;

const ISOLATION: Readonly<Record<string, string>> = {
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const address = (path: string): string => new URL(path, worker.registration.scope).href;

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const present = new Set((await cache.keys()).map((request) => request.url));
  // A page or a file whose name holds no hash may be an old copy in the browser's own cache.
  const wanted = __SITE_FILES__.map(address).filter((url) => !present.has(url));
  await cache.addAll(
    wanted.map((url) => new Request(url, { cache: 'no-cache', credentials: 'same-origin' })),
  );
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of ours.slice(0, Math.max(0, ours.length - (KEPT_VERSIONS - 1)))) await caches.delete(name);
  await worker.clients.claim();
}

/** With the headers that make threads possible, where the host did not send them. */
function isolated(response: Response): Response {
  if (
    response.type === 'opaque' ||
    response.status === 0 ||
    response.headers.has('Document-Isolation-Policy')
  )
    return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const empty = response.status === 204 || response.status === 304;
  return new Response(empty ? null : response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

/** From the newest version that has it. */
async function cached(url: URL): Promise<Response | undefined> {
  const bare = url.origin + url.pathname;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE).reverse();
  for (const name of [CACHE, ...names]) {
    const cache = await caches.open(name);
    const found = (await cache.match(bare)) ?? (await cache.match(`${bare.replace(/\/?$/, '/')}index.html`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Pages: what the host has now, or else what we have. */
async function page(request: Request): Promise<Response> {
  const stored = (): Promise<Response | undefined> => cached(new URL(request.url));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  const network = fetch(request).catch(() => undefined);
  const first = await Promise.race([network, late]);
  if (first !== undefined && (first.ok || first.type === 'opaqueredirect')) return isolated(first);
  const found = (await stored()) ?? first ?? (await network);
  return found === undefined ? offlinePage() : isolated(found);
}

/** Every page of the site is kept: what is not there offline is no page of this version. */
async function offlinePage(): Promise<Response> {
  const text =
    '<!doctype html><title>Offline</title><p>There is no network, and this page has not been kept.';
  const kept = await cached(new URL(address('404.html')));
  return new Response(kept?.body ?? text, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...ISOLATION },
  });
}

/** Everything else: what we have, or else what the host has. */
async function file(request: Request): Promise<Response> {
  const response = (await cached(new URL(request.url))) ?? (await fetch(request));
  // Workers need the headers as pages do; WebAssembly does not, and would lose its compiled copy.
  return /\.m?js$/.test(new URL(request.url).pathname) ? isolated(response) : response;
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const ours = request.url.startsWith(worker.registration.scope);
  if (request.method !== 'GET' || !ours || request.headers.has('range')) return;
  const answer = request.mode === 'navigate' ? page(request) : file(request);
  // Storage may fail (a full disk, a private window): then the page gets what it would get without us.
  event.respondWith(answer.catch(() => fetch(request)));
});
