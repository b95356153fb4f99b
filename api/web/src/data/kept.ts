/** Small choices kept in the browser: options, theme, thoughts not yet sent. */

import { useCallback, useState } from "react";

export function read<Value>(name: string, otherwise: Value): Value {
  try {
    const text = localStorage.getItem(`tulku.${name}`);
    return text === null ? otherwise : (JSON.parse(text) as Value);
  } catch {
    return otherwise;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`tulku.${name}`, JSON.stringify(value));
  } catch {
    // Storage may be blocked or full: the choice then holds until the page is closed.
  }
}

/** Like `useState`, and still there after a reload. */
export function useKept<Value>(name: string, otherwise: Value): [Value, (value: Value) => void] {
  const [value, set] = useState(() => read(name, otherwise));
  const change = useCallback(
    (next: Value) => {
      set(next);
      keep(name, next);
    },
    [name],
  );
  return [value, change];
}
