import { expect, test } from "vitest";

import { asked, inWords, USUAL } from "./options";

test("the usual needs no words", () => {
  expect(inWords(USUAL)).toBe("");
});

test("what differs is named", () => {
  const options = { ...USUAL.options, quality: "high", style: "midnight" } as const;
  expect(inWords({ options, project: "Physics / Waves" })).toBe("Fine · Midnight · Physics / Waves");
});

test("what was emptied is not sent", () => {
  const sent = asked({ options: { quality: "low", model: "", seed: undefined, temperature: 0 }, project: "  " });
  expect(sent).toEqual({ options: { quality: "low", temperature: 0 } });
});
