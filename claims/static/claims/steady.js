// A part of the page that is asked for anew by itself takes nothing from who reads it: the keyboard stays where it was, and a
// part that can no longer be asked for says so. `data-still` on the part names the sentence's element.
(() => {
  "use strict";
  const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  let left = null;

  const signs = (one) => [one.getAttribute("href"), one.getAttribute("name"), one.textContent.trim()].join("\n");

  // What comes along beside the part that was asked for is swapped after it, and takes no more.
  for (const name of ["htmx:beforeSwap", "htmx:oobBeforeSwap"]) {
    document.addEventListener(name, (event) => {
      const part = event.detail.target;
      const here = document.activeElement;
      if (name === "htmx:beforeSwap") left = null;
      if (!event.detail.shouldSwap || !part.id || here === part || !part.contains(here)) return;
      left = { id: here.id, part: part.id, signs: signs(here), at: [...part.querySelectorAll(REACHED)].indexOf(here) };
    });
  }

  document.addEventListener("htmx:afterSettle", () => {
    const was = left;
    left = null;
    if (!was || (document.activeElement && document.activeElement !== document.body)) return;
    const part = document.getElementById(was.part);
    if (!part) return;
    const reached = [...part.querySelectorAll(REACHED)];
    const same = (was.id && document.getElementById(was.id)) || reached.find((one) => signs(one) === was.signs);
    const next = same || reached[Math.min(was.at, reached.length - 1)] || part;
    if (next === part) part.tabIndex = -1;
    next.focus({ preventScroll: true });
  });

  const still = (event) => document.getElementById(event.detail.elt.dataset?.still);
  for (const name of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(name, (event) => still(event)?.removeAttribute("hidden"));
  }
  document.addEventListener("htmx:beforeSwap", (event) => {
    const sentence = event.detail.shouldSwap && still(event);
    if (sentence) sentence.hidden = true;
  });
})();
