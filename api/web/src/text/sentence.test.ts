import { expect, test } from "vitest";

import { sentence } from "./sentence";

test.each([
  ["there is no such task", "There is no such task."],
  ["Is it?", "Is it?"],
  ["  ", ""],
  ["über alles", "Über alles."],
])("%j", (remark, said) => {
  expect(sentence(remark)).toBe(said);
});
