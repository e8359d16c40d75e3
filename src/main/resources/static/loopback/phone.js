// The imagined phone of the demo. The server says over one stream that a thread has changed; the script asks for it and
// draws it. Texts are put in as text, never as markup.
"use strict";
(() => {
  const booth = document.getElementById("booth");
  const thread = document.getElementById("thread");
  const verdicts = document.getElementById("verdicts");
  const form = document.getElementById("compose");
  const from = document.getElementById("from");
  const text = document.getElementById("text");
  const story = document.getElementById("story");
  const flood = document.getElementById("flood");
  const ours = { "X-Esquive": "phone" };
  let stream = null;

  function element(name, className, words) {
    const made = document.createElement(name);
    made.className = className;
    if (words) { made.textContent = words; }
    return made;
  }

  function bubble(shown) {
    const written = shown.direction === "WRITTEN";
    const parts = [element("p", written ? "bubble theirs" : "bubble ours", shown.text)];
    if (shown.tick) { parts.push(element("span", written ? "tick right" : "tick", shown.tick)); }
    return parts;
  }

  function verdict(explained) {
    const row = element("li", "");
    row.append(element("span", explained.silence ? "nth" : "nth reply", String(explained.n)));
    const words = element("div", "");
    const head = element("p", "split");
    head.append(element("strong", "", explained.title));
    if (explained.state) { head.append(element("span", "pill", explained.state)); }
    words.append(head, element("p", "small quiet", explained.why));
    row.append(words);
    return row;
  }

  function tell(told) {
    story.textContent = told.sentence || story.dataset.none;
    story.className = told.quiet ? "quieted" : "";
    flood.disabled = told.flooding;
  }

  async function draw() {
    const asked = from.value;
    const query = new URLSearchParams(location.search);
    query.set("from", asked);
    const answer = await fetch("/loopback/thread?" + query, { headers: ours });
    if (!answer.ok || from.value !== asked) { return; }
    const shown = await answer.json();
    thread.replaceChildren(...(shown.bubbles.length ? shown.bubbles.flatMap(bubble) : [element("p", "empty", booth.dataset.first)]));
    verdicts.replaceChildren(...(shown.verdicts.length ? shown.verdicts.map(verdict) : [element("li", "quiet", booth.dataset.none)]));
    thread.scrollTop = thread.scrollHeight;
    tell(shown.story);
  }

  function listen() {
    if (stream) { stream.close(); }
    stream = new EventSource("/loopback/live?from=" + encodeURIComponent(from.value));
    stream.addEventListener("open", draw);
    stream.addEventListener("changed", draw);
    draw();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) { return; }
    text.value = "";
    text.focus();
    const body = JSON.stringify({ from: from.value, text: words });
    try {
      const answer = await fetch("/loopback/texts", { method: "POST", headers: { ...ours, "Content-Type": "application/json" }, body });
      if (!answer.ok) { throw new Error(); }
    } catch {
      text.value = words;
      thread.append(element("p", "wrong small", booth.dataset.failed));
    }
    draw();
  });
  flood.addEventListener("click", async () => {
    flood.disabled = true;
    await fetch("/loopback/flood", { method: "POST", headers: ours }).catch(() => null);
    draw();
  });
  from.addEventListener("change", listen);
  listen();
})();
