"use strict";
// More sheets as they are needed, and files dropped anywhere on the page.
(() => {
  const form = document.getElementById("paste"), sheets = form.querySelector(".sheets");
  const another = document.getElementById("another"), files = form.querySelector("input[type=file]");
  const list = document.getElementById("dropped");

  another.hidden = false;
  another.addEventListener("click", () => {
    const sheet = sheets.lastElementChild.cloneNode(true);
    sheet.querySelector("span").textContent = "Another report";
    sheet.querySelector("textarea").value = "";
    sheets.append(sheet);
    sheet.querySelector("textarea").focus();
  });

  function tell() {
    list.replaceChildren(...[...files.files].map((f) => Object.assign(document.createElement("li"), { textContent: f.name })));
  }
  files.addEventListener("change", tell);

  const brings = (event) => [...event.dataTransfer.types].includes("Files");
  addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.add("over-page");
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over-page"); });
  addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.remove("over-page");
    const all = new DataTransfer();
    for (const f of [...files.files, ...event.dataTransfer.files]) all.items.add(f);
    files.files = all.files;
    tell();
  });
})();
