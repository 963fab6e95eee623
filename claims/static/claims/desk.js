// The workbench: text and list find each other, keys, filters. selecting.js marks words; all else is plain forms and htmx.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const list = document.querySelector("ol.list");
  const desk = document.querySelector("main.desk");
  const said = document.getElementById("said");
  const keys = document.getElementById("keys");
  const paged = list.hasAttribute("data-paged");  // a long list: rows are missing, filters and counts are the server's
  let current = null;
  let verdictAwaited = false;

  const itemOf = (id) => document.getElementById(`claim-${id}`);
  const marksOf = (id) => text.querySelectorAll(`mark[data-claim="${id}"]`);
  const shown = () => [...list.querySelectorAll("li.claim")].filter((item) => !item.hidden);
  const isTyping = (node) => node.closest("input:not([type=radio]):not([type=checkbox]), textarea, select") !== null;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  // --- choosing a claim

  // A card that is taller than what can be seen begins at its head.
  function bring(item) {
    const room = getComputedStyle(list.parentElement).overflowY === "auto" ? list.parentElement.clientHeight : innerHeight;
    item.scrollIntoView({ block: item.offsetHeight > room * 0.8 ? "start" : "nearest", behavior: calm });
  }

  function choose(id, { inText = true, inList = true } = {}) {
    for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
    current = String(id);
    const item = itemOf(current);
    if (!item) return;
    item.classList.add("chosen");
    for (const mark of marksOf(current)) mark.classList.add("chosen");
    if (inList) bring(item);
    if (inText) marksOf(current)[0]?.scrollIntoView({ block: "center", behavior: calm });
    const all = shown();
    said.classList.remove("loud");
    said.textContent = `${all.indexOf(item) + 1}/${all.length}: ${item.querySelector(".summary").dataset.says}`;
  }

  function step(by) {
    const all = shown();
    if (!all.length) return;
    const here = current === null ? null : itemOf(current);
    // The chosen claim may have left the list (discarded, ruled under "unruled"): its neighbour is next, not the first.
    const before = here ? all.filter((item) => item.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) : [];
    const after = here ? all.filter((item) => item.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING) : all;
    const turned = here && !(by > 0 ? after : before).length && document.querySelector(`.pager a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (turned) {
      sessionStorage.setItem("turned", by);  // the step goes on where the next page begins, or the last one ends
      return turned.click();
    }
    const next = by > 0 ? after[0] || all.at(-1) : before.at(-1) || (here ? all[0] : all.at(-1));
    pane("claims");
    choose(next.dataset.claim);
    next.querySelector(".head").focus({ preventScroll: true });
  }

  // --- opening and closing cards

  let wanted = null;  // the card that was asked for, and what to do once it has come
  let afterwards = null;

  function open(id, then = null) {
    const item = itemOf(id);
    if (!item) return;
    choose(id, { inText: false });
    for (const other of list.querySelectorAll("li.open")) if (other !== item) close(other);
    if (item.classList.contains("open")) {
      wanted = null;
      if (then) then(item);
      return;
    }
    const asked = wanted === current;
    wanted = current;
    afterwards = then;
    if (!asked) htmx.trigger(item.querySelector(".head"), "unfold");
  }

  function close(item) {
    const held = item.querySelector(".card").contains(document.activeElement);
    if (held) item.querySelector(".head").focus({ preventScroll: true });
    item.classList.remove("open");
    item.querySelector(".card").replaceChildren();
    item.querySelector(".head").setAttribute("aria-expanded", "false");
  }

  function toggle(id) {
    const item = itemOf(id);
    if (item.classList.contains("open")) close(item);
    else if (wanted === id) wanted = null;  // on its way, and no longer wanted
    else open(id);
  }

  function into(verb, field) {
    if (current === null) step(1);
    if (current === null) return;
    pane("claims");
    open(current, (item) => {
      const place = item.querySelector(`[data-verb="${verb}"]`);
      if (!place) {
        item.querySelector(".head").focus({ preventScroll: true });
        return tell(desk.dataset.notnow);
      }
      if (place.tagName === "DETAILS") place.open = true;
      const target = place.querySelector(field || "input:not([type=hidden]), textarea, select, button");
      target?.focus();
      place.scrollIntoView({ block: "nearest", behavior: calm });
    });
  }

  function verdict(name) {
    open(current, (item) => {
      const radio = item.querySelector(`.rule input[value="${name}"]`);
      if (!radio) return;
      radio.checked = true;
      const reason = item.querySelector(".rule textarea");
      reason.focus();
      reason.scrollIntoView({ block: "nearest" });
    });
  }

  // --- what the server sends

  function settle(item) {
    for (const mark of marksOf(item.dataset.claim)) {
      mark.dataset.state = item.dataset.state;
      if (mark.id) {
        mark.title = item.querySelector(".summary").dataset.says;
        mark.tabIndex = item.dataset.state === "discarded" ? -1 : 0;
      }
    }
    filter(list.dataset.show);
  }

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const item = event.detail.elt.closest?.("li.claim") || event.detail.target?.closest?.("li.claim");
    const fresh = item && itemOf(item.dataset.claim);
    if (!fresh) return;
    const here = document.activeElement;
    const isOurs = !here || here === document.body || fresh.contains(here);
    settle(fresh);
    if (fresh.dataset.claim === current) fresh.classList.add("chosen");
    const asked = event.detail.requestConfig;
    if (asked?.verb === "post") {
      if (event.detail.elt === fresh) answered(fresh, event.detail.xhr.status, isOurs);
      return;
    }
    if (asked?.triggeringEvent?.type !== "unfold") return;
    if (fresh.dataset.claim !== wanted) return close(fresh);  // another was asked for meanwhile, or none
    wanted = null;
    const then = afterwards;
    afterwards = null;
    if (fresh.dataset.claim !== current) return;  // who asked for it has gone on
    if (then) then(fresh);
    else bring(fresh);
  });

  // After an act: the keyboard goes to what is wrong, stays with what was typed, or goes on from the claim's line. Who has
  // gone elsewhere meanwhile is left there.
  function answered(fresh, status, isOurs) {
    const wrong = fresh.querySelector(".errorlist");
    const field = wrong?.closest("label, form")?.querySelector("input:not([type=hidden]), textarea, select");
    const kept = status === 409 && fresh.querySelector(".card").contains(document.activeElement);
    const told = fresh.querySelector(".notice, .trouble, .errorlist");
    const sentence = told?.textContent.trim() || "";
    // Refused, and its line left the list: the words that were typed stand in its card.
    if (fresh.hidden && fresh.querySelector(".trouble[role=alert]")) filter(fresh.dataset.shows.split(" ")[0]);
    if (fresh.hidden) {  // its line left the list, and the notice with it
      if (isOurs) moveOn(fresh);
      return tell(sentence, "done");
    }
    if (isOurs && !kept) (field || fresh.querySelector(".head")).focus({ preventScroll: true });
    if (isOurs) told?.scrollIntoView({ block: "nearest", behavior: calm });
    said.textContent = sentence;
  }

  function moveOn(from) {
    const all = shown();
    const next = all.find((item) => from.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) || all.at(-1);
    if (next) choose(next.dataset.claim);
    (next?.querySelector(".head") || document.querySelector(".filters a[aria-current]")).focus({ preventScroll: true });
  }

  // The line of a claim comes along when its source was read: what is typed stays, the version it is sent with moves on.
  document.body.addEventListener("htmx:oobAfterSwap", (event) => {
    const line = event.target;
    const item = line.closest?.("li.claim");
    if (!item || !line.matches(".summary")) return;
    for (const version of item.querySelectorAll("input[name=row_version]")) version.value = line.dataset.version;
    if (line.dataset.state) {
      item.dataset.state = line.dataset.state;
      item.dataset.shows = line.dataset.shows;
    }
    settle(item);
  });

  document.body.addEventListener("htmx:sendError", (event) => {
    unwanted(event);
    tell(desk.dataset.offline);
  });
  const signedOut = document.getElementById("signedout");
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.xhr.status !== 401) signedOut.hidden = true;
  });
  document.body.addEventListener("htmx:responseError", (event) => {
    unwanted(event);
    if (event.detail.xhr.status === 401) signedOut.hidden = false;
    else if (event.detail.xhr.getResponseHeader("Form-Expired")) tell(desk.dataset.expired);
    else tell(event.detail.xhr.status === 403 ? desk.dataset.forbidden : desk.dataset.broken);
  });

  function unwanted(event) {
    if (event.detail.requestConfig?.triggeringEvent?.type === "unfold") wanted = afterwards = null;
  }

  function tell(sentence, tone = "trouble") {
    said.textContent = sentence;
    said.dataset.tone = tone;
    said.classList.add("loud");
    setTimeout(() => said.classList.remove("loud"), 6000);
  }

  // When the text was read anew the page is asked for anew, but not under somebody's hands.
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.elt.id !== "job" || !event.detail.xhr.getResponseHeader("HX-Redirect")) return;
    event.preventDefault();
    if (isWritten()) {
      event.detail.elt.querySelector("span").textContent = desk.dataset.read;
      event.detail.elt.querySelector("progress")?.remove();
      return;
    }
    if (current) history.replaceState(null, "", `?claim=${current}#claim-${current}`);
    location.reload();
  });

  function isWritten() {
    return [...desk.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
      field.matches("select") ? [...field.options].some((one) => one.selected !== one.defaultSelected) && field.selectedIndex > 0
      : field.matches("[type=radio], [type=checkbox]") ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
    );
  }

  // --- pointing

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claim]");
    if (!mark || !getSelection().isCollapsed || mark.dataset.state === "discarded") return;
    if (!itemOf(mark.dataset.claim)) return turnTo(mark.dataset.claim);
    reveal(mark.dataset.claim);
    pane("claims");
    open(mark.dataset.claim);
    itemOf(mark.dataset.claim)?.querySelector(".head").focus({ preventScroll: true });
  });

  list.addEventListener("click", (event) => {
    const head = event.target.closest("a.head");
    const finds = event.target.closest("a[data-finds]");
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (head) {
      event.preventDefault();
      const id = head.closest("li.claim").dataset.claim;
      choose(id, { inList: false });
      toggle(id);
    } else if (finds) {
      event.preventDefault();
      pane("text");
      choose(finds.dataset.finds, { inList: false });
      marksOf(finds.dataset.finds)[0]?.focus({ preventScroll: true });
    }
  });

  // --- filters and panes

  function turnTo(id) {
    location.assign(`?claim=${id}#claim-${id}`);
  }

  function filter(name) {
    if (paged) return;
    const held = document.activeElement?.closest("li.claim");
    list.dataset.show = name;
    for (const item of list.querySelectorAll("li.claim")) item.hidden = !item.dataset.shows.split(" ").includes(name);
    for (const link of document.querySelectorAll(".filters a")) {
      const here = link.dataset.show;
      if (here === name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      link.querySelector("b").textContent = [...list.querySelectorAll("li.claim")].filter((item) =>
        item.dataset.shows.split(" ").includes(here),
      ).length;
    }
    if (held?.hidden) document.querySelector(".filters a[aria-current]").focus({ preventScroll: true });
    sight();
  }

  // On a phone the filters are one row that scrolls: the chosen one belongs in sight.
  function sight() {
    const link = document.querySelector(".filters a[aria-current]");
    const row = link.parentElement;
    const beside = link.offsetLeft < row.scrollLeft || link.offsetLeft + link.offsetWidth > row.scrollLeft + row.clientWidth;
    if (beside) row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  }

  function reveal(id) {
    if (itemOf(id)?.hidden) filter("all");
  }

  function pane(name) {
    desk.dataset.pane = name;
    for (const button of document.querySelectorAll(".panes button")) {
      button.setAttribute("aria-pressed", String(button.dataset.pane === name));
    }
    sight();
  }

  document.addEventListener("desk:pane", (event) => pane(event.detail));
  for (const link of document.querySelectorAll(".filters a")) {
    link.addEventListener("click", (event) => {
      if (paged) return;
      event.preventDefault();
      filter(link.dataset.show);
    });
  }
  for (const button of document.querySelectorAll(".panes button")) {
    button.addEventListener("click", () => {
      pane(button.dataset.pane);
      if (button.dataset.pane === "text" && current) marksOf(current)[0]?.scrollIntoView({ block: "center" });
    });
  }
  list.addEventListener("click", (event) => {
    const pin = event.target.closest("button[data-pin]");
    if (!pin) return;
    const form = pin.closest("form");
    const place = form.querySelector("[name=locator]");
    place.closest("details").open = true;
    place.value = pin.dataset.pin;
    place.dispatchEvent(new Event("change", { bubbles: true })); // the page is read by it
    form.querySelector("button.try").focus();
  });
  // A page that was read already is looked at again, so that the right one of its figures can be pinned.
  list.addEventListener("click", (event) => {
    const look = event.target.closest("button[data-look]");
    if (!look) return;
    const form = look.closest("li.claim").querySelector("form.attach");
    form.querySelector("[name=url]").value = look.dataset.look;
    form.querySelector("[name=stance]").value = look.dataset.stance;
    form.querySelector("[name=locator]").value = look.dataset.locator;
    form.querySelector("button.try").click();
    form.querySelector("button.try").focus();
    form.scrollIntoView({ block: "nearest", behavior: calm });
  });
  for (const button of document.querySelectorAll("[data-opens]")) {
    button.hidden = false;
    button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
  }

  // --- keys

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    a: () => into("attach", "input[name=url]"),
    c: () => into("correct"),
    d: () => into(itemOf(current)?.dataset.state === "discarded" ? "restore" : "discard"),
    r: () => into(itemOf(current)?.querySelector(".chip.released") ? "withdraw" : "release"),
    g: () => into("assign"),
    h: () => into("history", "summary"),
    n: () => open(current, (item) => {
      const seen = item.querySelector(".alarm.open button");
      if (seen) seen.click();
      else tell(desk.dataset.notnow);
    }),
    s: () => document.dispatchEvent(new Event("desk:mark")),
    "?": () => keys.showModal(),
    v: () => {
      verdictAwaited = true;
      into("rule", "input[name=verdict]");
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest("form")?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "Escape") return escape(event);
    if (isTyping(event.target)) return;
    if (verdictAwaited) {
      verdictAwaited = false;
      const wanted = keys.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (wanted) {
        event.preventDefault();
        verdict(wanted.dataset.verdict);
        return;
      }
    }
    if (event.key in KEYS) {
      event.preventDefault();
      KEYS[event.key]();
    } else if (/^[1-7]$/.test(event.key)) {
      event.preventDefault();
      document.querySelectorAll(".filters a")[Number(event.key) - 1]?.click();
    } else if (event.key === "Enter" && event.target.matches("mark[data-claim]")) {
      event.preventDefault();
      event.target.click();
    }
  });

  function escape(event) {
    verdictAwaited = false;
    if (isTyping(event.target)) {
      event.target.blur();
      (event.target.closest("li.claim")?.querySelector(".head") || document.body).focus();
      return;
    }
    const opened = list.querySelector("li.open");
    if (!opened) return;
    close(opened);
    opened.querySelector(".head").focus({ preventScroll: true });
  }

  // --- the state the page came with

  filter(list.dataset.show);
  const opened = list.querySelector("li.open");
  const linked = /^#claim-([0-9]+)$/.exec(location.hash)?.[1];
  if (opened) {
    choose(opened.dataset.claim);
    pane("claims");
    if (linked) arrived(() => itemOf(linked)?.querySelector(".head").focus({ preventScroll: true }));
  } else if (linked && paged && !itemOf(linked)) {
    location.replace(`?claim=${linked}#claim-${linked}`);
  } else if (paged && location.hash === "#list") {
    pane("claims");
    const by = Number(sessionStorage.getItem("turned"));
    if (by) arrived(() => step(by));
  }
  sessionStorage.removeItem("turned");
  const refused = document.querySelector("#marker .errorlist");
  if (refused) {
    pane("text");
    const field = refused.closest("label, #marker").querySelector("input:not([type=hidden]), textarea, select");
    arrived(() => field.focus());
  }

  // Not at once: arriving at a place of the page takes the keyboard from wherever it is.
  function arrived(then) {
    addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
      if (document.activeElement.matches("body, #list")) then();
    })));
  }
})();
