// Runs before the first paint, so that a dark page never flashes white.
// An external file, because the content security policy allows no inline script.
// The same key and values as src/ui/color-scheme.ts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("trajectory-color-scheme");
  } catch (error) {
    // Storage is switched off: follow the system.
  }
  var dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
