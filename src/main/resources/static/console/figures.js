// Says what the bar under the pointer stands for, and leads closer. Without script each bar has a tooltip, and the table all of it.
"use strict";
(() => {
  const charts = () => document.querySelectorAll(".chart");

  function read(chart, bar) {
    const reading = chart.querySelector(".reading");
    chart.querySelectorAll(".bar.read").forEach((other) => other.classList.remove("read"));
    bar.classList.add("read");
    const words = [document.createTextNode(bar.querySelector("title").textContent + " ")];
    if (bar.dataset.link) {
      const closer = document.createElement("a");
      closer.href = bar.dataset.link;
      closer.textContent = reading.dataset.openText;
      words.push(closer);
    }
    reading.replaceChildren(...words);
    reading.hidden = false;
  }

  function on(event) {
    const bar = event.target.closest && event.target.closest(".bar");
    const chart = bar && bar.closest(".chart");
    if (chart) { read(chart, bar); }
  }

  document.addEventListener("pointerover", on);
  document.addEventListener("click", on);
  charts().forEach((chart) => chart.classList.add("spoken"));
})();
