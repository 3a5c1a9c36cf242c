"use strict";
// Words that state the same light together across the columns: under the pointer, or in the row that the keyboard has reached.
(() => {
  const table = document.querySelector(".columns");
  const stating = (facts) => [...table.querySelectorAll("[data-facts]")].filter((e) => e.dataset.facts.split(" ").some((f) => facts.includes(f)));
  const dim = () => { for (const e of table.querySelectorAll(".lit")) e.classList.remove("lit"); };
  const light = (elements) => {
    dim();
    const facts = elements.flatMap((e) => e.dataset.facts.split(" "));
    for (const e of stating(facts)) e.classList.add("lit");
  };

  table.addEventListener("pointerover", (event) => {
    const words = event.target.closest("[data-facts]");
    if (words) light([words]); else dim();
  });
  table.addEventListener("click", (event) => {
    const words = event.target.closest("[data-facts]");
    if (words && !event.target.closest("a")) light([words]);
  });

  const rows = [...table.querySelectorAll("tbody tr[tabindex]")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const direction = { j: 1, k: -1 }[event.key];
    if (event.key === "Escape") dim();
    if (!direction) return;
    event.preventDefault();
    const here = rows.indexOf(document.activeElement.closest("tr"));
    const row = rows[Math.min(Math.max(here + direction, 0), rows.length - 1)];
    if (!row) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    light([...row.querySelectorAll("[data-facts]")]);
  });
})();
