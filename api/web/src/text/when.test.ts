import { expect, test } from "vitest";

import { ago, seconds } from "./when";

const NOW = new Date(2026, 10, 27, 0, 30);

test.each([
  [new Date(2026, 10, 27, 0, 1), "Today"],
  [new Date(2026, 10, 26, 23, 59), "Yesterday"],
  [new Date(2026, 10, 22, 12, 0), "This week"],
  [new Date(2026, 9, 2, 12, 0), "October 2026"],
  [new Date(2026, 10, 28, 12, 0), "Today"], // a clock that is ahead
])("%s is %s", (when, name) => {
  expect(ago(when.toISOString(), NOW)).toBe(name);
});

test.each([
  [3.25, "3.3 s"],
  [4, "4 s"],
  [12.4, "12 s"],
  [59.7, "1 min"],
  [80, "1 min 20 s"],
])("%d seconds", (value, said) => {
  expect(seconds(value)).toBe(said);
});
