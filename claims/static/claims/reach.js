// What the theme offers to a pointer alone is reached by keyboard too, and what it shows as a picture alone has a name.
// The names stand in the page, in its language: <template id="icons" data-close="…">.
(() => {
  "use strict";
  const POINTED = "[x-on\\:click]:not(a[href], button, input, select, textarea, summary, [tabindex])";
  const FOCUSED = "a[href], button:not([disabled]), input:not([type=hidden]), select, [role=button]";
  const OVERLAYS = "nav[x-show], #changelist-filter, #nav-sidebar";
  let opener = null;

  const seen = () => [...document.querySelectorAll(OVERLAYS)].filter((one) => one.checkVisibility());
  const names = () => document.getElementById("icons")?.dataset || {};

  // The theme shows and hides over several frames, and forgets what it is told in between.
  const painted = (then, frames = 4) => requestAnimationFrame(() => (frames ? painted(then, frames - 1) : then()));

  // A heading stays one: what it says becomes the button.
  function inside(heading) {
    const button = heading.querySelector(":scope > [role=button]") || document.createElement("span");
    if (button.isConnected) return button;
    button.className = "flex flex-row grow items-center";
    button.append(...heading.childNodes);
    heading.append(button);
    return button;
  }

  function mend() {
    for (const one of document.querySelectorAll(POINTED)) {
      if (!one.textContent.trim()) continue;  // the shade behind an overlay: Escape does the same
      const control = /^H\d$/.test(one.tagName) ? inside(one) : one;
      control.tabIndex = 0;
      control.setAttribute("role", "button");
    }
    for (const icon of document.querySelectorAll(".material-symbols-outlined:not([data-named])")) {
      icon.dataset.named = "";
      const control = icon.closest("a, button, [role=button]");
      const name = names()[icon.textContent.trim()];
      if (name && control && !control.title && control.textContent.trim() === icon.textContent.trim()) {
        control.setAttribute("aria-label", name);
      }
      if (icon !== control) icon.setAttribute("aria-hidden", "true");
    }
    // On a telephone a list's cells carry their column's name; the theme takes every first one for a tick box.
    const first = document.querySelector("#result_list thead th:first-child")?.textContent.trim();
    for (const cell of document.querySelectorAll("#result_list tbody td:first-child:not(:has([type=checkbox]))")) {
      if (first && cell.dataset.label !== first) cell.dataset.label = first;
    }
    for (const box of document.querySelectorAll(".select2-selection:not([data-named])")) {
      box.dataset.named = "";
      const label = box.closest(".select2-container").previousElementSibling?.labels?.[0]?.textContent.trim();
      if (!label) continue;
      for (const one of [box, box.querySelector("[role=textbox]")]) one?.setAttribute("aria-label", label);
      box.removeAttribute("aria-labelledby");
    }
    for (const icon of document.querySelectorAll(".datetimeshortcuts a:not([aria-label]) > [title]")) {
      icon.parentElement.setAttribute("aria-label", icon.title);
    }
    for (const button of document.querySelectorAll("h2 > [role=button]")) {
      button.setAttribute("aria-expanded", String(button.parentElement.nextElementSibling?.checkVisibility() ?? false));
    }
    if (!document.querySelector("main")) document.getElementById("content")?.setAttribute("role", "main");
    document.getElementById("header-inner")?.parentElement.parentElement.setAttribute("role", "banner");
  }

  // Past the menu, which every page begins with.
  function offerToSkip() {
    const content = document.getElementById("content");
    if (!content || !names().skip) return;
    content.tabIndex = -1;
    const link = document.createElement("a");
    link.className = "skip";
    link.href = "#content";
    link.textContent = names().skip;
    document.body.prepend(link);
  }

  document.addEventListener("keydown", (event) => {
    const one = event.target;
    if (event.key === "Escape") return leave();
    // As at the workbench: sends the form one is in.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return one.closest("form.panel")?.requestSubmit();
    if ((event.key !== "Enter" && event.key !== " ") || !one.matches("[role=button][tabindex='0']")) return;
    event.preventDefault();
    const before = seen();
    one.click();
    painted(() => {
      const fresh = seen().find((overlay) => !before.includes(overlay));
      if (fresh) opener = one;
      fresh?.querySelector(FOCUSED)?.focus();
      if (!one.checkVisibility()) (opener?.checkVisibility() ? opener : null)?.focus();  // the cross that closes the menu
    });
  });

  // An overlay that was opened by keyboard is left by Escape, and the keyboard stands again where it was opened.
  function leave() {
    const opened = opener;
    if (!opened) return;
    opener = null;
    painted(() => {
      const inside = seen().some((overlay) => overlay.contains(document.activeElement) && !overlay.contains(opened));
      if (inside) opened.click();
      opened.focus();
    });
  }

  // The page is veiled until the theme has started, and a veiled field takes no keyboard: the browser gave up by then.
  addEventListener("load", () => painted(() => {
    if (document.activeElement === document.body) document.querySelector("[autofocus]")?.focus();
  }));
  addEventListener("DOMContentLoaded", () => {
    mend();
    offerToSkip();
    new MutationObserver(() => requestAnimationFrame(mend)).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"],
    });
  });
})();
