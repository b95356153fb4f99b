import { expect, test } from "vitest";

import { highlight, indentation } from "./highlight";

const CODE = 'from manim import *\n\n\nclass A(Scene):\n    x = "a\\n"  # why\n';

test.each([CODE, "", "\n", "def (:\n  broken", "x = 'ünï 𝜋'\r\n"])("the pieces are the code again", (code) => {
  const lines = highlight(code).map((line) => line.map((piece) => piece.text).join(""));
  expect(lines.join("\n")).toBe(code);
});

test("words are told apart", () => {
  const kinds = new Map(highlight(CODE).flatMap((line) => line.map(({ text, kind }) => [text, kind])));
  expect(kinds.get("class")).toContain("tok-keyword");
  expect(kinds.get('"a')).toContain("tok-string");
  expect(kinds.get("# why")).toContain("tok-comment");
});

test.each([
  ["", ""],
  ["    x = 1", "    "],
  ["def f():", "    "],
  ["class A:\n    def f():", "        "],
  ["if x:  ", "    "],
])("a new line after %j", (before, indent) => {
  expect(indentation(before)).toBe(indent);
});
