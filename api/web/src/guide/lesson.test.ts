import { expect, test } from "vitest";

import { NOTHING, optionsOf, wishOf } from "./lesson";

test("a lesson becomes a wish in plain words", () => {
  const lesson = { ...NOTHING, topic: "The chain rule.", level: "university", length: "long" } as const;
  expect(wishOf(lesson)).toBe("The chain rule, for first-year students, step by step, with an example and a summary");
});

test("a known topic is asked for in its own words", () => {
  expect(wishOf({ ...NOTHING, topic: "Chain rule", prompt: "explain the chain rule" })).toMatch(
    /^explain the chain rule,/,
  );
});

test("a preview is a draft, as deep as the level", () => {
  expect(optionsOf({ ...NOTHING, level: "advanced" })).toEqual({ quality: "low", complexity: "high" });
});
