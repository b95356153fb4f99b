import { expect, test } from "vitest";

import { split } from "./split";

const kinds = (text: string) => split(text).map((bit) => `${bit.kind}:${bit.text}`);

test.each([
  ["plain words", ["words:plain words"]],
  ["the root of $x^2$ is", ["words:the root of ", "inline:x^2", "words: is"]],
  ["$$\\sum_i x_i$$", ["display:\\sum_i x_i"]],
  ["\\(a\\) and \\[b\\]", ["inline:a", "words: and ", "display:b"]],
  ["it costs $5 and $6", ["words:it costs $5 and $6"]],
  ["from $5 to $x$", ["words:from $5 to ", "inline:x"]],
  ["", []],
])("%s", (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("nothing is lost between the pieces", () => {
  const text = "a $b$ c \\(d\\) e $";
  const written = split(text).map((bit) => bit.text);
  expect(written.join("")).toBe("a b c d e $");
});
