// The text studio while somebody types: the words appear on the phone at once, and the server says what they take. What
// is typed and not saved is kept in this tab, in case the session ends. Without script a button measures all fields.
"use strict";
(() => {
  const form = document.getElementById("texts");
  const state = document.getElementById("state");
  if (!form || !state) { return; }
  const PAUSE = 350;
  const fields = [...form.querySelectorAll("textarea")];
  const began = new Map(fields.map((field) => [field.name, field.value]));
  const timers = new Map();
  const asked = new Map();
  const place = "studio " + form.elements.language.value;
  let leaving = false;

  const rung = (field) => document.getElementById("rung-" + field.name);
  const changed = () => fields.some((field) => field.value !== began.get(field.name));

  function typed(field) {
    const bubble = rung(field).querySelector(".bubble.ours");
    if (bubble) { bubble.textContent = field.value; }
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(() => measure(field), PAUSE));
    state.textContent = changed() ? form.dataset.unsaved : "";
    keep();
  }

  async function measure(field) {
    asked.get(field)?.abort();
    const control = new AbortController();
    asked.set(field, control);
    const body = new URLSearchParams(new FormData(form));
    body.set("step", field.name);
    try {
      const answer = await fetch(form.dataset.measure, { method: "POST", body, signal: control.signal, headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) { throw new Error("away"); }
      show(field, new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (failure) {
      if (failure.name !== "AbortError") { state.textContent = form.dataset.away; }
    }
  }

  function show(field, fresh) {
    const here = rung(field);
    fresh.querySelectorAll("[data-part]").forEach((part) => {
      const old = here.querySelector(`[data-part="${part.dataset.part}"]`);
      if (!old || old.innerHTML === part.innerHTML) { return; }
      old.className = part.className;
      old.replaceChildren(...part.childNodes);
    });
    const wrong = here.querySelector(".wronging .wrong") !== null;
    here.querySelector(".edit").classList.toggle("wronged", wrong);
    if (wrong) { field.setAttribute("aria-invalid", "true"); } else { field.removeAttribute("aria-invalid"); }
  }

  function put(field, text) {
    field.value = text;
    typed(field);
  }

  function keep() {
    try {
      if (!changed()) { sessionStorage.removeItem(place); return; }
      sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
    } catch { /* a full or forbidden store keeps nothing, and the page works without */ }
  }

  function kept() {
    try { return JSON.parse(sessionStorage.getItem(place)); } catch { return null; }
  }

  function offer() {
    const draft = document.getElementById("draft");
    if (document.getElementById("saved")) { sessionStorage.removeItem(place); return; }
    const words = kept();
    if (!words || fields.every((field) => words[field.name] === undefined || words[field.name] === field.value)) { return; }
    draft.hidden = false;
    document.getElementById("draft-back").addEventListener("click", () => {
      fields.forEach((field) => { if (words[field.name] !== undefined && words[field.name] !== field.value) { put(field, words[field.name]); } });
      draft.hidden = true;
    });
    document.getElementById("draft-drop").addEventListener("click", () => { sessionStorage.removeItem(place); draft.hidden = true; });
  }

  form.classList.add("scripted");
  fields.filter((field) => !field.readOnly).forEach((field) => field.addEventListener("input", () => typed(field)));
  form.addEventListener("click", (event) => {
    const tidy = event.target.closest(".tidy");
    if (!tidy) { return; }
    event.preventDefault();
    const field = document.getElementById(tidy.dataset.field);
    put(field, tidy.dataset.plain);
    measure(field);
    field.focus();
  });
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => { if (!leaving && changed()) { event.preventDefault(); } });
  offer();
})();
