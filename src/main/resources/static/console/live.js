// Keeps a console page fresh: the server says over one stream that something changed, and the page fetches itself again, once
// a second at the most. Without script the page is the same, and a reload updates it.
"use strict";
(() => {
  const PAUSE = 1000;
  const main = document.getElementById("live");
  const note = () => document.getElementById("live-note");
  let busy = false;
  let again = false;

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    const began = Date.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) { location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
      if (answer.ok && fresh) { show(fresh); }
    } catch (offline) {
      again = false;
    } finally {
      setTimeout(rest, Math.max(0, PAUSE - (Date.now() - began)));
    }
  }

  function rest() {
    busy = false;
    if (again) { again = false; refresh(); }
  }

  function show(fresh) {
    const known = new Set([...main.querySelectorAll("tr[id]")].map((row) => row.id));
    fresh.querySelectorAll("tr[id]").forEach((row) => { if (!known.has(row.id)) { row.classList.add("new"); } });
    const focused = document.activeElement && main.contains(document.activeElement) ? place(document.activeElement) : null;
    main.replaceChildren(...fresh.childNodes);
    if (focused) { restore(focused); }
    live(true);
  }

  // Who reads with the keyboard stays where they were: at the same link or button.
  function place(element) {
    return element.id ? "#" + CSS.escape(element.id)
      : element.getAttribute("href") ? element.tagName + '[href="' + CSS.escape(element.getAttribute("href")) + '"]'
      : element.tagName;
  }

  function restore(selector) {
    const same = main.querySelector(selector);
    if (same) { same.focus({ preventScroll: true }); }
  }

  function live(yes) {
    if (yes && note()) { note().textContent = note().dataset.liveText; }
  }

  const stream = new EventSource(main.dataset.live + location.search);
  stream.addEventListener("open", () => { live(true); refresh(); });
  stream.addEventListener("changed", refresh);
})();
