import { useSyncExternalStore } from "react";

import { Icon } from "./icon";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(tell: () => void): () => void {
  const system = matchMedia(DARK);
  const seen = new MutationObserver(tell);
  system.addEventListener("change", tell);
  seen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", tell);
    seen.disconnect();
  };
}

const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia(DARK).matches ? "dark" : "light")) === "dark";

/** Follows the system until it is pressed; the choice is read back by `public/theme.js`. */
export function ThemeSwitch() {
  const dark = useSyncExternalStore(subscribe, isDark);
  const change = () => {
    const next = dark ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("tulku.theme", next);
    } catch {
      // Holds until the page is closed.
    }
  };
  return (
    <button
      type="button"
      className="quiet icon-only"
      aria-label={dark ? "Light colours" : "Dark colours"}
      onClick={change}
    >
      <Icon name={dark ? "sun" : "moon"} />
    </button>
  );
}
