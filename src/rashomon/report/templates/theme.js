"use strict";
// Light and dark: the system's, unless the reader has chosen. The choice holds before anything is drawn.
(() => {
  const themes = ["auto", "light", "dark"], names = { auto: "Auto", light: "Light", dark: "Dark" };
  const kept = () => { try { return localStorage.getItem("rashomon-theme"); } catch { return null; } };
  let now = themes.includes(kept()) ? kept() : "auto";
  const wear = () => {
    if (now === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = now;
  };
  wear();

  function ready() {
    const button = document.getElementById("theme");
    const say = () => {
      button.textContent = names[now];
      button.setAttribute("aria-label", "Colours: " + names[now]);
    };
    say();
    button.hidden = false;
    button.addEventListener("click", () => {
      now = themes[(themes.indexOf(now) + 1) % themes.length];
      wear();
      say();
      try { localStorage.setItem("rashomon-theme", now); } catch { /* not kept, then */ }
    });
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", ready); else ready();
})();
