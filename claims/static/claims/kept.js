// What was typed outlives what came between: a form that is sent is kept in this tab, and filled in again when the sign-in
// page or an error page was the answer. Passwords and files are not kept. On the page that refuses a form (`data-refused`) it is
// only noted that the form is to be filled in where it stood.
(() => {
  "use strict";
  const KEY = "typed";
  const isSignIn = (path) => path.endsWith("/login/");
  if (isSignIn(location.pathname)) return;
  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (document.currentScript.hasAttribute("data-refused")) {
    if (kept) sessionStorage.setItem(KEY, JSON.stringify({ ...kept, refused: true }));
    return;
  }

  const address = (form) => form.getAttribute("action") || "";  // a field may be named action

  function keep(form) {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      const places = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      if (typeof value !== "string" || places.some((one) => one.type === "password" || one.type === "hidden")) continue;
      (fields[name] ||= []).push(value);
    }
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ page: location.pathname, action: address(form), fields }));
    } catch {
      sessionStorage.removeItem(KEY);  // larger than a tab may keep
    }
  }

  function fill(form, fields) {
    for (const [name, values] of Object.entries(fields)) {
      const places = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      places.forEach((one, n) => {
        if (one.type === "radio" || one.type === "checkbox") one.checked = values.includes(one.value);
        else if (one.type !== "hidden" && one.type !== "file") one.value = values[Math.min(n, values.length - 1)];
        const folded = one.closest("details");
        if (folded) folded.open = true;
      });
    }
  }

  const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("method") !== "post") return;
    // Signing in anew, in another tab perhaps, changes the token that a form must carry.
    if (form.elements.csrfmiddlewaretoken && token()) form.elements.csrfmiddlewaretoken.value = token();
    keep(form);
  }, true);
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb === "post" && token()) event.detail.parameters.csrfmiddlewaretoken = token();
  });

  const came = performance.getEntriesByType("navigation")[0]?.type;
  const signedIn = document.referrer && isSignIn(new URL(document.referrer).pathname);
  if (!kept || kept.page !== location.pathname || !(signedIn || kept.refused || came === "back_forward")) return;
  addEventListener("DOMContentLoaded", () => {
    const form = [...document.querySelectorAll("form[method=post]")].find((one) => address(one) === kept.action);
    if (form) fill(form, kept.fields);
  });
})();
