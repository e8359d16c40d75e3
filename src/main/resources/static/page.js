// What a script adds to the page of a number: one tap copies it, leaving it leaves less behind, and it opens without a network.
// Without it the number can be selected, the exit is an ordinary link, and everything else is the same.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const here = document.currentScript.src;
  document.querySelectorAll("[data-script]").forEach((each) => { each.hidden = false; });

  // Leaving: the page goes blank at once, its copy is deleted, and another page takes its place in the history of the tab.
  const exit = document.querySelector(".exit");
  const leave = () => {
    document.title = "…";
    document.body.replaceChildren();
    forget().catch(() => {});
    location.replace(exit.href);
  };
  const forget = async () => {
    await self.caches?.delete("give-out");
    await (await navigator.serviceWorker?.getRegistration())?.unregister();
  };
  exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });

  // The same by the keyboard: Esc, or Shift as on the sites of some authorities, three times in a row.
  let key = "", times = 0, last = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) { return; }
    times = event.key === key && event.timeStamp - last < 2000 ? times + 1 : 1;
    key = event.key;
    last = event.timeStamp;
    if (times === 3 && (key === "Escape" || key === "Shift")) { leave(); }
  }, true);

  at("copy")?.addEventListener("click", async () => {
    const number = at("number");
    try {
      await navigator.clipboard.writeText(number.textContent.trim());
    } catch {
      getSelection().selectAllChildren(number);
      document.execCommand("copy");
    }
    at("copied").textContent = at("copied").dataset.done;
  });
  at("print")?.addEventListener("click", () => print());

  const offline = at("offline");
  const look = () => { if (offline) { offline.hidden = navigator.onLine; } };
  ["online", "offline"].forEach((change) => addEventListener(change, look));
  look();

  if (navigator.serviceWorker) {
    navigator.serviceWorker.addEventListener("message", () => location.reload());
    navigator.serviceWorker.register(new URL("sw.js", here))
      .then(() => navigator.serviceWorker.ready)
      .then((worker) => worker.active.postMessage(location.href.split("#")[0]))
      .catch(() => {});
  }
})();
