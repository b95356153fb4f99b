/** Addresses of the page, kept behind `#` so that any file server can serve it. */

import { useSyncExternalStore } from "react";

export type Route =
  | { name: "new" }
  | { name: "conversation"; id: string }
  | { name: "task"; id: string }
  | { name: "guide" }
  | { name: "code" };

export const routes = {
  new: "#/",
  guide: "#/guide",
  code: "#/code",
  conversation: (id: string) => `#/c/${encodeURIComponent(id)}`,
  task: (id: string) => `#/t/${encodeURIComponent(id)}`,
};

/** What an address means; whatever is not known leads to the start. */
export function parseRoute(hash: string): Route {
  const [first = "", second = ""] = hash.replace(/^#\/?/, "").split("/");
  if (first === "guide" || first === "code") return { name: first };
  if (first === "c" && second) return { name: "conversation", id: decodeURIComponent(second) };
  if (first === "t" && second) return { name: "task", id: decodeURIComponent(second) };
  return { name: "new" };
}

export function go(address: string): void {
  location.hash = address;
}

function subscribe(tell: () => void): () => void {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}
