// Words that the engine missed: selected in the text, or typed as they stand, they become a claim. Offsets are code points from
// the start of the text.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const marker = document.getElementById("marker");
  const form = marker.querySelector("form");
  const flag = document.getElementById("flag");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const words = range.toString();
    const kept = words.trim();
    if (!kept) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = count(before.toString()) + count(words.slice(0, words.indexOf(kept)));
    return { start, end: start + count(kept), words: kept, box: range.getBoundingClientRect() };
  }

  function count(words) {
    let points = 0;
    for (const _ of words) points += 1;
    return points;
  }

  function markSelection() {
    const chosen = selected();
    if (chosen) {
      form.elements.start.value = chosen.start;
      form.elements.end.value = chosen.end;
      form.elements.words.value = chosen.words;
      getSelection().removeAllRanges();
    }
    flag.hidden = true;
    document.dispatchEvent(new CustomEvent("desk:pane", { detail: "text" }));
    marker.open = true;
    marker.scrollIntoView({ block: "nearest", behavior: calm });
    const first = chosen ? form.querySelector("input[name=kind]:checked") : form.elements.words;
    first.focus({ preventScroll: true });
  }

  document.addEventListener("selectionchange", () => {
    const chosen = selected();
    flag.hidden = !chosen;
    if (!chosen) return;
    flag.style.left = `${Math.max(8, Math.min(innerWidth - 200, chosen.box.left))}px`;
    flag.style.top = `${Math.min(innerHeight - 110, chosen.box.bottom + 6)}px`;
  });

  // Pressing must not take the selection away before the click is heard.
  flag.addEventListener("mousedown", (event) => event.preventDefault());
  flag.addEventListener("click", markSelection);
  document.addEventListener("desk:mark", markSelection);

  // Words that were typed over are looked for in the text.
  form.elements.words.addEventListener("input", () => {
    form.elements.start.value = "";
    form.elements.end.value = "";
  });
})();
