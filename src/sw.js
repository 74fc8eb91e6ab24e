/* Keeps the pages of the H5 build on this device. Answers of the server are not its business: src/state keeps those. */
const NAME = 'yige-pages';
const HOME = new URL('./', self.location.href).href;
const HASHED = /\.[0-9a-f]{8}\.(js|css)$/;
const PART = /\.(js|css|png|svg|woff2)$/;
/** A weak line may take this long with the first page before the kept one is shown, ms. */
const PATIENCE_MS = 4000;

const isPart = (url) => url.startsWith(HOME) && PART.test(new URL(url).pathname);
const isHome = ({ mode, url }) => mode === 'navigate' && [HOME, `${HOME}index.html`].includes(url.split(/[?#]/)[0]);

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((cache) => cache.add(HOME)));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }) => {
  void caches.open(NAME).then(async (cache) => {
    for (const url of (data.keep ?? []).filter(isPart)) {
      if (!(await cache.match(url))) await cache.add(url).catch(() => undefined);
    }
  });
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (isHome(request)) event.respondWith(home(request));
  else if (isPart(request.url)) event.respondWith(part(request));
});

/** The newest page; a new build makes the parts of the old one worthless. On a slow line the kept one, untouched. */
async function home(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(HOME);
  const slow = new Promise((resolve) => setTimeout(resolve, kept ? PATIENCE_MS : 2 ** 30));
  const answer = await Promise.race([fetch(request).catch(() => undefined), slow]);
  if (answer === undefined) return kept ?? Response.error();
  if (!answer.ok) return answer;
  const text = await answer.clone().text();
  if (kept && (await kept.text()) !== text) for (const key of await cache.keys()) await cache.delete(key);
  await cache.put(HOME, answer.clone());
  return answer;
}

/** What carries its hash in its name never changes; the rest is asked for first. */
async function part(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request.url);
  if (kept && HASHED.test(new URL(request.url).pathname)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
