// Keeps the page of a number for when there is no network. The network is asked first, always: a number that is no longer given
// out must not come out of a copy. Only if it is silent for seconds, the copy is shown; and again the page if it was another.
"use strict";
const SHELF = "give-out";
const PATIENCE = 3000;
const PARTS = ["./", "esquive.css", "page.js", "icon.svg"];
const OURS = /^(|privacy|line\/[a-z0-9-]+|(index|line|privacy)[a-z0-9.-]*\.html|(esquive\.css|page\.js|icon\.svg))$/;

const scope = new URL(registration.scope);
const isOurs = (address) => {
  const url = new URL(address);
  return url.origin === scope.origin && url.pathname.startsWith(scope.pathname)
    && OURS.test(url.pathname.slice(scope.pathname.length));
};
const copy = async (address) => (await caches.open(SHELF)).add(address).catch(() => {});

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(Promise.all(PARTS.map(copy)));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => { if (isOurs(event.data)) { event.waitUntil(copy(event.data)); } });
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOurs(event.request.url)) { event.respondWith(answer(event)); }
});

async function answer(event) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(event.request, { ignoreVary: true })
    ?? await shelf.match(event.request, { ignoreVary: true, ignoreSearch: true })
    ?? (event.request.mode === "navigate" ? await shelf.match("./", { ignoreVary: true }) : undefined);
  const asked = renew(shelf, event.request);
  if (!kept) { return asked; }
  const waited = new Promise((resolve) => { setTimeout(resolve, PATIENCE, kept); });
  const first = await Promise.race([asked.then((it) => it.status < 500 ? it : kept, () => kept), waited]);
  if (first === kept) { event.waitUntil(correct(event, kept.clone(), asked)); }
  return first;
}

async function renew(shelf, request) {
  const fresh = await fetch(request);
  if (fresh.ok && !fresh.redirected) {
    await shelf.put(request, fresh.clone());
  } else if (fresh.status === 404 || fresh.status === 410) {
    await shelf.delete(request, { ignoreVary: true });
  }
  return fresh;
}

// The network came too late with another page: have it shown.
async function correct(event, kept, asked) {
  const late = await asked.catch(() => undefined);
  if (event.request.mode !== "navigate" || !late || late.status >= 500) { return; }
  if (await late.clone().text() === await kept.text()) { return; }
  (await clients.get(event.resultingClientId))?.postMessage("changed");
}
