"use strict";
// What keeps a page of the desk alive: news as they come, the reader's last visit, forms in a dialog, moments in the reader's own clock.
(() => {
  const { live, story } = document.body.dataset;
  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };
  const fetched = async (address) => {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const kept = {
    get: (key) => { try { return JSON.parse(localStorage.getItem("rashomon-" + key)); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem("rashomon-" + key, JSON.stringify(value)); } catch { /* not kept, then */ } },
  };

  // ----- moments as the reader's clock has them

  const says = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
  function localTimes(within) {
    for (const t of within.querySelectorAll("time[datetime*='T']")) t.textContent = says.format(new Date(t.dateTime)).replace(" at ", ", ");
  }
  localTimes(document);

  // ----- the last visit: an hour without a visit ends one

  const HOUR = 3600e3;
  function lastVisit(key) {
    const before = kept.get("visit-" + key), now = Date.now();
    const from = before && now - before.at < HOUR ? before.from : before && new Date(before.at).toISOString();
    kept.set("visit-" + key, { at: now, from: from || null });
    return from;
  }

  async function newSince(moment) {
    const page = await fetched(`?since=${encodeURIComponent(moment)}`);
    const found = page.getElementById("news"), here = document.getElementById("news");
    if (!found.querySelector(".item")) return;
    found.querySelector(".lead").firstChild.data = "Since your last visit, ";
    localTimes(found);
    here.replaceChildren(...found.childNodes);
  }

  if (live === "story" && !new URLSearchParams(location.search).has("since")) {
    const from = lastVisit(story);
    if (from && from <= document.body.dataset.now) newSince(from).catch(() => { /* the page is whole without it */ });
  }
  if (live === "stories") {
    const from = lastVisit("stories");
    for (const line of document.querySelectorAll("[data-story]")) {
      if (from && line.querySelector("time").dateTime > from) line.classList.add("fresh");
    }
  }

  // ----- news as they come

  const notice = document.getElementById("live");
  function tell(...children) {
    notice.replaceChildren(...children);
    notice.hidden = false;
  }

  async function grown() {
    const page = await fetched(location.pathname);
    const sum = page.querySelector(".sum");
    tell("This story has changed. ", sum ? sum.textContent + " " : "", element("a", { className: "at", href: location.pathname, textContent: "Show it" }));
  }

  async function listed() {
    const page = await fetched(location.href);
    const known = new Set([...document.querySelectorAll("[data-story] time")].map((t) => t.closest("li").dataset.story + t.dateTime));
    localTimes(page);
    for (const line of page.querySelectorAll("[data-story]")) {
      if (!known.has(line.dataset.story + line.querySelector("time").dateTime)) line.classList.add("fresh");
    }
    document.querySelector(".shelf").replaceWith(page.querySelector(".shelf"));
  }

  if (live && live !== "still" && window.EventSource) {
    const events = new EventSource("/api/v1/events");
    const quietly = (work) => work().catch(() => { /* the next event tries again */ });
    if (live === "story") events.addEventListener("story", (e) => { if (JSON.parse(e.data).id === story) quietly(grown); });
    if (live === "stories") events.addEventListener("corpus", () => quietly(listed));
    if (live === "waiting") events.addEventListener("job", (e) => { if (JSON.parse(e.data).state === "done") location.reload(); });
    if (live === "job") events.addEventListener("job", (e) => { if (JSON.parse(e.data).id === document.body.dataset.job) quietly(worked); });
    addEventListener("pagehide", () => events.close());
  }
  if (live === "waiting") setInterval(() => location.reload(), 5000);

  // ----- a job under way: its page is asked for anew, and what has changed is put in place

  async function worked() {
    const page = await fetched(location.href);
    localTimes(page);
    document.getElementById("job").replaceWith(page.getElementById("job"));
    if (page.body.dataset.live === "still") document.body.dataset.live = "still";
  }
  if (live === "job") {
    const again = setInterval(() => {
      if (document.body.dataset.live === "still") clearInterval(again);
      else worked().catch(() => { /* later */ });
    }, 3000);
  }

  // ----- an address for any words that are selected in the texts: code points from where to where

  const points = (text) => [...text].length;
  function placeOf(node, offset) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#texts p[data-at]");
    if (!line) return null;
    let at = +line.dataset.at;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const counts = !text.parentElement.closest(".ref");
      if (text === node) return { siglum: line.closest("article").dataset.siglum, at: at + (counts ? points(text.data.slice(0, offset)) : 0) };
      if (counts) at += points(text.data);
    }
    return null;
  }
  const reader = document.querySelector("#texts .reader");
  if (reader) {
    const link = element("a", { className: "at", hidden: true, textContent: "Link to these words" });
    reader.insertBefore(link, reader.querySelector("#where"));
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const from = range && placeOf(range.startContainer, range.startOffset);
      const to = range && placeOf(range.endContainer, range.endOffset);
      link.hidden = !(from && to && from.siglum === to.siglum && from.at < to.at);
      if (!link.hidden) link.href = `#span-${from.siglum}-${from.at}-${to.at}`;
    });
  }

  // ----- a form of another page, in a dialog over this one

  async function ask(link) {
    const page = await fetched(link.href);
    const close = element("button", { type: "button", className: "close", textContent: "×", ariaLabel: "Close" });
    const dialog = element("dialog", { className: "over" }, close, ...page.getElementById("content").childNodes);
    dialog.setAttribute("aria-label", page.title);
    dialog.querySelector(".back")?.remove();
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    ask(link).catch(() => { location.href = link.href; });
  });
})();
