// Follows a rehearsal that plays: the page is fetched again and its stage exchanged, until it is done. Without script
// the page fetches itself.
"use strict";
(() => {
  const EACH = 600;
  const TENTH = 10; // a screen reader is told of each tenth
  const stage = () => document.getElementById("stage");

  async function follow() {
    if (!stage() || !stage().dataset.running) { return; }
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (answer.redirected) { location.reload(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(fresh);
    } catch { /* tried again below */ }
    setTimeout(follow, EACH);
  }

  function show(fresh) {
    const next = fresh.getElementById("stage");
    if (!next) { location.reload(); return; }
    const bar = stage().querySelector("progress");
    const nextBar = next.querySelector("progress");
    if (bar && nextBar) {
      const said = Math.floor(bar.value / TENTH) !== Math.floor(nextBar.value / TENTH);
      bar.value = nextBar.value;
      if (said) { stage().querySelector(".playing [role=status]").textContent = next.querySelector(".playing [role=status]").textContent; }
      return;
    }
    stage().replaceWith(next);
    const start = document.querySelector(".choose button");
    if (start) { start.disabled = false; }
  }

  if (stage() && stage().dataset.running) { setTimeout(follow, EACH); }
})();
