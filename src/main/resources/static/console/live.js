// Keeps a console page fresh: the server says over one stream that something changed, and the page fetches itself again.
// Without script the page is the same, and a reload updates it.
"use strict";
(() => {
  const main = document.getElementById("live");
  const note = () => document.getElementById("live-note");
  let busy = false;
  let again = false;

  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) { location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
      if (fresh) { show(fresh); }
    } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  }

  function show(fresh) {
    const known = new Set([...main.querySelectorAll("tr[id]")].map((row) => row.id));
    fresh.querySelectorAll("tr[id]").forEach((row) => { if (!known.has(row.id)) { row.classList.add("new"); } });
    main.replaceChildren(...fresh.childNodes);
    live(true);
  }

  function live(yes) {
    if (yes && note()) { note().textContent = note().dataset.liveText; }
  }

  const stream = new EventSource(main.dataset.live + location.search);
  stream.addEventListener("open", () => { live(true); refresh(); });
  stream.addEventListener("changed", refresh);
})();
