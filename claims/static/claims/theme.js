// Light or dark as chosen in the admin, before the first paint; "auto" follows the machine.
(() => {
  "use strict";
  const KEY = "_x_adminTheme";
  const wish = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || "auto";
    } catch {
      return "auto";
    }
  };
  const night = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => wish() === "dark" || (wish() === "auto" && night.matches);
  const paint = () => document.documentElement.classList.toggle("dark", isDark());
  night.addEventListener("change", paint);
  paint();
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        try {
          localStorage.setItem(KEY, JSON.stringify(isDark() ? "light" : "dark"));
        } catch {
          // A browser that keeps nothing shows the machine's own choice.
        }
        paint();
      });
    }
  });
})();
