
"use strict";
// The records are in the page's list already; this only shows the one that is pointed at.
for (const reading of document.querySelectorAll(".reading")) {
  const card = reading.querySelector(".card");
  const record = card.querySelector(".record");
  let pinned = null;
  let shown = null;

  const pieces = (key) => reading.querySelectorAll(`[data-s~="${key}"], [data-e="${key}"]`);
  const keysOf = (element) => element.dataset.e ? [element.dataset.e] : element.dataset.s.split(" ");
  const marked = (event) => event.target.closest("[data-s], [data-e]");

  function hide() {
    if (shown) for (const piece of pieces(shown)) piece.classList.remove("on");
    shown = null;
    card.hidden = true;
  }

  // Light up a statement; what was pointed at in the article also gets its card, an entry of the list opens in place.
  function show(key, element) {
    if (key === shown && card.hidden === Boolean(element.dataset.e)) return;
    hide();
    shown = key;
    for (const piece of pieces(key)) piece.classList.add("on");
    if (element.dataset.s) fill(reading.querySelector(`[data-e="${key}"]`));
  }

  function fill(entry) {
    const told = [...entry.querySelector("summary").childNodes, entry.querySelector("dl")];
    record.replaceChildren(...told.map((node) => node.cloneNode(true)));
    record.querySelector("dl").removeAttribute("id");
    card.className = `card ${[...entry.closest(".group").classList].find((name) => name.startsWith("t"))}`;
    card.hidden = false;
  }

  function pin(key, element) {
    show(key, element);
    pinned = key;
    card.classList.add("pinned");
  }

  function release() {
    pinned = null;
    hide();
  }

  // Where statements lie one inside another, the innermost comes first and each press goes one further out.
  function choose(element) {
    const keys = keysOf(element);
    pin(keys[(keys.indexOf(pinned) + 1) % keys.length], element);
    uncover(element);
  }

  // On a phone the card lies over the foot of the window; what was tapped must stay in sight.
  function uncover(element) {
    if (card.hidden || getComputedStyle(card).position !== "fixed") return;
    const hidden = element.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden + 24 });
  }

  reading.addEventListener("mouseover", (event) => {
    const element = marked(event);
    if (element && !pinned) show(keysOf(element)[0], element);
  });
  reading.addEventListener("mouseleave", () => { if (!pinned) hide(); });
  reading.addEventListener("focusin", (event) => {
    const element = marked(event);
    if (element && !pinned) show(keysOf(element)[0], element);
  });
  reading.addEventListener("click", (event) => {
    if (event.target.closest(".close")) return release();
    const element = marked(event);
    if (element) choose(element);
    else if (!event.target.closest(".card")) release();
  });
  reading.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
    const element = event.target.closest("[data-s][tabindex]");
    if (!element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    choose(element);
  });
}
// Paper has no pointer: every record is opened for it.
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("details")) details.open = true; });
