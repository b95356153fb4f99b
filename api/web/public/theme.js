// Runs before the first paint, as a file of its own because the page's content policy allows no inline script.
try {
  const chosen = localStorage.getItem("tulku.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be blocked; the system's choice holds then.
}
