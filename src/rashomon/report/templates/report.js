"use strict";
(() => {
  const texts = document.getElementById("texts");
  const where = document.getElementById("where");
  const steps = document.querySelector(".steps");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let item = null, places = [], shown = -1;

  // "A-120-140" is code points 120 to 140 of the text with the siglum A.
  const parse = (key) => {
    const m = /^([A-Z]+)-(\d+)-(\d+)$/.exec(key);
    return m && document.getElementById("text-" + m[1]) ? { key, siglum: m[1], start: +m[2], end: +m[3] } : null;
  };
  const keysOf = (element) => (element.dataset.places || "").split(" ").map(parse).filter(Boolean);

  // ----- texts that are not here yet come when they are needed: a place of theirs is shown, or they are scrolled to

  const textOf = (siglum) => document.getElementById("text-" + siglum);
  const coming = new Map();

  function bring(text) {
    const { from, siglum } = text.dataset;
    if (!from) return Promise.resolve();
    if (!coming.has(siglum)) coming.set(siglum, fetched(from, text).catch(() => { coming.delete(siglum); }));
    return coming.get(siglum);
  }

  async function fetched(from, text) {
    const answer = await fetch(from);
    if (!answer.ok) throw new Error(answer.statusText);
    const whole = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(text.id);
    for (const link of whole.querySelectorAll("a.ref")) link.setAttribute("href", link.hash);
    text.replaceChildren(...whole.childNodes);
    text.classList.remove("later");
    delete text.dataset.from;
  }

  // The rest of a long list, where it is asked for: when it is unfolded, or when an address leads to something in it.
  for (const list of document.querySelectorAll("details[data-from]")) list.addEventListener("toggle", () => bringRest(list));

  async function bringRest(list) {
    const { from } = list.dataset;
    if (!from) return;
    delete list.dataset.from;
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(answer.statusText);
      const rest = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(list.id);
      list.replaceChildren(list.querySelector("summary"), ...rest.childNodes);
    } catch {
      list.dataset.from = from;
    }
  }

  async function lookFor(id) {
    for (const list of document.querySelectorAll("details[data-from]")) {
      await bringRest(list);
      if (document.getElementById(id)) return follow();
    }
  }

  const waiting = texts.querySelectorAll("article[data-from]");
  if (waiting.length) {
    const watch = new IntersectionObserver((seen) => {
      for (const { target } of seen.filter((s) => s.isIntersecting)) bring(target).then(() => { if (!target.dataset.from) watch.unobserve(target); });
    });
    for (const text of waiting) watch.observe(text);
  }

  // ----- lighting: marks are put around the characters of a place, and taken away again

  const length = (text) => { let n = 0; for (const _ of text) n++; return n; };
  const unit = (text, point) => { // the UTF-16 index of a code point
    let i = 0;
    for (const c of text) { if (point-- <= 0) break; i += c.length; }
    return i;
  };

  function textNodes(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (n) =>
      n.parentElement.closest(".ref") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function light(place) {
    const marks = [];
    for (const line of textOf(place.siglum).querySelectorAll("p[data-at]")) {
      let at = +line.dataset.at;
      if (at >= place.end) break;
      for (let node of textNodes(line)) {
        const end = at + length(node.data);
        const from = Math.max(place.start, at), to = Math.min(place.end, end);
        if (from < to) {
          if (to < end) node.splitText(unit(node.data, to - at));
          if (from > at) node = node.splitText(unit(node.data, from - at));
          const mark = document.createElement("mark");
          mark.className = "lit";
          mark.dataset.place = place.key;
          node.replaceWith(mark);
          mark.append(node);
          marks.push(mark);
        }
        at = end;
      }
    }
    return marks;
  }

  function dim() {
    for (const mark of texts.querySelectorAll("mark.lit")) {
      const line = mark.closest("p");
      mark.replaceWith(...mark.childNodes);
      line.normalize();
    }
    if (item) item.classList.remove("on");
    item = null; places = []; shown = -1;
    where.textContent = "";
    steps.hidden = true;
  }

  function scrollTo(mark) {
    const behavior = still.matches ? "auto" : "smooth";
    if (getComputedStyle(texts).overflowY === "auto") {
      const top = mark.getBoundingClientRect().top - texts.getBoundingClientRect().top + texts.scrollTop;
      texts.scrollTo({ top: top - texts.clientHeight / 3, behavior });
    } else mark.scrollIntoView({ block: "center", behavior });
  }

  function go(n) {
    if (!places.length) return;
    shown = (n + places.length) % places.length;
    const place = places[shown];
    for (const mark of texts.querySelectorAll("mark.lit")) mark.classList.toggle("now", mark.dataset.place === place.key);
    const mark = texts.querySelector("mark.now");
    if (mark) scrollTo(mark);
    where.textContent = places.length > 1 ? `${place.siglum}, ${shown + 1} of ${places.length}` : place.siglum;
  }

  function show(element, keys, first) {
    dim();
    if (!keys.length) return;
    item = element; places = keys; shown = Math.max(0, keys.findIndex((p) => p.key === first));
    if (item) item.classList.add("on");
    document.body.classList.add("with-text");
    steps.hidden = false;
    const missing = keys.map((p) => textOf(p.siglum)).filter((text) => text.dataset.from);
    if (missing.length) {
      where.textContent = "…";
      Promise.all(missing.map(bring)).then(() => { if (places === keys) lightAll(); });
    } else lightAll();
  }

  function lightAll() {
    // Shorter places last, so that a place within another gets its own mark inside.
    for (const p of [...places].sort((a, b) => (b.end - b.start) - (a.end - a.start))) light(p);
    go(shown);
    // The sheet of a narrow screen must not hide what was chosen.
    if (item && getComputedStyle(texts).position === "fixed") item.scrollIntoView({ block: "nearest" });
  }

  function putAway() {
    dim();
    document.body.classList.remove("with-text");
  }

  // ----- ways in: a click, a key, a link

  const remember = (id) => { try { history.replaceState(null, "", "#" + id); } catch { /* a page in a frame may not */ } };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a"), at = event.target.closest("a[href^='#span-'], a[data-places]");
    const within = event.target.closest(".item");
    if (at) {
      event.preventDefault();
      const key = at.getAttribute("href").replace("#span-", ""), own = keysOf(at);
      const keys = own.length ? own : within ? keysOf(within) : [];
      const all = own.length || keys.some((p) => p.key === key) ? keys : [parse(key)].filter(Boolean);
      show(within || at, all, key);
      remember(within && !own.length ? within.id : "span-" + places[shown].key);
    } else if (within && !link && !event.target.closest("summary, button, form") && !String(getSelection())) {
      show(within, keysOf(within));
      remember(within.id);
    } else if (link && link.hash.startsWith("#text-")) {
      event.preventDefault();
      dim();
      document.body.classList.add("with-text");
      steps.hidden = false;
      scrollTo(document.getElementById(link.hash.slice(1)));
    }
  });

  const visible = (e) => e.offsetParent !== null;

  function step(direction) {
    const items = [...document.querySelectorAll(".item")].filter(visible);
    const here = document.activeElement.closest(".item");
    let next = items.indexOf(here) + direction;
    if (!here) next = items.findIndex((e) => e.getBoundingClientRect().top >= 0) + (direction < 0 ? -1 : 0);
    const target = items[Math.min(Math.max(next, 0), items.length - 1)];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const focused = document.activeElement.classList.contains("item") ? document.activeElement : null;
    const direction = { j: 1, k: -1, ...(focused ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
    if (direction) {
      event.preventDefault();
      step(direction);
    } else if (event.key === "Enter" && focused) {
      event.preventDefault();
      if (item === focused) go(shown + 1); else show(focused, keysOf(focused));
      remember(focused.id);
    } else if (event.key === "Escape") putAway();
  });

  document.getElementById("next").addEventListener("click", () => go(shown + 1));
  document.getElementById("previous").addEventListener("click", () => go(shown - 1));
  document.getElementById("close").addEventListener("click", putAway);

  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(id);
    const place = id.startsWith("span-") ? parse(id.slice(5)) : null;
    for (let d = target && target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    if (place) show(null, [place]);
    else if (target && target.classList.contains("item")) {
      show(target, keysOf(target));
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    } else if (!target && /^(fact|said|name|tie)-/.test(id)) lookFor(id);
  }
  addEventListener("hashchange", follow);
  follow();

  // ----- paper

  addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
})();
